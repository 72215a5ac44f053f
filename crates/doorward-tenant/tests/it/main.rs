//! Endpoints of a tenant, through HTTP, each under the path of its route.

mod login;
mod management;
mod support;
