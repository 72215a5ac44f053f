//! Credentials as they come in requests: alone, or inside a client that is created.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::domain::profile::wire_time;
use crate::http::Context;
use crate::http::management_error::ManagementError;
use crate::keys::public_key::{Certificate, PublicKey, PublicKeyFault};
use crate::store::client_credentials::CredentialRow;

/// Where a client's body may carry credentials.
const PLACES: &[&[&str]] = &[
    &["client_authentication_methods", "private_key_jwt"],
    &["client_authentication_methods", "tls_client_auth"],
    &[
        "client_authentication_methods",
        "self_signed_tls_client_auth",
    ],
    &["signed_request_object"],
    &["token_vault_privileged_access"],
];

impl From<PublicKeyFault> for ManagementError {
    fn from(fault: PublicKeyFault) -> Self {
        Self::invalid_body(format!("Payload validation error: '{fault}'."))
    }
}

/// Reads one credential out of a body.
///
/// # Errors
///
/// 400 when a key or a certificate is missing or cannot be read.
pub(super) fn read(
    cx: &Context,
    given: &Map<String, Value>,
    now: Timestamp,
) -> Result<CredentialRow, ManagementError> {
    let text = |name: &str| given.get(name).and_then(Value::as_str);
    let mut row = CredentialRow {
        id: format!("cred_{}", cx.server.entropy.base58(22)),
        kid: String::new(),
        public_key: String::new(),
        document: Map::new(),
        created_at: now,
        expires_at: text("expires_at").map(moment).transpose()?,
    };
    let mut shown = json!({ "id": row.id });
    if let Some(name) = text("name") {
        shown["name"] = name.into();
    }
    let pem = || text("pem").ok_or_else(|| missing("pem"));
    let kind = text("credential_type").unwrap_or_default();
    match kind {
        "cert_subject_dn" => {
            shown["subject_dn"] = match text("subject_dn") {
                Some(subject) => subject.into(),
                None => Certificate::from_pem(pem()?)?.subject_dn.into(),
            };
        }
        "x509_cert" => {
            // Of any kind of key: it is compared, and nothing is verified with it.
            let certificate = Certificate::from_pem(pem()?).map_err(|_| not_a_certificate())?;
            shown["thumbprint_sha256"] = certificate.thumbprint_sha256.into();
            row.expires_at = row.expires_at.or(certificate.expires_at);
        }
        _ => {
            let key = PublicKey::parse(pem()?)?;
            row.kid = text("kid").unwrap_or(&key.thumbprint).to_owned();
            shown["kid"] = row.kid.as_str().into();
            shown["alg"] = text("alg").unwrap_or("RS256").into();
            if given.get("parse_expiry_from_cert") == Some(&json!(true)) {
                let certificate = key.certificate.ok_or_else(not_a_certificate)?;
                row.expires_at = certificate.expires_at;
            }
            row.public_key = key.pem;
        }
    }
    shown["credential_type"] = kind.into();
    if let Some(end) = row.expires_at {
        shown["expires_at"] = wire_time(end).into();
    }
    shown["created_at"] = wire_time(now).into();
    shown["updated_at"] = wire_time(now).into();
    row.document = shown.as_object().cloned().unwrap_or_default();
    Ok(row)
}

/// A moment of a body.
pub(super) fn moment(text: &str) -> Result<Timestamp, ManagementError> {
    text.parse().map_err(|_| {
        let sentence = format!("Object didn't pass validation for format date-time: {text}");
        ManagementError::invalid_body(format!(
            "Payload validation error: '{sentence}' on property expires_at."
        ))
    })
}

fn missing(name: &str) -> ManagementError {
    ManagementError::invalid_body(format!(
        "Payload validation error: 'Missing required property: {name}'."
    ))
}

fn not_a_certificate() -> ManagementError {
    ManagementError::invalid_body("Payload validation error: 'pem must be an X.509 certificate'.")
}

/// Takes the credentials out of a new client's body and leaves their ids in it. Answers the rows, and the body as
/// the answer shows it: with the credentials it made.
pub(super) fn take(
    cx: &Context,
    body: &mut Map<String, Value>,
    now: Timestamp,
) -> Result<(Vec<CredentialRow>, Map<String, Value>), ManagementError> {
    let mut rows = Vec::new();
    let mut shown = body.clone();
    for place in PLACES {
        let Some(given) = at(body, place).and_then(|list| list.as_array().cloned()) else {
            continue;
        };
        let (mut ids, mut documents) = (Vec::new(), Vec::new());
        for credential in given.iter().filter_map(Value::as_object) {
            let row = read(cx, credential, now)?;
            ids.push(json!({ "id": row.id }));
            documents.push(Value::from(row.document.clone()));
            rows.push(row);
        }
        if let Some(list) = at(body, place) {
            *list = ids.into();
        }
        if let Some(list) = at(&mut shown, place) {
            *list = documents.into();
        }
    }
    Ok((rows, shown))
}

/// The ids of credentials that a document names.
pub(super) fn ids(document: &mut Map<String, Value>) -> Vec<String> {
    let mut ids = Vec::new();
    for place in PLACES {
        let list = at(document, place).and_then(|list| list.as_array());
        let named = list
            .into_iter()
            .flatten()
            .filter_map(|credential| credential["id"].as_str());
        ids.extend(named.map(str::to_owned));
    }
    ids
}

/// The list of credentials at a place.
fn at<'d>(document: &'d mut Map<String, Value>, place: &[&str]) -> Option<&'d mut Value> {
    let (first, rest) = place.split_first()?;
    let mut found = document.get_mut(*first)?;
    for name in rest {
        found = found.get_mut(*name)?;
    }
    found.get_mut("credentials")
}
