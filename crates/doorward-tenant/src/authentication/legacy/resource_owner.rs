//! `POST /oauth/ro` and `POST /passwordless/verify`: a password or a one-time code for tokens.

use std::sync::Arc;

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value};

use super::{blocked, client, connection, require, unsupported};
use crate::authentication::issue::{self, Login};
use crate::authentication::passwordless::{codes, redemption};
use crate::authentication::proof::Proof;
use crate::authentication::sign_in::{self, Attempt, SignInFault, SignedIn};
use crate::authentication::{AuthenticationError, authorization, tokens};
use crate::domain::client::Client;
use crate::domain::connection::{Connection, Strategy};
use crate::domain::parameters::Parameters;
use crate::domain::scope::Scope;
use crate::domain::user::User;
use crate::events::{Event, kind};
use crate::http::{Context, NO_STORE, OAuthError};

/// What is wanted when the request does not say.
const DEFAULT_SCOPE: &str = "openid";

/// `POST /oauth/ro`: signs a user of the named connection in, with a password or with a code.
pub(crate) async fn sign_in(
    cx: Context,
    parameters: Result<Parameters, OAuthError>,
) -> Result<Response, AuthenticationError> {
    exchange(&cx, &parameters?, |_| true).await
}

/// `POST /passwordless/verify`: the same for codes alone.
pub(crate) async fn verify(
    cx: Context,
    parameters: Result<Parameters, OAuthError>,
) -> Result<Response, AuthenticationError> {
    exchange(&cx, &parameters?, |strategy| strategy != Strategy::Database).await
}

async fn exchange(
    cx: &Context,
    parameters: &Parameters,
    serves: impl Fn(Strategy) -> bool,
) -> Result<Response, AuthenticationError> {
    let client = client(cx, parameters, "ro").await?;
    if let Some(other) = parameters
        .get("grant_type")
        .filter(|name| *name != "password")
    {
        return Err(OAuthError::unsupported_grant_type(other).into());
    }
    tokens::bind(cx, &client, None)?;
    let username = require(parameters, "username")?.trim();
    let password = require(parameters, "password")?;
    let connection = connection(cx, &client, require(parameters, "connection")?).await?;
    let proof = (username, password);
    let (user, proved) = match connection.strategy {
        strategy if !serves(strategy) => return Err(unsupported().into()),
        Strategy::Database => {
            let signed_in = with_password(cx, &client, &connection, proof).await?;
            (signed_in.user, Proof::Password(signed_in.password))
        }
        Strategy::Email | Strategy::Sms => with_code(cx, &client, &connection, proof).await?,
        Strategy::Other => return Err(unsupported().into()),
    };
    let wanted = Scope::parse(parameters.get("scope").unwrap_or(DEFAULT_SCOPE));
    answer(cx, (&client, &connection), (&user, proved), &wanted).await
}

async fn with_password(
    cx: &Context,
    client: &Client,
    connection: &Arc<Connection>,
    (username, password): (&str, &str),
) -> Result<SignedIn, AuthenticationError> {
    let attempt = Attempt {
        client,
        connection,
        username,
        password,
        // The client proves nothing here, so it speaks for no other address.
        ip: cx.caller.ip,
    };
    match sign_in::with_password(cx, &attempt).await {
        Ok(signed_in) => Ok(signed_in),
        Err(SignInFault::WrongCredentials) => Err(wrong("Wrong email or password.").into()),
        Err(SignInFault::Blocked(_)) => Err(blocked().into()),
        Err(other) => Err(other.into()),
    }
}

async fn with_code(
    cx: &Context,
    client: &Client,
    connection: &Arc<Connection>,
    (address, code): (&str, &str),
) -> Result<(User, Proof), AuthenticationError> {
    let from = (address, cx.caller.ip);
    let code = match redemption::check(cx, (Some(client), connection), from, code).await? {
        Ok(code) => code,
        Err(fault) => {
            let event = Event::new(kind::LOGIN_FAILED, "Wrong passwordless code").client(client);
            let event = event.connection(connection).user_name(address);
            cx.record(&event.details(redemption::failure_details(fault)));
            return Err(wrong(redemption::sentence(connection.strategy, fault)).into());
        }
    };
    let user = codes::user_of(cx, connection, address).await?;
    if user.is_blocked {
        return Err(blocked().into());
    }
    Ok((user, Proof::Code(code)))
}

async fn answer(
    cx: &Context,
    (client, connection): (&Client, &Connection),
    (user, proof): (&User, Proof),
    wanted: &Scope,
) -> Result<Response, AuthenticationError> {
    let granted = authorization::grant(cx, client, user, None, wanted).await?;
    let login = Login {
        client,
        user,
        granted: &granted,
        grant: Some("password"),
        session_id: None,
        nonce: None,
        authenticated_at: None,
        impersonator: None,
    };
    let tokens = issue::tokens(cx, &login, cx.caller.ip, proof).await?;
    let event = Event::new(kind::LOGIN, "Successful login").client(client);
    let event = event.connection(connection).user(user);
    cx.record(&event.details(sign_in::login_details(user)));
    let mut body = Map::new();
    let texts = [
        ("id_token", tokens.id_token),
        ("access_token", Some(tokens.access_token)),
        ("refresh_token", tokens.refresh_token),
        ("token_type", Some("bearer".to_owned())),
    ];
    for (name, text) in texts {
        body.extend(text.map(|text| (name.to_owned(), Value::String(text))));
    }
    Ok((NO_STORE, Json(Value::Object(body))).into_response())
}

fn wrong(sentence: impl Into<std::borrow::Cow<'static, str>>) -> OAuthError {
    OAuthError::new(StatusCode::UNAUTHORIZED, "invalid_user_password", sentence)
}
