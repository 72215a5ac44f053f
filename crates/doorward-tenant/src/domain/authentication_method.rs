//! Second factors as the Management API makes them.

use serde_json::{Map, Value};

use super::profile::contact::{is_email, is_phone_number};

/// What a factor of each kind is known by.
const KINDS: &[(&str, &str)] = &[
    ("totp", "totp_secret"),
    ("phone", "phone_number"),
    ("email", "email"),
];
/// Members that go with any kind, or with one.
const NAME: &str = "name";
const PREFERRED: &str = "preferred_authentication_method";
const LONGEST_NAME: usize = 20;
const LONGEST_SECRET: usize = 512;

/// A factor that is about to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NewMethod {
    pub(crate) kind: &'static str,
    /// The key, the number or the address.
    pub(crate) secret: String,
    pub(crate) labels: Labels,
}

/// What a factor is called, and how it is preferred.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Labels(pub(crate) Map<String, Value>);

/// Why it is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum MethodFault {
    #[error("authentication methods of type {0} cannot be kept yet")]
    Unsupported(String),
    #[error("Missing required property: {0}")]
    Missing(&'static str),
    #[error("Additional properties not allowed: {0}")]
    Additional(String),
    #[error("Object didn't pass validation for format {0}")]
    Format(&'static str),
    #[error("String is too long ({0} chars), maximum {LONGEST_NAME}")]
    LongName(usize),
}

impl NewMethod {
    /// Reads a body whose members have the right types.
    pub(crate) fn read(body: &Value) -> Result<Self, MethodFault> {
        let named = body["type"].as_str().unwrap_or_default();
        let known = KINDS.iter().find(|(kind, _)| *kind == named);
        let (kind, member) = *known.ok_or_else(|| MethodFault::Unsupported(named.to_owned()))?;
        let secret = body[member].as_str().unwrap_or_default().to_owned();
        if secret.is_empty() {
            return Err(MethodFault::Missing(member));
        }
        let members = body.as_object().into_iter().flatten();
        let is_its = |name: &str| {
            ["type", NAME, member].contains(&name) || (name == PREFERRED && kind == "phone")
        };
        if let Some((other, _)) = members.into_iter().find(|(name, _)| !is_its(name)) {
            return Err(MethodFault::Additional(other.clone()));
        }
        let is_good = match kind {
            "totp" => is_base32(&secret),
            "phone" => is_phone_number(&secret),
            _ => is_email(&secret),
        };
        if !is_good || secret.len() > LONGEST_SECRET {
            return Err(MethodFault::Format(member));
        }
        Ok(Self {
            kind,
            secret,
            labels: Labels::default().changed(kind, body)?,
        })
    }
}

impl Labels {
    /// The same with what a body says of them.
    pub(crate) fn changed(mut self, kind: &str, body: &Value) -> Result<Self, MethodFault> {
        if let Some(name) = body[NAME].as_str() {
            let length = name.chars().count();
            if length > LONGEST_NAME {
                return Err(MethodFault::LongName(length));
            }
            self.0.insert(NAME.to_owned(), name.into());
        }
        if let Some(preferred) = body[PREFERRED].as_str() {
            if kind != "phone" {
                return Err(MethodFault::Additional(PREFERRED.to_owned()));
            }
            self.0.insert(PREFERRED.to_owned(), preferred.into());
        }
        Ok(self)
    }
}

/// The member that a factor of this kind is known by.
pub(crate) fn member_of(kind: &str) -> Option<&'static str> {
    let known = KINDS.iter().find(|(known, _)| *known == kind);
    known.map(|(_, member)| *member)
}

/// `^[A-Z2-7]+$`: base32 without padding (RFC 4648, 6).
pub(crate) fn is_base32(secret: &str) -> bool {
    let is_letter = |byte| matches!(byte, b'A'..=b'Z' | b'2'..=b'7');
    !secret.is_empty() && secret.bytes().all(is_letter)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_factor_has_what_its_kind_is_known_by_and_nothing_of_another() {
        let good = json!({ "type": "phone", "phone_number": "+15551115044", "name": "mine",
            "preferred_authentication_method": "voice" });
        let read = NewMethod::read(&good).unwrap();
        assert_eq!((read.kind, read.secret.as_str()), ("phone", "+15551115044"));
        assert_eq!(read.labels.0["name"], "mine");
        let fault = |body: Value| NewMethod::read(&body).unwrap_err();
        assert_eq!(
            fault(json!({ "type": "totp" })),
            MethodFault::Missing("totp_secret")
        );
        assert_eq!(
            fault(json!({ "type": "totp", "totp_secret": "abc1" })),
            MethodFault::Format("totp_secret")
        );
        assert_eq!(
            fault(json!({ "type": "email", "email": "no address" })),
            MethodFault::Format("email")
        );
        assert_eq!(
            fault(json!({ "type": "email", "email": "a@b.example", "phone_number": "+1555" })),
            MethodFault::Additional("phone_number".to_owned())
        );
        assert_eq!(
            fault(json!({ "type": "passkey" })),
            MethodFault::Unsupported("passkey".to_owned())
        );
        let long = json!({ "type": "email", "email": "a@b.example", "name": "x".repeat(21) });
        assert_eq!(fault(long), MethodFault::LongName(21));
    }
}
