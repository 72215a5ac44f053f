//! `/authorize`: reads the request, then answers it at once or begins a login.

use std::sync::Arc;

use axum::extract::RawQuery;
use axum::response::Response;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};

use super::answer::{LoginError, redirect};
use super::cookies::{self, Cookies};
use super::decision::{Decision, decide, needs_confirmation};
use super::failure::{self, Failure, parameters};
use super::form::Form;
use super::options::LoginOptions;
use super::prompts::confirmation;
use super::{complete, respond};
use crate::authentication::{client_authentication, request_object};
use crate::domain::authorization::{
    AuthorizationRequest, Destination, REQUEST_BYTES, Stage, TRANSACTION_SECONDS, Transaction,
    Untrusted,
};
use crate::domain::client::Client;
use crate::domain::parameters::Parameters;
use crate::events::{Event, kind};
use crate::http::Context;
use crate::store::login_transactions::{self, Key};
use crate::store::pushed_requests;

/// `GET /authorize`.
pub(crate) async fn get(cx: Context, RawQuery(query): RawQuery) -> Result<Response, LoginError> {
    let parameters = parameters(&cx, query.unwrap_or_default().as_bytes()).await?;
    authorize(&cx, parameters).await
}

/// `POST /authorize`, the same with a form (OpenID Connect Core, 3.1.2.1).
pub(crate) async fn post(cx: Context, Form(form): Form) -> Result<Response, LoginError> {
    authorize(&cx, parameters(&cx, &form).await?).await
}

/// Answers an authorization request, wherever its parameters came from.
pub(crate) async fn authorize(
    cx: &Context,
    parameters: Parameters,
) -> Result<Response, LoginError> {
    if parameters.size() > REQUEST_BYTES {
        return Failure::too_large().show(cx, None).await;
    }
    let Some(client_id) = parameters.get("client_id") else {
        let missing = "Missing required parameter: client_id";
        let failure = Failure::invalid_request(missing).of(&parameters);
        return failure.show(cx, None).await;
    };
    let Some(client) = client_authentication::find(cx, client_id).await? else {
        let shown: String = client_id.chars().take(100).collect();
        let unknown = format!("Unknown client: {shown}");
        let failure = Failure::invalid_request(unknown).of(&parameters);
        return failure.show(cx, None).await;
    };
    let was_pushed = parameters.get("request_uri").is_some();
    let mut parameters = match pushed(cx, &client, parameters).await? {
        Ok(parameters) => parameters,
        Err(failure) => return failure.show(cx, Some(&client)).await,
    };
    // Of a pushed request that was looked at when it was pushed.
    if !was_pushed {
        parameters = match request_object::resolve(cx, &client, parameters) {
            Ok(parameters) => parameters,
            Err(fault) => return Failure::of_request(&fault).show(cx, Some(&client)).await,
        };
    }
    cx.learn(&parameters);
    let destination = match Destination::read(&parameters, &client) {
        Ok(destination) => destination,
        Err(untrusted) => {
            let failure = untrusted_failure(&untrusted).of(&parameters);
            return failure.show(cx, Some(&client)).await;
        }
    };
    match AuthorizationRequest::read(&parameters, &client, destination.clone()) {
        Ok(request) => begin(cx, &client, request, &Cookies::read(&cx.caller.headers)).await,
        Err(error) => {
            let event = Event::new(kind::LOGIN_FAILED, error.description.clone());
            let mut details = failure::details(&error);
            details["qs"] = failure::shown(&parameters);
            cx.record(&event.client(&client).details(details));
            respond::refuse(cx, &client, &destination, &error).await
        }
    }
}

fn untrusted_failure(untrusted: &Untrusted) -> Failure {
    match untrusted {
        Untrusted::MissingRedirectUri => {
            Failure::invalid_request("Missing required parameter: redirect_uri")
        }
        Untrusted::Callback(url) => Failure::callback_mismatch(url),
    }
}

/// The parameters that count: those of the pushed request, if there is one (RFC 9126, 4).
async fn pushed(
    cx: &Context,
    client: &Client,
    parameters: Parameters,
) -> Result<Result<Parameters, Failure>, LoginError> {
    let settings = cx.tenant.configuration.settings().await?;
    let is_required = |document: &serde_json::Map<String, serde_json::Value>| {
        document
            .get("require_pushed_authorization_requests")
            .is_some_and(|flag| flag == true)
    };
    let Some(request_uri) = parameters.owned("request_uri") else {
        if is_required(&client.document) || is_required(&settings.document) {
            let text = "Pushed authorization requests are required for this client";
            return Ok(Err(Failure::invalid_request(text).of(&parameters)));
        }
        return Ok(Ok(parameters));
    };
    let (tenant, client_id, now) = (cx.tenant_id(), client.id.clone(), cx.now());
    let taken = cx
        .store()
        .write(move |db| pushed_requests::take(db, &tenant, &request_uri, &client_id, now))
        .await
        .map_err(|error: crate::store::StoreError| LoginError::from(error))?;
    let expired = || Failure::invalid_request("request_uri is unknown, expired or was used");
    Ok(taken.ok_or_else(expired))
}

