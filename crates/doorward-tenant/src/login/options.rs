//! Which ways in a client offers.

use std::sync::Arc;

use super::answer::LoginError;
use super::pages::screens::{Identifier, LoginChoices};
use crate::domain::authorization::{AuthorizationError, AuthorizationRequest};
use crate::domain::client::Client;
use crate::domain::connection::{Connection, Strategy};
use crate::http::Context;

/// The connections that a login may use: a database, or else a passwordless one.
pub(crate) struct LoginOptions {
    pub(crate) database: Option<Arc<Connection>>,
    pub(crate) passwordless: Option<Arc<Connection>>,
}

impl LoginOptions {
    /// The ways in for one request: those of the client, or the one connection it names.
    pub(crate) async fn of(
        cx: &Context,
        client: &Client,
        request: &AuthorizationRequest,
    ) -> Result<Result<Self, AuthorizationError>, LoginError> {
        let enabled = cx.tenant.configuration.connections_of(&client.id).await?;
        if let Some(name) = &request.connection {
            let named = enabled.iter().find(|connection| connection.name == *name);
            let Some(connection) = named else {
                return Ok(Err(AuthorizationError::invalid_request(
                    "the connection was not found",
                )));
            };
            return Ok(Self::only(connection).ok_or_else(|| {
                AuthorizationError::invalid_request("the connection is not enabled")
            }));
        }
        let settings = cx.tenant.configuration.settings().await?;
        let of = |strategy: Strategy| {
            enabled
                .iter()
                .filter(move |connection| connection.strategy == strategy)
        };
        let default = settings.default_directory();
        let database = of(Strategy::Database)
            .find(|connection| Some(connection.name.as_str()) == default)
            .or_else(|| of(Strategy::Database).next());
        let passwordless = of(Strategy::Email)
            .next()
            .or_else(|| of(Strategy::Sms).next());
        if database.is_none() && passwordless.is_none() {
            return Ok(Err(AuthorizationError::invalid_request(
                "no connections enabled for the client",
            )));
        }
        Ok(Ok(Self {
            database: database.cloned(),
            passwordless: passwordless.filter(|_| database.is_none()).cloned(),
        }))
    }

    fn only(connection: &Arc<Connection>) -> Option<Self> {
        let connection = Arc::clone(connection);
        match connection.strategy {
            Strategy::Database => Some(Self {
                database: Some(connection),
                passwordless: None,
            }),
            Strategy::Email | Strategy::Sms => Some(Self {
                database: None,
                passwordless: Some(connection),
            }),
            Strategy::Other => None,
        }
    }

    /// Whether people may create accounts here.
    pub(crate) fn can_sign_up(&self) -> bool {
        self.database
            .as_ref()
            .is_some_and(|connection| !connection.is_on("disable_signup"))
    }

    /// What the login pages offer, with what was typed so far.
    pub(crate) fn choices(&self, username: &str) -> LoginChoices {
        let identifier = match (&self.database, &self.passwordless) {
            (Some(database), _) if database.is_on("requires_username") => {
                Identifier::EmailOrUsername
            }
            (None, Some(passwordless)) if passwordless.strategy == Strategy::Sms => {
                Identifier::Phone
            }
            _ => Identifier::Email,
        };
        LoginChoices {
            identifier,
            username: username.to_owned(),
            can_sign_up: self.can_sign_up(),
            reset_connection: self
                .database
                .as_ref()
                .filter(|connection| !connection.is_on("disable_self_service_change_password"))
                .map(|connection| connection.name.clone()),
            providers: Vec::new(),
        }
    }
}
