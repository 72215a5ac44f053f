//! One record of an import: what it may say, and what it makes of a user.

use serde_json::{Map, Value};

use super::error::ImportError;
use crate::domain::authentication_method::is_base32;
use crate::domain::connection::Connection;
use crate::domain::password::StoredPassword;
use crate::domain::profile::contact::{
    LengthFault, check_length, is_email, is_phone_number, is_user_id_part, normalized_email,
};
use crate::domain::profile::metadata::Metadata;
use crate::domain::user::{Document, User};

/// A record that can be imported.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    /// As it was sent, with a normalized e-mail address.
    object: Map<String, Value>,
    /// The part of the user id after the provider, if it is given.
    pub(crate) identity_id: Option<String>,
    /// The text of the password column.
    pub(crate) password_column: Option<String>,
    /// Whether the hash may replace that of a user who is there.
    pub(crate) replaces_password: bool,
}

/// Texts, in the order in which they are checked.
const TEXTS: &[&str] = &[
    "email",
    "phone_number",
    "user_id",
    "username",
    "given_name",
    "family_name",
    "name",
    "nickname",
    "picture",
];
const FLAGS: &[&str] = &["email_verified", "phone_verified", "blocked"];
const OBJECTS: &[(&str, Metadata)] = &[
    ("app_metadata", Metadata::App),
    ("user_metadata", Metadata::User),
];
/// Types of second factors, and the member that holds what they are.
const FACTORS: &[(&str, &str)] = &[("totp", "secret"), ("phone", "value"), ("email", "value")];
const MAX_PICTURE_CHARS: usize = 2048;
const MAX_FACTORS: usize = 10;

impl Record {
    /// Checks a record.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with it.
    pub(crate) fn read(value: Value) -> Result<Self, Vec<ImportError>> {
        let Value::Object(mut object) = value else {
            return Err(vec![ImportError::invalid_type("", "object", &value)]);
        };
        let mut errors = Vec::new();
        check_members(&object, &mut errors);
        let password_column = keep(read_password(&object), &mut errors).flatten();
        if let Some(Value::String(email)) = object.get_mut("email") {
            *email = normalized_email(email);
        }
        if !["email", "username", "phone_number"]
            .iter()
            .any(|name| object.contains_key(*name))
        {
            errors.push(ImportError::missing("", "email"));
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Self {
            identity_id: object
                .get("user_id")
                .and_then(Value::as_str)
                .map(str::to_owned),
            replaces_password: object.contains_key("custom_password_hash"),
            password_column,
            object,
        })
    }

    /// Checks what the connection asks for.
    ///
    /// # Errors
    ///
    /// The name that is missing, or the username that has another length.
    pub(crate) fn check_for(&self, connection: &Connection) -> Result<(), ImportError> {
        if let Some(name) = connection.missing_name(|name| self.text(name).is_some()) {
            return Err(ImportError::missing("", name));
        }
        let Some(username) = self.text("username") else {
            return Ok(());
        };
        connection
            .check_username_length(username)
            .map_err(|fault| length_error("username", fault))
    }

    /// A text of the record.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.object.get(name)?.as_str()
    }

    /// Whether the new user cannot log in.
    pub(crate) fn is_blocked(&self) -> bool {
        self.flag("blocked").unwrap_or(false)
    }

    /// The second factors that the record names, by type; `None` when it says nothing of them.
    pub(crate) fn factors(&self) -> Option<Vec<(&'static str, &str)>> {
        let factors = self.object.get("mfa_factors")?.as_array()?;
        Some(
            factors
                .iter()
                .filter_map(|factor| {
                    FACTORS.iter().find_map(|(kind, member)| {
                        Some((*kind, factor.get(*kind)?.get(*member)?.as_str()?))
                    })
                })
                .collect(),
        )
    }

    /// The attributes of a new user.
    pub(crate) fn document(&self) -> Document {
        let mut object = self.object.clone();
        for other in [
            "user_id",
            "blocked",
            "password_hash",
            "custom_password_hash",
            "mfa_factors",
        ] {
            object.shift_remove(other);
        }
        let mut document = Document::read(object);
        // None and an empty one are the same, as for who writes them one by one.
        document.app_metadata = document
            .app_metadata
            .filter(|metadata| !metadata.is_empty());
        document
    }

    /// What an upsert makes of a user who is there. Metadata is overwritten, not merged; an address
    /// that changes is not verified unless the record says so.
    pub(crate) fn update(&self, user: &User) -> User {
        let mut user = user.clone();
        let profile = &mut user.profile;
        if let Some(email) = self.text("email") {
            if profile.email.as_deref() != Some(email) {
                profile.email_verified = false;
            }
            profile.email = Some(email.to_owned());
        }
        if let Some(verified) = self.flag("email_verified") {
            profile.email_verified = verified;
        }
        for (name, slot) in [
            ("given_name", &mut profile.given_name),
            ("family_name", &mut profile.family_name),
            ("name", &mut profile.name),
            ("nickname", &mut profile.nickname),
            ("picture", &mut profile.picture),
        ] {
            if let Some(text) = self.text(name) {
                *slot = Some(text.to_owned());
            }
        }
        for (name, slot) in [
            ("app_metadata", &mut user.app_metadata),
            ("user_metadata", &mut user.user_metadata),
        ] {
            if let Some(Value::Object(metadata)) = self.object.get(name) {
                *slot = Some(metadata.clone());
            }
        }
        user.app_metadata = user.app_metadata.filter(|metadata| !metadata.is_empty());
        user
    }

    fn flag(&self, name: &str) -> Option<bool> {
        self.object.get(name)?.as_bool()
    }
}

