//! What an access token says.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::AccessTokenError;
use crate::extra::Extra;
use crate::jws::seconds;

/// What a judged access token says about the call it allows.
///
/// Sources: Auth0's access token profile and RFC 9068, whichever the API uses.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AccessTokenClaims {
    /// The tenant: `https://{domain}/`.
    pub iss: String,
    /// The user's id, or `{client_id}@clients` of a client that acts for itself.
    pub sub: String,
    /// The APIs the token is for.
    pub aud: Vec<String>,
    /// Until when it counts.
    pub exp: Timestamp,
    /// When it was issued.
    pub iat: Timestamp,
    /// The client it was issued to: `azp` or `client_id`.
    pub client_id: Option<String>,
    /// The scopes granted.
    pub scopes: Vec<String>,
    /// The user's permissions, for an API that adds them to its tokens.
    pub permissions: Vec<String>,
    /// The organization the user logged in to.
    pub org_id: Option<String>,
    /// The thumbprint of the key it is bound to (`cnf.jkt`, RFC 9449).
    pub key_thumbprint: Option<String>,
    /// The thumbprint of the certificate it is bound to (`cnf.x5t#S256`, RFC 8705).
    pub certificate_thumbprint: Option<String>,
    /// Everything else: your own claims, `gty`, `jti`, `act`, …
    pub extra: Extra,
}

impl AccessTokenClaims {
    /// Sorts the claims of a token that nobody has judged yet.
    pub(super) fn read(mut raw: Map<String, Value>) -> Result<Self, AccessTokenError> {
        use AccessTokenError::MissingClaim;

        let aud = match raw.shift_remove("aud") {
            Some(Value::String(audience)) => vec![audience],
            Some(list @ Value::Array(_)) => {
                serde_json::from_value(list).map_err(|_| MissingClaim("aud"))?
            }
            _ => return Err(MissingClaim("aud")),
        };
        let permissions = match raw.shift_remove("permissions") {
            None => Vec::new(),
            Some(list) => serde_json::from_value(list).map_err(|_| MissingClaim("permissions"))?,
        };
        let binding = raw.shift_remove("cnf").unwrap_or_default();
        let bound_to = |name: &str| binding.get(name).and_then(Value::as_str).map(str::to_owned);
        let mut moment = |name: &'static str| {
            let second = raw.shift_remove(name).as_ref().and_then(seconds);
            let moment = second.and_then(|second| Timestamp::from_second(second).ok());
            moment.ok_or(MissingClaim(name))
        };
        let (exp, iat) = (moment("exp")?, moment("iat")?);
        let mut text = |name: &str| match raw.shift_remove(name) {
            Some(Value::String(text)) if !text.is_empty() => Some(text),
            _ => None,
        };
        let (azp, client_id) = (text("azp"), text("client_id"));
        let scope = text("scope").unwrap_or_default();
        Ok(Self {
            iss: text("iss").ok_or(MissingClaim("iss"))?,
            sub: text("sub").ok_or(MissingClaim("sub"))?,
            org_id: text("org_id"),
            client_id: azp.or(client_id),
            scopes: scope.split_ascii_whitespace().map(str::to_owned).collect(),
            key_thumbprint: bound_to("jkt"),
            certificate_thumbprint: bound_to("x5t#S256"),
            aud,
            exp,
            iat,
            permissions,
            extra: Extra(raw),
        })
    }

    /// Whether the token is of this tenant, for this API, and counts now.
    pub(super) fn check(
        &self,
        issuer: &str,
        audience: &str,
        now: Timestamp,
        leeway: Duration,
    ) -> Result<(), AccessTokenError> {
        if self.iss != issuer {
            return Err(AccessTokenError::Issuer);
        }
        if !self.aud.iter().any(|named| named == audience) {
            return Err(AccessTokenError::Audience);
        }
        let leeway = i64::try_from(leeway.as_secs()).unwrap_or(i64::MAX);
        let now = now.as_second();
        if now >= self.exp.as_second().saturating_add(leeway) {
            return Err(AccessTokenError::Expired);
        }
        let begins = self.extra.get("nbf").and_then(seconds);
        match begins.is_some_and(|second| now.saturating_add(leeway) < second) {
            true => Err(AccessTokenError::NotYet),
            false => Ok(()),
        }
    }

    /// Whether only the holder of a key or a certificate may use the token.
    pub fn is_bound(&self) -> bool {
        self.key_thumbprint.is_some() || self.certificate_thumbprint.is_some()
    }

    /// Whether the token has this scope.
    pub fn has_scope(&self, scope: &str) -> bool {
        self.scopes.iter().any(|granted| granted == scope)
    }

    /// Whether the token has this permission.
    pub fn has_permission(&self, permission: &str) -> bool {
        self.permissions.iter().any(|granted| granted == permission)
    }

    /// Lets only tokens with all of these scopes pass.
    ///
    /// # Errors
    ///
    /// [`AccessTokenError::InsufficientScope`].
    pub fn require_scopes(&self, scopes: &[impl AsRef<str>]) -> Result<(), AccessTokenError> {
        require(scopes, |scope| self.has_scope(scope))
    }

    /// Lets only tokens with all of these permissions pass.
    ///
    /// # Errors
    ///
    /// [`AccessTokenError::InsufficientScope`].
    pub fn require_permissions(
        &self,
        permissions: &[impl AsRef<str>],
    ) -> Result<(), AccessTokenError> {
        require(permissions, |permission| self.has_permission(permission))
    }
}

fn require(wanted: &[impl AsRef<str>], has: impl Fn(&str) -> bool) -> Result<(), AccessTokenError> {
    match wanted.iter().all(|wanted| has(wanted.as_ref())) {
        true => Ok(()),
        false => Err(AccessTokenError::InsufficientScope {
            needed: wanted
                .iter()
                .map(AsRef::as_ref)
                .collect::<Vec<_>>()
                .join(" "),
        }),
    }
}
