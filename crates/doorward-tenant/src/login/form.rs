//! What a page posted.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};

use super::answer::LoginError;
use crate::http::Body;

/// A posted form, as it came. One that cannot be read is refused with a page: people look at the answer.
pub(crate) struct Form(pub(crate) Bytes);

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = LoginError;

    async fn from_request(request: Request, state: &S) -> Result<Self, LoginError> {
        let Body(form) = Body::from_request(request, state).await?;
        Ok(Self(form))
    }
}
