//! The address under which the browser sees this gateway.

use http::header::HOST;
use http::{HeaderMap, HeaderName};
use url::Url;

use crate::error::GatewayError;

/// Protocol, host and perhaps port, as in the browser's address bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address(Url);

impl Address {
    /// Reads `X-Forwarded-Host`, else `Host`, and the protocol header of the platform.
    ///
    /// # Errors
    ///
    /// 400 when the host is not a name with an optional port.
    pub(crate) fn of(
        headers: &HeaderMap,
        protocol_header: &HeaderName,
    ) -> Result<Self, GatewayError> {
        let host = first(headers, &HeaderName::from_static("x-forwarded-host"))
            .or_else(|| first(headers, &HOST));
        let protocol = match first(headers, protocol_header) {
            Some("http") => "http",
            _ => "https",
        };
        host.and_then(|host| Self::parse(protocol, host))
            .ok_or_else(|| GatewayError::bad("the Host header is not a host name"))
    }

    /// An address of these parts; `None` when `host` is more or less than `name[:port]`.
    pub(super) fn parse(protocol: &str, host: &str) -> Option<Self> {
        let is_plain =
            |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '[' | ']');
        if host.is_empty() || !host.chars().all(is_plain) {
            return None;
        }
        Url::parse(&format!("{protocol}://{host}/"))
            .ok()
            .filter(Url::has_host)
            .map(Self)
    }

    /// The absolute URL of a path on this host.
    pub(crate) fn with_path(&self, path: &str) -> String {
        format!("{}{path}", self.0.as_str().trim_end_matches('/'))
    }

    /// Whether an absolute URL is on this host and port.
    pub(super) fn is_host_of(&self, url: &str) -> bool {
        Url::parse(url).is_ok_and(|url| url.host() == self.0.host() && url.port() == self.0.port())
    }
}

/// The first value of a header that may be a comma list. Empty counts as absent.
fn first<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    let value = headers.get(name)?.to_str().ok()?;
    value
        .split(',')
        .next()
        .map(str::trim)
        .filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_path(headers: &[(&'static str, &'static str)]) -> Option<String> {
        let headers = headers
            .iter()
            .map(|(name, value)| {
                (
                    HeaderName::from_static(name),
                    value.parse().expect("a value"),
                )
            })
            .collect();
        let protocol = HeaderName::from_static("x-forwarded-proto");
        Address::of(&headers, &protocol)
            .ok()
            .map(|address| address.with_path("/x"))
    }

    #[test]
    fn forwarded_headers_win_and_https_is_assumed() {
        assert_eq!(
            with_path(&[("host", "a:8080")]).as_deref(),
            Some("https://a:8080/x")
        );
        assert_eq!(
            with_path(&[("host", "a"), ("x-forwarded-proto", "http")]).as_deref(),
            Some("http://a/x")
        );
        assert_eq!(
            with_path(&[("host", "a"), ("x-forwarded-proto", "ftp")]).as_deref(),
            Some("https://a/x")
        );
        assert_eq!(
            with_path(&[("host", "a"), ("x-forwarded-host", "b, c")]).as_deref(),
            Some("https://b/x")
        );
    }

    #[test]
    fn what_is_no_host_is_refused() {
        for host in [
            "", "a/b", "a@b", "a b", "a:b:c", "a:99999", "[::1", "a\\b", "a?b", "a#b",
        ] {
            let host: &'static str = host;
            assert_eq!(with_path(&[("x-forwarded-host", host)]), None, "{host}");
        }
        assert_eq!(with_path(&[]), None);
    }
}
