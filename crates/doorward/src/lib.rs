//! Log users in, and manage them, with Auth0 or any tenant that speaks its APIs.
//!
//! | to … | use |
//! |---|---|
//! | sign up, log in, renew and revoke tokens | [`AuthenticationClient`] |
//! | read the profile behind an access token | [`UserInfoClient`] |
//! | let calls with good access tokens into an API | [`AccessTokenVerifier`](access_token::AccessTokenVerifier) |
//! | manage users, clients, connections, logs … | [`ManagementClient`] |
//! | let users manage their accounts, and administrators their organization | `MyAccountClient`, `MyOrganizationClient` |
//!
//! Who comes from npm `auth0` finds every method by its old name in the search above, and the two side
//! by side in `docs/coming-from-node.md`.
//!
//! # A login in three steps
//!
//! ```
//! use doorward::AuthenticationClient;
//! use doorward::authentication::PendingLogin;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
//! # let app = tenant.application("Default App").unwrap();
//! # let (domain, client_id) = (tenant.domain(), &app.client_id);
//! # let client_secret = app.client_secret.as_deref().unwrap();
//! # let callback = app.callbacks[0].as_str();
//! let auth = AuthenticationClient::builder(domain) // such as tenant.eu.auth0.com
//!     .client_id(client_id)
//!     .client_secret(client_secret) // leave it out in a single-page or native application
//! #   .transport(tenant.transport())
//!     .build()?;
//!
//! // 1. Send the browser to the login page, and keep what the end of the login needs.
//! let login = auth
//!     .authorize_url()?
//!     .redirect_uri(callback)
//!     .scope("openid profile offline_access")
//!     .begin()?;
//! let session: PendingLogin = login.pending;
//! println!("Location: {}", login.url);
//! # let came_back = tenant.log_in(&login.url, doorward_testing::DEMO_EMAIL, doorward_testing::DEMO_PASSWORD).await?;
//! # let came_back = came_back.as_str();
//!
//! // 2. It comes back with a code, which buys tokens. The ID token is validated on the way.
//! let grant = session.finish(came_back)?;
//! let tokens = auth.oauth().authorization_code_grant_with_pkce(&grant).await?;
//!
//! // 3. Know who it is.
//! let user = tokens.claims.as_ref().expect("openid was granted");
//! println!("{} logged in", user.sub);
//! # Ok(())
//! # }
//! ```
//!
//! # Everything else is a value that is sent
//!
//! A request is a struct: `new` takes what it cannot do without, the other fields are optional, and
//! `extra` takes what this crate does not know yet. Methods and [`send`](AuthenticationClient::send)
//! do the same with it. An answer reads as its data, and has `status` and `headers`. The operations of
//! the Management API are found in their [groups](management).
//!
//! ```
//! use std::pin::pin;
//! use doorward::ManagementClient;
//! use doorward::management::CreateUserRequestContent;
//! use futures_util::TryStreamExt;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
//! # let client = &tenant.bootstrap().management;
//! # let (domain, client_id) = (tenant.domain(), client.client_id.as_str());
//! # let client_secret = client.client_secret.as_str();
//! let management = ManagementClient::builder(domain)
//!     .client_credentials(client_id, client_secret) // its access token is fetched and renewed
//! #   .transport(tenant.transport())
//!     .build()?;
//! let user = CreateUserRequestContent {
//!     email: Some("ada@example.com".into()),
//!     password: Some("correct-Horse-7".into()),
//!     ..CreateUserRequestContent::new("Username-Password-Authentication")
//! };
//! let user = management.users().create(user).await?;
//! println!("{}: {:?}, request {:?}", user.status, user.user_id, user.request_id());
//!
//! let mut everyone = pin!(management.users().list().items());
//! while let Some(user) = everyone.try_next().await? {
//!     println!("{:?}", user.email);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # When it goes wrong
//!
//! Every call fails with [`Error`]. The server's refusal is kept whole in [`ApiError`]:
//!
//! ```
//! use doorward::authentication::PasswordGrant;
//! use doorward::{Error, ErrorCode};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
//! # let app = tenant.application("Default App").unwrap();
//! # let auth = tenant.authentication(app)?;
//! let attempt = PasswordGrant::new("ada@example.com", "a guess");
//! match auth.oauth().password_grant(&attempt).await {
//!     Ok(tokens) => println!("valid for {:?} seconds", tokens.expires_in),
//!     Err(Error::Api(refusal)) if refusal.code() == ErrorCode::MfaRequired => {
//!         println!("one more step with {:?}", refusal.mfa_requirements());
//!     }
//!     Err(Error::Api(refusal)) if refusal.code() == ErrorCode::InvalidGrant => {
//!         println!("{}", refusal.message().unwrap_or("wrong name or password"));
//!     }
//!     Err(error) if error.is_retryable() => println!("later: {:?}", error.retry_after()),
//!     Err(error) => return Err(error.into()),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Tests without a network
//!
//! The crate `doorward-testing` has a whole tenant for the tests of a program, in its process:
//!
//! ```
//! use doorward_testing::TestTenant;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let tenant = TestTenant::builder()
//!     .without_ports()
//!     .user("ada@example.com", "correct-Horse-7")
//!     .start()
//!     .await?;
//! let app = tenant.application("Default App").expect("a tenant begins with demo data");
//! let auth = tenant.authentication(app)?;
//! # let login = doorward::authentication::PasswordGrant::new("ada@example.com", "correct-Horse-7");
//! # auth.oauth().password_grant(&login).await?;
//! # Ok(())
//! # }
//! ```
//! # What goes on underneath
//!
//! Requests travel over a [`transport`] that can be replaced: to trust a private authority, use a
//! proxy, log, or count. [`RequestOptions`] change headers, timeout and [`RetryPolicy`] for
//! single calls, a [`RateLimit`] paces all tasks together. Redirects are not followed, answers have a
//! limit, and every attempt has a deadline. [`Secret`]s do not show in `Debug` output, of requests,
//! answers and errors alike.
//!
//! # New versions
//!
//! Answers, errors and settings are `#[non_exhaustive]`. Requests are plain structs with public fields, which new
//! versions may add to: make them from `new` or `default`, with `..` for the rest.
//!
//! # Features
//!
//! The Authentication API is always there. The Management API comes in families; `users`, `clients` and
//! `logs` are on unless `default-features = false`, as is `http2`, and a program that only logs people in then compiles
//! no type of the Management API.
//!
//! | feature | what it adds |
//! |---|---|
//! | `users` | users, groups, roles, sessions, refresh tokens, grants, blocks, tickets, jobs |
//! | `clients` | applications, APIs, the grants between them, agents, token exchange profiles |
//! | `organizations` | organizations, their members and invitations |
//! | `connections` | connections, connection and attribute profiles, self-service SSO |
//! | `branding` | branding, custom domains, e-mail providers and templates, prompts |
//! | `actions` | Actions, Hooks, Rules |
//! | `forms` | forms and flows |
//! | `security` | attack protection, multi-factor authentication, keys, access control, rate limits |
//! | `logs` | logs, log streams, event streams, statistics |
//! | `my-account`, `my-organization` | the APIs that users call themselves |
//! | `tenants` | the tenant's settings, experiments, verifiable credentials |
//! | `all-operations` | all of these |
//! | `authentication` | nothing: the name of what is always there |
//! | `http2` | HTTP/2 where the tenant speaks it: many calls at a time over one connection |
//! | `tower` | a layer that asks for access tokens |
//! | `axum` | their claims in axum's handlers |
//! | `tracing` | a transport that tells about every request |
//! | `blocking` | the clients for programs without async |

