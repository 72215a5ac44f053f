//! What processes that share a PostgreSQL tell each other: that something they keep in memory has changed.
//!
//! The triggers of `migrations/0004_notices.sql` tell it as part of the commit that changes a row, so
//! no unit of work can forget to. A process on SQLite is alone with its file.

use std::sync::Arc;
use std::time::Duration;

use sqlx::postgres::{PgListener, PgNotification};

const CONFIGURATION: &str = "doorward_configuration";
const SIGNING_KEYS: &str = "doorward_signing_keys";
/// How long to wait before listening is tried again.
const PAUSE: Duration = Duration::from_secs(1);

/// Something kept in memory may be old now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Notice {
    /// The configuration of the tenant with this id.
    Configuration(String),
    /// The signing keys of the tenant with this id.
    SigningKeys(String),
    /// Anything: nobody listened for a moment.
    Everything,
}

/// The notices of one database, this process's own included.
pub(crate) struct Notices {
    url: Arc<str>,
    listener: Option<PgListener>,
}

impl Notices {
    pub(super) fn of(url: Arc<str>) -> Self {
        Self {
            url,
            listener: None,
        }
    }

    /// Waits for the next notice. The first one is [`Notice::Everything`].
    pub(crate) async fn next(&mut self) -> Notice {
        let Some(listener) = &mut self.listener else {
            return self.listen().await;
        };
        match listener.try_recv().await {
            Ok(Some(notification)) => read(&notification),
            lost => {
                if let Err(error) = lost {
                    tracing::warn!(%error, "changes of other processes are not heard");
                }
                self.listener = None;
                Notice::Everything
            }
        }
    }

    /// Listens from now on. What changed before was not heard.
    async fn listen(&mut self) -> Notice {
        let listening = async {
            let mut listener = PgListener::connect(&self.url).await?;
            listener.eager_reconnect(false);
            listener.listen_all([CONFIGURATION, SIGNING_KEYS]).await?;
            Ok::<_, sqlx::Error>(listener)
        };
        match listening.await {
            Ok(listener) => self.listener = Some(listener),
            Err(error) => {
                tracing::warn!(%error, "changes of other processes are not heard");
                tokio::time::sleep(PAUSE).await;
            }
        }
        Notice::Everything
    }
}

fn read(notification: &PgNotification) -> Notice {
    let tenant = notification.payload().to_owned();
    match notification.channel() {
        CONFIGURATION => Notice::Configuration(tenant),
        SIGNING_KEYS => Notice::SigningKeys(tenant),
        _ => Notice::Everything,
    }
}
