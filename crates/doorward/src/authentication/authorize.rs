//! Addresses that a browser is sent to.

use std::fmt;

use serde_json::Value;
use url::Url;

use super::PushedAuthorization;
use super::login::{Login, PendingLogin};
use super::pkce::{Pkce, random_state};
use crate::dpop::DpopKey;
use crate::error::{ArgumentError, Error};

/// The address of the login page, being put together. From
/// [`AuthenticationClient::authorize_url`](super::AuthenticationClient::authorize_url).
///
/// [`begin`](Self::begin) makes `state`, `nonce` and a PKCE pair, and hands out one value to keep in
/// the user's session until the browser is back:
///
/// ```
/// use doorward::AuthenticationClient;
/// use doorward::authentication::PendingLogin;
///
/// # fn main() -> Result<(), doorward::Error> {
/// let auth = AuthenticationClient::builder("tenant.eu.auth0.com").client_id("…").build()?;
/// let login = auth
///     .authorize_url()?
///     .redirect_uri("https://app.example.com/callback")
///     .scope("openid profile email offline_access")
///     .begin()?;
/// let kept = serde_json::to_string(&login.pending).unwrap(); // … into the user's session
/// // Redirect to `login.url`, and when the browser comes back:
/// let pending: PendingLogin = serde_json::from_str(&kept).unwrap();
/// let answer = format!("/callback?code=c&state={}", pending.state());
/// let grant = pending.finish(&answer)?;
/// // auth.oauth().authorization_code_grant_with_pkce(&grant).await?
/// # assert_eq!(grant.code.as_str(), "c");
/// # Ok(())
/// # }
/// ```
///
/// Who wants `state`, `nonce` and PKCE otherwise sets them and takes [`into_url`](Self::into_url).
#[derive(Clone)]
pub struct AuthorizeUrl {
    url: Url,
    issuer: String,
}

impl AuthorizeUrl {
    pub(super) fn new(base: Url, client_id: &str, issuer: &str) -> Self {
        let empty = Self {
            url: base,
            issuer: issuer.to_owned(),
        };
        empty
            .parameter("response_type", "code")
            .parameter("client_id", client_id)
    }

    /// Where the browser comes back to; one of the client's callbacks.
    pub fn redirect_uri(self, uri: &str) -> Self {
        self.parameter("redirect_uri", uri)
    }

    /// The scopes wanted, separated by spaces: `openid` for an ID token, `offline_access` for a
    /// refresh token.
    pub fn scope(self, scopes: &str) -> Self {
        self.parameter("scope", scopes)
    }

    /// The API the access token is for.
    pub fn audience(self, identifier: &str) -> Self {
        self.parameter("audience", identifier)
    }

    /// Comes back beside the code; compare it to know that the answer is yours.
    pub fn state(self, state: &str) -> Self {
        self.parameter("state", state)
    }

    /// Comes back in the ID token.
    pub fn nonce(self, nonce: &str) -> Self {
        self.parameter("nonce", nonce)
    }

    /// The challenge of a PKCE pair.
    pub fn pkce(self, pkce: &Pkce) -> Self {
        self.parameter("code_challenge", &pkce.challenge)
            .parameter("code_challenge_method", "S256")
    }

    /// Goes straight to this connection.
    pub fn connection(self, name: &str) -> Self {
        self.parameter("connection", name)
    }

    /// The organization to log in to, as id or name.
    pub fn organization(self, organization: &str) -> Self {
        self.parameter("organization", organization)
    }

    /// An invitation to that organization, from the link in the invited user's e-mail.
    pub fn invitation(self, ticket: &str) -> Self {
        self.parameter("invitation", ticket)
    }

    /// `none` for no page at all, `login` for one in any case, `consent`, `select_account`.
    pub fn prompt(self, prompt: &str) -> Self {
        self.parameter("prompt", prompt)
    }

    /// How many seconds ago the user may have logged in.
    pub fn max_age(self, seconds: u64) -> Self {
        self.parameter("max_age", &seconds.to_string())
    }

    /// What the login page fills in as the user's name.
    pub fn login_hint(self, hint: &str) -> Self {
        self.parameter("login_hint", hint)
    }

    /// Which page comes first, such as `signup`.
    pub fn screen_hint(self, hint: &str) -> Self {
        self.parameter("screen_hint", hint)
    }

    /// The languages of the pages, the best first, separated by spaces.
    pub fn ui_locales(self, languages: &str) -> Self {
        self.parameter("ui_locales", languages)
    }

    /// How the answer travels: `query`, `fragment`, `form_post` or `web_message`.
    pub fn response_mode(self, mode: &str) -> Self {
        self.parameter("response_mode", mode)
    }

    /// What exactly is to be allowed (RFC 9396): a list of objects, each with its `type`.
    pub fn authorization_details(self, details: &[Value]) -> Self {
        let details = Value::from(details.to_vec());
        self.parameter("authorization_details", &details.to_string())
    }

    /// The login of a native application, by a
    /// [`session_transfer_token`](super::OAuth::session_transfer_token).
    pub fn session_transfer_token(self, token: &str) -> Self {
        self.parameter("session_transfer_token", token)
    }

    /// Binds the code to the key that the tokens will be bound to (RFC 9449, 10).
    pub fn dpop(self, key: &DpopKey) -> Self {
        self.parameter("dpop_jkt", key.thumbprint())
    }

