//! `POST /oidc/register`: a program makes a client for itself.

use serde::{Deserialize, Serialize};

use super::operation::{AuthenticationOperation, ClientProof, Encoding, read_json};
use crate::extra::Extra;
use crate::response::RawResponse;
use crate::secret::Secret;

/// A client to be made. Nobody has to prove anything; the tenant decides whether it takes part.
///
/// Source: RFC 7591, OpenID Connect Dynamic Client Registration 1.0.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RegisterClient {
    /// What the client is called.
    pub client_name: Option<String>,
    /// Where the browser may come back to.
    pub redirect_uris: Vec<String>,
    /// `client_secret_post` (the tenant's default), `client_secret_basic` or `none`.
    pub token_endpoint_auth_method: Option<String>,
    /// The grants it needs.
    pub grant_types: Option<Vec<String>>,
    /// The answers it needs of `/authorize`.
    pub response_types: Option<Vec<String>>,
    /// Further metadata.
    #[serde(flatten)]
    pub extra: Extra,
}

impl RegisterClient {
    /// A client with a name and its callbacks.
    pub fn new(
        client_name: impl Into<String>,
        redirect_uris: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self {
            client_name: Some(client_name.into()),
            redirect_uris: redirect_uris.into_iter().map(Into::into).collect(),
            token_endpoint_auth_method: None,
            grant_types: None,
            response_types: None,
            extra: Extra::default(),
        }
    }
}

/// The client that was made.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RegisteredClient {
    /// What it is registered as.
    pub client_id: String,
    /// Its secret, shown this once; `None` for a public client.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_secret: Option<Secret>,
    /// When the secret ends, in seconds since 1970; 0 for never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_secret_expires_at: Option<u64>,
    /// Everything else it was registered with.
    #[serde(flatten)]
    pub extra: Extra,
}

impl AuthenticationOperation for RegisterClient {
    const NAME: &'static str = "registration.register";
    const PATH: &'static str = "/oidc/register";
    const ENCODING: Encoding = Encoding::Json;
    const NAMES_CLIENT: bool = false;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Never;
    type Output = RegisteredClient;

    fn read(response: &RawResponse) -> Result<Self::Output, serde_json::Error> {
        read_json(response)
    }
}
