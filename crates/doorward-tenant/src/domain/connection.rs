//! A connection: where users come from.

use serde_json::{Map, Value};

/// The kinds of connection that Doorward signs users in with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Strategy {
    /// A database of users with passwords (`auth0`).
    Database,
    /// One-time codes and links by e-mail.
    Email,
    /// One-time codes by text message.
    Sms,
    /// Any other, known by its configuration alone.
    Other,
}

impl Strategy {
    /// Reads a `strategy` of the Management API.
    pub(crate) fn named(name: &str) -> Self {
        match name {
            "auth0" => Self::Database,
            "email" => Self::Email,
            "sms" => Self::Sms,
            _ => Self::Other,
        }
    }
}

/// A connection, read once from its row and shared by all requests.
#[derive(Debug)]
pub(crate) struct Connection {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) strategy: Strategy,
    /// The strategy's name: the `provider` of its identities and the start of their user ids.
    pub(crate) provider: String,
    /// Ids of the clients that may use it.
    pub(crate) enabled_clients: Vec<String>,
    /// Everything the Management API knows of it.
    pub(crate) document: Map<String, Value>,
}

impl Connection {
    /// Reads a connection from its document.
    pub(crate) fn read(
        id: String,
        name: String,
        strategy: String,
        enabled_clients: Vec<String>,
        document: Map<String, Value>,
    ) -> Self {
        Self {
            id,
            name,
            strategy: Strategy::named(&strategy),
            provider: strategy,
            enabled_clients,
            document,
        }
    }

    /// Whether this client may use the connection.
    pub(crate) fn is_enabled_for(&self, client_id: &str) -> bool {
        self.enabled_clients
            .iter()
            .any(|enabled| enabled == client_id)
    }

    /// An option, `null` when it is not set.
    pub(crate) fn option(&self, name: &str) -> &Value {
        self.document
            .get("options")
            .map_or(&Value::Null, |options| &options[name])
    }

    /// Whether an option is on.
    pub(crate) fn is_on(&self, option: &str) -> bool {
        self.option(option).as_bool().unwrap_or(false)
    }
}
