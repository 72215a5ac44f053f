//! `POST /oauth/par`: hands over the parameters of `/authorize` before the browser goes there.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::authentication::operation::{AuthenticationOperation, ClientProof, Encoding, read_json};
use crate::extra::Extra;
use crate::response::RawResponse;

/// The parameters of an authorization request, pushed.
///
/// Source: RFC 9126.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PushedAuthorization {
    /// What `/authorize` answers with, usually `code`.
    pub response_type: String,
    /// Where the browser goes afterwards; one of the client's callbacks.
    pub redirect_uri: String,
    /// How the answer travels: `query`, `fragment`, `form_post` or `web_message`.
    pub response_mode: Option<String>,
    /// Comes back in the ID token.
    pub nonce: Option<String>,
    /// Comes back with the answer.
    pub state: Option<String>,
    /// Goes straight to this connection.
    pub connection: Option<String>,
    /// The scopes wanted, separated by spaces.
    pub scope: Option<String>,
    /// The API the access token is for.
    pub audience: Option<String>,
    /// The organization to log in to, as id or name.
    pub organization: Option<String>,
    /// An invitation to that organization.
    pub invitation: Option<String>,
    /// The challenge of a [`Pkce`](crate::authentication::Pkce).
    pub code_challenge: Option<String>,
    /// `S256` with a `code_challenge`.
    pub code_challenge_method: Option<String>,
    /// All parameters as a signed JWT instead (RFC 9101).
    pub request: Option<String>,
    /// What exactly is to be allowed (RFC 9396): a list of objects, or the JSON text of one.
    pub authorization_details: Option<Value>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl PushedAuthorization {
    /// Asks for a `response_type` to be sent to `redirect_uri`, nothing else said.
    pub fn new(response_type: impl Into<String>, redirect_uri: impl Into<String>) -> Self {
        Self {
            response_type: response_type.into(),
            redirect_uri: redirect_uri.into(),
            response_mode: None,
            nonce: None,
            state: None,
            connection: None,
            scope: None,
            audience: None,
            organization: None,
            invitation: None,
            code_challenge: None,
            code_challenge_method: None,
            request: None,
            authorization_details: None,
            extra: Extra::default(),
        }
    }
}

/// Where the pushed parameters can be picked up.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PushedAuthorizationResponse {
    /// Goes to `/authorize` with the `client_id`, instead of all parameters.
    pub request_uri: String,
    /// For how many seconds it can be used.
    pub expires_in: u64,
    /// Everything else in the answer.
    #[serde(flatten)]
    pub extra: Extra,
}

impl AuthenticationOperation for PushedAuthorization {
    const NAME: &'static str = "oauth.pushedAuthorization";
    const PATH: &'static str = "/oauth/par";
    const ENCODING: Encoding = Encoding::Form;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::IfConfigured;
    type Output = PushedAuthorizationResponse;

    fn read(response: &RawResponse) -> Result<Self::Output, serde_json::Error> {
        read_json(response)
    }
}
