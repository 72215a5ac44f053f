//! Applying a tenant file at the start: every entry goes through the operation of the Management API that would
//! make or change it, so it obeys the same rules.

use axum::http::StatusCode;
use serde_json::{Map, Value, json};

use crate::http::Context;
use crate::http::management_error::ManagementError;
use crate::management::{self, Call};
use crate::store::{StoreError, client_grants, clients, connections, resource_servers, roles};

/// Why a tenant file was not applied: where, and what is wrong.
#[derive(Debug, thiserror::Error)]
#[error("tenant: {place}: {what}")]
pub struct SeedError {
    /// The entry: `clients[2] (Shop)`.
    place: String,
    what: String,
}

/// What a seed can bring, in the order in which one needs the other.
const KEYS: &[&str] = &[
    "resourceServers",
    "clients",
    "databases",
    "connections",
    "clientGrants",
    "roles",
    "users",
    "tenant",
];

/// Keys of the format that stand for things Doorward does not serve yet.
const LATER: &[&str] = &[
    "pages",
    "rules",
    "rulesConfigs",
    "hooks",
    "organizations",
    "actions",
    "actionModules",
    "triggers",
    "emailProvider",
    "emailTemplates",
    "branding",
    "themes",
    "prompts",
    "attackProtection",
    "guardianFactors",
    "guardianFactorProviders",
    "guardianFactorTemplates",
    "guardianPolicies",
    "guardianPhoneFactorSelectedProvider",
    "guardianPhoneFactorMessageTypes",
    "customDomains",
    "logStreams",
    "eventStreams",
    "forms",
    "flows",
    "flowVaultConnections",
    "selfServiceProfiles",
    "networkACLs",
    "phoneProviders",
    "phoneTemplates",
    "userAttributeProfiles",
    "connectionProfiles",
    "tokenExchangeProfiles",
    "riskAssessment",
    "supplementalSignals",
    "rateLimitPolicies",
    "exclude",
    "include",
];

/// Applies the file. See [`crate::Doorward::seed`].
pub(crate) async fn apply(cx: &Context, file: Value) -> Result<Vec<String>, SeedError> {
    let refuse = |place: &str, what: &str| SeedError {
        place: place.to_owned(),
        what: what.to_owned(),
    };
    let Value::Object(mut file) = file else {
        return Err(refuse("file", "must be a mapping"));
    };
    let mut left_out = Vec::new();
    if let Some(unknown) = file
        .keys()
        .find(|key| !KEYS.contains(&key.as_str()) && !LATER.contains(&key.as_str()))
    {
        return Err(refuse(unknown, "no such key"));
    }
    for key in LATER {
        if file.get(*key).is_some_and(is_something) {
            left_out.push(format!(
                "tenant: {key}: not applied, Doorward does not serve it yet"
            ));
        }
    }
    for key in KEYS {
        match file.shift_remove(*key) {
            None | Some(Value::Null) => {}
            Some(Value::Object(settings)) if *key == "tenant" => {
                let seed = Seed {
                    cx,
                    place: "tenant".to_owned(),
                };
                seed.call("tenants.settings.update", vec![], settings.into(), None)
                    .await?;
            }
            Some(Value::Array(entries)) if *key != "tenant" => {
                for (number, entry) in entries.into_iter().enumerate() {
                    one(cx, key, number, entry).await?;
                }
            }
            Some(_) => return Err(refuse(key, "has another form than expected")),
        }
    }
    Ok(left_out)
}

fn is_something(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        Value::Object(members) => !members.is_empty(),
        _ => true,
    }
}

/// Applies one entry of a list.
async fn one(cx: &Context, key: &str, number: usize, entry: Value) -> Result<(), SeedError> {
    let name = ["name", "identifier", "email", "client_id"]
        .iter()
        .find_map(|member| entry[*member].as_str());
    let seed = Seed {
        cx,
        place: format!("{key}[{number}] ({})", name.unwrap_or("?")),
    };
    let Value::Object(entry) = entry else {
        return Err(seed.refused("must be a mapping"));
    };
    match key {
        "resourceServers" => seed.resource_server(entry).await,
        "clients" => seed.client(entry).await,
        "databases" | "connections" => seed.connection(entry).await,
        "clientGrants" => seed.client_grant(entry).await,
        "roles" => seed.role(entry).await,
        _ => seed.user(entry).await,
    }
}

