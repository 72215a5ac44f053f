//! `roles.users`: who has a role.

use serde_json::{Value, json};

use super::inexistent;
use crate::domain::user::User;
use crate::http::management_error::ManagementError;
use crate::management::listing::Paging;
use crate::management::{Answer, Outcome, Request, serves};
use crate::store::parents::{self, Parent};
use crate::store::user_roles::{self, Assigned};
use crate::store::{roles, users};

serves! {
    "roles.users.list" => list,
    "roles.users.assign" => assign,
}

/// `GET /roles/{id}/users`: by id. Under Auth0's limits, pages by number end after the first 1,000.
async fn list(request: Request) -> Outcome {
    let paging = Paging::read(&request);
    paging.within_a_thousand(request.cx.server.settings.limits)?;
    let slice = paging.slice::<(String,)>()?;
    let (tenant, id) = (request.cx.tenant_id(), request.path("id").to_owned());
    let wants_total = paging.wants_total();
    let read = request.cx.store().scan(move |db| {
        roles::find(db, &tenant, &id)?.ok_or_else(inexistent)?;
        let found = roles::users(db, &tenant, &id, &slice)?;
        let total = if wants_total {
            roles::count_users(db, &tenant, &id)?
        } else {
            0
        };
        Ok::<_, ManagementError>((found, total))
    });
    let (found, total) = read.await?;
    let entries = found
        .into_iter()
        .map(|user| {
            let shown = shown(&user);
            ((user.user_id,), shown)
        })
        .collect();
    Ok(Answer::ok(paging.answer_slice("users", entries, total)))
}

fn shown(user: &User) -> Value {
    let mut shown = json!({ "user_id": user.user_id });
    let members = [
        ("email", user.profile.email.clone()),
        ("picture", user.profile.picture()),
        ("name", user.profile.name()),
    ];
    for (name, value) in members {
        if let Some(value) = value {
            shown[name] = value.into();
        }
    }
    shown
}

/// `POST /roles/{id}/users`: all of them or, when one does not exist, none.
async fn assign(request: Request) -> Outcome {
    let cx = &request.cx;
    let named: Vec<String> = request.body["users"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|user| Some(user.as_str()?.to_owned()))
        .collect();
    let (tenant, id) = (cx.tenant_id(), request.path("id").to_owned());
    let write = cx.store().write(move |db| {
        if !parents::hold(db, Parent::Role, &tenant, &id)? {
            return Err(inexistent());
        }
        for user_id in &named {
            if !users::hold(db, &tenant, user_id)? {
                let message = "The user does not exist.";
                return Err(ManagementError::inexistent("inexistent_user", message));
            }
            let role = std::slice::from_ref(&id);
            if user_roles::assign(db, &tenant, user_id, role)? == Assigned::TooMany {
                return Err(ManagementError::too_many_entities());
            }
        }
        Ok(())
    });
    write.await?;
    Ok(Answer::ok(json!({})))
}
