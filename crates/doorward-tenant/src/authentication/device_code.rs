//! `POST /oauth/device/code`: a device asks for a code that a person confirms elsewhere (RFC 8628, 3.1).

use axum::Json;
use axum::response::{IntoResponse, Response};
use jiff::SignedDuration;
use serde::Serialize;
use serde_json::json;

use super::{AuthenticationError, authorization, client_authentication};
use crate::domain::authorization::REQUEST_BYTES;
use crate::domain::client::{Client, grant_type};
use crate::domain::device_code::{self, Asked, INTERVAL_SECONDS, LIFETIME_SECONDS, UserCodeFormat};
use crate::domain::parameters::Parameters;
use crate::events::{Event, kind};
use crate::http::{Context, NO_STORE, OAuthError};
use crate::keys::Unsealable;
use crate::store::device_codes::{self, UserCodeHash};
use crate::store::{self, StoreError};

/// How many user codes are drawn before giving up. The second is needed once in billions of times.
const DRAWS: usize = 5;

/// RFC 8628, 3.2.
#[derive(Serialize)]
struct DeviceAuthorization {
    device_code: String,
    user_code: String,
    verification_uri: String,
    /// Seconds.
    expires_in: i64,
    /// Seconds between polls.
    interval: i64,
    verification_uri_complete: String,
}

/// `POST /oauth/device/code`.
pub(crate) async fn authorize(
    cx: Context,
    parameters: Result<Parameters, OAuthError>,
) -> Result<Response, AuthenticationError> {
    let parameters = parameters?;
    let client = client_authentication::authenticate(&cx, &parameters).await?;
    match begin(&cx, &client, &parameters).await {
        Ok(answer) => Ok((NO_STORE, Json(answer)).into_response()),
        Err(error) => {
            let told = error.told();
            let event = Event::new(kind::DEVICE_AUTHORIZATION_FAILED, told.error_description);
            cx.record(
                &event
                    .client(&client)
                    .details(json!({ "error": told.error })),
            );
            Err(error)
        }
    }
}

async fn begin(
    cx: &Context,
    client: &Client,
    parameters: &Parameters,
) -> Result<DeviceAuthorization, AuthenticationError> {
    if !client.is_device() || !client.may_use(grant_type::DEVICE_CODE) {
        return Err(OAuthError::grant_not_allowed(grant_type::DEVICE_CODE).into());
    }
    if parameters.size() > REQUEST_BYTES {
        return Err(OAuthError::too_large().into());
    }
    let audience = parameters.get("audience");
    // Nobody is asked to let a device in to something that is not there.
    authorization::find_api(cx, audience).await?;
    let asked = Asked {
        scope: parameters.owned("scope").unwrap_or_default(),
        audience: audience.map(str::to_owned),
    };
    let settings = cx.tenant.configuration.settings().await?;
    let format = UserCodeFormat::of(&settings.document);
    let device_code = cx.server.entropy.secret::<32>();
    let user_code = keep(cx, client, asked, &device_code, &format).await?;
    let verification_uri = cx.tenant.names.url("activate");
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("user_code", &user_code)
        .finish();
    Ok(DeviceAuthorization {
        verification_uri_complete: format!("{verification_uri}?{query}"),
        device_code,
        user_code,
        verification_uri,
        expires_in: LIFETIME_SECONDS,
        interval: INTERVAL_SECONDS,
    })
}

/// Stores the device under a user code that no other has; answers that code as it is shown.
async fn keep(
    cx: &Context,
    client: &Client,
    asked: Asked,
    device_code: &str,
    format: &UserCodeFormat,
) -> Result<String, AuthenticationError> {
    let expires_at = cx
        .now()
        .checked_add(SignedDuration::from_secs(LIFETIME_SECONDS))
        .unwrap_or(jiff::Timestamp::MAX);
    for _ in 0..DRAWS {
        let drawn = cx.server.entropy.pick(format.alphabet(), format.length());
        let user_code = hash(cx, &drawn).map_err(StoreError::from)?;
        let (tenant, client_id) = (cx.tenant_id(), client.id.clone());
        let (device_code, asked) = (device_code.to_owned(), asked.clone());
        let unit = move |db: &mut store::Connection<'_>| {
            let codes = (device_code.as_str(), &user_code);
            device_codes::insert(db, &tenant, codes, (&client_id, &asked), expires_at)
        };
        let is_free: Result<bool, StoreError> = cx.store().write(unit).await;
        if is_free? {
            return Ok(format.show(&drawn));
        }
    }
    Err(OAuthError::server_error().into())
}

/// How a user code is kept, however it was typed. There are few enough to try them all, so the hash has a key.
pub(crate) fn hash(cx: &Context, typed: &str) -> Result<UserCodeHash, Unsealable> {
    let code = device_code::normalized(typed);
    cx.server
        .sealer
        .tag(&cx.tenant.id, "device_codes", code.as_bytes())
}
