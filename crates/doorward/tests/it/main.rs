//! The SDK against a real HTTP server that writes down what it is asked.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests fail like tests, with a panic"
)]

mod authentication;
mod browser;
mod errors;
mod id_token;
mod journeys;
mod management;
mod paging;
mod requests;
mod server;
mod signing;
mod tenants;
