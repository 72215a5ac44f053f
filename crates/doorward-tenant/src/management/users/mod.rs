//! `users`: who can sign in.
//!
//! A page of users goes one way: [`list`] reads paging and `q`, `domain::search` plans the condition,
//! `store::user_search` reads the rows, `domain::user_document` shows them.

pub(super) mod authentication_methods;
mod body;
mod caller;
pub(super) mod effective;
mod fault;
pub(super) mod identities;
pub(super) mod logs;
pub(super) mod method_changes;
pub(super) mod permissions;
pub(super) mod roles;
pub(super) mod sessions;

use std::sync::Arc;

use serde_json::{Map, Value};

use super::listing::{Fields, Paging};
use super::{Answer, Outcome, Request, serves};
use crate::accounts::{Accounts, NewAccount, NewPassword};
use crate::domain::connection::{Connection, Strategy};
use crate::domain::profile::contact::is_email;
use crate::domain::search::{self, Condition};
use crate::domain::user::User;
use crate::domain::user_document::show;
use crate::domain::user_update::{UpdateFault, UserUpdate};
use crate::http::management_error::ManagementError;
use crate::login::tickets;
use crate::settings::Limits;
use crate::store::user_search::{self, Search, Sort};
use crate::store::{StoreError, identities as identity_rows, user_changes, users};

use self::fault::UserFault;

serves! {
    "users.list" => list,
    "users.listUsersByEmail" => by_email,
    "users.create" => create,
    "users.get" => get,
    "users.update" => update,
    "users.delete" => delete,
}

/// How far a list of users may be paged where Auth0's limits hold.
const MOST_RESULTS: i64 = 1000;

/// `GET /users`.
async fn list(request: Request) -> Outcome {
    let paging = Paging::read(&request);
    let (start, limit) = paging.window();
    if request.cx.server.settings.limits == Limits::Auth0 && start >= MOST_RESULTS {
        let message = "You can only page through the first 1000 records. See \
            https://auth0.com/docs/users/search/v3/view-search-results-by-page#limitation";
        return Err(ManagementError::bad_request(message).code("invalid_paging"));
    }
    let condition = condition(request.query_text("q").unwrap_or_default())?;
    let sort = sort(request.query_text("sort"))?;
    let counts = matches!(
        paging,
        Paging::Page {
            include_totals: true,
            ..
        }
    );
    let tenant = request.cx.tenant_id();
    let scan = request.cx.store().scan(move |db| {
        let search = Search::plan(db, &tenant, &condition)?;
        let page = search.page(db, sort, start, limit)?;
        let total = if counts {
            search.total(db, page.len(), start, limit)?
        } else {
            0
        };
        Ok::<_, StoreError>((page, total))
    });
    let (page, total) = scan.await?;
    let fields = Fields::read(&request);
    let items: Vec<Value> = page
        .iter()
        .map(|user| fields.of(show(user)).into())
        .collect();
    let length = items.len();
    let mut answer = paging.answer("users", items, u64::try_from(total).unwrap_or_default());
    if let Some(envelope) = answer.as_object_mut() {
        envelope.shift_insert(2, "length".to_owned(), length.into());
    }
    Ok(Answer::ok(answer))
}

fn condition(q: &str) -> Result<Condition<search::users::UserTest>, ManagementError> {
    let query = search::parse(q).map_err(|fault| {
        ManagementError::invalid_query(format!("Query validation error: '{fault}' on property q."))
    })?;
    Ok(search::users::plan(&query))
}

fn sort(text: Option<&str>) -> Result<Sort, ManagementError> {
    let Some(text) = text.filter(|text| !text.is_empty()) else {
        return Ok(Sort::default());
    };
    Sort::parse(text).ok_or_else(|| {
        let shown: String = text.chars().take(100).collect();
        ManagementError::invalid_query(format!(
            "Query validation error: 'String does not match pattern ^[a-z_]+:(1|-1)$: {shown}' on property sort."
        ))
    })
}

/// `GET /users-by-email`.
async fn by_email(request: Request) -> Outcome {
    let email = request.query_text("email").unwrap_or_default().to_owned();
    if !is_email(&email) {
        let message = format!(
            "Query validation error: 'Object didn't pass validation for format email: {email}' on property email."
        );
        return Err(ManagementError::invalid_query(message));
    }
    let tenant = request.cx.tenant_id();
    let found = request
        .cx
        .store()
        .read(move |db| user_search::by_email(db, &tenant, &email));
    let found: Result<Vec<User>, StoreError> = found.await;
    let fields = Fields::read(&request);
    let items: Vec<Value> = found?
        .iter()
        .map(|user| fields.of(show(user)).into())
        .collect();
    Ok(Answer::ok(items))
}

/// `GET /users/{id}`.
async fn get(request: Request) -> Outcome {
    caller::may_act_on(&request, &["read:users", "read:user_idp_tokens"])?;
    let user = find(&request, request.path("id")).await?;
    Ok(Answer::ok(Fields::read(&request).of(show(&user))))
}

/// `POST /users`.
async fn create(request: Request) -> Outcome {
    let members = request.members();
    let connection = connection_of_body(&request, &members).await?;
    let new = body::read(&connection, &members)?;
    let account = NewAccount {
        connection: &connection,
        document: new.document,
        password: new.password.as_deref(),
        identity_id: new.identity_id,
        is_blocked: new.is_blocked,
    };
    let cx = &request.cx;
    let user = Accounts::of(&cx.server, &cx.tenant.id)
        .create(account)
        .await
        .map_err(UserFault::from)?;
    let is_asked = members.get("verify_email") != Some(&Value::Bool(false));
    if is_asked && connection.strategy == Strategy::Database {
        verify(&request, &user).await;
    }
    Ok(Answer::created(show(&user)))
}

