//! `POST /oauth/token`.

mod password;
