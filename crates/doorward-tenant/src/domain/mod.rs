//! The rules of a tenant: what a client, a token, a password, a profile or a search is and does.
//!
//! Nothing here reads a clock, draws a random number, awaits, or knows of HTTP and SQL. What a rule
//! needs comes in as a value and what it decides goes out as one, so that each is tested by calling it.

pub(crate) mod attack_protection;
pub(crate) mod authentication_method;
pub(crate) mod authorization;
pub(crate) mod authorization_code;
pub(crate) mod brute_force;
pub(crate) mod client;
pub(crate) mod client_certificate;
pub(crate) mod client_document;
pub(crate) mod connection;
pub(crate) mod connection_options;
pub(crate) mod connection_secrets;
pub(crate) mod device_code;
pub(crate) mod dpop;
pub(crate) mod excerpt;
pub(crate) mod export;
pub(crate) mod impersonation;
pub(crate) mod import;
pub(crate) mod ip_throttling;
pub(crate) mod origins;
pub(crate) mod parameters;
pub(crate) mod password;
pub(crate) mod password_policy;
pub(crate) mod passwordless;
pub(crate) mod possession;
pub(crate) mod profile;
pub(crate) mod refresh_token;
pub(crate) mod resource_server;
pub(crate) mod resource_server_document;
pub(crate) mod scope;
pub(crate) mod search;
pub(crate) mod session;
pub(crate) mod settings;
pub(crate) mod ticket;
pub(crate) mod user;
pub(crate) mod user_document;
pub(crate) mod user_update;
