//! Delivers messages behind the answers.
//!
//! A message is written in the same commit as what it tells of, a ticket or a code, and leaves
//! afterwards: no request waits for a mail server or fails with it. Several processes on one
//! database share the work; a message is claimed before it is delivered.

use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, json};
use tokio::sync::{Notify, watch};

use super::transport::{DeliveryError, MessagingSettingsError, Transport};
use super::{Channel, Message};
use crate::entropy::Entropy;
use crate::events::{Event, Surroundings, kind};
use crate::keys::{Sealer, Unsealable};
use crate::server::Server;
use crate::settings::{Mode, Settings};
use crate::store::outbox::{self, OutboxRow};
use crate::store::{Store, StoreError};

/// How often due messages are looked for when nobody says that there are some.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long a claimed message stays with who claimed it: several times as long as the slowest attempt.
const CLAIM: SignedDuration = SignedDuration::from_mins(2);
/// Attempts after which a message is given up: about a day.
const MOST_ATTEMPTS: i64 = 10;
/// How long a message is kept, delivered or not.
const KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Why a message could not be written down or read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum MessagingError {
    #[error("store failed")]
    Store(#[from] StoreError),
    #[error("a message did not open")]
    Sealed(#[from] Unsealable),
    #[error("a message is not JSON")]
    Json(#[from] serde_json::Error),
    #[error("a letter was not printed")]
    Letter(#[from] askama::Error),
}

/// The way messages of this process leave.
pub(crate) struct Courier {
    transport: Transport,
    /// Whether delivered messages stay to be looked at.
    keeps: bool,
    sealer: Sealer,
    wake: Notify,
}

impl Courier {
    /// Reads how messages leave.
    ///
    /// # Errors
    ///
    /// Names the setting that makes no sense.
    pub(crate) fn new(settings: &Settings, sealer: Sealer) -> Result<Self, MessagingSettingsError> {
        Ok(Self {
            transport: Transport::new(&settings.messaging, &settings.domain)?,
            keeps: settings.mode == Mode::Development,
            sealer,
            wake: Notify::new(),
        })
    }

    /// A message as a row, to be stored with what it tells of. `None` when it would reach nobody.
    pub(crate) fn envelope(
        &self,
        tenant: &str,
        message: &Message,
        entropy: &Entropy,
        now: Timestamp,
    ) -> Result<Option<OutboxRow>, MessagingError> {
        let is_delivered = self.transport.serves(message.channel);
        if !is_delivered && !self.keeps {
            tracing::warn!(channel = ?message.channel, "a message is lost: there is no transport for it");
            return Ok(None);
        }
        let id = entropy.object_id(now);
        let sealed = self.sealer.seal(
            tenant,
            &OutboxRow::seal_context(&id),
            &serde_json::to_vec(message)?,
        )?;
        Ok(Some(OutboxRow {
            tenant_id: tenant.to_owned(),
            id,
            recipient: message.to.to_lowercase(),
            message: sealed,
            created_at: now,
            attempts: 0,
            next_attempt_at: is_delivered.then_some(now),
            expires_at: now.checked_add(KEPT).unwrap_or(Timestamp::MAX),
        }))
    }

    /// Reads a message out of its row.
    pub(crate) fn open(&self, row: &OutboxRow) -> Result<Message, MessagingError> {
        let context = OutboxRow::seal_context(&row.id);
        let opened = self.sealer.open(&row.tenant_id, &context, &row.message)?;
        Ok(serde_json::from_slice(&opened)?)
    }

    /// Says that a message was stored.
    pub(crate) fn wake(&self) {
        self.wake.notify_one();
    }
}

/// Delivers messages until the process stops.
pub(crate) async fn deliver_until(server: Arc<Server>, mut stopping: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            () = server.courier.wake.notified() => {}
            () = tokio::time::sleep(PATIENCE) => {}
            _ = stopping.wait_for(|stop| *stop) => return,
        }
        let transport = &server.courier.transport;
        if !transport.serves(Channel::Email) && !transport.serves(Channel::Sms) {
            continue;
        }
        if let Err(error) = deliver_due(&server, &stopping).await {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "messages wait for now"
            );
        }
    }
}

async fn deliver_due(
    server: &Server,
    stopping: &watch::Receiver<bool>,
) -> Result<(), MessagingError> {
    while !*stopping.borrow() {
        let now = server.clock.now();
        let until = now.checked_add(CLAIM).unwrap_or(Timestamp::MAX);
        let unit = move |db: &mut crate::store::Connection<'_>| outbox::claim(db, now, until);
        let claimed: Result<_, StoreError> = server.store.write(unit).await;
        match claimed? {
            Some(row) => deliver(server, &row).await?,
            None => break,
        }
    }
    Ok(())
}

/// One attempt. A message that cannot be opened is given up: it never will be.
async fn deliver(server: &Server, row: &OutboxRow) -> Result<(), MessagingError> {
    let courier = &server.courier;
    let sender = sender_name(server, &row.tenant_id).await?;
    let message = match courier.open(row) {
        Ok(message) => message,
        Err(error) => {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "a message is given up"
            );
            return settle(&server.store, row, None, courier.keeps).await;
        }
    };
    let Err(error) = courier.transport.deliver(&message, &sender).await else {
        return settle(&server.store, row, None, courier.keeps).await;
    };
    warn(&error, row.attempts);
    if row.attempts >= MOST_ATTEMPTS {
        record_failure(server, row, &error.to_string());
        return settle(&server.store, row, None, courier.keeps).await;
    }
    let wait = SignedDuration::from_secs(30 << row.attempts.clamp(0, 9));
    let next = server
        .clock
        .now()
        .checked_add(wait)
        .unwrap_or(Timestamp::MAX);
    settle(&server.store, row, Some(next), courier.keeps).await
}

