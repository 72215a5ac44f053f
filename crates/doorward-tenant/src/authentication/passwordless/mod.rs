//! `POST /passwordless/start`: a one-time code or link by e-mail or text message.

pub(crate) mod codes;
pub(crate) mod redemption;
pub(crate) mod verify_redirect;

use std::sync::Arc;

use axum::http::StatusCode;
use serde_json::{Map, Value, json};

use super::{AuthenticationError, client_authentication, token};
use crate::domain::client::{Client, grant_type};
use crate::domain::connection::{Connection, Strategy};
use crate::domain::parameters::Parameters;
use crate::domain::passwordless::CodeDetail;
use crate::domain::profile::contact;
use crate::http::parameters::object;
use crate::http::{Body, Context, OAuthError, Utf8Json};
use crate::protection::Message;
use crate::protection::quota::Allowance;
use codes::Send;

/// What this endpoint understands; anything else is refused.
const PROPERTIES: &[&str] = &[
    "client_id",
    "client_secret",
    "client_assertion",
    "client_assertion_type",
    "connection",
    "email",
    "phone_number",
    "send",
    "authParams",
    "captcha",
    "lang",
    "organization",
    "correlation_id",
];

/// Starts a passwordless login.
pub(crate) async fn start(
    cx: Context,
    Body(body): Body,
) -> Result<(Allowance, Utf8Json<Value>), AuthenticationError> {
    let body = object(&body).map_err(|fault| bad("bad.request", fault.to_string()))?;
    if let Some(unknown) = body
        .keys()
        .find(|name| !PROPERTIES.contains(&name.as_str()))
    {
        let shown: String = unknown.chars().take(64).collect();
        let sentence = format!("the following properties are not allowed: {shown}");
        return Err(bad("bad.request", sentence).into());
    }
    let journey = &cx.caller.journey;
    journey.learn(text(&body, "correlation_id")?, None);
    let client_id = required(&body, "client_id", "bad.client_id")?;
    let name = required(&body, "connection", "bad.connection")?;
    let client = authenticate(&cx, &body, client_id).await?;
    let connection = connection(&cx, &client, name).await?;
    let address = address(&body, &connection)?;
    let what = match text(&body, "send")? {
        _ if connection.strategy == Strategy::Sms => Send::Code,
        Some("code") => Send::Code,
        None | Some("link" | "link_ios" | "link_android") => Send::Link,
        Some(_) => return Err(bad("bad.send", "error in send - must be code or link").into()),
    };
    if what == Send::Code && !client.may_use(grant_type::PASSWORDLESS_OTP) {
        return Err(OAuthError::grant_not_allowed(grant_type::PASSWORDLESS_OTP).into());
    }
    let asker = (token::person_ip(&cx, &client), address.as_str());
    let (sending, limits) = (&cx.tenant.sending, cx.server.settings.limits);
    let left = sending
        .ask(Message::Passwordless, asker, limits, cx.now())
        .map_err(OAuthError::too_many_requests)?;
    let user = codes::find_user(&cx, &connection, &address).await?;
    if user.is_none() && connection.is_on("disable_signup") {
        return Err(bad("bad.connection", "Public signup is disabled").into());
    }
    let detail = CodeDetail {
        client_id: client.id.clone(),
        authorize_query: authorize_query(&body, &client)?,
        state: None,
    };
    if user.as_ref().is_some_and(|user| user.is_blocked) {
        codes::pretend(&cx, &client, &connection, &address).await?;
    } else {
        codes::send(&cx, &client, &connection, &address, what, detail).await?;
    }
    let identity = user.as_ref().and_then(|user| user.identities.first());
    let id = identity.map_or_else(
        || cx.server.entropy.object_id(cx.now()),
        |identity| identity.identity_id.clone(),
    );
    let is_known = user.is_some();
    let answer = match connection.strategy {
        Strategy::Sms => json!({ "_id": id, "phone_number": address, "phone_verified": is_known }),
        _ => json!({ "_id": id, "email": address, "email_verified": is_known }),
    };
    Ok((left, Utf8Json(answer)))
}

