//! `deviceCredentials`: what devices hold to stay logged in, which are refresh tokens. Keys of devices come from
//! applications of before 2017 and are not kept, so there are none to list.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::listing::{Fields, Paging};
use super::{Answer, Outcome, Request, serves};
use crate::domain::refresh_token::RefreshToken;
use crate::http::management_error::ManagementError;
use crate::store::refresh_tokens::{self, Among};

serves! {
    "deviceCredentials.list" => list,
    "deviceCredentials.delete" => delete,
}

/// What a token needs that may end anybody's.
const ANYBODYS: &str = "delete:device_credentials";

fn kind(token: &RefreshToken) -> &'static str {
    if token.is_rotating {
        "rotating_refresh_token"
    } else {
        "refresh_token"
    }
}

/// `GET /device-credentials`: oldest first.
async fn list(request: Request) -> Outcome {
    let paging = Paging::read(&request);
    let slice = paging.slice::<(i64, String)>()?;
    let text = |name: &str| request.query_text(name).map(str::to_owned);
    let among = Among {
        user_id: text("user_id"),
        client_id: text("client_id"),
        is_rotating: match request.query_text("type") {
            Some("refresh_token") => Some(false),
            Some("rotating_refresh_token") => Some(true),
            Some(_) => {
                return Ok(Answer::ok(paging.answer(
                    "device_credentials",
                    Vec::new(),
                    0,
                )));
            }
            None => None,
        },
    };
    let (tenant, now) = (request.cx.tenant_id(), request.cx.now());
    let wants_total = paging.wants_total();
    let read = request.cx.store().scan(move |db| {
        let found = refresh_tokens::list(db, &tenant, &among, now, &slice)?;
        let total = match wants_total {
            true => refresh_tokens::count(db, &tenant, &among, now)?,
            false => 0,
        };
        Ok::<_, ManagementError>((found, total))
    });
    let (found, total) = read.await?;
    let fields = Fields::read(&request);
    let items = found.iter().map(|token| {
        let shown = json!({
            "id": token.id,
            "type": kind(token),
            "user_id": token.user_id,
            "client_id": token.client_id,
        });
        Value::from(fields.of(shown.as_object().cloned().unwrap_or_default()))
    });
    let answer = paging.answer("device_credentials", items.collect(), total);
    Ok(Answer::ok(answer))
}

/// `DELETE /device-credentials/{id}`: the token and its family buy nothing from now on. Also when it is gone already.
async fn delete(request: Request) -> Outcome {
    let (tenant, now) = (request.cx.tenant_id(), request.cx.now());
    let id = request.path("id").to_owned();
    let may_end_anybodys = request.holds(ANYBODYS);
    let caller = request.caller.subject.clone();
    let write = request.cx.store().write(move |db| {
        let Some(token) = refresh_tokens::find_by_id(db, &tenant, &id, now)? else {
            return Ok(());
        };
        if !may_end_anybodys && token.user_id != caller {
            let message = "User to be acted on does not match subject in bearer token.";
            return Err(ManagementError::new(StatusCode::FORBIDDEN, message));
        }
        refresh_tokens::end_family(db, &tenant, &token.family)?;
        Ok(())
    });
    write.await?;
    Ok(Answer::no_content())
}
