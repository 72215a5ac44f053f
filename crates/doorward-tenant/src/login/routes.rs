//! The paths of Universal Login. None of them answers other origins: cookies speak here.

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

use super::prompts::{consent, login, login_id};
use super::{authorize, resume, static_files};
use crate::server::Server;

/// All routes of this folder.
pub(crate) fn routes() -> Router<Arc<Server>> {
    Router::new()
        .route("/authorize", get(authorize::get).post(authorize::post))
        .route("/authorize/resume", get(resume::get))
        .route("/u/login", get(login::get).post(login::post))
        .route(
            "/u/login/identifier",
            get(login_id::get).post(login_id::post),
        )
        .route(
            "/u/login/password",
            get(login::get_password).post(login::post_password),
        )
        .route("/u/consent", get(consent::get).post(consent::post))
        .route("/u/assets/{version}/{name}", get(static_files::asset))
        .route("/u/brand/{file_name}", get(static_files::brand))
}
