//! `GET` and `POST /userinfo`: what the scopes of an access token show of its user (OIDC Core, 5.3).

use std::sync::Arc;

use axum::extract::RawQuery;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jsonwebtoken::Validation;
use serde::Deserialize;
use serde_json::Value;

use super::AuthenticationError;
use super::dpop::{self, DpopError};
use super::tokens::UserInfoClaims;
use crate::domain::dpop::DpopFault;
use crate::domain::impersonation::Impersonator;
use crate::domain::parameters::Parameters;
use crate::domain::possession::Confirmation;
use crate::domain::scope::Scope;
use crate::http::{Context, NO_STORE, OAuthError, Utf8Json, rate_limit};
use crate::keys::SigningKeys;
use crate::protection::quota::Allowance;
use crate::secret::sha256;
use crate::store::users;

/// Why `/userinfo` tells nothing.
#[derive(Debug, thiserror::Error)]
pub(crate) enum UserInfoError {
    #[error("no token")]
    Missing,
    #[error("{0}")]
    Token(&'static str),
    #[error("{0}")]
    Proof(DpopFault),
    #[error("the token lacks the scope openid")]
    Scope,
    #[error("asked too often for this user")]
    TooMany(Allowance),
    #[error(transparent)]
    Other(#[from] AuthenticationError),
}

impl IntoResponse for UserInfoError {
    fn into_response(self) -> Response {
        let (status, error) = match &self {
            Self::Missing => (StatusCode::UNAUTHORIZED, None),
            Self::Token(_) => (StatusCode::UNAUTHORIZED, Some("invalid_token")),
            Self::Proof(fault) => (StatusCode::UNAUTHORIZED, Some(dpop::code(*fault))),
            Self::Scope => (StatusCode::FORBIDDEN, Some("insufficient_scope")),
            Self::TooMany(left) => return rate_limit::as_text(*left),
            Self::Other(_) => {
                let Self::Other(error) = self else {
                    return StatusCode::INTERNAL_SERVER_ERROR.into_response();
                };
                return error.into_response();
            }
        };
        // RFC 9449, 7.1.
        let scheme = match &self {
            Self::Proof(_) => "DPoP algs=\"ES256\",",
            _ => "Bearer",
        };
        let challenge = match error {
            None => format!("{scheme} realm=\"Users\""),
            Some(error) => {
                format!("{scheme} realm=\"Users\", error=\"{error}\", error_description=\"{self}\"")
            }
        };
        let text = status.canonical_reason().unwrap_or_default();
        let mut response = (status, NO_STORE, text).into_response();
        if let Ok(challenge) = HeaderValue::from_str(&challenge) {
            response
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, challenge);
        }
        response
    }
}

/// `/userinfo`.
pub(crate) async fn userinfo(
    cx: Context,
    method: Method,
    RawQuery(query): RawQuery,
    body: Result<Parameters, OAuthError>,
) -> Response {
    let mut response = show(cx.clone(), method, query, body).await.into_response();
    dpop::offer_nonce(&cx, response.headers_mut());
    response
}

/// The token comes as Bearer or with a proof, in the query, or in the body of a POST; in one of them only.
async fn show(
    cx: Context,
    method: Method,
    query: Option<String>,
    body: Result<Parameters, OAuthError>,
) -> Result<Response, UserInfoError> {
    let body = if method == Method::POST {
        body.map_err(AuthenticationError::from)?
    } else {
        Parameters::default()
    };
    let query = Parameters::parse(query.unwrap_or_default().as_bytes())
        .map_err(|fault| AuthenticationError::from(OAuthError::from(fault)))?;
    let presented = cx.header(header::AUTHORIZATION.as_str());
    let (scheme, credentials) = presented
        .and_then(|header| header.split_once(' '))
        .unwrap_or_default();
    let is_dpop = scheme.eq_ignore_ascii_case("dpop");
    let is_token = is_dpop || scheme.eq_ignore_ascii_case("bearer");
    let tokens = [
        is_token.then(|| credentials.trim()),
        body.get("access_token"),
        query.get("access_token"),
    ];
    let mut tokens = tokens.into_iter().flatten();
    let token = tokens.next().ok_or(UserInfoError::Missing)?;
    if tokens.next().is_some() {
        let twice = OAuthError::invalid_request("The access token was sent in more than one place");
        return Err(AuthenticationError::from(twice).into());
    }
    // The token first: what comes without a good one leaves no trace, such as that of a proof.
    let shown = read(&cx, token)?;
    let key = match is_dpop {
        true => Some(proven_key(&cx, &method, token).await?),
        false => None,
    };
    if !Confirmation::lets_pass(shown.confirmation.as_ref(), cx.clone().holding(key).held()) {
        let told = "The token is bound to a key or certificate that was not presented with it";
        return Err(UserInfoError::Token(told));
    }
    let scope = &shown.scope;
    if !scope.contains("openid") {
        return Err(UserInfoError::Scope);
    }
    let left = rate_limit::of_user(&cx, &shown.user_id).map_err(UserInfoError::TooMany)?;
    let (tenant, wanted) = (cx.tenant_id(), shown.user_id.clone());
    let user = cx
        .store()
        .read(move |db| users::find(db, &tenant, &wanted))
        .await;
    let user = user.map_err(AuthenticationError::from)?;
    let user = user.ok_or(UserInfoError::Token("The user does not exist anymore"))?;
    if user.is_blocked {
        return Err(UserInfoError::Token("The user is blocked"));
    }
    let mut claims = serde_json::Map::new();
    claims.insert("sub".to_owned(), user.user_id.into());
    claims.extend(
        user.profile
            .claims(|name| scope.contains(name), user.updated_at),
    );
    if let Some(impersonator) = &shown.impersonator {
        impersonator.write(&mut claims);
    }
    Ok((NO_STORE, left, Utf8Json(Value::Object(claims))).into_response())
}

/// The thumbprint of the key whose possession comes with the token.
async fn proven_key(cx: &Context, method: &Method, token: &str) -> Result<Arc<str>, UserInfoError> {
    let asked = dpop::Asked {
        method: method.as_str(),
        path: "/userinfo",
        access_token: Some(token),
        needs_nonce: false,
    };
    asked.required_key(cx).await.map_err(|error| match error {
        DpopError::Fault(fault) => UserInfoError::Proof(fault),
        DpopError::Store(error) => UserInfoError::Other(error.into()),
    })
}

#[derive(Deserialize)]
struct AccessTokenClaims {
    sub: String,
    exp: i64,
    #[serde(default)]
    scope: String,
    cnf: Option<Confirmation>,
    act: Option<Impersonator>,
}

/// Whom an access token lets its bearer see, and how much of them.
#[derive(Debug)]
pub(crate) struct Shown {
    user_id: String,
    scope: Scope,
    /// Seconds since 1970.
    expires_at: i64,
    confirmation: Option<Confirmation>,
    impersonator: Option<Impersonator>,
}

impl From<AccessTokenClaims> for Shown {
    fn from(claims: AccessTokenClaims) -> Self {
        Self {
            user_id: claims.sub,
            scope: Scope::parse(&claims.scope),
            expires_at: claims.exp,
            confirmation: claims.cnf,
            impersonator: claims.act,
        }
    }
}

/// What a token stands for, whoever holds it: sealed for `/userinfo`, or signed for an API that shares it.
fn read(cx: &Context, token: &str) -> Result<Arc<Shown>, UserInfoError> {
    let shown = match UserInfoClaims::open(cx, token)? {
        Some(sealed) => Arc::new(Shown {
            user_id: sealed.sub,
            scope: Scope::parse(&sealed.scope),
            expires_at: sealed.exp,
            confirmation: sealed.cnf,
            impersonator: sealed.act,
        }),
        None => signed(cx, token)?,
    };
    if shown.expires_at <= cx.now().as_second() {
        return Err(UserInfoError::Token("The token has expired"));
    }
    Ok(shown)
}

/// A signed token; verified once, then known by its hash.
fn signed(cx: &Context, token: &str) -> Result<Arc<Shown>, UserInfoError> {
    const BAD_SIGNATURE: UserInfoError = UserInfoError::Token(
        "The access token signature could not be validated. Please use a token of this tenant.",
    );
    let (hash, keys) = (sha256(token.as_bytes()), cx.tenant.signing_keys());
    let known = &cx.tenant.verified_for_userinfo;
    known.get(hash, keys, |keys| {
        let claims = verify(cx, keys, token).ok_or(BAD_SIGNATURE)?;
        Ok(Shown::from(claims))
    })
}

fn verify(cx: &Context, keys: &SigningKeys, token: &str) -> Option<AccessTokenClaims> {
    let header = jsonwebtoken::decode_header(token).ok()?;
    let key = keys.verifier(&header.kid?)?;
    // The key decides what it signs with; the header may only choose among that.
    let mut validation = Validation::new(jsonwebtoken::Algorithm::RS256);
    validation.algorithms = vec![
        jsonwebtoken::Algorithm::RS256,
        jsonwebtoken::Algorithm::PS256,
    ];
    validation.set_audience(&[&cx.tenant.names.userinfo_audience]);
    validation.set_issuer(&[&cx.tenant.names.issuer]);
    validation.set_required_spec_claims(&["exp", "aud", "iss", "sub"]);
    validation.validate_exp = false; // checked against the tenant's clock
    Some(
        jsonwebtoken::decode::<AccessTokenClaims>(token, key, &validation)
            .ok()?
            .claims,
    )
}
