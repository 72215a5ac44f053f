//! What an ID token says, and what it has to say. No I/O, no clock.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::IdTokenError;
use crate::extra::Extra;
use crate::jws::seconds;

/// What a validated ID token says about a login.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IdTokenClaims {
    /// The tenant: `https://{domain}/`.
    pub iss: String,
    /// The user's id, such as `auth0|…`.
    pub sub: String,
    /// The client, and whoever else may read the token.
    pub aud: Vec<String>,
    /// Until when the token counts.
    pub exp: Timestamp,
    /// When it was issued.
    pub iat: Timestamp,
    /// Everything else: `nonce`, `auth_time`, `org_id`, `email`, your own claims.
    pub extra: Extra,
}

impl IdTokenClaims {
    /// Sorts the claims of a token that was checked. `None` for times no calendar has.
    pub(super) fn of(mut raw: Map<String, Value>) -> Option<Self> {
        let mut text = |name: &str| match raw.shift_remove(name) {
            Some(Value::String(text)) => Some(text),
            _ => None,
        };
        let (iss, sub) = (text("iss")?, text("sub")?);
        let aud = match raw.shift_remove("aud")? {
            Value::String(audience) => vec![audience],
            Value::Array(list) => list
                .iter()
                .filter_map(|audience| audience.as_str().map(str::to_owned))
                .collect(),
            _ => return None,
        };
        let mut moment = |name: &str| {
            let second = seconds(&raw.shift_remove(name)?)?;
            Timestamp::from_second(second).ok()
        };
        let (exp, iat) = (moment("exp")?, moment("iat")?);
        Some(Self {
            iss,
            sub,
            aud,
            exp,
            iat,
            extra: Extra(raw),
        })
    }
}

/// What a program knows about the login it started, for its ID token to confirm.
#[derive(Debug, Clone, Copy, Default)]
pub struct IdTokenExpectation<'a> {
    /// The `nonce` sent to `/authorize`. A token with a nonce is refused when this is `None`.
    pub nonce: Option<&'a str>,
    /// How many seconds ago the user may have logged in.
    pub max_age: Option<u64>,
    /// The organization, by id (`org_…`) or by name; names do not distinguish letter case.
    pub organization: Option<&'a str>,
}

/// Who judges a token, and when.
pub(super) struct Judge<'a> {
    pub(super) issuer: &'a str,
    pub(super) client_id: &'a str,
    pub(super) leeway: Duration,
    pub(super) now: Timestamp,
}

pub(super) fn missing(claim: &str, kind: &str) -> IdTokenError {
    IdTokenError::MissingClaim(format!(
        "{claim} claim must be {kind} present in the ID token"
    ))
}

fn mismatch(claim: &str, expected: &str, found: &str) -> IdTokenError {
    IdTokenError::Mismatch(format!(
        "{claim} claim mismatch in the ID token; expected \"{expected}\", found \"{found}\""
    ))
}

pub(super) fn non_empty(value: Option<&Value>) -> Option<&str> {
    value?.as_str().filter(|text| !text.is_empty())
}

