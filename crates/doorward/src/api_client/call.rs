//! An operation beside the client that will send it.

use std::ops::{Deref, DerefMut};

use doorward_api::Operation;
use doorward_api::list::{ByCursor, ByPage, Page};
use futures_util::Stream;

use super::ApiClient;
use crate::error::Error;
use crate::response::ApiResponse;
use crate::transport::BoxFuture;

/// An operation that is ready to be sent: await it.
///
/// Its optional parameters are fields, set through [`with`](Self::with) or directly:
///
/// ```no_run
/// # async fn example(management: doorward::ManagementClient) -> Result<(), doorward::Error> {
/// let page = management.users().list().with(|list| list.per_page = Some(10)).await?;
///
/// let mut get = management.users().get("auth0|5f7c8ec7c33c6c004bbafe82");
/// get.fields = Some("name,email".into());
/// let user = get.await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
#[must_use = "nothing is sent until the call is awaited"]
pub struct Call<'c, O: Operation> {
    client: &'c ApiClient<O::Api>,
    operation: O,
}

impl<'c, O: Operation> Call<'c, O> {
    #[allow(
        dead_code,
        reason = "a program with the Authentication API alone has no group"
    )]
    pub(crate) fn new(client: &'c ApiClient<O::Api>, operation: O) -> Self {
        Self { client, operation }
    }

    /// Sets optional parameters.
    pub fn with(mut self, set: impl FnOnce(&mut O)) -> Self {
        set(&mut self.operation);
        self
    }

    /// The operation alone, as [`ApiClient::send`] takes it.
    pub fn into_operation(self) -> O {
        self.operation
    }

    /// Carries it out, as awaiting it does.
    ///
    /// # Errors
    ///
    /// As [`ApiClient::send`].
    pub async fn send(&self) -> Result<ApiResponse<O::Output>, Error> {
        self.client.send(&self.operation).await
    }

    /// The events of an operation that answers with a stream of them. See [`ApiClient::subscribe`].
    ///
    /// # Errors
    ///
    /// As [`ApiClient::subscribe`].
    pub async fn subscribe(
        &self,
    ) -> Result<impl Stream<Item = Result<O::Output, Error>> + use<O>, Error> {
        self.client.subscribe(&self.operation).await
    }
}

impl<O: ByPage + Send + Sync> Call<'_, O> {
    /// The items of the list, to its end. See [`ApiClient::items`].
    pub fn items(self) -> impl Stream<Item = Result<O::Item, Error>> + Send + use<O> {
        self.client.items(self.operation)
    }

    /// The pages of the list, to its end. See [`ApiClient::pages`].
    pub fn pages(self) -> impl Stream<Item = Result<Page<O::Item>, Error>> + Send + use<O> {
        self.client.pages(self.operation)
    }
}

impl<O: ByCursor + Send + Sync> Call<'_, O> {
    /// The items of the list by its cursor, to its end. See [`ApiClient::checkpoint_items`].
    pub fn checkpoint_items(self) -> impl Stream<Item = Result<O::Item, Error>> + Send + use<O> {
        self.client.checkpoint_items(self.operation)
    }

    /// The pages of the list by its cursor, to its end. See [`ApiClient::checkpoint_pages`].
    pub fn checkpoint_pages(
        self,
    ) -> impl Stream<Item = Result<Page<O::Item>, Error>> + Send + use<O> {
        self.client.checkpoint_pages(self.operation)
    }
}

impl<O: Operation> Deref for Call<'_, O> {
    type Target = O;

    fn deref(&self) -> &O {
        &self.operation
    }
}

impl<O: Operation> DerefMut for Call<'_, O> {
    fn deref_mut(&mut self) -> &mut O {
        &mut self.operation
    }
}

impl<'c, O: Operation + Send + Sync + 'c> IntoFuture for Call<'c, O> {
    type Output = Result<ApiResponse<O::Output>, Error>;
    type IntoFuture = BoxFuture<'c, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { self.client.send(&self.operation).await })
    }
}
