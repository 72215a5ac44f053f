//! `POST /oauth/ro` and `POST /passwordless/verify`: passwords and codes; and the old way to change
//! a password.

use serde::{Deserialize, Serialize};

use super::read_text;
use crate::authentication::TokenSet;
use crate::authentication::operation::{AuthenticationOperation, ClientProof, Encoding, read_json};
use crate::extra::Extra;
use crate::response::RawResponse;
use crate::secret::Secret;

fn password() -> String {
    "password".to_owned()
}

fn openid() -> Option<String> {
    Some("openid".to_owned())
}

/// A login with name and password at `POST /oauth/ro`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ResourceOwner {
    /// What the credentials are: `password` unless said otherwise, or
    /// `urn:ietf:params:oauth:grant-type:jwt-bearer` with an `id_token` among the
    /// [`extra`](Self::extra).
    #[serde(default = "password")]
    pub grant_type: String,
    /// The scopes wanted, separated by spaces; `openid` unless said otherwise.
    #[serde(default = "openid")]
    pub scope: Option<String>,
    /// The connection: a directory, or `sms` with the code of a text message.
    pub connection: String,
    /// User name, e-mail address or phone number.
    pub username: String,
    /// The password, or the code.
    pub password: Secret,
    /// The name of the device, for a refresh token.
    pub device: Option<String>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ResourceOwner {
    /// Name and password in a directory.
    pub fn new(
        connection: impl Into<String>,
        username: impl Into<String>,
        password: impl Into<Secret>,
    ) -> Self {
        Self {
            grant_type: self::password(),
            scope: openid(),
            connection: connection.into(),
            username: username.into(),
            password: password.into(),
            device: None,
            extra: Extra::default(),
        }
    }

    /// The code that came by text message to `phone_number`.
    pub fn sms(phone_number: impl Into<String>, code: impl Into<Secret>) -> Self {
        Self::new("sms", phone_number, code)
    }
}

impl AuthenticationOperation for ResourceOwner {
    const NAME: &'static str = "legacy.signIn";
    const PATH: &'static str = "/oauth/ro";
    const ENCODING: Encoding = Encoding::Json;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Never;
    type Output = TokenSet;

    fn read(response: &RawResponse) -> Result<TokenSet, serde_json::Error> {
        read_json(response)
    }

    fn tokens(output: &mut TokenSet) -> Option<&mut TokenSet> {
        Some(output)
    }
}

/// A login with a code at `POST /passwordless/verify`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct VerifyPasswordless {
    /// `password`; the code is one.
    #[serde(default = "password")]
    pub grant_type: String,
    /// The scopes wanted, separated by spaces; `openid` unless said otherwise.
    #[serde(default = "openid")]
    pub scope: Option<String>,
    /// `email` or `sms`.
    pub connection: String,
    /// Where the code went. On the wire `username`.
    pub username: String,
    /// The code. On the wire `password`.
    #[serde(rename = "password", alias = "code", alias = "verification_code")]
    pub code: Secret,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl VerifyPasswordless {
    /// The code that came by e-mail.
    pub fn email(email: impl Into<String>, code: impl Into<Secret>) -> Self {
        Self::of("email", email.into(), code.into())
    }

    /// The code that came by text message.
    pub fn sms(phone_number: impl Into<String>, code: impl Into<Secret>) -> Self {
        Self::of("sms", phone_number.into(), code.into())
    }

    fn of(connection: &str, username: String, code: Secret) -> Self {
        Self {
            grant_type: password(),
            scope: openid(),
            connection: connection.to_owned(),
            username,
            code,
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for VerifyPasswordless {
    const NAME: &'static str = "legacy.verifyPasswordless";
    const PATH: &'static str = "/passwordless/verify";
    const ENCODING: Encoding = Encoding::Json;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Never;
    type Output = TokenSet;

    fn read(response: &RawResponse) -> Result<TokenSet, serde_json::Error> {
        read_json(response)
    }

    fn tokens(output: &mut TokenSet) -> Option<&mut TokenSet> {
        Some(output)
    }
}

/// A new password, to be confirmed by e-mail.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LegacyChangePassword {
    /// E-mail address of the user.
    pub email: String,
    /// The new password.
    pub password: Secret,
    /// The connection, by its name.
    pub connection: String,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl LegacyChangePassword {
    /// `password` for the user with `email` in `connection`.
    pub fn new(
        email: impl Into<String>,
        password: impl Into<Secret>,
        connection: impl Into<String>,
    ) -> Self {
        Self {
            email: email.into(),
            password: password.into(),
            connection: connection.into(),
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for LegacyChangePassword {
    const NAME: &'static str = "legacy.changePassword";
    const PATH: &'static str = "/dbconnections/change_password";
    const ENCODING: Encoding = Encoding::Json;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Never;
    type Output = String;

    fn read(response: &RawResponse) -> Result<String, serde_json::Error> {
        Ok(read_text(&response.body))
    }
}
