//! The headers that tell every caller how much is left, and the answers to those who want more than `--limits auth0`
//! gives. Auth0 says the same in four forms: as JSON of either API, as text, and as a page.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, IntoResponseParts, Response, ResponseParts};
use serde_json::{Value, json};

use super::context::Meant;
use super::management_error::ManagementError;
use super::oauth_error::whole_seconds;
use super::{Context, NO_STORE, OAuthError};
use crate::events::{Event, kind};
use crate::login::answer;
use crate::protection::network;
use crate::protection::quota::Allowance;
use crate::protection::rate_limits::Limited;
use crate::server::Server;
use crate::settings::Limits;
use crate::tenant::Tenant;

const LIMIT: HeaderName = HeaderName::from_static("x-ratelimit-limit");
const REMAINING: HeaderName = HeaderName::from_static("x-ratelimit-remaining");
const RESET: HeaderName = HeaderName::from_static("x-ratelimit-reset");
/// What every refusal says, and the log.
pub(crate) const REACHED: &str = "Global limit has been reached";

impl Allowance {
    /// Adds the headers, unless the answer tells of a narrower limit already.
    pub(crate) fn write(self, headers: &mut HeaderMap) {
        if headers.contains_key(LIMIT) {
            return;
        }
        headers.insert(LIMIT, self.limit.into());
        headers.insert(REMAINING, self.remaining.into());
        headers.insert(RESET, self.reset.into());
        if let Some(wait) = self.wait {
            let seconds = HeaderValue::from(whole_seconds(wait));
            headers.insert(header::RETRY_AFTER, seconds);
        }
    }

    fn written(self, mut response: Response) -> Response {
        self.write(response.headers_mut());
        response
    }
}

impl IntoResponseParts for Allowance {
    type Error = std::convert::Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Self::Error> {
        self.write(parts.headers_mut());
        Ok(parts)
    }
}

/// Counts requests of the Management API.
pub(crate) async fn management(
    State(server): State<Arc<Server>>,
    Meant(tenant): Meant,
    request: Request,
    next: Next,
) -> Response {
    match count(&server, &tenant, Limited::Management, request).await {
        Ok((left, request)) => left.written(next.run(request).await),
        Err(Refused { left, .. }) => {
            let refusal = ManagementError::new(StatusCode::TOO_MANY_REQUESTS, REACHED);
            left.written(refusal.code("too_many_requests").into_response())
        }
    }
}

/// Counts requests of the Authentication API.
pub(crate) async fn authentication(
    State(server): State<Arc<Server>>,
    Meant(tenant): Meant,
    request: Request,
    next: Next,
) -> Response {
    match count(&server, &tenant, Limited::Authentication, request).await {
        Ok((left, request)) => left.written(next.run(request).await),
        Err(refused) if ["/userinfo", "/tokeninfo"].contains(&refused.path.as_str()) => {
            as_text(refused.left)
        }
        Err(refused) => OAuthError::too_many_requests(refused.left).into_response(),
    }
}

/// Counts requests of pages.
pub(crate) async fn pages(
    State(server): State<Arc<Server>>,
    Meant(tenant): Meant,
    request: Request,
    next: Next,
) -> Response {
    match count(&server, &tenant, Limited::Authentication, request).await {
        Ok((left, request)) => left.written(next.run(request).await),
        Err(refused) => {
            let page = answer::too_many_requests(&refused.cx).await;
            refused.left.written(page.into_response())
        }
    }
}

/// A request for a document that is the same for everybody: whose, and what is left.
pub(crate) struct Published {
    pub(crate) tenant: Arc<Tenant>,
    pub(crate) left: Allowance,
}

impl FromRequestParts<Arc<Server>> for Published {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, server: &Arc<Server>) -> Result<Self, Response> {
        let Ok(Meant(tenant)) = Meant::from_request_parts(parts, server).await;
        let now = server.clock.now();
        if server.settings.limits == Limits::None {
            let left = tenant.limits.tell(Limited::Authentication, now);
            return Ok(Self { tenant, left });
        }
        // The keys are asked for by those who check tokens, more often than people log in.
        let what = match parts.uri.path() {
            "/.well-known/jwks.json" => Limited::KeySet,
            _ => Limited::Authentication,
        };
        let left = tenant.limits.take(what, now);
        if !left.is_exceeded() {
            warn(server, &tenant, (what, left), parts).await;
            return Ok(Self { tenant, left });
        }
        let refused = Refused::note(server, parts, what, left).await;
        Err(if refused.path.ends_with("-configuration") {
            OAuthError::too_many_requests(left).into_response()
        } else {
            as_text(left)
        })
    }
}

