//! `POST /tokeninfo`: the profile behind an ID token.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::{id_token, is_legacy, knows, require};
use crate::authentication::AuthenticationError;
use crate::domain::parameters::Parameters;
use crate::domain::user_document;
use crate::http::{Context, NO_STORE, OAuthError, Utf8Json};
use crate::store::{StoreError, users};

/// Tells whose token it is, if its client is a legacy one; `Unauthorized` of anything else.
pub(crate) async fn token_info(
    cx: Context,
    parameters: Result<Parameters, OAuthError>,
) -> Result<Response, AuthenticationError> {
    let parameters = parameters?;
    let token = require(&parameters, "id_token")?;
    let unauthorized = || (StatusCode::UNAUTHORIZED, "Unauthorized").into_response();
    let verified = id_token::verify(&cx, token).await?;
    let Some((client, claims)) = verified.filter(|(client, _)| is_legacy(client)) else {
        return Ok(unauthorized());
    };
    let (tenant, user_id, impersonator) = (cx.tenant_id(), claims.sub, claims.impersonator);
    let found: Result<_, StoreError> = cx
        .store()
        .read(move |db| users::find(db, &tenant, &user_id))
        .await;
    let Some(user) = found?.filter(|user| !user.is_blocked) else {
        return Ok(unauthorized());
    };
    // A client that signs with its secret can make such a token for anybody: it learns of its own users alone.
    if !knows(&cx, &client, &user).await? {
        return Ok(unauthorized());
    }
    let mut shown = user_document::show(&user);
    // What only applications see is not for whoever holds an ID token.
    shown.retain(|name, _| SHOWN.contains(&name.as_str()));
    if let Some(impersonator) = impersonator {
        shown.insert("impersonated".to_owned(), true.into());
        shown.insert("impersonator".to_owned(), impersonator);
    }
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
