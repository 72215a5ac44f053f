//! Lists that come in pages, of both kinds.

use bytes::Bytes;
use doorward_api::Api;
use doorward_api::list::{ByCursor, ByPage, Envelope, List, Page};
use futures_util::stream::{self, Stream, TryStreamExt};

use super::ApiClient;
use crate::error::Error;
use crate::response::RawResponse;

/// How many items a page has when the operation does not say.
const PAGE: i64 = 50;

/// A list that is being turned page by page.
struct Turned<O> {
    list: O,
    /// How many items came so far.
    seen: u64,
    /// Whether the first page was among them, so that `seen` can be compared with a total.
    from_start: bool,
}

impl<O: ByPage> Turned<O> {
    fn new(mut list: O) -> Self {
        if list.page().is_none() {
            list.set_page(0);
        }
        if list.per_page().is_none() {
            list.set_per_page(PAGE);
        }
        list.ask_for_totals();
        Self {
            seen: 0,
            from_start: list.page() == Some(0),
            list,
        }
    }

    /// The rest of the list after `page`; `None` when there is none. A server may have smaller pages
    /// than it was asked for: where the total is known, it is what counts.
    fn after(mut self, page: &Page<O::Item>) -> Option<Self> {
        let count = page.items.len() as u64;
        self.seen += count;
        let wanted = self.list.per_page().unwrap_or(PAGE);
        let is_last = count == 0
            || match page.total {
                Some(total) => self.from_start && self.seen >= total,
                None => count < wanted.max(0).unsigned_abs(),
            };
        let next = self.list.page().unwrap_or(0).saturating_add(1);
        self.list.set_page(next);
        (!is_last).then_some(self)
    }
}

impl<A: Api> ApiClient<A> {
    async fn page<O: List<Api = A> + Sync>(&self, list: &O) -> Result<Page<O::Item>, Error> {
        let answer = self.send(list).await?;
        answer.data.into_page().map_err(|mismatch| {
            let response = RawResponse {
                status: answer.status,
                headers: answer.headers,
                body: Bytes::new(),
            };
            Error::undecodable(mismatch, response)
        })
    }

    /// The pages of a numbered list, from the one it asks for to the last, fetched as they are
    /// wanted. Pages have 50 items and say how many there are, unless the operation says otherwise.
    pub fn pages<O>(
        &self,
        list: O,
    ) -> impl Stream<Item = Result<Page<O::Item>, Error>> + Send + use<A, O>
    where
        O: ByPage<Api = A> + Send + Sync,
    {
        let client = self.clone();
        stream::try_unfold(Some(Turned::new(list)), move |turned| {
            let client = client.clone();
            async move {
                let Some(turned) = turned else {
                    return Ok(None);
                };
                let page = client.page(&turned.list).await?;
                let rest = turned.after(&page);
                Ok(Some((page, rest)))
            }
        })
    }

    /// The items of a numbered list, from the page it asks for to the end. See
    /// [`pages`](Self::pages).
    pub fn items<O>(&self, list: O) -> impl Stream<Item = Result<O::Item, Error>> + Send + use<A, O>
    where
        O: ByPage<Api = A> + Send + Sync,
    {
        self.pages(list)
            .map_ok(|page| stream::iter(page.items.into_iter().map(Ok)))
            .try_flatten()
    }

    /// The pages of a list that says where it goes on, fetched as they are wanted. Pages have 50
    /// items unless the operation says otherwise. Logs end with an empty page: its place is where
    /// to go on later.
    pub fn checkpoint_pages<O>(
        &self,
        mut list: O,
    ) -> impl Stream<Item = Result<Page<O::Item>, Error>> + Send + use<A, O>
    where
        O: ByCursor<Api = A> + Send + Sync,
    {
        if list.take().is_none() {
            list.set_take(PAGE);
        }
        let client = self.clone();
        stream::try_unfold(Some(list), move |list| {
            let client = client.clone();
            async move {
                let Some(mut list) = list else {
                    return Ok(None);
                };
                let page = client.page(&list).await?;
                let rest = O::cursor(&page).map(|next| {
                    list.set_from(next);
                    list
                });
                Ok(Some((page, rest)))
            }
        })
    }

    /// The items of a list that says where it goes on. See
    /// [`checkpoint_pages`](Self::checkpoint_pages).
    pub fn checkpoint_items<O>(
        &self,
        list: O,
    ) -> impl Stream<Item = Result<O::Item, Error>> + Send + use<A, O>
    where
        O: ByCursor<Api = A> + Send + Sync,
    {
        self.checkpoint_pages(list)
            .map_ok(|page| stream::iter(page.items.into_iter().map(Ok)))
            .try_flatten()
    }
}
