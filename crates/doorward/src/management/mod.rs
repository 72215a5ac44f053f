//! The Management API: users, clients, connections, logs and everything else of a tenant.
//!
//! Its operations are found in their groups, under the names that Auth0's documentation gives them. What
//! an operation needs is an argument, what it may have is a field; [await it](Call). A client gets its access token with the first call, and the next one before that ends:
//!
//! ```
//! use doorward::ManagementClient;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
//! # let client = &tenant.bootstrap().management;
//! # let (domain, client_id) = (tenant.domain(), client.client_id.as_str());
//! # let client_secret = client.client_secret.as_str();
//! # let everyone = serde_json::to_value(&tenant.management()?.send(&doorward::management::ListUsers::default()).await?.data)?;
//! # let user_id = everyone[0]["user_id"].as_str().unwrap();
//! let management = ManagementClient::builder(domain) // such as tenant.eu.auth0.com
//!     .client_credentials(client_id, client_secret)
//! #   .transport(tenant.transport())
//!     .build()?;
//! let user = management.users().get(user_id).await?;
//! println!("{:?} has logged in {:?} times", user.name, user.logins_count);
//! # Ok(())
//! # }
//! ```
//!
//! # As data
//!
//! Each operation is a struct too, that can be kept, compared and [sent](crate::api_client::ApiClient::send) by
//! any client. New versions of this crate add fields as Auth0 does: write `..` where you make such a
//! struct or take it apart, and they do not concern you.
//!
//! # Changes
//!
//! A member of a `PATCH` stays as it is when it is absent, goes away when it is null, and is set otherwise:
//!
//! ```
//! use doorward::management::{Nullable, UpdateUser, UpdateUserRequestContent};
//! use serde_json::Map;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
//! # let management = tenant.management()?;
//! # let everyone = serde_json::to_value(&management.send(&doorward::management::ListUsers::default()).await?.data)?;
//! # let user_id = everyone[0]["user_id"].as_str().unwrap();
//! let change = UpdateUserRequestContent {
//!     nickname: Nullable::Null,
//!     user_metadata: Map::from_iter([("language".into(), "de".into())]).into(),
//!     ..UpdateUserRequestContent::default()
//! };
//! let user = management.send(&UpdateUser::new(user_id, change)).await?;
//! # assert_eq!(serde_json::to_value(&user.data)?["user_metadata"], serde_json::json!({ "language": "de" }));
//! # Ok(())
//! # }
//! ```
//!
//! # Lists
//!
//! Page by page, with how many there are in all, or item by item over all pages. Auth0 shows the first 1000 users this
//! way; `CreateJobUsersExport` has them all.
//!
//! ```
//! use std::pin::pin;
//! use doorward::management::{ListUsers, Page};
//! use futures_util::TryStreamExt;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
//! # let management = tenant.management()?;
//! let mut pages = pin!(management.users().list().pages());
//! while let Some(Page { items, total, .. }) = pages.try_next().await? {
//!     println!("{} of {total:?}", items.len());
//! }
//!
//! let verified = ListUsers {
//!     q: Some("email_verified:true".into()),
//!     ..ListUsers::default()
//! };
//! let mut users = pin!(management.items(verified));
//! while let Some(user) = users.try_next().await? {
//!     println!("{:?}", user.email);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Logs go from checkpoint to checkpoint, until nothing is left:
//!
//! ```
//! use std::pin::pin;
//! use doorward::management::ListLogs;
//! use futures_util::TryStreamExt;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
//! # let management = tenant.management()?;
//! let from_the_first = ListLogs {
//!     from: Some(String::new()),
//!     take: Some(100),
//!     ..ListLogs::default()
//! };
//! let mut logs = pin!(management.checkpoint_items(from_the_first));
//! while let Some(log) = logs.try_next().await? {
//!     println!("{:?} {:?}", log.log_id, log.description);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Files and jobs
//!
//! An import is streamed from its file, and goes on after it was answered:
//!
//! ```
//! use std::time::Duration;
//! use doorward::management::{CreateJobUsersImport, File, GetJobErrors};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
//! # let management = tenant.management()?;
//! # let connection_id = tenant.bootstrap().connections.database.id.as_str();
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("users.json");
//! # std::fs::write(&path, r#"[{"email":"ada@example.com","email_verified":true}]"#)?;
//! let import = CreateJobUsersImport {
//!     upsert: Some(true),
//!     ..CreateJobUsersImport::new(File::at(path), connection_id)
//! };
//! let job = management.send(&import).await?;
//! let ended = management.wait_for_job(job.id.clone(), Duration::from_secs(1)).await?;
//! if ended.status == "failed" {
//!     println!("{:?}", management.send(&GetJobErrors::new(job.id.clone())).await?.data);
//! }
//! # assert_eq!(ended.status, "completed");
//! # management.send(&GetJobErrors::new(job.id.clone())).await?;
//! # Ok(())
//! # }
//! ```
//!
//! The groups come in families, each a Cargo feature; [the crate's page](crate#features) lists them.

#[cfg(feature = "users")]
mod waiting;

pub use doorward_api::list::{ByCursor, ByPage, List, Page};
pub use doorward_api::management::*;
pub use doorward_api::{File, FileContent, NoContent, Nullable, Perhaps};

pub use crate::api_client::{Call, ClientCredentials, StaticToken, TokenSource};

use crate::api_client::{ApiClient, ApiClientBuilder};

/// A client of the Management API of a tenant.
pub type ManagementClient = ApiClient<doorward_api::Management>;

/// Settings of a [`ManagementClient`].
pub type ManagementClientBuilder = ApiClientBuilder<doorward_api::Management>;
