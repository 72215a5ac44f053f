//! `/oidc/logout`: OpenID Connect RP-Initiated Logout 1.0, with its confirmation page `/u/logout`.

use std::sync::Arc;

use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use jsonwebtoken::{DecodingKey, Validation};
use serde::Deserialize;

use super::{allowed, end_session, first, is_allowed, notice, without_cookie};
use crate::authentication::client_authentication;
use crate::domain::authorization::Query;
use crate::domain::client::Client;
use crate::domain::parameters::Parameters;
use crate::http::Context;
use crate::keys::Algorithm;
use crate::login::answer::{LoginError, brand, page, redirect};
use crate::login::cookies::Cookies;
use crate::login::failure::{Failure, parameters};
use crate::login::form::Form;
use crate::login::origin::is_same_origin;
use crate::login::pages::Shell;
use crate::login::pages::screens::{Problem, Screen};
use crate::login::{sso, texts};

/// What an ID token says that comes as a hint. It may have expired long ago.
#[derive(Debug, Deserialize)]
struct Hint {
    aud: String,
    #[serde(default)]
    sid: Option<String>,
}

/// A request to log out, checked.
struct LogoutRequest {
    client: Option<Arc<Client>>,
    /// Where to go afterwards, with the application's `state`.
    target: Option<String>,
    /// The session that the application speaks for.
    sid: Option<String>,
    /// All parameters, for the confirmation page to carry on.
    query: String,
}

/// `GET /oidc/logout`.
pub(crate) async fn get(cx: Context, RawQuery(query): RawQuery) -> Result<Response, LoginError> {
    log_out(&cx, query.unwrap_or_default().as_bytes()).await
}

/// `POST /oidc/logout`.
pub(crate) async fn post(cx: Context, Form(form): Form) -> Result<Response, LoginError> {
    log_out(&cx, &form).await
}

async fn log_out(cx: &Context, encoded: &[u8]) -> Result<Response, LoginError> {
    let request = LogoutRequest::read(cx, encoded).await?;
    let cookies = Cookies::read(&cx.caller.headers);
    let current = sso::current(cx, &cookies).await?;
    let Some((session, _)) = current else {
        return finish(cx, &request).await;
    };
    if request.sid.as_deref() == Some(session.id.as_str()) || !confirms(cx).await? {
        end_session(cx, &cookies, request.client.as_deref()).await?;
        return finish(cx, &request).await;
    }
    // The application does not prove that it means this session: the person decides.
    Ok(redirect(&format!("/u/logout?{}", request.query)))
}

/// Whether the tenant asks people; it does unless it was told not to.
async fn confirms(cx: &Context) -> Result<bool, LoginError> {
    let settings = cx.tenant.configuration.settings().await?;
    let logout = settings.document.get("oidc_logout");
    let asked = logout.and_then(|logout| logout["rp_logout_end_user_confirmation"].as_bool());
    Ok(asked.unwrap_or(true))
}

/// `GET /u/logout`: the confirmation page.
pub(crate) async fn show(cx: Context, RawQuery(query): RawQuery) -> Result<Response, LoginError> {
    let request = LogoutRequest::read(&cx, query.unwrap_or_default().as_bytes()).await?;
    ask(&cx, &request, StatusCode::OK, &[]).await
}

async fn ask(
    cx: &Context,
    request: &LogoutRequest,
    status: StatusCode,
    problems: &[Problem],
) -> Result<Response, LoginError> {
    let settings = cx.tenant.configuration.settings().await?;
    let brand = brand(cx, &settings);
    let screen = Screen {
        shell: Shell::new(&brand),
        state: "",
        client_name: request.client.as_deref().map(|client| client.name.as_str()),
        problems,
    };
    page(&settings, status, &screen.logout())
}

/// `POST /u/logout`: yes or no. The request stands in the query still.
pub(crate) async fn confirm(
    cx: Context,
    RawQuery(query): RawQuery,
    Form(form): Form,
) -> Result<Response, LoginError> {
    if !is_same_origin(&cx) {
        return Failure::foreign_form().show(&cx, None).await;
    }
    let request = LogoutRequest::read(&cx, query.unwrap_or_default().as_bytes()).await?;
    match parameters(&cx, &form).await?.get("action") {
        Some("accept") => {}
        Some("deny") => return notice(&cx, "Still logged in", "Nothing was changed.").await,
        _ => {
            let problems = [texts::alert(texts::INVALID_ACTION)];
            return ask(&cx, &request, StatusCode::BAD_REQUEST, &problems).await;
        }
    }
    let cookies = Cookies::read(&cx.caller.headers);
    end_session(&cx, &cookies, request.client.as_deref()).await?;
    finish(&cx, &request).await
}

