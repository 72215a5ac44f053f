//! The collection that copies are in, over the driver.

use std::collections::HashMap;
use std::time::Duration;

use bson::{Document, doc};
use futures_util::StreamExt as _;
use mongodb::error::{Error, ErrorKind, WriteFailure};
use mongodb::options::{ClientOptions, ConnectionString, IndexOptions};
use mongodb::{Client, IndexModel};
use tokio::sync::OnceCell;

use crate::config::MongoSettings;

/// Longest search for a server that can be written to, unless the URL says otherwise.
const SERVER_TIMEOUT: Duration = Duration::from_secs(3);
/// Longest wait for the answer of a ping.
const PING_TIMEOUT: Duration = Duration::from_secs(2);
/// Copies written at the same time.
const AT_ONCE: usize = 8;
/// Mongo's code for a value that a unique index has already.
const DUPLICATE_KEY: i32 = 11_000;

/// Whether a text is a Mongo URL. Asks nobody.
pub(crate) fn is_address(url: &str) -> bool {
    ConnectionString::parse(url).is_ok()
}

/// The users' collection. It is connected to when it is first needed.
pub(super) struct Collection {
    settings: MongoSettings,
    client: OnceCell<Client>,
    index: OnceCell<()>,
}

impl Collection {
    pub(super) fn new(settings: MongoSettings) -> Self {
        Self {
            settings,
            client: OnceCell::new(),
            index: OnceCell::new(),
        }
    }

    /// Writes each user's update, several at a time; gives back those to be tried again later.
    pub(super) async fn write(
        &self,
        updates: HashMap<String, Document>,
    ) -> Vec<(String, Document)> {
        if let Err(error) = self.ensure_index().await {
            tracing::error!(cause = told(&error), "users cannot be copied to Mongo now");
            return updates.into_iter().collect();
        }
        let written = futures_util::stream::iter(updates).map(|(user_id, update)| async move {
            match self.upsert(&user_id, &update).await {
                Ok(()) => None,
                Err(error) => {
                    tracing::error!(cause = told(&error), "a user was not copied to Mongo");
                    may_pass(&error).then_some((user_id, update))
                }
            }
        });
        let failed = written.buffer_unordered(AT_ONCE);
        failed.filter_map(std::future::ready).collect().await
    }

    /// Whether the server answers, soon.
    pub(super) async fn ping(&self) -> Result<(), String> {
        let ping = async {
            let client = self.client().await?;
            let database = client.database(&self.settings.database);
            database.run_command(doc! { "ping": 1 }).await
        };
        match tokio::time::timeout(PING_TIMEOUT, ping).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(told(&error)),
            Err(_) => Err("no answer".to_owned()),
        }
    }

    /// Closes the connections.
    pub(super) async fn close(&self) {
        if let Some(client) = self.client.get() {
            client.clone().shutdown().await;
        }
    }

    async fn client(&self) -> Result<&Client, Error> {
        let connect = || async {
            let mut options = ClientOptions::parse(self.settings.url.as_str()).await?;
            options
                .app_name
                .get_or_insert_with(|| "doorward".to_owned());
            options
                .server_selection_timeout
                .get_or_insert(SERVER_TIMEOUT);
            Client::with_options(options)
        };
        self.client.get_or_try_init(connect).await
    }

    async fn users(&self) -> Result<mongodb::Collection<Document>, Error> {
        let client = self.client().await?;
        Ok(client
            .database(&self.settings.database)
            .collection(&self.settings.collection))
    }

    /// Makes the index once. Copies of a collection that cannot have it are written all the same.
    async fn ensure_index(&self) -> Result<(), Error> {
        let ensure = || async {
            let index = IndexModel::builder()
                .keys(doc! { "userId": 1 })
                .options(IndexOptions::builder().unique(true).build())
                .build();
            match self.users().await?.create_index(index).await {
                Err(error) if may_pass(&error) => Err(error),
                Err(error) => {
                    tracing::error!(cause = told(&error), "userId has no unique index in Mongo");
                    Ok(())
                }
                Ok(_) => Ok(()),
            }
        };
        self.index.get_or_try_init(ensure).await.map(|_| ())
    }

    async fn upsert(&self, user_id: &str, update: &Document) -> Result<(), Error> {
        let users = self.users().await?;
        let write = || {
            let known = doc! { "userId": user_id };
            users.update_one(known, update.clone()).upsert(true)
        };
        match write().await {
            // Another gateway has made the document at the same moment: now it is there.
            Err(error) if code_of(&error) == Some(DUPLICATE_KEY) => write().await.map(|_| ()),
            answer => answer.map(|_| ()),
        }
    }
}

/// Whether the same may work later, because the server was not there or in no state to write.
fn may_pass(error: &Error) -> bool {
    match error.kind.as_ref() {
        ErrorKind::Write(_) | ErrorKind::Command(_) => error.contains_label("RetryableWriteError"),
        ErrorKind::InvalidArgument { .. }
        | ErrorKind::BsonSerialization(_)
        | ErrorKind::Bson(_) => false,
        _ => true,
    }
}

fn code_of(error: &Error) -> Option<i32> {
    match error.kind.as_ref() {
        ErrorKind::Write(WriteFailure::WriteError(error)) => Some(error.code),
        _ => None,
    }
}

/// The error for the log, without the document that a server may repeat in its refusal.
fn told(error: &Error) -> String {
    match error.kind.as_ref() {
        ErrorKind::Write(WriteFailure::WriteError(error)) => {
            format!("write refused with code {}", error.code)
        }
        ErrorKind::Command(error) => format!("{} (code {})", error.message, error.code),
        _ => error.to_string(),
    }
}
