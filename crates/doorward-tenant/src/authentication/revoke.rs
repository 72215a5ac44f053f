//! `POST /oauth/revoke`: a refresh token ends (RFC 7009).

use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::{AuthenticationError, client_authentication};
use crate::domain::parameters::Parameters;
use crate::domain::settings::TenantSettings;
use crate::events::{Event, kind};
use crate::http::{Context, OAuthError};
use crate::store::grants::{self, GrantKey};
use crate::store::{self, StoreError, refresh_tokens};

/// Ends the token's family; with the tenant flag `revoke_refresh_token_grant`, all tokens of the user at this
/// client for the same API, and what the user allowed it there. A token that is unknown or another client's changes nothing, and the answer is the same.
pub(crate) async fn revoke(
    cx: Context,
    parameters: Result<Parameters, OAuthError>,
) -> Result<Response, AuthenticationError> {
    let parameters = parameters?;
    cx.learn(&parameters);
    let token = parameters.require("token")?.to_owned();
    let client = client_authentication::authenticate(&cx, &parameters).await?;
    let settings = cx.tenant.configuration.settings().await?;
    let (tenant, client_id) = (cx.tenant_id(), client.id.clone());
    let ended = cx
        .store()
        .write(move |db| end(db, &tenant, &client_id, &token, &settings))
        .await?;
    if let Some(user_id) = ended {
        let event = Event::new(kind::REFRESH_TOKEN_REVOKED, "Refresh token revoked");
        cx.record(&event.client(&client).user_id(user_id));
    }
    Ok(([(header::CONTENT_TYPE, "application/json")], "").into_response())
}

/// Ends what the token stands for; answers whose it was.
fn end(
    db: &mut store::Connection<'_>,
    tenant: &str,
    client_id: &str,
    token: &str,
    settings: &TenantSettings,
) -> Result<Option<String>, StoreError> {
    let Some(token) = refresh_tokens::find(db, tenant, client_id, token)? else {
        return Ok(None);
    };
    if settings.flag("revoke_refresh_token_grant") {
        grants::forget(db, tenant, &GrantKey::of(&token))?;
        let whose = (token.user_id.as_str(), client_id);
        refresh_tokens::end_for_audience(db, tenant, whose, &token.audience)?;
    } else {
        refresh_tokens::end_family(db, tenant, &token.family)?;
    }
    Ok(Some(token.user_id))
}
