//! The SDK against a real HTTP server that writes down what it is asked.

mod authentication;
mod errors;
mod id_token;
mod requests;
mod server;
mod signing;
