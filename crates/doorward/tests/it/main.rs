//! The SDK against a real HTTP server that writes down what it is asked.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests fail like tests, with a panic"
)]

mod authentication;
mod browser;
mod client_keys;
mod device;
mod dpop;
mod errors;
mod exchanges;
mod id_token;
mod journeys;
mod legacy;
mod login_urls;
mod logout_token;
mod management;
mod metadata;
mod mfa;
mod paging;
mod passkey;
mod requests;
mod server;
mod signing;
mod tenants;
