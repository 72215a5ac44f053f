//! ID tokens as credentials, as these endpoints take them.

use std::sync::Arc;

use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde::Deserialize;
use serde_json::Value;

use crate::authentication::{AuthenticationError, client_authentication};
use crate::domain::client::Client;
use crate::http::Context;
use crate::keys;

/// What counts of an ID token.
#[derive(Deserialize)]
pub(super) struct Claims {
    pub(super) sub: String,
    aud: String,
    /// Seconds since 1970.
    pub(super) exp: i64,
    /// Who stands in the user's place.
    pub(super) impersonator: Option<Value>,
}

/// The client that an ID token was made for and what it says; `None` unless this tenant made it and it has not
/// expired.
pub(super) async fn verify(
    cx: &Context,
    token: &str,
) -> Result<Option<(Arc<Client>, Claims)>, AuthenticationError> {
    // Read unverified to find the key: whose client says it is, decides how it must be signed.
    let Ok(named) = jsonwebtoken::dangerous::insecure_decode::<Claims>(token) else {
        return Ok(None);
    };
    let Some(client) = client_authentication::find(cx, &named.claims.aud).await? else {
        return Ok(None);
    };
    let claims = claims(cx, &client, token);
    Ok(claims.map(|claims| (client, claims)))
}

fn claims(cx: &Context, client: &Client, token: &str) -> Option<Claims> {
    let header = jsonwebtoken::decode_header(token).ok()?;
    let signing_keys = cx.tenant.signing_keys();
    let secret = DecodingKey::from_secret(client.secret.expose().as_bytes());
    // The client decides what its tokens are signed with, not their header.
    let (algorithms, key) = match client.id_token_algorithm {
        keys::Algorithm::Hs256 => (vec![Algorithm::HS256], &secret),
        _ => (
            vec![Algorithm::RS256, Algorithm::PS256],
            signing_keys.verifier(&header.kid?)?,
        ),
    };
    let mut validation = Validation::new(*algorithms.first()?);
    validation.algorithms = algorithms;
    validation.set_audience(&[&client.id]);
    validation.set_issuer(&[&cx.tenant.names.issuer]);
    validation.set_required_spec_claims(&["exp", "aud", "iss", "sub"]);
    validation.validate_exp = false; // checked against the tenant's clock
    let claims = jsonwebtoken::decode::<Claims>(token, key, &validation)
        .ok()?
        .claims;
    (claims.exp > cx.now().as_second()).then_some(claims)
}
