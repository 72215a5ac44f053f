//! Links in messages: making them, and the messages that carry them.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Value, json};

use super::answer::{LoginError, brand};
use super::authorize::{in_seconds, segment};
use crate::domain::client::Client;
use crate::domain::connection::{Connection, Strategy};
use crate::domain::ticket::{Ticket, TicketDetail, TicketKind};
use crate::domain::user::{Identity, LoginIdentifier, User};
use crate::events::{Event, kind};
use crate::http::Context;
use crate::messaging::{Letter, MessagingError, Purpose};
use crate::store::outbox::OutboxRow;
use crate::store::{self, StoreError, outbox, tickets, users};

/// How long a link works unless it says otherwise: five days, in seconds.
pub(crate) const TICKET_SECONDS: i64 = 432_000;
/// A letter is sealed and stored in a few milliseconds; somebody unknown gets none and waits as long.
const LONGER_THAN_SENDING: Duration = Duration::from_millis(60);

/// A ticket that is about to be stored, with the secret its link carries.
#[derive(Clone)]
pub(crate) struct NewTicket {
    kind: TicketKind,
    secret: String,
    ticket: Ticket,
    now: Timestamp,
}

impl NewTicket {
    /// A ticket for `user_id` that works for `seconds`.
    pub(crate) fn new(
        cx: &Context,
        kind: TicketKind,
        user_id: &str,
        detail: TicketDetail,
        seconds: i64,
    ) -> Self {
        let now = cx.now();
        let expires_at = in_seconds(now, seconds);
        let ticket = Ticket {
            user_id: user_id.to_owned(),
            detail,
            expires_at,
            used_at: None,
        };
        Self {
            kind,
            secret: cx.server.entropy.base62(32),
            ticket,
            now,
        }
    }

    /// The link. Those of messages end in an empty fragment, as Auth0's do.
    pub(crate) fn url(&self, cx: &Context) -> String {
        let names = &cx.tenant.names;
        let path = match self.kind {
            TicketKind::PasswordChange => "u/reset-verify",
            TicketKind::EmailVerification => "u/email-verification",
            TicketKind::Unblock => "unblock",
            TicketKind::Impersonation => {
                let impersonation = self.ticket.detail.impersonation.as_deref();
                let by = impersonation.map_or("", |asked| asked.impersonator_id.as_str());
                let path = format!("users/{}/impersonate", segment(by));
                return names.url(&format!("{path}?&bewit={}", self.secret));
            }
        };
        names.url(&format!("{path}?ticket={}#", self.secret))
    }

    /// Stores the ticket. Answers whether its user is still there; else nothing is stored.
    pub(crate) fn store(
        &self,
        db: &mut store::Connection<'_>,
        tenant: &str,
    ) -> Result<bool, StoreError> {
        if !users::hold(db, tenant, &self.ticket.user_id)? {
            return Ok(false);
        }
        tickets::insert(db, tenant, self.kind, &self.secret, &self.ticket, self.now)?;
        Ok(true)
    }
}

/// A letter of this tenant, sealed and ready to be stored.
pub(crate) async fn letter(
    cx: &Context,
    client: Option<&Client>,
    to: &str,
    purpose: Purpose<'_>,
) -> Result<Option<OutboxRow>, LoginError> {
    let settings = cx.tenant.configuration.settings().await?;
    let brand = brand(cx, &settings);
    let name = client
        .map(|client| client.name.as_str())
        .filter(|name| !name.is_empty());
    let message = Letter::new(&brand, name, purpose).to(to)?;
    let server = &cx.server;
    Ok(server
        .courier
        .envelope(&cx.tenant.id, &message, &server.entropy, cx.now())?)
}

/// Stores a ticket together with the letter that carries it. The link of a newer letter about a password voids
/// those of older ones.
async fn send(
    cx: &Context,
    ticket: NewTicket,
    letter: Option<OutboxRow>,
) -> Result<(), LoginError> {
    let tenant = cx.tenant_id();
    let stored: Result<(), StoreError> = cx
        .store()
        .write(move |db| {
            if ticket.kind == TicketKind::PasswordChange {
                tickets::void(db, &tenant, ticket.kind, &ticket.ticket.user_id, ticket.now)?;
            }
            let is_stored = ticket.store(db, &tenant)?;
            match &letter {
                Some(letter) if is_stored => outbox::insert(db, letter),
                _ => Ok(()),
            }
        })
        .await;
    stored?;
    cx.server.courier.wake();
    Ok(())
}

/// Sends the link by which a user shows that their address is theirs, unless that is known.
pub(crate) async fn send_verification(
    cx: &Context,
    client: Option<&Client>,
    user: &User,
) -> Result<(), LoginError> {
    if user.profile.email_verified {
        return Ok(());
    }
    match user.identities.first() {
        Some(identity) => resend_verification(cx, client, user, identity).await,
        None => Ok(()),
    }
}

/// Sends it for the address of one identity whether that is known or not, because somebody asks for it.
pub(crate) async fn resend_verification(
    cx: &Context,
    client: Option<&Client>,
    user: &User,
    identity: &Identity,
) -> Result<(), LoginError> {
    let profile = user.profile_of(&identity.provider, &identity.identity_id);
    let Some(email) = profile.email else {
        return Ok(());
    };
    let detail = TicketDetail {
        provider: identity.provider.clone(),
        identity_id: identity.identity_id.clone(),
        connection_id: identity.connection_id.clone(),
        email: email.clone(),
        client_id: client.map(|client| client.id.clone()),
        ..TicketDetail::default()
    };
    let ticket = NewTicket::new(
        cx,
        TicketKind::EmailVerification,
        &user.user_id,
        detail,
        TICKET_SECONDS,
    );
    let url = ticket.url(cx);
    let letter = letter(cx, client, &email, Purpose::VerifyEmail { url: &url }).await?;
    send(cx, ticket, letter).await?;
    let mut event = Event::new(kind::VERIFICATION_SENT, "Verification email sent").user(user);
    event.details = json!({ "body": { "user_id": user.user_id, "email": email } });
    if let Some(client) = client {
        event = event.client(client);
    }
    cx.record(&event);
    Ok(())
}

