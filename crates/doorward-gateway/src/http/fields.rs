//! Bodies and queries, read into named fields.

use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, Request};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde_json::{Map, Value};

use crate::error::GatewayError;

/// Largest body of every endpoint but the import.
const LIMIT_BYTES: usize = 1024 * 1024;
/// Longest wait for such a body.
const PATIENCE: Duration = Duration::from_secs(15);

/// The fields of a JSON object, a form or a query.
pub(crate) enum Fields {
    Json(Map<String, Value>),
    Pairs(Vec<(String, String)>),
}

impl Fields {
    /// The parameters of a query string.
    pub(crate) fn of_query(query: Option<&str>) -> Self {
        Self::Pairs(pairs(query.unwrap_or_default().as_bytes()))
    }

    /// A text field that may be given once. An empty one counts as absent.
    ///
    /// # Errors
    ///
    /// 400 when it is not a string, or given twice.
    pub(crate) fn text(&self, name: &str) -> Result<Option<&str>, GatewayError> {
        let text = match self {
            Self::Json(object) => match object.get(name) {
                None | Some(Value::Null) => None,
                Some(Value::String(text)) => Some(text.as_str()),
                Some(_) => return Err(GatewayError::bad(format!("{name} must be a string"))),
            },
            Self::Pairs(pairs) => {
                let mut given = pairs.iter().filter(|(given, _)| given == name);
                let first = given.next().map(|(_, value)| value.as_str());
                if given.next().is_some() {
                    return Err(GatewayError::bad(format!("{name} is given more than once")));
                }
                first
            }
        };
        Ok(text.filter(|text| !text.is_empty()))
    }

    /// A text field that must be there.
    ///
    /// # Errors
    ///
    /// 400 when it is missing, empty, not a string, or given twice.
    pub(crate) fn required(&self, name: &str) -> Result<&str, GatewayError> {
        self.text(name)?
            .ok_or_else(|| GatewayError::bad(format!("{name} is required")))
    }
}

/// The parameters of a query string or form, decoded.
pub(crate) fn pairs(encoded: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(encoded).into_owned().collect()
}

/// Reads a body that is a JSON object.
///
/// # Errors
///
/// 413, 415, or 400 when it is not an object.
pub(crate) async fn json_object(
    request: Request<Body>,
) -> Result<Map<String, Value>, GatewayError> {
    if !is_json(request.headers()) {
        return Err(GatewayError::UnsupportedMediaType("application/json"));
    }
    object(&bytes(request.into_body()).await?)
}

/// Reads a body that is a JSON object or a form.
///
/// # Errors
///
/// As [`json_object`].
pub(crate) async fn json_or_form(request: Request<Body>) -> Result<Fields, GatewayError> {
    if is_json(request.headers()) {
        return object(&bytes(request.into_body()).await?).map(Fields::Json);
    }
    if media_type(request.headers()).is_some_and(|kind| kind == "application/x-www-form-urlencoded")
    {
        return Ok(Fields::Pairs(pairs(&bytes(request.into_body()).await?)));
    }
    Err(GatewayError::UnsupportedMediaType(
        "application/json or application/x-www-form-urlencoded",
    ))
}

/// Reads a whole body of at most 1 MiB.
async fn bytes(body: Body) -> Result<Bytes, GatewayError> {
    let collecting = Limited::new(body, LIMIT_BYTES).collect();
    let collected = tokio::time::timeout(PATIENCE, collecting).await;
    match collected.map_err(|_| GatewayError::TooSlow)? {
        Ok(collected) => Ok(collected.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(GatewayError::TooLarge(LIMIT_BYTES)),
        Err(_) => Err(GatewayError::bad("the body could not be read")),
    }
}

fn object(bytes: &[u8]) -> Result<Map<String, Value>, GatewayError> {
    match serde_json::from_slice(bytes) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err(GatewayError::bad("the body must be a JSON object")),
        Err(_) => Err(GatewayError::bad("the body is not valid JSON")),
    }
}

/// A missing type is taken as JSON.
fn is_json(headers: &HeaderMap) -> bool {
    media_type(headers).is_none_or(|kind| kind == "application/json")
}

/// The media type without its parameters, in lower case. One that cannot be read is none we know.
fn media_type(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(CONTENT_TYPE)?;
    let text = value.to_str().unwrap_or("unreadable");
    Some(
        text.split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase(),
    )
}
