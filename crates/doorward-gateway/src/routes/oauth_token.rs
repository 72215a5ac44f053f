//! `POST /oauth/token`: ends a login with a code, or makes one with a password.

use axum::extract::{Request, State};
use axum::response::Response;
use http::HeaderValue;
use http::header::LOCATION;

use crate::auth0::{CallError, Grant, LoginClient};
use crate::connection;
use crate::context::{Context, OnBehalf, Shared};
use crate::error::GatewayError;
use crate::http::{Fields, json_or_form};
use crate::login::{self, Start};
use crate::session::Kind;

/// Buys tokens, starts a session, answers with the tokens or the cookie.
pub(super) async fn oauth_token(
    State(cx): State<Shared>,
    request: Request,
) -> Result<Response, GatewayError> {
    let client = cx.client(request.headers())?;
    let on_behalf = OnBehalf::of(&request);
    let fields = json_or_form(request).await?;
    let (grant, redirect) = match fields.text("grant_type")?.unwrap_or("authorization_code") {
        "authorization_code" => by_code(&cx, client, &fields, &on_behalf).await?,
        "password" => (by_password(client, &fields, &on_behalf).await?, None),
        _ => return Err(GatewayError::bad("grant_type is not supported")),
    };
    let kind = if client.config.is_website() {
        Kind::Cookie
    } else {
        Kind::Bearer
    };
    let session = login::session(&cx, client, grant, kind).await?;
    login::check_handle(kind, session.tokens.access_token.as_str())?;
    let start = Start {
        cx: &cx,
        client,
        on_behalf: &on_behalf,
    };
    let session = start.instead_of(None, session).await?;
    cx.copies.make(&session);
    let expires_at = session.facts.access_expires_at;
    let mut response = login::answer(&cx, &client.config, kind, expires_at, &session.tokens)?;
    if let Some(value) =
        redirect.and_then(|redirect| HeaderValue::from_bytes(redirect.as_bytes()).ok())
    {
        // Browsers ignore it beside 200; the caller navigates.
        response.headers_mut().insert(LOCATION, value);
    }
    Ok(response)
}

/// The code from the tenant's login page, with the state under which this gateway remembers the login.
async fn by_code(
    cx: &Context,
    client: &LoginClient,
    fields: &Fields,
    on_behalf: &OnBehalf,
) -> Result<(Grant, Option<String>), GatewayError> {
    let code = fields.required("code")?;
    let state = fields.required("state")?;
    let login = cx.sessions.take_state(state).await?;
    let login = login.filter(|login| login.client == client.config.name);
    let login = login.ok_or_else(|| GatewayError::bad("state is unknown or expired"))?;
    let grant = client
        .exchange_code(code, &login, on_behalf)
        .await
        .map_err(refused)?;
    Ok((grant, login.redirect))
}

/// A user's name and password.
async fn by_password(
    client: &LoginClient,
    fields: &Fields,
    on_behalf: &OnBehalf,
) -> Result<Grant, GatewayError> {
    let username = fields.required("username")?;
    let password = fields.required("password")?;
    let connection = connection::for_login(&client.config, fields.text("connection")?)?;
    client
        .password(username, password.into(), connection, on_behalf)
        .await
        .map_err(refused)
}

/// The tenant's refusal of a code or password is the caller's 403.
fn refused(error: CallError) -> GatewayError {
    match error {
        CallError::Refused(refusal) => GatewayError::Forbidden(
            refusal
                .message
                .unwrap_or_else(|| "the login was refused".to_owned()),
        ),
        error => error.into(),
    }
}
