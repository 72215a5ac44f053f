//! The end of a login: codes and tokens for the application.

use std::sync::Arc;

use axum::response::Response;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::answer::LoginError;
use super::cookies::{self, Cookies};
use super::decision::granted;
use super::device;
use super::entitled::Entitled;
use super::failure;
use super::respond;
use super::sso;
use crate::authentication::authorization::Granted;
use crate::domain::authorization::AuthorizationRequest;
use crate::domain::authorization_code::AuthorizationCode;
use crate::domain::client::Client;
use crate::domain::device_code::{Approval, Decision};
use crate::domain::session::{Session, SessionLifetimes};
use crate::domain::user::User;
use crate::events::{Event, kind};
use crate::http::Context;
use crate::store::login_transactions::{self, Key};
use crate::store::{StoreError, authorization_codes, sessions};

/// A request whose user is logged in and has agreed.
pub(crate) struct Completion<'a> {
    pub(crate) client: &'a Arc<Client>,
    pub(crate) request: &'a AuthorizationRequest,
    pub(crate) session: Session,
    pub(crate) user: User,
    /// The transaction that ends with it; `None` when no page was shown.
    pub(crate) key: Option<Key>,
    /// When its first page was asked for, in milliseconds since 1970.
    pub(crate) started_at: Option<i64>,
    /// Whether the session alone was enough.
    pub(crate) is_silent: bool,
}

impl Completion<'_> {
    /// Issues what was asked for and sends it to the application.
    pub(crate) async fn answer(
        mut self,
        cx: &Context,
        cookies: &Cookies,
    ) -> Result<Response, LoginError> {
        let granted = match granted(cx, self.client, self.request, &self.user).await? {
            Ok(granted) => granted,
            // Whatever let the device in a moment ago has just changed.
            Err(_) if self.request.device.is_some() => {
                return failure::start_again(cx, Some(self.client)).await;
            }
            Err(error) => {
                let destination = &self.request.destination;
                return respond::refuse(cx, self.client, destination, &error).await;
            }
        };
        let settings = cx.tenant.configuration.settings().await?;
        self.session
            .touch(&SessionLifetimes::of(&settings), cx.now());
        sso::note_device(cx, &mut self.session);
        if self.request.device.is_some() {
            return self.let_in(cx, cookies, &granted).await;
        }
        let issued = self.entitled().issue(cx, &granted)?;
        let (answer, code) = match issued {
            Ok(issued) => issued,
            Err(error) => {
                let destination = &self.request.destination;
                return respond::refuse(cx, self.client, destination, &error).await;
            }
        };
        if !self.store(cx, code).await? {
            // Pressed twice, or logged out meanwhile: the answer went to the first press.
            return failure::start_again(cx, Some(self.client)).await;
        }
        self.record(cx, &granted);
        let destination = &self.request.destination;
        let mut response = respond::respond(cx, self.client, destination, answer).await?;
        if let Some(handle) = &cookies.session {
            cookies::set_session(response.headers_mut(), handle, &self.session);
        }
        Ok(response)
    }

    fn entitled(&self) -> Entitled<'_> {
        Entitled {
            client: self.client,
            request: self.request,
            user: &self.user,
            session_id: Some(&self.session.id),
            connection_id: &self.session.connection_id,
            authenticated_at: self.session.authenticated_at,
            impersonator: None,
        }
    }

    /// Lets the device in that asked.
    async fn let_in(
        &self,
        cx: &Context,
        cookies: &Cookies,
        granted: &Granted,
    ) -> Result<Response, LoginError> {
        let Some(key) = &self.key else {
            return failure::start_again(cx, Some(self.client)).await;
        };
        let decision = Decision::Allowed(Approval {
            user_id: self.user.user_id.clone(),
            scope: granted.scope.to_string(),
            audience: granted.api.as_ref().map(|api| api.identifier.clone()),
            authenticated_at: self.session.authenticated_at.as_second(),
        });
        let session = Some(self.session.clone());
        if !device::settle(cx, key, self.request, decision, session).await? {
            return failure::start_again(cx, Some(self.client)).await;
        }
        self.record(cx, granted);
        let mut response = device::page_of(key);
        if let Some(handle) = &cookies.session {
            cookies::set_session(response.headers_mut(), handle, &self.session);
        }
        Ok(response)
    }

    /// Ends the transaction and keeps the code. Answers `false` when the transaction or the session
    /// had already ended: then nothing was kept.
    async fn store(
        &self,
        cx: &Context,
        code: Option<(String, AuthorizationCode)>,
    ) -> Result<bool, StoreError> {
        let (tenant, client_id) = (cx.tenant_id(), self.client.id.clone());
        let (key, session) = (self.key.clone(), self.session.clone());
        cx.store()
            .write(move |db| {
                if let Some(key) = &key
                    && !login_transactions::take(db, &tenant, key)?
                {
                    return Ok(false);
                }
                if !sessions::touch(db, &tenant, &session, &client_id)? {
                    return Ok(false);
                }
                if let Some((issued, code)) = &code {
                    authorization_codes::insert(db, &tenant, issued, code)?;
                }
                Ok(true)
            })
            .await
    }

    fn record(&self, cx: &Context, granted: &Granted) {
        let (kind, description) = if self.is_silent {
            (kind::SILENT, "Successful silent authentication")
        } else {
            (kind::LOGIN, "Successful login")
        };
        let audience = granted.api.as_ref().map_or("", |api| &api.identifier);
        let event = Event::new(kind, description)
            .client(self.client)
            .user(&self.user)
            .audience(audience, &granted.scope.to_string());
        cx.record(&event.details(self.details(cx.now())));
    }

    /// How the login went; times in milliseconds since 1970.
    fn details(&self, now: Timestamp) -> Value {
        let (session, user) = (&self.session, &self.user);
        let identity = user.identities.first();
        let stats = json!({ "loginsCount": user.logins_count });
        let authenticated = json!({
            "name": "prompt-authenticate",
            "completedAt": session.authenticated_at.as_millisecond(),
            "connection": identity.map(|identity| &identity.connection),
            "connection_id": identity.map(|identity| &identity.connection_id),
            "strategy": identity.map(|identity| &identity.provider),
            "identity": identity.map(|identity| &identity.identity_id),
            "stats": stats,
            "elapsedTime": null,
        });
        let completed = now.as_millisecond();
        let initiated = self.started_at.unwrap_or(completed);
        let elapsed = completed - initiated;
        let login = json!({
            "name": "login",
            "flow": "universal-login",
            "initiatedAt": initiated,
            "completedAt": completed,
            "user_id": user.user_id,
            "user_name": user.profile.email.as_ref().or(user.profile.username.as_ref()),
            "elapsedTime": elapsed,
        });
        json!({
            "prompts": [authenticated, login],
            "initiatedAt": initiated,
            "completedAt": completed,
            "elapsedTime": elapsed,
            "session_id": session.id,
            "stats": stats,
        })
    }
}
