//! `users.logs`: what happened to one user.

use super::super::logs::page_of;
use super::super::{Outcome, Request, serves};
use crate::domain::search::logs::{LogField, LogTest};
use crate::domain::search::{Condition, TextTest};

serves! {
    "users.logs.list" => list,
}

/// `GET /users/{id}/logs`. The entries of a deleted user are still there.
async fn list(request: Request) -> Outcome {
    let condition = Condition::Is(LogTest::Text {
        fields: vec![LogField::UserId],
        test: TextTest::Equals(request.path("id").to_owned()),
    });
    page_of(&request, condition).await
}
