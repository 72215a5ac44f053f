//! `GET /.well-known/openid-configuration` and its kin: what the tenant offers (OIDC Discovery, RFC 8414).

use std::sync::{Arc, Mutex, PoisonError};

use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use serde_json::{Value, json};

use super::AuthenticationError;
use crate::domain::settings::TenantSettings;
use crate::http::rate_limit::Published;
use crate::keys::certificate;
use crate::protection::quota::Allowance;
use crate::tenant::Names;

/// Headers of documents that anybody may read and keep for a while, from pages of any origin.
const HEADERS: [(HeaderName, HeaderValue); 4] = [
    (
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json; charset=utf-8"),
    ),
    (
        header::CACHE_CONTROL,
        HeaderValue::from_static(
            "public, max-age=15, stale-while-revalidate=15, stale-if-error=86400",
        ),
    ),
    (
        header::ACCESS_CONTROL_ALLOW_ORIGIN,
        HeaderValue::from_static("*"),
    ),
    (
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    ),
];

/// The last document that was written, with the settings it was written from.
#[derive(Default)]
pub(crate) struct LastDocument(Mutex<Option<(Arc<TenantSettings>, Bytes)>>);

impl LastDocument {
    /// The document for these settings, written anew only when they are others than last time.
    fn of(&self, names: &Names, settings: Arc<TenantSettings>) -> Bytes {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*last {
            Some((known, written)) if Arc::ptr_eq(known, &settings) => written.clone(),
            _ => {
                let written = Bytes::from(document(names, &settings).to_string());
                *last = Some((settings, written.clone()));
                written
            }
        }
    }
}

/// `GET /.well-known/openid-configuration` and `GET /.well-known/oauth-authorization-server`.
pub(crate) async fn configuration(
    Published { tenant, left }: Published,
) -> Result<Response, AuthenticationError> {
    let settings = tenant.configuration.settings().await?;
    let document = tenant.discovery.of(&tenant.names, settings);
    Ok((HEADERS, left, document).into_response())
}

/// `GET /.well-known/jwks.json`: the public keys that verify this tenant's tokens.
pub(crate) async fn jwks(Published { tenant, left }: Published) -> Response {
    (HEADERS, left, tenant.signing_keys().jwks()).into_response()
}

/// `GET /pem` and `GET /rawpem`: the certificate of the key that signs now, as PEM.
pub(crate) async fn certificate_as_pem(Published { tenant, left }: Published) -> Response {
    let keys = tenant.signing_keys();
    let pem = certificate::pem("CERTIFICATE", keys.certificate());
    as_file("application/x-pem-file", left, pem)
}

/// `GET /cer`: the same in DER.
pub(crate) async fn certificate_as_der(Published { tenant, left }: Published) -> Response {
    let keys = tenant.signing_keys();
    as_file("application/pkix-cert", left, keys.certificate().to_vec())
}

/// `GET /pb7`: the same as PKCS #7.
pub(crate) async fn certificate_as_pkcs7(Published { tenant, left }: Published) -> Response {
    let keys = tenant.signing_keys();
    let pkcs7 = certificate::pkcs7(keys.certificate());
    as_file("application/x-pkcs7-certificates", left, pkcs7)
}

fn as_file(content_type: &'static str, left: Allowance, content: impl IntoResponse) -> Response {
    let content_type = HeaderValue::from_static(content_type);
    let mut response = (HEADERS, left, content).into_response();
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, content_type);
    response
}

/// The document, members in the order Auth0 sends them.
fn document(names: &Names, settings: &TenantSettings) -> Value {
    let url = |path: &str| Value::from(names.url(path));
    let mut document = json!({
        "issuer": names.issuer,
        "authorization_endpoint": url("authorize"),
        "token_endpoint": url("oauth/token"),
        "device_authorization_endpoint": url("oauth/device/code"),
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
        "request_parameter_supported": true,
        "id_token_signing_alg_values_supported": ["HS256", "RS256", "PS256"],
        "request_object_signing_alg_values_supported": ["RS256", "RS384", "PS256"],
        "dpop_signing_alg_values_supported": ["ES256"],
    });
    if is_mtls_announced(settings) {
        announce_mtls(names, settings, &mut document);
    }
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

fn is_mtls_announced(settings: &TenantSettings) -> bool {
    let mtls = settings.document.get("mtls");
    mtls.is_some_and(|mtls| mtls["enable_endpoint_aliases"] == true)
}

/// RFC 8705, 3.3 and 5.
fn announce_mtls(names: &Names, settings: &TenantSettings, document: &mut Value) {
    if let Some(methods) = document["token_endpoint_auth_methods_supported"].as_array_mut() {
        methods.extend(["tls_client_auth", "self_signed_tls_client_auth"].map(Value::from));
    }
    document["tls_client_certificate_bound_access_tokens"] = true.into();
    let mut aliases = json!({
        "token_endpoint": names.mtls_url("oauth/token"),
        "device_authorization_endpoint": names.mtls_url("oauth/device/code"),
        "userinfo_endpoint": names.mtls_url("userinfo"),
        "revocation_endpoint": names.mtls_url("oauth/revoke"),
    });
    if settings.is_on("pushed_authorization_requests_supported") {
        aliases["pushed_authorization_request_endpoint"] = names.mtls_url("oauth/par").into();
    }
    document["mtls_endpoint_aliases"] = aliases;
}