/// Counts what is shown of one user. `None` where that has no limit.
///
/// # Errors
///
/// What is left, which tells how long to wait.
pub(crate) fn of_user(cx: &Context, user_id: &str) -> Result<Option<Allowance>, Allowance> {
    if cx.server.settings.limits == Limits::None {
        return Ok(None);
    }
    let (what, limits) = (Limited::UserInfo, &cx.tenant.limits);
    let left = limits.take_of(what, user_id, cx.now());
    if left.is_exceeded() {
        record(cx, what, left, ("GET", "/userinfo"));
        return Err(left);
    }
    if limits.is_warning(what, left, cx.now()) {
        record_warning(cx, left, ("GET", "/userinfo"));
    }
    Ok(Some(left))
}

/// 429 as plain text.
pub(crate) fn as_text(left: Allowance) -> Response {
    let refusal = (StatusCode::TOO_MANY_REQUESTS, NO_STORE, "Rate limit exceed");
    left.written(refusal.into_response())
}

/// A request that came too early.
struct Refused {
    cx: Context,
    path: String,
    left: Allowance,
}

/// Counts a request for all that has a limit, and tells of the narrowest.
async fn count(
    server: &Arc<Server>,
    tenant: &Tenant,
    all: Limited,
    request: Request,
) -> Result<(Allowance, Request), Refused> {
    if server.settings.limits == Limits::None {
        let left = tenant.limits.tell(all, server.clock.now());
        return Ok((left, request));
    }
    let (mut parts, body) = request.into_parts();
    let (what, left) = impose(server, tenant, all, &mut parts).await;
    if left.is_exceeded() {
        return Err(Refused::note(server, &mut parts, what, left).await);
    }
    warn(server, tenant, (what, left), &mut parts).await;
    Ok((left, Request::from_parts(parts, body)))
}

/// Notes in the log that a limit is nearly used up; once a minute for each.
async fn warn(
    server: &Arc<Server>,
    tenant: &Tenant,
    (what, left): (Limited, Allowance),
    parts: &mut Parts,
) {
    if tenant.limits.is_warning(what, left, server.clock.now()) {
        let Ok(cx) = Context::from_request_parts(parts, server).await;
        record_warning(&cx, left, (parts.method.as_str(), parts.uri.path()));
    }
}

fn record_warning(cx: &Context, left: Allowance, request: (&str, &str)) {
    let told = "Warning! Global limit usage is high";
    let details = details(cx, left, request);
    cx.record(&Event::new(kind::RATE_LIMIT_NEAR, told).details(details));
}

/// What is left of the endpoint's own limit, or of all endpoints' where that is used up or the only one.
async fn impose(
    server: &Arc<Server>,
    tenant: &Tenant,
    all: Limited,
    parts: &mut Parts,
) -> (Limited, Allowance) {
    let (limits, now) = (&tenant.limits, server.clock.now());
    let own = match (&parts.method, parts.uri.path()) {
        (_, "/oauth/token") => Some(Limited::Token),
        (&Method::POST, "/dbconnections/signup" | "/u/signup") => Some(Limited::SignUp),
        (&Method::POST, "/oauth/par") => Some(Limited::PushedRequest),
        (&Method::POST, "/oauth/device/code") => Some(Limited::DeviceCode),
        (_, path) if path == "/activate" || path.starts_with("/u/device") => {
            Some(Limited::DevicePrompt)
        }
        _ => None,
    };
    let own = match own {
        Some(Limited::Token) => Some((Limited::Token, limits.take(Limited::Token, now))),
        Some(what) => {
            let Ok(cx) = Context::from_request_parts(parts, server).await;
            Some((what, limits.take_of(what, network(cx.caller.ip), now)))
        }
        None => None,
    };
    match own {
        Some((what, left)) if left.is_exceeded() => (what, left),
        _ => {
            let left = limits.take(all, now);
            own.filter(|_| !left.is_exceeded()).unwrap_or((all, left))
        }
    }
}

impl Refused {
    async fn note(server: &Arc<Server>, parts: &mut Parts, what: Limited, left: Allowance) -> Self {
        let Ok(cx) = Context::from_request_parts(parts, server).await;
        let path = parts.uri.path().to_owned();
        record(&cx, what, left, (parts.method.as_str(), &path));
        Self { cx, path, left }
    }
}

/// Notes in the log that requests are refused; once a minute for each limit.
fn record(cx: &Context, what: Limited, left: Allowance, request: (&str, &str)) {
    if !cx.tenant.limits.is_news(what, cx.now()) {
        return;
    }
    let mut details = details(cx, left, request);
    details["response"] = json!({ "statusCode": 429 });
    cx.record(&Event::new(kind::RATE_LIMITED, REACHED).details(details));
}

fn details(cx: &Context, left: Allowance, (method, path): (&str, &str)) -> Value {
    // The path alone: a query may hold tokens.
    let shown: String = path.chars().take(300).collect();
    json!({
        "limit": { "limit": left.limit, "remaining": left.remaining, "reset": left.reset },
        "request": {
            "method": method, "path": shown, "ip": cx.caller.ip, "userAgent": cx.caller.user_agent,
        },
    })
}
