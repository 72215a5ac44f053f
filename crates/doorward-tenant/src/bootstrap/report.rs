//! What a first start in development made, told again at every start: the content of `bootstrap.json`.

use serde::Serialize;
use serde_json::Value;

use super::Founder;
use super::demo::{DATABASE, DEMO_API};
use crate::start::StartError;
use crate::store::clients::ClientRow;
use crate::store::{StoreError, clients, tenants};
use crate::tenant::Names;

/// What a first start in development made, with its secrets.
#[derive(Debug, Clone, Serialize)]
pub struct Bootstrap {
    /// `HOST[:PORT]`.
    pub domain: String,
    /// `https://DOMAIN/`.
    pub issuer: String,
    /// A client that may do everything in the Management API.
    pub management: ManagementClient,
    /// Clients to try.
    pub applications: Vec<Application>,
    /// An API to ask tokens for.
    pub api: Api,
    /// Where users come from.
    pub connections: DemoConnections,
}

/// Credentials for the Management API.
#[derive(Clone, Serialize)]
pub struct ManagementClient {
    /// Its `client_id`.
    pub client_id: String,
    /// Its `client_secret`.
    pub client_secret: String,
    /// The audience to ask for.
    pub audience: String,
}

/// A demo client.
#[derive(Clone, Serialize)]
pub struct Application {
    /// Its name.
    pub name: String,
    /// `regular_web`, `spa` or `non_interactive`.
    pub app_type: String,
    /// Its `client_id`.
    pub client_id: String,
    /// Its `client_secret`; none for a public client.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_secret: Option<String>,
    /// Where it is redirected to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub callbacks: Vec<String>,
}

macro_rules! debug_without_secret {
    ($($kind:ident),*) => {$(
        impl std::fmt::Debug for $kind {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($kind)).field("client_id", &self.client_id).finish_non_exhaustive()
            }
        }
    )*};
}
debug_without_secret!(ManagementClient, Application);

/// The demo API.
#[derive(Debug, Clone, Serialize)]
pub struct Api {
    /// The `audience` of its tokens.
    pub identifier: String,
}

/// The demo connections.
#[derive(Debug, Clone, Serialize)]
pub struct DemoConnections {
    /// Users with passwords.
    pub database: NamedConnection,
    /// Codes and links by e-mail.
    pub email: NamedConnection,
    /// Codes by text message.
    pub sms: NamedConnection,
}

/// A connection's name and id.
#[derive(Debug, Clone, Serialize)]
pub struct NamedConnection {
    /// Its name, the `realm` and `connection` of requests.
    pub name: String,
    /// `con_…`.
    pub id: String,
}

impl Founder<'_> {
    pub(super) async fn bootstrap(
        &self,
        id: &str,
        names: &Names,
    ) -> Result<Option<Bootstrap>, StartError> {
        if !self.has_demo {
            return Ok(None);
        }
        let tenant = id.to_owned();
        let found = self.store.read(move |db| {
            let Some(ids) = tenants::demo(db, &tenant)? else {
                return Ok(None);
            };
            let mut rows = Vec::new();
            for key in ["management", "web", "spa", "m2m"] {
                let client_id = ids.get(key).and_then(Value::as_str).unwrap_or_default();
                rows.push(clients::find(db, &tenant, client_id)?);
            }
            Ok::<_, StoreError>(Some((ids, rows)))
        });
        let Some((ids, rows)) = found.await? else {
            return Ok(None);
        };
        let mut all = Vec::new();
        // Somebody may have deleted a demo client; the others are still told.
        for row in rows.into_iter().flatten() {
            let secret =
                self.sealer
                    .open(id, &clients::seal_context(&row.client_id), &row.secret)?;
            all.push(application(
                row,
                String::from_utf8_lossy(&secret).into_owned(),
            ));
        }
        let is_management = |client: &Application| {
            ids.get("management")
                .is_some_and(|id| *id == client.client_id)
        };
        let Some(position) = all.iter().position(is_management) else {
            return Ok(None);
        };
        let management = all.remove(position);
        let connection = |name: &str, key: &str| NamedConnection {
            name: name.to_owned(),
            id: ids
                .get(key)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned(),
        };
        Ok(Some(Bootstrap {
            domain: names.domain.clone(),
            issuer: names.issuer.clone(),
            management: ManagementClient {
                client_id: management.client_id,
                client_secret: management.client_secret.unwrap_or_default(),
                audience: names.management_audience.clone(),
            },
            applications: all,
            api: Api {
                identifier: DEMO_API.to_owned(),
            },
            connections: DemoConnections {
                database: connection(DATABASE, "auth0"),
                email: connection("email", "email"),
                sms: connection("sms", "sms"),
            },
        }))
    }
}

fn application(row: ClientRow, secret: String) -> Application {
    let text = |name: &str| {
        row.document
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let callbacks = row.document.get("callbacks").and_then(Value::as_array);
    let is_public = text("token_endpoint_auth_method") == "none";
    Application {
        name: text("name"),
        app_type: text("app_type"),
        client_secret: (!is_public).then_some(secret),
        callbacks: callbacks
            .into_iter()
            .flatten()
            .filter_map(|url| Some(url.as_str()?.to_owned()))
            .collect(),
        client_id: row.client_id,
    }
}
