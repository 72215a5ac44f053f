//! The parameters of a request, each at most once and of bounded size.

use serde::{Deserialize, Serialize};

use super::scope::Scope;

/// Bytes that one name or value may have. The longest that anybody sends is the scope of a token that may do
/// everything in the Management API.
const LIMIT_BYTES: usize = 16 << 10;
/// Parameters that one request may have.
const MOST: usize = 100;

/// Names and values of a query, a form or a flat JSON object, in their order. A value without characters counts
/// as not sent (RFC 6749, 3.1).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Parameters(Vec<(String, String)>);

/// Why parameters cannot be trusted to mean one thing. Each names the parameter, shortened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ParameterFault {
    #[error("Too many parameters")]
    TooMany,
    /// RFC 6749, 3.1: "Parameters […] MUST NOT be included more than once."
    #[error("Parameter must not be repeated: {0}")]
    Repeated(String),
    #[error("Parameter is too long: {0}")]
    TooLong(String),
    /// Each name costs something wherever scopes are compared.
    #[error("Scope has too many names")]
    TooManyScopes,
    /// A NUL, which no database keeps.
    #[error("Parameter has invalid characters: {0}")]
    Invalid(String),
}

impl Parameters {
    /// Reads `application/x-www-form-urlencoded` text.
    ///
    /// # Errors
    ///
    /// See [`ParameterFault`].
    pub(crate) fn parse(encoded: &[u8]) -> Result<Self, ParameterFault> {
        let mut parameters = Self::default();
        for (name, value) in form_urlencoded::parse(encoded) {
            parameters.add(name.into_owned(), value.into_owned())?;
        }
        Ok(parameters)
    }

    /// Adds one more.
    ///
    /// # Errors
    ///
    /// See [`ParameterFault`].
    pub(crate) fn add(&mut self, name: String, value: String) -> Result<(), ParameterFault> {
        if self.0.len() == MOST {
            return Err(ParameterFault::TooMany);
        }
        if name.len() > LIMIT_BYTES || value.len() > LIMIT_BYTES {
            return Err(ParameterFault::TooLong(shown(&name)));
        }
        if name.contains('\0') || value.contains('\0') {
            return Err(ParameterFault::Invalid(shown(&name)));
        }
        if name == "scope" && Scope::is_too_long(&value) {
            return Err(ParameterFault::TooManyScopes);
        }
        if self.0.iter().any(|(known, _)| *known == name) {
            return Err(ParameterFault::Repeated(shown(&name)));
        }
        self.0.push((name, value));
        Ok(())
    }

    /// The value of `name`; `None` when it is missing or empty.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let (_, value) = self.0.iter().find(|(known, _)| known == name)?;
        Some(value.as_str()).filter(|value| !value.is_empty())
    }

    /// The value of `name`, owned.
    pub(crate) fn owned(&self, name: &str) -> Option<String> {
        self.get(name).map(str::to_owned)
    }

    /// Bytes of all names and values together.
    pub(crate) fn size(&self) -> usize {
        let sizes = self.0.iter().map(|(name, value)| name.len() + value.len());
        sizes.sum()
    }

    /// The same with `value` for `name`, whether it was there or not.
    pub(crate) fn with(self, name: &str, value: &str) -> Self {
        let mut changed = self.without(&[name]);
        changed.0.push((name.to_owned(), value.to_owned()));
        changed
    }

    /// The same without these.
    pub(crate) fn without(mut self, names: &[&str]) -> Self {
        self.0.retain(|(known, _)| !names.contains(&known.as_str()));
        self
    }
}

/// A name as errors show it.
pub(crate) fn shown(name: &str) -> String {
    let printable = name.chars().filter(|letter| !letter.is_control());
    printable.take(64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(encoded: &str) -> String {
        match Parameters::parse(encoded.as_bytes()) {
            Ok(_) => String::new(),
            Err(fault) => fault.to_string(),
        }
    }

    #[test]
    fn a_parameter_that_comes_twice_is_refused() {
        assert_eq!(fault("a=1&b=2&a=1"), "Parameter must not be repeated: a");
        assert_eq!(fault("a=1&b=2&c="), "");
    }

    #[test]
    fn nul_characters_and_floods_are_refused() {
        assert_eq!(
            fault("state=%00"),
            "Parameter has invalid characters: state"
        );
        assert_eq!(fault("%00a=1"), "Parameter has invalid characters: a");
        let long = "x".repeat(LIMIT_BYTES + 1);
        assert_eq!(fault(&format!("a={long}")), "Parameter is too long: a");
        let scopes = "a+".repeat(1001);
        assert_eq!(
            fault(&format!("scope={scopes}")),
            "Scope has too many names"
        );
        let many: Vec<String> = (0..=MOST).map(|number| format!("p{number}=1")).collect();
        assert_eq!(fault(&many.join("&")), "Too many parameters");
    }

    #[test]
    fn an_empty_value_was_not_sent() {
        let parameters = Parameters::parse(b"scope=&federated&state=a%2Bb%2F%3D+~").unwrap();
        assert_eq!(parameters.get("scope"), None);
        assert_eq!(parameters.get("federated"), None);
        assert_eq!(parameters.get("state"), Some("a+b/= ~"));
    }
}
