//! Endpoints of a tenant, through HTTP, each under the path of its route.

#![expect(clippy::unwrap_used, reason = "a test whose step fails has failed")]

mod authentication;
mod http;
mod login;
mod management;
mod storage;
mod support;
