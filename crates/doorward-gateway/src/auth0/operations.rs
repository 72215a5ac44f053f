//! The operations of the Management API that the gateway uses. Their answers pass through unread.

use doorward_api::{File, Management, NoContent, Operation, Parts};
use http::Method;
use serde_json::{Map, Value};

pub(super) struct ListUsers(pub(super) Vec<(&'static str, String)>);
pub(super) struct GetUser<'i>(pub(super) &'i str, pub(super) Vec<(&'static str, String)>);
pub(super) struct CreateUser(pub(super) Map<String, Value>);
pub(super) struct UpdateUser<'i>(pub(super) &'i str, pub(super) Map<String, Value>);
pub(super) struct DeleteUser<'i>(pub(super) &'i str);

impl Operation for ListUsers {
    type Api = Management;

    const NAME: &'static str = "users.list";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/users";
    const SCOPES: &'static [&'static str] = &["read:users"];
    type Output = Value;

    fn write(&self, to: &mut Parts) {
        for (name, value) in &self.0 {
            to.query(name, value);
        }
    }
}

impl Operation for GetUser<'_> {
    type Api = Management;

    const NAME: &'static str = "users.get";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/users/{id}";
    const SCOPES: &'static [&'static str] = &["read:users"];
    type Output = Value;

    fn write(&self, to: &mut Parts) {
        to.path("id", &self.0.to_owned());
        for (name, value) in &self.1 {
            to.query(name, value);
        }
    }
}

impl Operation for CreateUser {
    type Api = Management;

    const NAME: &'static str = "users.create";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/users";
    const SCOPES: &'static [&'static str] = &["create:users"];
    type Output = Value;

    fn write(&self, to: &mut Parts) {
        to.body("user", &self.0);
    }
}

impl Operation for UpdateUser<'_> {
    type Api = Management;

    const NAME: &'static str = "users.update";
    const METHOD: Method = Method::PATCH;
    const PATH: &'static str = "/users/{id}";
    const SCOPES: &'static [&'static str] = &["update:users"];
    type Output = Value;

    fn write(&self, to: &mut Parts) {
        to.path("id", &self.0.to_owned());
        to.body("changes", &self.1);
    }
}

impl Operation for DeleteUser<'_> {
    type Api = Management;

    const NAME: &'static str = "users.delete";
    const METHOD: Method = Method::DELETE;
    const PATH: &'static str = "/users/{id}";
    const SCOPES: &'static [&'static str] = &["delete:users"];
    type Output = NoContent;

    fn write(&self, to: &mut Parts) {
        to.path("id", &self.0.to_owned());
    }
}

/// `POST /api/v2/jobs/users-imports`: everything but the connection as the caller gave it.
pub(crate) struct UsersImport {
    pub(crate) users: File,
    pub(crate) connection_id: String,
    pub(crate) upsert: Option<String>,
    pub(crate) external_id: Option<String>,
    pub(crate) send_completion_email: Option<String>,
}

pub(super) struct GetJob<'i>(pub(super) &'i str);
pub(super) struct GetJobErrors<'i>(pub(super) &'i str);

impl Operation for UsersImport {
    type Api = Management;

    const NAME: &'static str = "jobs.usersImports.create";
    const METHOD: Method = Method::POST;
    const PATH: &'static str = "/jobs/users-imports";
    const SCOPES: &'static [&'static str] = &["create:users"];
    type Output = Value;

    fn write(&self, to: &mut Parts) {
        to.part("connection_id", &self.connection_id);
        to.part("upsert", &self.upsert);
        to.part("external_id", &self.external_id);
        to.part("send_completion_email", &self.send_completion_email);
        to.file("users", &self.users);
    }
}

impl Operation for GetJob<'_> {
    type Api = Management;

    const NAME: &'static str = "jobs.get";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/jobs/{id}";
    const SCOPES: &'static [&'static str] = &["read:users"];
    type Output = Value;

    fn write(&self, to: &mut Parts) {
        to.path("id", &self.0.to_owned());
    }
}

impl Operation for GetJobErrors<'_> {
    type Api = Management;

    const NAME: &'static str = "jobs.errors.get";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/jobs/{id}/errors";
    const SCOPES: &'static [&'static str] = &["read:users"];
    type Output = Value;

    fn write(&self, to: &mut Parts) {
        to.path("id", &self.0.to_owned());
    }
}
