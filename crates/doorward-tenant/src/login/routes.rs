//! The paths of Universal Login. None of them answers other origins: cookies speak here.

use std::sync::Arc;

use axum::Router;
use axum::middleware;
use axum::response::IntoResponse;
use axum::routing::get;

use super::prompts::{
    confirmation, consent, device, email_verification, login, login_id, logout, passwordless,
    reset_password, reset_request, signup, unblock,
};
use super::{authorize, resume, static_files};
use crate::authentication::passwordless::verify_redirect;
use crate::http::{NO_STORE, rate_limit};
use crate::server::Server;

/// HEAD, which scanners of mail and previews of links send, where a GET does something: it does nothing
/// (RFC 9110, 9.2.1).
pub(crate) async fn untouched() -> impl IntoResponse {
    NO_STORE
}

/// All routes of this folder.
pub(crate) fn routes(server: &Arc<Server>) -> Router<Arc<Server>> {
    let counted = middleware::from_fn_with_state(Arc::clone(server), rate_limit::pages);
    pages()
        .layer(counted)
        .route("/u/assets/{version}/{name}", get(static_files::asset))
        .route("/u/brand/{file_name}", get(static_files::brand))
}

/// What people come to, and what sends them there.
fn pages() -> Router<Arc<Server>> {
    Router::new()
        .route(
            "/authorize",
            get(authorize::get).head(untouched).post(authorize::post),
        )
        .route(
            "/activate",
            get(device::get).head(untouched).post(device::post),
        )
        .route("/authorize/resume", get(resume::get).head(untouched))
        .route("/u/login", get(login::get).post(login::post))
        .route(
            "/u/login/identifier",
            get(login_id::get).post(login_id::post),
        )
        .route(
            "/u/login/password",
            get(login::get_password).post(login::post_password),
        )
        .route(
            "/u/login/passwordless-email-code",
            get(passwordless::get).post(passwordless::post),
        )
        .route(
            "/u/login/passwordless-sms-otp",
            get(passwordless::get).post(passwordless::post),
        )
        .route(
            "/passwordless/verify_redirect",
            get(verify_redirect::get).head(untouched),
        )
        .route("/u/signup", get(signup::get).post(signup::post))
        .route(
            "/u/login/password-reset-start/{connection}",
            get(reset_request::start),
        )
        .route(
            "/u/reset-password/request/{connection}",
            get(reset_request::get).post(reset_request::post),
        )
        .route("/u/reset-password", get(reset_password::verify))
        .route("/u/reset-verify", get(reset_password::verify))
        .route(
            "/u/reset-password/change",
            get(reset_password::get).post(reset_password::post),
        )
        .route(
            "/u/email-verification",
            get(email_verification::get).post(email_verification::post),
        )
        .route("/unblock", get(unblock::get).post(unblock::post))
        .route("/v2/logout", get(logout::get_v2).head(untouched))
        .route("/logout", get(logout::get_v2).head(untouched))
        .route(
            "/oidc/logout",
            get(logout::get_oidc)
                .head(untouched)
                .post(logout::post_oidc),
        )
        .route("/u/logout", get(logout::show).post(logout::confirm))
        .route("/u/consent", get(consent::get).post(consent::post))
        .route(
            confirmation::PATH,
            get(confirmation::get).post(confirmation::post),
        )
}
