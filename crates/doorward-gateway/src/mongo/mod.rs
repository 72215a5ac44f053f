//! Copies of users in a Mongo collection, for documents of the project to link to: users themselves live in the
//! tenant alone.
//!
//! Copies are made behind the answers. No request waits for Mongo or fails with it, `/-/ready` apart.

#[cfg(feature = "mongo")]
mod collection;
#[cfg(feature = "mongo")]
#[path = "enabled.rs"]
mod copies;
#[cfg(not(feature = "mongo"))]
#[path = "disabled.rs"]
mod copies;
#[cfg(feature = "mongo")]
mod document;
#[cfg(feature = "mongo")]
mod waiting;

#[cfg(feature = "mongo")]
pub(crate) use self::collection::is_address;
#[cfg(not(feature = "mongo"))]
pub(crate) use self::copies::is_address;
pub(crate) use self::copies::{Copies, ask};
