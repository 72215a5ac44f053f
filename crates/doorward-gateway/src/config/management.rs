//! `managementClient`: the machine-to-machine application that manages the tenant's users.

use serde_json::Value;

use super::TenantUrl;
use super::client::tenant_url;
use super::object::Object;
use super::report::Report;
use doorward::Secret;

/// The application whose tokens open the Management API, and which connections it may touch.
#[derive(Debug, Clone)]
pub struct ManagementClient {
    /// `auth0Url`: the tenant whose users are managed.
    pub auth0_url: TenantUrl,
    /// `clientId` of the machine-to-machine application.
    pub client_id: String,
    /// `clientSecret` of the machine-to-machine application.
    pub client_secret: Secret,
    /// Which connections requests may name, and which one is meant when they name none.
    pub connections: ManagementConnections,
}

/// The three forms `managementClient` can take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ManagementConnections {
    /// No connection properties: every connection may be named, none is the default, no bulk import.
    Base,
    /// `supportedConnections` and `defaultCreateUserConnection`, the older form without bulk import.
    Deprecated {
        /// Names that requests may use; empty means every name.
        supported: Vec<String>,
        /// Where users are created when the request names no connection.
        default: Option<String>,
    },
    /// `supportedConnectionsMap` and `defaultManagementConnectionName`.
    Current {
        /// Name and connection id of what requests may use; empty means every name, and no import.
        supported: Vec<(String, String)>,
        /// The name used when the request has none.
        default: Option<String>,
    },
}

impl ManagementConnections {
    /// The names requests may use, in the order of the file. Empty means no restriction.
    pub fn supported(&self) -> Vec<&str> {
        match self {
            Self::Base => Vec::new(),
            Self::Deprecated { supported, .. } => supported.iter().map(String::as_str).collect(),
            Self::Current { supported, .. } => {
                supported.iter().map(|(name, _)| name.as_str()).collect()
            }
        }
    }

    /// The connection meant by a request that names none.
    pub fn default(&self) -> Option<&str> {
        match self {
            Self::Base => None,
            Self::Deprecated { default, .. } | Self::Current { default, .. } => default.as_deref(),
        }
    }

    /// The tenant's id of a connection; known only in the current form.
    pub fn id_of(&self, connection: &str) -> Option<&str> {
        let Self::Current { supported, .. } = self else {
            return None;
        };
        let (_, id) = supported.iter().find(|(name, _)| name == connection)?;
        Some(id)
    }

    /// Whether users can be imported in bulk: connections and their ids are known.
    pub fn can_import(&self) -> bool {
        matches!(self, Self::Current { supported, .. } if !supported.is_empty())
    }

    /// Whether a request may name `connection`.
    pub fn supports(&self, connection: &str) -> bool {
        let supported = self.supported();
        supported.is_empty() || supported.contains(&connection)
    }
}

/// Reads `managementClient`.
pub(super) fn read(value: Value, report: &mut Report) -> Option<ManagementClient> {
    let mut object = Object::open("managementClient".to_owned(), value, report)?;
    let auth0_url = tenant_url(&mut object, "auth0Url", true);
    let client_id = object.required_string("clientId");
    let client_secret = object.required_string("clientSecret").map(Secret::from);
    if object.value("authorizeStateRequired").is_some() {
        // Both published examples carry this key here, where it never meant anything.
        let place = object.path_of("authorizeStateRequired");
        object
            .report
            .warning(&place, "has no effect here, it belongs to a client");
    }
    let connections = connections(&mut object);
    object.close();
    Some(ManagementClient {
        auth0_url: auth0_url?,
        client_id: client_id?,
        client_secret: client_secret?,
        connections: connections?,
    })
}

fn connections(object: &mut Object<'_>) -> Option<ManagementConnections> {
    const OLD: [&str; 2] = ["supportedConnections", "defaultCreateUserConnection"];
    const NEW: [&str; 2] = ["supportedConnectionsMap", "defaultManagementConnectionName"];
    let old: Vec<_> = OLD.into_iter().filter(|name| object.has(name)).collect();
    let new: Vec<_> = NEW.into_iter().filter(|name| object.has(name)).collect();
    match (old.first(), new.first()) {
        (None, None) => Some(ManagementConnections::Base),
        (Some(old), Some(new)) => {
            let place = object.path_of(old);
            object.report.problem(
                &place,
                format_args!("cannot stand beside {new}: they belong to different forms"),
            );
            for name in OLD.into_iter().chain(NEW) {
                object.value(name);
            }
            None
        }
        (Some(_), None) => Some(deprecated(object)),
        (None, Some(_)) => Some(current(object)),
    }
}

fn deprecated(object: &mut Object<'_>) -> ManagementConnections {
    let supported = object.strings("supportedConnections");
    let default = object.string("defaultCreateUserConnection");
    if default
        .as_ref()
        .is_some_and(|default| !supported.contains(default))
    {
        let place = object.path_of("defaultCreateUserConnection");
        object
            .report
            .problem(&place, "is not among supportedConnections");
    }
    ManagementConnections::Deprecated { supported, default }
}

fn current(object: &mut Object<'_>) -> ManagementConnections {
    let path = object.path_of("supportedConnectionsMap");
    let mut supported = Vec::new();
    if let Some(map) = object
        .value("supportedConnectionsMap")
        .and_then(|value| Object::open(path.clone(), value, object.report))
    {
        let (entries, report) = map.into_properties();
        for (name, value) in entries {
            let Some(mut entry) = Object::open(format!("{path}.{name}"), value, report) else {
                continue;
            };
            let id = entry.required_string("connectionId");
            entry.close();
            supported.extend(id.map(|id| (name, id)));
        }
    }
    let default = object.string("defaultManagementConnectionName");
    if default
        .as_ref()
        .is_some_and(|default| !supported.iter().any(|(name, _)| name == default))
    {
        let place = object.path_of("defaultManagementConnectionName");
        object
            .report
            .problem(&place, "is not a key of supportedConnectionsMap");
    }
    ManagementConnections::Current { supported, default }
}
