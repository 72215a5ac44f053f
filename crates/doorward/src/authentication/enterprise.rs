//! Addresses of logins by SAML and WS-Federation, where the tenant is the identity provider.

use url::Url;

use super::AuthenticationClient;
use super::operation::escaped;
use crate::error::{ArgumentError, Error};

impl AuthenticationClient {
    /// Where to send the browser so that its user logs in to this client by SAML, at `connection` if one
    /// is named.
    ///
    /// # Errors
    ///
    /// [`ArgumentError::NoClientId`] when the client has none.
    #[doc(alias = "BuildSamlUrl")]
    pub fn saml_login_url(&self, connection: Option<&str>) -> Result<Url, Error> {
        let mut url = self.address("samlp", "")?;
        if let Some(connection) = connection {
            url.query_pairs_mut().append_pair("connection", connection);
        }
        Ok(url)
    }

    /// Where to send the browser so that its user is logged out of this client by SAML.
    ///
    /// # Errors
    ///
    /// [`ArgumentError::NoClientId`] when the client has none.
    pub fn saml_logout_url(&self) -> Result<Url, Error> {
        self.address("samlp", "/logout")
    }

    /// Where to send the browser so that its user logs in to this client by WS-Federation.
    ///
    /// `parameters` are those of the protocol, of which none has to be there: `wtrealm`, `whr`, `wctx`,
    /// `wreply`.
    ///
    /// ```
    /// let auth = doorward::AuthenticationClient::builder("tenant.eu.auth0.com").client_id("id").build()?;
    /// let url = auth.ws_federation_url([("whr", "urn:google-apps")])?;
    /// assert_eq!(url.as_str(), "https://tenant.eu.auth0.com/wsfed/id?whr=urn%3Agoogle-apps");
    /// # Ok::<(), doorward::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ArgumentError::NoClientId`] when the client has none.
    #[doc(alias = "BuildWsFedUrl")]
    pub fn ws_federation_url<'p>(
        &self,
        parameters: impl IntoIterator<Item = (&'p str, &'p str)>,
    ) -> Result<Url, Error> {
        let mut url = self.address("wsfed", "")?;
        let mut parameters = parameters.into_iter().peekable();
        if parameters.peek().is_some() {
            url.query_pairs_mut().extend_pairs(parameters);
        }
        Ok(url)
    }

    fn address(&self, protocol: &str, behind: &str) -> Result<Url, Error> {
        let client_id = self.client_id().ok_or(ArgumentError::NoClientId)?;
        let path = format!("/{protocol}/{}{behind}", escaped(client_id));
        Ok(self.shared.dispatcher.domain.url(&path))
    }
}
