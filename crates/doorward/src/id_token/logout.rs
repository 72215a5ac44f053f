//! Logout tokens: what a tenant posts to its clients when a session has ended.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::IdTokenError;
use super::claims::{Judge, missing, non_empty};
use crate::extra::Extra;
use crate::jws::seconds;

/// The member of `events` that makes a token a logout token.
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

/// Which sessions have ended. At least one of [`sub`](Self::sub) and [`sid`](Self::sid) is there.
///
/// Source: OpenID Connect Back-Channel Logout 1.0, 2.4.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct LogoutToken {
    /// The tenant: `https://{domain}/`.
    pub iss: String,
    /// The user. Without a `sid`, all of the user's sessions have ended.
    pub sub: Option<String>,
    /// The session, as its ID tokens name it.
    pub sid: Option<String>,
    /// When the token was issued.
    pub iat: Timestamp,
    /// The token's id. A receiver may remember it, to act once.
    pub jti: Option<String>,
    /// Everything else.
    pub extra: Extra,
}

impl LogoutToken {
    /// Sorts the claims of a token that was checked. `None` for times no calendar has.
    pub(super) fn of(mut raw: Map<String, Value>) -> Option<Self> {
        let mut text = |name: &str| match raw.shift_remove(name) {
            Some(Value::String(text)) => Some(text),
            _ => None,
        };
        let (iss, sub, sid, jti) = (text("iss")?, text("sub"), text("sid"), text("jti"));
        let iat = Timestamp::from_second(seconds(&raw.shift_remove("iat")?)?).ok()?;
        Some(Self {
            iss,
            sub,
            sid,
            iat,
            jti,
            extra: Extra(raw),
        })
    }
}

impl Judge<'_> {
    /// Makes every check of a logout token that needs no key.
    pub(super) fn check_logout(&self, claims: &Map<String, Value>) -> Result<(), IdTokenError> {
        let refused = |reason: &str| Err(IdTokenError::Mismatch(reason.to_owned()));
        self.check_issuer(claims)?;
        self.check_audience(claims)?;
        if claims.get("iat").and_then(seconds).is_none() {
            return Err(missing("Issued At (iat)", "a number"));
        }
        if let Some(expires_at) = claims.get("exp").and_then(seconds)
            && self.now.as_second() > expires_at.saturating_add(self.leeway_seconds())
        {
            return refused("the logout token has expired");
        }
        let is_text = |name: &str| claims.get(name).is_none_or(Value::is_string);
        if !is_text("sub") || !is_text("sid") {
            return refused("sub and sid of a logout token must be strings");
        }
        if non_empty(claims.get("sub")).is_none() && non_empty(claims.get("sid")).is_none() {
            return refused("a logout token must have a sub or a sid");
        }
        if claims.contains_key("nonce") {
            return refused("a logout token must not have a nonce");
        }
        match claims.get("events").and_then(|events| events.get(EVENT)) {
            Some(Value::Object(_)) => Ok(()),
            _ => refused("events of a logout token must have the back-channel logout event"),
        }
    }
}
