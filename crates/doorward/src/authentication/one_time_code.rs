//! `POST /otp/challenge`: one-time codes for users of a directory.

use serde::{Deserialize, Serialize};

use super::TokenSet;
use super::operation::{AuthenticationOperation, Encoding, answers_tokens, read_json};
use crate::error::ArgumentError;
use crate::extra::Extra;
use crate::response::RawResponse;
use crate::secret::Secret;

/// A code for a user of a directory, by e-mail or phone. The answer is the same whether the user
/// exists or not.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OtpChallenge {
    /// The directory, by its name.
    pub connection: String,
    /// Where to send it. Exactly one of address and number.
    pub email: Option<String>,
    /// Where to send it, in E.164 form.
    pub phone_number: Option<String>,
    /// Whether a user who does not exist is made; `false` unless said otherwise.
    #[serde(default)]
    pub allow_signup: bool,
    /// With a number: `text` or `voice`.
    pub delivery_method: Option<String>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl OtpChallenge {
    /// A code by e-mail.
    pub fn email(connection: impl Into<String>, email: impl Into<String>) -> Self {
        Self {
            connection: connection.into(),
            email: Some(email.into()),
            phone_number: None,
            allow_signup: false,
            delivery_method: None,
            extra: Extra::default(),
        }
    }

    /// A code by text message.
    pub fn phone_number(connection: impl Into<String>, phone_number: impl Into<String>) -> Self {
        Self {
            email: None,
            phone_number: Some(phone_number.into()),
            ..Self::email(connection, "")
        }
    }
}

/// A code under way.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OtpSession {
    /// What [`LoginWithOtp`] is made of.
    pub auth_session: Secret,
    /// Everything else in the answer.
    #[serde(flatten)]
    pub extra: Extra,
}

impl AuthenticationOperation for OtpChallenge {
    const NAME: &'static str = "passwordless.challenge";
    const PATH: &'static str = "/otp/challenge";
    const ENCODING: Encoding = Encoding::Json;
    type Output = OtpSession;

    fn check(&self) -> Result<(), ArgumentError> {
        let names = ("email", "phone_number");
        ArgumentError::unless_one_of(names, &self.email, &self.phone_number)
    }

    fn read(response: &RawResponse) -> Result<Self::Output, serde_json::Error> {
        read_json(response)
    }
}

/// A login with the code of an [`OtpChallenge`].
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LoginWithOtp {
    /// From [`OtpSession::auth_session`].
    pub auth_session: Secret,
    /// The code.
    pub otp: Secret,
    /// The scopes wanted, separated by spaces.
    pub scope: Option<String>,
    /// The API the access token is for.
    pub audience: Option<String>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl LoginWithOtp {
    /// Session and code, nothing else said.
    pub fn new(auth_session: impl Into<Secret>, otp: impl Into<Secret>) -> Self {
        Self {
            auth_session: auth_session.into(),
            otp: otp.into(),
            scope: None,
            audience: None,
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for LoginWithOtp {
    const NAME: &'static str = "passwordless.loginWithOtp";
    answers_tokens!();

    fn fixed_parameters(&self) -> Vec<(&'static str, &'static str)> {
        vec![(
            "grant_type",
            "http://auth0.com/oauth/grant-type/passwordless/otp",
        )]
    }
}
