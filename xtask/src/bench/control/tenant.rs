//! A tenant that believes everybody: what a gateway asks for its sessions, and nothing else.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{KeyPair as _, RsaKeyPair};
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use http_body_util::BodyExt;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};

use super::server::as_json;
use crate::run::Fault;

/// How long its tokens are good, in seconds: longer than any measurement.
const LIFE: u64 = 864_000;
/// About as long as an access token with a few scopes.
const FILLING: usize = 700;

/// Its users, `user0` and so on.
pub(in crate::bench) const USERS: usize = 1000;

/// The key that signs ID tokens, those that it has signed, and how many access tokens were given.
pub(super) struct Tenant {
    key: EncodingKey,
    public: Value,
    /// One for each user, signed once: a signature costs more than everything that is measured.
    id_tokens: Vec<OnceLock<Option<String>>>,
    issued: AtomicU64,
}

impl Tenant {
    pub(super) fn make() -> Result<Self, Fault> {
        let unusable = |_| Fault::Unexpected("aws-lc-rs makes no key".into());
        let pair = RsaKeyPair::generate(KeySize::Rsa2048).map_err(unusable)?;
        let der: Pkcs8V1Der<'_> = pair.as_der().map_err(unusable)?;
        let pem = format!(
            "-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n",
            BASE64_STANDARD.encode(der.as_ref())
        );
        let number = |bytes: &[u8]| BASE64_URL_SAFE_NO_PAD.encode(bytes);
        let public = pair.public_key();
        Ok(Self {
            key: EncodingKey::from_rsa_pem(pem.as_bytes())
                .map_err(|error| Fault::Unexpected(format!("not a key: {error}")))?,
            public: json!({
                "kty": "RSA", "use": "sig", "alg": "RS256", "kid": "k1",
                "n": number(public.modulus().big_endian_without_leading_zero()),
                "e": number(public.exponent().big_endian_without_leading_zero()),
            }),
            id_tokens: vec![OnceLock::new(); USERS],
            issued: AtomicU64::new(0),
        })
    }

    pub(super) async fn answer(&self, request: Request) -> Response {
        let (head, body) = request.into_parts();
        let host = head.headers.get("host").and_then(|host| host.to_str().ok());
        let issuer = format!("http://{}/", host.unwrap_or_default());
        let answer = match head.uri.path() {
            "/.well-known/openid-configuration" => {
                json!({ "issuer": issuer, "jwks_uri": format!("{issuer}keys") })
            }
            "/keys" => json!({ "keys": [self.public] }),
            "/oauth/token" => {
                let body = body.collect().await.unwrap_or_default().to_bytes();
                match self.tokens(&issuer, &body) {
                    Some(tokens) => tokens,
                    None => return StatusCode::BAD_REQUEST.into_response(),
                }
            }
            _ => return StatusCode::NOT_FOUND.into_response(),
        };
        as_json(answer.to_string())
    }

    /// Tokens for the user of a password or of a refresh token.
    fn tokens(&self, issuer: &str, form: &[u8]) -> Option<Value> {
        let field = |wanted: &str| {
            let found = form_urlencoded::parse(form).find(|(name, _)| name == wanted);
            found.map(|(_, value)| value.into_owned())
        };
        let user = match field("refresh_token") {
            Some(token) => token.split(' ').next()?.to_owned(),
            None => field("username")?,
        };
        let number = self.issued.fetch_add(1, Ordering::Relaxed);
        let kept = self
            .id_tokens
            .get(user.strip_prefix("user")?.parse::<usize>().ok()?)?;
        let id_token = kept.get_or_init(|| self.id_token(issuer, &user, &field("client_id")?));
        Some(json!({
            "access_token": format!("{number}-{}", "a".repeat(FILLING)),
            "refresh_token": format!("{user} {number}"),
            "id_token": id_token.as_ref()?,
            "token_type": "Bearer", "expires_in": LIFE, "scope": "openid profile email offline_access",
        }))
    }

    fn id_token(&self, issuer: &str, user: &str, client_id: &str) -> Option<String> {
        let mut header = Header::new(Algorithm::RS256);
        header.kid = Some("k1".to_owned());
        let now = jsonwebtoken::get_current_timestamp();
        let claims = json!({
            "iss": issuer, "sub": format!("auth0|{user}"), "aud": client_id,
            "iat": now, "exp": now + LIFE,
            "email": format!("{user}@example.com"), "email_verified": true, "name": user, "nickname": user,
            "picture": "https://s.gravatar.com/avatar/1.png", "updated_at": "2026-01-01T00:00:00.000Z",
        });
        jsonwebtoken::encode(&header, &claims, &self.key).ok()
    }
}
