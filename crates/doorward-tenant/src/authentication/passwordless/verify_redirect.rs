//! `GET /passwordless/verify_redirect`: a magic link logs in and goes to the application.

use axum::extract::RawQuery;
use axum::response::Response;

use super::{codes, redemption};
use crate::authentication::{AuthenticationError, client_authentication};
use crate::domain::authorization::{AuthorizationRequest, Destination, Untrusted};
use crate::domain::connection::Strategy;
use crate::domain::passwordless::PasswordlessFault;
use crate::domain::scope::{OFFLINE_ACCESS, Scope};
use crate::events::{Event, kind};
use crate::http::Context;
use crate::login::answer::LoginError;
use crate::login::authorize;
use crate::login::cookies::Cookies;
use crate::login::decision::blocked;
use crate::login::failure::{Failure, parameters};
use crate::login::respond;
use crate::login::sso::NewSession;
use crate::login::texts;
use crate::store::StoreError;

/// Follows a link. Only the code in it counts: what the application gets was said when the link
/// was asked for.
pub(crate) async fn get(cx: Context, RawQuery(query): RawQuery) -> Result<Response, LoginError> {
    let link = parameters(&cx, query.unwrap_or_default().as_bytes()).await?;
    let wrong = || Failure::invalid_request("Wrong email or verification code.");
    let (Some(name), Some(address), Some(code)) = (
        link.get("connection"),
        link.get("email"),
        link.get("verification_code"),
    ) else {
        return wrong().show(&cx, None).await;
    };
    let connection = cx.tenant.configuration.connection_named(name).await?;
    let Some(connection) = connection.filter(|known| known.strategy == Strategy::Email) else {
        return wrong().show(&cx, None).await;
    };
    let from = (address, cx.caller.ip);
    let code = match redemption::check(&cx, (None, &connection), from, code).await? {
        Ok(code) => code,
        Err(fault) => {
            let event = Event::new(kind::LOGIN_FAILED, "Magic link refused").user_name(address);
            let event = event.connection(&connection);
            cx.record(&event.details(redemption::failure_details(fault)));
            let failure = match fault {
                PasswordlessFault::Wrong => wrong(),
                other => Failure::invalid_request(other.to_string()),
            };
            return failure.show(&cx, None).await;
        }
    };
    let detail = &code.detail;
    if detail.state.is_some() {
        return Failure::invalid_request(texts::PASSWORDLESS_NO_SESSION)
            .show(&cx, None)
            .await;
    }
    let Some(client) = client_authentication::find(&cx, &detail.client_id).await? else {
        return wrong().show(&cx, None).await;
    };
    if !connection.is_enabled_for(&client.id) {
        return Failure::invalid_request("the connection is not enabled")
            .show(&cx, Some(&client))
            .await;
    }
    let mut asked = parameters(&cx, detail.authorize_query.as_bytes()).await?;
    if asked.get("response_type").is_none() {
        asked = asked.with("response_type", "code");
    }
    if asked.get("redirect_uri").is_none()
        && let Some(first) = client.callbacks.first()
    {
        asked = asked.with("redirect_uri", first);
    }
    let destination = match Destination::read(&asked, &client) {
        Ok(destination) => destination,
        Err(Untrusted::Callback(url)) => {
            return Failure::callback_mismatch(&url)
                .show(&cx, Some(&client))
                .await;
        }
        Err(Untrusted::MissingRedirectUri) => {
            let missing = Failure::invalid_request("Missing required parameter: redirect_uri");
            return missing.show(&cx, Some(&client)).await;
        }
    };
    let mut request = match AuthorizationRequest::read(&asked, &client, destination.clone()) {
        Ok(request) => request,
        Err(error) => return respond::refuse(&cx, &client, &destination, &error).await,
    };
    // A link in a mailbox is not worth a login that lasts for months.
    request.scope = Scope::parse(&request.scope)
        .filter(|name| name != OFFLINE_ACCESS)
        .to_string();
    let user = match codes::user_of(&cx, &connection, address).await {
        Ok(user) => user,
        Err(AuthenticationError::Refused(refused)) if refused.status.is_client_error() => {
            return Failure::invalid_request(refused.error_description)
                .show(&cx, None)
                .await;
        }
        Err(failed) => return Err(failed.into()),
    };
    if user.is_blocked {
        return respond::refuse(&cx, &client, &destination, &blocked()).await;
    }
    let cookies = Cookies::read(&cx.caller.headers);
    let new = NewSession::begin(&cx, &cookies, &user, &connection).await?;
    let (tenant, stored) = (cx.tenant_id(), new.clone());
    let kept = cx
        .store()
        .write(move |db| Ok::<_, StoreError>(code.spend(db)? && stored.store(db, &tenant)?));
    if !kept.await? {
        return wrong().show(&cx, Some(&client)).await;
    }
    let cookies = Cookies {
        session: Some(new.handle.clone()),
        ..cookies
    };
    authorize::begin(&cx, &client, request, &cookies).await
}
