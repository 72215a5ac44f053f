//! What a new tenant has in development: clients, connections, an API and a user to try things with.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::{Foundation, Founder, machine_client, object};
use crate::accounts::{AccountFault, Accounts, NewAccount};
use crate::domain::connection::Connection;
use crate::domain::profile::Profile;
use crate::domain::user::Document;
use crate::start::StartError;
use crate::store::connections::ConnectionRow;
use crate::store::resource_servers::ResourceServerRow;
use crate::store::{StoreError, connections, tenants};
use crate::tenant::Names;

/// The demo user's credentials, printed at the first start.
pub const DEMO_EMAIL: &str = "demo@example.com";
/// See [`DEMO_EMAIL`].
pub const DEMO_PASSWORD: &str = "Open-the-d00r";
/// Its hash, made once and for all: everybody knows the password, and hashing it is the longest part of a start.
const DEMO_HASH: &str = "$argon2id$v=19$m=19456,t=2,p=1$ZG9vcndhcmQtZGVtby11cw$tk7fcxnh38E+Fi0/QTC2qNH0rNJH8wTCkRb1pHWFZfg";

pub(super) const DATABASE: &str = "Username-Password-Authentication";
/// Under which it is noted that the demo user was made.
const USER: &str = "user";
pub(super) const DEMO_API: &str = "https://api.example.com/";

impl Founder<'_> {
    pub(super) fn add_demo(
        &self,
        id: &str,
        names: &Names,
        now: Timestamp,
        foundation: &mut Foundation,
    ) -> Result<(), StartError> {
        let mut ids = Map::new();
        for (number, (key, document)) in demo_clients().into_iter().enumerate() {
            // One after another, so that lists by creation show them in this order.
            let created_at = Timestamp::from_millisecond(now.as_millisecond() + 1 + number as i64)
                .unwrap_or(now);
            let client = self.client(id, document, created_at)?;
            ids.insert(key.to_owned(), client.client_id.as_str().into());
            foundation.clients.push(client);
        }
        for (name, strategy, options) in demo_connections() {
            let connection = ConnectionRow {
                id: format!("con_{}", self.entropy.base62(16)),
                name: name.to_owned(),
                strategy: strategy.to_owned(),
                document: object(json!({
                    "options": options, "is_domain_connection": false, "realms": [name],
                    "authentication": { "active": true }, "connected_accounts": { "active": false },
                })),
                secrets: Some(Vec::new()), // there are none
                created_at: now,
            };
            ids.insert(strategy.to_owned(), connection.id.as_str().into());
            foundation.connections.push(connection);
        }
        foundation.apis.push(self.demo_api(now));
        let scopes = crate::management::scopes();
        let text = |key: &str| ids.get(key).and_then(Value::as_str).unwrap_or_default();
        foundation.grants = vec![
            self.grant(
                text("management"),
                &names.management_audience,
                &json!(scopes),
            ),
            self.grant(
                text("m2m"),
                DEMO_API,
                &json!(["read:messages", "write:messages"]),
            ),
        ];
        foundation.settings =
            object(json!({ "default_directory": DATABASE, "friendly_name": "Doorward" }));
        foundation.demo = Some(ids);
        Ok(())
    }

    fn demo_api(&self, now: Timestamp) -> ResourceServerRow {
        ResourceServerRow {
            id: self.entropy.object_id(now),
            identifier: DEMO_API.to_owned(),
            is_system: false,
            signing_secret: None,
            document: object(json!({
                "name": "Demo API",
                "allow_offline_access": true,
                "skip_consent_for_verifiable_first_party_clients": true,
                "token_lifetime": 86_400,
                "token_lifetime_for_web": 7_200,
                "signing_alg": "RS256",
                "scopes": [{ "value": "read:messages" }, { "value": "write:messages" }],
            })),
            created_at: now,
        }
    }

    /// Makes the demo user unless that was done once, perhaps by a start that was cut short before it could note
    /// so. Whoever deletes the user is rid of it.
    pub(super) async fn complete_demo(&self, id: &str) -> Result<(), StartError> {
        let tenant = id.to_owned();
        let read = self.store.read(move |db| tenants::demo(db, &tenant));
        let noted: Result<_, StoreError> = read.await;
        let Some(mut demo) = noted?.filter(|demo| !demo.contains_key(USER)) else {
            return Ok(());
        };
        self.add_demo_user(id).await?;
        demo.insert(USER.to_owned(), DEMO_EMAIL.into());
        let tenant = id.to_owned();
        let note = self
            .store
            .write(move |db| tenants::set_demo(db, &tenant, &demo));
        Ok::<(), StoreError>(note.await?).map_err(Into::into)
    }

    async fn add_demo_user(&self, id: &str) -> Result<(), StartError> {
        let tenant = id.to_owned();
        let found = self
            .store
            .read(move |db| connections::find_by_name(db, &tenant, DATABASE));
        let found: Result<_, StoreError> = found.await;
        let Some(row) = found? else { return Ok(()) };
        let connection = Connection::read(row.id, row.name, row.strategy, Vec::new(), row.document);
        let accounts = Accounts {
            tenant: id,
            store: self.store,
            clock: self.clock,
            entropy: self.entropy,
            hashing: self.hashing,
        };
        let profile = Profile {
            email: Some(DEMO_EMAIL.to_owned()),
            email_verified: true,
            ..Profile::default()
        };
        let new = NewAccount {
            connection: &connection,
            document: Document {
                profile,
                ..Document::default()
            },
            password: None,
            identity_id: None,
            is_blocked: false,
        };
        match accounts.insert(new, Some(DEMO_HASH.to_owned())).await {
            // A start that was cut short may have made the user already.
            Ok(_) | Err(AccountFault::Exists) => Ok(()),
            Err(fault) => Err(StartError::Demo(fault.into())),
        }
    }
}

