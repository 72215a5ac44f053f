//! `POST /oauth/token`.

mod client_credentials;
mod password;
mod refresh_token;
