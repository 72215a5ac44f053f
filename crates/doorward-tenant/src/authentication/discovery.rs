//! `GET /.well-known/openid-configuration` and its kin: what the tenant offers (OIDC Discovery, RFC 8414).

use axum::Json;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::AuthenticationError;
use crate::domain::settings::TenantSettings;
use crate::http::Context;
use crate::tenant::Names;

const CACHEABLE: &str = "public, max-age=15, stale-while-revalidate=15, stale-if-error=86400";

/// `GET /.well-known/openid-configuration` and `GET /.well-known/oauth-authorization-server`.
pub(crate) async fn configuration(cx: Context) -> Result<Response, AuthenticationError> {
    let settings = cx.tenant.configuration.settings().await?;
    let document = document(&cx.tenant.names, &settings);
    Ok(([(header::CACHE_CONTROL, CACHEABLE)], Json(document)).into_response())
}

/// `GET /.well-known/jwks.json`: the public keys that verify this tenant's tokens.
pub(crate) async fn jwks(cx: Context) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/json; charset=utf-8"),
        (header::CACHE_CONTROL, CACHEABLE),
    ];
    (headers, cx.tenant.signing_keys().jwks()).into_response()
}

/// The document, members in the order Auth0 sends them.
fn document(names: &Names, settings: &TenantSettings) -> Value {
    let url = |path: &str| Value::from(names.url(path));
    let mut document = json!({
        "issuer": names.issuer,
        "authorization_endpoint": url("authorize"),
        "token_endpoint": url("oauth/token"),
        "userinfo_endpoint": url("userinfo"),
        "jwks_uri": url(".well-known/jwks.json"),
        "revocation_endpoint": url("oauth/revoke"),
        "scopes_supported": [
            "openid", "profile", "offline_access", "name", "given_name", "family_name", "nickname",
            "email", "email_verified", "picture", "created_at", "identities", "phone", "address",
        ],
        "response_types_supported": [
            "code", "token", "id_token", "code token", "code id_token", "token id_token",
            "code token id_token",
        ],
        "code_challenge_methods_supported": ["S256"],
        "response_modes_supported": ["query", "fragment", "form_post"],
        "subject_types_supported": ["public"],
        "token_endpoint_auth_methods_supported": [
            "client_secret_basic", "client_secret_post", "private_key_jwt", "none",
        ],
        "token_endpoint_auth_signing_alg_values_supported": ["RS256", "RS384", "PS256"],
        "claims_supported": [
            "aud", "auth_time", "created_at", "email", "email_verified", "exp", "family_name",
            "given_name", "iat", "identities", "iss", "name", "nickname", "phone_number", "picture", "sub",
        ],
        "grant_types_supported": super::token::GRANT_TYPES,
        "request_uri_parameter_supported": false,
        "request_parameter_supported": false,
        "id_token_signing_alg_values_supported": ["HS256", "RS256", "PS256"],
    });
    let is_logout_announced = settings.document.get("oidc_logout").is_none_or(|logout| {
        logout["rp_logout_end_session_endpoint_discovery"]
            .as_bool()
            .unwrap_or(true)
    });
    if is_logout_announced {
        document["end_session_endpoint"] = url("oidc/logout");
    }
    if settings.is_on("pushed_authorization_requests_supported") {
        document["pushed_authorization_request_endpoint"] = url("oauth/par");
    }
    if settings.is_on("authorization_response_iss_parameter_supported") {
        document["authorization_response_iss_parameter_supported"] = true.into();
    }
    document
}
