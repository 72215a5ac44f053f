//! What an application gets from `/authorize` for a user whose turn has come: a code, tokens, or both.

use jiff::Timestamp;

use super::answer::LoginError;
use super::authorize::in_seconds;
use super::respond::Answer;
use crate::authentication::AuthenticationError;
use crate::authentication::authorization::Granted;
use crate::authentication::tokens::{AccessToken, IdToken, Subject};
use crate::domain::authorization::{AuthorizationError, AuthorizationRequest};
use crate::domain::authorization_code::{AuthorizationCode, CODE_SECONDS, CodeGrant};
use crate::domain::client::Client;
use crate::domain::impersonation::Impersonator;
use crate::domain::scope::OFFLINE_ACCESS;
use crate::domain::user::User;
use crate::http::Context;

/// Whom the answer is about, and whom it is for.
pub(crate) struct Entitled<'a> {
    pub(crate) client: &'a Client,
    pub(crate) request: &'a AuthorizationRequest,
    pub(crate) user: &'a User,
    /// The session of the browser; none where somebody else stands in for the user.
    pub(crate) session_id: Option<&'a str>,
    /// The connection that the user came from.
    pub(crate) connection_id: &'a str,
    pub(crate) authenticated_at: Timestamp,
    /// Who stands in for the user.
    pub(crate) impersonator: Option<&'a Impersonator>,
}

/// The members of an answer, with the code among them as it is to be stored.
pub(crate) type Issued = (Answer, Option<(String, AuthorizationCode)>);

impl Entitled<'_> {
    /// Makes what was asked for. Nothing is stored yet.
    ///
    /// # Errors
    ///
    /// When there is no key to sign with. What the application did wrong, it is told: the inner error.
    pub(crate) fn issue(
        &self,
        cx: &Context,
        granted: &Granted,
    ) -> Result<Result<Issued, AuthorizationError>, LoginError> {
        let is_asked = self.request.response_type.code;
        let code = is_asked.then(|| self.code(cx, granted));
        let text = code.as_ref().map(|(code, _)| code.as_str());
        match self.answer(cx, granted, text) {
            Ok(answer) => Ok(Ok((answer, code))),
            Err(AuthenticationError::Refused(refused)) if refused.status.is_client_error() => {
                let description = refused.error_description;
                Ok(Err(AuthorizationError::invalid_request(description)))
            }
            Err(failed) => Err(failed.into()),
        }
    }

    fn code(&self, cx: &Context, granted: &Granted) -> (String, AuthorizationCode) {
        let (request, entropy) = (self.request, &cx.server.entropy);
        let authenticated_at = self.authenticated_at.as_second();
        let grant = CodeGrant {
            user_id: self.user.user_id.clone(),
            session_id: self.session_id.map(str::to_owned),
            connection_id: self.connection_id.to_owned(),
            redirect_uri: request
                .redirect_uri_was_sent
                .then(|| request.destination.redirect_uri.clone()),
            code_challenge: request.code_challenge.clone(),
            scope: granted.scope.to_string(),
            requested_scope: request.scope.clone(),
            audience: granted.api.as_ref().map(|api| api.identifier.clone()),
            nonce: request.nonce.clone(),
            auth_time: request.wants_auth_time().then_some(authenticated_at),
            authenticated_at,
            is_hybrid: request.response_type.has_tokens(),
            impersonator: self.impersonator.cloned(),
            dpop_jkt: request.dpop_jkt.clone(),
        };
        let code = AuthorizationCode {
            client_id: self.client.id.clone(),
            grant,
            expires_at: in_seconds(cx.now(), CODE_SECONDS),
            used_at: None,
            family: entropy.base62(22),
        };
        (entropy.secret::<32>(), code)
    }

    /// The members of the answer, signed where they are tokens.
    fn answer(
        &self,
        cx: &Context,
        granted: &Granted,
        code: Option<&str>,
    ) -> Result<Answer, AuthenticationError> {
        let response_type = self.request.response_type;
        // Refresh tokens never travel through a browser.
        let scope = granted.scope.filter(|name| name != OFFLINE_ACCESS);
        let granted = &Granted {
            scope,
            ..granted.clone()
        };
        let mut answer = Answer::new();
        let mut access_token = None;
        if response_type.token {
            let token = AccessToken {
                client: self.client,
                subject: Subject::User(self.user, self.impersonator),
                granted,
                grant: None,
                is_for_web: granted.api.is_some() || !response_type.code,
            };
            let issued = token.issue(cx)?;
            answer.push(("access_token", issued.token.clone()));
            if granted.scope.to_string() != self.request.scope {
                answer.push(("scope", granted.scope.to_string()));
            }
            answer.push(("expires_in", issued.expires_in.to_string()));
            answer.push(("token_type", issued.token_type.to_owned()));
            access_token = Some(issued.token);
        }
        if let Some(code) = code {
            answer.insert(0, ("code", code.to_owned()));
        }
        if response_type.id_token {
            let wants_auth_time = self.request.wants_auth_time();
            let token = IdToken {
                client: self.client,
                user: self.user,
                impersonator: self.impersonator,
                scope: &granted.scope,
                session_id: self.session_id,
                nonce: self.request.nonce.as_deref(),
                authenticated_at: wants_auth_time.then_some(self.authenticated_at),
                access_token: access_token.as_deref(),
                code,
                latest_end: None,
            };
            answer.push(("id_token", token.issue(cx)?));
        }
        Ok(answer)
    }
}
