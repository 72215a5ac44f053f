//! What one call does differently from the others.

use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

use http::header::ACCEPT_LANGUAGE;
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::error::ArgumentError;
use crate::retry::RetryPolicy;

/// Headers, timeout and retries for some calls, over what the client does otherwise.
///
/// Every client has a `with` that takes them:
///
/// ```
/// use std::time::Duration;
/// use doorward::RequestOptions;
/// use doorward::authentication::PasswordGrant;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let tenant = doorward_testing::TestTenant::builder().without_ports().start().await?;
/// # let app = tenant.application("Default App").unwrap();
/// # let auth = tenant.authentication(app)?;
/// # let (email, password) = (doorward_testing::DEMO_EMAIL, doorward_testing::DEMO_PASSWORD);
/// let on_behalf = RequestOptions::new()
///     .forwarded_for([203, 0, 113, 7].into())
///     .header("x-trace", "7")
///     .timeout(Duration::from_secs(30));
/// let tokens = auth
///     .with(on_behalf)
///     .oauth()
///     .password_grant(&PasswordGrant::new(email, password))
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
pub struct RequestOptions {
    pub(crate) headers: HeaderMap,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) deadline: Option<Duration>,
    pub(crate) retry: Option<RetryPolicy>,
    pub(crate) replaces_headers: bool,
    /// The name of the first header that cannot be sent; the call fails with it.
    invalid_header: Option<String>,
}

impl RequestOptions {
    /// Nothing different yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sends a header, instead of one of the same name that the client would send.
    ///
    /// `content-type` stays as it is, because it belongs to the body. A name or value that
    /// cannot stand in a header fails the call with [`ArgumentError::Header`].
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            (Ok(name), Ok(value)) => {
                self.headers.insert(name, value);
            }
            _ => {
                self.invalid_header.get_or_insert_with(|| name.to_owned());
            }
        }
        self
    }

    /// Leaves out the headers that the client was built with, except `Auth0-Client`; those of the
    /// operation and of the call remain.
    pub fn replace_headers(mut self) -> Self {
        self.replaces_headers = true;
        self
    }

    /// Tells for whom a trusted back end calls (`auth0-forwarded-for`), so that protection
    /// against guessed passwords counts that address and not the back end's.
    pub fn forwarded_for(self, address: IpAddr) -> Self {
        self.header("auth0-forwarded-for", &address.to_string())
    }

    /// The language of messages that the call makes the tenant send (`x-request-language`).
    #[doc(alias = "requestLanguage")]
    pub fn request_language(self, language: &str) -> Self {
        self.header("x-request-language", language)
            .header(ACCEPT_LANGUAGE.as_str(), language)
    }

    /// The custom domain that links and messages should use (`auth0-custom-domain`).
    #[doc(alias = "CustomDomainHeader")]
    pub fn custom_domain(self, domain: &str) -> Self {
        self.header("auth0-custom-domain", domain)
    }

    /// Appends a query parameter to those of the operation.
    pub fn query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.query.push((name.into(), value.into()));
        self
    }

    /// How long one attempt may take.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.timeout = Some(limit);
        self
    }

    /// How long the call may take with all of its attempts, pauses and the token it needs. A pause that
    /// would not end in time is not begun.
    pub fn deadline(mut self, limit: Duration) -> Self {
        self.deadline = Some(limit);
        self
    }

    /// Which failures are tried again.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = Some(policy);
        self
    }

    /// Fails when a header was given that cannot be sent.
    pub(crate) fn check(&self) -> Result<(), ArgumentError> {
        match &self.invalid_header {
            Some(name) => Err(ArgumentError::Header(name.clone())),
            None => Ok(()),
        }
    }
}

/// Names headers and parameters, hides their values.
impl fmt::Debug for RequestOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestOptions")
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("timeout", &self.timeout)
            .field("deadline", &self.deadline)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}