/// The demo clients, by the key under which their id is kept.
fn demo_clients() -> [(&'static str, Value); 4] {
    let jwt = json!({ "alg": "RS256", "lifetime_in_seconds": 36_000, "secret_encoded": false });
    let callback = "http://localhost:3000/callback";
    let web = json!({
        "name": "Default App", "app_type": "regular_web", "token_endpoint_auth_method": "client_secret_post",
        "grant_types": [
            "authorization_code", "implicit", "refresh_token", "client_credentials", "password",
            "http://auth0.com/oauth/grant-type/password-realm",
            "http://auth0.com/oauth/grant-type/passwordless/otp",
        ],
        "callbacks": [callback], "allowed_logout_urls": ["http://localhost:3000"],
        "web_origins": ["http://localhost:3000"],
        "oidc_conformant": true, "is_first_party": true, "jwt_configuration": jwt,
    });
    let spa = json!({
        "name": "Default SPA", "app_type": "spa", "token_endpoint_auth_method": "none",
        "grant_types": ["authorization_code", "refresh_token"],
        "callbacks": [callback], "allowed_logout_urls": ["http://localhost:3000"],
        "web_origins": ["http://localhost:3000"], "allowed_origins": ["http://localhost:3000"],
        "refresh_token": {
            "rotation_type": "rotating", "expiration_type": "expiring", "leeway": 0,
            "token_lifetime": 2_592_000, "idle_token_lifetime": 1_296_000,
            "infinite_token_lifetime": false, "infinite_idle_token_lifetime": false,
        },
        "oidc_conformant": true, "is_first_party": true, "jwt_configuration": jwt,
    });
    [
        ("web", web),
        ("spa", spa),
        ("m2m", machine_client("Default M2M").into()),
        ("management", machine_client("Management Client").into()),
    ]
}

/// Name, strategy and options of the demo connections.
fn demo_connections() -> [(&'static str, &'static str, Value); 3] {
    let database = json!({
        "mfa": { "active": true, "return_enroll_settings": true },
        "passwordPolicy": "good",
        "strategy_version": 2,
        "authentication_methods": {
            "password": { "enabled": true, "api_behavior": "required", "signup_behavior": "allow" },
            "passkey": { "enabled": false },
        },
        "brute_force_protection": true,
    });
    [
        (DATABASE, "auth0", database),
        ("email", "email", json!({ "brute_force_protection": true })),
        ("sms", "sms", json!({ "brute_force_protection": true })),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::password::{Password, Scratch, StoredPassword, Verdict};

    #[test]
    fn the_hash_of_the_demo_password_is_its_hash_by_todays_rules() {
        let stored = StoredPassword::parse(DEMO_HASH).unwrap();
        let password = Password::new(DEMO_PASSWORD).unwrap();
        let verdict = stored.verify(&password, &mut Scratch::default());
        assert_eq!(
            verdict,
            Verdict::Match {
                needs_rehash: false
            }
        );
    }
}
