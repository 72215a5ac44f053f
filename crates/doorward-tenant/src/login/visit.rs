//! One request to a page of a login: its transaction, its client and its browser.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::Response;

use super::answer::{LoginError, brand, page, redirect};
use super::authorize::{client_of_state, in_seconds};
use super::brand::Brand;
use super::cookies::Cookies;
use super::device;
use super::failure::{self, Failure, parameters, start_again};
use super::options::LoginOptions;
use super::origin::is_same_origin;
use super::pages::screens::{Problem, Screen};
use super::pages::{FormPage, Shell};
use super::respond;
use super::sso::NewSession;
use crate::authentication::client_authentication;
use crate::authentication::proof::Proof;
use crate::domain::authorization::{AuthorizationError, Stage, TRANSACTION_SECONDS, Transaction};
use crate::domain::client::Client;
use crate::domain::connection::Connection;
use crate::domain::parameters::Parameters;
use crate::domain::settings::TenantSettings;
use crate::domain::user::User;
use crate::events::{Event, kind};
use crate::http::Context;
use crate::store::StoreError;
use crate::store::login_transactions::{self, Key};

/// A request that belongs to a login on its way.
pub(crate) struct Visit {
    pub(crate) transaction: Transaction,
    pub(crate) key: Key,
    pub(crate) client: Arc<Client>,
    pub(crate) settings: Arc<TenantSettings>,
    pub(crate) cookies: Cookies,
    pub(crate) brand: Brand,
    /// What was posted, or came in the query.
    pub(crate) parameters: Parameters,
}

impl Visit {
    /// Finds the login that a page was asked for.
    ///
    /// # Errors
    ///
    /// Answers the request itself when there is no such login in this browser.
    pub(crate) async fn of_query(cx: &Context, query: Option<String>) -> Result<Self, LoginError> {
        let parameters = parameters(cx, query.unwrap_or_default().as_bytes()).await?;
        Self::open(cx, parameters, None).await
    }

    /// Finds the login that a form belongs to. The `state` of the query counts when the form has
    /// none.
    ///
    /// # Errors
    ///
    /// Answers the request itself when the form came from elsewhere, or there is no such login in
    /// this browser.
    pub(crate) async fn of_form(
        cx: &Context,
        query: Option<String>,
        form: &[u8],
    ) -> Result<Self, LoginError> {
        if !is_same_origin(cx) {
            return Err(Failure::foreign_form().show(cx, None).await?.into());
        }
        let of_query = parameters(cx, query.unwrap_or_default().as_bytes()).await?;
        Self::open(cx, parameters(cx, form).await?, of_query.owned("state")).await
    }

    async fn open(
        cx: &Context,
        parameters: Parameters,
        state: Option<String>,
    ) -> Result<Self, LoginError> {
        let cookies = Cookies::read(&cx.caller.headers);
        let state = parameters.owned("state").or(state);
        let state = state.unwrap_or_default();
        let named = match client_of_state(&state) {
            Some(client_id) => client_authentication::find(cx, client_id).await?,
            None => None,
        };
        let Some(browser) = cookies.device.clone() else {
            return Err(start_again(cx, named.as_deref()).await?.into());
        };
        let key = Key { state, browser };
        let (tenant, wanted, now) = (cx.tenant_id(), key.clone(), cx.now());
        let found = cx
            .store()
            .read(move |db| login_transactions::find(db, &tenant, &wanted, now))
            .await
            .map_err(|error: StoreError| LoginError::from(error))?;
        let Some(transaction) = found else {
            return Err(start_again(cx, named.as_deref()).await?.into());
        };
        let client = client_authentication::find(cx, &transaction.request.client_id).await?;
        let Some(client) = client else {
            return Err(start_again(cx, None).await?.into());
        };
        let asked = &transaction.request;
        let (id, sdk) = (
            asked.correlation_id.as_deref(),
            asked.auth0_client.as_deref(),
        );
        cx.caller.journey.learn(id, sdk);
        let settings = cx.tenant.configuration.settings().await?;
        let brand = brand(cx, &settings);
        Ok(Self {
            transaction,
            key,
            client,
            settings,
            cookies,
            brand,
            parameters,
        })
    }

    /// The ways in that this login offers.
    pub(crate) async fn options(&self, cx: &Context) -> Result<LoginOptions, LoginError> {
        match LoginOptions::of(cx, &self.client, &self.transaction.request).await? {
            Ok(options) => Ok(options),
            // The configuration changed while the page was open.
            Err(error) => Err(self.refuse(cx, &error).await?.into()),
        }
    }

    /// The database connection of this login.
    pub(crate) async fn database(&self, cx: &Context) -> Result<Arc<Connection>, LoginError> {
        match self.options(cx).await?.database {
            Some(database) => Ok(database),
            None => Err(self.go("/u/login/identifier").into()),
        }
    }

    /// Pages before the login have nothing to say to who is logged in: onwards then.
    pub(crate) fn must_be_logging_in(&self) -> Result<(), LoginError> {
        match self.transaction.stage {
            Stage::LoggedIn { .. } => Err(self.go("/authorize/resume").into()),
            Stage::LoggingIn | Stage::CodeSent { .. } => Ok(()),
            Stage::Confirming { .. } | Stage::Decided { .. } => Err(self.go(device::PATH).into()),
        }
    }

    /// What all screens of this request share.
    pub(crate) fn screen<'s>(&'s self, problems: &'s [Problem]) -> Screen<'s> {
        Screen {
            shell: Shell::new(&self.brand),
            state: &self.key.state,
            client_name: Some(self.client.name.as_str()).filter(|name| !name.is_empty()),
            problems,
        }
    }

