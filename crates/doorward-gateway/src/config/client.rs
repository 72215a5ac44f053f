//! `clients.<name>`: one application of the tenant, as the requests of one kind of caller use it.

use jsonwebtoken::Algorithm;
use serde_json::Value;
use url::Url;

use super::TenantUrl;
use super::object::Object;
use super::report::Report;
use crate::http::is_local_path;
use doorward::Secret;

/// The scope that asks for a cookie instead of tokens. It is the gateway's own and never reaches Auth0.
const WEBSITE: &str = "website";

/// One entry of `clients`.
#[derive(Debug, Clone)]
pub struct Client {
    /// The name in the config file; requests choose it with the header `client-type`.
    pub name: String,
    /// `auth0Url`: the tenant that logs this client's users in.
    pub auth0_url: TenantUrl,
    /// `clientId` of the application.
    pub client_id: String,
    /// `clientSecret` of the application.
    pub client_secret: Secret,
    /// `redirectUrl`: the callback, absolute, or a path completed with each request's own address.
    pub redirect_url: String,
    /// `scopes` as configured, `openid` and `website` included or not.
    pub scopes: Vec<String>,
    /// `audience`: the API for which access tokens are asked; none unless set.
    pub audience: Option<String>,
    /// `supportedSigningAlgs`: what ID tokens may be signed with; RS256 unless set.
    pub supported_signing_algs: Vec<Algorithm>,
    /// `supportedConnections`: empty means that every connection may be named.
    pub supported_connections: Vec<String>,
    /// `defaultConnection`: used when a request names none.
    pub default_connection: Option<String>,
    /// `sameSite` of the session cookie; the attribute is absent unless set.
    pub same_site: Option<SameSite>,
    /// `authorizeStateRequired`: the caller of `/authorize` brings its own `state`. Off unless set.
    pub is_authorize_state_required: bool,
}

impl Client {
    /// Whether callers get a cookie instead of tokens: the scope `website` is configured.
    pub fn is_website(&self) -> bool {
        self.scopes.iter().any(|scope| scope == WEBSITE)
    }

    /// The `scope` parameter sent to Auth0: `openid` first and once, then the configured scopes in
    /// order without duplicates and without `website`.
    pub fn scope(&self) -> String {
        let mut sent = vec!["openid"];
        for scope in &self.scopes {
            if scope != WEBSITE && !sent.contains(&scope.as_str()) {
                sent.push(scope);
            }
        }
        sent.join(" ")
    }
}

/// `SameSite` of the session cookie (RFC 6265bis).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SameSite {
    /// Sent with top-level navigation from other sites.
    Lax,
    /// Sent with every request.
    None,
    /// Sent with requests from the same site only.
    Strict,
}

impl SameSite {
    /// The value as the cookie attribute spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lax => "Lax",
            Self::None => "None",
            Self::Strict => "Strict",
        }
    }
}

/// Reads the client called `name` at the JSON path `path`.
pub(super) fn read(
    name: String,
    path: String,
    value: Value,
    report: &mut Report,
) -> Option<Client> {
    let mut object = Object::open(path, value, report)?;
    let auth0_url = tenant_url(&mut object, "auth0Url", true);
    let client_id = object.required_string("clientId");
    let client_secret = object.required_string("clientSecret").map(Secret::from);
    let redirect_url = redirect_url(&mut object);
    if !object.has("scopes") {
        object.required("scopes");
    }
    let scopes = object.strings("scopes");
    let audience = object.string("audience");
    let supported_signing_algs = signing_algs(&mut object);
    let supported_connections = object.strings("supportedConnections");
    let default_connection = object.string("defaultConnection");
    if let Some(default) = &default_connection
        && !supported_connections.contains(default)
    {
        let place = object.path_of("defaultConnection");
        object
            .report
            .problem(&place, "is not among supportedConnections");
    }
    let same_site = same_site(&mut object);
    let is_authorize_state_required = object.boolean("authorizeStateRequired");
    object.close();
    Some(Client {
        name,
        auth0_url: auth0_url?,
        client_id: client_id?,
        client_secret: client_secret?,
        redirect_url: redirect_url?,
        scopes,
        audience,
        supported_signing_algs,
        supported_connections,
        default_connection,
        same_site,
        is_authorize_state_required,
    })
}

/// Reads a tenant's URL; `is_required` says whether its absence is a problem.
pub(super) fn tenant_url(
    object: &mut Object<'_>,
    name: &str,
    is_required: bool,
) -> Option<TenantUrl> {
    let text = if is_required {
        object.required_string(name)
    } else {
        object.string(name)
    }?;
    match TenantUrl::parse(&text) {
        Ok(url) => Some(url),
        Err(what) => {
            let place = object.path_of(name);
            object.report.problem(&place, what);
            None
        }
    }
}

fn redirect_url(object: &mut Object<'_>) -> Option<String> {
    let text = object.required_string("redirectUrl")?;
    if is_local_path(&text) || Url::parse(&text).is_ok_and(|url| url.has_host()) {
        return Some(text);
    }
    let place = object.path_of("redirectUrl");
    object.report.problem(
        &place,
        "must be an absolute URL, or a path that starts with one /",
    );
    None
}

fn signing_algs(object: &mut Object<'_>) -> Vec<Algorithm> {
    let place = object.path_of("supportedSigningAlgs");
    let mut algorithms = Vec::new();
    for name in object.strings("supportedSigningAlgs") {
        match name.parse() {
            // ID tokens that a client could forge with its own secret stay limited to HS256.
            Ok(Algorithm::HS384 | Algorithm::HS512) | Err(_) => {
                object.report.problem(
                    &place,
                    format_args!("{name:?} is not a supported signing algorithm"),
                );
            }
            Ok(algorithm) => algorithms.push(algorithm),
        }
    }
    if algorithms.is_empty() {
        algorithms.push(Algorithm::RS256);
    }
    algorithms
}

fn same_site(object: &mut Object<'_>) -> Option<SameSite> {
    match object.string("sameSite")?.as_str() {
        "Lax" => Some(SameSite::Lax),
        "None" => Some(SameSite::None),
        "Strict" => Some(SameSite::Strict),
        _ => {
            let place = object.path_of("sameSite");
            object.report.problem(&place, "must be Lax, None or Strict");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scope_of(scopes: &[&str]) -> String {
        let mut report = Report::default();
        let value = serde_json::json!({
            "auth0Url": "https://t", "clientId": "c", "clientSecret": "s", "redirectUrl": "/cb", "scopes": scopes,
        });
        read("x".to_owned(), "clients.x".to_owned(), value, &mut report)
            .expect("a client")
            .scope()
    }

    #[test]
    fn openid_is_first_and_once_and_website_is_not_sent() {
        assert_eq!(scope_of(&[]), "openid");
        assert_eq!(
            scope_of(&["profile", "openid", "email"]),
            "openid profile email"
        );
        assert_eq!(
            scope_of(&["openid", "openid", "website", "email", "email"]),
            "openid email"
        );
    }
}
