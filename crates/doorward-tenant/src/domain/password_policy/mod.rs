//! Which passwords a database connection accepts.
//!
//! The policy is read from the connection's options, in their older form (`passwordPolicy`,
//! `password_complexity_options`, …) or in the newer `password_options`, which replaces it. What a
//! password lacks is told rule by rule, in the form of the sign-up endpoint's error.

mod common;
mod strength;

use serde_json::{Map, Value, json};

pub(crate) use self::strength::StrengthReport;
use self::strength::{CharacterTypes, StrengthRules};

/// How many earlier passwords a history keeps at most.
const MAX_HISTORY: u64 = 24;
/// A history that was turned on without a size.
const DEFAULT_HISTORY: u64 = 5;
/// Shorter pieces of personal data are in too many innocent passwords.
const MIN_PERSONAL_CHARS: usize = 3;
/// The attributes that count as personal data when the connection does not name its own.
const PERSONAL_FIELDS: &[&str] = &[
    "name",
    "username",
    "nickname",
    "user_metadata.name",
    "user_metadata.first",
    "user_metadata.last",
    "email",
];

/// The rules of one connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PasswordPolicy {
    strength: StrengthRules,
    /// Lower-case words besides the built-in ones; `None` when no dictionary is used.
    dictionary: Option<Vec<String>>,
    history_size: usize,
    personal_fields: Vec<String>,
}

/// Why a password is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum PasswordFault {
    /// It breaks a rule of length or characters.
    #[error("Password is too weak")]
    Strength(Box<StrengthReport>),
    /// It is one of the passwords that everybody tries.
    #[error("Password is too common")]
    Dictionary,
    /// The user had it before.
    #[error("Password has previously been used")]
    History,
    /// It contains the user's name or address.
    #[error("Password contains user information")]
    PersonalInfo,
}

impl PasswordPolicy {
    /// Reads the policy from a connection's `options`. What is missing or not understood leaves the
    /// rule at its default: level `good`, nothing else.
    pub(crate) fn from_options(options: &Map<String, Value>) -> Self {
        match options.get("password_options") {
            Some(Value::Object(flexible)) => Self::flexible(flexible),
            _ => Self::levelled(options),
        }
    }

    /// `passwordPolicy` and the options around it.
    fn levelled(options: &Map<String, Value>) -> Self {
        let section = |name: &str| options.get(name).unwrap_or(&Value::Null);
        let is_on = |name: &str| section(name)["enable"] == true;
        let level = match options.get("passwordPolicy") {
            None => "good",
            Some(level) => level.as_str().unwrap_or("none"),
        };
        let minimum = section("password_complexity_options")["min_length"].as_u64();
        Self {
            strength: StrengthRules::of_level(
                level,
                minimum.map(|minimum| minimum.min(128) as usize),
            ),
            dictionary: is_on("password_dictionary")
                .then(|| words(&section("password_dictionary")["dictionary"])),
            history_size: history_size(
                is_on("password_history"),
                &section("password_history")["size"],
            ),
            personal_fields: personal_fields(is_on("password_no_personal_info"), &Value::Null),
        }
    }

    /// `password_options`.
    fn flexible(options: &Map<String, Value>) -> Self {
        let section = |name: &str| options.get(name).unwrap_or(&Value::Null);
        let is_on = |name: &str| section(name)["active"] == true;
        let complexity = section("complexity");
        let types = complexity["character_types"]
            .as_array()
            .map_or(&[][..], Vec::as_slice);
        let types = types.iter().filter_map(Value::as_str);
        let needed = match complexity["character_type_rule"].as_str() {
            Some("three_of_four") => CharacterTypes::at_least_three(),
            _ => CharacterTypes::all_of(types),
        };
        Self {
            strength: StrengthRules {
                min_length: complexity["min_length"]
                    .as_u64()
                    .map_or(15, |length| length.min(128) as usize),
                types: needed,
                no_identical: complexity["identical_characters"] == "block",
                no_sequential: complexity["sequential_characters"] == "block",
            },
            dictionary: is_on("dictionary").then(|| words(&section("dictionary")["custom"])),
            history_size: history_size(is_on("history"), &section("history")["size"]),
            personal_fields: personal_fields(
                is_on("profile_data"),
                &section("profile_data")["blocked_fields"],
            ),
        }
    }

