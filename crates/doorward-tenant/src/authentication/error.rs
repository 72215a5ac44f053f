//! Why the Authentication API did not do what it was asked.

use axum::response::{IntoResponse, Response};

use crate::domain::refresh_token::RefreshTokenFault;
use crate::hashing::HashingError;
use crate::http::OAuthError;
use crate::keys::SigningError;
use crate::store::StoreError;

/// One variant for each kind of cause; what the caller may know of it is decided in one place.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AuthenticationError {
    /// The request was understood and refused; the wire error says it all.
    #[error("{}: {}", .0.error, .0.error_description)]
    Refused(OAuthError),
    #[error("refresh token refused: {0}")]
    RefreshToken(#[from] RefreshTokenFault),
    #[error("password not checked")]
    Hashing(#[from] HashingError),
    #[error("store failed")]
    Store(#[from] StoreError),
    #[error("token not signed")]
    Signing(#[from] SigningError),
}

impl From<OAuthError> for AuthenticationError {
    fn from(refused: OAuthError) -> Self {
        Self::Refused(refused)
    }
}

impl AuthenticationError {
    /// What the caller is told.
    pub(crate) fn told(&self) -> OAuthError {
        match self {
            Self::Refused(error) => error.clone(),
            // All faults, one answer: a thief must not learn which of them it was.
            Self::RefreshToken(_) => OAuthError::invalid_grant("Unknown or invalid refresh token."),
            Self::Hashing(HashingError::Overloaded) => OAuthError::overloaded(),
            Self::Store(error) if error.is_overload() => OAuthError::overloaded(),
            Self::Hashing(HashingError::Abandoned) | Self::Store(_) | Self::Signing(_) => {
                OAuthError::server_error()
            }
        }
    }
}

impl IntoResponse for AuthenticationError {
    fn into_response(self) -> Response {
        let told = self.told();
        if told.status.is_server_error() {
            let error: &dyn std::error::Error = &self;
            tracing::error!(error, source = error.source(), "a request failed");
        }
        told.into_response()
    }
}
