//! The one door of the Management API: route, token, scope, body, path, query, schema, in this order; then the
//! operation itself, and its entry in the log.

use std::collections::HashMap;
use std::sync::LazyLock;

use axum::body::{Body, Bytes};
use axum::extract::Request as HttpRequest;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use doorward_api::description::{self, OperationDescription};
use doorward_api::validation;
use serde_json::{Map, Value, json};

use super::request::{Request, Upload};
use super::{Outcome, Served, access, tolerated, words};
use crate::domain::excerpt::excerpt;
use crate::events::{Event, kind};
use crate::http::Context;
use crate::http::management_error::ManagementError;
use crate::http::router::OperationRoute;
use crate::tenant::host_of;

/// How many bytes a JSON body may have.
const LIMIT_BYTES: usize = 1 << 20;
/// How many bytes of a body the log keeps, more or less.
const LOGGED_BYTES: usize = 4 << 10;
/// How many bytes path and query may have together.
const LONGEST_URI: usize = 8 << 10;

static SERVED: LazyLock<HashMap<&str, &Served>> = LazyLock::new(|| {
    super::served()
        .map(|served| (served.name, served))
        .collect()
});

/// Everything below `/api/v2`.
pub(crate) async fn door(cx: Context, request: HttpRequest) -> Response {
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    let query = request.uri().query().unwrap_or_default().to_owned();
    let mut noted = Noted {
        route: None,
        operation: None,
        body: Value::Null,
    };
    let outcome = pass(&cx, request, &mut noted).await;
    if let Some((operation, caller)) = noted.operation
        && method != Method::GET
    {
        let client = client_of(&cx, &caller).await;
        let asked = Asked {
            operation,
            caller: &caller,
            client,
            path: &path,
            query: &query,
            body: noted.body,
        };
        record(&cx, asked, &outcome);
    }
    let mut response = match outcome {
        Ok(answer) => answer.into_response(),
        Err(error) => error.into_response(),
    };
    if let Some(route) = noted.route {
        response.extensions_mut().insert(route);
    }
    let headers = response.headers_mut();
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static(
            "private, no-store, no-cache, must-revalidate, post-check=0, pre-check=0",
        ),
    );
    response
}

/// What spans and counts, and the log entry, need, also when the request fails.
struct Noted {
    /// Set for every request that is for an operation.
    route: Option<OperationRoute>,
    /// Set once the caller is known.
    operation: Option<(
        &'static OperationDescription,
        std::sync::Arc<access::Caller>,
    )>,
    body: Value,
}

async fn pass(cx: &Context, http: HttpRequest, noted: &mut Noted) -> Outcome {
    let management = description::management();
    let asked = http.uri().path_and_query();
    if asked.is_some_and(|asked| asked.as_str().len() > LONGEST_URI) {
        return Err(ManagementError::uri_too_long());
    }
    let below = http
        .uri()
        .path()
        .strip_prefix(management.base())
        .unwrap_or_default();
    let Some(found) = management.find(http.method(), below) else {
        return Err(ManagementError::not_found());
    };
    let operation = found.operation;
    noted.route = Some(OperationRoute {
        base: management.base(),
        path: operation.path,
    });
    let Some(served) = SERVED.get(operation.name) else {
        let message = format!("Doorward does not serve {} yet.", operation.name);
        return Err(ManagementError::new(StatusCode::NOT_FOUND, message));
    };
    let (method, path) = (http.method().clone(), http.uri().path().to_owned());
    let caller = access::authenticate(cx, (method.as_str(), &path)).await?;
    noted.operation = Some((operation, caller.clone()));
    if let Some(expected) = operation.missing_scopes(|scope| caller.scope.contains(scope)) {
        return Err(ManagementError::insufficient_scope(expected));
    }
    check_custom_domain(cx)?;
    let query = tolerated::without(operation.name, http.uri().query().unwrap_or_default());
    let (body, upload) = read(operation, http).await?;
    noted.body = body.clone();
    if found.path.iter().any(|(_, value)| value.contains('\0')) {
        return Err(
            ManagementError::bad_request("Invalid characters in the path").code("invalid_uri"),
        );
    }
    validation::path(management, operation, &found.path)?;
    let query = validation::query(management, operation, &query)?;
    if query
        .values()
        .any(|value| value.as_str().is_some_and(|text| text.contains('\0')))
    {
        return Err(ManagementError::invalid_query(
            "Invalid characters in the query",
        ));
    }
    if upload.is_none() {
        validation::body(management, operation, &body)?;
    }
    let mut request = Request::new(cx.clone(), caller, found.path, query);
    request.body = body;
    request.upload = upload;
    (served.run)(request).await
}

