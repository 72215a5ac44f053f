//! `POST /oauth/token`.

mod assertion;
mod client_credentials;
mod password;
mod refresh_token;
