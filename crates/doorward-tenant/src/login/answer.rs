//! Pages and redirects as HTTP answers, with the headers that protect them.

use askama::Template;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

use super::brand::{Brand, Support};
use super::pages::{ErrorPage, Shell};
use crate::authentication::AuthenticationError;
use crate::authentication::sign_in::SignInFault;
use crate::domain::settings::TenantSettings;
use crate::hashing::HashingError;
use crate::http::rate_limit::REACHED;
use crate::http::{Context, OAuthError};
use crate::keys::Unsealable;
use crate::store::StoreError;

/// Nothing is loaded from elsewhere but images, and nothing inline runs.
///
/// `form-action` is left open: browsers apply it to every redirect after a form, and a login ends
/// at whatever address the application is at.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; \
    img-src 'self' data: https:; base-uri 'none'";

/// Why a page could not be shown.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LoginError {
    #[error("store failed")]
    Store(#[from] StoreError),
    #[error("page not rendered")]
    Render(#[from] askama::Error),
    #[error("password not checked")]
    Hashing(#[from] HashingError),
    #[error("a sealed value did not open")]
    Sealed(#[from] Unsealable),
    #[error("a message was not written as JSON")]
    Json(#[from] serde_json::Error),
    #[error("the Authentication API failed")]
    Authentication(#[from] AuthenticationError),
    /// Not a failure: the request has its answer already, and the rest of the handler is skipped.
    #[error("answered")]
    Answered(Box<Response>),
}

impl From<SignInFault> for LoginError {
    fn from(fault: SignInFault) -> Self {
        Self::Authentication(fault.into())
    }
}

impl From<OAuthError> for LoginError {
    fn from(error: OAuthError) -> Self {
        Self::Authentication(error.into())
    }
}

impl From<Response> for LoginError {
    fn from(answer: Response) -> Self {
        Self::Answered(Box::new(answer))
    }
}

impl IntoResponse for LoginError {
    fn into_response(self) -> Response {
        if let Self::Answered(answer) = self {
            return *answer;
        }
        let told = match &self {
            Self::Hashing(HashingError::Overloaded) => OAuthError::overloaded(),
            Self::Store(error) if error.is_overload() => OAuthError::overloaded(),
            Self::Authentication(error) => error.told(),
            _ => OAuthError::server_error(),
        };
        let is_ours = told.status.is_server_error();
        if is_ours {
            let error: &dyn std::error::Error = &self;
            tracing::error!(error, source = error.source(), "a page could not be shown");
        }
        let brand = Brand::plain("Login");
        let page = ErrorPage {
            shell: Shell::new(&brand),
            heading: "Something went wrong",
            text: "Please try again in a moment.",
            error: told.error,
            description: if is_ours { "" } else { &told.error_description },
            tracking: "",
        };
        match render(&page, told.status, true) {
            Ok(response) => response,
            Err(_) => told.into_response(),
        }
    }
}

/// 429: the tenant takes no more requests for now. A redirect to the tenant's own error page would be one more.
pub(crate) async fn too_many_requests(cx: &Context) -> Result<Response, LoginError> {
    let settings = cx.tenant.configuration.settings().await?;
    let brand = brand(cx, &settings);
    let template = ErrorPage {
        shell: Shell::new(&brand),
        heading: "Too many requests",
        text: "This site gets more requests than it takes. Wait a moment and try again.",
        error: "too_many_requests",
        description: REACHED,
        tracking: "",
    };
    page(&settings, StatusCode::TOO_MANY_REQUESTS, &template)
}

/// How this tenant looks.
pub(crate) fn brand(cx: &Context, settings: &TenantSettings) -> Brand {
    let support = settings
        .text("support_url")
        .map(|url| Support::Page(url.to_owned()));
    let email = || {
        settings
            .text("support_email")
            .map(|email| Support::Email(email.to_owned()))
    };
    let name = settings
        .text("friendly_name")
        .unwrap_or(&cx.tenant.names.tenant);
    let is_web = |url: &&str| url.starts_with("https://") || url.starts_with("http://");
    Brand {
        logo_url: settings
            .text("picture_url")
            .filter(is_web)
            .map(str::to_owned),
        support: support
            .filter(|support| matches!(support, Support::Page(url) if is_web(&url.as_str())))
            .or_else(email),
        ..Brand::plain(name)
    }
}

/// A page with the tenant's headers.
pub(crate) fn page(
    settings: &TenantSettings,
    status: StatusCode,
    template: &impl Template,
) -> Result<Response, LoginError> {
    let is_framed_by_nobody = !settings.flag("disable_clickjack_protection_headers");
    Ok(render(template, status, is_framed_by_nobody)?)
}

/// A page that hands its content over to other windows or sites: it may be framed and names its
/// origin, but never its address.
pub(crate) fn delivery(template: &impl Template) -> Result<Response, LoginError> {
    let mut response = render(template, StatusCode::OK, false)?;
    let origin = HeaderValue::from_static("origin");
    response
        .headers_mut()
        .insert(header::REFERRER_POLICY, origin);
    Ok(response)
}

/// 302 to an address that was checked before.
pub(crate) fn redirect(to: &str) -> Response {
    let mut response = (StatusCode::FOUND, protective()).into_response();
    // Browsers take an address apart differently when it has other characters in it.
    let to: String = to
        .chars()
        .filter(|letter| letter.is_ascii_graphic())
        .collect();
    if let Ok(location) = HeaderValue::from_str(&to) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

fn render(
    template: &impl Template,
    status: StatusCode,
    is_framed_by_nobody: bool,
) -> Result<Response, askama::Error> {
    let html = template.render()?;
    let mut headers = protective();
    let policy = if is_framed_by_nobody {
        headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
        format!("{POLICY}; frame-ancestors 'none'")
    } else {
        POLICY.to_owned()
    };
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    Ok((status, headers, Html(html)).into_response())
}

fn protective() -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.insert(
        "x-robots-tag",
        HeaderValue::from_static("noindex, nofollow"),
    );
    headers
}