/// Runs an operation for the process itself, as a seed at the start does: with every scope and without HTTP, but
/// with the same validation and the same rules.
///
/// # Errors
///
/// As over HTTP.
pub(crate) async fn perform(cx: &Context, call: Call) -> Outcome {
    let served = SERVED.get(call.operation);
    let served = served.ok_or_else(ManagementError::not_found)?;
    check(&call)?;
    let caller = access::Caller::process();
    let mut request = Request::new(cx.clone(), caller, call.path, Map::new());
    request.body = without_nul(call.body, b"\\u0000", b"\\u0000")?;
    request.chosen_id = call.chosen_id;
    let outcome = (served.run)(request).await;
    outcome.inspect_err(ManagementError::log)
}

/// Whether a call has the form that its operation asks for. Nothing is read and nothing written.
///
/// # Errors
///
/// As over HTTP.
pub(crate) fn check(call: &Call) -> Result<(), ManagementError> {
    let management = description::management();
    let operation = management.operation(call.operation);
    let operation = operation.ok_or_else(ManagementError::not_found)?;
    validation::path(management, operation, &call.path)?;
    Ok(validation::body(management, operation, &call.body)?)
}

/// What the process itself wants done.
pub(crate) struct Call {
    /// The operation's name: `clients.create`.
    pub(crate) operation: &'static str,
    pub(crate) path: Vec<(&'static str, String)>,
    pub(crate) body: Value,
    /// The id of what is made, where a caller from outside gets a random one.
    pub(crate) chosen_id: Option<String>,
}

impl From<validation::Violation> for ManagementError {
    fn from(violation: validation::Violation) -> Self {
        let code = violation.error_code();
        Self::bad_request(violation.to_string()).code(code)
    }
}

/// Reads the body as JSON or as a flat form. An upload is left as it is; what comes with GET is ignored.
async fn read(
    operation: &'static OperationDescription,
    http: HttpRequest,
) -> Result<(Value, Option<Upload>), ManagementError> {
    let Some(expected) = &operation.body else {
        return Ok((Value::Null, None));
    };
    let content_type = http
        .headers()
        .get(header::CONTENT_TYPE)
        .map(HeaderValue::as_bytes);
    let content_type = String::from_utf8_lossy(content_type.unwrap_or_default())
        .trim()
        .to_owned();
    let essence = content_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    let is_upload = expected.media == "multipart/form-data";
    match essence.as_str() {
        "multipart/form-data" if is_upload => {
            let upload = Upload::new(content_type, http.into_body());
            Ok((Value::Null, Some(upload)))
        }
        "" | "application/json" if !is_upload => {
            let bytes = collect(http.into_body()).await?;
            Ok((parse(&bytes)?, None))
        }
        "application/x-www-form-urlencoded" if !is_upload => {
            let bytes = collect(http.into_body()).await?;
            let fields = String::from_utf8_lossy(&bytes);
            let body = validation::form(description::management(), operation, &fields);
            Ok((without_nul(body, &bytes, b"%00")?, None))
        }
        _ => Err(ManagementError::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "Unsupported Media Type",
        )),
    }
}

async fn collect(body: Body) -> Result<Bytes, ManagementError> {
    axum::body::to_bytes(body, LIMIT_BYTES)
        .await
        .map_err(|error| {
            let is_too_large = std::error::Error::source(&error)
                .is_some_and(|cause| cause.is::<http_body_util::LengthLimitError>());
            if is_too_large {
                let message =
                    format!("Payload content length greater than maximum allowed: {LIMIT_BYTES}");
                ManagementError::new(StatusCode::PAYLOAD_TOO_LARGE, message)
            } else {
                ManagementError::bad_request("Invalid request payload")
            }
        })
}