/// The entry at hand.
struct Seed<'s> {
    cx: &'s Context,
    place: String,
}

impl Seed<'_> {
    fn refused(&self, what: impl std::fmt::Display) -> SeedError {
        SeedError {
            place: self.place.clone(),
            what: what.to_string(),
        }
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
    ) -> Result<Value, SeedError> {
        let answer = self.try_call(operation, path, body, chosen_id).await;
        answer.map_err(|error| self.refused(error.message))
    }

    /// Reads rows of this tenant.
    async fn read<T: Send + 'static>(
        &self,
        unit: impl FnOnce(&mut crate::store::Connection<'_>, &str) -> Result<T, StoreError>
        + Send
        + 'static,
    ) -> Result<T, SeedError> {
        let tenant = self.cx.tenant_id();
        let read = self.cx.store().read(move |db| unit(db, &tenant)).await;
        read.map_err(|error| self.refused(error))
    }

    async fn resource_server(&self, mut entry: Map<String, Value>) -> Result<(), SeedError> {
        let identifier = entry
            .get("identifier")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned();
        let wanted = identifier.clone();
        let known = self
            .read(move |db, tenant| resource_servers::find_by_identifier(db, tenant, &wanted))
            .await?;
        match known {
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

    async fn client(&self, mut entry: Map<String, Value>) -> Result<(), SeedError> {
        let chosen = entry
            .shift_remove("client_id")
            .and_then(|id| id.as_str().map(str::to_owned));
        let secret = entry.shift_remove("client_secret");
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
        let id = match known.await? {
            None => {
                let made = self
                    .call("clients.create", vec![], entry.into(), chosen)
                    .await?;
                made["client_id"].as_str().unwrap_or_default().to_owned()
            }
            Some(known) => {
                let path = vec![("id", known.client_id.clone())];
                self.call("clients.update", path, entry.into(), None)
                    .await?;
                known.client_id
            }
        };
        if let Some(secret) = secret {
            // A body that makes a client may not say its secret; one that changes it may.
            let change = json!({ "client_secret": secret });
            self.call("clients.update", vec![("id", id)], change, None)
                .await?;
        }
        Ok(())
    }

    async fn connection(&self, mut entry: Map<String, Value>) -> Result<(), SeedError> {
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
    async fn client_id(&self, named: &Value) -> Result<String, SeedError> {
        let named = named.as_str().unwrap_or_default().to_owned();
        let wanted = named.clone();
        let known = self.read(
            move |db, tenant| match clients::find(db, tenant, &wanted)? {
                Some(known) => Ok(Some(known)),
                None => clients::find_by_name(db, tenant, &wanted),
            },
        );
        let known = known
            .await?
            .ok_or_else(|| self.refused(format!("there is no client {named}")))?;
        Ok(known.client_id)
    }

    async fn client_grant(&self, mut entry: Map<String, Value>) -> Result<(), SeedError> {
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

    async fn role(&self, mut entry: Map<String, Value>) -> Result<(), SeedError> {
        let permissions = entry.shift_remove("permissions");
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
    async fn user(&self, mut entry: Map<String, Value>) -> Result<(), SeedError> {
        if !entry.contains_key("connection") {
            return Err(self.refused("connection is needed, as a text"));
        }
        let roles = entry.shift_remove("roles");
        let made = match self
            .try_call("users.create", vec![], entry.into(), None)
            .await
        {
            Ok(made) => made,
            Err(error) if error.status == StatusCode::CONFLICT => return Ok(()),
            Err(error) => return Err(self.refused(error.message)),
        };
        let user_id = made["user_id"].as_str().unwrap_or_default();
        for role in roles.iter().filter_map(Value::as_array).flatten() {
            let name = role.as_str().unwrap_or_default().to_owned();
            let wanted = name.clone();
            let known = self
                .read(move |db, tenant| roles::find_by_name(db, tenant, &wanted))
                .await?;
            let known = known.ok_or_else(|| self.refused(format!("there is no role {name}")))?;
            let body = json!({ "roles": [known.id] });
            self.call(
                "users.roles.assign",
                vec![("id", user_id.to_owned())],
                body,
                None,
            )
            .await?;
        }
        Ok(())
    }
}
