//! A self-hosted tenant that speaks Auth0's APIs.

mod domain;
mod hashing;
mod login;
mod messaging;
