//! `userBlocks`: accounts that too many failures have locked.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Answer, Outcome, Request, serves};
use crate::domain::user::User;
use crate::http::management_error::ManagementError;
use crate::store::login_failures::{self, Counter};
use crate::store::{StoreError, users};

serves! {
    "userBlocks.list" => list,
    "userBlocks.delete" => delete,
    "userBlocks.listByIdentifier" => list_by_identifier,
    "userBlocks.deleteByIdentifier" => delete_by_identifier,
}

/// What a user logs in with, as failures are counted by it.
fn identifiers(user: &User) -> BTreeSet<String> {
    let profile = &user.profile;
    let names = [&profile.email, &profile.username, &profile.phone_number];
    let names = names.into_iter().flatten();
    names.map(|name| name.to_lowercase()).collect()
}

async fn user(request: &Request) -> Result<User, ManagementError> {
    let (tenant, id) = (request.cx.tenant_id(), request.path("id").to_owned());
    let read = request
        .cx
        .store()
        .read(move |db| users::find(db, &tenant, &id));
    let found: Result<Option<User>, StoreError> = read.await;
    let missing = || ManagementError::inexistent("inexistent_user", "The user does not exist.");
    found?.ok_or_else(missing)
}

fn typed(request: &Request) -> BTreeSet<String> {
    let identifier = request.query_text("identifier").unwrap_or_default();
    BTreeSet::from([identifier.to_lowercase()])
}

/// `GET /user-blocks/{id}`.
async fn list(request: Request) -> Outcome {
    let user = user(&request).await?;
    let connections: BTreeSet<&str> = user
        .identities
        .iter()
        .map(|identity| identity.connection_id.as_str())
        .collect();
    let mut blocks = blocks(&request, identifiers(&user)).await?;
    blocks.retain(|counter| connections.contains(counter.connection_id.as_str()));
    shown(&request, blocks).await
}

/// `GET /user-blocks`: nothing for somebody unknown.
async fn list_by_identifier(request: Request) -> Outcome {
    let blocks = blocks(&request, typed(&request)).await?;
    shown(&request, blocks).await
}

async fn blocks(
    request: &Request,
    identifiers: BTreeSet<String>,
) -> Result<Vec<Counter>, StoreError> {
    let (tenant, now) = (request.cx.tenant_id(), request.cx.now());
    let read = request.cx.store().read(move |db| {
        let mut found = Vec::new();
        for identifier in identifiers
            .iter()
            .filter(|identifier| !identifier.is_empty())
        {
            found.extend(login_failures::list(db, &tenant, identifier)?);
        }
        Ok::<_, StoreError>(found)
    });
    let counted = read.await?.into_iter();
    let settings = request.cx.tenant.configuration.settings().await?;
    let rules = &settings.attack_protection.brute_force;
    let blocked = counted.filter(|(_, failures)| rules.is_blocked(*failures, now));
    Ok(blocked.map(|(counter, _)| counter).collect())
}

/// The blocks with the names of their connections.
async fn shown(request: &Request, blocks: Vec<Counter>) -> Outcome {
    let heeds_switch = request.query_flag("consider_brute_force_enablement") == Some(true);
    let mut listed: Vec<Value> = Vec::new();
    for block in blocks {
        let configuration = &request.cx.tenant.configuration;
        let Some(connection) = configuration.connection(&block.connection_id).await? else {
            continue;
        };
        let is_off = connection.option("brute_force_protection") == &Value::Bool(false);
        if heeds_switch && is_off {
            continue;
        }
        let mut entry = json!({ "identifier": block.identifier });
        if !block.ip.is_empty() {
            entry["ip"] = block.ip.into();
        }
        entry["connection"] = connection.name.as_str().into();
        listed.push(entry);
    }
    Ok(Answer::ok(json!({ "blocked_for": listed })))
}

/// `DELETE /user-blocks/{id}`: also without blocks.
async fn delete(request: Request) -> Outcome {
    let user = user(&request).await?;
    clear(&request, identifiers(&user)).await
}

/// `DELETE /user-blocks`: also for somebody unknown.
async fn delete_by_identifier(request: Request) -> Outcome {
    clear(&request, typed(&request)).await
}

async fn clear(request: &Request, identifiers: BTreeSet<String>) -> Outcome {
    let tenant = request.cx.tenant_id();
    let write = request.cx.store().write(move |db| {
        for identifier in identifiers
            .iter()
            .filter(|identifier| !identifier.is_empty())
        {
            login_failures::clear_everywhere(db, &tenant, identifier)?;
        }
        Ok::<_, StoreError>(())
    });
    write.await?;
    Ok(Answer::no_content())
}
