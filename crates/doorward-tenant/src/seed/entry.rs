//! One entry of a tenant file: what it makes or changes.

use axum::http::StatusCode;
use serde_json::{Map, Value, json};

use super::contents::{self, Names};
use super::is_something;
use crate::http::Context;
use crate::http::management_error::ManagementError;
use crate::management::{self, Call};
use crate::store::resource_servers::ResourceServerRow;
use crate::store::{StoreError, client_grants, clients, connections, resource_servers, roles};

/// An id for a client that is not there yet, of which nothing is written.
const NO_CLIENT: &str = "00000000000000000000000000000000";
const NO_ROLE: &str = "rol_0000000000000000";

/// What is wrong with an entry.
type Problem = String;

/// One entry of the file.
pub(super) struct Entry<'e> {
    pub(super) cx: &'e Context,
    /// Where it stands, for the log.
    pub(super) place: &'e str,
    /// What the file itself will have made by then: given while it is only checked.
    pub(super) names: Option<&'e Names>,
}

impl Entry<'_> {
    /// Applies the entry, or only checks it.
    pub(super) async fn apply(&self, key: &str, value: &Value) -> Result<(), Problem> {
        let Value::Object(entry) = value else {
            return Err("must be a mapping".to_owned());
        };
        let mut entry = entry.clone();
        contents::strip(key, &mut entry);
        match key {
            "tenant" => {
                let update = "tenants.settings.update";
                self.call(update, vec![], entry.into(), None).await?;
                Ok(())
            }
            "attackProtection" => self.attack_protection(entry).await,
            "resourceServers" => self.resource_server(entry).await,
            "clients" => self.client(entry).await,
            "databases" | "connections" => self.connection(entry).await,
            "clientGrants" => self.client_grant(entry).await,
            "roles" => self.role(entry).await,
            _ => self.user(entry).await,
        }
    }

    /// Whether a name stands for something that the file makes.
    fn will_be(&self, kind: &str, name: &str) -> bool {
        self.names.is_some_and(|names| names.has(kind, name))
    }

    async fn try_call(
        &self,
        operation: &'static str,
        path: Vec<(&'static str, String)>,
        body: Value,
        chosen_id: Option<String>,
    ) -> Result<Value, ManagementError> {
        let call = Call {
            operation,
            path,
            body,
            chosen_id,
        };
        if self.names.is_some() {
            management::check(&call)?;
            // Whoever needs an id of what is not there yet gets one of the right form.
            return Ok(json!({ "client_id": NO_CLIENT, "id": NO_ROLE, "user_id": "auth0|none" }));
        }
        tracing::debug!(operation, place = self.place, "applying a tenant file");
        Ok(management::perform(self.cx, call)
            .await?
            .body
            .unwrap_or_default())
    }

    async fn call(
        &self,
        operation: &'static str,
        path: Vec<(&'static str, String)>,
        body: Value,
        chosen_id: Option<String>,
    ) -> Result<Value, Problem> {
        let answer = self.try_call(operation, path, body, chosen_id).await;
        answer.map_err(|error| error.message.into_owned())
    }

    /// Reads rows of this tenant.
    async fn read<T: Send + 'static>(
        &self,
        unit: impl FnOnce(&mut crate::store::Connection<'_>, &str) -> Result<T, StoreError>
        + Send
        + 'static,
    ) -> Result<T, Problem> {
        let tenant = self.cx.tenant_id();
        let read = self.cx.store().read(move |db| unit(db, &tenant)).await;
        read.map_err(|error| error.to_string())
    }

    async fn attack_protection(&self, mut entry: Map<String, Value>) -> Result<(), Problem> {
        for (group, operation) in contents::ATTACK_PROTECTION {
            let Some(mut settings) = entry.shift_remove(*group).filter(is_something) else {
                continue;
            };
            // Answered with the rest, and taken by no operation.
            if let Some(stages) = settings.get_mut("stage").and_then(Value::as_object_mut) {
                stages.shift_remove("pre-custom-token-exchange");
            }
            let applied = self.call(operation, vec![], settings, None).await;
            applied.map_err(|problem| format!("{group}: {problem}"))?;
        }
        Ok(())
    }

    async fn resource_server(&self, mut entry: Map<String, Value>) -> Result<(), Problem> {
        let identifier = entry
            .get("identifier")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned();
        match self.api(&identifier).await? {
            None => {
                self.call("resourceServers.create", vec![], entry.into(), None)
                    .await?
            }
            Some(_) => {
                entry.shift_remove("identifier");
                self.call(
                    "resourceServers.update",
                    vec![("id", identifier)],
                    entry.into(),
                    None,
                )
                .await?
            }
        };
        Ok(())
    }

    async fn api(&self, identifier: &str) -> Result<Option<ResourceServerRow>, Problem> {
        let wanted = identifier.to_owned();
        self.read(move |db, tenant| resource_servers::find_by_identifier(db, tenant, &wanted))
            .await
    }

    /// Whether there is such an API, or will be.
    async fn needs_api(&self, identifier: &str) -> Result<(), Problem> {
        if self.will_be("resourceServers", identifier) || self.api(identifier).await?.is_some() {
            Ok(())
        } else {
            Err(format!("there is no API {identifier}"))
        }
    }

    async fn client(&self, mut entry: Map<String, Value>) -> Result<(), Problem> {
        let chosen = entry
            .shift_remove("client_id")
            .and_then(|id| id.as_str().map(str::to_owned));
        let name = entry
            .get("name")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned();
        let wanted = chosen.clone();
        let known = self.read(move |db, tenant| match wanted {
            Some(id) => clients::find(db, tenant, &id),
            None => clients::find_by_name(db, tenant, &name),
        });
        let (operation, path, chosen) = match known.await? {
            None => ("clients.create", vec![], chosen),
            Some(known) => ("clients.update", vec![("id", known.client_id)], None),
        };
        self.call(operation, path, entry.into(), chosen).await?;
        Ok(())
    }

    async fn connection(&self, mut entry: Map<String, Value>) -> Result<(), Problem> {
        let name = entry
            .get("name")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned();
        if let Some(Value::Array(enabled)) = entry.get_mut("enabled_clients") {
            for client in enabled {
                *client = self.client_id(client).await?.into();
            }
        }
        let known = self
            .read(move |db, tenant| connections::find_by_name(db, tenant, &name))
            .await?;
        match known {
            None => {
                self.call("connections.create", vec![], entry.into(), None)
                    .await?
            }
            Some(known) => {
                entry.shift_remove("name");
                entry.shift_remove("strategy");
                self.call(
                    "connections.update",
                    vec![("id", known.id)],
                    entry.into(),
                    None,
                )
                .await?
            }
        };
        Ok(())
    }

    /// The id of a client that the file names by its name or its id.
    async fn client_id(&self, named: &Value) -> Result<String, Problem> {
        let named = named.as_str().unwrap_or_default().to_owned();
        let wanted = named.clone();
        let known = self.read(
            move |db, tenant| match clients::find(db, tenant, &wanted)? {
                Some(known) => Ok(Some(known)),
                None => clients::find_by_name(db, tenant, &wanted),
            },
        );
        match known.await? {
            Some(known) => Ok(known.client_id),
            None if self.will_be("clients", &named) => Ok(NO_CLIENT.to_owned()),
            None => Err(format!("there is no client {named}")),
        }
    }

    async fn client_grant(&self, mut entry: Map<String, Value>) -> Result<(), Problem> {
        let client_id = self
            .client_id(entry.get("client_id").unwrap_or(&Value::Null))
            .await?;
        let subject = entry
            .get("subject_type")
            .and_then(Value::as_str)
            .unwrap_or("client")
            .to_owned();
        let audience = entry
            .get("audience")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned();
        self.needs_api(&audience).await?;
        let wanted = client_id.clone();
        let known = self.read(move |db, tenant| {
            client_grants::find_pair(db, tenant, &wanted, &audience, &subject)
        });
        match known.await? {
            None => {
                entry.insert("client_id".to_owned(), client_id.into());
                self.call("clientGrants.create", vec![], entry.into(), None)
                    .await?
            }
            Some(known) => {
                entry.retain(|member, _| {
                    !matches!(member.as_str(), "client_id" | "audience" | "subject_type")
                });
                self.call(
                    "clientGrants.update",
                    vec![("id", known.id)],
                    entry.into(),
                    None,
                )
                .await?
            }
        };
        Ok(())
    }

    async fn role(&self, mut entry: Map<String, Value>) -> Result<(), Problem> {
        let permissions = entry.shift_remove("permissions");
        for permission in permissions.iter().filter_map(Value::as_array).flatten() {
            if let Some(identifier) = permission["resource_server_identifier"].as_str() {
                self.needs_api(identifier).await?;
            }
        }
        let name = entry
            .get("name")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned();
        let known = self
            .read(move |db, tenant| roles::find_by_name(db, tenant, &name))
            .await?;
        let id = match known {
            Some(known) => {
                self.call(
                    "roles.update",
                    vec![("id", known.id.clone())],
                    entry.into(),
                    None,
                )
                .await?;
                known.id
            }
            None => {
                let made = self
                    .call("roles.create", vec![], entry.into(), None)
                    .await?;
                made["id"].as_str().unwrap_or_default().to_owned()
            }
        };
        if let Some(permissions) = permissions.filter(is_something) {
            let body = json!({ "permissions": permissions });
            self.call("roles.permissions.add", vec![("id", id)], body, None)
                .await?;
        }
        Ok(())
    }

    /// A user who is there already stays as they are: their password and profile are their own.
    async fn user(&self, mut entry: Map<String, Value>) -> Result<(), Problem> {
        let connection = entry.get("connection").and_then(Value::as_str);
        let connection = connection
            .ok_or("connection is needed, as a text")?
            .to_owned();
        let wanted = connection.clone();
        let known = self.read(move |db, tenant| connections::find_by_name(db, tenant, &wanted));
        if known.await?.is_none() && !self.will_be("connections", &connection) {
            return Err(format!("there is no connection {connection}"));
        }
        let mut roles = Vec::new();
        for role in entry
            .shift_remove("roles")
            .iter()
            .filter_map(Value::as_array)
            .flatten()
        {
            roles.push(self.role_id(role.as_str().unwrap_or_default()).await?);
        }
        let made = match self
            .try_call("users.create", vec![], entry.into(), None)
            .await
        {
            Ok(made) => made,
            Err(error) if error.status == StatusCode::CONFLICT => return Ok(()),
            Err(error) => return Err(error.message.into_owned()),
        };
        if roles.is_empty() {
            return Ok(());
        }
        let user_id = made["user_id"].as_str().unwrap_or_default().to_owned();
        let body = json!({ "roles": roles });
        self.call("users.roles.assign", vec![("id", user_id)], body, None)
            .await?;
        Ok(())
    }

    /// The id of a role that the file names.
    async fn role_id(&self, name: &str) -> Result<String, Problem> {
        let wanted = name.to_owned();
        let known = self.read(move |db, tenant| roles::find_by_name(db, tenant, &wanted));
        match known.await? {
            Some(known) => Ok(known.id),
            None if self.will_be("roles", name) => Ok(NO_ROLE.to_owned()),
            None => Err(format!("there is no role {name}")),
        }
    }
}
