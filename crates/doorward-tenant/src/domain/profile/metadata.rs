//! `user_metadata` and `app_metadata`: what may stand in them, and how a change meets what is there.

use serde_json::{Map, Value};

/// The largest metadata object, in bytes of JSON.
const MAX_BYTES: usize = 1024 * 1024;

/// Member names that `app_metadata` may not have, because they once were root attributes.
const RESERVED: &[&str] = &[
    "__tenant",
    "_id",
    "blocked",
    "clientID",
    "created_at",
    "email",
    "email_verified",
    "globalClientID",
    "global_client_id",
    "identities",
    "lastIP",
    "lastLogin",
    "loginsCount",
    "metadata",
    "multifactor",
    "multifactor_last_modified",
    "updated_at",
    "user_id",
];

/// Which of the two objects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Metadata {
    /// `user_metadata`, which users may change themselves.
    User,
    /// `app_metadata`, which only applications change.
    App,
}

/// Why an object cannot be metadata.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum MetadataFault {
    /// `app_metadata` has a member of a reserved name.
    #[error("app_metadata must not contain the reserved property {0}")]
    Reserved(String),
    /// A member's name, at any depth, has a dot or a dollar sign.
    #[error("metadata property names must not contain '.' or '$': {0}")]
    Name(String),
    /// More than a mebibyte.
    #[error("metadata must not be larger than {MAX_BYTES} bytes")]
    TooLarge,
}

impl Metadata {
    /// Checks an object before it is stored or merged.
    pub(crate) fn check(self, object: &Map<String, Value>) -> Result<(), MetadataFault> {
        if self == Self::App
            && let Some(name) = object.keys().find(|name| RESERVED.contains(&name.as_str()))
        {
            return Err(MetadataFault::Reserved(name.clone()));
        }
        check_names(object)
    }

    /// What stands after `change` was applied to `current`: members of the first level replace
    /// those of the same name, `null` removes one, `{}` and `null` as a whole remove all.
    ///
    /// `None` is "no such member in answers". A cleared `user_metadata` stays as `{}`, a cleared
    /// `app_metadata` disappears. Source: Management API, `users.update`.
    ///
    /// # Errors
    ///
    /// [`MetadataFault::TooLarge`] when the whole grows beyond its limit.
    pub(crate) fn merge(
        self,
        current: Option<Map<String, Value>>,
        change: Option<Map<String, Value>>,
    ) -> Result<Option<Map<String, Value>>, MetadataFault> {
        let Some(change) = change.filter(|change| !change.is_empty()) else {
            return Ok(self.cleared());
        };
        let mut merged = current.unwrap_or_default();
        for (name, value) in change {
            if value.is_null() {
                merged.shift_remove(&name);
            } else {
                merged.insert(name, value);
            }
        }
        check_size(&merged)?;
        Ok(Some(merged))
    }

    /// What a new user's object is stored as: members that are `null` are left out.
    ///
    /// # Errors
    ///
    /// [`MetadataFault::TooLarge`].
    pub(crate) fn create(
        self,
        object: Map<String, Value>,
    ) -> Result<Option<Map<String, Value>>, MetadataFault> {
        self.merge(None, Some(object))
    }

    fn cleared(self) -> Option<Map<String, Value>> {
        match self {
            Self::User => Some(Map::new()),
            Self::App => None,
        }
    }
}

fn check_names(object: &Map<String, Value>) -> Result<(), MetadataFault> {
    object.iter().try_for_each(|(name, value)| {
        if name.contains(['.', '$', '\0']) {
            return Err(MetadataFault::Name(name.clone()));
        }
        check_names_below(value)
    })
}

fn check_names_below(value: &Value) -> Result<(), MetadataFault> {
    match value {
        Value::Object(object) => check_names(object),
        Value::Array(items) => items.iter().try_for_each(check_names_below),
        _ => Ok(()),
    }
}

fn check_size(object: &Map<String, Value>) -> Result<(), MetadataFault> {
    let mut counter = Counter(0);
    // Counting cannot fail, and a map with text keys always serializes.
    let is_counted = serde_json::to_writer(&mut counter, object).is_ok();
    if is_counted && counter.0 <= MAX_BYTES {
        Ok(())
    } else {
        Err(MetadataFault::TooLarge)
    }
}

/// Counts what is written into it and keeps nothing.
struct Counter(usize);

impl std::io::Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn object(value: Value) -> Option<Map<String, Value>> {
        serde_json::from_value(value).unwrap()
    }

    #[track_caller]
    fn check_merge(kind: Metadata, current: Value, change: Value, expected: Value) {
        assert_eq!(
            kind.merge(object(current), object(change)),
            Ok(object(expected))
        );
    }

    #[test]
    fn the_first_level_merges_and_deeper_ones_are_replaced() {
        check_merge(
            Metadata::User,
            json!({ "a": 1, "deep": { "x": 1, "y": 2 }, "list": [1, 2] }),
            json!({ "b": 2, "deep": { "x": 3 }, "list": [] }),
            json!({ "a": 1, "deep": { "x": 3 }, "list": [], "b": 2 }),
        );
    }

    #[test]
    fn null_removes_a_member() {
        check_merge(
            Metadata::App,
            json!({ "a": 1, "b": 2 }),
            json!({ "a": null, "c": null }),
            json!({ "b": 2 }),
        );
        check_merge(
            Metadata::App,
            json!({ "a": 1 }),
            json!({ "a": null }),
            json!({}),
        );
    }

    #[test]
    fn clearing_leaves_an_empty_user_metadata_and_no_app_metadata() {
        for nothing in [json!({}), json!(null)] {
            check_merge(
                Metadata::User,
                json!({ "a": 1 }),
                nothing.clone(),
                json!({}),
            );
            check_merge(Metadata::App, json!({ "a": 1 }), nothing, json!(null));
        }
    }

    #[test]
    fn reserved_names_are_refused_in_app_metadata_only() {
        let blocked = object(json!({ "blocked": true })).unwrap();
        assert_eq!(
            Metadata::App.check(&blocked),
            Err(MetadataFault::Reserved("blocked".into()))
        );
        assert_eq!(Metadata::User.check(&blocked), Ok(()));
        assert_eq!(
            Metadata::App.check(&object(json!({ "x": { "blocked": 1 } })).unwrap()),
            Ok(())
        );
    }

    #[test]
    fn dots_and_dollars_are_refused_at_every_depth() {
        for (name, value) in [
            ("a.b", json!({ "a.b": 1 })),
            ("$set", json!({ "a": { "$set": 1 } })),
            ("c.d", json!({ "a": [{ "c.d": 1 }] })),
        ] {
            let fault = Metadata::User.check(&object(value).unwrap());
            assert_eq!(fault, Err(MetadataFault::Name(name.into())));
        }
    }

    #[test]
    fn metadata_cannot_grow_without_end() {
        let half = |name: &str| object(json!({ name: "x".repeat(MAX_BYTES / 2) }));
        let first = Metadata::User.merge(None, half("a")).unwrap();
        assert_eq!(
            Metadata::User.merge(first, half("b")),
            Err(MetadataFault::TooLarge)
        );
    }
}
