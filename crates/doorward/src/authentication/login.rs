//! A login between the moment the browser leaves and the moment it is back.

use std::fmt;

use aws_lc_rs::constant_time::verify_slices_are_equal;
use serde::{Deserialize, Serialize};
use url::Url;

use super::AuthorizationCodeGrantWithPkce;
use crate::secret::Secret;

/// A login that begins. From [`AuthorizeUrl::begin`](super::AuthorizeUrl::begin).
#[derive(Clone)]
#[non_exhaustive]
pub struct Login {
    /// Where to send the browser.
    pub url: Url,
    /// What to keep in the user's session, and nowhere else, until it is back.
    pub pending: PendingLogin,
}

/// Shows the address without its parameters.
impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Login")
            .field("path", &self.url.path())
            .finish_non_exhaustive()
    }
}

/// What a program has to know when the browser comes back. Serializes, to be kept in a session:
/// it holds secrets, so encrypt it where the browser could read it.
#[derive(Clone, Serialize, Deserialize)]
pub struct PendingLogin {
    pub(super) state: String,
    pub(super) nonce: String,
    pub(super) code_verifier: Secret,
    pub(super) redirect_uri: Option<String>,
    pub(super) max_age: Option<u64>,
    pub(super) organization: Option<String>,
    pub(super) issuer: String,
}

impl fmt::Debug for PendingLogin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PendingLogin")
            .field("redirect_uri", &self.redirect_uri)
            .finish_non_exhaustive()
    }
}

impl PendingLogin {
    /// The `state` of the login, by which a program with several logins under way tells them apart.
    pub fn state(&self) -> &str {
        &self.state
    }

    /// The grant that ends the login, out of the address the browser came back to: all of it, its
    /// path and query, or the body of a `form_post`.
    ///
    /// # Errors
    ///
    /// [`CallbackError`] when it is the answer to another login, a refusal, or somebody else's.
    pub fn finish(&self, answer: &str) -> Result<AuthorizationCodeGrantWithPkce, CallbackError> {
        let without_fragment = answer.split('#').next().unwrap_or_default();
        let query = match without_fragment.split_once('?') {
            Some((_, query)) => query,
            None => without_fragment,
        };
        let answer = Answer::read(query)?;
        let state = answer.state.unwrap_or_default();
        if verify_slices_are_equal(state.as_bytes(), self.state.as_bytes()).is_err() {
            return Err(CallbackError::State);
        }
        // Another tenant may have answered (RFC 9207).
        if answer.iss.is_some_and(|issuer| issuer != self.issuer) {
            return Err(CallbackError::Issuer);
        }
        if let Some(error) = answer.error {
            return Err(CallbackError::Refused {
                error,
                description: answer.error_description,
            });
        }
        let code = answer.code.filter(|code| !code.is_empty());
        Ok(AuthorizationCodeGrantWithPkce {
            redirect_uri: self.redirect_uri.clone(),
            nonce: Some(self.nonce.clone()),
            max_age: self.max_age,
            organization: self.organization.clone(),
            ..AuthorizationCodeGrantWithPkce::new(
                code.ok_or(CallbackError::NoCode)?,
                &self.code_verifier,
            )
        })
    }
}

/// The parameters of an authorization response (RFC 6749, 4.1.2).
#[derive(Default)]
struct Answer {
    code: Option<String>,
    state: Option<String>,
    iss: Option<String>,
    error: Option<String>,
    error_description: Option<String>,
}

impl Answer {
    fn read(query: &str) -> Result<Self, CallbackError> {
        let mut answer = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let field = match &*name {
                "code" => &mut answer.code,
                "state" => &mut answer.state,
                "iss" => &mut answer.iss,
                "error" => &mut answer.error,
                "error_description" => &mut answer.error_description,
                _ => continue,
            };
            if field.replace(value.into_owned()).is_some() {
                return Err(CallbackError::Repeated);
            }
        }
        Ok(answer)
    }
}

/// Why the browser's return does not end the login.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CallbackError {
    /// It ends another login, or one that somebody else began in this browser.
    #[error("the state is not that of this login")]
    State,
    /// Another authorization server answered.
    #[error("the answer comes from another issuer")]
    Issuer,
    /// A parameter is there twice.
    #[error("the answer repeats a parameter")]
    Repeated,
    /// There is no code.
    #[error("the answer has no code")]
    NoCode,
    /// The tenant or the user said no.
    #[error("login refused: {error}")]
    Refused {
        /// The code, such as `access_denied` or `login_required`.
        error: String,
        /// The sentence for people.
        description: Option<String>,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pending() -> PendingLogin {
        PendingLogin {
            state: "s".into(),
            nonce: "n".into(),
            code_verifier: "v".into(),
            redirect_uri: Some("https://app/callback".into()),
            max_age: Some(60),
            organization: Some("org_1".into()),
            issuer: "https://tenant.test/".into(),
        }
    }

    #[test]
    fn the_grant_knows_what_the_login_asked_for() {
        for answer in [
            "https://app/callback?code=c%2B1&state=s",
            "/callback?state=s&code=c%2B1&iss=https%3A%2F%2Ftenant.test%2F#_=_",
            "code=c%2B1&state=s",
        ] {
            let grant = pending().finish(answer).unwrap();
            assert_eq!(grant.code.as_str(), "c+1");
            assert_eq!(grant.code_verifier.as_str(), "v");
            assert_eq!(grant.redirect_uri.as_deref(), Some("https://app/callback"));
            assert_eq!(grant.nonce.as_deref(), Some("n"));
            assert_eq!(
                (grant.max_age, grant.organization.as_deref()),
                (Some(60), Some("org_1"))
            );
        }
    }

    #[test]
    fn another_answer_does_not_end_the_login() {
        let refused = |error: &str, description: Option<&str>| CallbackError::Refused {
            error: error.into(),
            description: description.map(Into::into),
        };
        for (answer, expected) in [
            ("?code=c", CallbackError::State),
            ("?code=c&state=S", CallbackError::State),
            ("?code=c&state=s&state=s", CallbackError::Repeated),
            ("?code=c&state=s&iss=https://evil/", CallbackError::Issuer),
            ("?state=s", CallbackError::NoCode),
            ("?state=s&code=", CallbackError::NoCode),
            ("?error=x&state=other", CallbackError::State),
            (
                "?error=login_required&state=s",
                refused("login_required", None),
            ),
            (
                "?error=access_denied&error_description=No+way&state=s",
                refused("access_denied", Some("No way")),
            ),
        ] {
            assert_eq!(pending().finish(answer).unwrap_err(), expected, "{answer}");
        }
    }

    #[test]
    fn nothing_secret_is_shown() {
        let shown = format!("{:?}", pending());
        assert!(
            shown.contains("https://app/callback") && !shown.contains("\"v\""),
            "{shown}"
        );
    }
}
