//! The Management API: users, clients, connections, logs and everything else of a tenant.
//!
//! Its operations are values. Fill one in, and [`ManagementClient::send`] it.
//!
//! A client gets its access token with the first call, and the next one before that ends:
//!
//! ```
//! use doorward::ManagementClient;
//! use doorward::management::GetUser;
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
//! let user = management.send(&GetUser::new(user_id)).await?;
//! println!("{:?} has logged in {:?} times", user.name, user.logins_count);
//! # Ok(())
//! # }
//! ```
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
//! let mut pages = pin!(management.pages(ListUsers::default()));
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
//! The groups are Cargo features of the same names; `all-operations` has them all.

mod multipart;
mod paging;
mod subscription;
mod token;
#[cfg(feature = "jobs")]
mod waiting;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use doorward_api::{Body as ApiBody, Operation, Parts};
use http::header::AUTHORIZATION;
use http::{HeaderName, HeaderValue};

pub use doorward_api::list::{ByCursor, ByPage, List, Page};
pub use doorward_api::management::*;
pub use doorward_api::{File, FileContent, NoContent, Nullable, Perhaps};

pub use self::token::{ClientCredentials, StaticToken, TokenSource};

use crate::authentication::{AssertionKey, AuthenticationClient, ClientAuthentication, bearer};
use crate::dispatch::{Dispatcher, Outgoing};
use crate::error::{ArgumentError, Error};
use crate::http_settings::{HttpSettings, http_setters};
use crate::options::RequestOptions;
use crate::response::{ApiResponse, RawResponse};
use crate::retry::RetryPolicy;
use crate::secret::Secret;

/// Where links and messages may use a custom domain.
const CUSTOM_DOMAIN_PATHS: [&str; 7] = [
    "/guardian/enrollments/ticket",
    "/jobs/verification-email",
    "/organizations/{id}/invitations",
    "/tickets/email-verification",
    "/tickets/password-change",
    "/users",
    "/users/{id}",
];

/// The Management API of a tenant.
///
/// A clone is cheap and shares connections and the access token. An attempt may take 60 seconds;
/// 408, 429 and 5xx are tried again up to 2 times, as patiently as the server asks, unless said
/// otherwise.
#[derive(Clone)]
pub struct ManagementClient {
    shared: Arc<Shared>,
    options: Option<Arc<RequestOptions>>,
}

struct Shared {
    dispatcher: Dispatcher,
    tokens: Box<dyn TokenSource>,
    custom_domain: Option<HeaderValue>,
}

impl fmt::Debug for ManagementClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ManagementClient")
            .field("dispatcher", &self.shared.dispatcher)
            .finish_non_exhaustive()
    }
}

impl ManagementClient {
    /// A client of the tenant at `domain`: host, and port if it is not 443.
    pub fn builder(domain: impl Into<String>) -> ManagementClientBuilder {
        ManagementClientBuilder {
            domain: domain.into(),
            http: HttpSettings::default(),
            tokens: Tokens::None,
            audience: None,
            custom_domain: None,
        }
    }

    /// The same client with other headers, timeout or retries.
    pub fn with(&self, options: RequestOptions) -> Self {
        Self {
            shared: self.shared.clone(),
            options: Some(Arc::new(options)),
        }
    }

    /// Carries out an operation.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with what the tenant answered; [`Error::Token`] when no access token was to
    /// be had; [`Error`] lists the rest.
    pub async fn send<O: Operation>(&self, operation: &O) -> Result<ApiResponse<O::Output>, Error> {
        let parts = Parts::of(operation).map_err(ArgumentError::Unsendable)?;
        let response = self.send_parts(parts, O::PATH).await?;
        match O::read(&response.body) {
            Ok(data) => Ok(ApiResponse {
                data,
                status: response.status,
                headers: response.headers,
            }),
            Err(source) => Err(Error::undecodable(source, response)),
        }
    }

    /// Sends a request that is put together already, for the operation at the path template
    /// `path`. The answer is left unread.
    ///
    /// For programs that choose their operation at run time, from
    /// [`NamedOperation`](doorward_api::NamedOperation)s.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    pub async fn send_parts(&self, parts: Parts, path: &str) -> Result<RawResponse, Error> {
        let outgoing = self.compose(parts, path).await?;
        self.shared
            .dispatcher
            .send(outgoing, self.options.as_deref())
            .await
    }

    /// The request of an operation, with an access token.
    async fn compose(&self, mut parts: Parts, path: &str) -> Result<Outgoing, Error> {
        let shared = &*self.shared;
        let url = shared
            .dispatcher
            .domain
            .url_of("/api/v2", parts.path_and_query());
        let body = parts.take_body();
        let mut outgoing = Outgoing::new(parts.method().clone(), url);
        outgoing.headers.extend(parts.headers().iter().cloned());
        if let Some(domain) = &shared.custom_domain
            && CUSTOM_DOMAIN_PATHS.contains(&path)
        {
            let name = HeaderName::from_static("auth0-custom-domain");
            outgoing
                .headers
                .entry(name)
                .or_insert_with(|| domain.clone());
        }
        let outgoing = match body {
            None => outgoing,
            Some(ApiBody::Json(value)) => {
                let bytes = serde_json::to_vec(&value).map_err(ArgumentError::Encode)?;
                outgoing.body(HeaderValue::from_static("application/json"), bytes)
            }
            Some(ApiBody::Multipart(parts)) => {
                let (content_type, body) = multipart::write(parts).await?;
                outgoing.body(content_type, body)
            }
        };
        let token = shared.tokens.token().await?;
        Ok(outgoing.header(AUTHORIZATION, bearer(&token)?))
    }
}

