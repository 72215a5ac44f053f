//! Which names earlier records of a file brought: a file may name each user once.

use std::collections::HashSet;
use std::hash::{BuildHasher as _, RandomState};

use crate::domain::connection::Connection;
use crate::domain::import::error::ImportError;
use crate::domain::import::record::Record;

/// What a user is known by, in the order in which a record is looked through.
const KINDS: [&str; 4] = ["email", "username", "user_id", "phone_number"];

/// The names so far. It keeps eight bytes for each, so that a file of millions fits; two names that share
/// them are rarer than a broken disk.
pub(super) struct Provided {
    /// The names that belong to one user.
    kinds: &'static [&'static str],
    hasher: RandomState,
    names: HashSet<u64>,
}

impl Provided {
    /// None yet, of a file for this connection.
    pub(super) fn of(connection: &Connection) -> Self {
        let (email, others) = (&KINDS[..], &KINDS[1..]);
        Self {
            kinds: if connection.has_unique_emails() {
                email
            } else {
                others
            },
            hasher: RandomState::default(),
            names: HashSet::default(),
        }
    }

    /// Notes the names of a record.
    ///
    /// # Errors
    ///
    /// `DUPLICATED_USER` when an earlier record brought one of them; it names the kind.
    pub(super) fn note(&mut self, record: &Record) -> Result<(), ImportError> {
        let hashed = |kind: &&'static str| {
            let name = record.text(kind)?;
            let name = if *kind == "user_id" {
                name.to_owned()
            } else {
                name.to_lowercase()
            };
            Some((*kind, self.hasher.hash_one((kind, name))))
        };
        let names: Vec<(&str, u64)> = self.kinds.iter().filter_map(hashed).collect();
        let again = names.iter().find(|(_, name)| self.names.contains(name));
        if let Some((kind, _)) = again {
            let sentence = format!("A user with this {kind} was already provided.");
            return Err(ImportError::new("DUPLICATED_USER", "", sentence));
        }
        self.names.extend(names.iter().map(|(_, name)| name));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn connection(options: Value) -> Connection {
        let document = json!({ "options": options });
        Connection::read(
            "con_1".into(),
            "Users".into(),
            "auth0".into(),
            Vec::new(),
            document.as_object().cloned().unwrap(),
        )
    }

    #[test]
    fn an_address_that_many_may_have_is_provided_often() {
        let many = json!({ "attributes": { "email": { "unique": false } } });
        let mut provided = Provided::of(&connection(many));
        for (username, is_new) in [("a", true), ("b", true), ("b", false)] {
            let record = Record::read(json!({ "email": "a@b.ch", "username": username })).unwrap();
            assert_eq!(provided.note(&record).is_ok(), is_new);
        }
    }

    #[test]
    fn a_name_is_provided_once_whatever_its_case() {
        let mut provided = Provided::of(&connection(json!({})));
        let mut note = |record: Value| {
            let record = Record::read(record).unwrap();
            provided.note(&record).map_err(|error| error.message())
        };
        let again = |kind| Err(format!("A user with this {kind} was already provided."));
        assert_eq!(
            note(json!({ "email": "a@b.ch", "username": "ada", "user_id": "1" })),
            Ok(())
        );
        assert_eq!(note(json!({ "email": "A@b.ch" })), again("email"));
        assert_eq!(
            note(json!({ "email": "b@b.ch", "username": "Ada" })),
            again("username")
        );
        assert_eq!(
            note(json!({ "email": "b@b.ch", "user_id": "1" })),
            again("user_id")
        );
        // What was refused provided nothing.
        assert_eq!(note(json!({ "email": "b@b.ch", "username": "1" })), Ok(()));
    }
}
