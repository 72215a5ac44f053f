//! `userGrants`: what users allowed applications to do.

use serde_json::{Value, json};

use super::listing::Paging;
use super::{Answer, Outcome, Request, serves};
use crate::store::grants::{self, GrantFilter, GrantRow};
use crate::store::{Connection, StoreError, refresh_tokens};

serves! {
    "userGrants.list" => list,
    "userGrants.delete" => delete,
    "userGrants.deleteByUserId" => delete_by_user,
}

/// `GET /grants`: oldest first.
async fn list(request: Request) -> Outcome {
    let paging = Paging::read(&request);
    let slice = paging.slice::<(i64, String)>()?;
    let text = |name: &str| request.query_text(name).map(str::to_owned);
    let filter = GrantFilter {
        user_id: text("user_id"),
        client_id: text("client_id"),
        audience: text("audience"),
    };
    let (tenant, wants_total) = (request.cx.tenant_id(), paging.wants_total());
    let scan = request.cx.store().scan(move |db| {
        let rows = grants::list(db, &tenant, &filter, &slice)?;
        let total = if wants_total {
            grants::count(db, &tenant, &filter)?
        } else {
            0
        };
        Ok::<_, StoreError>((rows, total))
    });
    let (rows, total) = scan.await?;
    let items = rows.iter().map(shown).collect();
    Ok(Answer::ok(paging.answer("grants", items, total)))
}

fn shown(grant: &GrantRow) -> Value {
    json!({
        "id": grant.id,
        "clientID": grant.key.client_id,
        "user_id": grant.key.user_id,
        "audience": grant.key.audience,
        "scope": grant.scope.iter().collect::<Vec<_>>(),
    })
}

/// `DELETE /grants/{id}`: the next login asks again. Also when it is gone already.
async fn delete(request: Request) -> Outcome {
    let (tenant, id) = (request.cx.tenant_id(), request.path("id").to_owned());
    let write = request.cx.store().write(move |db| {
        let found = grants::find_by_id(db, &tenant, &id)?;
        end(db, &tenant, found.as_slice())
    });
    write.await?;
    Ok(Answer::no_content())
}

/// `DELETE /grants?user_id=`: all that a user allowed.
async fn delete_by_user(request: Request) -> Outcome {
    let user_id = request.query_text("user_id").unwrap_or_default();
    let (tenant, filter) = (
        request.cx.tenant_id(),
        GrantFilter {
            user_id: Some(user_id.to_owned()),
            ..GrantFilter::default()
        },
    );
    let write = request.cx.store().write(move |db| {
        let found = grants::list(db, &tenant, &filter, &grants::all())?;
        end(db, &tenant, &found)
    });
    write.await?;
    Ok(Answer::no_content())
}

/// Forgets grants. What was issued because of them ends, too.
fn end(db: &mut Connection<'_>, tenant: &str, found: &[GrantRow]) -> Result<(), StoreError> {
    for grant in found {
        grants::delete(db, tenant, &grant.id)?;
        let (user, client) = (&grant.key.user_id, &grant.key.client_id);
        refresh_tokens::end_of_user(db, tenant, user, Some(client))?;
    }
    Ok(())
}
