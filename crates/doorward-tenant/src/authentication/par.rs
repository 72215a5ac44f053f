//! `POST /oauth/par`: a client pushes its authorization request ahead (RFC 9126).

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::{AuthenticationError, client_authentication, dpop, request_object};
use crate::domain::authorization::{AuthorizationRequest, Destination, REQUEST_BYTES, Untrusted};
use crate::domain::client::Client;
use crate::domain::parameters::Parameters;
use crate::events::{Event, kind};
use crate::http::{Context, NO_STORE, OAuthError, Utf8Json};
use crate::login::authorize::in_seconds;
use crate::login::failure;
use crate::store::{StoreError, pushed_requests};

/// How long a pushed request waits, in seconds.
const LIFETIME: i64 = 30;
/// What proves the client, and is no part of the request.
const PROOFS: &[&str] = &["client_secret", "client_assertion", "client_assertion_type"];

/// Keeps a request and answers the `request_uri` that stands for it, once.
pub(crate) async fn push(
    cx: Context,
    parameters: Result<Parameters, OAuthError>,
) -> Result<Response, AuthenticationError> {
    let settings = cx.tenant.configuration.settings().await?;
    if !settings.is_on("pushed_authorization_requests_supported") {
        let sentence = "Pushed authorization requests are not enabled for this tenant";
        return Err(OAuthError::new(StatusCode::NOT_FOUND, "endpoint_disabled", sentence).into());
    }
    let parameters = parameters?;
    let mut response = match answer(&cx, parameters).await {
        Ok(response) => response,
        Err(error) => error.into_response(),
    };
    dpop::offer_nonce(&cx, response.headers_mut());
    Ok(response)
}

async fn answer(cx: &Context, parameters: Parameters) -> Result<Response, AuthenticationError> {
    if !is_form(cx) {
        let sentence = "The request must be application/x-www-form-urlencoded";
        return Err(OAuthError::invalid_request(sentence).into());
    }
    let client = client_authentication::authenticate(cx, &parameters).await?;
    cx.learn(&parameters);
    let qs = failure::shown(&parameters);
    let asked = dpop::Asked {
        method: "POST",
        path: "/oauth/par",
        access_token: None,
        needs_nonce: false,
    };
    let key = asked.key(cx).await?;
    let resolved = request_object::resolve(cx, &client, parameters).map_err(OAuthError::from);
    let asked = resolved.and_then(|parameters| bound(parameters, key.as_deref()));
    match asked.and_then(|parameters| read(&client, parameters)) {
        Ok(asked) => keep(cx, &client, asked).await,
        Err(error) => {
            let event = Event::new(kind::PUSHED_REQUEST_FAILED, error.error_description.clone());
            let told = &error.error_description;
            let failed = json!({ "message": told, "oauthError": error.error });
            let details = json!({ "error": failed, "qs": qs });
            cx.record(&event.client(&client).details(details));
            Err(error.into())
        }
    }
}

/// RFC 9126, 2.1: a form, and nothing else.
fn is_form(cx: &Context) -> bool {
    let content_type = cx.header("content-type").unwrap_or_default();
    let media_type = content_type.split(';').next().unwrap_or_default();
    media_type
        .trim()
        .eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

/// The request with its code bound to the key that the client has proven to hold (RFC 9449, 10.1).
fn bound(parameters: Parameters, key: Option<&str>) -> Result<Parameters, OAuthError> {
    let Some(key) = key else {
        return Ok(parameters);
    };
    if parameters.get("dpop_jkt").is_some_and(|named| named != key) {
        let sentence = "dpop_jkt is not the thumbprint of the key of the DPoP proof";
        return Err(OAuthError::invalid_request(sentence));
    }
    Ok(parameters.with("dpop_jkt", key))
}

fn read(client: &Client, parameters: Parameters) -> Result<Parameters, OAuthError> {
    if client.is_public() {
        let sentence = "Client authentication is required";
        return Err(OAuthError::invalid_client(sentence));
    }
    if parameters.get("request_uri").is_some() {
        return Err(OAuthError::invalid_request("request_uri cannot be pushed"));
    }
    if parameters.size() > REQUEST_BYTES {
        return Err(OAuthError::too_large());
    }
    let asked = parameters.without(PROOFS).with("client_id", &client.id);
    let destination = Destination::read(&asked, client).map_err(|untrusted| match untrusted {
        Untrusted::MissingRedirectUri => OAuthError::missing("redirect_uri"),
        Untrusted::Callback(url) => {
            let shown = failure::without_query(&url);
            OAuthError::invalid_request(format!(
                "Callback URL mismatch. {shown} is not in the list of allowed callback URLs"
            ))
        }
    })?;
    AuthorizationRequest::read(&asked, client, destination)?;
    Ok(asked)
}

async fn keep(
    cx: &Context,
    client: &Client,
    asked: Parameters,
) -> Result<Response, AuthenticationError> {
    let request_uri = format!(
        "urn:ietf:params:oauth:request_uri:{}",
        cx.server.entropy.secret::<32>()
    );
    let (tenant, uri, client_id) = (cx.tenant_id(), request_uri.clone(), client.id.clone());
    let expires_at = in_seconds(cx.now(), LIFETIME);
    let stored: Result<(), StoreError> = cx
        .store()
        .write(move |db| pushed_requests::insert(db, &tenant, &uri, &client_id, &asked, expires_at))
        .await;
    stored?;
    let answer = json!({ "expires_in": LIFETIME, "request_uri": request_uri });
    Ok((StatusCode::CREATED, NO_STORE, Utf8Json(answer)).into_response())
}