/// A record for the error list, without its hashes. Values that are no objects are shown as they are.
pub(crate) fn masked(mut record: Value) -> Value {
    if let Value::Object(object) = &mut record {
        for secret in ["password_hash", "custom_password_hash", "mfa_factors"] {
            if let Some(value) = object.get_mut(secret) {
                *value = "*****".into();
            }
        }
    }
    record
}

fn keep<T>(outcome: Result<T, ImportError>, errors: &mut Vec<ImportError>) -> Option<T> {
    outcome.map_err(|error| errors.push(error)).ok()
}

fn check_members(object: &Map<String, Value>, errors: &mut Vec<ImportError>) {
    for (name, value) in object {
        let name = name.as_str();
        let outcome = if TEXTS.contains(&name) {
            check_text(name, value)
        } else if FLAGS.contains(&name) {
            value
                .as_bool()
                .map(drop)
                .ok_or_else(|| ImportError::invalid_type(name, "boolean", value))
        } else if let Some((_, kind)) = OBJECTS.iter().find(|(object, _)| *object == name) {
            check_metadata(name, *kind, value)
        } else {
            match name {
                "password_hash" | "custom_password_hash" => Ok(()),
                "mfa_factors" => check_factors(value),
                unknown => Err(ImportError::not_allowed("", unknown)),
            }
        };
        keep(outcome, errors);
    }
}

fn check_text(name: &str, value: &Value) -> Result<(), ImportError> {
    let text = value
        .as_str()
        .ok_or_else(|| ImportError::invalid_type(name, "string", value))?;
    check_length(name, text).map_err(|fault| length_error(name, fault))?;
    let pattern = |pattern: &str| {
        ImportError::new(
            "PATTERN",
            name,
            format!("String does not match pattern {pattern}"),
        )
    };
    match name {
        "email" if !is_email(text.trim()) => {
            let shown: String = text.chars().take(100).collect();
            let sentence = format!("Object didn't pass validation for format email: {shown}");
            Err(ImportError::new("INVALID_FORMAT", name, sentence))
        }
        "phone_number" if !is_phone_number(text) => Err(pattern("^\\+[0-9]{1,15}$")),
        "user_id" if !is_user_id_part(text) => Err(pattern("^\\S*$")),
        "username" if text.contains(|c: char| c.is_whitespace() || c.is_control()) => {
            Err(pattern("^\\S+$"))
        }
        "picture" if text.chars().count() > MAX_PICTURE_CHARS => Err(ImportError::too_long(
            name,
            text.chars().count(),
            MAX_PICTURE_CHARS,
        )),
        _ if text.contains('\0') => Err(ImportError::new(
            "FORMAT",
            name,
            "NUL characters are not allowed",
        )),
        _ => Ok(()),
    }
}

fn length_error(name: &str, fault: LengthFault) -> ImportError {
    let code = match fault {
        LengthFault::TooShort { .. } => "MIN_LENGTH",
        LengthFault::TooLong { .. } => "MAX_LENGTH",
    };
    ImportError::new(code, name, fault.to_string())
}

fn check_metadata(name: &str, kind: Metadata, value: &Value) -> Result<(), ImportError> {
    let object = value
        .as_object()
        .ok_or_else(|| ImportError::invalid_type(name, "object", value))?;
    kind.check(object)
        .map_err(|fault| ImportError::new("NOT_PASSED", name, fault.to_string()))
}

