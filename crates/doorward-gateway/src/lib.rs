//! Login, sessions and user management behind one small HTTP API: the drop-in for Mia-Platform's
//! `auth0-client`.
//!
//! A gateway stands between an application and one Auth0 tenant. It logs users in and keeps their
//! sessions, in Redis or by itself; it answers who is calling; and it manages the tenant's users. It
//! asks the tenant through the SDK, [`doorward`].
//!
//! On its own it reads the variables and the config file of `auth0-client`:
//!
//! ```no_run
//! use doorward_gateway::{Gateway, Settings, Surroundings};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let settings = Settings::from_env_and_file(|name| std::env::var(name).ok())?;
//! Gateway::new(settings, Surroundings::default()).await?.run().await?;
//! # Ok(())
//! # }
//! ```
//!
//! In another process [`Gateway::router`] is one more `axum` service, and [`Surroundings`] bring that
//! process's clock and its way to the tenant.

mod access;
mod auth0;
mod authorities;
mod check;
mod clock;
pub mod config;
mod connection;
mod context;
mod demo;
mod entropy;
mod error;
mod gateway;
mod http;
mod log;
mod login;
mod metrics;
mod mongo;
mod refresh;
mod routes;
mod search;
mod session;
mod traces;
mod userinfo;

pub use self::check::{Finding, check};
pub use self::clock::Clock;
pub use self::config::{Problems, Settings};
pub use self::entropy::{Entropy, NoEntropy};
pub use self::gateway::{Gateway, GatewayFailure, Surroundings, Transport};
pub use self::log::JsonLog;
pub use self::traces::{Traces, TracesFailure};
pub use doorward::Secret;
