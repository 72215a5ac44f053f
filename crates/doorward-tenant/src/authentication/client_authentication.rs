//! Who the client is: secret in the body or as Basic credentials, signed assertion,
//! certificate on the connection, or nothing for public clients.

use std::sync::Arc;

use axum::http::header;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use jiff::Timestamp;
use jsonwebtoken::Header;
use percent_encoding::percent_decode_str;
use serde::Deserialize;

use super::{AuthenticationError, client_keys, request_object};
use crate::domain::client::{Authentication, Client, Credential};
use crate::domain::parameters::Parameters;
use crate::http::{ClientCertificate, Context, OAuthError};
use crate::store::replays;

const JWT_BEARER: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
/// Bounds of an assertion, in bytes and seconds.
const LONGEST_ASSERTION: usize = 2048;
const LONGEST_LIFETIME: i64 = 300;
const LONGEST_CLAIM: usize = 64;
const SKEW: i64 = 10;

/// Finds the client that sends this request and checks what it proves itself with.
///
/// # Errors
///
/// 401 when it does not prove who it is. An unknown client and a wrong secret look the same.
pub(crate) async fn authenticate(
    cx: &Context,
    parameters: &Parameters,
) -> Result<Arc<Client>, AuthenticationError> {
    let presented = Presented::read(cx, parameters)?;
    let Some(client) = find(cx, &presented.client_id).await? else {
        return Err(OAuthError::unauthorized().into());
    };
    match (&client.authentication, &presented.proof) {
        (Authentication::PrivateKeyJwt(credentials), Proof::Assertion(assertion)) => {
            verify_assertion(cx, &client, credentials, assertion).await?;
        }
        (Authentication::PrivateKeyJwt(_), _) => {
            return Err(OAuthError::invalid_client("Client authentication is required").into());
        }
        (Authentication::Tls(method, registered), Proof::Nothing) => {
            let presented = cx.caller.certificate.as_deref();
            let presented = presented.map(ClientCertificate::presented);
            let now = cx.now().as_second();
            if !presented.is_some_and(|certificate| certificate.proves(*method, registered, now)) {
                return Err(OAuthError::invalid_client("Client authentication failed").into());
            }
        }
        (_, Proof::Assertion(_)) | (Authentication::Tls(..), Proof::Secret(_)) => {
            return Err(OAuthError::invalid_client("Client authentication failed").into());
        }
        (_, Proof::Secret(secret)) => {
            if !client.secret.matches(secret) {
                return Err(OAuthError::unauthorized().into());
            }
        }
        (Authentication::None, Proof::Nothing) => {}
        (Authentication::Secret, Proof::Nothing) => return Err(OAuthError::unauthorized().into()),
    }
    Ok(client)
}

/// The global client, if it is the one that asks.
///
/// # Errors
///
/// 401 when it does not prove who it is, with its secret.
pub(crate) async fn global(
    cx: &Context,
    parameters: &Parameters,
) -> Result<Option<Arc<Client>>, AuthenticationError> {
    let presented = Presented::read(cx, parameters)?;
    let client = cx.tenant.configuration.client(&presented.client_id).await?;
    let Some(client) = client.filter(|client| client.is_global) else {
        return Ok(None);
    };
    match &presented.proof {
        Proof::Secret(secret) if client.secret.matches(secret) => Ok(Some(client)),
        _ => Err(OAuthError::unauthorized().into()),
    }
}

/// The client with this id, whoever asks. The global client is no client that anybody logs in with.
pub(crate) async fn find(
    cx: &Context,
    client_id: &str,
) -> Result<Option<Arc<Client>>, AuthenticationError> {
    let client = cx.tenant.configuration.client(client_id).await?;
    Ok(client.filter(|client| !client.is_global))
}

/// The client that a request says to come from, proven or not: who tried in vain.
pub(crate) fn named(cx: &Context, parameters: &Parameters) -> Option<String> {
    match Presented::read(cx, parameters) {
        Ok(presented) => Some(presented.client_id),
        Err(_) => parameters.owned("client_id"),
    }
}

fn two_ways() -> OAuthError {
    OAuthError::invalid_request("The client authenticates in two different ways")
}

struct Presented {
    client_id: String,
    proof: Proof,
}

enum Proof {
    Nothing,
    Secret(String),
    Assertion(String),
}

impl Presented {
    fn read(cx: &Context, parameters: &Parameters) -> Result<Self, OAuthError> {
        if let Some((client_id, secret)) = basic(cx)? {
            let named = parameters.get("client_id");
            let is_other = named.is_some_and(|named| named != client_id);
            let mut proofs = ["client_secret", "client_assertion"].iter();
            // RFC 6749, 2.3: one method in each request.
            if is_other || proofs.any(|proof| parameters.get(proof).is_some()) {
                return Err(two_ways());
            }
            return Ok(Self {
                client_id,
                proof: Proof::Secret(secret),
            });
        }
        if let Some(assertion) = parameters.get("client_assertion") {
            return Self::asserted(parameters, assertion);
        }
        let proof = parameters
            .get("client_secret")
            .map(|secret| Proof::Secret(secret.to_owned()));
        Ok(Self {
            client_id: parameters.require("client_id")?.to_owned(),
            proof: proof.unwrap_or(Proof::Nothing),
        })
    }