fn check_factors(value: &Value) -> Result<(), ImportError> {
    const NAME: &str = "mfa_factors";
    let factors = value
        .as_array()
        .ok_or_else(|| ImportError::invalid_type(NAME, "array", value))?;
    let count = factors.len();
    if count == 0 {
        return Err(ImportError::new(
            "ARRAY_LENGTH_SHORT",
            NAME,
            "Array is too short (0), minimum 1",
        ));
    }
    if count > MAX_FACTORS {
        let sentence = format!("Array is too long ({count}), maximum {MAX_FACTORS}");
        return Err(ImportError::new("ARRAY_LENGTH_LONG", NAME, sentence));
    }
    let is_factor = |factor: &Value| {
        let totp = factor["totp"]["secret"].as_str();
        let phone = factor["phone"]["value"].as_str();
        let email = factor["email"]["value"].as_str();
        factor.as_object().is_some_and(|factor| factor.len() == 1)
            && (totp.is_some_and(is_base32)
                || phone.is_some_and(is_phone_number)
                || email.is_some_and(is_email))
    };
    match factors.iter().position(|factor| !is_factor(factor)) {
        None => Ok(()),
        Some(number) => Err(ImportError::new(
            "MFA_FACTORS_FAILED",
            &format!("{NAME}[{number}]"),
            "Data does not match any schemas from 'anyOf'",
        )),
    }
}

fn read_password(object: &Map<String, Value>) -> Result<Option<String>, ImportError> {
    match (
        object.get("password_hash"),
        object.get("custom_password_hash"),
    ) {
        (Some(_), Some(_)) => Err(ImportError::not_allowed("", "custom_password_hash")),
        (Some(hash), None) => StoredPassword::import_bcrypt(hash).map(Some),
        (None, Some(hash)) => StoredPassword::import_custom(hash).map(Some),
        (None, None) => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn codes(record: Value) -> Vec<(&'static str, String)> {
        let errors = Record::read(record).unwrap_err();
        errors
            .into_iter()
            .map(|error| (error.code, error.path))
            .collect()
    }

    #[test]
    fn a_record_becomes_a_user() {
        let record = Record::read(json!({
            "email": " Ada@Example.com", "user_id": "auth0|x", "email_verified": true, "given_name": "Ada",
            "user_metadata": { "a": 1 }, "app_metadata": {}, "blocked": true, "mfa_factors": [{ "totp": { "secret": "ABC234" } }],
            "password_hash": "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
        }))
        .unwrap();
        let document = record.document();
        assert_eq!(document.profile.email.as_deref(), Some("ada@example.com"));
        assert!(
            document.profile.email_verified
                && document.profile.additional.is_empty()
                && record.is_blocked()
        );
        assert_eq!(document.app_metadata, None);
        assert_eq!(record.identity_id.as_deref(), Some("auth0|x"));
        assert_eq!(record.factors(), Some(vec![("totp", "ABC234")]));
        assert!(
            record.password_column.unwrap().starts_with("$2b$10$") && !record.replaces_password
        );
    }

    #[test]
    fn every_fault_of_a_record_is_named() {
        assert_eq!(codes(json!([])), [("INVALID_TYPE", String::new())]);
        assert_eq!(codes(json!({})), [("OBJECT_REQUIRED", String::new())]);
        assert_eq!(
            codes(json!({ "email": "x" })),
            [("INVALID_FORMAT", "email".into())]
        );
        assert_eq!(
            codes(
                json!({ "email": 1, "blocked": "yes", "app_metadata": { "email": 1 }, "shoe": 1, "given_name": "" })
            ),
            [
                ("INVALID_TYPE", "email".into()),
                ("INVALID_TYPE", "blocked".into()),
                ("NOT_PASSED", "app_metadata".into()),
                ("NOT_PASSED", String::new()),
                ("MIN_LENGTH", "given_name".into()),
            ]
        );
        assert_eq!(
            codes(json!({ "email": "a@b.ch", "password_hash": "x" })),
            [("PATTERN", "password_hash".into())]
        );
        assert_eq!(
            codes(json!({ "email": "a@b.ch", "password_hash": "x", "custom_password_hash": {} })),
            [("NOT_PASSED", String::new())]
        );
        assert_eq!(
            codes(json!({ "email": "a@b.ch", "mfa_factors": [] })),
            [("ARRAY_LENGTH_SHORT", "mfa_factors".into())]
        );
        assert_eq!(
            codes(json!({ "email": "a@b.ch", "mfa_factors": [{ "totp": { "secret": "0" } }] })),
            [("MFA_FACTORS_FAILED", "mfa_factors[0]".into())]
        );
        assert_eq!(
            codes(json!({ "username": "a b" })),
            [("PATTERN", "username".into())]
        );
    }

    #[test]
    fn hashes_do_not_come_back_in_the_error_list() {
        let shown = masked(
            json!({ "email": "x", "password_hash": "$2b$10$secret", "custom_password_hash": { "a": 1 } }),
        );
        assert_eq!(
            shown,
            json!({ "email": "x", "password_hash": "*****", "custom_password_hash": "*****" })
        );
    }
}
