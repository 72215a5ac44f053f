//! What Auth0 offered before OpenID Connect, and old programs still call.
//!
//! Tenants made since June 2017 refuse all of it, unless an application has the grant types
//! `http://auth0.com/oauth/legacy/grant-type/…`. New programs have no use for it: the table says what
//! took its place.
//!
//! | here | today |
//! |---|---|
//! | [`Legacy::sign_in`] | [`password_grant`](crate::authentication::OAuth::password_grant) |
//! | [`Legacy::verify_passwordless`] | [`login_with_email`](crate::authentication::Passwordless::login_with_email), [`login_with_sms`](crate::authentication::Passwordless::login_with_sms) |
//! | [`Legacy::social_sign_in`] | [`native_social_login`](crate::authentication::TokenExchange::native_social_login) |
//! | [`Legacy::change_password`] | [`change_password`](crate::authentication::Database::change_password), which lets the user choose the password |
//! | [`Legacy::token_info`] | [`IdTokenVerifier`](crate::id_token::IdTokenVerifier) |
//! | [`Legacy::delegation_token`] | [`exchange_token`](crate::authentication::TokenExchange::exchange_token) |
//! | [`Legacy::impersonate`] | nothing |
//! | [`Legacy::unlink`] | the Management API's `users.identities.delete` |

mod delegation;
mod impersonation;
mod resource_owner;
mod social;
mod token_info;

pub use self::delegation::{Delegation, DelegationToken};
pub use self::impersonation::Impersonate;
pub use self::resource_owner::{LegacyChangePassword, ResourceOwner, VerifyPasswordless};
pub use self::social::{SocialSignIn, Unlink};
pub use self::token_info::{TokenInfo, TokenInfoResponse};

use serde_json::Value;

use super::{AuthenticationClient, TokenSet};
use crate::error::Error;
use crate::response::ApiResponse;

/// The calls of versions 2 and 3 of the Node SDK that have no successor. From
/// [`AuthenticationClient::legacy`].
#[derive(Debug, Clone, Copy)]
pub struct Legacy<'a> {
    pub(super) client: &'a AuthenticationClient,
}