pub mod access_token;
pub mod api_client;
mod api_error;
pub mod authentication;
#[cfg(feature = "blocking")]
pub mod blocking;
pub mod clock;
mod dispatch;
mod domain;
pub mod dpop;
mod error;
mod extra;
#[path = "generated/mod.rs"]
pub mod handles;
mod http_settings;
pub mod id_token;
mod jws;
mod key_set;
pub mod management;
#[cfg(feature = "my-account")]
pub mod my_account;
#[cfg(feature = "my-organization")]
pub mod my_organization;
mod options;
mod problem;
mod quota;
mod random;
mod rate_limit;
mod response;
mod retry;
mod secret;
mod single_flight;
mod telemetry;
pub mod transport;

pub use crate::authentication::{AuthenticationClient, UserInfoClient};
pub use crate::error::{ApiError, ArgumentError, Error, ErrorCode, PrivateKeyError};
pub use crate::extra::Extra;
pub use crate::management::ManagementClient;
#[cfg(feature = "my-account")]
pub use crate::my_account::MyAccountClient;
#[cfg(feature = "my-organization")]
pub use crate::my_organization::MyOrganizationClient;
pub use crate::options::RequestOptions;
pub use crate::problem::{Problem, ValidationError};
pub use crate::quota::{Allowance, Quota, QuotaBucket};
pub use crate::rate_limit::RateLimit;
pub use crate::response::{ApiResponse, RawResponse};
pub use crate::retry::RetryPolicy;
pub use crate::secret::Secret;

pub use bytes;
pub use doorward_api as api;
pub use http;
pub use jiff;
pub use url;
