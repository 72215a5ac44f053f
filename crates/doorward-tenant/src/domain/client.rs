//! A client (an application) as far as it behaves; its whole document stays beside it.

use jsonwebtoken::DecodingKey;
use serde_json::{Map, Value};

use super::client_certificate::{RegisteredCertificate, TlsMethod};
use super::origins::Origins;
use crate::keys::Algorithm;
use crate::secret::Secret;

/// The grant types of Auth0, by their names on the wire.
pub(crate) mod grant_type {
    pub(crate) const AUTHORIZATION_CODE: &str = "authorization_code";
    pub(crate) const CLIENT_CREDENTIALS: &str = "client_credentials";
    pub(crate) const DEVICE_CODE: &str = "urn:ietf:params:oauth:grant-type:device_code";
    pub(crate) const IMPLICIT: &str = "implicit";
    pub(crate) const PASSWORD: &str = "password";
    pub(crate) const PASSWORD_REALM: &str = "http://auth0.com/oauth/grant-type/password-realm";
    pub(crate) const PASSWORDLESS_OTP: &str = "http://auth0.com/oauth/grant-type/passwordless/otp";
    pub(crate) const REFRESH_TOKEN: &str = "refresh_token";

    /// Those that bring the user's password or code to the client.
    pub(super) const FIRST_PARTY_ONLY: &[&str] = &[
        PASSWORD,
        PASSWORD_REALM,
        "http://auth0.com/oauth/legacy/grant-type/ro",
    ];
}

/// Seconds for which a rotated refresh token may come again at most. A longer leeway would leave a stolen copy unseen for
/// all that time; the description of the Management API refuses it.
const LONGEST_LEEWAY: i64 = 3_600;
/// The methods of `client_authentication_methods` that need a certificate.
const TLS_METHODS: &[(&str, TlsMethod)] = &[
    ("tls_client_auth", TlsMethod::CaIssued),
    ("self_signed_tls_client_auth", TlsMethod::SelfSigned),
];

/// How a client proves who it is at the token endpoint.
#[derive(Debug, Clone)]
pub(crate) enum Authentication {
    /// A public client: it has nothing to prove with.
    None,
    /// With its secret, in the body or as Basic credentials; Auth0 takes either.
    Secret,
    /// With a signed assertion (RFC 7523).
    PrivateKeyJwt(Vec<Credential>),
    /// With a certificate on the connection (RFC 8705).
    Tls(TlsMethod, Vec<RegisteredCertificate>),
}

/// What a client has registered to prove itself with.
#[derive(Debug, Default)]
pub(crate) struct Credentials {
    pub(crate) keys: Vec<Credential>,
    pub(crate) certificates: Vec<RegisteredCertificate>,
    /// What it signs authorization requests with, which proves nothing else.
    pub(crate) request_keys: Vec<Credential>,
}

/// The signed authorization requests of a client (`signed_request_object` of its document).
#[derive(Debug, Clone, Default)]
pub(crate) struct RequestObjects {
    /// Whether a request that is not signed is none of the client's.
    pub(crate) is_required: bool,
    pub(crate) keys: Vec<Credential>,
}

/// A public key that a client signs its assertions or its requests with.
#[derive(Clone)]
pub(crate) struct Credential {
    pub(crate) kid: String,
    pub(crate) algorithm: jsonwebtoken::Algorithm,
    pub(crate) key: DecodingKey,
    /// Seconds since 1970 after which it is refused.
    pub(crate) expires_at: Option<i64>,
}

impl std::fmt::Debug for Credential {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Credential")
            .field("kid", &self.kid)
            .finish_non_exhaustive()
    }
}

/// How refresh tokens of a client live (`refresh_token` of its document). Lifetimes in seconds; `None` is for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RefreshTokenPolicy {
    pub(crate) is_rotating: bool,
    /// From the first token of a family.
    pub(crate) lifetime: Option<i64>,
    /// From the last exchange.
    pub(crate) idle_lifetime: Option<i64>,
    /// For how long after its rotation a token may come again, in seconds.
    pub(crate) leeway: i64,
}