impl Legacy<'_> {
    /// Buys tokens with a user's name and password, or with the code of a text message.
    ///
    /// ```
    /// use doorward::authentication::SendSms;
    /// use doorward::authentication::legacy::ResourceOwner;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
    /// # let app = tenant.application("Default App").unwrap();
    /// # let auth = tenant.authentication(app)?;
    /// # let (email, password) = (doorward_testing::DEMO_EMAIL, doorward_testing::DEMO_PASSWORD);
    /// # let change = serde_json::json!({ "grant_types": [
    /// #     "password", "http://auth0.com/oauth/legacy/grant-type/ro",
    /// #     "http://auth0.com/oauth/grant-type/passwordless/otp",
    /// # ] });
    /// # let change: doorward::management::UpdateClientRequestContent = serde_json::from_value(change)?;
    /// # let change = doorward::management::UpdateClient::new(app.client_id.as_str(), change);
    /// # tenant.management()?.send(&change).await?;
    /// let login = ResourceOwner::new("Username-Password-Authentication", email, password);
    /// let tokens = auth.legacy().sign_in(&login).await?;
    /// assert!(tokens.claims.is_some());
    ///
    /// auth.passwordless().send_sms(&SendSms::new("+15550100")).await?;
    /// # let messages = tenant.outbox("+15550100").await?;
    /// # let code = messages[0]["code"].as_str().unwrap();
    /// let tokens = auth.legacy().sign_in(&ResourceOwner::sms("+15550100", code)).await?;
    /// assert!(tokens.id_token.is_some());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `invalid_user_password` for a wrong name or password,
    /// `unauthorized_client` for a client without the legacy grant type.
    #[doc(alias = "signIn")]
    #[doc(alias = "verifySMSCode")]
    pub async fn sign_in(&self, request: &ResourceOwner) -> Result<ApiResponse<TokenSet>, Error> {
        self.client.send(request).await
    }

    /// Buys tokens with the code that came by e-mail or text message.
    ///
    /// # Errors
    ///
    /// As [`sign_in`](Self::sign_in).
    pub async fn verify_passwordless(
        &self,
        request: &VerifyPasswordless,
    ) -> Result<ApiResponse<TokenSet>, Error> {
        self.client.send(request).await
    }

    /// Buys tokens with an access token of a social network.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `invalid_request` when the network does not know the token.
    #[doc(alias = "socialSignIn")]
    pub async fn social_sign_in(
        &self,
        request: &SocialSignIn,
    ) -> Result<ApiResponse<TokenSet>, Error> {
        self.client.send(request).await
    }

    /// Separates an identity from the user that an access token belongs to.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] when the identity is not the user's.
    pub async fn unlink(&self, request: &Unlink) -> Result<ApiResponse<()>, Error> {
        self.client.send(request).await
    }

    /// Asks for a new password that takes effect when the user confirms it by e-mail. Answers with
    /// the sentence to show.
    ///
    /// ```
    /// use doorward::authentication::legacy::LegacyChangePassword;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
    /// # let app = tenant.application("Default App").unwrap();
    /// # let auth = tenant.authentication(app)?;
    /// # let (email, password) = (doorward_testing::DEMO_EMAIL, doorward_testing::DEMO_PASSWORD);
    /// let database = "Username-Password-Authentication";
    /// let request = LegacyChangePassword::new(email, "another-Horse-8", database);
    /// let sentence = auth.legacy().change_password(&request).await?;
    /// assert!(sentence.contains("email"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Api`] when the connection is not the client's.
    #[doc(alias = "changePassword")]
    pub async fn change_password(
        &self,
        request: &LegacyChangePassword,
    ) -> Result<ApiResponse<String>, Error> {
        self.client.send(request).await
    }

    /// What the tenant knows about the user of an ID token.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with 401 for a token that is wrong or expired.
    #[doc(alias = "getInfo")]
    #[doc(alias = "tokens.getInfo")]
    pub async fn token_info(
        &self,
        request: &TokenInfo,
    ) -> Result<ApiResponse<TokenInfoResponse>, Error> {
        self.client.send(request).await
    }

    /// Exchanges a token for one of another client or of a cloud service.
    ///
    /// ```
    /// use doorward::authentication::legacy::Delegation;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
    /// # let app = tenant.application("Default App").unwrap();
    /// # let other = tenant.application("Default SPA").unwrap();
    /// # for client_id in [app.client_id.as_str(), other.client_id.as_str()] {
    /// #     let grant_types = ["password", "http://auth0.com/oauth/legacy/grant-type/delegation/id_token"];
    /// #     let change = serde_json::json!({ "grant_types": grant_types });
    /// #     let change: doorward::management::UpdateClientRequestContent = serde_json::from_value(change)?;
    /// #     tenant.management()?.send(&doorward::management::UpdateClient::new(client_id, change)).await?;
    /// # }
    /// # let auth = tenant.authentication(app)?;
    /// # let login = doorward::authentication::PasswordGrant {
    /// #     scope: Some("openid".into()),
    /// #     ..doorward::authentication::PasswordGrant::new(doorward_testing::DEMO_EMAIL, doorward_testing::DEMO_PASSWORD)
    /// # };
    /// # let tokens = auth.oauth().password_grant(&login).await?;
    /// # let (id_token, target) = (tokens.id_token.as_ref().unwrap(), other.client_id.as_str());
    /// let request = Delegation::of_id_token(id_token, target, "app");
    /// let token = auth.legacy().delegation_token(&request).await?;
    /// assert!(token.id_token.is_some());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`ArgumentError::NeitherOf`](crate::ArgumentError::NeitherOf) or
    /// [`BothOf`](crate::ArgumentError::BothOf) unless exactly one of `id_token` and `refresh_token` is given; [`Error::Api`] when the target is not the client's.
    #[doc(alias = "getDelegationToken")]
    pub async fn delegation_token(
        &self,
        request: &Delegation,
    ) -> Result<ApiResponse<DelegationToken>, Error> {
        self.client.send(request).await
    }

    /// An address that logs an administrator in as somebody else, once.
    ///
    /// ```
    /// use doorward::authentication::legacy::Impersonate;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # use doorward::management::{ListClients, ListUsers, UpdateClient};
    /// # use serde_json::{from_value, json, to_value};
    /// # let tenant = doorward_testing::TestTenant::builder().user("grace@example.com", "another-Horse-8");
    /// # let allowed = json!({ "tenant": { "flags": { "disable_impersonation": false } } });
    /// # let tenant = tenant.tenant_file(allowed).without_ports().start().await?;
    /// # let (management, app) = (tenant.management()?, tenant.application("Default App").unwrap());
    /// # let legacy = "http://auth0.com/oauth/legacy/grant-type/ro";
    /// # let change = json!({ "grant_types": ["authorization_code", legacy] });
    /// # let change: doorward::management::UpdateClientRequestContent = from_value(change)?;
    /// # management.send(&UpdateClient::new(app.client_id.as_str(), change)).await?;
    /// # let all = ListClients { is_global: Some(true), ..ListClients::default() };
    /// # let all = to_value(&management.send(&all).await?.data)?;
    /// # let text = |name: &str| all[0][name].as_str().unwrap_or_default().to_owned();
    /// # let global = doorward::AuthenticationClient::builder(tenant.domain()).transport(tenant.transport());
    /// # let global = global.client_id(text("client_id")).client_secret(text("client_secret")).build()?;
    /// # let users = to_value(&management.send(&ListUsers::default()).await?.data)?;
    /// # let id_of = |email: &str| {
    /// #     let user = users.as_array().unwrap().iter().find(|user| user["email"] == email).unwrap();
    /// #     user["user_id"].as_str().unwrap().to_owned()
    /// # };
    /// # let (user_id, administrator) = (id_of("grace@example.com"), id_of(doorward_testing::DEMO_EMAIL));
    /// # let auth = tenant.authentication(app)?;
    /// // What the global client, "All Applications", buys for no API.
    /// # let grant = doorward::authentication::ClientCredentialsGrant::new("");
    /// let token = global.oauth().client_credentials_grant(&grant).await?.data.access_token;
    /// let login = json!({ "response_type": "code", "callback_url": app.callbacks[0] });
    /// let request = Impersonate {
    ///     additional_parameters: login.as_object().cloned(),
    ///     ..Impersonate::new(user_id, administrator, "oauth2", token)
    /// };
    /// let link = auth.legacy().impersonate(&request).await?;
    /// assert!(link.contains("/impersonate?&bewit="));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Api`] when the token's owner may not.
    pub async fn impersonate(&self, request: &Impersonate) -> Result<ApiResponse<String>, Error> {
        self.client.send(request).await
    }
}

/// The body of an answer as text. A JSON string loses its quotes.
fn read_text(body: &[u8]) -> String {
    match serde_json::from_slice(body) {
        Ok(Value::String(text)) => text,
        _ => String::from_utf8_lossy(body).into_owned(),
    }
}
