//! Login, sessions and user management behind one small HTTP API.

pub mod config;
mod http;
mod secret;

pub use self::config::{Problems, Settings};
pub use self::secret::Secret;