    /// The page as an answer: 400 when it came back with problems.
    pub(crate) fn show(&self, form: &FormPage<'_>, is_wrong: bool) -> Result<Response, LoginError> {
        let status = if is_wrong {
            StatusCode::BAD_REQUEST
        } else {
            StatusCode::OK
        };
        page(&self.settings, status, form)
    }

    /// What was posted under this name; `""` when it was not.
    pub(crate) fn posted(&self, name: &str) -> &str {
        self.parameters.get(name).unwrap_or_default()
    }

    /// Redirects to another page of this login.
    pub(crate) fn go(&self, path: &str) -> Response {
        redirect(&format!("{path}?state={}", self.key.state))
    }

    /// Stores that the login has come to another stage.
    pub(crate) async fn save_stage(&self, cx: &Context, stage: Stage) -> Result<(), LoginError> {
        self.save(
            cx,
            Transaction {
                stage,
                ..self.transaction.clone()
            },
        )
        .await
    }

    /// Stores how far the login has come.
    pub(crate) async fn save(
        &self,
        cx: &Context,
        transaction: Transaction,
    ) -> Result<(), LoginError> {
        let (tenant, key) = (cx.tenant_id(), self.key.clone());
        let expires_at = in_seconds(cx.now(), TRANSACTION_SECONDS);
        let is_there = cx
            .store()
            .write(move |db| {
                login_transactions::update(db, &tenant, &key, &transaction, expires_at)
            })
            .await
            .map_err(|error: StoreError| LoginError::from(error))?;
        if is_there {
            Ok(())
        } else {
            Err(start_again(cx, Some(&self.client)).await?.into())
        }
    }

    /// Ends the login and tells the application why.
    pub(crate) async fn refuse(
        &self,
        cx: &Context,
        error: &AuthorizationError,
    ) -> Result<Response, LoginError> {
        self.end(cx, error, true).await
    }

    /// The same where the log tells of it already, and of more than is known here.
    ///
    /// # Errors
    ///
    /// As of [`refuse`](Self::refuse).
    pub(crate) async fn refuse_noted(
        &self,
        cx: &Context,
        error: &AuthorizationError,
    ) -> Result<Response, LoginError> {
        self.end(cx, error, false).await
    }

    async fn end(
        &self,
        cx: &Context,
        error: &AuthorizationError,
        is_news: bool,
    ) -> Result<Response, LoginError> {
        if self.transaction.request.device.is_some() {
            return device::refuse(cx, self, error).await;
        }
        if !self.take(cx).await? {
            return start_again(cx, Some(&self.client)).await;
        }
        if is_news {
            let mut event = Event::new(kind::LOGIN_FAILED, error.description.clone());
            event.user_name = self.transaction.username.clone();
            cx.record(&event.client(&self.client).details(failure::details(error)));
        }
        respond::refuse(
            cx,
            &self.client,
            &self.transaction.request.destination,
            error,
        )
        .await
    }

    /// Ends the login and tells the person alone, on a page.
    pub(crate) async fn refuse_here(
        &self,
        cx: &Context,
        error: &AuthorizationError,
    ) -> Result<Response, LoginError> {
        if self.transaction.request.device.is_some() {
            return device::refuse(cx, self, error).await;
        }
        if !self.take(cx).await? {
            return start_again(cx, Some(&self.client)).await;
        }
        let request = &self.transaction.request;
        let failure = Failure::denied(error)
            .with_connection(request.connection.as_deref())
            .with_lang(request.ui_locales.as_deref());
        failure.show(cx, Some(&self.client)).await
    }

    /// Takes the login away; `false` when it was over already.
    async fn take(&self, cx: &Context) -> Result<bool, StoreError> {
        let (tenant, key) = (cx.tenant_id(), self.key.clone());
        cx.store()
            .write(move |db| login_transactions::take(db, &tenant, &key))
            .await
    }

    /// Logs `user` in: a new session in this browser, and on to the end of the login. When what they proved it with
    /// counts no more, the login starts again.
    pub(crate) async fn log_in(
        self,
        cx: &Context,
        user: &User,
        connection: &Connection,
        proof: Proof,
    ) -> Result<Response, LoginError> {
        let new = NewSession::begin(cx, &self.cookies, user, connection).await?;
        let session_id = new.session.id.clone();
        let (tenant, key, now) = (cx.tenant_id(), self.key.clone(), cx.now());
        let (visited, stored) = (self.transaction.clone(), new.clone());
        let expires_at = in_seconds(now, TRANSACTION_SECONDS);
        let is_there = cx
            .store()
            .write(move |db| {
                // Read again: the same form may have come twice.
                let Some(current) = login_transactions::find(db, &tenant, &key, now)? else {
                    return Ok(false);
                };
                if !current.stage.may_log_in() {
                    return Ok(false);
                }
                if !proof.take(db, &tenant)? {
                    return Ok(false);
                }
                let transaction = Transaction {
                    stage: current.stage.and_logged_in(session_id.clone()),
                    ..visited.clone()
                };
                if !login_transactions::update(db, &tenant, &key, &transaction, expires_at)? {
                    return Ok(false);
                }
                stored.store(db, &tenant)
            })
            .await
            .map_err(|error: StoreError| LoginError::from(error))?;
        if !is_there {
            return start_again(cx, Some(&self.client)).await;
        }
        let mut response = self.go("/authorize/resume");
        new.set_cookie(response.headers_mut());
        Ok(response)
    }
}
