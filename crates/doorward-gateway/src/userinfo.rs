//! The answer of `/userinfo`, made of an ID token's claims.

use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use serde_json::{Map, Value};

/// What must not come from metadata that users edit themselves.
const PROTECTED: [&str; 3] = ["groups", "permissions", "sub"];

/// Raised when the way of making profiles changes, so that stored ones are made anew.
const VERSION: u8 = 1;

/// How profiles are made: which claims are lifted to the top.
pub(crate) struct Shape {
    namespaces: Vec<String>,
    id: u64,
}

impl Shape {
    /// The shape that `customClaimsNamespaces` asks for.
    pub(crate) fn new(namespaces: Vec<String>) -> Self {
        let mut text = vec![VERSION];
        for name in &namespaces {
            text.extend_from_slice(name.as_bytes());
            text.push(0);
        }
        let mut id = [0; 8];
        id.copy_from_slice(&digest(&SHA256, &text).as_ref()[..8]);
        Self {
            namespaces,
            id: u64::from_be_bytes(id),
        }
    }

    /// Tells profiles of this shape from those of an earlier configuration.
    pub(crate) fn id(&self) -> u64 {
        self.id
    }

    /// The profile of these claims: `sub` first, then the others, then what the namespaces hold.
    /// Nothing that is already there is overwritten.
    pub(crate) fn profile(&self, mut claims: Map<String, Value>) -> Bytes {
        let mut profile = Map::new();
        if let Some(sub) = claims.shift_remove("sub") {
            profile.insert("sub".to_owned(), sub);
        }
        let mut lifted = Vec::new();
        for name in &self.namespaces {
            if claims.get(name).is_some_and(Value::is_object)
                && let Some(Value::Object(properties)) = claims.shift_remove(name)
            {
                lifted.push((name, properties));
            }
        }
        profile.extend(claims);
        for (name, properties) in lifted {
            let is_users_own = name.ends_with("user_metadata");
            for (property, value) in properties {
                if !(is_users_own && PROTECTED.contains(&property.as_str())) {
                    profile.entry(property).or_insert(value);
                }
            }
        }
        Value::Object(profile).to_string().into()
    }
}

/// The claims of an ID token that was verified when it came.
pub(crate) fn claims_of(id_token: &str) -> Option<Map<String, Value>> {
    let payload = URL_SAFE_NO_PAD.decode(id_token.split('.').nth(1)?).ok()?;
    serde_json::from_slice(&payload).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn profile(namespaces: &[&str], claims: Value) -> String {
        let shape = Shape::new(namespaces.iter().map(|&name| name.to_owned()).collect());
        let Value::Object(claims) = claims else {
            panic!("claims are an object")
        };
        String::from_utf8(shape.profile(claims).to_vec()).expect("UTF-8")
    }

    #[test]
    fn namespaces_are_lifted_to_the_top() {
        let claims = json!({
            "email": "a@b.c", "https://x/app_metadata": { "groups": ["admin"] }, "sub": "auth0|1",
            "https://x/user_metadata": { "lang": "it" }, "https://y": { "z": 1 },
        });
        assert_eq!(
            profile(
                &["https://x/app_metadata", "https://x/user_metadata"],
                claims
            ),
            r#"{"sub":"auth0|1","email":"a@b.c","https://y":{"z":1},"groups":["admin"],"lang":"it"}"#
        );
    }

    #[test]
    fn nothing_is_overwritten() {
        let claims = json!({ "sub": "s", "email": "e", "a": { "sub": "x", "email": "x", "n": 1 }, "b": { "n": 2, "a": 3 } });
        assert_eq!(
            profile(&["a", "b"], claims),
            r#"{"sub":"s","email":"e","n":1,"a":3}"#
        );
        let claims = json!({ "sub": "s", "a": "text", "b": [1] });
        assert_eq!(
            profile(&["a", "b", "c"], claims),
            r#"{"sub":"s","a":"text","b":[1]}"#
        );
    }

    #[test]
    fn users_do_not_choose_their_own_groups() {
        let claims = json!({ "x/user_metadata": { "groups": ["admin"], "permissions": ["all"], "sub": "other", "lang": "it" } });
        assert_eq!(profile(&["x/user_metadata"], claims), r#"{"lang":"it"}"#);
    }

    #[test]
    fn another_configuration_has_another_shape() {
        let id =
            |names: &[&str]| Shape::new(names.iter().map(|&name| name.to_owned()).collect()).id();
        assert_eq!(id(&["a", "b"]), id(&["a", "b"]));
        assert_ne!(id(&["a", "b"]), id(&["ab"]));
        assert_ne!(id(&[]), id(&[""]));
    }
}
