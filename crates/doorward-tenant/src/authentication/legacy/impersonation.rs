//! `POST /users/{user_id}/impersonate`: a link that opens an application in a user's place, once.
//!
//! Whoever holds the secret of the global client may ask for it, on behalf of a user who then stands in the other's
//! place: what the application gets names both. The tenant has to allow it (`flags.disable_impersonation`, which is
//! set unless an administrator takes it back), the application must be one of old, and its API must not want the
//! user's own consent. No session begins, and no refresh token outlives it.

use std::sync::Arc;

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{blocked, invalid_client, is_legacy, knows};
use crate::authentication::tokens::UserInfoClaims;
use crate::authentication::{AuthenticationError, client_authentication};
use crate::domain::authorization::{AuthorizationRequest, Destination, Untrusted};
use crate::domain::client::Client;
use crate::domain::impersonation::Impersonation;
use crate::domain::parameters::Parameters;
use crate::domain::possession::Confirmation;
use crate::domain::ticket::{TicketDetail, TicketKind};
use crate::domain::user::User;
use crate::http::{Body, Context, NO_STORE, OAuthError};
use crate::login::tickets::NewTicket;
use crate::store::{StoreError, users};

/// How long a link waits to be followed, in seconds.
const LINK_SECONDS: i64 = 300;
/// The one protocol that applications speak here.
const PROTOCOL: &str = "oauth2";

/// What is asked for. The access token stands in the body as well, where it proves nothing.
#[derive(Deserialize)]
struct Asked {
    protocol: Option<String>,
    impersonator_id: Option<String>,
    client_id: Option<String>,
    #[serde(rename = "additionalParameters")]
    additional: Option<Map<String, Value>>,
}

/// Answers the link as text.
pub(crate) async fn ask(
    cx: Context,
    path: Result<Path<String>, axum::extract::rejection::PathRejection>,
    body: Result<Body, OAuthError>,
) -> Result<Response, AuthenticationError> {
    if !is_allowed(&cx).await? {
        let told = "Impersonation is disabled for this tenant (flags.disable_impersonation)";
        return Err(OAuthError::new(StatusCode::NOT_FOUND, "endpoint_disabled", told).into());
    }
    if !comes_from_global_client(&cx).await? {
        return Err(OAuthError::unauthorized().into());
    }
    let asked: Asked = serde_json::from_slice(&body?.0)
        .map_err(|_| OAuthError::invalid_request("The request body is not what it should be"))?;
    let protocol = named(asked.protocol.as_ref(), "protocol")?;
    let impersonator_id = named(asked.impersonator_id.as_ref(), "impersonator_id")?;
    let client_id = named(asked.client_id.as_ref(), "client_id")?;
    if protocol != PROTOCOL {
        return Err(OAuthError::invalid_request("the protocol is not supported").into());
    }
    let client = client(&cx, client_id).await?.ok_or_else(invalid_client)?;
    let request = request(&client, asked.additional.as_ref())?;
    let user_id = path.map(|Path(user_id)| user_id).unwrap_or_default();
    let (user, impersonator) = tokio::try_join!(
        active(&cx, &user_id, "the user was not found"),
        active(&cx, impersonator_id, "the impersonator was not found"),
    )?;
    if !knows(&cx, &client, &user).await? {
        return Err(OAuthError::invalid_request("the connection was disabled").into());
    }
    let link = issue(&cx, &user, &impersonator, request).await?;
    let text = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    Ok((NO_STORE, text, link).into_response())
}

/// Whether the tenant lets anybody stand in for its users.
pub(crate) async fn is_allowed(cx: &Context) -> Result<bool, StoreError> {
    let settings = cx.tenant.configuration.settings().await?;
    Ok(!settings.flag("disable_impersonation"))
}

/// The application, if it takes part.
pub(crate) async fn client(
    cx: &Context,
    client_id: &str,
) -> Result<Option<Arc<Client>>, AuthenticationError> {
    let client = client_authentication::find(cx, client_id).await?;
    Ok(client.filter(|client| is_legacy(client) && client.is_first_party))
}

