//! Who may call the Management API: bearers of an access token of this tenant with the right scopes.

use std::sync::Arc;

use axum::http::header;
use jsonwebtoken::{Algorithm, Validation};
use serde::Deserialize;

use crate::authentication::dpop::{self, DpopError};
use crate::domain::possession::{Confirmation, Held};
use crate::domain::scope::{CURRENT_USER, Scope};
use crate::http::Context;
use crate::http::management_error::ManagementError;
use crate::keys::SigningKeys;
use crate::secret::sha256;

/// An access token that was verified.
#[derive(Debug)]
pub(crate) struct Caller {
    /// `CLIENT_ID@clients`, or a user id.
    pub(crate) subject: String,
    /// The client the token was issued to.
    pub(crate) client_id: String,
    pub(crate) scope: Scope,
    /// Seconds since 1970.
    expires_at: i64,
    confirmation: Option<Confirmation>,
}

impl Caller {
    /// The process itself, which may do everything.
    pub(super) fn process() -> Arc<Self> {
        Arc::new(Self {
            subject: "doorward".to_owned(),
            client_id: String::new(),
            scope: super::scopes().into_iter().collect(),
            expires_at: i64::MAX,
            confirmation: None,
        })
    }
}

#[derive(Deserialize)]
struct Claims {
    sub: String,
    exp: i64,
    #[serde(default)]
    scope: String,
    azp: Option<String>,
    client_id: Option<String>,
    cnf: Option<Confirmation>,
}

/// Reads and verifies the access token of a request, which comes as Bearer or with a proof.
///
/// # Errors
///
/// 401 without a bearer token or with one that does not count, 400 with one of another form.
pub(crate) async fn authenticate(
    cx: &Context,
    (method, path): (&str, &str),
) -> Result<Arc<Caller>, ManagementError> {
    let Some(header) = cx.caller.headers.get(header::AUTHORIZATION) else {
        return Err(ManagementError::missing_authentication());
    };
    let bad_form = ManagementError::bad_authentication_header;
    let header = header.to_str().map_err(|_| bad_form())?;
    let (scheme, token) = header.split_once(' ').unwrap_or((header, ""));
    let is_dpop = scheme.eq_ignore_ascii_case("dpop");
    if !is_dpop && !scheme.eq_ignore_ascii_case("bearer") {
        return Err(ManagementError::missing_authentication());
    }
    if token.split('.').count() != 3 || token.contains(' ') {
        return Err(bad_form());
    }
    let (hash, keys) = (sha256(token.as_bytes()), cx.tenant.signing_keys());
    let verify = |keys: &SigningKeys| verify(cx, keys, token);
    let caller = cx.tenant.verified_tokens.get(hash, keys, verify)?;
    if caller.expires_at <= cx.now().as_second() {
        let expired = "Expired token received for JSON Web Token validation";
        return Err(ManagementError::invalid_token(expired));
    }
    let asked = dpop::Asked {
        method,
        path,
        access_token: Some(token),
        needs_nonce: false,
    };
    let key = match is_dpop {
        true => Some(asked.required_key(cx).await.map_err(refused)?),
        false => None,
    };
    let held = Held {
        key: key.as_deref(),
        ..cx.held()
    };
    if !Confirmation::lets_pass(caller.confirmation.as_ref(), held) {
        let bound = "The token is bound to a key or certificate that was not presented with it";
        return Err(ManagementError::invalid_token(bound));
    }
    Ok(caller)
}

fn refused(error: DpopError) -> ManagementError {
    match error {
        DpopError::Fault(fault) => ManagementError::invalid_token(fault.to_string()),
        DpopError::Store(error) => error.into(),
    }
}

fn verify(cx: &Context, keys: &SigningKeys, token: &str) -> Result<Caller, ManagementError> {
    let invalid = || ManagementError::invalid_token("Invalid token");
    let header = jsonwebtoken::decode_header(token).map_err(|_| invalid())?;
    if header.alg != Algorithm::RS256 {
        return Err(invalid());
    }
    let kid = header.kid.ok_or_else(invalid)?;
    let key = keys.verifier(&kid).ok_or_else(invalid)?;
    let names = &cx.tenant.names;
    let mut validation = Validation::new(Algorithm::RS256);
    validation.set_audience(&[&names.management_audience]);
    validation.set_issuer(&[&names.issuer]);
    validation.set_required_spec_claims(&["exp", "aud", "iss"]);
    validation.validate_exp = false; // checked against the tenant's clock
    let claims = jsonwebtoken::decode::<Claims>(token, key, &validation)
        .map_err(|error| match error.kind() {
            jsonwebtoken::errors::ErrorKind::InvalidSignature => ManagementError::invalid_token(
                "Invalid signature received for JSON Web Token validation",
            ),
            _ => invalid(),
        })?
        .claims;
    let scope = Scope::parse(&claims.scope);
    Ok(Caller {
        client_id: claims.azp.or(claims.client_id).unwrap_or_default(),
        // Users act on themselves alone, whatever their token says.
        scope: if is_client(&claims.sub) {
            scope
        } else {
            scope.filter(|name| CURRENT_USER.contains(&name))
        },
        subject: claims.sub,
        expires_at: claims.exp,
        confirmation: claims.cnf,
    })
}

/// Whether a subject is a client that acts for itself. A user id has a `|`, and may end in anything.
fn is_client(subject: &str) -> bool {
    subject.ends_with("@clients") && !subject.contains('|')
}

#[cfg(test)]
mod tests {
    use super::is_client;

    #[test]
    fn no_user_passes_for_a_client() {
        assert!(is_client("wSg3ZLZdMWJyZPlmZ8XdTnMKrbfJbOoT@clients"));
        assert!(!is_client("auth0|x@clients"));
        assert!(!is_client("auth0|65f0c1d2e3a4b5c6d7e8f901"));
    }
}
