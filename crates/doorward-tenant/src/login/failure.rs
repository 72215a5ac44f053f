//! Faults that are shown here, because the application cannot be told (RFC 6749, 4.1.2.1).

use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};
use url::Url;

use super::answer::{LoginError, brand, page, redirect};
use super::pages::{ErrorPage, Shell};
use crate::domain::authorization::{AuthorizationError, RequestObjectFault};
use crate::domain::client::Client;
use crate::domain::parameters::Parameters;
use crate::domain::settings::TenantSettings;
use crate::events::{Event, kind};
use crate::http::Context;
use crate::http::rate_limit::REACHED;

/// How many characters of a parameter the log shows.
const LONGEST_SHOWN: usize = 300;

/// What the error page says.
#[derive(Debug, Clone)]
pub(crate) struct Failure {
    pub(crate) status: StatusCode,
    pub(crate) error: &'static str,
    /// For whoever operates the application.
    pub(crate) description: String,
    pub(crate) heading: &'static str,
    /// For whoever looks at the page.
    pub(crate) text: &'static str,
    /// What the log calls it.
    pub(crate) kind: &'static str,
    /// What the log tells of the request.
    pub(crate) qs: Value,
    /// The description without what only the person at the page may read: the log's.
    pub(super) logged: Option<String>,
    /// The connection that was asked for, for the tenant's own error page.
    pub(super) connection: Option<String>,
    /// The first language that was asked for, for the same.
    pub(super) lang: Option<String>,
}

impl Failure {
    /// 400: the request cannot be understood.
    pub(crate) fn invalid_request(description: impl Into<String>) -> Self {
        Self {
            status: StatusCode::BAD_REQUEST,
            error: "invalid_request",
            description: description.into(),
            heading: "Something is wrong with this request",
            text: "The application that sent you here made a mistake. Go back and try again.",
            kind: kind::LOGIN_FAILED,
            qs: Value::Null,
            logged: None,
            connection: None,
            lang: None,
        }
    }

    /// 413: more than a request may have.
    pub(crate) fn too_large() -> Self {
        Self {
            status: StatusCode::PAYLOAD_TOO_LARGE,
            ..Self::invalid_request("The request is too large")
        }
    }

    /// The request object is not the client's. Nothing beside it is believed either, so it is told here.
    pub(crate) fn of_request(fault: &RequestObjectFault) -> Self {
        match fault {
            RequestObjectFault::TooLarge => Self::too_large(),
            _ => Self {
                error: fault.code(),
                ..Self::invalid_request(fault.to_string())
            },
        }
    }

    /// 403: the redirect URI is not one of the client's.
    pub(crate) fn callback_mismatch(url: &str) -> Self {
        let mismatch = |shown: &str| {
            format!("Callback URL mismatch. {shown} is not in the list of allowed callback URLs")
        };
        Self {
            status: StatusCode::FORBIDDEN,
            error: "unauthorized_client",
            description: mismatch(&cut(url)),
            heading: "Callback URL mismatch.",
            text: "The provided redirect_uri is not in the list of allowed callback URLs.",
            logged: Some(mismatch(&without_query(url))),
            ..Self::invalid_request("")
        }
    }

    /// 400: `returnTo` of `/v2/logout` is not one of the addresses that a browser may be sent to.
    pub(crate) fn return_mismatch(url: &str) -> Self {
        let mismatch = |shown: &str| {
            format!(
                "The \"returnTo\" querystring parameter \"{shown}\" is not defined as a valid URL in \
                 \"Allowed Logout URLs\""
            )
        };
        Self {
            logged: Some(mismatch(&without_query(url))),
            ..Self::logout(mismatch(&cut(url)))
        }
    }

    /// 400: nobody is logged out, because of where that would lead.
    pub(crate) fn logout(description: impl Into<String>) -> Self {
        Self {
            kind: kind::LOGOUT_FAILED,
            ..Self::invalid_request(description)
        }
    }

    /// 400: the login was finished, given up, or begun in another browser.
    pub(crate) fn stale() -> Self {
        Self {
            heading: "This login cannot go on",
            text: "You may have pressed the back button, opened too many logins, or cookies may be \
                   turned off. Go back to the application and try again.",
            ..Self::invalid_request("The login transaction is unknown, finished or expired.")
        }
    }

    /// 429: more messages were asked for than anybody needs.
    pub(crate) fn too_many_messages() -> Self {
        Self {
            status: StatusCode::TOO_MANY_REQUESTS,
            error: "too_many_requests",
            heading: "Too many messages",
            text: "You have asked for many messages. Wait a few minutes and try again.",
            ..Self::invalid_request(REACHED)
        }
    }

    /// 403: a form came from another site.
    pub(crate) fn foreign_form() -> Self {
        Self {
            status: StatusCode::FORBIDDEN,
            ..Self::invalid_request("The form was posted from another site.")
        }
    }

    /// 403: the person said no to what the application asked for.
    pub(crate) fn denied(error: &AuthorizationError) -> Self {
        Self {
            status: StatusCode::FORBIDDEN,
            error: error.error,
            heading: "Access was not given",
            text: "You did not let the application use your account. You can close this page.",
            ..Self::invalid_request(error.description.clone())
        }
    }

    /// The failure of a request with these parameters.
    pub(crate) fn of(self, parameters: &Parameters) -> Self {
        Self {
            qs: shown(parameters),
            ..self
        }
        .with_connection(parameters.get("connection"))
        .with_lang(parameters.get("ui_locales"))
    }

