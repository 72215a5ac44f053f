//! Requests of clients that present themselves by assertions: no tenant takes one twice.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::client_authentication::AssertionKey;
use super::operation::Encoding;
use crate::error::Error;
use crate::transport::Body;

/// The parameter that an assertion is (RFC 7521, 4.2).
pub(super) const ASSERTION: &str = "client_assertion";

/// Who presents itself, and to whom.
pub(super) struct Asserting {
    pub(super) key: AssertionKey,
    pub(super) client_id: String,
    pub(super) issuer: String,
}

impl Asserting {
    /// An assertion that nobody has seen.
    pub(super) async fn assertion(&self, now: Timestamp) -> Result<String, Error> {
        self.key.assert(&self.client_id, &self.issuer, now).await
    }
}

/// The parameters of a request with an assertion among them.
pub(crate) struct Asserted {
    by: Asserting,
    parameters: Map<String, Value>,
    encoding: Encoding,
}

impl Asserted {
    pub(super) fn new(by: Asserting, parameters: Map<String, Value>, encoding: Encoding) -> Self {
        Self {
            by,
            parameters,
            encoding,
        }
    }

    /// The body of another attempt. Whether the one before was heard is not known: its assertion may be used up
    /// (RFC 7523, 3).
    pub(crate) async fn renewed(&self, now: Timestamp) -> Result<Body, Error> {
        let mut parameters = self.parameters.clone();
        parameters.insert(ASSERTION.into(), self.by.assertion(now).await?.into());
        let body = self.encoding.body(&parameters)?;
        Ok(body.map_or_else(Body::empty, |(_, bytes)| bytes.into()))
    }
}