fn parse(bytes: &[u8]) -> Result<Value, ManagementError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(Value::Null);
    }
    let body = serde_json::from_slice(bytes)
        .map_err(|_| ManagementError::bad_request("Invalid request payload JSON format"))?;
    without_nul(body, bytes, b"\\u0000")
}

/// Texts with NUL characters fit into no column of PostgreSQL, and no client means them.
fn without_nul(body: Value, bytes: &[u8], written: &[u8]) -> Result<Value, ManagementError> {
    if bytes.windows(written.len()).any(|window| window == written) && has_nul(&body) {
        return Err(ManagementError::invalid_body(
            "Payload validation error: 'NUL characters are not allowed'.",
        ));
    }
    Ok(body)
}

fn has_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(items) => items.iter().any(has_nul),
        Value::Object(members) => members
            .iter()
            .any(|(name, value)| name.contains('\0') || has_nul(value)),
        _ => false,
    }
}

/// Links are made for the domain that a header names: there is none but the tenant's own.
fn check_custom_domain(cx: &Context) -> Result<(), ManagementError> {
    let Some(domain) = cx.caller.headers.get("auth0-custom-domain") else {
        return Ok(());
    };
    let own = &cx.tenant.names.domain;
    let is_own = |domain: &str| {
        domain.eq_ignore_ascii_case(own) || domain.eq_ignore_ascii_case(host_of(own))
    };
    if domain.to_str().is_ok_and(is_own) {
        return Ok(());
    }
    let message =
        "The custom domain in the auth0-custom-domain header is not a verified one of this tenant.";
    Err(ManagementError::bad_request(message))
}

/// Id and name of the client that calls.
async fn client_of(cx: &Context, caller: &access::Caller) -> (String, String) {
    let found = cx.tenant.configuration.client(&caller.client_id).await;
    let name = match found {
        Ok(Some(client)) => client.name.clone(),
        _ => String::new(),
    };
    (caller.client_id.clone(), name)
}

/// What a caller asked for, as the log tells it.
struct Asked<'a> {
    operation: &'static OperationDescription,
    caller: &'a access::Caller,
    client: (String, String),
    path: &'a str,
    query: &'a str,
    body: Value,
}

/// Writes `sapi` or `fapi`: which operation, with what, by whom. Secrets are masked.
fn record(cx: &Context, asked: Asked<'_>, outcome: &Outcome) {
    let Asked {
        operation, caller, ..
    } = asked;
    let (kind, status, answer) = match outcome {
        Ok(answer) => (
            kind::MANAGEMENT,
            answer.status,
            answer.body.clone().unwrap_or(json!({})),
        ),
        Err(error) => (
            kind::MANAGEMENT_FAILED,
            error.status,
            json!({ "message": error.message }),
        ),
    };
    // Those that opened this door; a token may have hundreds.
    let scopes = operation.scopes.iter().flatten().copied();
    let scopes: Vec<&str> = scopes
        .filter(|scope| caller.scope.contains(scope))
        .collect();
    let details = json!({
        "request": {
            "method": operation.method.as_str().to_ascii_lowercase(),
            "path": asked.path,
            "query": masked_query(asked.query),
            "userAgent": cx.caller.user_agent,
            "body": masked(asked.body),
            "channel": "api",
            "ip": cx.caller.ip.to_string(),
            "auth": {
                "user": {},
                "strategy": "jwt",
                "credentials": { "scopes": scopes },
            },
        },
        "response": { "statusCode": status.as_u16(), "body": masked(answer) },
    });
    let mut event = Event::new(kind, words::of(operation.name)).details(details);
    event.client = Some(asked.client);
    if caller.subject.contains('|') {
        event.user_id = Some(caller.subject.clone());
    }
    cx.record(&event);
}

/// A body without what is never written down, and without what would make the log as large as the data.
fn masked(mut value: Value) -> Value {
    mask(&mut value);
    excerpt(&mut value, LOGGED_BYTES);
    value
}

