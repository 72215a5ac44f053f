//! What comes back from a call.

use std::fmt;
use std::ops::Deref;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::quota::Allowance;

/// A successful answer: what was asked for, with the status and headers it came with.
///
/// It reads as the data itself (`tokens.access_token`); take [`data`](Self::data) to own it.
#[derive(Clone)]
#[non_exhaustive]
pub struct ApiResponse<T> {
    /// The body, read.
    pub data: T,
    /// The status, 200 to 299.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
}

impl<T> ApiResponse<T> {
    /// How many requests the tenant still takes, as it says.
    pub fn allowance(&self) -> Option<Allowance> {
        Allowance::of(&self.headers)
    }

    /// The request's name in the tenant's logs (`x-auth0-requestid`, else `x-request-id`), which its
    /// operator asks for.
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.headers)
    }

    /// The same answer around something made of its data.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> ApiResponse<U> {
        ApiResponse {
            data: make(self.data),
            status: self.status,
            headers: self.headers,
        }
    }
}

/// Names the headers and leaves out their values: a cookie may be among them, or the key of a link.
impl<T: fmt::Debug> fmt::Debug for ApiResponse<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiResponse")
            .field("data", &self.data)
            .field("status", &self.status)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .finish()
    }
}

impl<T> Deref for ApiResponse<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.data
    }
}

pub(crate) fn request_id(headers: &HeaderMap) -> Option<&str> {
    ["x-auth0-requestid", "x-request-id"]
        .into_iter()
        .find_map(|name| headers.get(name)?.to_str().ok())
}

/// An answer whose body nobody has read yet.
#[derive(Clone)]
#[non_exhaustive]
pub struct RawResponse {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as it came.
    pub body: Bytes,
}

/// Leaves out the headers and the body, where tokens may stand.
impl fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawResponse")
            .field("status", &self.status)
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_named_and_not_shown() {
        let headers = [(http::header::SET_COOKIE, "hidden".parse().unwrap())];
        let answer = ApiResponse {
            data: 1,
            status: StatusCode::OK,
            headers: headers.into_iter().collect(),
        };
        let shown = format!("{answer:?}");
        assert!(
            shown.contains("set-cookie") && !shown.contains("hidden"),
            "{shown}"
        );
    }
}
