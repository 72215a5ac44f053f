//! The SDK against a real HTTP server that writes down what it is asked.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests fail like tests, with a panic"
)]

mod access_token;
mod anonymous;
mod authentication;
mod blocking;
mod certificates;
mod client_keys;
mod coming_from_node;
mod device;
mod dpop;
mod errors;
mod exchanges;
mod handles;
mod hostile;
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
mod rate_limit;
mod requests;
mod server;
mod signing;
mod tenants;
mod traced;
mod transfer;
mod user_apis;
