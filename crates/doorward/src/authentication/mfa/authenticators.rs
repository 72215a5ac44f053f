//! `/mfa/authenticators` and `/mfa/associate`: the factors of a user.

use std::borrow::Cow;

use http::Method;
use serde::{Deserialize, Serialize};

use crate::authentication::operation::{
    AuthenticationOperation, ClientProof, Encoding, escaped, read_json,
};
use crate::extra::Extra;
use crate::response::RawResponse;
use crate::secret::Secret;

/// The question for a user's factors.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ListAuthenticators {
    /// The `mfa_token` of an `mfa_required`, or an access token for `https://{domain}/mfa/` with
    /// `read:authenticators`. In the header.
    #[serde(skip_serializing)]
    pub mfa_token: Secret,
}

impl ListAuthenticators {
    /// The factors of the user whom `mfa_token` was made for.
    pub fn new(mfa_token: impl Into<Secret>) -> Self {
        Self {
            mfa_token: mfa_token.into(),
        }
    }
}

/// A factor of a user.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Authenticator {
    /// Its id, such as `totp|dev_…`.
    pub id: String,
    /// `otp`, `oob` or `recovery-code`.
    pub authenticator_type: String,
    /// Whether it has been confirmed.
    #[serde(default)]
    pub active: bool,
    /// With `oob`: `sms`, `voice`, `auth0` (a notification) or `email`.
    #[serde(
        default,
        alias = "oob_channels",
        skip_serializing_if = "Option::is_none"
    )]
    pub oob_channel: Option<String>,
    /// What the user recognises it by, such as `XXXXXXXXX9167`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Everything else in the answer.
    #[serde(flatten)]
    pub extra: Extra,
}

impl AuthenticationOperation for ListAuthenticators {
    const NAME: &'static str = "mfa.listAuthenticators";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/mfa/authenticators";
    const ENCODING: Encoding = Encoding::Query;
    const NAMES_CLIENT: bool = false;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Never;
    type Output = Vec<Authenticator>;

    fn bearer(&self) -> Option<&str> {
        Some(&self.mfa_token)
    }

    fn read(response: &RawResponse) -> Result<Self::Output, serde_json::Error> {
        read_json(response)
    }
}

/// A factor to be removed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DeleteAuthenticator {
    /// An access token for `https://{domain}/mfa/` with `remove:authenticators`. In the header.
    #[serde(skip_serializing)]
    pub access_token: Secret,
    /// The factor, by its [`Authenticator::id`]. In the path.
    #[serde(skip_serializing, alias = "authenticator_id")]
    pub id: String,
}

impl DeleteAuthenticator {
    /// Removes the factor `id`.
    pub fn new(access_token: impl Into<Secret>, id: impl Into<String>) -> Self {
        Self {
            access_token: access_token.into(),
            id: id.into(),
        }
    }
}

impl AuthenticationOperation for DeleteAuthenticator {
    const NAME: &'static str = "mfa.deleteAuthenticator";
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/mfa/authenticators/{authenticator_id}";
    const ENCODING: Encoding = Encoding::Query;
    const NAMES_CLIENT: bool = false;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Never;
    type Output = ();

    fn path(&self) -> Cow<'_, str> {
        format!("/mfa/authenticators/{}", escaped(&self.id)).into()
    }

    fn bearer(&self) -> Option<&str> {
        Some(&self.access_token)
    }

    fn read(_: &RawResponse) -> Result<(), serde_json::Error> {
        Ok(())
    }
}

/// A factor to be enrolled.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AssociateAuthenticator {
    /// The `mfa_token` of an `mfa_required`, or an access token for `https://{domain}/mfa/` with
    /// `enroll`. In the header.
    #[serde(skip_serializing)]
    pub mfa_token: Secret,
    /// `otp` for an authenticator application, or `oob`.
    pub authenticator_types: Vec<String>,
    /// With `oob`: `sms`, `voice`, `auth0` (a notification) or `email`.
    pub oob_channels: Option<Vec<String>>,
    /// With `sms` and `voice`: the number, in E.164 form.
    pub phone_number: Option<String>,
    /// With `email`: the address; the user's own when `None`.
    pub email: Option<String>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl AssociateAuthenticator {
    /// An authenticator application.
    pub fn otp(mfa_token: impl Into<Secret>) -> Self {
        Self {
            mfa_token: mfa_token.into(),
            authenticator_types: vec!["otp".to_owned()],
            oob_channels: None,
            phone_number: None,
            email: None,
            extra: Extra::default(),
        }
    }

    /// Codes by text message.
    pub fn sms(mfa_token: impl Into<Secret>, phone_number: impl Into<String>) -> Self {
        Self {
            phone_number: Some(phone_number.into()),
            ..Self::oob(mfa_token, "sms")
        }
    }

    /// Codes by voice call.
    pub fn voice(mfa_token: impl Into<Secret>, phone_number: impl Into<String>) -> Self {
        Self {
            phone_number: Some(phone_number.into()),
            ..Self::oob(mfa_token, "voice")
        }
    }

    /// Codes by e-mail.
    pub fn email(mfa_token: impl Into<Secret>, email: impl Into<String>) -> Self {
        Self {
            email: Some(email.into()),
            ..Self::oob(mfa_token, "email")
        }
    }

    /// Notifications of Auth0's application.
    pub fn push(mfa_token: impl Into<Secret>) -> Self {
        Self::oob(mfa_token, "auth0")
    }

    fn oob(mfa_token: impl Into<Secret>, channel: &str) -> Self {
        Self {
            authenticator_types: vec!["oob".to_owned()],
            oob_channels: Some(vec![channel.to_owned()]),
            ..Self::otp(mfa_token)
        }
    }
}

/// A factor on its way.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Association {
    /// `otp` or `oob`.
    pub authenticator_type: String,
    /// With `otp`: the secret to type where no camera is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret: Option<Secret>,
    /// What to show as a QR code. It holds the secret.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub barcode_uri: Option<Secret>,
    /// With `oob`: the channel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oob_channel: Option<String>,
    /// With `oob`: what the confirming [`MfaOobGrant`](super::MfaOobGrant) is made of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oob_code: Option<Secret>,
    /// `prompt` when the user has to type a code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub binding_method: Option<String>,
    /// With the first factor: codes for the day it is lost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recovery_codes: Option<Vec<Secret>>,
    /// Everything else in the answer.
    #[serde(flatten)]
    pub extra: Extra,
}

impl AuthenticationOperation for AssociateAuthenticator {
    const NAME: &'static str = "mfa.associate";
    const PATH: &'static str = "/mfa/associate";
    const ENCODING: Encoding = Encoding::Json;
    const NAMES_CLIENT: bool = false;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Never;
    type Output = Association;

    fn bearer(&self) -> Option<&str> {
        Some(&self.mfa_token)
    }

    fn read(response: &RawResponse) -> Result<Self::Output, serde_json::Error> {
        read_json(response)
    }
}
