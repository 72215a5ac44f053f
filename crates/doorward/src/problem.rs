//! What the APIs that users call say of a refusal.

use serde::Deserialize;

/// A refusal of the My Account or the My Organization API, in the manner of RFC 9457.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct Problem {
    /// An address that names the kind of problem: `https://auth0.com/api-errors/A0E-400-0003`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind in words.
    #[serde(default)]
    pub title: String,
    /// What happened this time.
    #[serde(default)]
    pub detail: Option<String>,
    /// What is wrong with the request, piece by piece.
    #[serde(default)]
    pub validation_errors: Vec<ValidationError>,
}

impl Problem {
    /// The code at the end of its kind: `A0E-400-0003`.
    pub fn code(&self) -> &str {
        self.kind.rsplit('/').next().unwrap_or_default()
    }
}

/// What is wrong with one piece of a request.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct ValidationError {
    /// What is wrong.
    #[serde(default)]
    pub detail: String,
    /// The name of the field.
    #[serde(default)]
    pub field: Option<String>,
    /// Where in the body it is (JSON pointer, RFC 6901).
    #[serde(default)]
    pub pointer: Option<String>,
    /// Which part of the request: `body`, `query`, …
    #[serde(default)]
    pub source: Option<String>,
}