/// The same of a query: a secret does not belong there, and is sent there nevertheless.
fn masked_query(query: &str) -> String {
    let masked = |pair: &str| match pair.split_once('=') {
        Some((name, _)) if is_secret_text(name) => format!("{name}=******"),
        _ => pair.to_owned(),
    };
    query.split('&').map(masked).collect::<Vec<_>>().join("&")
}

/// Whether the parameter of a query that is written so is a secret.
fn is_secret_text(written: &str) -> bool {
    let decoded = form_urlencoded::parse(written.as_bytes()).next();
    decoded.is_some_and(|(name, _)| is_secret(&name.to_ascii_lowercase(), true))
}

/// Whether a member of this name, in lower case, is a secret.
fn is_secret(name: &str, is_list_or_text: bool) -> bool {
    SECRETS.contains(&name)
        || is_list_or_text && SECRET_PARTS.iter().any(|part| name.contains(part))
}

/// Members whose names hold one of these are secrets when they are texts, or lists of anything. Settings about
/// tokens and passwords are objects and numbers.
const SECRET_PARTS: &[&str] = &[
    "password",
    "secret",
    "token",
    "hash",
    "private",
    "ticket",
    "otp",
    "link_with",
    "assertion",
    "authorization",
    "api_key",
    "apikey",
    "signing_key",
    "signingkey",
    "decryptionkey",
];
/// Members that are secrets whatever they are: somebody may send a password as a number.
const SECRETS: &[&str] = &[
    "client_secret",
    "configuration",
    "decryptionkey",
    "link_with",
    "password",
    "secret",
    "signing_key",
    "signingkey",
];

fn mask(value: &mut Value) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                let name = name.to_ascii_lowercase();
                let is_list_or_text = value.is_string() || value.is_array();
                if is_secret(&name, is_list_or_text) {
                    hide(value);
                } else {
                    mask(value);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(mask),
        _ => {}
    }
}

/// Replaces every text and number in a value.
fn hide(value: &mut Value) {
    match value {
        Value::String(_) | Value::Number(_) => *value = "******".into(),
        Value::Array(items) => items.iter_mut().for_each(hide),
        Value::Object(members) => members.values_mut().for_each(hide),
        Value::Null | Value::Bool(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_masked_and_settings_about_them_are_not() {
        let body = json!({"password": "x", "jwt": {"client_secret": "y"}, "token_lifetime": 5, "list": [{"refresh_token": {"leeway": 1}}]});
        let expected = json!({"password": "******", "jwt": {"client_secret": "******"}, "token_lifetime": 5, "list": [{"refresh_token": {"leeway": 1}}]});
        assert_eq!(masked(body), expected);
        let body = json!({
            "link_with": "eyJ", "password": ["x", 1], "client_secret": 7, "secrets": [{"name": "A", "value": "x"}],
            "authentication_methods": {"password": {"enabled": true}}, "signing_key": {"key": "x"},
        });
        let expected = json!({
            "link_with": "******", "password": ["******", "******"], "client_secret": "******",
            "secrets": [{"name": "******", "value": "******"}],
            "authentication_methods": {"password": {"enabled": true}}, "signing_key": {"key": "******"},
        });
        assert_eq!(masked(body), expected);
    }

    #[test]
    fn secrets_in_a_query_are_masked_however_they_are_written() {
        for (query, expected) in [
            ("", ""),
            ("a=b&password=x&q=email:y", "a=b&password=******&q=email:y"),
            (
                "p%61ssword=x&Client_Secret=y&token",
                "p%61ssword=******&Client_Secret=******&token",
            ),
            ("page=0&=&&", "page=0&=&&"),
        ] {
            assert_eq!(masked_query(query), expected);
        }
    }

    #[test]
    fn a_body_is_json_without_nul() {
        assert_eq!(parse(b" ").unwrap(), Value::Null);
        assert_eq!(
            parse(b"{").unwrap_err().message,
            "Invalid request payload JSON format"
        );
        assert!(parse(br#"{"a": "\u0000"}"#).is_err());
        assert!(parse(br#"{"a": "\\u0000"}"#).is_ok());
    }
}
