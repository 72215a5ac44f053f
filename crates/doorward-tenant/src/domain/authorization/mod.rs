//! What an application asks for at `/authorize`, and where it wants the answer.
//!
//! A request is read in two steps, because they fail differently: until [`Destination`] is known
//! and trusted, a fault may only be shown on a page of our own; after that it is the
//! application's to know (RFC 6749, 4.1.2.1).

mod redirect_uri;
mod request;
pub(crate) mod request_object;
mod response_type;
mod transaction;

pub(crate) use redirect_uri::{Query, is_registered, origin_of};
pub(crate) use request::{AuthorizationRequest, Destination, REQUEST_BYTES, Untrusted};
pub(crate) use request_object::RequestObjectFault;
pub(crate) use response_type::{ResponseMode, ResponseType};
pub(crate) use transaction::{Stage, TRANSACTION_SECONDS, Transaction};

/// An OAuth error as the application gets it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{error}: {description}")]
pub(crate) struct AuthorizationError {
    pub(crate) error: &'static str,
    pub(crate) description: String,
}

impl AuthorizationError {
    /// An error code of RFC 6749 or OpenID Connect with Auth0's description.
    pub(crate) fn new(error: &'static str, description: impl Into<String>) -> Self {
        Self {
            error,
            description: description.into(),
        }
    }

    /// `invalid_request`.
    pub(crate) fn invalid_request(description: impl Into<String>) -> Self {
        Self::new("invalid_request", description)
    }

    /// A required parameter is not there.
    pub(crate) fn missing(parameter: &str) -> Self {
        Self::invalid_request(format!("Missing required parameter: {parameter}"))
    }
}
