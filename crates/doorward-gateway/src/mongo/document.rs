//! What is written of a user.

use bson::{Bson, DateTime, Document, doc};
use jiff::Timestamp;
use serde_json::{Map, Value};

/// The update that makes a document, new or old, say what `profile` says: the `properties` that are there are set,
/// the others removed. The document also has the fields that every CRUD collection of the platform has.
pub(super) fn update(
    properties: &[String],
    user_id: &str,
    profile: &Map<String, Value>,
    now: Timestamp,
) -> Document {
    let now = DateTime::from_millis(now.as_millisecond());
    let mut set = doc! { "updatedAt": now, "updaterId": user_id };
    let mut unset = Document::new();
    for path in properties {
        match find(profile, path).map(bson::serialize_to_bson) {
            Some(Ok(value)) => {
                set.insert(path, value);
            }
            // A number that Mongo has no type for is as good as none.
            Some(Err(_)) | None => {
                unset.insert(path, "");
            }
        }
    }
    let first = doc! { "creatorId": user_id, "createdAt": now, "__STATE__": "PUBLIC" };
    let mut update = doc! { "$set": set, "$setOnInsert": first };
    // Mongo refuses an empty one.
    if !unset.is_empty() {
        update.insert("$unset", Bson::Document(unset));
    }
    update
}

/// The value at a dotted path.
fn find<'p>(profile: &'p Map<String, Value>, path: &str) -> Option<&'p Value> {
    let mut parts = path.split('.');
    let first = profile.get(parts.next()?)?;
    parts.try_fold(first, |value, part| value.get(part))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn update_of(properties: &[&str], profile: Value) -> Document {
        let properties: Vec<String> = properties.iter().map(|&name| name.to_owned()).collect();
        let Value::Object(profile) = profile else {
            panic!("a profile is an object")
        };
        let now = Timestamp::from_second(1_700_000_000).expect("a time");
        update(&properties, "auth0|1", &profile, now)
    }

    #[test]
    fn what_is_there_is_set_and_what_is_not_is_removed() {
        let profile = json!({ "sub": "auth0|1", "email": "a@b.c", "address": { "city": "Rome" }, "blocked": null });
        let update = update_of(
            &[
                "email",
                "address.city",
                "address.zip",
                "nickname",
                "blocked",
            ],
            profile,
        );
        let now = DateTime::from_millis(1_700_000_000_000);
        assert_eq!(
            update,
            doc! {
                "$set": { "updatedAt": now, "updaterId": "auth0|1", "email": "a@b.c", "address.city": "Rome", "blocked": null },
                "$setOnInsert": { "creatorId": "auth0|1", "createdAt": now, "__STATE__": "PUBLIC" },
                "$unset": { "address.zip": "", "nickname": "" },
            }
        );
    }

    #[test]
    fn values_keep_their_types() {
        let profile = json!({ "n": 7, "x": 1.5, "is": true, "groups": ["a"], "big": u64::MAX });
        let update = update_of(&["n", "x", "is", "groups", "big"], profile);
        let set = update.get_document("$set").expect("a document");
        assert_eq!(set.get_i64("n").ok(), Some(7));
        assert_eq!(set.get_f64("x").ok(), Some(1.5));
        assert_eq!(set.get_bool("is").ok(), Some(true));
        assert_eq!(set.get_array("groups").ok(), Some(&vec![Bson::from("a")]));
        assert!(!set.contains_key("big"));
    }
}
