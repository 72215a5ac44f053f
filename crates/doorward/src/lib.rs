//! Log users in, and manage them, with Auth0 or any tenant that speaks its APIs.
//!
//! | to … | use |
//! |---|---|
//! | sign up, log in, renew and revoke tokens | [`AuthenticationClient`] |
//! | read the profile behind an access token | [`UserInfoClient`] |
//! | let calls with good access tokens into an API | [`AccessTokenVerifier`](access_token::AccessTokenVerifier) |
//! | manage users, clients, connections, logs … | [`ManagementClient`] |
//!
//! Who comes from npm `auth0` finds every method by its old name in the search above, and the two side
//! by side in `docs/coming-from-node.md`.
//!
//! # A login in three steps
//!
//! ```no_run
//! use doorward::AuthenticationClient;
//! use doorward::authentication::PendingLogin;
//!
//! # async fn example(came_back: &str, session: &mut Option<PendingLogin>) -> Result<(), doorward::Error> {
//! let auth = AuthenticationClient::builder("tenant.eu.auth0.com")
//!     .client_id("…")
//!     .client_secret("…") // leave it out in a single-page or native application
//!     .build()?;
//!
//! // 1. Send the browser to the login page, and remember why.
//! let login = auth
//!     .authorize_url()?
//!     .redirect_uri("https://app.example.com/callback")
//!     .scope("openid profile offline_access")
//!     .begin()?;
//! *session = Some(login.pending);
//! println!("Location: {}", login.url);
//!
//! // 2. It comes back with a code, which buys tokens. The ID token is validated on the way.
//! let pending = session.take().expect("a login was begun");
//! let tokens = auth
//!     .oauth()
//!     .authorization_code_grant_with_pkce(&pending.finish(came_back)?)
//!     .await?;
//!
//! // 3. Know who it is.
//! if let Some(user) = &tokens.claims {
//!     println!("{} logged in", user.sub);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Everything else is a value that is sent
//!
//! A request is a struct: `new` takes what it cannot do without, the other fields are optional, and
//! `extra` takes what this crate does not know yet. Methods and [`send`](AuthenticationClient::send)
//! do the same with it. An answer reads as its data, and has `status` and `headers`.
//!
//! ```no_run
//! use doorward::ManagementClient;
//! use doorward::management::{GetUser, ListUsers};
//! use futures_util::TryStreamExt;
//!
//! # async fn example() -> Result<(), doorward::Error> {
//! let management = ManagementClient::builder("tenant.eu.auth0.com")
//!     .client_credentials("client id", "client secret") // its access token is fetched and renewed
//!     .build()?;
//! let user = management.send(&GetUser::new("auth0|5f7c8ec7c33c6c004bbafe82")).await?;
//! println!("{:?}, request {:?}", user.name, user.headers.get("x-request-id"));
//!
//! let mut everyone = std::pin::pin!(management.items(ListUsers::default()));
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
//! ```no_run
//! # use doorward::{AuthenticationClient, Error, ErrorCode};
//! # use doorward::authentication::PasswordGrant;
//! # async fn example(auth: AuthenticationClient) -> Result<(), Error> {
//! let attempt = PasswordGrant::new("ada@example.com", "correct horse");
//! match auth.oauth().password_grant(&attempt).await {
//!     Ok(tokens) => println!("valid for {:?} seconds", tokens.expires_in),
//!     Err(Error::Api(refusal)) if refusal.code() == ErrorCode::MfaRequired => {
//!         println!("one more step with {:?}", refusal.mfa_requirements());
//!     }
//!     Err(Error::Api(refusal)) if refusal.code() == ErrorCode::InvalidGrant => {
//!         println!("{}", refusal.message().unwrap_or("wrong name or password"));
//!     }
//!     Err(error) if error.is_retryable() => println!("later: {:?}", error.retry_after()),
//!     Err(error) => return Err(error),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # What goes on underneath
//!
//! Requests travel over a [`transport`] that can be replaced: to trust a private authority, use a
//! proxy, log, or count. [`RequestOptions`] change headers, timeout and [`RetryPolicy`] for
//! single calls, a [`RateLimit`] paces all tasks together. Redirects are not followed, answers have a
//! limit, and every attempt has a deadline. [`Secret`]s do not show in `Debug` output, of requests,
//! answers and errors alike.
//!
//! # Features
//!
//! | feature | what it adds |
//! |---|---|
//! | `users`, `clients`, `logs`, … | a group of the Management API; `all-operations` has them all |
//! | `tower` | a layer that asks for access tokens |
//! | `axum` | their claims in axum's handlers |
//! | `tracing` | a transport that tells about every request |
//! | `blocking` | the clients for programs without async |

pub mod access_token;
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
mod http_settings;
pub mod id_token;
mod jws;
mod key_set;
pub mod management;
mod options;
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
pub use crate::error::{ApiError, ArgumentError, Error, ErrorCode};
pub use crate::extra::Extra;
pub use crate::management::ManagementClient;
pub use crate::options::RequestOptions;
pub use crate::quota::{Quota, QuotaBucket};
pub use crate::rate_limit::RateLimit;
pub use crate::response::{ApiResponse, RawResponse};
pub use crate::retry::RetryPolicy;
pub use crate::secret::Secret;

pub use bytes;
pub use doorward_api as api;
pub use http;
pub use jiff;
pub use url;
