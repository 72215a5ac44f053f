//! A tower layer that lets only requests with a good access token pass.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use http::header::{CONTENT_TYPE, WWW_AUTHENTICATE};
use http::{HeaderValue, Request, Response};
use tower::{Layer, Service};

use super::{AccessTokenError, AccessTokenVerifier};

/// Lets only requests with a good access token pass, and puts its
/// [`AccessTokenClaims`](super::AccessTokenClaims) into their extensions. All others are answered as
/// RFC 6750 wants it.
#[derive(Debug, Clone)]
pub struct AccessTokenLayer {
    rule: Arc<Rule>,
}

#[derive(Debug, Clone)]
struct Rule {
    verifier: AccessTokenVerifier,
    scopes: Vec<String>,
    permissions: Vec<String>,
}

impl AccessTokenLayer {
    /// Asks for a good token, whatever its scopes.
    pub fn new(verifier: AccessTokenVerifier) -> Self {
        Self {
            rule: Arc::new(Rule {
                verifier,
                scopes: Vec::new(),
                permissions: Vec::new(),
            }),
        }
    }

    /// Asks for all of these scopes as well.
    pub fn scopes(mut self, scopes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let rule = Arc::make_mut(&mut self.rule);
        rule.scopes = scopes.into_iter().map(Into::into).collect();
        self
    }

    /// Asks for all of these permissions as well.
    pub fn permissions(mut self, permissions: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let rule = Arc::make_mut(&mut self.rule);
        rule.permissions = permissions.into_iter().map(Into::into).collect();
        self
    }
}

impl Rule {
    async fn admit<B>(&self, request: Request<B>) -> Result<Request<B>, AccessTokenError> {
        let (mut head, body) = request.into_parts();
        let claims = self.verifier.verify_request(&head).await?;
        claims.require_scopes(&self.scopes)?;
        claims.require_permissions(&self.permissions)?;
        head.extensions.insert(claims);
        Ok(Request::from_parts(head, body))
    }
}

impl<S> Layer<S> for AccessTokenLayer {
    type Service = AccessTokenService<S>;

    fn layer(&self, inner: S) -> Self::Service {
        AccessTokenService {
            inner,
            rule: self.rule.clone(),
        }
    }
}

/// What an [`AccessTokenLayer`] makes of a service.
#[derive(Debug, Clone)]
pub struct AccessTokenService<S> {
    inner: S,
    rule: Arc<Rule>,
}

impl<S, B, R> Service<Request<B>> for AccessTokenService<S>
where
    S: Service<Request<B>, Response = Response<R>> + Clone + Send + 'static,
    S::Future: Send,
    B: Send + 'static,
    R: From<String>,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<S::Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let rule = self.rule.clone();
        // The service that is ready takes the request; its clone waits for the next.
        let fresh = self.inner.clone();
        let mut ready = std::mem::replace(&mut self.inner, fresh);
        Box::pin(async move {
            match rule.admit(request).await {
                Ok(request) => ready.call(request).await,
                Err(error) => Ok(refusal(&error)),
            }
        })
    }
}

/// The answer to a request that may not pass.
pub(super) fn refusal<R: From<String>>(error: &AccessTokenError) -> Response<R> {
    let mut response = Response::new(R::from(error.body()));
    *response.status_mut() = error.status();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    let challenge = error.www_authenticate();
    if let Some(Ok(challenge)) = challenge.map(HeaderValue::try_from) {
        headers.insert(WWW_AUTHENTICATE, challenge);
    }
    response
}