async fn authenticate(
    cx: &Context,
    body: &Map<String, Value>,
    client_id: &str,
) -> Result<Arc<Client>, AuthenticationError> {
    let mut presented = vec![("client_id", client_id)];
    for name in ["client_secret", "client_assertion", "client_assertion_type"] {
        presented.extend(text(body, name)?.map(|value| (name, value)));
    }
    let has_proof = presented.len() > 1 || cx.header("authorization").is_some();
    let form = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(presented)
        .finish();
    let parameters = Parameters::parse(form.as_bytes()).map_err(OAuthError::from)?;
    match client_authentication::authenticate(cx, &parameters).await {
        Err(AuthenticationError::Refused(refused))
            if !has_proof && refused.status == StatusCode::UNAUTHORIZED =>
        {
            Err(OAuthError::invalid_client("Client authentication is required").into())
        }
        outcome => outcome,
    }
}

async fn connection(
    cx: &Context,
    client: &Client,
    name: &str,
) -> Result<Arc<Connection>, AuthenticationError> {
    let Some(connection) = cx.tenant.configuration.connection_named(name).await? else {
        return Err(bad("bad.connection", "Connection does not exist").into());
    };
    if !matches!(connection.strategy, Strategy::Email | Strategy::Sms) {
        let sentence = "Invalid connection strategy. It must either be a passwordless connection";
        return Err(bad("bad.connection", sentence).into());
    }
    if !connection.is_enabled_for(&client.id) {
        return Err(bad("bad.connection", "Connection is disabled").into());
    }
    Ok(connection)
}

fn address(body: &Map<String, Value>, connection: &Connection) -> Result<String, OAuthError> {
    if connection.strategy == Strategy::Sms {
        let number = required(body, "phone_number", "bad.phone_number")?;
        if !is_e164(number) {
            let sentence = "String does not match pattern: ^\\+[0-9]{1,15}$";
            return Err(bad("bad.phone_number", sentence));
        }
        return Ok(number.to_owned());
    }
    let email = required(body, "email", "bad.email")?;
    if !contact::is_email(email) {
        let shown: String = email.chars().take(100).collect();
        let sentence = format!("error in email - email format validation failed: {shown}");
        return Err(bad("bad.email", sentence));
    }
    Ok(contact::normalized_email(email))
}

/// The pattern of this endpoint, which is wider than E.164.
fn is_e164(number: &str) -> bool {
    number.strip_prefix('+').is_some_and(|digits| {
        (1..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// `authParams` as a query of `/authorize`, for the link.
fn authorize_query(body: &Map<String, Value>, client: &Client) -> Result<String, OAuthError> {
    const KEPT: &[&str] = &[
        "scope",
        "state",
        "nonce",
        "redirect_uri",
        "response_type",
        "response_mode",
        "audience",
        "code_challenge",
        "code_challenge_method",
        "protocol",
    ];
    let parameters = match body.get("authParams") {
        None | Some(Value::Null) => Map::new(),
        Some(Value::Object(parameters)) => parameters.clone(),
        Some(other) => {
            let found = match other {
                Value::String(_) => "string",
                Value::Array(_) => "array",
                Value::Bool(_) => "boolean",
                _ => "number",
            };
            let sentence = format!("error in authParams - invalid type: {found} (expected object)");
            return Err(bad("bad.authParams", sentence));
        }
    };
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("client_id", &client.id);
    let mut size = 0;
    for name in KEPT {
        let Some(value) = text(&parameters, name)? else {
            continue;
        };
        size += value.len();
        query.append_pair(name, value);
    }
    if size > 4096 {
        return Err(bad("bad.authParams", "error in authParams - too long"));
    }
    Ok(query.finish())
}

fn required<'b>(
    body: &'b Map<String, Value>,
    name: &str,
    code: &'static str,
) -> Result<&'b str, OAuthError> {
    text(body, name)?.ok_or_else(|| bad(code, format!("Missing required property: {name}")))
}

fn text<'b>(body: &'b Map<String, Value>, name: &str) -> Result<Option<&'b str>, OAuthError> {
    match body.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if text.contains('\0') || text.len() > 4096 => Err(bad(
            "bad.request",
            format!("error in {name} - invalid value"),
        )),
        Some(Value::String(text)) => Ok(Some(text.as_str()).filter(|text| !text.is_empty())),
        Some(_) => Err(bad(
            "bad.request",
            format!("error in {name} - must be a string"),
        )),
    }
}

fn bad(error: &'static str, description: impl Into<std::borrow::Cow<'static, str>>) -> OAuthError {
    OAuthError::new(StatusCode::BAD_REQUEST, error, description)
}
