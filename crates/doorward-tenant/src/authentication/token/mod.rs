//! `POST /oauth/token`: reads `grant_type`, opens the right door.

mod authorization_code;
mod client_credentials;
mod device_code;
mod global_client;
mod password;
mod passwordless_otp;
mod refresh_token;

use std::sync::Arc;

use axum::Json;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::json;

use super::{AuthenticationError, client_authentication, dpop};
use crate::domain::client::{Client, grant_type};
use crate::domain::parameters::Parameters;
use crate::domain::scope::Scope;
use crate::events::{Event, kind};
use crate::http::{Context, NO_STORE, OAuthError};

/// The grant types that this endpoint knows.
pub(crate) const GRANT_TYPES: &[&str] = &[
    grant_type::AUTHORIZATION_CODE,
    grant_type::CLIENT_CREDENTIALS,
    grant_type::REFRESH_TOKEN,
    grant_type::PASSWORD,
    grant_type::PASSWORD_REALM,
    grant_type::PASSWORDLESS_OTP,
    grant_type::DEVICE_CODE,
];

/// The answer of a successful exchange (RFC 6749, 5.1).
#[derive(Serialize)]
pub(crate) struct TokenResponse {
    pub(crate) access_token: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) refresh_token: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) id_token: Option<String>,
    /// Only where it differs from what was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) scope: Option<String>,
    /// Lifetime of the access token, in seconds.
    pub(crate) expires_in: i64,
    pub(crate) token_type: &'static str,
}

impl IntoResponse for TokenResponse {
    fn into_response(self) -> Response {
        (NO_STORE, Json(self)).into_response()
    }
}

/// `POST /oauth/token`.
pub(crate) async fn token(cx: Context, parameters: Result<Parameters, OAuthError>) -> Response {
    let mut response = exchange(cx.clone(), parameters).await.into_response();
    dpop::offer_nonce(&cx, response.headers_mut());
    response
}

async fn exchange(
    cx: Context,
    parameters: Result<Parameters, OAuthError>,
) -> Result<TokenResponse, AuthenticationError> {
    let parameters = parameters?;
    cx.learn(&parameters);
    let grant_type = parameters.require("grant_type")?;
    if !GRANT_TYPES.contains(&grant_type) {
        return Err(OAuthError::unsupported_grant_type(grant_type).into());
    }
    if grant_type == grant_type::CLIENT_CREDENTIALS
        && let Some(answer) = global_client::exchange(&cx, &parameters).await?
    {
        return Ok(answer);
    }
    let (client, cx) = match admit(&cx, &parameters, grant_type).await {
        Ok((client, key)) => (client, cx.holding(key)),
        Err(error) => {
            record_refusal(&cx, &parameters, grant_type, &error).await;
            return Err(error);
        }
    };
    match grant_type {
        grant_type::AUTHORIZATION_CODE => {
            authorization_code::exchange(&cx, &client, &parameters).await
        }
        grant_type::CLIENT_CREDENTIALS => {
            client_credentials::exchange(&cx, &client, &parameters).await
        }
        grant_type::REFRESH_TOKEN => refresh_token::exchange(&cx, &client, &parameters).await,
        grant_type::PASSWORD => password::exchange(&cx, &client, &parameters).await,
        grant_type::PASSWORD_REALM => password::exchange_in_realm(&cx, &client, &parameters).await,
        grant_type::PASSWORDLESS_OTP => passwordless_otp::exchange(&cx, &client, &parameters).await,
        grant_type::DEVICE_CODE => device_code::exchange(&cx, &client, &parameters).await,
        _ => Err(OAuthError::unsupported_grant_type(grant_type).into()),
    }
}

/// The client that sends the request, if it may use this grant type, and the key that it holds.
async fn admit(
    cx: &Context,
    parameters: &Parameters,
    grant_type: &str,
) -> Result<(Arc<Client>, Option<Arc<str>>), AuthenticationError> {
    let client = client_authentication::authenticate(cx, parameters).await?;
    if !client.may_use(grant_type) {
        return Err(OAuthError::grant_not_allowed(grant_type).into());
    }
    let asked = dpop::Asked {
        method: "POST",
        path: "/oauth/token",
        access_token: None,
        // Who could have copied the proofs of a public client could have made some ahead, too.
        needs_nonce: client.is_public(),
    };
    let key = asked.key(cx).await?;
    Ok((client, key))
}

/// Notes an exchange that failed for its client. One that names no client of the tenant is nobody's.
async fn record_refusal(
    cx: &Context,
    parameters: &Parameters,
    grant_type: &str,
    error: &AuthenticationError,
) {
    let kind = match grant_type {
        grant_type::AUTHORIZATION_CODE => kind::CODE_EXCHANGE_FAILED,
        grant_type::CLIENT_CREDENTIALS => kind::CLIENT_CREDENTIALS_FAILED,
        grant_type::REFRESH_TOKEN => kind::REFRESH_TOKEN_FAILED,
        grant_type::PASSWORDLESS_OTP => kind::PASSWORDLESS_FAILED,
        grant_type::PASSWORD | grant_type::PASSWORD_REALM => kind::PASSWORD_FAILED,
        grant_type::DEVICE_CODE => kind::DEVICE_CODE_FAILED,
        _ => return,
    };
    let named = client_authentication::named(cx, parameters).unwrap_or_default();
    let told = error.told();
    if let Ok(Some(client)) = client_authentication::find(cx, &named).await {
        let event = Event::new(kind, told.error_description).client(&client);
        cx.record(&event.details(json!({ "error": told.error })));
    }
}

/// The `scope` of an answer: only where it differs from what was asked for.
pub(crate) fn scope_if_narrowed(requested: Option<&Scope>, granted: &Scope) -> Option<String> {
    (requested != Some(granted)).then(|| granted.to_string())
}

/// The address of the person a confidential, trusted client speaks for (`auth0-forwarded-for`), else the caller's.
pub(crate) fn person_ip(cx: &Context, client: &Client) -> std::net::IpAddr {
    let is_trusted = client.trusts_forwarded_for && !client.is_public();
    let forwarded = is_trusted
        .then(|| cx.header("auth0-forwarded-for"))
        .flatten();
    forwarded
        .and_then(|ip| ip.trim().parse().ok())
        .unwrap_or(cx.caller.ip)
}
