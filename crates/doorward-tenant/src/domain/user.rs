//! A user and the identities they sign in with.

use jiff::Timestamp;
use serde_json::{Map, Value};

/// A user as their row tells it. Fields that are computed when missing (`name`, `nickname`, `picture`) are
/// not in the document.
#[derive(Debug, Clone)]
pub(crate) struct User {
    /// `PROVIDER|ID`.
    pub(crate) user_id: String,
    /// Root attributes as they were given (`email`, `email_verified`, `name`, `user_metadata`, …).
    pub(crate) document: Map<String, Value>,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
    pub(crate) last_login: Option<Timestamp>,
    pub(crate) last_ip: Option<String>,
    pub(crate) logins_count: i64,
    pub(crate) last_password_reset: Option<Timestamp>,
    pub(crate) is_blocked: bool,
    /// The primary one first.
    pub(crate) identities: Vec<Identity>,
}

impl User {
    /// A root attribute that is a text and not empty.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        let text = self.document.get(name).and_then(Value::as_str)?;
        Some(text).filter(|text| !text.is_empty())
    }
}

/// One way in: a user of one connection.
#[derive(Debug, Clone)]
pub(crate) struct Identity {
    pub(crate) provider: String,
    /// The part of the user id after the provider.
    pub(crate) identity_id: String,
    pub(crate) connection_id: String,
    /// The connection's name.
    pub(crate) connection: String,
    /// Of a linked identity: the root attributes it had as a user of its own.
    pub(crate) profile: Option<Map<String, Value>>,
    /// Whether a password is stored for it.
    pub(crate) has_password: bool,
}

/// A name under which an identity is found at a login.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LoginIdentifier {
    pub(crate) kind: IdentifierKind,
    /// E-mail addresses in lower case, telephone numbers in E.164.
    pub(crate) value: String,
}

/// The kinds of login identifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum IdentifierKind {
    Email,
    Username,
    PhoneNumber,
}

impl IdentifierKind {
    /// Its name in rows and documents.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Username => "username",
            Self::PhoneNumber => "phone_number",
        }
    }
}

impl LoginIdentifier {
    /// What a person typed, as it is looked up: with an `@` an e-mail address, with a `+` and digits a
    /// telephone number, else a username.
    pub(crate) fn typed(text: &str) -> Self {
        let text = text.trim();
        let is_phone = text.strip_prefix('+').is_some_and(|digits| {
            !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
        });
        if text.contains('@') {
            Self { kind: IdentifierKind::Email, value: text.to_lowercase() }
        } else if is_phone {
            Self { kind: IdentifierKind::PhoneNumber, value: text.to_owned() }
        } else {
            Self { kind: IdentifierKind::Username, value: text.to_lowercase() }
        }
    }

    /// All login identifiers of a user's root attributes.
    pub(crate) fn of(document: &Map<String, Value>) -> Vec<Self> {
        [IdentifierKind::Email, IdentifierKind::Username, IdentifierKind::PhoneNumber]
            .into_iter()
            .filter_map(|kind| {
                let value = document.get(kind.name())?.as_str()?;
                let value = match kind {
                    IdentifierKind::PhoneNumber => value.to_owned(),
                    IdentifierKind::Email | IdentifierKind::Username => value.to_lowercase(),
                };
                Some(Self { kind, value })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_types_is_an_address_a_number_or_a_name() {
        let kind = |text| LoginIdentifier::typed(text).kind;
        assert_eq!(kind("Ada@Example.com"), IdentifierKind::Email);
        assert_eq!(kind("+491701234567"), IdentifierKind::PhoneNumber);
        assert_eq!(kind("+ada"), IdentifierKind::Username);
        assert_eq!(LoginIdentifier::typed(" Ada@Example.com ").value, "ada@example.com");
    }
}
