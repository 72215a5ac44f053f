//! Universal Login: from `/authorize` through the pages people see back to the application.
//!
//! A login is a *transaction* ([`Transaction`](crate::domain::authorization::Transaction)): a row
//! found by the `state` of its pages and bound to one browser by the `did` cookie. Every page opens
//! it as a [`visit`], every finished step goes to [`resume`], which decides what is left to do,
//! and [`complete`] ends it with an answer in the application's response mode.

pub(crate) mod answer;
pub(crate) mod assets;
pub(crate) mod authorize;
pub(crate) mod brand;
mod complete;
pub(crate) mod cookies;
pub(crate) mod decision;
mod device;
mod entitled;
pub(crate) mod failure;
pub(crate) mod form;
pub(crate) mod impersonate;
mod options;
mod origin;
pub(crate) mod pages;
mod prompts;
pub(crate) mod respond;
mod resume;
mod routes;
pub(crate) mod sso;
mod static_files;
pub(crate) mod texts;
mod ticket_visit;
pub(crate) mod tickets;
mod visit;

pub(crate) use routes::{routes, untouched};
