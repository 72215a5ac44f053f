//! `resourceServers`: the APIs that access tokens are for.

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, json};

use super::listing::{Fields, Paging};
use super::{Answer, Outcome, Request, serves};
use crate::domain::resource_server_document::{self as document, ResourceServerFault};
use crate::http::Context;
use crate::http::management_error::ManagementError;
use crate::store::parents::{self, Parent};
use crate::store::resource_servers::{self, ResourceServerRow};
use crate::store::slice::Slice;
use crate::store::{Connection, StoreError};

serves! {
    "resourceServers.list" => list,
    "resourceServers.get" => get,
    "resourceServers.create" => create,
    "resourceServers.update" => update,
    "resourceServers.delete" => delete,
}

/// How often an identifier in a path may be percent-encoded.
const MOST_ENCODINGS: usize = 4;

/// 404: no such API.
pub(super) fn inexistent() -> ManagementError {
    let message = "The resource server does not exist";
    ManagementError::inexistent("inexistent_resource_server", message)
}

fn taken() -> ManagementError {
    ManagementError::conflict("A resource server with the same identifier already exists.")
}

impl From<ResourceServerFault> for ManagementError {
    fn from(fault: ResourceServerFault) -> Self {
        let message = match fault.property() {
            "" => format!("Payload validation error: '{fault}'."),
            property => format!("Payload validation error: '{fault}' on property {property}."),
        };
        Self::invalid_body(message)
    }
}

/// An API as it is shown: with its secret, if it has one.
fn shown(cx: &Context, row: ResourceServerRow) -> Result<Map<String, Value>, ManagementError> {
    let mut shown = Map::new();
    shown.insert("id".to_owned(), row.id.as_str().into());
    if let Some(name) = row.document.get("name") {
        shown.insert("name".to_owned(), name.clone());
    }
    shown.insert("identifier".to_owned(), row.identifier.into());
    if row.is_system {
        shown.insert("is_system".to_owned(), true.into());
    }
    shown.extend(row.document);
    if let Some(sealed) = row.signing_secret {
        let context = resource_servers::seal_context(&row.id);
        let opened = cx.server.sealer.open(&cx.tenant.id, &context, &sealed);
        let opened = opened.map_err(StoreError::from)?;
        let secret = String::from_utf8_lossy(&opened);
        shown.insert("signing_secret".to_owned(), secret.into());
    }
    Ok(shown)
}

/// The same as it is read later: with the policies that hold when none was set.
fn read_back(cx: &Context, row: ResourceServerRow) -> Result<Map<String, Value>, ManagementError> {
    let mut shown = shown(cx, row)?;
    if !shown.contains_key("subject_type_authorization") {
        let policies = json!({
            "user": { "policy": "allow_all" },
            "client": { "policy": "require_client_grant" },
        });
        shown.insert("subject_type_authorization".to_owned(), policies);
    }
    Ok(shown)
}

/// `GET /resource-servers`: the tenant's own API first, then oldest first.
async fn list(request: Request) -> Outcome {
    let paging = Paging::read(&request);
    let (start, limit) = paging.window();
    let slice = Slice {
        after: None,
        start,
        limit,
    };
    let identifiers: Vec<String> = request
        .query("identifiers")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|identifier| Some(identifier.as_str()?.to_owned()))
        .take(100)
        .collect();
    let (tenant, wants_total) = (request.cx.tenant_id(), paging.wants_total());
    let read = request.cx.store().scan(move |db| {
        let rows = resource_servers::list(db, &tenant, &identifiers, &slice)?;
        let total = if wants_total {
            resource_servers::count(db, &tenant, &identifiers)?
        } else {
            0
        };
        Ok::<_, StoreError>((rows, total))
    });
    let (rows, total) = read.await?;
    let fields = Fields::read(&request);
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        items.push(fields.of(read_back(&request.cx, row)?).into());
    }
    Ok(Answer::ok(paging.answer("resource_servers", items, total)))
}

/// `GET /resource-servers/{id}`: by id or by identifier.
async fn get(request: Request) -> Outcome {
    let (tenant, id) = (request.cx.tenant_id(), request.path("id").to_owned());
    let read = request
        .cx
        .store()
        .read(move |db| addressed(db, &tenant, &id));
    let found: Option<ResourceServerRow> = read.await?;
    let row = found.ok_or_else(inexistent)?;
    let shown = read_back(&request.cx, row)?;
    Ok(Answer::ok(Fields::read(&request).of(shown)))
}

