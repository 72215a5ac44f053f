//! The gateway as its callers see it.

mod authorize;
mod browser;
mod change_password;
mod check;
mod config;
mod double;
mod gateway;
mod hostile;
mod import;
mod injection;
mod installation;
mod journal;
mod logout;
#[cfg(feature = "mongo")]
mod mongo;
#[cfg(feature = "mongo")]
mod mongo_server;
mod oauth_token;
mod platform;
mod points;
mod points_clients;
mod points_tokens;
mod points_users;
mod proxies;
mod races;
mod redis;
mod redis_modes;
mod refreshtoken;
mod tenant;
mod userinfo;
mod users;
mod way;
