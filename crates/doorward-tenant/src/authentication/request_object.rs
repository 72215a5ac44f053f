//! Authorization requests that their client has signed (JAR, RFC 9101).

use axum::http::StatusCode;
use jsonwebtoken::Header;
use serde_json::{Map, Value};

use super::client_keys;
use crate::domain::authorization::{REQUEST_BYTES, RequestObjectFault, request_object};
use crate::domain::client::Client;
use crate::domain::parameters::Parameters;
use crate::http::{Context, OAuthError};

/// What the header of a request object calls it.
const TYPE: &str = "oauth-authz-req+jwt";

/// Whether a JWT says that it is a request object, and so nothing else.
pub(super) fn is_one(header: &Header) -> bool {
    let typ = header.typ.as_deref().unwrap_or_default();
    typ.eq_ignore_ascii_case(TYPE)
}

/// The parameters that count: those of the request object before those beside it.
///
/// # Errors
///
/// When it is not the client's, or not for now; when there is none although the client wants all its requests signed.
pub(crate) fn resolve(
    cx: &Context,
    client: &Client,
    parameters: Parameters,
) -> Result<Parameters, RequestObjectFault> {
    let rules = &client.request_objects;
    let Some(jwt) = parameters.get("request") else {
        if rules.is_required {
            return Err(RequestObjectFault::Required);
        }
        return Ok(parameters);
    };
    if jwt.len() > REQUEST_BYTES {
        return Err(RequestObjectFault::TooLarge);
    }
    let is_meant = |header: &Header| {
        let typ = header.typ.as_deref();
        is_one(header) || typ.is_none_or(|typ| typ.eq_ignore_ascii_case("jwt"))
    };
    let claims: Option<Map<String, Value>> =
        client_keys::verified(cx, &rules.keys, jwt, &["aud", "iss"], is_meant);
    let claims = claims.ok_or(RequestObjectFault::Signature)?;
    let now = cx.now().as_second();
    let resolved = request_object::merge(claims, &client.id, now, parameters)?;
    if resolved.size() > REQUEST_BYTES {
        return Err(RequestObjectFault::TooLarge);
    }
    Ok(resolved)
}

impl From<RequestObjectFault> for OAuthError {
    fn from(fault: RequestObjectFault) -> Self {
        match fault {
            RequestObjectFault::TooLarge => Self::too_large(),
            _ => Self::new(StatusCode::BAD_REQUEST, fault.code(), fault.to_string()),
        }
    }
}
