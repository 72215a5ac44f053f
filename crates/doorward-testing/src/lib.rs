//! A throw-away tenant in one line, for the tests of programs that use Auth0.
//!
//! The tenant is a real one, in this process, with demo data to start from. It is ready in a fraction of a second,
//! a hundred of them live side by side, and it leaves nothing behind.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use doorward::management::ListUsers;
//! use doorward_testing::TestTenant;
//!
//! let tenant = TestTenant::builder().user("ada@example.com", "correct-Horse-7").start().await?;
//! let users = tenant.management()?.send(&ListUsers::default()).await?;
//! assert_eq!(users.status, 200);
//! # Ok(()) }
//! ```
//!
//! # With and without ports
//!
//! [`TestTenant::start`] listens on free ports of this machine, with and without TLS, for browsers, other processes
//! and whatever else speaks HTTP: see [`TestTenant::http_url`] and [`TestTenant::ca_pem`]. A tenant
//! [without ports](TestTenantBuilder::without_ports) is reached through [`TestTenant::transport`] alone, the SDK's
//! way into this very process.
//!
//! # Logins
//!
//! [`TestTenant::log_in`] is the browser of a user: from the address that your program would send it to, over the
//! login page, to the address that it comes back with.
//!
//! # Time, messages and failures
//!
//! Nothing has to wait for an expiry: [`TestTenant::clock`] moves the tenant's time. Letters and text messages stay
//! in the [`outbox`](TestTenant::outbox). And what goes wrong once a year goes wrong when a test says so:
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use doorward::management::ListUsers;
//! use doorward_testing::{Failure, TestTenant};
//!
//! let tenant = TestTenant::builder().without_ports().start().await?;
//! let management = tenant.management()?;
//! management.send(&ListUsers::default()).await?;
//! tenant.fail_next(Failure::Unavailable);
//! // The SDK tries again, and nobody notices.
//! management.send(&ListUsers::default()).await?;
//! # Ok(()) }
//! ```
//!
//! [`TestTenant::rotate_keys`] takes the signing keys away that everybody knows.
//!
//! # Speed
//!
//! A tenant takes some hundredths of a second of a processor to start, a user with a password or a login as much
//! again. That is with hashes of passwords that are compiled with optimisation, which a test profile does not do by
//! itself:
//!
//! ```toml
//! [profile.dev.package]
//! argon2 = { opt-level = 3 }
//! blake2 = { opt-level = 3 }
//! ```
//!
//! The tenant signs with keys that are published with this crate, so that none has to be made. `doorward serve`
//! refuses a database with such keys.

mod browser;
mod builder;
mod failures;
mod tenant;
mod tls;
mod transport;

pub use builder::TestTenantBuilder;
pub use doorward_tenant::{Application, Bootstrap, Clock, DEMO_EMAIL, DEMO_PASSWORD};
pub use failures::Failure;
pub use tenant::{TestTenant, TestTenantError};
pub use transport::InProcess;
