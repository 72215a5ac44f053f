//! What can go wrong, from a bad argument to the server's refusal.
//!
//! Every call fails with [`Error`]. Ask it [`is_retryable`](Error::is_retryable) and
//! [`retry_after`](Error::retry_after), or match its variants; the server's own words are in
//! [`ApiError`], whole.

use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;

pub use crate::api_error::{ApiError, ErrorCode};
use crate::authentication::CallbackError;
use crate::id_token::IdTokenError;
pub use crate::jws::PrivateKeyError;
use crate::response::RawResponse;
use crate::transport::{TransportError, TransportErrorKind};

/// Why a call did not succeed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The call or the client was set up wrongly; nothing was sent.
    #[error(transparent)]
    Argument(#[from] ArgumentError),
    /// The server answered with a status outside 200 to 299.
    #[error(transparent)]
    Api(Box<ApiError>),
    /// No complete answer came within the timeout of an attempt or the deadline of the call.
    #[error("no answer within {} ms", .limit.as_millis())]
    Timeout {
        /// The timeout or the deadline that ran out.
        limit: Duration,
        /// What the runtime or the transport said.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The request did not reach the server, or its answer did not come back.
    #[error(transparent)]
    Transport(#[from] TransportError),
    /// The client's own [`RateLimit`](crate::RateLimit) has no turn for the call soon enough; nothing
    /// was sent.
    #[error("rate limit of the client: the next turn is in {} ms", .wait.as_millis())]
    RateLimited {
        /// When there would be one.
        wait: Duration,
    },
    /// The server said yes with a body of another shape than documented.
    #[error("answer not understood")]
    Decode {
        /// Where it deviates.
        source: doorward_api::AnswerError,
        /// The answer as it came.
        response: Box<RawResponse>,
    },
    /// What the answer was to be written to did not take it.
    #[error("the answer could not be written")]
    Write(#[source] std::io::Error),
    /// The answer holds an ID token that must not be trusted.
    #[error("ID token refused: {0}")]
    IdToken(#[from] IdTokenError),
    /// The browser came back with something else than the code of the login it was sent to.
    #[error(transparent)]
    Callback(#[from] CallbackError),
    /// The access token for the call could not be had. Shared by all calls that waited for it.
    #[error("no access token: {0}")]
    Token(#[source] Arc<Error>),
}

impl Error {
    /// An answer of another shape.
    pub(crate) fn undecodable(
        source: impl Into<doorward_api::AnswerError>,
        response: RawResponse,
    ) -> Self {
        Self::Decode {
            source: source.into(),
            response: Box::new(response),
        }
    }

    /// An attempt without an answer; a transport's own deadline counts like ours.
    pub(crate) fn lost(error: TransportError, limit: Duration) -> Self {
        match error.kind() {
            TransportErrorKind::Timeout => Self::Timeout {
                limit,
                source: Box::new(error),
            },
            _ => Self::Transport(error),
        }
    }

    /// The server's answer, when that is what failed the call.
    pub fn api(&self) -> Option<&ApiError> {
        match self {
            Self::Api(answer) => Some(answer),
            Self::Token(cause) => cause.api(),
            _ => None,
        }
    }

    /// The status the server answered with.
    pub fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Decode { response, .. } => Some(response.status),
            _ => self.api().map(ApiError::status),
        }
    }

    /// Whether the same call may succeed later: 408, 429, 5xx, no connection, no answer.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Api(answer) => answer.is_retryable(),
            Self::Transport(error) => matches!(
                error.kind(),
                TransportErrorKind::Connect
                    | TransportErrorKind::Disconnected
                    | TransportErrorKind::Timeout
            ),
            Self::Timeout { .. } | Self::RateLimited { .. } => true,
            Self::Token(cause) => cause.is_retryable(),
            Self::Argument(_)
            | Self::Decode { .. }
            | Self::Write(_)
            | Self::IdToken(_)
            | Self::Callback(_) => false,
        }
    }

    /// How long the server asks to wait before the next attempt.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::RateLimited { wait } => Some(*wait),
            _ => self.api()?.retry_after(),
        }
    }
}

