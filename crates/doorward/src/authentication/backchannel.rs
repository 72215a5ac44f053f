//! Client-initiated backchannel authentication: the user agrees on another device.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::operation::{AuthenticationOperation, ClientProof, Encoding, answers_tokens, read_json};
use super::polling::{self, Pace};
use super::{AuthenticationClient, TokenSet};
use crate::error::{ArgumentError, Error};
use crate::extra::Extra;
use crate::response::{ApiResponse, RawResponse};
use crate::secret::Secret;

/// Backchannel authentication of a tenant. From [`AuthenticationClient::backchannel`].
///
/// Source: OpenID Connect Client-Initiated Backchannel Authentication Core 1.0.
#[derive(Debug, Clone, Copy)]
pub struct Backchannel<'a> {
    pub(super) client: &'a AuthenticationClient,
}

impl Backchannel<'_> {
    /// Asks a user to log in on the device they have enrolled.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] when the user is unknown or has no such device.
    #[doc(alias = "initiateBackchannelAuthentication")]
    pub async fn authorize(
        &self,
        request: &BackchannelAuthorize,
    ) -> Result<ApiResponse<BackchannelAuthorizeResponse>, Error> {
        self.client.send(request).await
    }

    /// Buys the tokens once the user has agreed.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `authorization_pending` or `slow_down` as long as they have not,
    /// `access_denied` or `expired_token` when they never will.
    #[doc(alias = "backchannelGrant")]
    #[doc(alias = "backchannelAuthenticationGrant")]
    pub async fn grant(&self, request: &BackchannelGrant) -> Result<ApiResponse<TokenSet>, Error> {
        self.client.send(request).await
    }

    /// Asks for the tokens until the user has decided or taken too long, as often as the tenant
    /// allows. A tenant out of reach is asked again, ever more seldom.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `access_denied` or `expired_token` when there will be no tokens, or
    /// whatever else ends the asking.
    #[doc(alias = "backchannelAuthentication")]
    pub async fn wait(
        &self,
        asked: &BackchannelAuthorizeResponse,
    ) -> Result<ApiResponse<TokenSet>, Error> {
        let grant = BackchannelGrant::new(&asked.auth_req_id);
        let pace = Pace {
            interval_seconds: asked.interval,
            expires_in_seconds: asked.expires_in,
        };
        polling::poll(pace, || self.grant(&grant)).await
    }
}

/// A user to be asked.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct BackchannelAuthorize {
    /// The user's id, such as `auth0|…`. Becomes the `login_hint`, unless one is in `extra`.
    #[serde(skip_serializing, alias = "userId")]
    pub user_id: Option<String>,
    /// What both devices show, so that the user sees they belong together.
    pub binding_message: String,
    /// The scopes wanted, separated by spaces; `openid` among them.
    pub scope: String,
    /// The API the access token is for.
    pub audience: Option<String>,
    /// How many seconds the user may take.
    #[serde(alias = "request_expiry")]
    pub requested_expiry: Option<u64>,
    /// What exactly is to be allowed (RFC 9396): a list of objects, or the JSON text of one.
    pub authorization_details: Option<Value>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl BackchannelAuthorize {
    /// Asks `user_id` with a message, nothing else said.
    pub fn new(
        user_id: impl Into<String>,
        binding_message: impl Into<String>,
        scope: impl Into<String>,
    ) -> Self {
        Self {
            user_id: Some(user_id.into()),
            binding_message: binding_message.into(),
            scope: scope.into(),
            audience: None,
            requested_expiry: None,
            authorization_details: None,
            extra: Extra::default(),
        }
    }
}

/// A question under way.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BackchannelAuthorizeResponse {
    /// What [`BackchannelGrant`] is made of.
    pub auth_req_id: Secret,
    /// For how many seconds the user can answer.
    pub expires_in: u64,
    /// How many seconds to leave between two grants; 5 when `None`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<u64>,
    /// Everything else in the answer.
    #[serde(flatten)]
    pub extra: Extra,
}

impl AuthenticationOperation for BackchannelAuthorize {
    const NAME: &'static str = "backchannel.authorize";
    const PATH: &'static str = "/bc-authorize";
    const ENCODING: Encoding = Encoding::Form;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Always;
    type Output = BackchannelAuthorizeResponse;

    fn adjust(&self, fields: &mut Map<String, Value>, issuer: &str) {
        if let Some(user_id) = &self.user_id {
            let hint = json!({ "format": "iss_sub", "iss": issuer, "sub": user_id });
            fields
                .entry("login_hint")
                .or_insert_with(|| hint.to_string().into());
        }
    }

    fn check(&self) -> Result<(), ArgumentError> {
        match self.user_id.is_some() || self.extra.contains_key("login_hint") {
            true => Ok(()),
            false => Err(ArgumentError::Missing("user_id")),
        }
    }

    fn read(response: &RawResponse) -> Result<Self::Output, serde_json::Error> {
        read_json(response)
    }
}

/// The exchange of an agreed question for tokens.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct BackchannelGrant {
    /// From [`BackchannelAuthorizeResponse::auth_req_id`].
    pub auth_req_id: Secret,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl BackchannelGrant {
    /// The tokens of `auth_req_id`.
    pub fn new(auth_req_id: impl Into<Secret>) -> Self {
        Self {
            auth_req_id: auth_req_id.into(),
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for BackchannelGrant {
    const NAME: &'static str = "backchannel.backchannelGrant";
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Always;
    answers_tokens!();

    fn fixed_parameters(&self) -> Vec<(&'static str, &'static str)> {
        vec![("grant_type", "urn:openid:params:grant-type:ciba")]
    }
}
