//! `users.identities`: several ways in for one user.

use axum::http::StatusCode;
use jsonwebtoken::{Algorithm, Validation};
use serde::Deserialize;
use serde_json::Value;

use super::super::{Answer, Outcome, Request, serves};
use super::{caller, find};
use crate::domain::user::{Identity, User};
use crate::domain::user_document::show_identity;
use crate::http::management_error::ManagementError;
use crate::store::{Connection, StoreError, identities, users};

serves! {
    "users.identities.link" => link,
    "users.identities.delete" => unlink,
}

/// Why identities stay as they are.
#[derive(Debug, thiserror::Error)]
enum LinkFault {
    #[error("no such user or identity")]
    Missing,
    #[error("the identity is linked already")]
    Linked,
    #[error("a user cannot be linked with itself")]
    Itself,
    #[error("the secondary user has linked identities of its own")]
    SecondaryHasOthers,
    #[error("the main identity cannot leave")]
    Main,
    #[error("store failed")]
    Store(#[from] StoreError),
}

impl From<LinkFault> for ManagementError {
    fn from(fault: LinkFault) -> Self {
        match fault {
            LinkFault::Missing => Self::inexistent("inexistent_user", "The user does not exist."),
            LinkFault::Linked => {
                Self::conflict("Specified identity already exists.").code("identity_conflict")
            }
            LinkFault::Itself => Self::invalid_body("Main account and linked account are the same"),
            LinkFault::SecondaryHasOthers => {
                Self::invalid_body("The secondary account has linked identities of its own")
            }
            LinkFault::Main => Self::bad_request("The main identity of a user cannot be unlinked"),
            LinkFault::Store(error) => error.into(),
        }
    }
}

/// `POST /users/{id}/identities`: the other user's way in becomes one of this user's.
async fn link(request: Request) -> Outcome {
    caller::may_act_on(&request, &["update:users"])?;
    let other = other(&request)?;
    let primary = find(&request, request.path("id")).await?;
    let (tenant, now) = (request.cx.tenant_id(), request.cx.now());
    let written = request
        .cx
        .store()
        .write(move |db| link_in(db, &tenant, &primary.user_id, &other, now));
    Ok(Answer::created(show_all(&written.await?)))
}

/// The identity that becomes another user's.
struct Other {
    provider: String,
    identity_id: String,
    /// Where it is from, if the caller says so: it is from nowhere else then.
    connection_id: Option<String>,
}

fn link_in(
    db: &mut Connection<'_>,
    tenant: &str,
    primary_id: &str,
    other: &Other,
    now: jiff::Timestamp,
) -> Result<User, LinkFault> {
    let Other {
        provider,
        identity_id,
        ..
    } = other;
    let primary = users::find(db, tenant, primary_id)?.ok_or(LinkFault::Missing)?;
    let owner = identities::owner(db, tenant, provider, identity_id)?.ok_or(LinkFault::Missing)?;
    let own_id = format!("{provider}|{identity_id}");
    if own_id == primary_id {
        return Err(LinkFault::Itself);
    }
    if owner != own_id {
        return Err(LinkFault::Linked);
    }
    let secondary = users::find(db, tenant, &owner)?.ok_or(LinkFault::Missing)?;
    let mut from = secondary.identities.iter();
    if let Some(named) = &other.connection_id
        && !from.any(|identity| identity.connection_id == *named)
    {
        return Err(LinkFault::Missing);
    }
    if secondary.identities.len() > 1 {
        return Err(LinkFault::SecondaryHasOthers);
    }
    identities::link(db, tenant, &primary, &secondary, now)?;
    users::find(db, tenant, primary_id)?.ok_or(LinkFault::Missing)
}

/// The identity that a body means: named, or proven by its ID token.
fn other(request: &Request) -> Result<Other, ManagementError> {
    let body = &request.body;
    if let Some(token) = body["link_with"].as_str() {
        let subject = subject_of(request, token).ok_or_else(|| {
            ManagementError::new(
                StatusCode::BAD_REQUEST,
                "The link_with token is not a valid ID token",
            )
            .code("invalid_body")
        })?;
        let (provider, id) = subject.split_once('|').unwrap_or_default();
        return Ok(Other {
            provider: provider.to_owned(),
            identity_id: id.to_owned(),
            connection_id: None,
        });
    }
    if !request.holds("update:users") {
        let message = "Users can only link accounts with link_with";
        return Err(ManagementError::new(StatusCode::FORBIDDEN, message).code("insufficient_scope"));
    }
    let missing = |name: &str| {
        ManagementError::invalid_body(format!(
            "Payload validation error: 'Missing required property: {name}'."
        ))
    };
    let provider = body["provider"]
        .as_str()
        .ok_or_else(|| missing("provider"))?;
    let id = match &body["user_id"] {
        Value::String(id) => id.clone(),
        Value::Number(id) => id.to_string(),
        _ => return Err(missing("user_id")),
    };
    let bare = id
        .strip_prefix(provider)
        .and_then(|rest| rest.strip_prefix('|'));
    Ok(Other {
        provider: provider.to_owned(),
        identity_id: bare.unwrap_or(&id).to_owned(),
        connection_id: body["connection_id"].as_str().map(str::to_owned),
    })
}

#[derive(Deserialize)]
struct IdToken {
    sub: String,
    exp: i64,
    #[serde(default)]
    impersonated: bool,
}

/// The user that an ID token of this tenant names, issued to the caller's client.
fn subject_of(request: &Request, token: &str) -> Option<String> {
    let cx = &request.cx;
    let header = jsonwebtoken::decode_header(token).ok()?;
    if !matches!(header.alg, Algorithm::RS256 | Algorithm::PS256) {
        return None;
    }
    let keys = cx.tenant.signing_keys();
    let key = keys.verifier(&header.kid?)?;
    let mut validation = Validation::new(header.alg);
    validation.set_audience(&[&request.caller.client_id]);
    validation.set_issuer(&[&cx.tenant.names.issuer]);
    validation.set_required_spec_claims(&["exp", "aud", "iss", "sub"]);
    validation.validate_exp = false; // checked against the tenant's clock
    let claims = jsonwebtoken::decode::<IdToken>(token, key, &validation)
        .ok()?
        .claims;
    // Whoever stands in for a user does not own their account.
    let is_good = claims.exp > cx.now().as_second() && !claims.impersonated;
    is_good.then_some(claims.sub)
}

/// `DELETE /users/{id}/identities/{provider}/{user_id}`: the way in becomes a user of its own again.
async fn unlink(request: Request) -> Outcome {
    caller::may_act_on(&request, &["update:users"])?;
    let user = find(&request, request.path("id")).await?;
    let (provider, identity_id) = (
        request.path("provider").to_owned(),
        request.path("user_id").to_owned(),
    );
    let (tenant, now) = (request.cx.tenant_id(), request.cx.now());
    let written = request.cx.store().write(move |db| {
        let user = users::find(db, &tenant, &user.user_id)?.ok_or(LinkFault::Missing)?;
        let is_meant = |identity: &&Identity| {
            identity.provider == provider && identity.identity_id == identity_id
        };
        let identity = user
            .identities
            .iter()
            .find(is_meant)
            .ok_or(LinkFault::Missing)?;
        if format!("{provider}|{identity_id}") == user.user_id {
            return Err(LinkFault::Main);
        }
        identities::unlink(db, &tenant, &user.user_id, identity, now)?;
        users::find(db, &tenant, &user.user_id)?.ok_or(LinkFault::Missing)
    });
    Ok(Answer::ok(show_all(&written.await?)))
}

fn show_all(user: &User) -> Vec<Value> {
    user.identities.iter().map(show_identity).collect()
}