impl Judge<'_> {
    /// Makes every check that needs no key, in the order of Auth0's SDKs.
    pub(super) fn check(
        &self,
        claims: &Map<String, Value>,
        expected: IdTokenExpectation<'_>,
    ) -> Result<(), IdTokenError> {
        self.check_issuer_and_subject(claims)?;
        self.check_audience(claims)?;
        if let Some(organization) = expected.organization {
            check_organization(claims, organization)?;
        }
        self.check_times(claims)?;
        check_nonce(claims, expected.nonce)?;
        self.check_authorized_party(claims)?;
        match expected.max_age {
            Some(max_age) => self.check_age(claims, max_age),
            None => Ok(()),
        }
    }

    fn check_issuer_and_subject(&self, claims: &Map<String, Value>) -> Result<(), IdTokenError> {
        self.check_issuer(claims)?;
        match non_empty(claims.get("sub")) {
            Some(_) => Ok(()),
            None => Err(missing("Subject (sub)", "a string")),
        }
    }

    pub(super) fn check_issuer(&self, claims: &Map<String, Value>) -> Result<(), IdTokenError> {
        let issuer =
            non_empty(claims.get("iss")).ok_or_else(|| missing("Issuer (iss)", "a string"))?;
        match issuer == self.issuer {
            true => Ok(()),
            false => Err(mismatch("Issuer (iss)", self.issuer, issuer)),
        }
    }

    pub(super) fn check_audience(&self, claims: &Map<String, Value>) -> Result<(), IdTokenError> {
        let refused = |found: String| {
            Err(IdTokenError::Mismatch(format!(
                "Audience (aud) claim mismatch in the ID token; expected \"{}\" but {found}",
                self.client_id
            )))
        };
        match claims.get("aud") {
            Some(Value::String(audience)) if audience == self.client_id => Ok(()),
            Some(Value::String(audience)) => refused(format!("found \"{audience}\"")),
            Some(Value::Array(list)) if list.iter().all(Value::is_string) => {
                let names: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
                match names.contains(&self.client_id) {
                    true => Ok(()),
                    false => refused(format!("was not one of \"{}\"", names.join(", "))),
                }
            }
            _ => Err(missing("Audience (aud)", "a string or array of strings")),
        }
    }

    fn check_times(&self, claims: &Map<String, Value>) -> Result<(), IdTokenError> {
        let expires_at = claims
            .get("exp")
            .and_then(seconds)
            .ok_or_else(|| missing("Expiration Time (exp)", "a number"))?;
        let now = self.now.as_second();
        if now > expires_at.saturating_add(self.leeway_seconds()) {
            return Err(IdTokenError::Mismatch(format!(
                "Expiration Time (exp) claim error in the ID token; current time ({now}) is after expiration time ({expires_at})"
            )));
        }
        match claims.get("iat").and_then(seconds) {
            Some(_) => Ok(()),
            None => Err(missing("Issued At (iat)", "a number")),
        }
    }

    fn check_authorized_party(&self, claims: &Map<String, Value>) -> Result<(), IdTokenError> {
        if claims
            .get("aud")
            .and_then(Value::as_array)
            .is_none_or(|list| list.len() < 2)
        {
            return Ok(());
        }
        let claim = "Authorized Party (azp)";
        match non_empty(claims.get("azp")) {
            Some(party) if party == self.client_id => Ok(()),
            Some(party) => Err(mismatch(claim, self.client_id, party)),
            None => Err(IdTokenError::MissingClaim(format!(
                "{claim} claim must be a string present in the ID token when Audience (aud) claim has multiple values"
            ))),
        }
    }

    fn check_age(&self, claims: &Map<String, Value>, max_age: u64) -> Result<(), IdTokenError> {
        let claim = "Authentication Time (auth_time)";
        let Some(logged_in_at) = claims.get("auth_time").and_then(seconds) else {
            return Err(IdTokenError::MissingClaim(format!(
                "{claim} claim must be a number present in the ID token when Max Age (max_age) is specified"
            )));
        };
        let max_age = i64::try_from(max_age).unwrap_or(i64::MAX);
        let until = logged_in_at
            .saturating_add(max_age)
            .saturating_add(self.leeway_seconds());
        let now = self.now.as_second();
        match now > until {
            true => Err(IdTokenError::Mismatch(format!(
                "{claim} claim in the ID token indicates that too much time has passed since the last end-user authentication. Current time ({now}) is after last auth at {until}"
            ))),
            false => Ok(()),
        }
    }

    pub(super) fn leeway_seconds(&self) -> i64 {
        i64::try_from(self.leeway.as_secs()).unwrap_or(i64::MAX)
    }
}

/// A token that names another organization than the login asked for is somebody else's.
fn check_organization(claims: &Map<String, Value>, wanted: &str) -> Result<(), IdTokenError> {
    let (name, claim) = match wanted.starts_with("org_") {
        true => ("org_id", "Organization Id (org_id)"),
        false => ("org_name", "Organization Name (org_name)"),
    };
    let found = non_empty(claims.get(name)).ok_or_else(|| missing(claim, "a string"))?;
    let same = match name {
        "org_id" => found == wanted,
        _ => found.to_lowercase() == wanted.to_lowercase(),
    };
    match same {
        true => Ok(()),
        false => Err(IdTokenError::Mismatch(format!(
            "{claim} claim value mismatch in the ID token; expected \"{wanted}\", found \"{found}\""
        ))),
    }
}

/// A nonce nobody asked for belongs to a login that somebody else started.
fn check_nonce(claims: &Map<String, Value>, wanted: Option<&str>) -> Result<(), IdTokenError> {
    let claim = "Nonce (nonce)";
    let found = claims.get("nonce");
    if wanted.is_none() && found.is_none() {
        return Ok(());
    }
    let found = non_empty(found).ok_or_else(|| missing(claim, "a string"))?;
    match wanted {
        Some(wanted) if wanted == found => Ok(()),
        wanted => Err(mismatch(claim, wanted.unwrap_or("undefined"), found)),
    }
}
