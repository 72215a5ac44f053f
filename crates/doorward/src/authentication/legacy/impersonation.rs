//! `POST /users/{user_id}/impersonate`: an administrator sees the tenant as one of its users.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::read_text;
use crate::authentication::operation::{AuthenticationOperation, ClientProof, Encoding, escaped};
use crate::extra::Extra;
use crate::response::RawResponse;
use crate::secret::Secret;

/// A user whose place is to be taken.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Impersonate {
    /// The user, such as `auth0|…`. In the path.
    #[serde(skip_serializing, alias = "userId")]
    pub user_id: String,
    /// Who takes the place: the user id of an administrator.
    pub impersonator_id: String,
    /// How the login answers: `oauth2`, `samlp`, `wsfed` or `wsfed-rms`.
    pub protocol: String,
    /// The tenant's global access token. It opens the endpoint, and stands in the body as well.
    pub token: Secret,
    /// Parameters of the login: `response_type`, `state`, `scope`, `callback_url`. On the wire
    /// `additionalParameters`.
    #[serde(rename = "additionalParameters", alias = "additional_parameters")]
    pub additional_parameters: Option<Map<String, Value>>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Impersonate {
    /// `impersonator_id` becomes `user_id`, allowed by `token`.
    pub fn new(
        user_id: impl Into<String>,
        impersonator_id: impl Into<String>,
        protocol: impl Into<String>,
        token: impl Into<Secret>,
    ) -> Self {
        Self {
            user_id: user_id.into(),
            impersonator_id: impersonator_id.into(),
            protocol: protocol.into(),
            token: token.into(),
            additional_parameters: None,
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for Impersonate {
    const NAME: &'static str = "legacy.impersonate";
    const PATH: &'static str = "/users/{user_id}/impersonate";
    const ENCODING: Encoding = Encoding::Json;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Never;
    type Output = String;

    fn path(&self) -> Cow<'_, str> {
        format!("/users/{}/impersonate", escaped(&self.user_id)).into()
    }

    fn bearer(&self) -> Option<&str> {
        Some(&self.token)
    }

    fn read(response: &RawResponse) -> Result<String, serde_json::Error> {
        Ok(read_text(&response.body))
    }
}