/// A client, read once from its row and shared by all requests.
#[derive(Debug)]
pub(crate) struct Client {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) secret: Secret,
    pub(crate) authentication: Authentication,
    pub(crate) request_objects: RequestObjects,
    pub(crate) is_first_party: bool,
    pub(crate) is_global: bool,
    pub(crate) grant_types: Vec<String>,
    pub(crate) callbacks: Vec<String>,
    pub(crate) allowed_logout_urls: Vec<String>,
    pub(crate) web_origins: Vec<String>,
    /// Whose pages may read answers to this client.
    pub(crate) origins: Origins,
    pub(crate) id_token_algorithm: Algorithm,
    pub(crate) id_token_lifetime_in_seconds: i64,
    pub(crate) refresh_token: RefreshTokenPolicy,
    pub(crate) trusts_forwarded_for: bool,
    /// Whether its access tokens are worth nothing without a key that their holder proves to have.
    pub(crate) requires_proof_of_possession: bool,
    /// Everything the Management API knows of it, without secrets.
    pub(crate) document: Map<String, Value>,
}

impl Client {
    /// Whether a person who denies this client something stays here, instead of being sent where it wants:
    /// `redirection_policy`, which protects from third parties unless it says otherwise.
    pub(crate) fn has_open_redirect_protection(&self) -> bool {
        match text(&self.document, "redirection_policy") {
            "open_redirect_protection" => true,
            "allow_always" => false,
            _ => !self.is_first_party,
        }
    }

    /// Whether it may use the device flow: a native application without a secret.
    pub(crate) fn is_device(&self) -> bool {
        self.is_public()
            && text(&self.document, "app_type") == "native"
            && flag(&self.document, "oidc_conformant", false)
    }

    /// Reads a client from its document; what is missing or of another type gets its default.
    pub(crate) fn read(
        id: String,
        document: Map<String, Value>,
        secret: Secret,
        mut credentials: Credentials,
    ) -> Self {
        let signed = document.get("signed_request_object");
        let request_objects = RequestObjects {
            is_required: signed.is_some_and(|signed| signed["required"] == true),
            keys: std::mem::take(&mut credentials.request_keys),
        };
        let app_type = text(&document, "app_type");
        let jwt = document.get("jwt_configuration");
        let conformant = flag(&document, "oidc_conformant", false);
        let algorithm = jwt
            .and_then(|jwt| jwt["alg"].as_str())
            .and_then(Algorithm::named)
            // A client that is not conformant and says nothing gets what it got in 2014.
            .unwrap_or(if conformant {
                Algorithm::Rs256
            } else {
                Algorithm::Hs256
            });
        Self {
            authentication: authentication(&document, app_type, credentials),
            request_objects,
            id,
            name: text(&document, "name").to_owned(),
            secret,
            is_first_party: flag(&document, "is_first_party", true),
            is_global: flag(&document, "global", false),
            grant_types: texts(&document, "grant_types"),
            callbacks: texts(&document, "callbacks"),
            allowed_logout_urls: texts(&document, "allowed_logout_urls"),
            web_origins: texts(&document, "web_origins"),
            origins: Origins::of(&document),
            id_token_algorithm: algorithm,
            id_token_lifetime_in_seconds: jwt
                .and_then(|jwt| jwt["lifetime_in_seconds"].as_i64())
                .map_or(36_000, |seconds| seconds.clamp(1, i64::from(i32::MAX))),
            refresh_token: RefreshTokenPolicy::read(document.get("refresh_token")),
            trusts_forwarded_for: flag(&document, "is_token_endpoint_ip_header_trusted", false),
            requires_proof_of_possession: flag(&document, "require_proof_of_possession", false),
            document,
        }
    }

    /// Whether the client may use this grant type. A third party never gets to see passwords, whatever its row says.
    pub(crate) fn may_use(&self, grant_type: &str) -> bool {
        let is_kept_from_it =
            !self.is_first_party && grant_type::FIRST_PARTY_ONLY.contains(&grant_type);
        !is_kept_from_it && self.grant_types.iter().any(|known| known == grant_type)
    }

    /// Whether the client cannot keep a secret.
    pub(crate) fn is_public(&self) -> bool {
        matches!(self.authentication, Authentication::None)
    }
}

fn authentication(
    document: &Map<String, Value>,
    app_type: &str,
    credentials: Credentials,
) -> Authentication {
    let methods = document.get("client_authentication_methods");
    let is_method = |name: &str| methods.is_some_and(|methods| methods.get(name).is_some());
    if is_method("private_key_jwt") {
        return Authentication::PrivateKeyJwt(credentials.keys);
    }
    for (name, method) in TLS_METHODS {
        if is_method(name) {
            return Authentication::Tls(*method, credentials.certificates);
        }
    }
    match text(document, "token_endpoint_auth_method") {
        "none" => Authentication::None,
        "" if matches!(app_type, "spa" | "native") => Authentication::None,
        _ => Authentication::Secret,
    }
}