/// Answers a request that was understood, or begins a login for it.
pub(crate) async fn begin(
    cx: &Context,
    client: &Arc<Client>,
    request: AuthorizationRequest,
    cookies: &Cookies,
) -> Result<Response, LoginError> {
    match decide(cx, client, &request, cookies).await? {
        Decision::Refuse(error) => {
            let kind = if request.prompt.none {
                kind::SILENT_FAILED
            } else {
                kind::LOGIN_FAILED
            };
            let event = Event::new(kind, error.description.clone()).client(client);
            cx.record(&event.details(failure::details(&error)));
            respond::refuse(cx, client, &request.destination, &error).await
        }
        Decision::Answer(session, user) => {
            let completion = complete::Completion {
                client,
                request: &request,
                session: *session,
                user: *user,
                key: None,
                started_at: None,
                is_silent: true,
            };
            completion.answer(cx, cookies).await
        }
        Decision::Consent(session) => {
            let awaits_confirmation = needs_confirmation(cx, client, &request).await?;
            let stage = Stage::found(session.id.clone(), awaits_confirmation);
            start(cx, cookies, request, stage, "/u/consent").await
        }
        Decision::Confirm(session) => {
            let stage = Stage::found(session.id.clone(), true);
            start(cx, cookies, request, stage, confirmation::PATH).await
        }
        Decision::LogIn(options) => {
            let first = first_screen(cx, &request, &options).await?;
            start(cx, cookies, request, Stage::LoggingIn, &first).await
        }
    }
}

/// Where a login begins.
pub(crate) async fn first_screen(
    cx: &Context,
    request: &AuthorizationRequest,
    options: &LoginOptions,
) -> Result<String, LoginError> {
    let Some(database) = &options.database else {
        return Ok("/u/login/identifier".to_owned());
    };
    let settings = cx.tenant.configuration.settings().await?;
    Ok(match request.screen_hint.as_deref() {
        Some("signup") if options.can_sign_up() => "/u/signup".to_owned(),
        Some("reset-password") => reset_path(&database.name),
        _ if settings.is_on("identifier_first") => "/u/login/identifier".to_owned(),
        _ => "/u/login".to_owned(),
    })
}

/// The path of the page that asks whose password was forgotten.
pub(crate) fn reset_path(connection: &str) -> String {
    let connection = segment(connection);
    format!("/u/reset-password/request/{connection}")
}

/// A text as one segment of a path. What is unreserved stays as it is (RFC 3986, 2.3): paths are compared as texts.
pub(crate) fn segment(text: &str) -> PercentEncode<'_> {
    const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
        .remove(b'-')
        .remove(b'.')
        .remove(b'_')
        .remove(b'~');
    utf8_percent_encode(text, RESERVED)
}

/// Stores a new transaction, bound to this browser, and goes to its first page.
pub(crate) async fn start(
    cx: &Context,
    cookies: &Cookies,
    request: AuthorizationRequest,
    stage: Stage,
    path: &str,
) -> Result<Response, LoginError> {
    let settings = cx.tenant.configuration.settings().await?;
    let (entropy, now) = (&cx.server.entropy, cx.now());
    let device = cookies
        .device
        .clone()
        .unwrap_or_else(|| cookies::new_device_handle(entropy));
    let key = Key {
        state: state_of(&request.client_id, &entropy.secret::<48>()),
        browser: device.clone(),
    };
    let username = request
        .login_hint
        .clone()
        .map(|hint| hint.chars().take(320).collect());
    let transaction = Transaction {
        request,
        stage,
        username,
        started_at: Some(now.as_millisecond()),
    };
    let expires_at = in_seconds(now, TRANSACTION_SECONDS);
    let (tenant, stored) = (cx.tenant_id(), key.clone());
    cx.store()
        .write(move |db| login_transactions::insert(db, &tenant, &stored, &transaction, expires_at))
        .await
        .map_err(|error: crate::store::StoreError| LoginError::from(error))?;
    let mut response = redirect(&format!("{path}?state={}", key.state));
    let lifetimes = crate::domain::session::SessionLifetimes::of(&settings);
    let headers = response.headers_mut();
    cookies::set_device(headers, &device, lifetimes.is_persistent, now);
    if cookies.session.is_none() {
        cookies::set_blank_session(headers, &cookies::new_session_handle(entropy));
    }
    Ok(response)
}

/// The `state` of a login's pages. It names the client, so that a person whose login is over can still be sent
/// back to where it began.
fn state_of(client_id: &str, secret: &str) -> String {
    format!("hKFo2S{secret}.{client_id}")
}

/// The client that a `state` names, whether the login goes on or not.
pub(crate) fn client_of_state(state: &str) -> Option<&str> {
    let (_, client_id) = state.strip_prefix("hKFo2S")?.split_once('.')?;
    Some(client_id)
}

/// `seconds` after `now`; far beyond the calendar, its end.
pub(crate) fn in_seconds(now: jiff::Timestamp, seconds: i64) -> jiff::Timestamp {
    now.checked_add(jiff::SignedDuration::from_secs(seconds))
        .unwrap_or(jiff::Timestamp::MAX)
}
