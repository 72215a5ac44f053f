//! `POST /mfa/challenge`: the beginning of the second step.

use serde::{Deserialize, Serialize};

use crate::authentication::operation::{AuthenticationOperation, Encoding, read_json};
use crate::extra::Extra;
use crate::response::RawResponse;
use crate::secret::Secret;

/// A second step to begin.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MfaChallenge {
    /// The `mfa_token` of an `mfa_required`.
    pub mfa_token: Secret,
    /// `otp`, `oob`, or both with a space between them; the tenant decides when `None`.
    pub challenge_type: Option<String>,
    /// Which factor, by its id.
    pub authenticator_id: Option<String>,
    /// Which channel of the factor: `sms`, `voice`, `auth0` or `email`.
    pub oob_channel: Option<String>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl MfaChallenge {
    /// Whatever factor the tenant prefers.
    pub fn new(mfa_token: impl Into<Secret>) -> Self {
        Self {
            mfa_token: mfa_token.into(),
            challenge_type: None,
            authenticator_id: None,
            oob_channel: None,
            extra: Extra::default(),
        }
    }
}

/// What the user has to do.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Challenge {
    /// `otp`: read a code from an application. `oob`: wait for a message.
    pub challenge_type: String,
    /// With `oob`: what [`MfaOobGrant`](super::MfaOobGrant) is made of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oob_code: Option<Secret>,
    /// `prompt` when the message holds a code to type; otherwise it is answered where it arrives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub binding_method: Option<String>,
    /// Everything else in the answer.
    #[serde(flatten)]
    pub extra: Extra,
}

impl AuthenticationOperation for MfaChallenge {
    const NAME: &'static str = "mfa.challenge";
    const PATH: &'static str = "/mfa/challenge";
    const ENCODING: Encoding = Encoding::Json;
    type Output = Challenge;

    fn read(response: &RawResponse) -> Result<Self::Output, serde_json::Error> {
        read_json(response)
    }
}
