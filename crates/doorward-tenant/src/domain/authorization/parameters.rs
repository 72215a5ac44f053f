//! The parameters of a request, each at most once and of bounded size.

use serde::{Deserialize, Serialize};

use super::AuthorizationError;

/// Characters that one value may have.
const VALUE_LIMIT: usize = 8 * 1024;
/// Parameters that one request may have.
const COUNT_LIMIT: usize = 100;

/// Names and values of a query string or form, in their order. A value without characters counts
/// as not sent (RFC 6749, 3.1).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// Reads `application/x-www-form-urlencoded` text.
    pub(crate) fn parse(encoded: &[u8]) -> Self {
        form_urlencoded::parse(encoded)
            .into_owned()
            .take(COUNT_LIMIT + 1)
            .collect()
    }

    /// Whether the parameters can be trusted to mean one thing.
    ///
    /// # Errors
    ///
    /// Names the parameter that comes twice, is too long, or has control characters in it, which
    /// no parameter needs and a database refuses.
    pub(crate) fn check(&self) -> Result<(), AuthorizationError> {
        if self.0.len() > COUNT_LIMIT {
            return Err(AuthorizationError::invalid_request("Too many parameters"));
        }
        for (index, (name, value)) in self.0.iter().enumerate() {
            let told = || {
                name.chars()
                    .filter(|letter| !letter.is_control())
                    .take(64)
                    .collect()
            };
            let wrong = |what: &str| {
                let name: String = told();
                Err(AuthorizationError::invalid_request(format!(
                    "{what}: {name}"
                )))
            };
            if value.len() > VALUE_LIMIT || name.len() > VALUE_LIMIT {
                return wrong("Parameter is too long");
            }
            if value.chars().chain(name.chars()).any(is_forbidden) {
                return wrong("Parameter has invalid characters");
            }
            if self
                .0
                .iter()
                .take(index)
                .any(|(earlier, _)| earlier == name)
            {
                return wrong("Parameter must not be repeated");
            }
        }
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

    /// The same with one more.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.0.push((name.to_owned(), value.to_owned()));
        self
    }
}

impl FromIterator<(String, String)> for Parameters {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(parameters: I) -> Self {
        Self(parameters.into_iter().collect())
    }
}

fn is_forbidden(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\t' | '\r' | '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(encoded: &str) -> String {
        match Parameters::parse(encoded.as_bytes()).check() {
            Ok(()) => String::new(),
            Err(error) => error.description,
        }
    }

    #[test]
    fn a_parameter_that_comes_twice_is_refused() {
        assert_eq!(fault("a=1&b=2&a=1"), "Parameter must not be repeated: a");
        assert_eq!(fault("a=1&b=2&c="), "");
    }

    #[test]
    fn control_characters_and_floods_are_refused() {
        assert_eq!(
            fault("state=%00"),
            "Parameter has invalid characters: state"
        );
        assert_eq!(
            fault(&format!("a={}", "x".repeat(9000))),
            "Parameter is too long: a"
        );
        assert_eq!(fault(&"a&".repeat(500)), "Too many parameters");
    }

    #[test]
    fn an_empty_value_was_not_sent() {
        let parameters = Parameters::parse(b"scope=&federated&state=a%2Bb%2F%3D+~");
        assert_eq!(parameters.get("scope"), None);
        assert_eq!(parameters.get("federated"), None);
        assert_eq!(parameters.get("state"), Some("a+b/= ~"));
    }
}
