//! A connection: where users come from.

use std::ops::RangeInclusive;

use serde_json::{Map, Value};

use super::profile::Profile;
use super::profile::contact::LengthFault;
use super::user::{IdentifierKind, LoginIdentifier};

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

    /// The names by which a user with these attributes is found at a login. An address that several users may
    /// have finds none of them.
    pub(crate) fn login_identifiers(&self, profile: &Profile) -> Vec<LoginIdentifier> {
        let mut identifiers = LoginIdentifier::of(profile);
        if !self.has_unique_emails() {
            identifiers.retain(|identifier| identifier.kind != IdentifierKind::Email);
        }
        identifiers
    }

    /// Whether an address belongs to one user: `attributes.email.unique`, which is so unless it says `false`.
    pub(crate) fn has_unique_emails(&self) -> bool {
        self.option("attributes")["email"]["unique"] != false
    }

    /// Checks a username against [`Connection::username_length`].
    ///
    /// # Errors
    ///
    /// [`LengthFault`], with the limit that it breaks.
    pub(crate) fn check_username_length(&self, username: &str) -> Result<(), LengthFault> {
        let (found, allowed) = (username.chars().count(), self.username_length());
        let (minimum, maximum) = (*allowed.start(), *allowed.end());
        match found {
            _ if found < minimum => Err(LengthFault::TooShort { found, minimum }),
            _ if found > maximum => Err(LengthFault::TooLong { found, maximum }),
            _ => Ok(()),
        }
    }

    /// Whether an option is on.
    pub(crate) fn is_on(&self, option: &str) -> bool {
        self.option(option).as_bool().unwrap_or(false)
    }

    /// Whether users of this database may have a name of this kind: an e-mail address, or any that `attributes` turns
    /// on, and a username where it is required. An address that `attributes` mentions may be known without being one.
    pub(crate) fn takes(&self, name: &str) -> bool {
        let is_active = match self.option("attributes").as_object() {
            None => name == "email",
            Some(attributes) => match attributes.get(name) {
                None => false,
                Some(attribute) => name == "email" || attribute["identifier"]["active"] == true,
            },
        };
        is_active || (name == "username" && self.is_on("requires_username"))
    }

    /// The first name that a user of this database lacks: an e-mail address, or any of those that `attributes`
    /// turns on, and a username where it is required.
    pub(crate) fn missing_name(&self, has: impl Fn(&str) -> bool) -> Option<&'static str> {
        let attributes = self.option("attributes").as_object();
        let active: Vec<&'static str> = match attributes {
            None => vec!["email"],
            Some(attributes) => ["email", "username", "phone_number"]
                .into_iter()
                .filter(|name| {
                    let attribute = attributes.get(*name);
                    attribute.is_some_and(|attribute| attribute["identifier"]["active"] == true)
                })
                .collect(),
        };
        if !active.iter().any(|name| has(name)) {
            return Some(active.first().copied().unwrap_or("email"));
        }
        (self.is_on("requires_username") && !has("username")).then_some("username")
    }

    /// How many characters a username of this database has: 1 to 128 unless the connection says otherwise.
    pub(crate) fn username_length(&self) -> RangeInclusive<usize> {
        let (attribute, older) = (
            &self.option("attributes")["username"]["validation"],
            &self.option("validation")["username"],
        );
        let limit = |newer: &str, older_name: &str, default| {
            let limit = attribute[newer].as_u64().or(older[older_name].as_u64());
            limit
                .and_then(|limit| usize::try_from(limit).ok())
                .unwrap_or(default)
        };
        limit("min_length", "min", 1)..=limit("max_length", "max", 128)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn database(options: Value) -> Connection {
        let document = json!({ "options": options });
        let document = document.as_object().cloned().unwrap();
        Connection::read(
            "con_1".into(),
            "db".into(),
            "auth0".into(),
            vec![],
            document,
        )
    }

    #[test]
    fn a_user_needs_the_names_of_their_connection() {
        let missing = |options: Value, names: &[&str]| {
            database(options).missing_name(|name| names.contains(&name))
        };
        assert_eq!(
            missing(json!({}), &["username", "phone_number"]),
            Some("email")
        );
        assert_eq!(missing(json!({}), &["email"]), None);
        let required = json!({ "requires_username": true });
        assert_eq!(missing(required.clone(), &["email"]), Some("username"));
        assert_eq!(missing(required, &["email", "username"]), None);
        let active = json!({ "attributes": { "username": { "identifier": { "active": true } } } });
        assert_eq!(missing(active.clone(), &["email"]), Some("username"));
        assert_eq!(missing(active, &["username"]), None);
    }

    #[test]
    fn a_user_has_no_names_that_the_connection_does_not_know() {
        let names = ["email", "username", "phone_number"];
        let taken = |options: Value| names.map(|name| database(options.clone()).takes(name));
        assert_eq!(taken(json!({})), [true, false, false]);
        let required = json!({ "requires_username": true });
        assert_eq!(taken(required), [true, true, false]);
        let attributes = json!({ "attributes": {
            "phone_number": { "identifier": { "active": true } },
            "username": { "identifier": { "active": false } },
        } });
        assert_eq!(taken(attributes), [false, false, true]);
    }

    #[test]
    fn a_connection_says_how_long_usernames_are() {
        assert_eq!(database(json!({})).username_length(), 1..=128);
        let older = json!({ "validation": { "username": { "min": 3, "max": 5 } } });
        assert_eq!(database(older).username_length(), 3..=5);
        let validation = json!({ "min_length": 2, "max_length": 9 });
        let newer = json!({ "attributes": { "username": { "validation": validation } } });
        assert_eq!(database(newer).username_length(), 2..=9);
    }
}
