//! The rules of a tenant: what a password, a profile, a search or a lock-out is and does.
//!
//! Nothing here reads a clock, draws a random number, awaits, or knows of HTTP and SQL. What a rule
//! needs comes in as a value and what it decides goes out as one, so that each is tested by calling it.

pub(crate) mod import_error;
pub(crate) mod password;
pub(crate) mod profile;
