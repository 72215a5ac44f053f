//! The device flow: a program without a browser shows a code, and its user logs in elsewhere.

use serde::{Deserialize, Serialize};

use super::operation::{AuthenticationOperation, ClientProof, Encoding, answers_tokens, read_json};
use super::polling::{self, Pace};
use super::{AuthenticationClient, TokenSet};
use crate::error::Error;
use crate::extra::Extra;
use crate::response::{ApiResponse, RawResponse};
use crate::secret::Secret;

/// The device flow of a tenant. From [`AuthenticationClient::device`].
///
/// ```no_run
/// use doorward::AuthenticationClient;
/// use doorward::authentication::device::DeviceAuthorization;
///
/// # async fn example(auth: AuthenticationClient) -> Result<(), doorward::Error> {
/// let asked = auth
///     .device()
///     .authorize(&DeviceAuthorization {
///         scope: Some("openid offline_access".into()),
///         ..DeviceAuthorization::default()
///     })
///     .await?;
/// println!("Open {} and enter {}", asked.verification_uri, asked.user_code);
/// let tokens = auth.device().wait(&asked).await?;
/// # Ok(())
/// # }
/// ```
///
/// Source: RFC 8628.
#[derive(Debug, Clone, Copy)]
pub struct Device<'a> {
    pub(super) client: &'a AuthenticationClient,
}

impl Device<'_> {
    /// Asks for a code to show.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `unauthorized_client` when the client may not use the device flow.
    pub async fn authorize(
        &self,
        request: &DeviceAuthorization,
    ) -> Result<ApiResponse<DeviceAuthorizationResponse>, Error> {
        self.client.send(request).await
    }

    /// Buys the tokens once the user has agreed.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `authorization_pending` or `slow_down` as long as they have not,
    /// `access_denied`, `expired_token` or `invalid_grant` when they never will.
    pub async fn grant(&self, request: &DeviceCodeGrant) -> Result<ApiResponse<TokenSet>, Error> {
        self.client.send(request).await
    }

    /// Asks for the tokens until the user has decided or taken too long, as often as the tenant
    /// allows. A tenant out of reach is asked again, ever more seldom.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `access_denied` or `expired_token` when there will be no tokens, or
    /// whatever else ends the asking.
    pub async fn wait(
        &self,
        asked: &DeviceAuthorizationResponse,
    ) -> Result<ApiResponse<TokenSet>, Error> {
        let grant = DeviceCodeGrant::new(&asked.device_code);
        let pace = Pace {
            interval_seconds: asked.interval,
            expires_in_seconds: asked.expires_in,
        };
        polling::poll(pace, || self.grant(&grant)).await
    }
}

/// A device that wants its user logged in.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct DeviceAuthorization {
    /// The scopes wanted, separated by spaces: `openid` for an ID token, `offline_access` for a
    /// refresh token.
    pub scope: Option<String>,
    /// The API the access token is for.
    pub audience: Option<String>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A code to show, and one to keep.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DeviceAuthorizationResponse {
    /// What [`DeviceCodeGrant`] is made of. Not for the user.
    pub device_code: Secret,
    /// What the user enters, such as `QTZL-MCBW`.
    pub user_code: String,
    /// Where the user enters it.
    pub verification_uri: String,
    /// The same address with the code in it, for a QR code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verification_uri_complete: Option<String>,
    /// For how many seconds the codes are good.
    pub expires_in: u64,
    /// How many seconds to leave between two grants; 5 when `None`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<u64>,
    /// Everything else in the answer.
    #[serde(flatten)]
    pub extra: Extra,
}

impl AuthenticationOperation for DeviceAuthorization {
    const NAME: &'static str = "device.authorize";
    const PATH: &'static str = "/oauth/device/code";
    const ENCODING: Encoding = Encoding::Form;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::IfConfigured;
    type Output = DeviceAuthorizationResponse;

    fn read(response: &RawResponse) -> Result<Self::Output, serde_json::Error> {
        read_json(response)
    }
}

/// The exchange of a device code for tokens.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DeviceCodeGrant {
    /// From [`DeviceAuthorizationResponse::device_code`].
    pub device_code: Secret,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl DeviceCodeGrant {
    /// The tokens of `device_code`.
    pub fn new(device_code: impl Into<Secret>) -> Self {
        Self {
            device_code: device_code.into(),
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for DeviceCodeGrant {
    const NAME: &'static str = "device.grant";
    answers_tokens!();

    fn fixed_parameters(&self) -> Vec<(&'static str, &'static str)> {
        vec![("grant_type", "urn:ietf:params:oauth:grant-type:device_code")]
    }
}