/// Sends the link by which a user chooses a new password. Does nothing for somebody unknown; the
/// caller must not let that show, and the time it takes does not.
pub(crate) async fn send_password_reset(
    cx: &Context,
    client: Option<&Client>,
    connection: &Arc<Connection>,
    identifier: &str,
) -> Result<(), LoginError> {
    unhurried(send_reset_if_known(cx, client, connection, identifier)).await
}

/// Sends a message, or none, and takes the same time for it.
pub(crate) async fn unhurried<T>(sending: impl Future<Output = T>) -> T {
    let (sent, ()) = tokio::join!(sending, tokio::time::sleep(LONGER_THAN_SENDING));
    sent
}

async fn send_reset_if_known(
    cx: &Context,
    client: Option<&Client>,
    connection: &Arc<Connection>,
    identifier: &str,
) -> Result<(), LoginError> {
    let (tenant, connection_id) = (cx.tenant_id(), connection.id.clone());
    let typed = LoginIdentifier::typed(identifier);
    let found: Result<_, StoreError> = cx
        .store()
        .read(move |db| users::find_typed(db, &tenant, &connection_id, &typed))
        .await;
    let found = found?.filter(|_| connection.strategy == Strategy::Database);
    let Some((login, email)) = found.and_then(|login| {
        let profile = login.user.profile_of(&login.provider, &login.identity_id);
        let email = profile.email?;
        Some((login, email))
    }) else {
        let event = Event::new(
            kind::PASSWORD_CHANGE_REQUEST_FAILED,
            "The user does not exist",
        );
        let details = reset_details(cx, connection, identifier);
        let event = event.connection(connection).user_name(identifier);
        cx.record(&event.details(details));
        return Ok(());
    };
    let detail = TicketDetail {
        provider: login.provider,
        identity_id: login.identity_id,
        connection_id: connection.id.clone(),
        email: email.clone(),
        client_id: client.map(|client| client.id.clone()),
        // Only who reads that mailbox gets here.
        marks_email_as_verified: true,
        ..TicketDetail::default()
    };
    let user_id = &login.user.user_id;
    let ticket = NewTicket::new(
        cx,
        TicketKind::PasswordChange,
        user_id,
        detail,
        TICKET_SECONDS,
    );
    let url = ticket.url(cx);
    let letter = letter(cx, client, &email, Purpose::ResetEmail { url: &url }).await?;
    send(cx, ticket, letter).await?;
    let event = Event::new(kind::PASSWORD_CHANGE_REQUESTED, "Password change requested");
    let event = event.connection(connection).user(&login.user);
    cx.record(&event.details(reset_details(cx, connection, &email)));
    Ok(())
}

fn reset_details(cx: &Context, connection: &Connection, identifier: &str) -> Value {
    let shown: String = identifier.chars().take(256).collect();
    let tenant = &cx.tenant.names.tenant;
    json!({ "body": { "connection": connection.name, "email": shown, "tenant": tenant } })
}

/// Tells a user that logins from `ip` are refused now, with a link that lifts the block: at most
/// once an hour. A message that cannot be written does not change the answer.
pub(crate) async fn notify_blocked(cx: &Context, client: &Client, user: &User, ip: IpAddr) {
    if let Err(error) = send_unblock(cx, client, user, ip).await {
        let error: &dyn std::error::Error = &error;
        tracing::error!(error, "nobody was told of a blocked account");
    }
}

async fn send_unblock(
    cx: &Context,
    client: &Client,
    user: &User,
    ip: IpAddr,
) -> Result<(), LoginError> {
    let Some(email) = user.profile.email.clone() else {
        return Ok(());
    };
    let (tenant, user_id) = (cx.tenant_id(), user.user_id.clone());
    let since = in_seconds(cx.now(), -3600);
    let recent: Result<bool, StoreError> = cx
        .store()
        .read(move |db| tickets::is_recent(db, &tenant, TicketKind::Unblock, &user_id, since))
        .await;
    if recent? {
        return Ok(());
    }
    let detail = TicketDetail {
        email: email.clone(),
        client_id: Some(client.id.clone()),
        ..TicketDetail::default()
    };
    let ticket = NewTicket::new(
        cx,
        TicketKind::Unblock,
        &user.user_id,
        detail,
        TICKET_SECONDS,
    );
    let (url, source_ip) = (ticket.url(cx), ip.to_string());
    let purpose = Purpose::BlockedAccount {
        url: &url,
        source_ip: &source_ip,
    };
    let letter = letter(cx, Some(client), &email, purpose).await?;
    send(cx, ticket, letter).await
}

impl From<MessagingError> for LoginError {
    fn from(error: MessagingError) -> Self {
        match error {
            MessagingError::Store(error) => error.into(),
            MessagingError::Sealed(error) => error.into(),
            MessagingError::Json(error) => error.into(),
            MessagingError::Letter(error) => error.into(),
        }
    }
}
