//! `users.authenticationMethods`: the second factors that users came with.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::super::listing::Paging;
use super::super::{Answer, Outcome, Request, serves};
use super::find;
use crate::domain::authentication_method::member_of;
use crate::domain::profile::wire_time;
use crate::http::Context;
use crate::http::management_error::ManagementError;
use crate::store::StoreError;
use crate::store::authentication_methods::{self, MethodRow};

serves! {
    "users.authenticationMethods.list" => list,
    "users.authenticationMethods.get" => get,
    "users.authenticationMethods.delete" => delete,
    "users.authenticationMethods.deleteAll" => delete_all,
    "users.authenticators.deleteAll" => delete_all,
}

async fn methods(request: &Request) -> Result<Vec<MethodRow>, ManagementError> {
    let user = find(request, request.path("id")).await?;
    let tenant = request.cx.tenant_id();
    let read = request
        .cx
        .store()
        .read(move |db| authentication_methods::list(db, &tenant, &user.user_id));
    let found: Result<Vec<MethodRow>, StoreError> = read.await;
    Ok(found?)
}

/// `GET /users/{id}/authentication-methods`.
async fn list(request: Request) -> Outcome {
    let found = methods(&request).await?;
    let paging = Paging::read(&request);
    let (start, limit) = paging.window();
    let total = found.len() as u64;
    let page = found.iter().skip(start as usize).take(limit as usize);
    let items: Result<Vec<Value>, StoreError> =
        page.map(|method| shown(&request.cx, method)).collect();
    Ok(Answer::ok(paging.answer("authenticators", items?, total)))
}

/// `GET /users/{id}/authentication-methods/{authentication_method_id}`.
async fn get(request: Request) -> Outcome {
    let found = methods(&request).await?;
    let id = request.path("authentication_method_id");
    let method = found.iter().find(|method| method.id == id);
    Ok(Answer::ok(shown(&request.cx, method.ok_or_else(missing)?)?))
}

/// `DELETE /users/{id}/authentication-methods/{authentication_method_id}`: also when it is gone already.
async fn delete(request: Request) -> Outcome {
    let user = find(&request, request.path("id")).await?;
    let id = request.path("authentication_method_id").to_owned();
    let tenant = request.cx.tenant_id();
    let write = request
        .cx
        .store()
        .write(move |db| authentication_methods::delete(db, &tenant, &user.user_id, &id));
    let deleted: Result<bool, StoreError> = write.await;
    deleted?;
    Ok(Answer::no_content())
}

/// `DELETE /users/{id}/authentication-methods` and `DELETE /users/{id}/authenticators`.
async fn delete_all(request: Request) -> Outcome {
    let user = find(&request, request.path("id")).await?;
    let tenant = request.cx.tenant_id();
    let write = request
        .cx
        .store()
        .write(move |db| authentication_methods::delete_of_user(db, &tenant, &user.user_id));
    let deleted: Result<(), StoreError> = write.await;
    deleted?;
    Ok(Answer::no_content())
}

pub(super) fn missing() -> ManagementError {
    let message = "The authentication method does not exist.";
    ManagementError::new(StatusCode::NOT_FOUND, message)
}

/// A method without what makes it one: numbers and addresses are masked, keys are not shown.
pub(super) fn shown(cx: &Context, method: &MethodRow) -> Result<Value, StoreError> {
    let secret = method.opened(cx)?;
    let masked = match method.kind.as_str() {
        "phone" => Some(masked_number(&secret)),
        "email" => Some(masked_address(&secret)),
        _ => None,
    };
    Ok(described(method, masked))
}

/// The same with the number or address as it is, for those who have just given it.
pub(super) fn unmasked(cx: &Context, method: &MethodRow) -> Result<Value, StoreError> {
    let secret = method.opened(cx)?;
    Ok(described(
        method,
        Some(secret).filter(|_| method.kind != "totp"),
    ))
}

fn described(method: &MethodRow, secret: Option<String>) -> Value {
    let mut shown = json!({
        "id": method.id,
        "type": method.kind,
        "confirmed": true,
        "created_at": wire_time(method.created_at),
    });
    if let (Some(member), Some(secret)) = (member_of(&method.kind), secret) {
        shown[member] = secret.into();
    }
    if method.kind == "phone" {
        let id = method.id.replacen("phone", "sms", 1);
        shown["authentication_methods"] = json!([{ "id": id, "type": "sms" }]);
    }
    for (name, value) in method.labels.iter().flatten() {
        shown[name] = value.clone();
    }
    shown
}

impl MethodRow {
    /// The key, the number or the address.
    pub(super) fn opened(&self, cx: &Context) -> Result<String, StoreError> {
        let (context, sealer) = (Self::seal_context(&self.id), &cx.server.sealer);
        let secret = sealer.open(&cx.tenant.id, &context, &self.secret)?;
        Ok(String::from_utf8_lossy(&secret).into_owned())
    }
}

/// The last four characters of a number.
fn masked_number(number: &str) -> String {
    let hidden = number.chars().count().saturating_sub(4);
    let shown = |(place, character)| if place < hidden { 'X' } else { character };
    number.chars().enumerate().map(shown).collect()
}

/// The first four characters on both sides of the `@`.
fn masked_address(address: &str) -> String {
    let masked = |part: &str| -> String {
        let shown = |(place, character)| if place < 4 { character } else { '*' };
        part.chars().enumerate().map(shown).collect()
    };
    let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
    format!("{}@{}", masked(local), masked(domain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_addresses_are_masked() {
        assert_eq!(masked_number("+15551115044"), "XXXXXXXX5044");
        assert_eq!(
            masked_address("chuckled@example.com"),
            "chuc****@exam*******"
        );
        assert_eq!(masked_address("a@b.co"), "a@b.co");
    }
}