async fn finish(cx: &Context, request: &LogoutRequest) -> Result<Response, LoginError> {
    Ok(without_cookie(match &request.target {
        Some(target) => redirect(target),
        None => {
            notice(
                cx,
                "Logged out",
                "You are logged out of all applications here.",
            )
            .await?
        }
    }))
}

impl LogoutRequest {
    async fn read(cx: &Context, encoded: &[u8]) -> Result<Self, LoginError> {
        let parameters = parameters(cx, encoded).await?;
        match Self::understand(cx, &parameters).await? {
            Ok(request) => Ok(Self {
                query: String::from_utf8_lossy(encoded).into_owned(),
                ..request
            }),
            Err(description) => Err(Failure::logout(description).show(cx, None).await?.into()),
        }
    }

    /// Reads what belongs together; the inner error says what does not.
    async fn understand(
        cx: &Context,
        parameters: &Parameters,
    ) -> Result<Result<Self, &'static str>, LoginError> {
        let named = parameters.get("client_id");
        let hint = match parameters.get("id_token_hint") {
            Some(token) => match read_hint(cx, token).await? {
                Some(hint) => Some(hint),
                None => return Ok(Err("id_token_hint is not an ID token of this tenant")),
            },
            None => None,
        };
        if let (Some(named), Some(hint)) = (named, &hint)
            && named != hint.aud
        {
            return Ok(Err("client_id does not match id_token_hint"));
        }
        let logout_hint = parameters.get("logout_hint");
        let of_token = hint.as_ref().and_then(|hint| hint.sid.as_deref());
        if let (Some(logout_hint), Some(sid)) = (logout_hint, of_token)
            && logout_hint != sid
        {
            return Ok(Err("logout_hint does not match id_token_hint"));
        }
        let client_id = hint.as_ref().map(|hint| hint.aud.as_str()).or(named);
        let client = match client_id {
            Some(client_id) => match client_authentication::find(cx, client_id).await? {
                Some(client) => Some(client),
                None => return Ok(Err("Unknown client")),
            },
            None => None,
        };
        let urls = allowed(cx, client.as_deref()).await?;
        let target = match parameters.get("post_logout_redirect_uri") {
            Some(asked) if is_allowed(&urls, asked, Query::Counts) => Some(asked.to_owned()),
            Some(_) => {
                return Ok(Err(
                    "post_logout_redirect_uri is not defined as a valid URL in \
                               \"Allowed Logout URLs\"",
                ));
            }
            None if hint.is_none() && client.is_some() => first(&urls).map(str::to_owned),
            None => None,
        };
        Ok(Ok(Self {
            target: target.map(|target| with_state(&target, parameters.get("state"))),
            sid: logout_hint.or(of_token).map(str::to_owned),
            client,
            query: String::new(),
        }))
    }
}

fn with_state(target: &str, state: Option<&str>) -> String {
    let Some(state) = state else {
        return target.to_owned();
    };
    let state = form_urlencoded::Serializer::new(String::new())
        .append_pair("state", state)
        .finish();
    let (address, fragment) = match target.split_once('#') {
        Some((address, fragment)) => (address, format!("#{fragment}")),
        None => (target, String::new()),
    };
    let separator = if address.contains('?') { '&' } else { '?' };
    format!("{address}{separator}{state}{fragment}")
}

/// Verifies an ID token of this tenant, expired or not.
async fn read_hint(cx: &Context, token: &str) -> Result<Option<Hint>, LoginError> {
    let Ok(header) = jsonwebtoken::decode_header(token) else {
        return Ok(None);
    };
    // Only to find the key; nothing in here counts before the signature is verified.
    let Ok(unverified) = jsonwebtoken::dangerous::insecure_decode_claims::<Hint>(token) else {
        return Ok(None);
    };
    let Some(client) = client_authentication::find(cx, &unverified.aud).await? else {
        return Ok(None);
    };
    let algorithm: Option<jsonwebtoken::Algorithm> = client.id_token_algorithm.name().parse().ok();
    if algorithm != Some(header.alg) {
        return Ok(None);
    }
    let mut validation = Validation::new(header.alg);
    validation.validate_exp = false;
    validation.set_required_spec_claims(&["aud", "iss"]);
    validation.set_issuer(&[&cx.tenant.names.issuer]);
    validation.set_audience(&[&client.id]);
    let keys = cx.tenant.signing_keys();
    let of_secret = DecodingKey::from_secret(client.secret.expose().as_bytes());
    let key = match client.id_token_algorithm {
        Algorithm::Hs256 => Some(&of_secret),
        Algorithm::Rs256 | Algorithm::Ps256 => {
            header.kid.as_deref().and_then(|kid| keys.verifier(kid))
        }
    };
    let Some(key) = key else { return Ok(None) };
    let read = jsonwebtoken::decode::<Hint>(token, key, &validation);
    Ok(read.ok().map(|read| read.claims))
}
