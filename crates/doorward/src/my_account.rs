//! The My Account API: what users manage of their own accounts. Each call is made with a token of the
//! user, whose audience is `https://{domain}/me/`.
//!
//! ```no_run
//! use doorward::MyAccountClient;
//!
//! # async fn example(access_token: &str) -> Result<(), doorward::Error> {
//! let account = MyAccountClient::builder("tenant.eu.auth0.com").token(access_token).build()?;
//!
//! for method in &account.authentication_methods().list().await?.authentication_methods {
//!     println!("{method:?}");
//! }
//! # Ok(())
//! # }
//! ```
//!
//! A refusal says what is wrong in [`Problem`](crate::Problem), field by field.

pub use doorward_api::my_account::*;

use crate::api_client::{ApiClient, ApiClientBuilder};

/// A client of the My Account API, for one user.
pub type MyAccountClient = ApiClient<doorward_api::MyAccount>;

/// Settings of a [`MyAccountClient`].
pub type MyAccountClientBuilder = ApiClientBuilder<doorward_api::MyAccount>;
