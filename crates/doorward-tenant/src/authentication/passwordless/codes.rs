//! Making and sending one-time codes; the users they belong to.

use std::sync::Arc;

use serde_json::json;

use crate::accounts::{AccountFault, Accounts, NewAccount};
use crate::authentication::AuthenticationError;
use crate::domain::client::Client;
use crate::domain::connection::{Connection, Strategy};
use crate::domain::passwordless::{CodeDetail, code_format};
use crate::domain::profile::Profile;
use crate::domain::user::{Document, IdentifierKind, LoginIdentifier, User};
use crate::events::{Event, kind};
use crate::http::{Context, OAuthError};
use crate::login::tickets::letter;
use crate::messaging::{MessagingError, Purpose, text_of};
use crate::store::outbox::{self, OutboxRow};
use crate::store::passwordless_codes::{self, PasswordlessCodeRow, Recipient};
use crate::store::{StoreError, users};

/// What is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Send {
    Code,
    /// A link that carries the code: e-mail only.
    Link,
}

/// Sends a new code, which voids the one before.
///
/// # Errors
///
/// When the store fails. Whether the message arrives is not waited for.
pub(crate) async fn send(
    cx: &Context,
    client: &Client,
    connection: &Connection,
    address: &str,
    what: Send,
    detail: CodeDetail,
) -> Result<(), AuthenticationError> {
    let (length, _) = code_format(connection);
    let code = cx.server.entropy.digits(length);
    let message = match message(cx, client, connection, address, what, &code, &detail).await {
        Ok(message) => message,
        Err(error) => return Err(failed(&error)),
    };
    keep(cx, connection, address, (&code, detail), message).await?;
    cx.server.courier.wake();
    let is_sms = connection.strategy == Strategy::Sms;
    let kind = if what == Send::Link {
        kind::CODE_OR_LINK_SENT
    } else {
        kind::CODE_SENT
    };
    let event = Event::new(kind, "Passwordless login")
        .client(client)
        .connection(connection);
    let mut body = json!({
        "client_id": client.id,
        "connection": connection.name,
        "send": if what == Send::Link { "link" } else { "code" },
        "tenant": cx.tenant.names.tenant,
    });
    body[if is_sms { "phone_number" } else { "email" }] = address.into();
    cx.record(&event.user_name(address).details(json!({ "body": body })));
    Ok(())
}

/// What [`send`] leaves behind, for somebody who gets no code: a code that nobody is told and nobody guesses. Who tries
/// others learns as much as they would of somebody who got one.
///
/// # Errors
///
/// When the store fails.
pub(crate) async fn pretend(
    cx: &Context,
    client: &Client,
    connection: &Connection,
    address: &str,
) -> Result<(), AuthenticationError> {
    let detail = CodeDetail {
        client_id: client.id.clone(),
        ..CodeDetail::default()
    };
    let code = cx.server.entropy.base62(32);
    keep(cx, connection, address, (&code, detail), None).await
}

/// Stores a code in place of an older one, and the message that carries it.
async fn keep(
    cx: &Context,
    connection: &Connection,
    address: &str,
    (code, detail): (&str, CodeDetail),
    message: Option<OutboxRow>,
) -> Result<(), AuthenticationError> {
    let to = recipient(connection, address);
    let sealer = &cx.server.sealer;
    let sealed = sealer.seal(&cx.tenant.id, &to.seal_context(), code.as_bytes());
    let (_, lifetime) = code_format(connection);
    let expires_at = cx.now().checked_add(lifetime);
    let row = PasswordlessCodeRow {
        code: sealed.map_err(StoreError::from)?,
        detail,
        attempts: 0,
        expires_at: expires_at.unwrap_or(jiff::Timestamp::MAX),
    };
    let tenant = cx.tenant_id();
    let stored: Result<(), StoreError> = cx
        .store()
        .write(move |db| {
            passwordless_codes::replace(db, &tenant, &to, &row)?;
            match &message {
                Some(message) => outbox::insert(db, message),
                None => Ok(()),
            }
        })
        .await;
    Ok(stored?)
}