impl RefreshTokenPolicy {
    fn read(policy: Option<&Value>) -> Self {
        let Some(policy) = policy.filter(|policy| policy.is_object()) else {
            return Self {
                is_rotating: false,
                lifetime: None,
                idle_lifetime: None,
                leeway: 0,
            };
        };
        let is_rotating = policy["rotation_type"] == "rotating";
        let is_infinite = |name: &str| policy[name].as_bool().unwrap_or(false);
        let expires = policy["expiration_type"] == "expiring";
        let seconds = |name: &str, infinite: &str| {
            (!is_infinite(infinite)).then(|| policy[name].as_i64().unwrap_or(2_592_000))
        };
        Self {
            is_rotating,
            lifetime: seconds("token_lifetime", "infinite_token_lifetime").filter(|_| expires),
            idle_lifetime: seconds("idle_token_lifetime", "infinite_idle_token_lifetime")
                .filter(|_| expires),
            leeway: policy["leeway"]
                .as_i64()
                .unwrap_or(0)
                .clamp(0, LONGEST_LEEWAY),
        }
    }
}

fn text<'d>(document: &'d Map<String, Value>, name: &str) -> &'d str {
    document
        .get(name)
        .and_then(Value::as_str)
        .unwrap_or_default()
}

fn flag(document: &Map<String, Value>, name: &str, default: bool) -> bool {
    document
        .get(name)
        .and_then(Value::as_bool)
        .unwrap_or(default)
}

fn texts(document: &Map<String, Value>, name: &str) -> Vec<String> {
    let array = document.get(name).and_then(Value::as_array);
    let texts = array.into_iter().flatten().filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn client(document: Value) -> Client {
        let document = document.as_object().cloned().unwrap();
        Client::read(
            "id".to_owned(),
            document,
            Secret::default(),
            Credentials::default(),
        )
    }

    #[test]
    fn browser_and_native_clients_are_public_unless_they_say_otherwise() {
        assert!(client(json!({"app_type": "spa"})).is_public());
        assert!(client(json!({"app_type": "native"})).is_public());
        assert!(!client(json!({"app_type": "regular_web"})).is_public());
        let method = "client_secret_post";
        assert!(
            !client(json!({"app_type": "spa", "token_endpoint_auth_method": method})).is_public()
        );
        assert!(!client(json!({})).is_public());
    }

    #[test]
    fn refresh_tokens_live_for_ever_unless_a_policy_says_otherwise() {
        let forever = client(json!({})).refresh_token;
        assert_eq!(
            (forever.lifetime, forever.idle_lifetime, forever.is_rotating),
            (None, None, false)
        );
        let policy = client(json!({"refresh_token": {
            "rotation_type": "rotating", "expiration_type": "expiring",
            "token_lifetime": 100, "infinite_idle_token_lifetime": true, "leeway": 5,
        }}));
        assert_eq!(
            policy.refresh_token,
            RefreshTokenPolicy {
                is_rotating: true,
                lifetime: Some(100),
                idle_lifetime: None,
                leeway: 5
            }
        );
    }

    #[test]
    fn no_leeway_is_longer_than_an_hour() {
        let leeway = |seconds: i64| {
            let policy = json!({"rotation_type": "rotating", "leeway": seconds});
            client(json!({ "refresh_token": policy }))
                .refresh_token
                .leeway
        };
        assert_eq!(
            (leeway(3_600), leeway(3_601), leeway(-1)),
            (3_600, 3_600, 0)
        );
    }

    #[test]
    fn no_lifetime_is_longer_than_time() {
        let lifetime = |seconds: i64| {
            let jwt = json!({ "lifetime_in_seconds": seconds });
            client(json!({ "jwt_configuration": jwt })).id_token_lifetime_in_seconds
        };
        assert_eq!((lifetime(60), lifetime(-1)), (60, 1));
        assert_eq!(lifetime(i64::MAX), 2_147_483_647);
    }

    #[test]
    fn an_old_client_without_an_algorithm_signs_id_tokens_with_its_secret() {
        assert_eq!(client(json!({})).id_token_algorithm, Algorithm::Hs256);
        assert_eq!(
            client(json!({"oidc_conformant": true})).id_token_algorithm,
            Algorithm::Rs256
        );
    }
}