    /// How many earlier hashes the caller compares a new password with, newest first; 0 without a
    /// history. A hit is [`PasswordFault::History`]. Comparing takes the hashing pool, therefore it
    /// is not part of [`PasswordPolicy::check`].
    pub(crate) fn history_size(&self) -> usize {
        self.history_size
    }

    /// Checks everything that can be checked without the user's earlier hashes.
    ///
    /// `user` has the user's attributes as the Management API writes them; only those that the
    /// policy looks at need to be there.
    ///
    /// # Errors
    ///
    /// The first kind of rule that is broken: strength, dictionary, personal data.
    pub(crate) fn check(&self, password: &str, user: &Value) -> Result<(), PasswordFault> {
        let report = self.strength.report(password);
        if !report.is_verified() {
            return Err(PasswordFault::Strength(Box::new(report)));
        }
        let lower = password.to_lowercase();
        if let Some(words) = &self.dictionary
            && (common::contains(&lower) || words.contains(&lower))
        {
            return Err(PasswordFault::Dictionary);
        }
        if self
            .personal_fields
            .iter()
            .any(|field| reveals(&lower, field, user))
        {
            return Err(PasswordFault::PersonalInfo);
        }
        Ok(())
    }
}

impl PasswordFault {
    /// The error's name, which SDKs branch on.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Strength(_) => "PasswordStrengthError",
            Self::Dictionary => "PasswordDictionaryError",
            Self::History => "PasswordHistoryError",
            Self::PersonalInfo => "PasswordNoUserInfoError",
        }
    }

    /// The body of a 400 of `POST /dbconnections/signup`.
    pub(crate) fn signup_body(&self) -> Value {
        let (name, message) = (self.name(), self.to_string());
        match self {
            Self::Strength(report) => json!({
                "name": name,
                "message": message,
                "code": "invalid_password",
                "description": report.description(),
                "policy": report.policy(),
                "statusCode": 400,
            }),
            Self::Dictionary | Self::PersonalInfo | Self::History => json!({
                "name": name,
                "code": "invalid_password",
                "description": message,
                "message": message,
                "statusCode": 400,
            }),
        }
    }

    /// The `message` of a 400 of the Management API, which tells no details.
    pub(crate) fn management_message(&self) -> String {
        format!("{}: {self}", self.name())
    }
}

fn words(list: &Value) -> Vec<String> {
    let items = list.as_array().map_or(&[][..], Vec::as_slice);
    items
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_lowercase)
        .collect()
}

fn history_size(is_on: bool, size: &Value) -> usize {
    if is_on {
        size.as_u64().unwrap_or(DEFAULT_HISTORY).min(MAX_HISTORY) as usize
    } else {
        0
    }
}

fn personal_fields(is_on: bool, named: &Value) -> Vec<String> {
    match named.as_array() {
        _ if !is_on => Vec::new(),
        Some(named) if !named.is_empty() => named
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect(),
        _ => PERSONAL_FIELDS
            .iter()
            .map(|field| (*field).to_owned())
            .collect(),
    }
}

