//! Login without a password: a code or a link by e-mail, a code by text message.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::one_time_code::{LoginWithOtp, OtpChallenge, OtpSession};
use super::operation::{AuthenticationOperation, Encoding, answers_tokens, read_json};
use super::{AuthenticationClient, TokenSet};
use crate::error::Error;
use crate::extra::Extra;
use crate::id_token::IdTokenExpectation;
use crate::response::{ApiResponse, RawResponse};
use crate::secret::Secret;

const PASSWORDLESS_OTP: &str = "http://auth0.com/oauth/grant-type/passwordless/otp";

/// Passwordless connections of a tenant. From [`AuthenticationClient::passwordless`].
#[derive(Debug, Clone, Copy)]
pub struct Passwordless<'a> {
    pub(super) client: &'a AuthenticationClient,
}

impl Passwordless<'_> {
    /// Sends a code or a link by e-mail.
    ///
    /// ```
    /// use doorward::authentication::SendEmail;
    /// use serde_json::json;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
    /// # let app = tenant.application("Default App").unwrap();
    /// # let auth = tenant.authentication(app)?;
    /// // A code, to be typed in.
    /// auth.passwordless().send_email(&SendEmail::code("ada@example.com")).await?;
    ///
    /// // A link that logs the browser in, by a login with these parameters.
    /// let link = SendEmail {
    ///     auth_params: json!({ "scope": "openid profile", "state": "s" }).as_object().cloned(),
    ///     ..SendEmail::link("ada@example.com")
    /// };
    /// auth.passwordless().send_email(&link).await?;
    ///
    /// // Whatever the tenant takes when nothing is said: a link.
    /// auth.passwordless().send_email(&SendEmail::new("ada@example.com")).await?;
    /// # let letters = tenant.outbox("ada@example.com").await?;
    /// # assert_eq!(letters.len(), 3);
    /// # assert!(letters[2]["code"].is_string() && letters[1]["link"].as_str().unwrap().contains("scope=openid"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `bad.email` for an address that is none, `bad.connection` when the
    /// client may not use the connection.
    #[doc(alias = "sendEmail")]
    #[doc(alias = "requestEmailCode")]
    #[doc(alias = "requestMagicLink")]
    pub async fn send_email(&self, request: &SendEmail) -> Result<ApiResponse<()>, Error> {
        self.client.send(request).await
    }

    /// Sends a code by text message.
    ///
    /// ```
    /// use doorward::authentication::SendSms;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
    /// # let app = tenant.application("Default App").unwrap();
    /// # let auth = tenant.authentication(app)?;
    /// auth.passwordless().send_sms(&SendSms::new("+15550100")).await?;
    /// # assert!(tenant.outbox("+15550100").await?[0]["code"].is_string());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// As [`send_email`](Self::send_email), with `bad.phone_number`.
    #[doc(alias = "sendSMS")]
    #[doc(alias = "requestSMSCode")]
    pub async fn send_sms(&self, request: &SendSms) -> Result<ApiResponse<()>, Error> {
        self.client.send(request).await
    }

    /// Buys tokens with the code that came by e-mail.
    ///
    /// ```
    /// use doorward::authentication::{LoginWithEmail, SendEmail};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
    /// # let app = tenant.application("Default App").unwrap();
    /// # let auth = tenant.authentication(app)?;
    /// auth.passwordless().send_email(&SendEmail::code("ada@example.com")).await?;
    /// # let letters = tenant.outbox("ada@example.com").await?;
    /// # let code = letters[0]["code"].as_str().unwrap();
    /// // The user reads the `code` and types it in.
    /// let login = LoginWithEmail {
    ///     scope: Some("openid email".into()),
    ///     ..LoginWithEmail::new("ada@example.com", code)
    /// };
    /// let tokens = auth.passwordless().login_with_email(&login).await?;
    /// let claims = tokens.claims.as_ref().expect("openid was granted");
    /// assert_eq!(claims.extra.text("email"), Some("ada@example.com"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `invalid_grant` for a code that is wrong, spent or expired.
    #[doc(alias = "loginWithEmail")]
    #[doc(alias = "verifyEmailCode")]
    #[doc(alias = "getTokenByPasswordlessEmail")]
    pub async fn login_with_email(
        &self,
        request: &LoginWithEmail,
    ) -> Result<ApiResponse<TokenSet>, Error> {
        self.client.send(request).await
    }

    /// Buys tokens with the code that came by text message.
    ///
    /// ```
    /// use doorward::authentication::{LoginWithSms, SendSms};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
    /// # let app = tenant.application("Default App").unwrap();
    /// # let auth = tenant.authentication(app)?;
    /// auth.passwordless().send_sms(&SendSms::new("+15550100")).await?;
    /// # let messages = tenant.outbox("+15550100").await?;
    /// # let code = messages[0]["code"].as_str().unwrap();
    /// let tokens = auth.passwordless().login_with_sms(&LoginWithSms::new("+15550100", code)).await?;
    /// assert!(tokens.expires_in.is_some());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// As [`login_with_email`](Self::login_with_email).
    #[doc(alias = "loginWithSMS")]
    #[doc(alias = "verifySMSCode")]
    #[doc(alias = "getTokenByPasswordlessSms")]
    pub async fn login_with_sms(
        &self,
        request: &LoginWithSms,
    ) -> Result<ApiResponse<TokenSet>, Error> {
        self.client.send(request).await
    }

    /// Sends a code to a user of a directory.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `invalid_connection` for a directory without one-time codes.
    #[doc(alias = "challengeWithEmail")]
    #[doc(alias = "challengeWithPhoneNumber")]
    pub async fn challenge(
        &self,
        request: &OtpChallenge,
    ) -> Result<ApiResponse<OtpSession>, Error> {
        self.client.send(request).await
    }

    /// Buys tokens with that code.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `invalid_request` for a code that is wrong, spent or expired.
    #[doc(alias = "getTokenByPasswordlessDbConnection")]
    pub async fn login_with_otp(
        &self,
        request: &LoginWithOtp,
    ) -> Result<ApiResponse<TokenSet>, Error> {
        self.client.send(request).await
    }
}

