//! A resource server (an API): how its access tokens look and who may get which scopes.

use serde_json::{Map, Value};

use super::possession::ProofOfPossession;
use crate::keys::Algorithm;
use crate::secret::Secret;

/// The claims that access tokens of an API carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// Auth0's own: `azp`, `gty`.
    Auth0,
    /// RFC 9068: `client_id`, `jti`, header `at+jwt`.
    Rfc9068,
}

/// An API, read once from its row and shared by all requests.
#[derive(Debug)]
pub(crate) struct ResourceServer {
    pub(crate) identifier: String,
    /// Names of the scopes it defines.
    pub(crate) scopes: Vec<String>,
    pub(crate) signing_algorithm: Algorithm,
    /// The key of HS256.
    pub(crate) signing_secret: Secret,
    pub(crate) token_lifetime_in_seconds: i64,
    pub(crate) token_lifetime_for_web_in_seconds: i64,
    pub(crate) allows_offline_access: bool,
    pub(crate) skips_consent: bool,
    /// Role-based access control: users get only what their roles and permissions allow.
    pub(crate) enforces_policies: bool,
    pub(crate) dialect: Dialect,
    /// Whether tokens list the user's `permissions`.
    pub(crate) lists_permissions: bool,
    /// `allow_all`, `deny_all` or `require_client_grant`, for tokens that act for a user.
    pub(crate) user_policy: String,
    /// The same for tokens that act for the client itself.
    pub(crate) client_policy: String,
    /// What its tokens are to be bound to.
    pub(crate) proof_of_possession: Option<ProofOfPossession>,
    /// Everything the Management API knows of it, without secrets.
    pub(crate) document: Map<String, Value>,
}

impl ResourceServer {
    /// Reads an API from its document; what is missing or of another type gets its default.
    pub(crate) fn read(identifier: String, document: Map<String, Value>, secret: Secret) -> Self {
        let text = |name: &str| {
            document
                .get(name)
                .and_then(Value::as_str)
                .unwrap_or_default()
        };
        let flag = |name: &str| document.get(name).and_then(Value::as_bool).unwrap_or(false);
        let seconds = |name: &str, default| {
            document
                .get(name)
                .and_then(Value::as_i64)
                .unwrap_or(default)
        };
        let policy = |subject: &str, default: &str| {
            let policy = document.get("subject_type_authorization");
            let policy = policy.and_then(|policy| policy[subject]["policy"].as_str());
            policy.unwrap_or(default).to_owned()
        };
        let scopes = document.get("scopes").and_then(Value::as_array);
        let scopes = scopes.into_iter().flatten();
        let dialect = text("token_dialect");
        Self {
            scopes: scopes
                .filter_map(|scope| Some(scope["value"].as_str()?.to_owned()))
                .collect(),
            signing_algorithm: Algorithm::named(text("signing_alg")).unwrap_or_default(),
            signing_secret: secret,
            token_lifetime_in_seconds: seconds("token_lifetime", 86_400),
            token_lifetime_for_web_in_seconds: seconds("token_lifetime_for_web", 7_200),
            allows_offline_access: flag("allow_offline_access"),
            skips_consent: flag("skip_consent_for_verifiable_first_party_clients"),
            enforces_policies: flag("enforce_policies"),
            dialect: if dialect.starts_with("rfc9068") {
                Dialect::Rfc9068
            } else {
                Dialect::Auth0
            },
            lists_permissions: dialect.ends_with("_authz"),
            user_policy: policy("user", "allow_all"),
            client_policy: policy("client", "require_client_grant"),
            proof_of_possession: ProofOfPossession::read(document.get("proof_of_possession")),
            identifier,
            document,
        }
    }
}

/// The description of a scope that an API's document defines; empty when it has none, `None` when there is no such
/// scope.
pub(crate) fn scope_described<'d>(document: &'d Map<String, Value>, name: &str) -> Option<&'d str> {
    let scopes = document.get("scopes").and_then(Value::as_array)?;
    let found = scopes.iter().find(|scope| scope["value"] == name)?;
    Some(found["description"].as_str().unwrap_or_default())
}
