//! What a `PATCH` does to a user.
//!
//! The body has passed its schema; here are the rules that a schema cannot say.
//! Source: Management API, `users.update`.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::connection::{Connection, Strategy};
use super::profile::Profile;
use super::profile::contact::{LengthFault, is_email, normalized_email};
use super::profile::metadata::{Metadata, MetadataFault};
use super::user::{Document, Identity, LoginIdentifier, User};

/// Attributes of which one request may change only one.
const ONE_AT_A_TIME: &[&str] = &["password", "email", "username", "phone_number"];
/// What belongs to an identity, and not to the user as a whole.
const OF_IDENTITY: &[&str] = &[
    "email",
    "email_verified",
    "phone_number",
    "phone_verified",
    "username",
];
/// What may change with one of these alone, besides its own change.
const FLAGS: &[(&str, &str)] = &[
    ("email_verified", "email"),
    ("phone_verified", "phone_number"),
];
/// Attributes that an upstream provider owns.
const PROVIDED: &[&str] = &["family_name", "given_name", "name", "nickname", "picture"];

/// Why a user cannot be changed so.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum UpdateFault {
    /// Two attributes that must change one after the other.
    #[error("Cannot update {0} and {1} simultaneously")]
    Simultaneously(&'static str, &'static str),
    /// Attributes that come from the provider of this connection at each login.
    #[error(
        "The following user attributes cannot be updated: {attributes}. The connection ({connection}) \
         must either be a database connection (using the Auth0 store), a passwordless connection (email \
         or sms) or has disabled 'Sync user profile attributes at each login'. For more information, see \
         https://auth0.com/docs/dashboard/guides/connections/configure-connection-sync"
    )]
    Provided {
        /// Their names, in alphabetical order.
        attributes: String,
        /// The connection's name.
        connection: String,
    },
    /// The user's connection has no such thing.
    #[error("The connection ({connection}) does not support updating {attribute}")]
    Unsupported {
        /// The attribute.
        attribute: &'static str,
        /// The connection's name.
        connection: String,
    },
    /// The user has no identity of this connection.
    #[error("The connection does not exist.")]
    NoIdentity,
    /// The user could not log in any more.
    #[error("Payload validation error: 'A user needs one of email, username and phone_number'.")]
    Nameless,
    /// An address that is none in the form in which it would be stored.
    #[error(
        "Payload validation error: 'Object didn't pass validation for format email: {0}' on property email."
    )]
    Email(String),
    /// A username that is none.
    #[error("Payload validation error: 'Username has invalid characters' on property username.")]
    Username,
    /// A username that is too short or too long for its connection.
    #[error("Payload validation error: '{0}' on property username.")]
    UsernameLength(#[from] LengthFault),
    /// What is wrong with metadata.
    #[error("Payload validation error: '{0}'.")]
    Metadata(#[from] MetadataFault),
}

/// The change that a request asks for.
pub(crate) struct UserUpdate<'u> {
    body: &'u Map<String, Value>,
    /// The connection of the identity that is changed.
    connection: &'u Connection,
}

impl<'u> UserUpdate<'u> {
    /// Checks what can be checked without the user.
    ///
    /// # Errors
    ///
    /// See [`UpdateFault`].
    pub(crate) fn new(
        body: &'u Map<String, Value>,
        connection: &'u Connection,
    ) -> Result<Self, UpdateFault> {
        let mut changed = ONE_AT_A_TIME
            .iter()
            .filter(|name| body.contains_key(**name));
        if let (Some(first), Some(second)) = (changed.next(), changed.next()) {
            return Err(UpdateFault::Simultaneously(first, second));
        }
        for (flag, own) in FLAGS {
            let mut others = ONE_AT_A_TIME.iter().filter(|name| *name != own);
            if body.contains_key(*flag)
                && let Some(other) = others.find(|name| body.contains_key(**name))
            {
                return Err(UpdateFault::Simultaneously(other, flag));
            }
        }
        let update = Self { body, connection };
        update.check_connection()?;
        for (kind, name) in [
            (Metadata::User, "user_metadata"),
            (Metadata::App, "app_metadata"),
        ] {
            if let Some(Value::Object(metadata)) = body.get(name) {
                kind.check(metadata)?;
            }
        }
        if let Some(username) = update.text("username").flatten() {
            check_username(connection, username)?;
        }
        Ok(update)
    }