/// Sends the letter by which a user shows that their address is theirs. That it could not be written does
/// not undo what was asked for.
async fn verify(request: &Request, user: &User) {
    if let Err(error) = tickets::send_verification(&request.cx, None, user).await {
        let error: &dyn std::error::Error = &error;
        tracing::error!(error, "a verification letter was not written");
    }
}

async fn connection_of_body(
    request: &Request,
    members: &Map<String, Value>,
) -> Result<Arc<Connection>, ManagementError> {
    let name = members
        .get("connection")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let found = request
        .cx
        .tenant
        .configuration
        .connection_named(name)
        .await?;
    let Some(connection) = found else {
        let message = "The connection does not exist.";
        return Err(ManagementError::bad_request(message).code("inexistent_connection"));
    };
    if connection.strategy == Strategy::Other {
        let message = "Users can only be created in database and passwordless connections";
        return Err(ManagementError::bad_request(message).code("operation_not_supported"));
    }
    if connection.enabled_clients.is_empty() {
        let client = &request.caller.client_id;
        let message = format!("connection is disabled (client_id: {client} - connection: {name})");
        return Err(ManagementError::bad_request(message).code("auth0_idp_error"));
    }
    Ok(connection)
}

/// `PATCH /users/{id}`.
async fn update(request: Request) -> Outcome {
    let members = request.members();
    caller::may_update(&request, &members)?;
    let user = find(&request, request.path("id")).await?;
    let connection = connection_to_change(&request, &user, &members).await?;
    let update = UserUpdate::new(&members, &connection).map_err(UserFault::from)?;
    let now = request.cx.now();
    update.apply(&user, now).map_err(UserFault::from)?;
    let password = match update.password() {
        Some(password) => Some(new_password(&request, &user, &connection, password).await?),
        None => None,
    };
    let verifies_email = update.verifies_email(&user);
    let tenant = request.cx.tenant_id();
    let (user_id, changes) = (user.user_id.clone(), members.clone());
    let written = request.cx.store().write(move |db| {
        let Some(user) = users::find(db, &tenant, &user_id)? else {
            return Err(UserFault::Missing);
        };
        let update = UserUpdate::new(&changes, &connection)?;
        let changed = update.apply(&user, now)?;
        if let Some((identity, names)) = update.renamed(&changed) {
            if !user_changes::rename(db, &tenant, identity, &names)? {
                return Err(UserFault::Taken(taken(&changes)));
            }
            identity_rows::set_profile(db, &tenant, identity)?;
        }
        if !user_changes::update(db, &tenant, &changed)? {
            return Err(UserFault::Missing);
        }
        if let Some(password) = &password
            && !password.store(db, &tenant, now)?
        {
            return Err(UpdateFault::NoIdentity.into());
        }
        Ok(changed)
    });
    let user = written.await?;
    if verifies_email {
        verify(&request, &user).await;
    }
    Ok(Answer::ok(show(&user)))
}

/// The new name that somebody else has, as the message calls it.
fn taken(changes: &Map<String, Value>) -> &'static str {
    match () {
        () if changes.contains_key("email") => "email",
        () if changes.contains_key("username") => "username",
        () => "phone number",
    }
}

/// The connection whose rules a change obeys: the named one, else that of the primary identity.
async fn connection_to_change(
    request: &Request,
    user: &User,
    members: &Map<String, Value>,
) -> Result<Arc<Connection>, ManagementError> {
    let configuration = &request.cx.tenant.configuration;
    let found = match members.get("connection").and_then(Value::as_str) {
        Some(name) => configuration.connection_named(name).await?,
        None => match user.identities.first() {
            Some(primary) => configuration.connection(&primary.connection_id).await?,
            None => None,
        },
    };
    let missing = || {
        let message = "The connection does not exist.";
        ManagementError::bad_request(message).code("inexistent_connection")
    };
    let connection = found.ok_or_else(missing)?;
    let is_theirs = user
        .identities
        .iter()
        .any(|identity| identity.connection_id == connection.id);
    if is_theirs {
        Ok(connection)
    } else {
        Err(missing())
    }
}

/// A password for the user's identity of this connection.
async fn new_password(
    request: &Request,
    user: &User,
    connection: &Connection,
    password: &str,
) -> Result<NewPassword, UserFault> {
    let cx = &request.cx;
    let mut identities = user.identities.iter();
    let identity = identities.find(|identity| identity.connection_id == connection.id);
    let identity =
        identity.map(|identity| (identity.provider.clone(), identity.identity_id.clone()));
    let identity = identity.ok_or(UserFault::Missing)?;
    let accounts = Accounts::of(&cx.server, &cx.tenant.id);
    let new = accounts.new_password(connection, identity, password, user);
    Ok(new.await?)
}

/// `DELETE /users/{id}`. The second time changes nothing and answers the same.
async fn delete(request: Request) -> Outcome {
    caller::may_act_on(&request, &["delete:users"])?;
    let cx = &request.cx;
    let (tenant, user_id, now) = (cx.tenant_id(), request.path("id").to_owned(), cx.now());
    let deleted = cx
        .store()
        .write(move |db| user_changes::delete(db, &tenant, &user_id, now));
    let deleted: Result<bool, StoreError> = deleted.await;
    deleted?;
    Ok(Answer::no_content())
}

/// The user with this id.
///
/// # Errors
///
/// 404 when there is none.
async fn find(request: &Request, user_id: &str) -> Result<User, ManagementError> {
    let (tenant, user_id) = (request.cx.tenant_id(), user_id.to_owned());
    let found = request
        .cx
        .store()
        .read(move |db| users::find(db, &tenant, &user_id));
    let found: Result<Option<User>, StoreError> = found.await;
    Ok(found?.ok_or(UserFault::Missing)?)
}
