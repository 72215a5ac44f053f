//! The grants of the second step.

use serde::{Deserialize, Serialize};

use crate::authentication::TokenSet;
use crate::authentication::operation::{
    AuthenticationOperation, Encoding, answers_tokens, read_json,
};
use crate::extra::Extra;
use crate::response::RawResponse;
use crate::secret::Secret;

/// A code of an authenticator application.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MfaOtpGrant {
    /// The `mfa_token` of an `mfa_required`.
    pub mfa_token: Secret,
    /// The code.
    pub otp: Secret,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl MfaOtpGrant {
    /// The code `otp` in the step of `mfa_token`.
    pub fn new(mfa_token: impl Into<Secret>, otp: impl Into<Secret>) -> Self {
        Self {
            mfa_token: mfa_token.into(),
            otp: otp.into(),
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for MfaOtpGrant {
    const NAME: &'static str = "mfa.verifyOtp";
    answers_tokens!();

    fn fixed_parameters(&self) -> Vec<(&'static str, &'static str)> {
        vec![("grant_type", "http://auth0.com/oauth/grant-type/mfa-otp")]
    }
}

/// A message that was sent: with the code in it, or as a notification that was answered.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MfaOobGrant {
    /// The `mfa_token` of an `mfa_required`.
    pub mfa_token: Secret,
    /// From [`Challenge::oob_code`](super::Challenge::oob_code).
    pub oob_code: Secret,
    /// The code in the message; `None` for a notification.
    pub binding_code: Option<Secret>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl MfaOobGrant {
    /// A notification, answered or not.
    pub fn new(mfa_token: impl Into<Secret>, oob_code: impl Into<Secret>) -> Self {
        Self {
            mfa_token: mfa_token.into(),
            oob_code: oob_code.into(),
            binding_code: None,
            extra: Extra::default(),
        }
    }

    /// With the code that the message holds.
    pub fn binding_code(mut self, code: impl Into<Secret>) -> Self {
        self.binding_code = Some(code.into());
        self
    }
}

impl AuthenticationOperation for MfaOobGrant {
    const NAME: &'static str = "mfa.verifyOob";
    answers_tokens!();

    fn fixed_parameters(&self) -> Vec<(&'static str, &'static str)> {
        vec![("grant_type", "http://auth0.com/oauth/grant-type/mfa-oob")]
    }
}

/// The recovery code, instead of a lost factor.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MfaRecoveryCodeGrant {
    /// The `mfa_token` of an `mfa_required`.
    pub mfa_token: Secret,
    /// The code.
    pub recovery_code: Secret,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl MfaRecoveryCodeGrant {
    /// The code `recovery_code` in the step of `mfa_token`.
    pub fn new(mfa_token: impl Into<Secret>, recovery_code: impl Into<Secret>) -> Self {
        Self {
            mfa_token: mfa_token.into(),
            recovery_code: recovery_code.into(),
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for MfaRecoveryCodeGrant {
    const NAME: &'static str = "mfa.verifyRecoveryCode";
    answers_tokens!();

    fn fixed_parameters(&self) -> Vec<(&'static str, &'static str)> {
        vec![(
            "grant_type",
            "http://auth0.com/oauth/grant-type/mfa-recovery-code",
        )]
    }
}
