//! `GET /authorize`: sends the browser to the tenant's login.

use axum::extract::{Request, State};
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::SignedDuration;

use super::found;
use crate::config::Client;
use crate::connection;
use crate::context::Shared;
use crate::error::GatewayError;
use crate::http::{Fields, Redirect, with_query};
use crate::session::{LoginState, STATE_LIFE};

/// Longest `state` a caller may bring.
const STATE_LIMIT: usize = 1024;

/// Remembers the login under its state for ten minutes and answers with the way to the tenant.
pub(super) async fn authorize(
    State(cx): State<Shared>,
    request: Request,
) -> Result<Response, GatewayError> {
    let headers = request.headers();
    let client = &cx.client(headers)?.config;
    let query = Fields::of_query(request.uri().query());
    let connection = connection::for_login(client, query.text("connection")?)?;
    let own = || cx.address(headers);
    let redirect = match query
        .text("redirect")?
        .map_or_else(|| query.text("redirectUri"), |redirect| Ok(Some(redirect)))?
    {
        Some(text) => Some(Redirect::parse(text)?.on_own_host(own)?.into_text()),
        None => None,
    };
    let state = match client.is_authorize_state_required {
        true => given_state(&query)?,
        false => cx.entropy.uuid()?,
    };
    let redirect_uri = match client.redirect_url.starts_with('/') {
        true => own()?.with_path(&client.redirect_url),
        false => client.redirect_url.clone(),
    };
    let life = SignedDuration::try_from(STATE_LIFE).unwrap_or(SignedDuration::ZERO);
    let login = LoginState {
        client: client.name.clone(),
        redirect,
        redirect_uri,
        connection: connection.map(str::to_owned),
        code_verifier: cx.entropy.verifier()?.into(),
        ends_at: cx.clock.now() + life,
    };
    cx.sessions.keep_state(&state, &login).await?;
    found(&location(client, &state, &login))
}

fn given_state(query: &Fields) -> Result<String, GatewayError> {
    let state = query.required("state")?;
    if state.chars().count() > STATE_LIMIT {
        return Err(GatewayError::bad(format!(
            "state is longer than {STATE_LIMIT} characters"
        )));
    }
    Ok(state.to_owned())
}

/// The tenant's authorization endpoint with this login's parameters (RFC 6749, 4.1.1; RFC 7636, 4.3).
fn location(client: &Client, state: &str, login: &LoginState) -> String {
    let scope = client.scope();
    let hash = aws_lc_rs::digest::digest(
        &aws_lc_rs::digest::SHA256,
        login.code_verifier.as_str().as_bytes(),
    );
    let challenge = URL_SAFE_NO_PAD.encode(hash);
    let mut parameters = vec![
        ("response_type", "code"),
        ("client_id", client.client_id.as_str()),
        ("redirect_uri", login.redirect_uri.as_str()),
        ("scope", scope.as_str()),
        ("state", state),
    ];
    parameters.extend(
        client
            .audience
            .as_deref()
            .map(|audience| ("audience", audience)),
    );
    parameters.extend(
        login
            .connection
            .as_deref()
            .map(|connection| ("connection", connection)),
    );
    parameters.extend([
        ("code_challenge", challenge.as_str()),
        ("code_challenge_method", "S256"),
    ]);
    with_query(&format!("{}/authorize", client.auth0_url), &parameters)
}