/// An e-mail with a code or a link.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SendEmail {
    /// The connection; `email` unless said otherwise.
    #[serde(default = "email")]
    pub connection: String,
    /// Where to send it.
    pub email: String,
    /// `code` or `link`; the tenant decides when `None`, and takes `link`.
    pub send: Option<String>,
    /// With a link: parameters of the authorization request that it starts.
    #[serde(rename = "authParams")]
    pub auth_params: Option<Map<String, Value>>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

fn email() -> String {
    "email".to_owned()
}

impl SendEmail {
    /// An e-mail to `email`; the tenant decides between code and link.
    pub fn new(email: impl Into<String>) -> Self {
        Self {
            connection: self::email(),
            email: email.into(),
            send: None,
            auth_params: None,
            extra: Extra::default(),
        }
    }

    /// A code, to be handed to [`Passwordless::login_with_email`].
    pub fn code(email: impl Into<String>) -> Self {
        Self {
            send: Some("code".to_owned()),
            ..Self::new(email)
        }
    }

    /// A link that logs the browser in.
    pub fn link(email: impl Into<String>) -> Self {
        Self {
            send: Some("link".to_owned()),
            ..Self::new(email)
        }
    }
}

impl AuthenticationOperation for SendEmail {
    const NAME: &'static str = "passwordless.sendEmail";
    const PATH: &'static str = "/passwordless/start";
    const ENCODING: Encoding = Encoding::Json;
    type Output = ();

    fn read(_: &RawResponse) -> Result<(), serde_json::Error> {
        Ok(())
    }
}

