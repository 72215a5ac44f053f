//! What a request tells of the journey that it is part of, for the entries of the log.

use std::sync::OnceLock;

use axum::http::HeaderMap;
use base64::Engine as _;
use base64::prelude::{
    BASE64_STANDARD, BASE64_STANDARD_NO_PAD, BASE64_URL_SAFE, BASE64_URL_SAFE_NO_PAD,
};
use serde_json::{Map, Value};

/// How many characters of a `correlation_id` are kept.
const LONGEST_CORRELATION: usize = 256;
/// How many levels of what an SDK tells of itself are kept: it names itself, its version and its surroundings.
const SDK_LEVELS: usize = 3;

/// Some of it stands in headers, some is known when parameters or the login's transaction are read.
#[derive(Debug, Default)]
pub(crate) struct Journey {
    /// The name that an application gives to what it does.
    correlation_id: OnceLock<String>,
    /// The trace that the request belongs to (W3C Trace Context).
    trace_id: Option<String>,
    /// The SDK, as it tells itself in `Auth0-Client`, or in `auth0Client` of `/authorize`.
    auth0_client: OnceLock<Value>,
}

impl Journey {
    /// Reads the headers, and the `correlation_id` of the query.
    pub(crate) fn read(headers: &HeaderMap, query: Option<&str>) -> Self {
        let header = |name: &str| headers.get(name)?.to_str().ok();
        let journey = Self {
            trace_id: header("traceparent").and_then(trace_id),
            ..Self::default()
        };
        let asked = query.filter(|query| query.contains("correlation_id="));
        let mut pairs = form_urlencoded::parse(asked.unwrap_or_default().as_bytes());
        let correlation_id = pairs.find(|(name, _)| name == "correlation_id");
        let correlation_id = correlation_id.map(|(_, value)| value);
        journey.learn(correlation_id.as_deref(), header("auth0-client"));
        journey
    }

    /// Notes what is not known yet.
    pub(crate) fn learn(&self, correlation_id: Option<&str>, auth0_client: Option<&str>) {
        if let Some(id) = correlation_id.filter(|id| !id.is_empty()) {
            let id = id.chars().take(LONGEST_CORRELATION).collect();
            self.correlation_id.get_or_init(|| id);
        }
        if self.auth0_client.get().is_none()
            && let Some(sdk) = auth0_client.and_then(sdk)
        {
            self.auth0_client.get_or_init(|| sdk);
        }
    }

    /// The SDK, if it told itself.
    pub(crate) fn auth0_client(&self) -> Option<&Value> {
        self.auth0_client.get()
    }

    /// `references` of a log entry.
    pub(crate) fn references(&self) -> Map<String, Value> {
        let ids = [
            ("correlation_id", self.correlation_id.get()),
            ("trace_id", self.trace_id.as_ref()),
        ];
        ids.into_iter()
            .filter_map(|(name, id)| Some((name.to_owned(), id?.as_str().into())))
            .collect()
    }
}

/// The trace of a `traceparent`: `00-TRACE-PARENT-FLAGS`.
fn trace_id(traceparent: &str) -> Option<String> {
    let trace = traceparent.split('-').nth(1)?;
    let is_hex = trace
        .bytes()
        .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    let is_trace = trace.len() == 32 && is_hex && trace.bytes().any(|byte| byte != b'0');
    is_trace.then(|| trace.to_owned())
}

/// Decodes `Auth0-Client`, JSON in any of the base64 alphabets that SDKs use. Anything else is ignored, and so are members
/// that no SDK sends: whoever wants can write this header.
fn sdk(encoded: &str) -> Option<Value> {
    if encoded.len() > 2048 {
        return None;
    }
    let alphabets = [
        BASE64_STANDARD,
        BASE64_URL_SAFE_NO_PAD,
        BASE64_URL_SAFE,
        BASE64_STANDARD_NO_PAD,
    ];
    let json = alphabets
        .iter()
        .find_map(|alphabet| alphabet.decode(encoded).ok())?;
    match serde_json::from_slice(&json).ok()? {
        Value::Object(members) => Some(texts(members, SDK_LEVELS).into()),
        _ => None,
    }
}

/// The members that are texts, and those of objects in it.
fn texts(members: Map<String, Value>, levels: usize) -> Map<String, Value> {
    let kept = |(name, value): (String, Value)| {
        let value = match value {
            Value::String(text) => text.into(),
            Value::Object(members) if levels > 1 => texts(members, levels - 1).into(),
            _ => return None,
        };
        Some((name, value))
    };
    members.into_iter().filter_map(kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_known_first_stays() {
        let mut headers = HeaderMap::new();
        let sdk = BASE64_STANDARD.encode(r#"{"name":"auth0-spa-js"}"#);
        headers.insert("auth0-client", sdk.parse().unwrap());
        let trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        headers.insert("traceparent", trace.parse().unwrap());
        let journey = Journey::read(&headers, Some("a=b&correlation_id=one%20two"));
        journey.learn(Some("three"), Some("e30"));
        let expected = json!({
            "correlation_id": "one two", "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736",
        });
        assert_eq!(Value::Object(journey.references()), expected);
        assert_eq!(
            journey.auth0_client(),
            Some(&json!({ "name": "auth0-spa-js" }))
        );
    }

    #[test]
    fn of_an_sdk_only_texts_are_kept_and_none_from_deep_within() {
        let nested = format!(r#"{}1{}"#, r#"{"a":"#.repeat(127), "}".repeat(127));
        assert_eq!(
            sdk(&BASE64_STANDARD.encode(nested)),
            Some(json!({ "a": { "a": {} } }))
        );
        let told = json!({ "name": "x", "env": { "node": "22", "more": [1] }, "version": 2 });
        assert_eq!(
            sdk(&BASE64_STANDARD.encode(told.to_string())),
            Some(json!({ "name": "x", "env": { "node": "22" } }))
        );
    }

    #[test]
    fn what_makes_no_sense_is_ignored() {
        let mut headers = HeaderMap::new();
        headers.insert("auth0-client", "%%%".parse().unwrap());
        headers.insert("traceparent", "00-0000-xyz".parse().unwrap());
        let journey = Journey::read(&headers, Some("correlation_id="));
        journey.learn(None, Some("W10"));
        assert!(journey.references().is_empty());
        assert_eq!(journey.auth0_client(), None);
        journey.learn(Some(&"x".repeat(1000)), None);
        let kept = &journey.references()["correlation_id"];
        assert_eq!(kept.as_str().unwrap().len(), 256);
    }
}
