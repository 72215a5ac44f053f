//! The gateway as its callers see it.

mod authorize;
mod change_password;
mod config;
mod double;
mod gateway;
mod hostile;
mod journal;
mod logout;
mod oauth_token;
mod platform;
mod redis;
mod refreshtoken;
mod tenant;
mod userinfo;
mod users;