    fn asserted(parameters: &Parameters, assertion: &str) -> Result<Self, OAuthError> {
        if parameters.get("client_secret").is_some() {
            return Err(two_ways());
        }
        if parameters.get("client_assertion_type") != Some(JWT_BEARER) {
            let sentence = format!("client_assertion_type must be {JWT_BEARER}");
            return Err(OAuthError::invalid_request(sentence));
        }
        let failed = || OAuthError::invalid_client("Client authentication failed");
        if assertion.len() > LONGEST_ASSERTION {
            return Err(failed());
        }
        // Only to find the key; nothing in here counts before the signature is verified.
        let unverified: Issuer =
            jsonwebtoken::dangerous::insecure_decode_claims(assertion).map_err(|_| failed())?;
        let named = parameters.get("client_id");
        if named.is_some_and(|named| named != unverified.iss) {
            return Err(failed());
        }
        Ok(Self {
            client_id: unverified.iss,
            proof: Proof::Assertion(assertion.to_owned()),
        })
    }
}

/// `Authorization: Basic`: id and secret, each percent-encoded (RFC 6749, 2.3.1). Other schemes are not for here.
pub(crate) fn basic(cx: &Context) -> Result<Option<(String, String)>, OAuthError> {
    let Some(header) = cx.header(header::AUTHORIZATION.as_str()) else {
        return Ok(None);
    };
    let Some((scheme, credentials)) = header.split_once(' ') else {
        return Ok(None);
    };
    if !scheme.eq_ignore_ascii_case("basic") {
        return Ok(None);
    }
    let failed = || OAuthError::invalid_client("Client authentication failed");
    let decoded = BASE64_STANDARD
        .decode(credentials.trim())
        .map_err(|_| failed())?;
    let decoded = String::from_utf8(decoded).map_err(|_| failed())?;
    let (id, secret) = decoded.split_once(':').ok_or_else(failed)?;
    let unescape = |text: &str| {
        let text = percent_decode_str(text)
            .decode_utf8()
            .map_err(|_| failed())?;
        Ok::<_, OAuthError>(text.into_owned())
    };
    let (id, secret) = (unescape(id)?, unescape(secret)?);
    if id.contains('\0') {
        return Err(failed());
    }
    Ok(Some((id, secret)))
}

#[derive(Deserialize)]
struct Issuer {
    iss: String,
}

#[derive(Deserialize)]
struct Assertion {
    iss: String,
    sub: String,
    /// One audience, not a list: an assertion is for nobody else.
    #[expect(
        dead_code,
        reason = "compared when the assertion is decoded; here, its form counts"
    )]
    aud: String,
    jti: String,
    exp: i64,
    iat: Option<i64>,
    nbf: Option<i64>,
}

/// Checks an assertion as RFC 7523 and Auth0 want it: signature, audience, times, and that it was never used.
async fn verify_assertion(
    cx: &Context,
    client: &Client,
    credentials: &[Credential],
    assertion: &str,
) -> Result<(), AuthenticationError> {
    let failed = || OAuthError::invalid_client("Client authentication failed");
    let now = cx.now();
    let required = ["exp", "aud", "iss", "sub"];
    // What a client signed to ask for a login travels through browsers: it proves nothing.
    let is_meant = |header: &Header| !request_object::is_one(header);
    let claims: Option<Assertion> =
        client_keys::verified(cx, credentials, assertion, &required, is_meant);
    let claims = claims.ok_or_else(failed)?;
    let is_named = claims.iss == client.id && claims.sub == client.id;
    let is_short = [&claims.iss, &claims.sub, &claims.jti]
        .iter()
        .all(|claim| !claim.is_empty() && claim.len() <= LONGEST_CLAIM);
    let seconds = now.as_second();
    let starts = claims.iat.max(claims.nbf).unwrap_or(seconds);
    let is_timely = claims.exp > seconds - SKEW
        && starts <= seconds + SKEW
        && claims.exp.saturating_sub(claims.iat.unwrap_or(seconds)) <= LONGEST_LIFETIME + SKEW;
    if !(is_named && is_short && is_timely) {
        return Err(failed().into());
    }
    let tenant = cx.tenant_id();
    let used = format!("{}\n{}", client.id, claims.jti);
    // Kept past `exp`, because the check above allows for skew.
    let until = Timestamp::from_second(claims.exp + 2 * SKEW).map_err(|_| failed())?;
    let is_new = cx
        .store()
        .write(move |db| replays::spend(db, &tenant, "client_assertion", &used, until))
        .await?;
    if is_new { Ok(()) } else { Err(failed().into()) }
}
