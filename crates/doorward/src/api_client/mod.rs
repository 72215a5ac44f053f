//! Clients of the APIs whose operations are values: one way of sending for all of them.

mod builder;
mod call;
mod group;
mod multipart;
mod paging;
mod subscription;
mod token;
mod transfer;

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use doorward_api::{Api, Body as ApiBody, Operation, Parts};
use http::header::AUTHORIZATION;
use http::{HeaderName, HeaderValue, StatusCode};

pub use self::builder::ApiClientBuilder;
pub use self::call::Call;
#[allow(
    unused_imports,
    reason = "a program with the Authentication API alone has no group"
)]
pub(crate) use self::group::{handles, roots};
pub use self::token::{ClientCredentials, StaticToken, TokenSource};

use crate::authentication::credentials;
use crate::dispatch::{Dispatcher, Outgoing};
use crate::dpop::{Bound, DpopKey, Nonces};
use crate::error::{ArgumentError, Error};
use crate::options::RequestOptions;
use crate::response::{ApiResponse, RawResponse};
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

/// A client of one of Auth0's APIs: [`ManagementClient`](crate::ManagementClient),
/// [`MyAccountClient`](crate::MyAccountClient), [`MyOrganizationClient`](crate::MyOrganizationClient).
///
/// A clone is cheap and shares connections and the access token. An attempt may take 60 seconds;
/// 408, 429, 5xx and reading over a connection that got lost are tried again up to 2 times, as patiently as
/// the server asks, unless said otherwise. An access token that the API refuses (401) is replaced once, where the client gets its
/// tokens itself.
pub struct ApiClient<A> {
    shared: Arc<Shared>,
    options: Option<Arc<RequestOptions>>,
    api: PhantomData<A>,
}

struct Shared {
    dispatcher: Dispatcher,
    tokens: Box<dyn TokenSource>,
    custom_domain: Option<HeaderValue>,
    /// The key that access tokens are bound to, and the nonces of the API.
    dpop: Option<(DpopKey, Arc<Nonces>)>,
}

impl<A> Clone for ApiClient<A> {
    fn clone(&self) -> Self {
        Self {
            shared: self.shared.clone(),
            options: self.options.clone(),
            api: PhantomData,
        }
    }
}

impl<A> fmt::Debug for ApiClient<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiClient")
            .field("dispatcher", &self.shared.dispatcher)
            .finish_non_exhaustive()
    }
}

impl<A: Api> ApiClient<A> {
    /// A client of the tenant at `domain`: host, and port if it is not 443.
    pub fn builder(domain: impl Into<String>) -> ApiClientBuilder<A> {
        ApiClientBuilder::new(domain.into())
    }

    /// The same client with other headers, timeout or retries.
    pub fn with(&self, options: RequestOptions) -> Self {
        Self {
            options: Some(Arc::new(options)),
            ..self.clone()
        }
    }

    /// Carries out an operation.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with what the tenant answered; [`Error::Token`] when no access token was to
    /// be had; [`Error`] lists the rest.
    pub async fn send<O: Operation<Api = A>>(
        &self,
        operation: &O,
    ) -> Result<ApiResponse<O::Output>, Error> {
        let parts = Parts::of(operation).map_err(ArgumentError::Unsendable)?;
        let response = self.send_parts(parts, O::PATH).await?;
        answer::<O>(response)
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
        self.deliver(outgoing).await
    }

    /// Sends a request with an access token; once more with another when the API refuses it.
    async fn deliver(&self, outgoing: Outgoing) -> Result<RawResponse, Error> {
        let Shared {
            dispatcher, tokens, ..
        } = &*self.shared;
        let options = self.options.as_deref();
        dispatcher
            .within(options, async {
                let token = tokens.token().await?;
                let bearing = self.bearing(outgoing.clone(), &token)?;
                let refusal = match dispatcher.send(bearing, options).await {
                    Err(refusal) if is_refused_token(&refusal, &outgoing) => refusal,
                    answer => return answer,
                };
                match tokens.replacement(&token).await? {
                    None => Err(refusal),
                    Some(other) => {
                        let bearing = self.bearing(outgoing, &other)?;
                        dispatcher.send(bearing, options).await
                    }
                }
            })
            .await
    }

    /// The request of an operation, but for its access token.
    async fn compose(&self, mut parts: Parts, path: &str) -> Result<Outgoing, Error> {
        let shared = &*self.shared;
        let url = shared
            .dispatcher
            .domain
            .url_of(A::BASE, parts.path_and_query());
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
        Ok(match body {
            None => outgoing,
            Some(ApiBody::Json(value)) => {
                let bytes = serde_json::to_vec(&value).map_err(ArgumentError::Encode)?;
                outgoing.body(HeaderValue::from_static("application/json"), bytes)
            }
            Some(ApiBody::Multipart(parts)) => {
                let (content_type, body) = multipart::write(parts, None).await?;
                outgoing.body(content_type, body)
            }
        })
    }

    /// The request with a token, and with what it takes to prove the key that the token is bound to.
    fn bearing(&self, mut outgoing: Outgoing, token: &Secret) -> Result<Outgoing, Error> {
        let scheme = match &self.shared.dpop {
            None => "Bearer",
            Some((key, nonces)) => {
                outgoing.bound = Some(Bound::new(key.clone(), nonces.clone(), Some(token.clone())));
                "DPoP"
            }
        };
        Ok(outgoing.header(AUTHORIZATION, credentials(scheme, token)?))
    }
}

/// Whether the API refused the token of a request that can be made again.
fn is_refused_token(refusal: &Error, outgoing: &Outgoing) -> bool {
    let Error::Api(refusal) = refusal else {
        return false;
    };
    refusal.status() == StatusCode::UNAUTHORIZED && outgoing.body.is_repeatable()
}

/// The answer of an operation, read.
fn answer<O: Operation>(response: RawResponse) -> Result<ApiResponse<O::Output>, Error> {
    match O::read(&response.body) {
        Ok(data) => Ok(ApiResponse {
            data,
            status: response.status,
            headers: response.headers,
        }),
        Err(source) => Err(Error::undecodable(source, response)),
    }
}
