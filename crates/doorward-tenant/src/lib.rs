//! A self-hosted tenant that speaks Auth0's APIs.

mod clock;
mod domain;
mod entropy;
mod hashing;
mod keys;
mod login;
mod messaging;
mod secret;
mod store;

pub use clock::Clock;
pub use entropy::Entropy;
pub use keys::Sealer;
pub use secret::Secret;
pub use store::{Location, Store, StoreError};
