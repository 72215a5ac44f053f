//! A self-hosted tenant that speaks Auth0's APIs.

mod accounts;
mod admin;
mod authentication;
mod bootstrap;
mod clock;
mod configuration;
mod connection_secrets;
mod domain;
mod entropy;
mod events;
mod hashing;
mod http;
mod jobs;
mod keys;
mod login;
mod management;
mod messaging;
mod protection;
mod secret;
mod seed;
mod server;
mod settings;
mod start;
mod store;
mod tenant;
mod upkeep;
mod verified_tokens;

pub use admin::{AdminError, create_management_client};
pub use bootstrap::{
    Api, Application, Bootstrap, DEMO_EMAIL, DEMO_PASSWORD, DemoConnections, ManagementClient,
    NamedConnection,
};
pub use clock::Clock;
pub use entropy::Entropy;
pub use http::serve::serve;
pub use http::{ClientCertificate, Tls};
pub use keys::Sealer;
pub use messaging::transport::{MessagingSettings, MessagingSettingsError};
pub use secret::Secret;
pub use seed::SeedError;
pub use settings::{Limits, Mode, Settings};
pub use start::{Doorward, StartError};
pub use store::{Location, Store, StoreError};
