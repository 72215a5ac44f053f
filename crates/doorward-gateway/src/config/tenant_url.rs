//! The address of an Auth0 tenant, written in one way whatever the operator wrote.

use std::fmt;

use url::Url;

/// An absolute `http(s)` URL of a tenant, without a trailing slash.
///
/// Parsed from `https://name`, `https://name/` or plain `name`, for which `https` is assumed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TenantUrl(String);

impl TenantUrl {
    /// Reads an `auth0Url` or `auth0TenantUrl`.
    ///
    /// # Errors
    ///
    /// A sentence fragment saying what is wrong: not a URL, another scheme, credentials, a query or
    /// a fragment in it.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        const NOT_A_URL: &str = "must be the http or https URL of a tenant";
        let absolute = if text.contains("://") {
            text.to_owned()
        } else {
            format!("https://{text}")
        };
        let url = Url::parse(&absolute).map_err(|_| NOT_A_URL)?;
        if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
            return Err(NOT_A_URL);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err("must not carry a user name or password");
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err("must not carry a query or fragment");
        }
        Ok(Self(url.as_str().trim_end_matches('/').to_owned()))
    }

    /// The URL without a trailing slash, ready to have a path that starts with `/` appended.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Host, and port if it is not the scheme's own.
    pub fn host(&self) -> &str {
        let authority = self
            .0
            .split_once("://")
            .map_or(self.0.as_str(), |(_, rest)| rest);
        authority.split('/').next().unwrap_or_default()
    }

    /// The issuer of this tenant's ID tokens: the URL with one trailing slash.
    pub fn issuer(&self) -> String {
        format!("{}/", self.0)
    }
}

impl fmt::Display for TenantUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trailing_slash_and_missing_scheme_make_no_difference() {
        for text in [
            "https://acme.eu.auth0.com",
            "https://acme.eu.auth0.com/",
            "acme.eu.auth0.com",
        ] {
            let url = TenantUrl::parse(text).expect("a tenant URL");
            assert_eq!(url.as_str(), "https://acme.eu.auth0.com");
            assert_eq!(url.issuer(), "https://acme.eu.auth0.com/");
            assert_eq!(url.host(), "acme.eu.auth0.com");
        }
        assert_eq!(
            TenantUrl::parse("localhost:8443").expect("a URL").as_str(),
            "https://localhost:8443"
        );
    }

    #[test]
    fn what_is_no_tenant_url_is_refused() {
        for text in [
            "",
            "ftp://a",
            "https://",
            "https://a:b@c",
            "https://a?x",
            "https://a#x",
            "a b",
        ] {
            assert!(TenantUrl::parse(text).is_err(), "{text}");
        }
    }
}