/// A text message with a code.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SendSms {
    /// The connection; `sms` unless said otherwise.
    #[serde(default = "sms")]
    pub connection: String,
    /// Where to send it, in E.164 form: `+49301234567`.
    pub phone_number: String,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

fn sms() -> String {
    "sms".to_owned()
}

impl SendSms {
    /// A code to `phone_number`.
    pub fn new(phone_number: impl Into<String>) -> Self {
        Self {
            connection: sms(),
            phone_number: phone_number.into(),
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for SendSms {
    const NAME: &'static str = "passwordless.sendSMS";
    const PATH: &'static str = "/passwordless/start";
    const ENCODING: Encoding = Encoding::Json;
    type Output = ();

    fn read(_: &RawResponse) -> Result<(), serde_json::Error> {
        Ok(())
    }
}

/// A login with the code from an e-mail.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LoginWithEmail {
    /// The address the code went to. On the wire `username`.
    #[serde(rename = "username", alias = "email")]
    pub email: String,
    /// The code. On the wire `otp`.
    #[serde(rename = "otp", alias = "code")]
    pub code: Secret,
    /// The connection; `email` unless said otherwise.
    #[serde(default = "email")]
    pub realm: String,
    /// The API the access token is for.
    pub audience: Option<String>,
    /// The scopes wanted, separated by spaces.
    pub scope: Option<String>,
    /// The organization that the ID token must name, as id or name. Not sent.
    #[serde(skip_serializing)]
    pub organization: Option<String>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl LoginWithEmail {
    /// Address and code, nothing else said.
    pub fn new(email: impl Into<String>, code: impl Into<Secret>) -> Self {
        Self {
            email: email.into(),
            code: code.into(),
            realm: self::email(),
            audience: None,
            scope: None,
            organization: None,
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for LoginWithEmail {
    const NAME: &'static str = "passwordless.loginWithEmail";
    answers_tokens!();

    fn fixed_parameters(&self) -> Vec<(&'static str, &'static str)> {
        vec![("grant_type", PASSWORDLESS_OTP)]
    }

    fn expected_id_token(&self) -> IdTokenExpectation<'_> {
        IdTokenExpectation {
            organization: self.organization.as_deref(),
            ..IdTokenExpectation::default()
        }
    }
}

/// A login with the code from a text message.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LoginWithSms {
    /// The number the code went to. On the wire `username`.
    #[serde(rename = "username", alias = "phone_number")]
    pub phone_number: String,
    /// The code. On the wire `otp`.
    #[serde(rename = "otp", alias = "code")]
    pub code: Secret,
    /// The connection; `sms` unless said otherwise.
    #[serde(default = "sms")]
    pub realm: String,
    /// The API the access token is for.
    pub audience: Option<String>,
    /// The scopes wanted, separated by spaces.
    pub scope: Option<String>,
    /// The organization that the ID token must name, as id or name. Not sent.
    #[serde(skip_serializing)]
    pub organization: Option<String>,
    /// Further parameters.
    #[serde(flatten)]
    pub extra: Extra,
}

impl LoginWithSms {
    /// Number and code, nothing else said.
    pub fn new(phone_number: impl Into<String>, code: impl Into<Secret>) -> Self {
        Self {
            phone_number: phone_number.into(),
            code: code.into(),
            realm: sms(),
            audience: None,
            scope: None,
            organization: None,
            extra: Extra::default(),
        }
    }
}

impl AuthenticationOperation for LoginWithSms {
    const NAME: &'static str = "passwordless.loginWithSMS";
    answers_tokens!();

    fn fixed_parameters(&self) -> Vec<(&'static str, &'static str)> {
        vec![("grant_type", PASSWORDLESS_OTP)]
    }

    fn expected_id_token(&self) -> IdTokenExpectation<'_> {
        IdTokenExpectation {
            organization: self.organization.as_deref(),
            ..IdTokenExpectation::default()
        }
    }
}
