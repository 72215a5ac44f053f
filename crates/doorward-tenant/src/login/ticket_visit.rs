//! One request to a page that a link in a message leads to.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::Response;

use super::answer::{LoginError, brand, page, redirect};
use super::brand::Brand;
use super::failure::{Failure, parameters};
use super::origin::is_same_origin;
use super::pages::screens::{Problem, Screen};
use super::pages::{NoticePage, Shell};
use crate::authentication::client_authentication;
use crate::domain::client::Client;
use crate::domain::parameters::Parameters;
use crate::domain::settings::TenantSettings;
use crate::domain::ticket::{Ticket, TicketFault, TicketKind};
use crate::http::Context;
use crate::store::{StoreError, tickets};

/// A request that carries a ticket that works.
pub(crate) struct TicketVisit {
    pub(crate) ticket: Ticket,
    /// The secret of the link; forms carry it on as their `state`.
    pub(crate) secret: String,
    pub(crate) client: Option<Arc<Client>>,
    pub(crate) settings: Arc<TenantSettings>,
    pub(crate) brand: Brand,
    pub(crate) parameters: Parameters,
}

impl TicketVisit {
    /// Finds the ticket of a link: `ticket` when it was followed, `state` on the pages after it.
    ///
    /// # Errors
    ///
    /// Answers the request itself when the ticket does not work.
    pub(crate) async fn of_query(
        cx: &Context,
        query: Option<String>,
        kind: TicketKind,
    ) -> Result<Self, LoginError> {
        let parameters = parameters(cx, query.unwrap_or_default().as_bytes()).await?;
        Self::open(cx, parameters, None, kind).await
    }

    /// Finds the ticket that a form carries, or its query.
    ///
    /// # Errors
    ///
    /// Answers the request itself when the form came from elsewhere or the ticket does not work.
    pub(crate) async fn of_form(
        cx: &Context,
        query: Option<String>,
        form: &[u8],
        kind: TicketKind,
    ) -> Result<Self, LoginError> {
        if !is_same_origin(cx) {
            return Err(Failure::foreign_form().show(cx, None).await?.into());
        }
        let of_query = secret(&parameters(cx, query.unwrap_or_default().as_bytes()).await?);
        Self::open(cx, parameters(cx, form).await?, of_query, kind).await
    }

    async fn open(
        cx: &Context,
        parameters: Parameters,
        of_query: Option<String>,
        kind: TicketKind,
    ) -> Result<Self, LoginError> {
        let secret = secret(&parameters).or(of_query).unwrap_or_default();
        let (tenant, presented) = (cx.tenant_id(), secret.clone());
        let found: Result<_, StoreError> = cx
            .store()
            .read(move |db| tickets::find(db, &tenant, kind, &presented))
            .await;
        let found = found?;
        let settings = cx.tenant.configuration.settings().await?;
        let brand = brand(cx, &settings);
        let result_url = found
            .as_ref()
            .and_then(|ticket| ticket.detail.result_url.clone());
        let checked = match found {
            Some(ticket) => ticket.check(cx.now()).map(|()| ticket),
            None => Err(TicketFault::Unknown),
        };
        let ticket = match checked {
            Ok(ticket) => ticket,
            Err(fault) => {
                return Err(refused(&settings, &brand, fault, result_url.as_deref())?.into());
            }
        };
        let client = match &ticket.detail.client_id {
            Some(client_id) => client_authentication::find(cx, client_id).await?,
            None => None,
        };
        Ok(Self {
            ticket,
            secret,
            client,
            settings,
            brand,
            parameters,
        })
    }

    /// What all screens of this request share.
    pub(crate) fn screen<'s>(&'s self, problems: &'s [Problem]) -> Screen<'s> {
        Screen {
            shell: Shell::new(&self.brand),
            state: &self.secret,
            client_name: self.client.as_deref().map(|client| client.name.as_str()),
            problems,
        }
    }

    /// What is shown to the second of two presses.
    pub(crate) fn used(&self) -> Result<Response, LoginError> {
        let result_url = self.ticket.detail.result_url.as_deref();
        refused(&self.settings, &self.brand, TicketFault::Used, result_url)
    }

    /// The good end: the application's page if it named one, else one of ours.
    pub(crate) fn succeed(&self, heading: &str, message: &str) -> Result<Response, LoginError> {
        self.end(true, heading, message)
    }

    /// The same where nothing was left to do, which Auth0 tells the application as a failure.
    pub(crate) fn was_done(&self, heading: &str, message: &str) -> Result<Response, LoginError> {
        self.end(false, heading, message)
    }

    fn end(&self, success: bool, heading: &str, message: &str) -> Result<Response, LoginError> {
        let detail = &self.ticket.detail;
        if let Some(result_url) = &detail.result_url {
            let email = detail
                .includes_email_in_redirect
                .then_some(detail.email.as_str());
            return Ok(redirect(&with_result(result_url, success, message, email)));
        }
        let template = NoticePage {
            shell: Shell::new(&self.brand),
            heading,
            text: message.to_owned(),
            is_good: true,
            form: None,
            link: None,
        };
        page(&self.settings, StatusCode::OK, &template)
    }
}

fn secret(parameters: &Parameters) -> Option<String> {
    parameters
        .owned("ticket")
        .or_else(|| parameters.owned("state"))
}

fn refused(
    settings: &TenantSettings,
    brand: &Brand,
    fault: TicketFault,
    result_url: Option<&str>,
) -> Result<Response, LoginError> {
    if let Some(result_url) = result_url {
        let message = match fault {
            TicketFault::Expired => "Access expired.",
            TicketFault::Used => "This URL can be used only once",
            TicketFault::Unknown => "The operation cannot be completed. Please try again.",
        };
        return Ok(redirect(&with_result(result_url, false, message, None)));
    }
    let template = NoticePage {
        shell: Shell::new(brand),
        heading: "This link does not work any more",
        text: fault.to_string(),
        is_good: false,
        form: None,
        link: None,
    };
    page(settings, StatusCode::BAD_REQUEST, &template)
}

/// The application's page with what came of it, before any fragment.
fn with_result(result_url: &str, success: bool, message: &str, email: Option<&str>) -> String {
    let (address, fragment) = match result_url.split_once('#') {
        Some((address, fragment)) => (address, Some(fragment)),
        None => (result_url, None),
    };
    let mut query = form_urlencoded::Serializer::new(String::new());
    if let Some(email) = email {
        query.append_pair("email", email);
    }
    query.append_pair("success", if success { "true" } else { "false" });
    if success {
        query.append_pair("code", "success");
    }
    query.append_pair("message", message);
    let separator = if address.contains('?') { '&' } else { '?' };
    let mut url = format!("{address}{separator}{}", query.finish());
    if let Some(fragment) = fragment {
        url.push('#');
        url.push_str(fragment);
    }
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_result_stands_in_the_query_before_the_fragment() {
        assert_eq!(
            with_result(
                "https://a.example/x?y=1#top",
                false,
                "Access expired.",
                None
            ),
            "https://a.example/x?y=1&success=false&message=Access+expired.#top"
        );
        assert_eq!(
            with_result("https://a.example", true, "ok", Some("a@b.example")),
            "https://a.example?email=a%40b.example&success=true&code=success&message=ok"
        );
    }
}