/// What is wrong with a call or a client before anything is sent.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ArgumentError {
    /// No domain was given.
    #[error("Must provide a domain")]
    NoDomain,
    /// The domain is more or less than `host` or `host:port`.
    #[error(
        "domain {0:?}: expected a host name, with a port if need be, and neither scheme nor path"
    )]
    Domain(String),
    /// The address to send to instead of `https://{domain}` is no http or https URL.
    #[error("base URL {0:?}: expected an http or https URL")]
    BaseUrl(String),
    /// A request lacks what it cannot do without.
    #[error("missing field `{0}`")]
    Missing(&'static str),
    /// Of two fields neither is there, and one has to be.
    #[error("one of {0} or {1} is required")]
    NeitherOf(&'static str, &'static str),
    /// Of two fields both are there, and one may be. The text is the Node SDK's, which programs may look for.
    #[error("{0} and {1} fields cannot be specified simulatenously")]
    BothOf(&'static str, &'static str),
    /// A token is blank, or has spaces or `Bearer` around it.
    #[error("`{0}`: expected a token, with neither spaces nor `Bearer` around it")]
    Token(&'static str),
    /// The call speaks for a client and the builder was given none.
    #[error("Must provide a client_id")]
    NoClientId,
    /// The call needs a client that authenticates, and this one has nothing to do it with.
    #[error(
        "The client_secret or client_assertion field is required, or it should be mTLS request."
    )]
    NoClientAuthentication,
    /// The Management API client was given neither a token nor the means to get one.
    #[error("Must provide a token, or a client_id with client_secret or client assertion key")]
    NoTokenSource,
    /// The name or the value of an additional header cannot be sent.
    #[error("header {0:?} cannot be sent")]
    Header(String),
    /// The private key for client assertions is unreadable or does not fit its algorithm.
    #[error("client assertion key")]
    AssertionKey(#[source] PrivateKeyError),
    /// The key of client assertions is elsewhere, and made no signature.
    #[error("client assertion not signed")]
    Signer(#[source] crate::authentication::SigningError),
    /// The key for DPoP proofs is unreadable or of another kind than ECDSA on P-256.
    #[error("DPoP key")]
    DpopKey(#[source] PrivateKeyError),
    /// TLS or proxy settings are unusable.
    #[error("{what}")]
    Tls {
        /// Which setting.
        what: &'static str,
        /// What is wrong with it.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A file of certificate authorities holds none.
    #[error("no certificate in the PEM text")]
    NoCertificate,
    /// A file to upload cannot be read.
    #[error("file to upload: {path}")]
    File {
        /// Which file.
        path: String,
        /// What the operating system says.
        source: std::io::Error,
    },
    /// The place of a file to download is no http or https URL. Its query is left out.
    #[error("{0:?}: expected an http or https URL")]
    Location(String),
    /// The request cannot be written as JSON or as a form.
    #[error("request cannot be written")]
    Encode(#[source] serde_json::Error),
    /// The values of an operation make no request.
    #[error(transparent)]
    Unsendable(doorward_api::Unsendable),
    /// The operating system gives no thread to wait in.
    #[error("no thread to wait in")]
    Thread(#[source] std::io::Error),
    /// The operating system gives no random bytes.
    #[error("no randomness to be had")]
    Randomness,
}

impl ArgumentError {
    /// Fails unless exactly one of two fields is there.
    pub(crate) fn unless_one_of<A, B>(
        (one, other): (&'static str, &'static str),
        a: &Option<A>,
        b: &Option<B>,
    ) -> Result<(), Self> {
        match (a, b) {
            (Some(_), None) | (None, Some(_)) => Ok(()),
            (None, None) => Err(Self::NeitherOf(one, other)),
            (Some(_), Some(_)) => Err(Self::BothOf(one, other)),
        }
    }

    pub(crate) fn tls(what: &'static str, source: reqwest::Error) -> Self {
        let source = Box::new(source);
        Self::Tls { what, source }
    }
}
