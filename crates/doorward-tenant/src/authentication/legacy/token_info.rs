//! `POST /tokeninfo`: the profile behind an ID token.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde::Deserialize;
use serde_json::Value;

use super::{is_legacy, require};
use crate::authentication::{AuthenticationError, client_authentication};
use crate::domain::client::Client;
use crate::domain::parameters::Parameters;
use crate::domain::user_document;
use crate::http::{Context, NO_STORE, OAuthError, Utf8Json};
use crate::keys;
use crate::store::{StoreError, users};

#[derive(Deserialize)]
struct Claims {
    sub: String,
    aud: String,
    exp: i64,
}

/// Tells whose token it is, if its client is a legacy one; `Unauthorized` of anything else.
pub(crate) async fn token_info(
    cx: Context,
    parameters: Result<Parameters, OAuthError>,
) -> Result<Response, AuthenticationError> {
    let parameters = parameters?;
    let token = require(&parameters, "id_token")?;
    let unauthorized = || (StatusCode::UNAUTHORIZED, "Unauthorized").into_response();
    // Read unverified to find the key: whose client says it is, decides how it must be signed.
    let Some(named) = jsonwebtoken::dangerous::insecure_decode::<Claims>(token).ok() else {
        return Ok(unauthorized());
    };
    let client = client_authentication::find(&cx, &named.claims.aud).await?;
    let Some(client) = client.filter(|client| is_legacy(client)) else {
        return Ok(unauthorized());
    };
    let Some(claims) = verify(&cx, &client, token) else {
        return Ok(unauthorized());
    };
    let (tenant, user_id) = (cx.tenant_id(), claims.sub);
    let found: Result<_, StoreError> = cx
        .store()
        .read(move |db| users::find(db, &tenant, &user_id))
        .await;
    let Some(user) = found?.filter(|user| !user.is_blocked) else {
        return Ok(unauthorized());
    };
    let mut shown = user_document::show(&user);
    // What only applications see is not for whoever holds an ID token.
    shown.retain(|name, _| SHOWN.contains(&name.as_str()));
    shown.insert("clientID".to_owned(), client.id.as_str().into());
    Ok((NO_STORE, Utf8Json(Value::Object(shown))).into_response())
}

/// The members of a profile that are told.
const SHOWN: &[&str] = &[
    "email_verified",
    "email",
    "username",
    "phone_number",
    "updated_at",
    "name",
    "given_name",
    "family_name",
    "picture",
    "user_id",
    "nickname",
    "identities",
    "created_at",
];

/// The claims of a token that this tenant made for the client and that has not expired.
fn verify(cx: &Context, client: &Client, token: &str) -> Option<Claims> {
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
    validation.validate_exp = false; // checked against the tenant's clock
    let claims = jsonwebtoken::decode::<Claims>(token, key, &validation)
        .ok()?
        .claims;
    (claims.exp > cx.now().as_second()).then_some(claims)
}