    /// Links an account at `connection` to the user of the ID token, whom the login page asks to
    /// log in there.
    #[doc(alias = "buildLinkUserUrl")]
    pub fn link_account(self, connection: &str, id_token: &str) -> Self {
        self.scope("openid link_account offline_access")
            .parameter("requested_connection", connection)
            .parameter("id_token_hint", id_token)
    }

    /// Separates an account at `connection` from the user of the ID token.
    #[doc(alias = "buildUnlinkUserUrl")]
    pub fn unlink_account(self, connection: &str, id_token: &str) -> Self {
        self.scope("openid unlink_account")
            .parameter("requested_connection", connection)
            .parameter("id_token_hint", id_token)
    }

    /// Any other parameter: `acr_values`, `request`, `ext-…`, …. One that is there already is
    /// replaced.
    pub fn parameter(mut self, name: &str, value: &str) -> Self {
        let others: Vec<(String, String)> = self
            .url
            .query_pairs()
            .filter(|(other, _)| other != name)
            .map(|(name, value)| (name.into_owned(), value.into_owned()))
            .collect();
        self.url
            .query_pairs_mut()
            .clear()
            .extend_pairs(others)
            .append_pair(name, value);
        self
    }

    /// Makes `state`, `nonce` and a PKCE pair, unless a `state` or `nonce` was set.
    ///
    /// # Errors
    ///
    /// When the operating system gives no randomness.
    pub fn begin(self) -> Result<Login, Error> {
        let (url, pending) = self.pending()?;
        Ok(Login {
            url: url.into_url(),
            pending,
        })
    }

    pub(super) fn pending(mut self) -> Result<(Self, PendingLogin), Error> {
        let pkce = Pkce::generate()?;
        let state = self.get("state").map_or_else(random_state, Ok)?;
        let nonce = self.get("nonce").map_or_else(random_state, Ok)?;
        self = self.state(&state).nonce(&nonce).pkce(&pkce);
        let pending = PendingLogin {
            state,
            nonce,
            code_verifier: pkce.verifier,
            redirect_uri: self.get("redirect_uri"),
            max_age: self.get("max_age").and_then(|age| age.parse().ok()),
            organization: self.get("organization"),
            issuer: self.issuer.clone(),
        };
        Ok((self, pending))
    }

    /// The same parameters as a request to push.
    pub(super) fn to_push(&self) -> Result<PushedAuthorization, ArgumentError> {
        let parameters: serde_json::Map<String, Value> = self
            .url
            .query_pairs()
            .map(|(name, value)| (name.into_owned(), value.into_owned().into()))
            .collect();
        if !parameters.contains_key("redirect_uri") {
            return Err(ArgumentError::Missing("redirect_uri"));
        }
        serde_json::from_value(parameters.into()).map_err(ArgumentError::Encode)
    }

    fn get(&self, wanted: &str) -> Option<String> {
        let mut pairs = self.url.query_pairs();
        pairs.find_map(|(name, value)| (name == wanted).then(|| value.into_owned()))
    }

    /// The address for what [`pushed_authorization`](super::OAuth::pushed_authorization) took:
    /// only the client and the `request_uri` stand in it.
    pub fn pushed(mut self, request_uri: &str) -> Url {
        let client_id = self.get("client_id").unwrap_or_default();
        self.url.set_query(None);
        self.url
            .query_pairs_mut()
            .append_pair("client_id", &client_id)
            .append_pair("request_uri", request_uri);
        self.url
    }

    /// The address.
    pub fn into_url(self) -> Url {
        self.url
    }
}

/// Shows the address without its parameters.
impl fmt::Debug for AuthorizeUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("AuthorizeUrl")
            .field(&self.url.path())
            .finish()
    }
}

/// The address that ends a user's session with the tenant, being put together. From
/// [`AuthenticationClient::logout_url`](super::AuthenticationClient::logout_url) and
/// [`v2_logout_url`](super::AuthenticationClient::v2_logout_url).
///
/// Source: OpenID Connect RP-Initiated Logout 1.0; `GET /v2/logout`.
#[derive(Clone)]
pub struct LogoutUrl {
    url: Url,
    /// What the endpoint calls the address to go on to.
    return_parameter: &'static str,
}

impl LogoutUrl {
    pub(super) fn new(base: Url, return_parameter: &'static str, client_id: Option<&str>) -> Self {
        let new = Self {
            url: base,
            return_parameter,
        };
        match client_id {
            Some(client_id) => new.parameter("client_id", client_id),
            None => new,
        }
    }

    /// Where the browser goes afterwards; one of the client's `allowed_logout_urls`.
    #[doc(alias = "post_logout_redirect_uri")]
    #[doc(alias = "returnTo")]
    pub fn return_to(self, uri: &str) -> Self {
        let name = self.return_parameter;
        self.parameter(name, uri)
    }

    /// Ends the session with the user's identity provider, too.
    pub fn federated(self) -> Self {
        self.parameter("federated", "")
    }

    /// The ID token of the session, which spares the user a question.
    pub fn id_token_hint(self, id_token: &str) -> Self {
        self.parameter("id_token_hint", id_token)
    }

    /// Any other parameter: `state`, `logout_hint`, `ui_locales`, …
    pub fn parameter(mut self, name: &str, value: &str) -> Self {
        self.url.query_pairs_mut().append_pair(name, value);
        self
    }

    /// The address.
    pub fn into_url(self) -> Url {
        self.url
    }
}

/// Shows the address without its parameters.
impl fmt::Debug for LogoutUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("LogoutUrl").field(&self.url.path()).finish()
    }
}