/// Whether the bearer token is one that the global client bought for itself.
async fn comes_from_global_client(cx: &Context) -> Result<bool, AuthenticationError> {
    let header = cx.header(header::AUTHORIZATION.as_str());
    let Some((scheme, token)) = header.and_then(|header| header.split_once(' ')) else {
        return Ok(false);
    };
    if !scheme.eq_ignore_ascii_case("bearer") {
        return Ok(false);
    }
    let Some(claims) = UserInfoClaims::open(cx, token.trim())? else {
        return Ok(false);
    };
    let is_its_own = claims.sub == format!("{}@clients", claims.azp);
    if !is_its_own
        || claims.exp <= cx.now().as_second()
        || !Confirmation::lets_pass(claims.cnf.as_ref(), cx.held())
    {
        return Ok(false);
    }
    let client = cx.tenant.configuration.client(&claims.azp).await?;
    Ok(client.is_some_and(|client| client.is_global))
}

fn named<'b>(given: Option<&'b String>, name: &str) -> Result<&'b str, OAuthError> {
    let missing = || OAuthError::invalid_request(format!("missing {name} parameter"));
    let given = given.filter(|text| !text.is_empty()).ok_or_else(missing)?;
    if given.contains('\0') {
        return Err(OAuthError::invalid_request(format!(
            "Parameter has invalid characters: {name}"
        )));
    }
    Ok(given)
}

/// The login that the link will stand for: as at `/authorize`, but for the old name of the redirect URI.
fn request(
    client: &Client,
    additional: Option<&Map<String, Value>>,
) -> Result<AuthorizationRequest, OAuthError> {
    let mut parameters = Parameters::default();
    for (name, value) in additional.into_iter().flatten() {
        let name = match name.as_str() {
            "callback_url" => "redirect_uri",
            name => name,
        };
        let text = match value {
            Value::Null => continue,
            Value::String(text) => text.clone(),
            Value::Bool(_) | Value::Number(_) => value.to_string(),
            _ => {
                let told = "additionalParameters must be strings";
                return Err(OAuthError::invalid_request(told));
            }
        };
        parameters.add(name.to_owned(), text)?;
    }
    let destination =
        Destination::read(&parameters, client).map_err(|untrusted| match untrusted {
            Untrusted::MissingRedirectUri => {
                OAuthError::invalid_request("missing callback_url parameter")
            }
            Untrusted::Callback(url) => {
                let shown: String = url.chars().take(300).collect();
                OAuthError::invalid_request(format!(
                    "Callback URL mismatch. {shown} is not in the list of allowed callback URLs"
                ))
            }
        })?;
    Ok(AuthorizationRequest::read(
        &parameters,
        client,
        destination,
    )?)
}

/// A user who may log in.
async fn active(
    cx: &Context,
    user_id: &str,
    unknown: &'static str,
) -> Result<User, AuthenticationError> {
    let missing = || OAuthError::invalid_request(unknown);
    // No database keeps a NUL.
    if user_id.contains('\0') {
        return Err(missing().into());
    }
    let (tenant, user_id) = (cx.tenant_id(), user_id.to_owned());
    let found: Result<_, StoreError> = cx
        .store()
        .read(move |db| users::find(db, &tenant, &user_id))
        .await;
    let user = found?.ok_or_else(missing)?;
    if user.is_blocked {
        return Err(blocked().into());
    }
    Ok(user)
}

async fn issue(
    cx: &Context,
    user: &User,
    impersonator: &User,
    request: AuthorizationRequest,
) -> Result<String, StoreError> {
    let detail = TicketDetail {
        client_id: Some(request.client_id.clone()),
        impersonation: Some(Box::new(Impersonation {
            impersonator_id: impersonator.user_id.clone(),
            request,
        })),
        ..TicketDetail::default()
    };
    let kind = TicketKind::Impersonation;
    let ticket = NewTicket::new(cx, kind, &user.user_id, detail, LINK_SECONDS);
    let (tenant, link) = (cx.tenant_id(), ticket.url(cx));
    cx.store()
        .write(move |db| ticket.store(db, &tenant))
        .await?;
    Ok(link)
}
