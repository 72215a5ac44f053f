//! The tenant's name and the addresses that follow from it.

use std::fmt;

use url::Url;

use crate::error::ArgumentError;

/// A tenant's domain and where its requests go.
#[derive(Clone)]
pub(crate) struct Domain {
    name: String,
    base: Url,
}

impl Domain {
    /// Reads `host` or `host:port`; requests go to `base_url` instead of `https://{name}` when it
    /// is given.
    pub(crate) fn parse(name: &str, base_url: Option<&str>) -> Result<Self, ArgumentError> {
        if name.is_empty() {
            return Err(ArgumentError::NoDomain);
        }
        let refused = || ArgumentError::Domain(name.to_owned());
        let own = Url::parse(&format!("https://{name}/")).map_err(|_| refused())?;
        let bare = own.username().is_empty() && own.password().is_none();
        if !bare || name.contains(['/', '?', '#', '\\']) || name.trim() != name {
            return Err(refused());
        }
        let base = match base_url {
            None => own,
            Some(text) => Url::parse(text)
                .ok()
                .filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
                .ok_or_else(|| ArgumentError::BaseUrl(text.to_owned()))?,
        };
        Ok(Self {
            name: name.to_owned(),
            base,
        })
    }

    /// Whether requests go there over plain HTTP.
    pub(crate) fn is_plain(&self) -> bool {
        self.base.scheme() == "http"
    }

    /// Issuer of ID tokens and audience of client assertions: `https://{domain}/`.
    pub(crate) fn issuer(&self) -> String {
        format!("https://{}/", self.name)
    }

    /// The address of `path`, which begins with a slash and is already escaped.
    pub(crate) fn url(&self, path: &str) -> Url {
        let mut url = self.base.clone();
        let prefix = self.base.path().trim_end_matches('/');
        if prefix.is_empty() {
            url.set_path(path);
        } else {
            url.set_path(&format!("{prefix}{path}"));
        }
        url
    }
}

impl Domain {
    /// The same tenant at the host that asks clients for certificates: `host`, or `mtls.{domain}`
    /// unless requests go elsewhere anyway.
    pub(crate) fn certified(&self, host: Option<&str>) -> Result<Self, ArgumentError> {
        let alias = match host {
            Some(host) => Self::parse(host, None)?,
            None if self.base.as_str() == self.issuer() => {
                Self::parse(&format!("mtls.{}", self.name), None)?
            }
            None => return Ok(self.clone()),
        };
        Ok(Self {
            name: self.name.clone(),
            base: alias.base,
        })
    }

    /// The address of an operation below the path `api`; `target` is its path and query, escaped.
    pub(crate) fn url_of(&self, api: &str, target: &str) -> Url {
        let (path, query) = match target.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (target, None),
        };
        let mut url = self.url(&[api, path].concat());
        url.set_query(query);
        url
    }
}

impl fmt::Debug for Domain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_is_a_host_and_perhaps_a_port() {
        for name in ["tenant.eu.auth0.com", "localhost:8443", "127.0.0.1:1"] {
            let domain = Domain::parse(name, None).unwrap();
            assert_eq!(domain.issuer(), format!("https://{name}/"));
            assert_eq!(
                domain.url("/oauth/token").as_str(),
                format!("https://{name}/oauth/token")
            );
        }
        for name in [
            "https://tenant.auth0.com",
            "tenant.auth0.com/",
            "tenant.auth0.com?x",
            "tenant.auth0.com#x",
            "user@tenant.auth0.com",
            " tenant.auth0.com",
            "tenant auth0",
            "localhost:port",
        ] {
            assert!(Domain::parse(name, None).is_err(), "{name}");
        }
        assert_eq!(
            Domain::parse("", None).unwrap_err().to_string(),
            "Must provide a domain"
        );
    }

    #[test]
    fn certificates_are_shown_at_an_alias() {
        let token_url = |domain: &Domain, host| {
            let certified = domain.certified(host).unwrap();
            assert_eq!(certified.issuer(), domain.issuer());
            certified.url("/oauth/token").to_string()
        };
        let plain = Domain::parse("tenant.test:8443", None).unwrap();
        assert_eq!(
            token_url(&plain, None),
            "https://mtls.tenant.test:8443/oauth/token"
        );
        let own = token_url(&plain, Some("certs.tenant.test"));
        assert_eq!(own, "https://certs.tenant.test/oauth/token");
        let elsewhere = Domain::parse("tenant.test", Some("https://proxy.test/")).unwrap();
        assert_eq!(
            token_url(&elsewhere, None),
            "https://proxy.test/oauth/token"
        );
    }

    #[test]
    fn requests_can_go_elsewhere_without_changing_the_issuer() {
        let domain = Domain::parse("tenant.test", Some("http://127.0.0.1:8080/auth/")).unwrap();
        assert_eq!(domain.issuer(), "https://tenant.test/");
        assert_eq!(
            domain.url("/userinfo").as_str(),
            "http://127.0.0.1:8080/auth/userinfo"
        );
        assert!(Domain::parse("tenant.test", Some("ftp://x")).is_err());
        assert!(Domain::parse("tenant.test", Some("tenant.test")).is_err());
    }
}