async fn message(
    cx: &Context,
    client: &Client,
    connection: &Connection,
    address: &str,
    what: Send,
    code: &str,
    detail: &CodeDetail,
) -> Result<Option<OutboxRow>, crate::login::answer::LoginError> {
    let (_, lifetime) = code_format(connection);
    let minutes = lifetime.as_mins();
    if connection.strategy == Strategy::Sms {
        let template = connection.option("template").as_str();
        let message = text_of(template, address, code);
        let server = &cx.server;
        return server
            .courier
            .envelope(&cx.tenant.id, &message, &server.entropy, cx.now())
            .map_err(|error: MessagingError| error.into());
    }
    let link = link(cx, connection, address, code, detail);
    let purpose = match what {
        Send::Code => Purpose::PasswordlessCode { code, minutes },
        Send::Link => Purpose::PasswordlessLink {
            link: &link,
            minutes,
        },
    };
    letter(cx, Some(client), address, purpose).await
}

/// The magic link. All that counts of it is the code; the rest is there for programs that read it.
fn link(
    cx: &Context,
    connection: &Connection,
    address: &str,
    code: &str,
    detail: &CodeDetail,
) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in form_urlencoded::parse(detail.authorize_query.as_bytes()) {
        if name != "client_id" {
            query.append_pair(&name, &value);
        }
    }
    query
        .append_pair("verification_code", code)
        .append_pair("connection", &connection.name)
        .append_pair("client_id", &detail.client_id)
        .append_pair("email", address);
    cx.tenant
        .names
        .url(&format!("passwordless/verify_redirect?{}", query.finish()))
}

/// The user of a passwordless connection who has just shown that the address is theirs; made when
/// this is the first time.
///
/// # Errors
///
/// `access_denied` when the connection takes nobody new.
pub(crate) async fn user_of(
    cx: &Context,
    connection: &Arc<Connection>,
    address: &str,
) -> Result<User, AuthenticationError> {
    if let Some(user) = find_user(cx, connection, address).await? {
        return Ok(user);
    }
    if connection.is_on("disable_signup") {
        return Err(OAuthError::access_denied("Public signup is disabled").into());
    }
    let is_sms = connection.strategy == Strategy::Sms;
    let (email, phone_number) = if is_sms {
        (None, Some(address.to_owned()))
    } else {
        (Some(address.to_lowercase()), None)
    };
    let profile = Profile {
        email_verified: email.is_some(),
        phone_verified: phone_number.is_some().then_some(true),
        email,
        phone_number,
        ..Profile::default()
    };
    let new = NewAccount {
        connection,
        document: Document {
            profile,
            ..Document::default()
        },
        password: None,
        identity_id: None,
        is_blocked: false,
    };
    match Accounts::of(&cx.server, &cx.tenant.id).create(new).await {
        Ok(user) => Ok(user),
        Err(AccountFault::Store(error)) => Err(error.into()),
        // Somebody with the same address was made meanwhile: by this very person.
        Err(_) => find_user(cx, connection, address)
            .await?
            .ok_or_else(|| AuthenticationError::from(OAuthError::server_error())),
    }
}

/// The user of this connection with this address.
pub(crate) async fn find_user(
    cx: &Context,
    connection: &Connection,
    address: &str,
) -> Result<Option<User>, StoreError> {
    let kind = match connection.strategy {
        Strategy::Sms => IdentifierKind::PhoneNumber,
        _ => IdentifierKind::Email,
    };
    let identifier = LoginIdentifier {
        kind,
        value: address.to_lowercase(),
    };
    let (tenant, connection_id) = (cx.tenant_id(), connection.id.clone());
    let found = cx
        .store()
        .read(move |db| users::find_login(db, &tenant, &connection_id, &identifier))
        .await?;
    Ok(found.map(|login| login.user))
}

pub(super) fn recipient(connection: &Connection, address: &str) -> Recipient {
    Recipient {
        connection_id: connection.id.clone(),
        address: address.to_lowercase(),
    }
}

fn failed(error: &crate::login::answer::LoginError) -> AuthenticationError {
    let error: &dyn std::error::Error = error;
    tracing::error!(error, source = error.source(), "no message was written");
    OAuthError::server_error().into()
}
