//! The My Organization API: what the administrators of an organization manage of it. Each call is made
//! with a token of such a user, whose audience is `https://{domain}/my-org/` and which names the
//! organization.
//!
//! ```no_run
//! use doorward::MyOrganizationClient;
//!
//! # async fn example(access_token: &str) -> Result<(), doorward::Error> {
//! let client = MyOrganizationClient::builder("tenant.eu.auth0.com").token(access_token).build()?;
//! let details = client.organization_details().get().await?;
//! println!("{:?}", details.display_name);
//! # Ok(())
//! # }
//! ```
//!
//! A refusal says what is wrong in [`Problem`](crate::Problem), field by field.

pub use doorward_api::my_organization::*;

use crate::api_client::{ApiClient, ApiClientBuilder};

/// A client of the My Organization API, for one user.
pub type MyOrganizationClient = ApiClient<doorward_api::MyOrganization>;

/// Settings of a [`MyOrganizationClient`].
pub type MyOrganizationClientBuilder = ApiClientBuilder<doorward_api::MyOrganization>;
