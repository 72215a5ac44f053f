//! Users out of a file: how it is cut into records, what a record may say, what is wrong with one.
//!
//! Source: Management API, `jobs.usersImports.create`.

pub(crate) mod error;
pub(crate) mod record;
pub(crate) mod splitter;
