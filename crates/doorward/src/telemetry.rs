//! The `Auth0-Client` header.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::{HeaderName, HeaderValue};
use serde_json::{Value, json};

/// The header's name.
pub(crate) const AUTH0_CLIENT: HeaderName = HeaderName::from_static("auth0-client");

/// What the clients say about themselves.
#[derive(Debug, Clone, Default)]
pub(crate) enum Telemetry {
    /// Name and version of this crate.
    #[default]
    Own,
    /// What the program says instead, word for word.
    Given(Value),
    /// Nothing.
    Off,
}

impl Telemetry {
    /// The header's value: base64url without padding over JSON. `None` when nothing is said, or
    /// when what is said lacks the `name` that makes it meaningful.
    pub(crate) fn header(&self) -> Option<HeaderValue> {
        let own;
        let info = match self {
            Self::Off => return None,
            Self::Given(info) => info,
            Self::Own => {
                own = json!({
                    "name": env!("CARGO_PKG_NAME"),
                    "version": env!("CARGO_PKG_VERSION"),
                    "env": { "rust": env!("CARGO_PKG_RUST_VERSION") },
                });
                &own
            }
        };
        info.get("name")?.as_str().filter(|name| !name.is_empty())?;
        HeaderValue::try_from(URL_SAFE_NO_PAD.encode(info.to_string())).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(telemetry: &Telemetry) -> Option<String> {
        let header = telemetry.header()?;
        Some(String::from_utf8(URL_SAFE_NO_PAD.decode(header).unwrap()).unwrap())
    }

    #[test]
    fn the_crate_introduces_itself_by_name_version_and_env() {
        let text = told(&Telemetry::Own).unwrap();
        assert!(
            text.starts_with(r#"{"name":"doorward","version":""#),
            "{text}"
        );
        assert!(text.contains(r#","env":{"rust":""#), "{text}");
    }

    #[test]
    fn what_a_program_says_goes_out_word_for_word_if_it_has_a_name() {
        let given = |info: Value| told(&Telemetry::Given(info));
        let text = r#"{"version":"1","name":"mine","more":[1]}"#;
        assert_eq!(given(serde_json::from_str(text).unwrap()).unwrap(), text);
        assert_eq!(given(json!({ "name": "" })), None);
        assert_eq!(given(json!({ "name": 7 })), None);
        assert_eq!(told(&Telemetry::Off), None);
    }
}
