//! Log users in, and manage them, with Auth0 or any tenant that speaks its APIs.
//!
//! | to … | use |
//! |---|---|
//! | sign up, log in, renew and revoke tokens | [`AuthenticationClient`] |
//! | read the profile behind an access token | [`UserInfoClient`] |
//! | manage users, clients, connections, logs … | [`ManagementClient`] |
//!
//! # A login in three steps
//!
//! ```no_run
//! use doorward::AuthenticationClient;
//! use doorward::authentication::{AuthorizationCodeGrantWithPkce, Pkce, random_state};
//!
//! # async fn example(code: String) -> Result<(), doorward::Error> {
//! let auth = AuthenticationClient::builder("tenant.eu.auth0.com")
//!     .client_id("…")
//!     .client_secret("…") // leave it out in a single-page or native application
//!     .build()?;
//!
//! // 1. Send the browser to the login page.
//! let (pkce, nonce) = (Pkce::generate()?, random_state()?);
//! let login = auth
//!     .authorize_url()?
//!     .redirect_uri("https://app.example.com/callback")
//!     .scope("openid profile offline_access")
//!     .pkce(&pkce)
//!     .nonce(&nonce)
//!     .into_url();
//!
//! // 2. It comes back with a code, which buys tokens. The ID token is validated on the way.
//! let tokens = auth
//!     .oauth()
//!     .authorization_code_grant_with_pkce(&AuthorizationCodeGrantWithPkce {
//!         redirect_uri: Some("https://app.example.com/callback".into()),
//!         nonce: Some(nonce),
//!         ..AuthorizationCodeGrantWithPkce::new(code, &pkce.verifier)
//!     })
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
//! single calls. [`Secret`]s do not show in `Debug` output, of requests, answers and errors alike.

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
