//! A user and the identities they sign in with.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::profile::Profile;

/// A user as their row tells it.
#[derive(Debug, Clone)]
pub(crate) struct User {
    /// `PROVIDER|ID`.
    pub(crate) user_id: String,
    pub(crate) profile: Profile,
    /// What users may change themselves; `None` when it was never set.
    pub(crate) user_metadata: Option<Map<String, Value>>,
    /// What only applications change; `None` when it was never set.
    pub(crate) app_metadata: Option<Map<String, Value>>,
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
    /// The identity with this provider and id.
    pub(crate) fn identity(&self, provider: &str, identity_id: &str) -> Option<&Identity> {
        let mut identities = self.identities.iter();
        identities.find(|known| known.provider == provider && known.identity_id == identity_id)
    }

    /// The root attributes of whoever signs in by this identity: those it brought when it was linked, else the user's.
    pub(crate) fn profile_of(&self, provider: &str, identity_id: &str) -> Profile {
        let identity = self.identity(provider, identity_id);
        match identity.and_then(|identity| identity.profile.clone()) {
            Some(brought) => Document::read(brought).profile,
            None => self.profile.clone(),
        }
    }
}

/// What a row keeps of a user as one JSON object: the root attributes that were given, and the metadata.
/// Attributes that are computed when missing (`name`, `nickname`, `picture`) are not kept.
#[derive(Debug, Clone, Default)]
pub(crate) struct Document {
    pub(crate) profile: Profile,
    pub(crate) user_metadata: Option<Map<String, Value>>,
    pub(crate) app_metadata: Option<Map<String, Value>>,
}

impl Document {
    /// Reads the object; members of another type than expected count as missing.
    pub(crate) fn read(mut object: Map<String, Value>) -> Self {
        let user_metadata = take_object(&mut object, "user_metadata");
        let app_metadata = take_object(&mut object, "app_metadata");
        let mut text = |name: &str| match object.shift_remove(name) {
            Some(Value::String(text)) => Some(text),
            _ => None,
        };
        let mut profile = Profile {
            email: text("email"),
            username: text("username"),
            phone_number: text("phone_number"),
            name: text("name"),
            nickname: text("nickname"),
            given_name: text("given_name"),
            family_name: text("family_name"),
            picture: text("picture"),
            ..Profile::default()
        };
        let mut flag = |name: &str| object.shift_remove(name).and_then(|flag| flag.as_bool());
        profile.email_verified = flag("email_verified").unwrap_or(false);
        profile.phone_verified = flag("phone_verified");
        profile.additional = object;
        Self {
            profile,
            user_metadata,
            app_metadata,
        }
    }

    /// The object that [`Document::read`] reads.
    pub(crate) fn write(&self) -> Map<String, Value> {
        let profile = &self.profile;
        let mut object = profile.additional.clone();
        let texts = [
            ("email", &profile.email),
            ("username", &profile.username),
            ("phone_number", &profile.phone_number),
            ("name", &profile.name),
            ("nickname", &profile.nickname),
            ("given_name", &profile.given_name),
            ("family_name", &profile.family_name),
            ("picture", &profile.picture),
        ];
        for (name, text) in texts {
            if let Some(text) = text {
                object.insert(name.to_owned(), text.as_str().into());
            }
        }
        if profile.email.is_some() {
            object.insert("email_verified".to_owned(), profile.email_verified.into());
        }
        if let Some(verified) = profile.phone_verified {
            object.insert("phone_verified".to_owned(), verified.into());
        }
        let metadata = [
            ("user_metadata", &self.user_metadata),
            ("app_metadata", &self.app_metadata),
        ];
        for (name, metadata) in metadata {
            if let Some(metadata) = metadata {
                object.insert(name.to_owned(), metadata.clone().into());
            }
        }
        object
    }
}

fn take_object(object: &mut Map<String, Value>, name: &str) -> Option<Map<String, Value>> {
    match object.shift_remove(name) {
        Some(Value::Object(taken)) => Some(taken),
        _ => None,
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
}

impl Identity {
    /// Whether it comes from a social provider, and not from a database, a passwordless connection
    /// or an enterprise directory.
    pub(crate) fn is_social(&self) -> bool {
        !NOT_SOCIAL.contains(&self.provider.as_str())
    }
}

/// The strategies that are not social.
const NOT_SOCIAL: &[&str] = &[
    "ad",
    "adfs",
    "auth0",
    "auth0-adldap",
    "auth0-oidc",
    "custom",
    "email",
    "google-apps",
    "ip",
    "office365",
    "oidc",
    "okta",
    "pingfederate",
    "samlp",
    "sharepoint",
    "sms",
    "waad",
];

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
            Self {
                kind: IdentifierKind::Email,
                value: text.to_lowercase(),
            }
        } else if is_phone {
            Self {
                kind: IdentifierKind::PhoneNumber,
                value: text.to_owned(),
            }
        } else {
            Self {
                kind: IdentifierKind::Username,
                value: text.to_lowercase(),
            }
        }
    }

    /// All login identifiers of a user's root attributes.
    pub(crate) fn of(profile: &Profile) -> Vec<Self> {
        let all = [
            (IdentifierKind::Email, &profile.email),
            (IdentifierKind::Username, &profile.username),
            (IdentifierKind::PhoneNumber, &profile.phone_number),
        ];
        all.into_iter()
            .filter_map(|(kind, value)| {
                Some(Self {
                    kind,
                    value: value.as_ref()?.to_lowercase(),
                })
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
        assert_eq!(
            LoginIdentifier::typed(" Ada@Example.com ").value,
            "ada@example.com"
        );
    }

    #[test]
    fn a_document_reads_back_as_it_was_written() {
        let object = serde_json::json!({
            "locale": "de", "email": "ada@example.com", "given_name": "Ada", "email_verified": true,
            "user_metadata": {"a": 1}, "app_metadata": {},
        });
        let document = Document::read(object.as_object().cloned().unwrap());
        assert_eq!(document.profile.additional.len(), 1);
        assert_eq!(Value::Object(document.write()), object);
    }
}
