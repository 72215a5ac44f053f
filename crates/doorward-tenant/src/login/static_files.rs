//! Stylesheets and scripts of the pages. Their paths change with their content.

use axum::extract::{OriginalUri, Path};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::{assets, brand};

const FOR_EVER: (HeaderName, HeaderValue) = (
    header::CACHE_CONTROL,
    HeaderValue::from_static("public, max-age=31536000, immutable"),
);

/// `GET /u/assets/{version}/{name}`.
pub(crate) async fn asset(OriginalUri(uri): OriginalUri) -> Response {
    let Some(asset) = assets::find(uri.path()) else {
        return nothing();
    };
    let media_type = (
        header::CONTENT_TYPE,
        HeaderValue::from_static(asset.media_type),
    );
    ([FOR_EVER, media_type], asset.body).into_response()
}

/// `GET /u/brand/{colours}.css`.
pub(crate) async fn brand(Path(file_name): Path<String>) -> Response {
    let Some(css) = brand::stylesheet(&file_name) else {
        return nothing();
    };
    let media_type = (
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/css; charset=utf-8"),
    );
    ([FOR_EVER, media_type], css).into_response()
}

fn nothing() -> Response {
    (StatusCode::NOT_FOUND, "Not Found").into_response()
}