    fn check_connection(&self) -> Result<(), UpdateFault> {
        let connection = || self.connection.name.clone();
        let unsupported = |attribute| {
            Err(UpdateFault::Unsupported {
                attribute,
                connection: connection(),
            })
        };
        let strategy = self.connection.strategy;
        let is_synced = self
            .connection
            .option("set_user_root_attributes")
            .as_str()
            .unwrap_or("on_each_login")
            == "on_each_login";
        let provided: Vec<&str> = PROVIDED
            .iter()
            .copied()
            .filter(|name| self.body.contains_key(*name))
            .collect();
        if strategy == Strategy::Other && is_synced && !provided.is_empty() {
            return Err(UpdateFault::Provided {
                attributes: provided.join(", "),
                connection: connection(),
            });
        }
        match strategy {
            Strategy::Database => Ok(()),
            _ if self.body.contains_key("password") => unsupported("password"),
            _ if self.body.contains_key("username") => unsupported("username"),
            Strategy::Sms if self.body.contains_key("email_verified") => {
                unsupported("email_verified")
            }
            _ => Ok(()),
        }
    }

    /// The new password, if one is set.
    pub(crate) fn password(&self) -> Option<&'u str> {
        self.text("password").flatten()
    }

    /// Whether the user shall be sent a letter about their address: `verify_email`. There is none for the address
    /// of a linked identity.
    pub(crate) fn verifies_email(&self, user: &User) -> bool {
        self.body.get("verify_email") == Some(&Value::Bool(true)) && self.place(user) == Some(0)
    }

    /// The user after the change.
    ///
    /// # Errors
    ///
    /// When the user has no identity of the connection, would have no name to log in with, or too much metadata.
    pub(crate) fn apply(&self, user: &User, now: Timestamp) -> Result<User, UpdateFault> {
        let mut user = user.clone();
        let place = self.place(&user).ok_or(UpdateFault::NoIdentity)?;
        self.apply_to_identity(&mut user, place)?;
        let profile = &mut user.profile;
        for (name, slot) in [
            ("name", &mut profile.name),
            ("nickname", &mut profile.nickname),
            ("given_name", &mut profile.given_name),
            ("family_name", &mut profile.family_name),
            ("picture", &mut profile.picture),
        ] {
            if let Some(value) = self.text(name) {
                *slot = value.map(str::to_owned);
            }
        }
        if let Some(is_blocked) = self.flag("blocked") {
            user.is_blocked = is_blocked;
        }
        if let Some(change) = self.object("user_metadata") {
            user.user_metadata = Metadata::User.merge(user.user_metadata.take(), change)?;
        }
        if let Some(change) = self.object("app_metadata") {
            user.app_metadata = Metadata::App.merge(user.app_metadata.take(), change)?;
        }
        if self.password().is_some() {
            user.last_password_reset = Some(now);
            // An administrator who sets a password lets the user in again, unless the same request says no.
            user.is_blocked = self.flag("blocked").unwrap_or(false);
        }
        user.updated_at = now;
        Ok(user)
    }

    /// The identity of the connection that is changed, with the names by which it is found afterwards; `None`
    /// when its names stay as they are.
    pub(crate) fn renamed<'c>(
        &self,
        user: &'c User,
    ) -> Option<(&'c Identity, Vec<LoginIdentifier>)> {
        if !self.changes_identity() {
            return None;
        }
        let identity = user.identities.get(self.place(user)?)?;
        let names = match &identity.profile {
            Some(linked) => {
                let document = Document::read(linked.clone());
                self.connection.login_identifiers(&document.profile)
            }
            None => self.connection.login_identifiers(&user.profile),
        };
        Some((identity, names))
    }

    fn changes_identity(&self) -> bool {
        OF_IDENTITY.iter().any(|name| self.body.contains_key(*name))
    }

    /// Where the identity of the connection stands among the user's.
    fn place(&self, user: &User) -> Option<usize> {
        let mut identities = user.identities.iter();
        identities.position(|identity| identity.connection_id == self.connection.id)
    }

    /// Changes the root attributes, or those that a linked identity brought.
    fn apply_to_identity(&self, user: &mut User, place: usize) -> Result<(), UpdateFault> {
        if place == 0 {
            return self.apply_contacts(&mut user.profile);
        }
        let identity = &mut user.identities[place];
        let mut document = Document::read(identity.profile.take().unwrap_or_default());
        self.apply_contacts(&mut document.profile)?;
        identity.profile = Some(document.write());
        Ok(())
    }

    /// Address and number: another one is not verified unless the request says so.
    fn apply_contacts(&self, profile: &mut Profile) -> Result<(), UpdateFault> {
        if let Some(username) = self.text("username") {
            profile.username = username.map(str::to_owned);
        }
        if let Some(email) = self.text("email") {
            let email = email.map(|email| match self.connection.strategy {
                Strategy::Other => email.to_owned(),
                _ => normalized_email(email),
            });
            if let Some(email) = &email {
                check_email(email)?;
            }
            if email != profile.email {
                profile.email_verified = false;
            }
            profile.email = email;
        }
        if let Some(verified) = self.flag("email_verified") {
            profile.email_verified = verified;
        }
        if let Some(number) = self.text("phone_number") {
            if number != profile.phone_number.as_deref() {
                profile.phone_verified = number.map(|_| false);
            }
            profile.phone_number = number.map(str::to_owned);
        }
        if let Some(verified) = self.flag("phone_verified") {
            profile.phone_verified = Some(verified);
        }
        let is_nameless =
            profile.email.is_none() && profile.username.is_none() && profile.phone_number.is_none();
        if is_nameless && self.changes_identity() {
            return Err(UpdateFault::Nameless);
        }
        Ok(())
    }

    /// `Some(None)` is `null`.
    fn text(&self, name: &str) -> Option<Option<&'u str>> {
        self.body.get(name).map(Value::as_str)
    }

    fn flag(&self, name: &str) -> Option<bool> {
        self.body.get(name).and_then(Value::as_bool)
    }

    /// `Some(None)` is `null`.
    fn object(&self, name: &str) -> Option<Option<Map<String, Value>>> {
        self.body.get(name).map(|value| value.as_object().cloned())
    }
}

