//! The `doorward` command as a shell sees it: arguments and variables in; output and status out.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests fail like tests, with a panic"
)]

mod api;
mod auth;
mod command;
mod completions;
mod device_login;
mod explain;
mod login;
mod manage;
mod process;
