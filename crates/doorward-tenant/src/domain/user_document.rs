//! A user as the Management API shows it.

use serde_json::{Map, Value, json};

use super::profile::wire_time;
use super::user::{Identity, User};

/// As many members as most users show, and some more.
const MEMBERS: usize = 16;

/// The whole user, in Auth0's order. Members that were never set are absent, never `null`.
///
/// Source: Management API, `users.get`.
pub(crate) fn show(user: &User) -> Map<String, Value> {
    let mut shown = Map::with_capacity(MEMBERS + user.profile.additional.len());
    let mut put = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            shown.insert(name.to_owned(), value);
        }
    };
    let text = |text: &Option<String>| text.as_deref().map(Value::from);
    let profile = &user.profile;
    put("user_id", Some(user.user_id.as_str().into()));
    put("created_at", Some(wire_time(user.created_at).into()));
    put("email", text(&profile.email));
    put(
        "email_verified",
        profile
            .email
            .as_ref()
            .map(|_| profile.email_verified.into()),
    );
    put("username", text(&profile.username));
    put("phone_number", text(&profile.phone_number));
    put(
        "phone_verified",
        profile
            .phone_verified
            .filter(|_| profile.phone_number.is_some())
            .map(Value::from),
    );
    put(
        "identities",
        Some(user.identities.iter().map(show_identity).collect()),
    );
    put("name", profile.name().map(Value::from));
    put("nickname", profile.nickname().map(Value::from));
    put("picture", profile.picture().map(Value::from));
    put("given_name", text(&profile.given_name));
    put("family_name", text(&profile.family_name));
    for (name, value) in &profile.additional {
        put(name, Some(value.clone()));
    }
    put("updated_at", Some(wire_time(user.updated_at).into()));
    put(
        "user_metadata",
        user.user_metadata.clone().map(Value::Object),
    );
    put("app_metadata", user.app_metadata.clone().map(Value::Object));
    put("blocked", user.is_blocked.then_some(true.into()));
    put(
        "last_password_reset",
        user.last_password_reset.map(|at| wire_time(at).into()),
    );
    put("last_ip", text(&user.last_ip));
    put("last_login", user.last_login.map(|at| wire_time(at).into()));
    put(
        "logins_count",
        (user.logins_count > 0).then(|| user.logins_count.into()),
    );
    shown
}

/// One element of `identities`.
pub(crate) fn show_identity(identity: &Identity) -> Value {
    let mut shown = json!({
        "connection": identity.connection,
        "user_id": identity.identity_id,
        "provider": identity.provider,
        "isSocial": identity.is_social(),
    });
    if let Some(profile) = &identity.profile {
        shown["profileData"] = Value::Object(profile.clone());
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::profile::Profile;

    fn user() -> User {
        let at = "2026-01-02T03:04:05.678Z".parse().unwrap();
        User {
            user_id: "auth0|5f7c8ec7c33c6c004bbafe82".into(),
            profile: Profile {
                email: Some("a@b.ch".into()),
                ..Profile::default()
            },
            user_metadata: None,
            app_metadata: None,
            created_at: at,
            updated_at: at,
            last_login: None,
            last_ip: None,
            logins_count: 0,
            last_password_reset: None,
            is_blocked: false,
            identities: vec![Identity {
                provider: "auth0".into(),
                identity_id: "5f7c8ec7c33c6c004bbafe82".into(),
                connection_id: "con_1".into(),
                connection: "Users".into(),
                profile: None,
            }],
        }
    }

    #[test]
    fn a_new_user_shows_what_auth0_shows_and_nothing_that_was_not_set() {
        assert_eq!(
            Value::Object(show(&user())).to_string(),
            r#"{"user_id":"auth0|5f7c8ec7c33c6c004bbafe82","created_at":"2026-01-02T03:04:05.678Z","email":"a@b.ch","email_verified":false,"identities":[{"connection":"Users","user_id":"5f7c8ec7c33c6c004bbafe82","provider":"auth0","isSocial":false}],"name":"a@b.ch","nickname":"a","picture":"https://s.gravatar.com/avatar/417ae57361607f3d6716a6b8f2d3faf5?s=480&r=pg&d=https%3A%2F%2Fcdn.auth0.com%2Favatars%2Fa.png","updated_at":"2026-01-02T03:04:05.678Z"}"#
        );
    }
}