/// Checks an address as it would be stored: in lower case not everything is an address any more that was one.
pub(crate) fn check_email(email: &str) -> Result<(), UpdateFault> {
    if is_email(email) {
        return Ok(());
    }
    Err(UpdateFault::Email(email.chars().take(254).collect()))
}

/// Whether a text may be a username of this connection: no white space, no control characters, and as long as
/// the connection wants it.
///
/// # Errors
///
/// [`UpdateFault::Username`] and [`UpdateFault::UsernameLength`].
pub(crate) fn check_username(connection: &Connection, text: &str) -> Result<(), UpdateFault> {
    let is_foreign = |c: char| c.is_whitespace() || c.is_control();
    if text.is_empty() || text.contains(is_foreign) {
        return Err(UpdateFault::Username);
    }
    Ok(connection.check_username_length(text)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::profile::Profile;
    use serde_json::json;

    fn connection(strategy: &str) -> Connection {
        Connection::read(
            "con_1".into(),
            strategy.into(),
            strategy.into(),
            Vec::new(),
            Map::new(),
        )
    }

    fn user() -> User {
        User {
            user_id: "auth0|1".into(),
            profile: Profile {
                email: Some("a@b.ch".into()),
                email_verified: true,
                nickname: Some("A".into()),
                ..Profile::default()
            },
            user_metadata: json!({ "a": 1 }).as_object().cloned(),
            app_metadata: json!({ "b": 1 }).as_object().cloned(),
            created_at: Timestamp::UNIX_EPOCH,
            updated_at: Timestamp::UNIX_EPOCH,
            last_login: None,
            last_ip: None,
            logins_count: 0,
            last_password_reset: None,
            is_blocked: true,
            identities: vec![Identity {
                provider: "auth0".into(),
                identity_id: "1".into(),
                connection_id: connection("auth0").id,
                connection: connection("auth0").name,
                profile: None,
            }],
        }
    }

    fn update(strategy: &str, body: Value) -> Result<User, UpdateFault> {
        let connection = connection(strategy);
        let now = "2026-01-01T00:00:00Z".parse().unwrap();
        UserUpdate::new(body.as_object().unwrap(), &connection)?.apply(&user(), now)
    }

    #[test]
    fn what_is_not_said_stays_and_null_goes_back_to_the_default() {
        let updated = update("auth0", json!({ "nickname": null, "given_name": "Ada" })).unwrap();
        assert_eq!(updated.profile.nickname().as_deref(), Some("a"));
        assert_eq!(updated.profile.given_name.as_deref(), Some("Ada"));
        assert!(updated.profile.email_verified && updated.is_blocked);
        assert_eq!(updated.updated_at.to_string(), "2026-01-01T00:00:00Z");
    }

    #[test]
    fn without_an_identity_of_the_connection_nothing_changes() {
        let unlinked = User {
            identities: Vec::new(),
            ..user()
        };
        let (body, connection) = (json!({ "email": "x@y.ch" }), connection("auth0"));
        let update = UserUpdate::new(body.as_object().unwrap(), &connection).unwrap();
        let applied = update.apply(&unlinked, unlinked.updated_at);
        assert_eq!(applied.unwrap_err(), UpdateFault::NoIdentity);
    }

    #[test]
    fn another_address_is_not_verified_unless_said() {
        assert!(
            !update("auth0", json!({ "email": "X@y.ch" }))
                .unwrap()
                .profile
                .email_verified
        );
        assert_eq!(
            update("auth0", json!({ "email": "X@y.ch" }))
                .unwrap()
                .profile
                .email
                .as_deref(),
            Some("x@y.ch")
        );
        assert!(
            update("auth0", json!({ "email": "A@b.ch" }))
                .unwrap()
                .profile
                .email_verified
        );
        assert!(
            update(
                "auth0",
                json!({ "email": "x@y.ch", "email_verified": true })
            )
            .unwrap()
            .profile
            .email_verified
        );
    }

    #[test]
    fn a_password_ends_a_block() {
        let updated = update("auth0", json!({ "password": "x" })).unwrap();
        assert!(!updated.is_blocked && updated.last_password_reset.is_some());
        assert!(
            update("auth0", json!({ "password": "x", "blocked": true }))
                .unwrap()
                .is_blocked
        );
    }

    #[test]
    fn metadata_merges() {
        let updated = update(
            "auth0",
            json!({ "user_metadata": { "c": 2 }, "app_metadata": {} }),
        )
        .unwrap();
        assert_eq!(
            Value::from(updated.user_metadata.unwrap()),
            json!({ "a": 1, "c": 2 })
        );
        assert_eq!(updated.app_metadata, None);
    }

    #[test]
    fn what_cannot_be_is_refused_with_auth0s_words() {
        let refused = |strategy, body| update(strategy, body).unwrap_err().to_string();
        assert_eq!(
            refused("auth0", json!({ "email": "x@y.ch", "password": "x" })),
            "Cannot update password and email simultaneously"
        );
        assert!(refused("google-oauth2", json!({ "picture": "x", "given_name": "y" })).starts_with(
            "The following user attributes cannot be updated: given_name, picture. The connection (google-oauth2) must"
        ));
        assert!(
            update(
                "google-oauth2",
                json!({ "app_metadata": { "x": 1 }, "blocked": false })
            )
            .is_ok()
        );
        assert!(update("email", json!({ "name": "x" })).is_ok());
        assert!(
            refused("email", json!({ "password": "x" }))
                .ends_with("does not support updating password")
        );
        assert!(refused("auth0", json!({ "app_metadata": { "blocked": 1 } })).contains("reserved"));
        assert!(refused("auth0", json!({ "email": null })).contains("needs one of"));
        assert!(refused("auth0", json!({ "username": "a\u{0}b" })).contains("invalid characters"));
    }
}
