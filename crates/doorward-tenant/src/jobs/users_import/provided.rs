//! Which names earlier records of a file brought: a file may name each user once.

use std::collections::HashSet;
use std::hash::{BuildHasher as _, RandomState};

use crate::domain::import::error::ImportError;
use crate::domain::import::record::Record;

/// The names so far. It keeps eight bytes for each, so that a file of millions fits; two names that share
/// them are rarer than a broken disk.
#[derive(Default)]
pub(super) struct Provided {
    hasher: RandomState,
    names: HashSet<u64>,
}

impl Provided {
    /// Notes the names of a record.
    ///
    /// # Errors
    ///
    /// `DUPLICATED_USER` when an earlier record brought one of them; it names the kind.
    pub(super) fn note(&mut self, record: &Record) -> Result<(), ImportError> {
        let names = ["email", "username", "user_id", "phone_number"].map(|kind| {
            let name = record.text(kind)?;
            let name = if kind == "user_id" {
                name.to_owned()
            } else {
                name.to_lowercase()
            };
            Some((kind, self.hasher.hash_one((kind, name))))
        });
        let again = names
            .iter()
            .flatten()
            .find(|(_, name)| self.names.contains(name));
        if let Some((kind, _)) = again {
            let sentence = format!("A user with this {kind} was already provided.");
            return Err(ImportError::new("DUPLICATED_USER", "", sentence));
        }
        self.names
            .extend(names.iter().flatten().map(|(_, name)| name));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn a_name_is_provided_once_whatever_its_case() {
        let mut provided = Provided::default();
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
