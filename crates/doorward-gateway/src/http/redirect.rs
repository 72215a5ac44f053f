//! Where a browser may be sent: nowhere a stranger chose.

use url::Url;

use super::address::Address;
use crate::error::GatewayError;

/// A `redirect` parameter that was found harmless.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Redirect {
    /// A path on the host the browser used.
    Path(String),
    /// An absolute `http` or `https` URL.
    Url(String),
}

impl Redirect {
    /// Reads the value of a `redirect` parameter.
    pub(crate) fn parse(text: &str) -> Result<Self, GatewayError> {
        if is_local_path(text) {
            return Ok(Self::Path(text.to_owned()));
        }
        let is_harmless = |url: &Url| {
            matches!(url.scheme(), "http" | "https")
                && url.has_host()
                && url.username().is_empty()
                && url.password().is_none()
        };
        // The parser forgives what a browser may read in another way.
        let is_plain = text.contains("://")
            && !text.contains(|c: char| c == '\\' || c.is_control() || c.is_whitespace());
        match Url::parse(text).ok().filter(is_harmless) {
            Some(_) if is_plain => Ok(Self::Url(text.to_owned())),
            _ => Err(GatewayError::bad(
                "redirect must be a path that starts with one /, or an http(s) URL",
            )),
        }
    }

    /// Refuses an absolute URL on another host than the request's own.
    pub(crate) fn on_own_host(
        self,
        own: impl FnOnce() -> Result<Address, GatewayError>,
    ) -> Result<Self, GatewayError> {
        if let Self::Url(text) = &self
            && !own()?.is_host_of(text)
        {
            return Err(GatewayError::bad("redirect must stay on this host"));
        }
        Ok(self)
    }

    /// The value as it was given.
    pub(crate) fn into_text(self) -> String {
        match self {
            Self::Path(text) | Self::Url(text) => text,
        }
    }

    /// The absolute URL: a path is completed with the address the browser used.
    pub(crate) fn absolute(
        &self,
        own: impl FnOnce() -> Result<Address, GatewayError>,
    ) -> Result<String, GatewayError> {
        match self {
            Self::Path(path) => Ok(own()?.with_path(path)),
            Self::Url(url) => Ok(url.clone()),
        }
    }
}

/// Whether `text` is a path on this very host: one leading `/`, and nothing a browser could read as
/// the start of another host.
pub(crate) fn is_local_path(text: &str) -> bool {
    text.starts_with('/')
        && !text.starts_with("//")
        && !text.contains('\\')
        && !text.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own() -> Result<Address, GatewayError> {
        Ok(Address::parse("https", "app.example").expect("an address"))
    }

    #[test]
    fn paths_and_own_urls_are_accepted() {
        for text in [
            "/",
            "/home?x=//y",
            "/web-login?redirect=/x",
            "https://app.example/x",
            "http://APP.example",
        ] {
            let redirect = Redirect::parse(text)
                .and_then(|redirect| redirect.on_own_host(own))
                .expect(text);
            assert_eq!(redirect.into_text(), text);
        }
    }

    #[test]
    fn what_leads_elsewhere_is_refused() {
        for text in [
            "",
            "home",
            "//evil",
            "/\\evil",
            "\\\\evil",
            "/\t/evil",
            "/\u{0}",
            "javascript:alert(1)",
            "data:x",
            "https:evil",
            "https:/evil",
            "https://evil",
            "https://app.example:444/",
            "https://app.example@evil",
            "https://u:p@app.example",
            "https://app.example\\@evil",
            " https://app.example",
            "https://app.example\n.evil",
        ] {
            assert!(
                Redirect::parse(text)
                    .and_then(|redirect| redirect.on_own_host(own))
                    .is_err(),
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_path_is_completed() {
        let redirect = Redirect::parse("/a?b=c").expect("a redirect");
        assert_eq!(
            redirect.absolute(own).expect("a URL"),
            "https://app.example/a?b=c"
        );
        let redirect = Redirect::parse("https://evil.example/x").expect("a redirect");
        assert_eq!(
            redirect.absolute(own).expect("a URL"),
            "https://evil.example/x"
        );
    }
}
