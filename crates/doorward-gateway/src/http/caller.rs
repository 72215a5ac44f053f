//! The token or cookie a caller presents.

use http::HeaderMap;
use http::header::{AUTHORIZATION, COOKIE};

use crate::error::GatewayError;

/// Name of the session cookie.
pub(crate) const SID: &str = "sid";

/// What a request presents. Both may be there; `Authorization` wins except at logout.
#[derive(Clone, Copy)]
pub(crate) struct Caller<'h> {
    /// The token of `Authorization: Bearer`.
    pub(crate) bearer: Option<&'h str>,
    /// The value of the cookie `sid`.
    pub(crate) cookie: Option<&'h str>,
}

/// A handle with the way it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Handle<'h> {
    Bearer(&'h str),
    Cookie(&'h str),
}

impl<'h> Handle<'h> {
    /// The handle itself.
    pub(crate) fn as_str(self) -> &'h str {
        match self {
            Self::Bearer(handle) | Self::Cookie(handle) => handle,
        }
    }
}

impl<'h> Caller<'h> {
    /// Reads the two headers. Another scheme than Bearer is ignored, and so is an empty value.
    pub(crate) fn of(headers: &'h HeaderMap) -> Self {
        Self {
            bearer: bearer(headers),
            cookie: cookie(headers),
        }
    }

    /// The handle that counts.
    ///
    /// # Errors
    ///
    /// 401 when there is none.
    pub(crate) fn handle(self) -> Result<Handle<'h>, GatewayError> {
        let bearer = self.bearer.map(Handle::Bearer);
        bearer
            .or(self.cookie.map(Handle::Cookie))
            .ok_or(GatewayError::NoToken)
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}

fn cookie(headers: &HeaderMap) -> Option<&str> {
    let cookies = headers
        .get_all(COOKIE)
        .into_iter()
        .filter_map(|value| value.to_str().ok());
    let mut pairs = cookies
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    let (_, value) = pairs.find(|(name, value)| *name == SID && !value.is_empty())?;
    Some(value.trim_matches('"')).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&'static str, &'static str)]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().expect("a value"));
        }
        Caller::of(&headers)
            .handle()
            .ok()
            .map(|handle| format!("{handle:?}"))
    }

    #[test]
    fn authorization_wins_over_the_cookie() {
        assert_eq!(
            read(&[("authorization", "bEARER  t "), ("cookie", "sid=c")]).as_deref(),
            Some("Bearer(\"t\")")
        );
        for other in ["Basic abc", "Bearer", "Bearer ", ""] {
            assert_eq!(
                read(&[("authorization", other), ("cookie", "a=b; sid=c")]).as_deref(),
                Some("Cookie(\"c\")")
            );
        }
        assert_eq!(
            read(&[("cookie", "a=b"), ("cookie", "sid=\"c\"")]).as_deref(),
            Some("Cookie(\"c\")")
        );
        assert_eq!(read(&[("cookie", "sid=; xsid=c")]), None);
        assert_eq!(read(&[]), None);
    }
}