/// Whether the lower-case password contains the value of `field` or a word of it.
fn reveals(lower: &str, field: &str, user: &Value) -> bool {
    let value = field.split('.').fold(user, |value, member| &value[member]);
    let Some(text) = value.as_str() else {
        return false;
    };
    let text = text.to_lowercase();
    let text = text
        .split_once('@')
        .map_or(text.as_str(), |(local, _)| local);
    let words = text.split(char::is_whitespace).chain([text]);
    words
        .filter(|word| word.chars().count() >= MIN_PERSONAL_CHARS)
        .any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy(options: Value) -> PasswordPolicy {
        PasswordPolicy::from_options(options.as_object().unwrap())
    }

    #[track_caller]
    fn fault(options: Value, password: &str) -> Option<&'static str> {
        let user = json!({
            "email": "jane.doe@example.com", "name": "Jane Marple", "username": "jd",
            "user_metadata": { "first": "Agatha" }
        });
        policy(options)
            .check(password, &user)
            .err()
            .map(|fault| fault.name())
    }

    #[test]
    fn a_connection_without_options_wants_a_good_password() {
        assert_eq!(fault(json!({}), "Passw0rd"), None);
        assert_eq!(fault(json!({}), "password"), Some("PasswordStrengthError"));
        assert_eq!(fault(json!({ "passwordPolicy": null }), "x"), None);
    }

    #[test]
    fn common_passwords_are_refused_in_every_case() {
        let options = json!({
            "passwordPolicy": "low",
            "password_dictionary": { "enable": true, "dictionary": ["Doorward"] }
        });
        for common in ["password", "PASSWORD1", "Qwerty123", "iloveyou", "DOORWARD"] {
            assert_eq!(
                fault(options.clone(), common),
                Some("PasswordDictionaryError"),
                "{common}"
            );
        }
        assert_eq!(fault(options, "unlikely heron"), None);
        assert_eq!(fault(json!({ "passwordPolicy": "low" }), "password"), None);
    }

    #[test]
    fn personal_data_is_refused_also_in_parts() {
        let options =
            json!({ "passwordPolicy": "none", "password_no_personal_info": { "enable": true } });
        for personal in ["xx-MARPLE-1", "jane.doe!", "agatha99"] {
            assert_eq!(
                fault(options.clone(), personal),
                Some("PasswordNoUserInfoError"),
                "{personal}"
            );
        }
        // "jd" is too short to be a clue.
        assert_eq!(fault(options, "jdx-example.com"), None);
    }

    #[test]
    fn the_flexible_policy_replaces_the_older_one() {
        let options = json!({
            "passwordPolicy": "excellent",
            "password_options": {
                "complexity": { "min_length": 4, "character_types": ["number"], "sequential_characters": "block" },
                "dictionary": { "active": true, "custom": ["zebra7"] },
                "history": { "active": true, "size": 3 },
                "profile_data": { "active": true, "blocked_fields": ["user_metadata.first"] }
            }
        });
        assert_eq!(policy(options.clone()).history_size(), 3);
        assert_eq!(fault(options.clone(), "hero7"), None);
        assert_eq!(
            fault(options.clone(), "hero"),
            Some("PasswordStrengthError")
        );
        assert_eq!(
            fault(options.clone(), "hero123"),
            Some("PasswordStrengthError")
        );
        assert_eq!(
            fault(options.clone(), "ZEBRA7"),
            Some("PasswordDictionaryError")
        );
        assert_eq!(
            fault(options.clone(), "agatha7"),
            Some("PasswordNoUserInfoError")
        );
        assert_eq!(fault(options, "jane7"), None);
    }

    #[test]
    fn a_history_has_a_size() {
        let size = |options: Value| policy(json!({ "password_history": options })).history_size();
        assert_eq!(size(json!({ "enable": true, "size": 7 })), 7);
        assert_eq!(size(json!({ "enable": true, "size": 700 })), 24);
        assert_eq!(size(json!({ "enable": true })), 5);
        assert_eq!(size(json!({ "enable": false, "size": 7 })), 0);
        assert_eq!(size(json!(null)), 0);
    }

    #[test]
    fn the_short_errors_have_their_form() {
        assert_eq!(
            PasswordFault::Dictionary.signup_body().to_string(),
            r#"{"name":"PasswordDictionaryError","code":"invalid_password","description":"Password is too common","message":"Password is too common","statusCode":400}"#
        );
        assert_eq!(
            PasswordFault::History.management_message(),
            "PasswordHistoryError: Password has previously been used"
        );
    }
}