fn warn(error: &DeliveryError, attempt: i64) {
    let error: &dyn std::error::Error = error;
    tracing::warn!(
        error,
        source = error.source(),
        attempt,
        "a message was not delivered"
    );
}

async fn settle(
    store: &Store,
    row: &OutboxRow,
    next_attempt_at: Option<Timestamp>,
    keeps: bool,
) -> Result<(), MessagingError> {
    let (tenant, id) = (row.tenant_id.clone(), row.id.clone());
    let settled: Result<(), StoreError> = store
        .write(move |db| match next_attempt_at {
            None if !keeps => outbox::remove(db, &tenant, &id),
            _ => outbox::settle(db, &tenant, &id, next_attempt_at),
        })
        .await;
    Ok(settled?)
}

async fn sender_name(server: &Server, tenant: &str) -> Result<String, MessagingError> {
    let Some(tenant) = server
        .tenants
        .all()
        .into_iter()
        .find(|known| known.id == tenant)
    else {
        return Ok(String::new());
    };
    let settings = tenant.configuration.settings().await?;
    Ok(settings
        .text("friendly_name")
        .unwrap_or(&tenant.names.tenant)
        .to_owned())
}

fn record_failure(server: &Server, row: &OutboxRow, reason: &str) {
    let Some(tenant) = server
        .tenants
        .all()
        .into_iter()
        .find(|known| known.id == row.tenant_id)
    else {
        return;
    };
    let surroundings = Surroundings {
        ip: &Ipv4Addr::LOCALHOST.to_string(),
        client_ip: None,
        user_agent: "",
        hostname: &tenant.names.domain,
        tenant_name: &tenant.names.tenant,
        auth0_client: None,
        references: Map::new(),
    };
    let event = Event::new(kind::NOTIFICATION_FAILED, reason).user_name(&row.recipient);
    let event = event.details(json!({ "to": row.recipient, "error": reason }));
    server
        .recorder
        .record(&tenant.id, &event, &surroundings, server.clock.now());
}
