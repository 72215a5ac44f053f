//! The gateway as its callers see it.

mod config;
