//! What a tenant tells everyone: its metadata for OpenID Connect, SAML and WS-Federation.

use std::borrow::Cow;

use http::Method;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::operation::{AuthenticationOperation, ClientProof, Encoding, escaped, read_json};
use crate::extra::Extra;
use crate::response::RawResponse;

/// `GET /.well-known/openid-configuration`.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub struct GetServerMetadata {}

/// Where the endpoints of a tenant are, and what they can do.
///
/// Source: OpenID Connect Discovery 1.0, RFC 8414.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ServerMetadata {
    /// The tenant: `https://{domain}/`.
    pub issuer: String,
    /// Where browsers log in.
    pub authorization_endpoint: String,
    /// Where tokens are bought.
    pub token_endpoint: String,
    /// The tenant's public keys.
    pub jwks_uri: String,
    /// Where browsers log out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_session_endpoint: Option<String>,
    /// Where authorization requests are pushed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pushed_authorization_request_endpoint: Option<String>,
    /// The same endpoints for clients that present a certificate (RFC 8705, 5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mtls_endpoint_aliases: Option<Map<String, Value>>,
    /// Everything else in the document.
    #[serde(flatten)]
    pub extra: Extra,
}

impl AuthenticationOperation for GetServerMetadata {
    const NAME: &'static str = "metadata.server";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/.well-known/openid-configuration";
    const ENCODING: Encoding = Encoding::Query;
    const NAMES_CLIENT: bool = false;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Never;
    type Output = ServerMetadata;

    fn read(response: &RawResponse) -> Result<Self::Output, serde_json::Error> {
        read_json(response)
    }
}

/// `GET /samlp/metadata/{client_id}`: what a SAML service provider needs to know, as XML.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct GetSamlMetadata {
    /// The client with the SAML add-on. In the path.
    #[serde(skip_serializing)]
    pub client_id: String,
}

impl AuthenticationOperation for GetSamlMetadata {
    const NAME: &'static str = "metadata.saml";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/samlp/metadata/{client_id}";
    const ENCODING: Encoding = Encoding::Query;
    const NAMES_CLIENT: bool = false;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Never;
    type Output = String;

    fn path(&self) -> Cow<'_, str> {
        format!("/samlp/metadata/{}", escaped(&self.client_id)).into()
    }

    fn read(response: &RawResponse) -> Result<String, serde_json::Error> {
        Ok(String::from_utf8_lossy(&response.body).into_owned())
    }
}

/// `GET /wsfed/FederationMetadata/2007-06/FederationMetadata.xml`.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub struct GetWsFederationMetadata {}

impl AuthenticationOperation for GetWsFederationMetadata {
    const NAME: &'static str = "metadata.wsFederation";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/wsfed/FederationMetadata/2007-06/FederationMetadata.xml";
    const ENCODING: Encoding = Encoding::Query;
    const NAMES_CLIENT: bool = false;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Never;
    type Output = String;

    fn read(response: &RawResponse) -> Result<String, serde_json::Error> {
        Ok(String::from_utf8_lossy(&response.body).into_owned())
    }
}

/// `GET /.well-known/webfinger`: whether users with addresses of a domain log in elsewhere. A tenant
/// that knows nothing of the domain answers 404.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FindFederatedDomain {
    /// The part of the addresses behind the `@`.
    #[serde(skip_serializing, alias = "emailDomain")]
    pub email_domain: String,
}

impl AuthenticationOperation for FindFederatedDomain {
    const NAME: &'static str = "metadata.federatedDomain";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/.well-known/webfinger";
    const ENCODING: Encoding = Encoding::Query;
    const NAMES_CLIENT: bool = false;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Never;
    type Output = Value;

    fn adjust(&self, fields: &mut Map<String, Value>, _issuer: &str) {
        let resource = format!("urn:auth0:discovery:domain:{}", self.email_domain);
        fields.insert("resource".into(), resource.into());
        let rel = "http://openid.net/specs/connect/1.0/issuer";
        fields.insert("rel".into(), rel.into());
    }

    fn read(response: &RawResponse) -> Result<Value, serde_json::Error> {
        read_json(response)
    }
}
