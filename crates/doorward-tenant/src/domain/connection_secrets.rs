//! Which options of a connection are secrets, and how they leave its document and return to it.
//!
//! Source: Management API, `connections.create`: the options of the strategies.

use serde_json::{Map, Value};

/// Members that are secrets, in whatever object of the options they stand, whole when they are objects.
const SECRETS: &[&str] = &[
    "access_token",
    "admin_access_token",
    "admin_refresh_token",
    "api_key",
    "api_secret",
    "app_secret",
    "client_secret",
    "configuration", // what the scripts of a database know, passwords of other databases among it
    "consumerSecret",
    "consumer_secret",
    "decryptionKey",
    "privateKey",
    "private_key",
    "refresh_token",
    "secret", // of `gateway_authentication`
    "signingKey",
    "signing_key",
    "twilio_token",
];

/// Takes the secrets out of options: each by its JSON pointer (RFC 6901). `null` marks its place.
pub(crate) fn take(options: &mut Value) -> Map<String, Value> {
    let mut taken = Map::new();
    take_from(options, "", &mut taken);
    taken
}

fn take_from(value: &mut Value, path: &str, taken: &mut Map<String, Value>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                let path = format!("{path}/{}", name.replace('~', "~0").replace('/', "~1"));
                if !SECRETS.contains(&name.as_str()) {
                    take_from(value, &path, taken);
                } else if !value.is_null() {
                    taken.insert(path, value.take());
                }
            }
        }
        Value::Array(items) => {
            for (number, item) in items.iter_mut().enumerate() {
                take_from(item, &format!("{path}/{number}"), taken);
            }
        }
        _ => {}
    }
}

/// Puts secrets back into the places that [`take`] left.
pub(crate) fn put_back(options: &mut Value, taken: Map<String, Value>) {
    for (path, secret) in taken {
        // What stands in the place by now is newer.
        if let Some(place) = options.pointer_mut(&path).filter(|place| place.is_null()) {
            *place = secret;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn secrets_leave_the_options_and_return_to_their_places() {
        let whole = json!({
            "client_id": "a", "client_secret": "s1", "passwordPolicy": "good",
            "token_endpoint_auth_method": "client_secret_post",
            "gateway_authentication": { "method": "bearer", "secret": "s2" },
            "signing_key": { "key": "s3", "cert": "c" }, "a/b~": [{ "secret": "s4" }],
        });
        let mut options = whole.clone();
        let taken = take(&mut options);
        assert_eq!(taken.len(), 4);
        let left = options.to_string();
        assert!(
            ["s1", "s2", "s3", "s4"]
                .iter()
                .all(|secret| !left.contains(secret)),
            "{left}"
        );
        assert!(left.contains("client_secret_post") && left.contains("good"));
        put_back(&mut options, taken);
        assert_eq!(options, whole);
    }

    #[test]
    fn a_secret_that_was_replaced_or_removed_does_not_return() {
        let mut options = json!({ "client_secret": "old", "app_secret": "old" });
        let taken = take(&mut options);
        let mut changed = json!({ "client_secret": "new" });
        put_back(&mut changed, taken);
        assert_eq!(changed, json!({ "client_secret": "new" }));
    }
}