/// Where access tokens come from, while a client is being built.
#[derive(Debug)]
enum Tokens {
    None,
    Client(String, ClientAuthentication),
    Source(OpaqueSource),
}

struct OpaqueSource(Box<dyn TokenSource>);

impl fmt::Debug for OpaqueSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenSource")
    }
}

/// Settings of a [`ManagementClient`].
#[derive(Debug)]
#[must_use = "a builder does nothing until `build`"]
pub struct ManagementClientBuilder {
    domain: String,
    http: HttpSettings,
    tokens: Tokens,
    audience: Option<String>,
    custom_domain: Option<String>,
}

impl ManagementClientBuilder {
    http_setters!();

    /// Uses this access token, which somebody else renews.
    pub fn token(self, token: impl Into<Secret>) -> Self {
        self.token_source(StaticToken::new(token))
    }

    /// Gets access tokens as a client with a secret, and renews them ahead of time.
    pub fn client_credentials(
        self,
        client_id: impl Into<String>,
        client_secret: impl Into<Secret>,
    ) -> Self {
        let way = ClientAuthentication::SecretPost(client_secret.into());
        self.client_authentication(client_id, way)
    }

    /// Gets access tokens as a client with a private key, and renews them ahead of time.
    pub fn client_assertion_key(self, client_id: impl Into<String>, key: AssertionKey) -> Self {
        self.client_authentication(client_id, ClientAuthentication::PrivateKeyJwt(key))
    }

    /// Gets access tokens as a client that authenticates in one of all the ways there are.
    pub fn client_authentication(
        mut self,
        client_id: impl Into<String>,
        way: ClientAuthentication,
    ) -> Self {
        self.tokens = Tokens::Client(client_id.into(), way);
        self
    }

    /// Gets access tokens from a place of your own.
    #[doc(alias = "tokenProvider")]
    pub fn token_source(mut self, source: impl TokenSource) -> Self {
        self.tokens = Tokens::Source(OpaqueSource(Box::new(source)));
        self
    }

    /// The audience of access tokens; `https://{domain}/api/v2/` unless said otherwise.
    pub fn audience(mut self, audience: impl Into<String>) -> Self {
        self.audience = Some(audience.into());
        self
    }

    /// The custom domain for the links and messages that operations cause. Sent with the seven
    /// operations that take it; [`RequestOptions::custom_domain`] sends it with any.
    #[doc(alias = "withCustomDomainHeader")]
    pub fn custom_domain(mut self, domain: impl Into<String>) -> Self {
        self.custom_domain = Some(domain.into());
        self
    }

    /// The client.
    ///
    /// # Errors
    ///
    /// [`Error::Argument`] when a setting is missing or makes no sense.
    pub fn build(self) -> Result<ManagementClient, Error> {
        let custom_domain = match self.custom_domain {
            Some(domain) if !domain.trim().is_empty() => HeaderValue::try_from(domain)
                .map(Some)
                .map_err(|_| ArgumentError::Header("auth0-custom-domain".into()))?,
            Some(_) => return Err(ArgumentError::Header("auth0-custom-domain".into()).into()),
            None => None,
        };
        let timeout = Duration::from_secs(60);
        let dispatcher = self
            .http
            .dispatcher(&self.domain, timeout, RetryPolicy::management())?;
        let tokens: Box<dyn TokenSource> = match self.tokens {
            Tokens::None => return Err(ArgumentError::NoTokenSource.into()),
            Tokens::Source(OpaqueSource(source)) => source,
            Tokens::Client(client_id, way) => {
                let audience = self
                    .audience
                    .unwrap_or_else(|| format!("{}api/v2/", dispatcher.domain.issuer()));
                let client = AuthenticationClient::for_tokens(&dispatcher, client_id, way);
                Box::new(ClientCredentials::new(client, audience))
            }
        };
        Ok(ManagementClient {
            shared: Arc::new(Shared {
                dispatcher,
                tokens,
                custom_domain,
            }),
            options: None,
        })
    }
}
