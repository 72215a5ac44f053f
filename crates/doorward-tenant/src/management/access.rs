//! Who may call the Management API: bearers of an access token of this tenant with the right scopes.

use std::sync::Arc;

use axum::http::header;
use jsonwebtoken::{Algorithm, Validation};
use serde::Deserialize;

use crate::domain::scope::Scope;
use crate::http::Context;
use crate::http::management_error::ManagementError;
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
}

impl Caller {
    /// The process itself, which may do everything.
    pub(super) fn process() -> Arc<Self> {
        Arc::new(Self {
            subject: "doorward".to_owned(),
            client_id: String::new(),
            scope: super::scopes().into_iter().collect(),
            expires_at: i64::MAX,
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
}

/// Reads and verifies the bearer token of a request.
///
/// # Errors
///
/// 401 without a token or with one that does not count, 400 with a header of another form.
pub(crate) fn authenticate(cx: &Context) -> Result<Arc<Caller>, ManagementError> {
    let Some(header) = cx.caller.headers.get(header::AUTHORIZATION) else {
        return Err(ManagementError::missing_authentication());
    };
    let bad_form = ManagementError::bad_authentication_header;
    let header = header.to_str().map_err(|_| bad_form())?;
    let (scheme, token) = header.split_once(' ').ok_or_else(bad_form)?;
    let is_jwt = token.split('.').count() == 3 && !token.contains(' ');
    if !scheme.eq_ignore_ascii_case("bearer") || !is_jwt {
        return Err(bad_form());
    }
    // Verifying costs 21 µs; the same token comes with every request of a client.
    let hash = sha256(token.as_bytes());
    let known = cx.tenant.verified_tokens.get(&hash);
    let caller = match known {
        Some(caller) => caller,
        None => {
            let caller = Arc::new(verify(cx, token)?);
            cx.tenant.verified_tokens.insert(hash, Arc::clone(&caller));
            caller
        }
    };
    if caller.expires_at <= cx.now().as_second() {
        let expired = "Expired token received for JSON Web Token validation";
        return Err(ManagementError::invalid_token(expired));
    }
    Ok(caller)
}

fn verify(cx: &Context, token: &str) -> Result<Caller, ManagementError> {
    let invalid = || ManagementError::invalid_token("Invalid token");
    let header = jsonwebtoken::decode_header(token).map_err(|_| invalid())?;
    if header.alg != Algorithm::RS256 {
        return Err(invalid());
    }
    let keys = cx.tenant.signing_keys();
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
    Ok(Caller {
        client_id: claims.azp.or(claims.client_id).unwrap_or_default(),
        subject: claims.sub,
        scope: Scope::parse(&claims.scope),
        expires_at: claims.exp,
    })
}
