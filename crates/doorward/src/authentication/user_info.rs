//! `GET /userinfo`: who an access token belongs to.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::header::AUTHORIZATION;
use http::{HeaderValue, Method};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::operation::read_json;
use crate::dispatch::{Dispatcher, Outgoing};
use crate::dpop::{Bound, DpopKey, Nonces};
use crate::error::{ArgumentError, Error};
use crate::extra::Extra;
use crate::http_settings::{HttpSettings, http_setters};
use crate::options::RequestOptions;
use crate::response::{ApiResponse, RawResponse};
use crate::retry::RetryPolicy;

/// Reads the profiles of users whose access token a program holds. It needs no client of its own.
///
/// An attempt may take 10 seconds; 429 and lost connections are tried again up to 3 times, unless
/// said otherwise.
///
/// ```
/// use doorward::UserInfoClient;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
/// # let app = tenant.application("Default App").unwrap();
/// # let auth = tenant.authentication(app)?;
/// # let (email, password) = (doorward_testing::DEMO_EMAIL, doorward_testing::DEMO_PASSWORD);
/// # let login = doorward::authentication::PasswordGrant {
/// #     scope: Some("openid email".into()),
/// #     ..doorward::authentication::PasswordGrant::new(email, password)
/// # };
/// # let tokens = auth.oauth().password_grant(&login).await?;
/// # let (domain, access_token) = (tenant.domain(), &tokens.access_token);
/// let users = UserInfoClient::builder(domain)
/// #   .transport(tenant.transport())
///     .build()?;
/// let user = users.get_user_info(access_token).await?;
/// assert_eq!(user.email.as_deref(), Some(email));
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct UserInfoClient {
    dispatcher: Arc<Dispatcher>,
    options: Option<Arc<RequestOptions>>,
    /// The key that access tokens are bound to, and the nonces of the endpoint.
    dpop: Option<(DpopKey, Arc<Nonces>)>,
}

impl UserInfoClient {
    /// A client of the tenant at `domain`: host, and port if it is not 443.
    pub fn builder(domain: impl Into<String>) -> UserInfoClientBuilder {
        UserInfoClientBuilder {
            domain: domain.into(),
            http: HttpSettings::default(),
            dpop: None,
        }
    }

    /// The same client with other headers, timeout or retries.
    pub fn with(&self, options: RequestOptions) -> Self {
        Self {
            dispatcher: self.dispatcher.clone(),
            options: Some(Arc::new(options)),
            dpop: self.dpop.clone(),
        }
    }

    /// The claims about the user that the token's scopes allow to see.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with 401 for a token that is wrong, expired, or without `openid`.
    #[doc(alias = "getUserInfo")]
    #[doc(alias = "getProfile")]
    pub async fn get_user_info(&self, access_token: &str) -> Result<ApiResponse<UserInfo>, Error> {
        let response = self.ask(access_token).await?;
        match read_json(&response) {
            Ok(data) => Ok(ApiResponse {
                data,
                status: response.status,
                headers: response.headers,
            }),
            Err(source) => Err(Error::undecodable(source, response)),
        }
    }
}

impl UserInfoClient {
    /// The request, with a proof of the key if the token is bound to one (RFC 9449, 7.1).
    async fn ask(&self, access_token: &str) -> Result<RawResponse, Error> {
        let url = self.dispatcher.domain.url("/userinfo");
        let outgoing = Outgoing::new(Method::GET, url);
        let outgoing = match &self.dpop {
            None => outgoing.header(AUTHORIZATION, bearer(access_token)?),
            Some((key, nonces)) => Outgoing {
                bound: Some(Bound::new(
                    key.clone(),
                    nonces.clone(),
                    Some(access_token.into()),
                )),
                ..outgoing.header(AUTHORIZATION, credentials("DPoP", access_token)?)
            },
        };
        self.dispatcher
            .send(outgoing, self.options.as_deref())
            .await
    }
}

/// The `Authorization` header of a bearer token (RFC 6750, 2.1).
pub(crate) fn bearer(token: &str) -> Result<HeaderValue, ArgumentError> {
    credentials("Bearer", token)
}

/// The `Authorization` header of a token shown by `scheme`.
pub(crate) fn credentials(scheme: &str, token: &str) -> Result<HeaderValue, ArgumentError> {
    let mut value = HeaderValue::try_from(format!("{scheme} {token}"))
        .map_err(|_| ArgumentError::Header("authorization".into()))?;
    value.set_sensitive(true);
    Ok(value)
}

impl fmt::Debug for UserInfoClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UserInfoClient")
            .field("domain", &self.dispatcher.domain)
            .finish_non_exhaustive()
    }
}

/// Settings of a [`UserInfoClient`].
#[derive(Debug)]
#[must_use = "a builder does nothing until `build`"]
pub struct UserInfoClientBuilder {
    domain: String,
    http: HttpSettings,
    dpop: Option<DpopKey>,
}

impl UserInfoClientBuilder {
    http_setters!();

    /// Shows tokens with a proof of this key, which they are bound to (DPoP).
    pub fn dpop(mut self, key: DpopKey) -> Self {
        self.dpop = Some(key);
        self
    }

    /// The client.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] when a setting makes no sense.
    pub fn build(self) -> Result<UserInfoClient, Error> {
        let timeout = Duration::from_secs(10);
        let dispatcher =
            self.http
                .dispatcher(&self.domain, timeout, RetryPolicy::authentication())?;
        Ok(UserInfoClient {
            dispatcher: Arc::new(dispatcher),
            options: None,
            dpop: self.dpop.map(|key| (key, Arc::new(Nonces::default()))),
        })
    }
}

/// The claims about a user (OpenID Connect Core 5.1). Which are there depends on the scopes.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UserInfo {
    /// The user's id, such as `auth0|…`.
    pub sub: String,
    /// Full name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// First name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given_name: Option<String>,
    /// Last name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family_name: Option<String>,
    /// How the user likes to be called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nickname: Option<String>,
    /// Address of a picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Whether the address is known to be the user's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email_verified: Option<bool>,
    /// Phone number in E.164 form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone_number: Option<String>,
    /// Whether the number is known to be the user's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone_number_verified: Option<bool>,
    /// When the profile changed last: a date, or seconds since 1970, as the tenant sends it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<Value>,
    /// All other claims, those of your own Actions among them.
    #[serde(flatten)]
    pub extra: Extra,
}