/// The API that a path means. Tools encode identifiers once or twice: each decoding is looked up.
fn addressed(
    db: &mut Connection<'_>,
    tenant: &str,
    path: &str,
) -> Result<Option<ResourceServerRow>, StoreError> {
    if let Some(row) = resource_servers::find(db, tenant, path)? {
        return Ok(Some(row));
    }
    let mut identifier = path.to_owned();
    for _ in 0..MOST_ENCODINGS {
        if let Some(row) = resource_servers::find_by_identifier(db, tenant, &identifier)? {
            return Ok(Some(row));
        }
        let decoded = percent_decode_str(&identifier)
            .decode_utf8_lossy()
            .into_owned();
        if decoded == identifier || decoded.contains('\0') {
            break;
        }
        identifier = decoded;
    }
    Ok(None)
}

/// `POST /resource-servers`.
async fn create(request: Request) -> Outcome {
    let (cx, now) = (&request.cx, request.cx.now());
    let mut given = request.members();
    let identifier = match given.shift_remove("identifier") {
        Some(Value::String(identifier)) => identifier,
        _ => String::new(),
    };
    let chosen = given.shift_remove("signing_secret");
    document::check_identifier(&identifier)?;
    let document = document::new(&identifier, given)?;
    let id = cx.server.entropy.object_id(now);
    let row = ResourceServerRow {
        signing_secret: secret(cx, &id, &document, chosen)?,
        id,
        identifier,
        is_system: false,
        document,
        created_at: now,
    };
    let (tenant, stored) = (cx.tenant_id(), row.clone());
    let write = cx.store().write(move |db| {
        if resource_servers::find_by_identifier(db, &tenant, &stored.identifier)?.is_some() {
            return Err(taken());
        }
        resource_servers::insert(db, &tenant, &stored).map_err(|error| {
            if error.is_duplicate() {
                taken()
            } else {
                error.into()
            }
        })
    });
    write.await?;
    cx.tenant.configuration.invalidate();
    Ok(Answer::created(shown(cx, row)?))
}

/// The sealed key of an API that signs with HS256: the chosen one, or a new one.
fn secret(
    cx: &Context,
    id: &str,
    document: &Map<String, Value>,
    chosen: Option<Value>,
) -> Result<Option<Vec<u8>>, ManagementError> {
    if document.get("signing_alg") != Some(&json!("HS256")) {
        return Ok(None);
    }
    let secret = match chosen {
        Some(Value::String(secret)) => secret,
        _ => cx.server.entropy.secret::<32>(),
    };
    let context = resource_servers::seal_context(id);
    let sealed = cx
        .server
        .sealer
        .seal(&cx.tenant.id, &context, secret.as_bytes());
    Ok(Some(sealed.map_err(StoreError::from)?))
}

/// `PATCH /resource-servers/{id}`.
async fn update(request: Request) -> Outcome {
    let cx = &request.cx;
    let mut change = request.members();
    let chosen = change.shift_remove("signing_secret");
    let (tenant, id, sealing) = (cx.tenant_id(), request.path("id").to_owned(), cx.clone());
    let write = cx.store().write(move |db| {
        // A scope that goes takes the permissions with it that others give at this moment.
        parents::close(db, Parent::ResourceServer)?;
        let mut row = addressed(db, &tenant, &id)?.ok_or_else(inexistent)?;
        let before = row.document.clone();
        document::merge(&mut row.document, change.clone(), row.is_system)?;
        let signs_symmetrically = row.document.get("signing_alg") == Some(&json!("HS256"));
        if !signs_symmetrically || chosen.is_some() || row.signing_secret.is_none() {
            row.signing_secret = secret(&sealing, &row.id, &row.document, chosen.clone())?;
        }
        resource_servers::update(db, &tenant, &row)?;
        let kept = document::scopes(&row.document);
        for scope in document::scopes(&before) {
            if !kept.contains(&scope) {
                resource_servers::forget_permission(db, &tenant, &row.identifier, scope)?;
            }
        }
        Ok::<_, ManagementError>(row)
    });
    let row = write.await?;
    cx.tenant.configuration.invalidate();
    Ok(Answer::ok(read_back(cx, row)?))
}

/// `DELETE /resource-servers/{id}`: also when it is gone already; never the tenant's own.
async fn delete(request: Request) -> Outcome {
    let cx = &request.cx;
    let (tenant, id) = (cx.tenant_id(), request.path("id").to_owned());
    let write = cx.store().write(move |db| {
        parents::close(db, Parent::ResourceServer)?;
        let Some(row) = addressed(db, &tenant, &id)? else {
            return Ok(());
        };
        if row.is_system {
            let message = "A system resource server cannot be deleted.";
            return Err(ManagementError::bad_request(message).code("operation_not_supported"));
        }
        resource_servers::delete(db, &tenant, &row)?;
        Ok(())
    });
    write.await?;
    cx.tenant.configuration.invalidate();
    Ok(Answer::no_content())
}
