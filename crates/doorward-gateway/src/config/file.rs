//! The config file: which applications of which tenant the gateway speaks for.

use serde_json::Value;

use super::client::{self, Client, tenant_url};
use super::management::{self, ManagementClient};
use super::object::Object;
use super::report::Report;
use super::{Problems, TenantUrl};

/// The content of the config file, checked.
#[derive(Debug, Clone)]
pub struct Config {
    /// `clients`, in the order of the file, at least one.
    pub clients: Vec<Client>,
    /// `defaultClient`: used for requests without a `client-type` header, and only for those.
    pub default_client: Option<String>,
    /// `managementClient`.
    pub management_client: ManagementClient,
    /// `customClaimsNamespaces`: names of ID-token claims whose content `/userinfo` lifts to its top.
    pub custom_claims_namespaces: Vec<String>,
    /// `auth0TenantUrl`: the tenant's canonical URL when `auth0Url` is a custom domain.
    pub auth0_tenant_url: Option<TenantUrl>,
}

impl Config {
    /// Reads and checks the text of a config file. Also answers the warnings, one line each.
    ///
    /// # Errors
    ///
    /// [`Problems`] with one line per problem, naming its JSON path.
    pub fn from_json(text: &str) -> Result<(Self, Vec<String>), Problems> {
        let mut report = Report::default();
        let config = read(text, &mut report);
        let warnings = report.finish()?;
        // Without a problem reported every part was read; the type does not know that.
        let config = config.ok_or_else(|| Problems::of("(whole file)", "cannot be used"))?;
        Ok((config, warnings))
    }

    /// The client of that name. Names are case-sensitive.
    pub fn client(&self, name: &str) -> Option<&Client> {
        self.clients.iter().find(|client| client.name == name)
    }
}

/// Reads the whole file; `None` whenever something was reported that leaves no meaning.
pub(super) fn read(text: &str, report: &mut Report) -> Option<Config> {
    let value: Value = match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(value) => value,
        Err(error) => {
            // The parser's own message may quote the file; line and column are enough to find it.
            report.problem(
                "(whole file)",
                format_args!(
                    "not JSON at line {} column {}",
                    error.line(),
                    error.column()
                ),
            );
            return None;
        }
    };
    warn_of_placeholders("", &value, report);
    let mut object = Object::open(String::new(), value, report)?;
    let clients = clients(&mut object);
    let default_client = object.string("defaultClient");
    if let (Some(default), Some(clients)) = (&default_client, &clients)
        && !clients.iter().any(|client| client.name == *default)
    {
        object
            .report
            .problem("defaultClient", "is not a key of clients");
    }
    let management_client = object
        .required("managementClient")
        .and_then(|value| management::read(value, object.report));
    let custom_claims_namespaces = object.strings("customClaimsNamespaces");
    let auth0_tenant_url = tenant_url(&mut object, "auth0TenantUrl", false);
    object.close();
    Some(Config {
        clients: clients?,
        default_client,
        management_client: management_client?,
        custom_claims_namespaces,
        auth0_tenant_url,
    })
}

/// All clients. A broken one is reported and left out, so that `defaultClient` may be reported too.
fn clients(object: &mut Object<'_>) -> Option<Vec<Client>> {
    let value = object.required("clients")?;
    let (entries, report) =
        Object::open("clients".to_owned(), value, object.report)?.into_properties();
    if entries.is_empty() {
        report.problem("clients", "must have at least one entry");
        return None;
    }
    let names: Vec<_> = entries.keys().cloned().collect();
    let clients: Vec<_> = entries
        .into_iter()
        .filter_map(|(name, value)| {
            let path = format!("clients.{name}");
            client::read(name, path, value, report)
        })
        .collect();
    (clients.len() == names.len()).then_some(clients)
}

/// Placeholders are filled in by the platform before the file arrives; one still there is a mistake
/// that may well be harmless, such as an unused client's.
fn warn_of_placeholders(path: &str, value: &Value, report: &mut Report) {
    match value {
        Value::String(text) => {
            if text
                .split_once("{{")
                .is_some_and(|(_, rest)| rest.contains("}}"))
            {
                report.warning(path, "holds a {{placeholder}} that nobody filled in");
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                warn_of_placeholders(&format!("{path}[{index}]"), item, report);
            }
        }
        Value::Object(properties) => {
            for (name, value) in properties {
                let path = if path.is_empty() {
                    name.clone()
                } else {
                    format!("{path}.{name}")
                };
                warn_of_placeholders(&path, value, report);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