    /// The failure of a request for this connection.
    pub(crate) fn with_connection(self, name: Option<&str>) -> Self {
        Self {
            connection: name.map(cut),
            ..self
        }
    }

    /// The failure of a request in the first of these languages.
    pub(crate) fn with_lang(self, ui_locales: Option<&str>) -> Self {
        let first = ui_locales.and_then(|list| list.split_ascii_whitespace().next());
        Self {
            lang: first.map(cut),
            ..self
        }
    }

    /// What the log says: an address that was refused may carry what is secret elsewhere.
    fn logged(&self) -> &str {
        self.logged.as_deref().unwrap_or(&self.description)
    }

    fn details(&self) -> Value {
        let is_mismatch = self.description.starts_with("Callback URL mismatch.");
        let kind = if is_mismatch {
            "callback-url-mismatch"
        } else {
            "request-error"
        };
        let mut details = json!({
            "error": {
                "message": self.logged(), "oauthError": self.logged(), "type": kind,
            },
        });
        if self.qs.is_object() {
            details["qs"] = self.qs.clone();
        }
        details
    }

    /// Shows the failure and notes it in the log.
    pub(crate) async fn show(
        self,
        cx: &Context,
        client: Option<&Client>,
    ) -> Result<Response, LoginError> {
        let mut event = Event::new(self.kind, self.logged());
        if let Some(client) = client {
            event = event.client(client);
        }
        cx.record(&event.details(self.details()));
        let tracking = cx.server.entropy.base62(20);
        tracing::info!(
            tracking,
            error = self.error,
            description = self.logged(),
            "error page"
        );
        let settings = cx.tenant.configuration.settings().await?;
        if let Some(mut url) = error_page(&settings) {
            url.query_pairs_mut()
                .extend_pairs(client.map(|client| ("client_id", client.id.as_str())))
                .extend_pairs(self.connection.iter().map(|name| ("connection", name)))
                .extend_pairs(self.lang.iter().map(|lang| ("lang", lang)))
                .append_pair("error", self.error)
                .append_pair("error_description", &self.description)
                .append_pair("tracking", &tracking);
            return Ok(redirect(url.as_str()));
        }
        let brand = brand(cx, &settings);
        let template = ErrorPage {
            shell: Shell::new(&brand),
            heading: self.heading,
            text: self.text,
            error: self.error,
            description: &self.description,
            tracking: &tracking,
        };
        page(&settings, self.status, &template)
    }
}

/// What the log tells of a failure that the application is told.
pub(super) fn details(error: &AuthorizationError) -> Value {
    json!({
        "error": {
            "message": error.description, "oauthError": error.error, "type": "oauth-authorization",
        },
    })
}

fn cut(value: &str) -> String {
    value.chars().take(LONGEST_SHOWN).collect()
}

/// An address as logs show it: whether it has a query or a fragment, but not what it says.
pub(crate) fn without_query(address: &str) -> String {
    match address.find(['?', '#']) {
        Some(end) => format!("{}{}…", cut(&address[..end]), &address[end..=end]),
        None => cut(address),
    }
}

/// The parameters of an authorization request that the log shows: none that is a secret or a person.
pub(crate) fn shown(parameters: &Parameters) -> Value {
    const SHOWN: &[&str] = &[
        "client_id",
        "redirect_uri",
        "response_type",
        "response_mode",
        "scope",
        "audience",
        "connection",
        "organization",
        "prompt",
        "max_age",
        "screen_hint",
        "ui_locales",
        "code_challenge_method",
    ];
    let shown = SHOWN.iter().filter_map(|name| {
        let value = parameters.get(name)?;
        let value = match *name {
            "redirect_uri" => without_query(value),
            _ => cut(value),
        };
        Some(((*name).to_owned(), value.into()))
    });
    Value::Object(shown.collect())
}

/// Reads the parameters of a query or form.
///
/// # Errors
///
/// Answers the request itself when they are ambiguous.
pub(crate) async fn parameters(cx: &Context, encoded: &[u8]) -> Result<Parameters, LoginError> {
    match Parameters::parse(encoded) {
        Ok(parameters) => Ok(parameters),
        Err(fault) => {
            let failure = Failure::invalid_request(fault.to_string());
            Err(failure.show(cx, None).await?.into())
        }
    }
}

/// The tenant's own page for errors, if it has one elsewhere (`error_page.url`).
fn error_page(settings: &TenantSettings) -> Option<Url> {
    let url = settings.document.get("error_page")?.get("url")?.as_str()?;
    let url = Url::parse(url).ok()?;
    matches!(url.scheme(), "https" | "http").then_some(url)
}

/// What follows a `state` that finds nothing: the application's own start of a login if it has one,
/// else the tenant's, else the error page.
pub(crate) async fn start_again(
    cx: &Context,
    client: Option<&Client>,
) -> Result<Response, LoginError> {
    let settings = cx.tenant.configuration.settings().await?;
    let of_client = client.and_then(|client| client.document.get("initiate_login_uri")?.as_str());
    let target = of_client.or_else(|| settings.text("default_redirection_uri"));
    match target.and_then(|target| Url::parse(target).ok()) {
        Some(mut url) if url.scheme() == "https" => {
            url.query_pairs_mut()
                .append_pair("iss", &cx.tenant.names.issuer);
            Ok(redirect(url.as_str()))
        }
        _ => Failure::stale().show(cx, client).await,
    }
}
