//! Addresses that a browser is sent to.

use std::fmt;

use url::Url;

use super::pkce::Pkce;

/// The address of the login page, being put together. From
/// [`AuthenticationClient::authorize_url`](super::AuthenticationClient::authorize_url).
///
/// ```
/// use doorward::AuthenticationClient;
/// use doorward::authentication::{Pkce, random_state};
///
/// # fn main() -> Result<(), doorward::Error> {
/// let auth = AuthenticationClient::builder("tenant.eu.auth0.com").client_id("…").build()?;
/// let (pkce, state, nonce) = (Pkce::generate()?, random_state()?, random_state()?);
/// let url = auth
///     .authorize_url()?
///     .redirect_uri("https://app.example.com/callback")
///     .scope("openid profile email offline_access")
///     .pkce(&pkce)
///     .state(&state)
///     .nonce(&nonce)
///     .into_url();
/// // Keep verifier, state and nonce in the user's session, then redirect to `url`.
/// # assert!(url.as_str().starts_with("https://tenant.eu.auth0.com/authorize?response_type=code"));
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct AuthorizeUrl {
    url: Url,
}

impl AuthorizeUrl {
    pub(super) fn new(base: Url, client_id: &str) -> Self {
        Self { url: base }
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

    /// Any other parameter: `prompt`, `max_age`, `login_hint`, `screen_hint`, `ui_locales`, …
    pub fn parameter(mut self, name: &str, value: &str) -> Self {
        self.url.query_pairs_mut().append_pair(name, value);
        self
    }

    /// The address for what [`pushed_authorization`](super::OAuth::pushed_authorization) took:
    /// only the client and the `request_uri` stand in it.
    pub fn pushed(mut self, request_uri: &str) -> Url {
        let client_id = self
            .url
            .query_pairs()
            .find_map(|(name, value)| (name == "client_id").then(|| value.into_owned()));
        self.url.set_query(None);
        self.url
            .query_pairs_mut()
            .append_pair("client_id", client_id.as_deref().unwrap_or_default())
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
/// [`AuthenticationClient::logout_url`](super::AuthenticationClient::logout_url).
///
/// Source: OpenID Connect RP-Initiated Logout 1.0.
#[derive(Clone)]
pub struct LogoutUrl {
    url: Url,
}

impl LogoutUrl {
    pub(super) fn new(base: Url, client_id: Option<&str>) -> Self {
        let new = Self { url: base };
        match client_id {
            Some(client_id) => new.parameter("client_id", client_id),
            None => new,
        }
    }

    /// Where the browser goes afterwards; one of the client's `allowed_logout_urls`.
    pub fn post_logout_redirect_uri(self, uri: &str) -> Self {
        self.parameter("post_logout_redirect_uri", uri)
    }

    /// The ID token of the session, which spares the user a question.
    pub fn id_token_hint(self, id_token: &str) -> Self {
        self.parameter("id_token_hint", id_token)
    }

    /// Any other parameter: `state`, `federated`, `ui_locales`, …
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
