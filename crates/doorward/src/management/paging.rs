//! Lists that come in pages, of both kinds.

use doorward_api::wire::{Mismatch, Wire};
use doorward_api::{AnswerError, Operation, Parts};
use futures_util::stream::{self, Stream, TryStreamExt};
use serde_json::{Map, Value};

use super::ManagementClient;
use crate::error::{ArgumentError, Error};

/// How many items a page has when the operation does not say.
const PAGE: i64 = 50;

/// A list whose pages are counted: `page`, `per_page`, `include_totals`.
pub trait Pages: Operation + Clone + Send + Sync {
    /// What is listed.
    type Item: Wire + Send;
    /// The member of a page that holds the items.
    const MEMBER: &'static str;

    /// Which page the operation asks for, from 0.
    fn page(&mut self) -> &mut Option<i64>;

    /// How many items a page may have.
    fn per_page(&mut self) -> &mut Option<i64>;

    /// Whether pages say how many items there are.
    fn include_totals(&mut self) -> &mut Option<bool>;
}

/// A list whose pages say where the next one begins: `from` and `take`.
pub trait Checkpoints: Operation + Clone + Send + Sync {
    /// What is listed.
    type Item: Wire + Send;
    /// The member of a page that holds the items.
    const MEMBER: &'static str;

    /// Where the operation begins.
    fn from(&mut self) -> &mut Option<String>;

    /// How many items a page may have.
    fn take(&mut self) -> &mut Option<i64>;

    /// What the item is called as a place to begin after, in lists whose pages do not say.
    fn mark(_item: &Self::Item) -> Option<String> {
        None
    }
}

/// One page of a list.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// The number of the first item, from 0, when the page says so.
    pub start: Option<u64>,
    /// How many items a page may have, when the page says so.
    pub limit: Option<u64>,
    /// How many items there are on all pages together, when the page says so.
    pub total: Option<u64>,
    /// Where the next page begins, when the page says so.
    pub next: Option<String>,
    /// Everything else on the page.
    pub rest: Map<String, Value>,
}

impl<T: Wire> Page<T> {
    /// Whether nothing can follow this page, the `number`th of pages with at most `per_page` items.
    /// A server may have smaller pages than asked for, and says so.
    fn is_last(&self, number: i64, per_page: i64) -> bool {
        let count = |number: i64| number.max(0).unsigned_abs();
        let limit = self
            .limit
            .map_or(count(per_page), |limit| limit.min(count(per_page)));
        let seen = count(number).saturating_mul(limit);
        self.items.is_empty()
            || (self.items.len() as u64) < limit
            || self.total.is_some_and(|total| total <= seen)
    }

    /// Reads a page: a bare array, or an object with the items in `member`.
    fn read(body: &[u8], member: &str) -> Result<Self, AnswerError> {
        let (items, mut rest) = match serde_json::from_slice(body)? {
            Value::Array(items) => (items, Map::new()),
            Value::Object(mut page) => match page.shift_remove(member) {
                Some(Value::Array(items)) => (items, page),
                _ => return Err(Mismatch::new("an array").within(member).into()),
            },
            _ => return Err(Mismatch::new("a page").into()),
        };
        let items = items.into_iter().enumerate().map(|(index, item)| {
            T::read(item).map_err(|mismatch| mismatch.within(format!("[{index}]")))
        });
        let items = items.collect::<Result<_, _>>()?;
        let mut number = |name: &str| rest.shift_remove(name)?.as_u64();
        let (start, limit, total) = (number("start"), number("limit"), number("total"));
        let next = match rest.shift_remove("next") {
            Some(Value::String(next)) if !next.is_empty() => Some(next),
            _ => None,
        };
        Ok(Self {
            items,
            start,
            limit,
            total,
            next,
            rest,
        })
    }
}

impl ManagementClient {
    /// One page of a list, whatever its kind.
    async fn page<O: Operation, T: Wire>(&self, list: &O, member: &str) -> Result<Page<T>, Error> {
        let parts = Parts::of(list).map_err(ArgumentError::Unsendable)?;
        let response = self.send_parts(parts, O::PATH).await?;
        Page::read(&response.body, member).map_err(|source| Error::undecodable(source, response))
    }

    /// The pages of a counted list, from the one it asks for to the last, fetched as they are
    /// wanted. Pages have 50 items and say how many there are, unless the operation says otherwise.
    pub fn pages<O: Pages>(
        &self,
        mut list: O,
    ) -> impl Stream<Item = Result<Page<O::Item>, Error>> + use<O> {
        list.page().get_or_insert(0);
        list.include_totals().get_or_insert(true);
        let per_page = *list.per_page().get_or_insert(PAGE);
        let client = self.clone();
        stream::try_unfold(Some(list), move |list| {
            let client = client.clone();
            async move {
                let Some(mut list) = list else {
                    return Ok(None);
                };
                let page: Page<O::Item> = client.page(&list, O::MEMBER).await?;
                let number = list.page().get_or_insert(0);
                *number = number.saturating_add(1);
                let is_last = page.is_last(*number, per_page);
                Ok(Some((page, (!is_last).then_some(list))))
            }
        })
    }

    /// The items of a counted list, from the page it asks for to the end. See
    /// [`pages`](Self::pages).
    pub fn items<O: Pages>(&self, list: O) -> impl Stream<Item = Result<O::Item, Error>> + use<O> {
        self.pages(list)
            .map_ok(|page| stream::iter(page.items.into_iter().map(Ok)))
            .try_flatten()
    }

    /// The pages of a list that says where it goes on, fetched as they are wanted. Pages have 50
    /// items unless the operation says otherwise. Logs end with an empty page: its place is where
    /// to go on later.
    pub fn checkpoint_pages<O: Checkpoints>(
        &self,
        mut list: O,
    ) -> impl Stream<Item = Result<Page<O::Item>, Error>> + use<O> {
        list.take().get_or_insert(PAGE);
        let client = self.clone();
        stream::try_unfold(Some(list), move |list| {
            let client = client.clone();
            async move {
                let Some(mut list) = list else {
                    return Ok(None);
                };
                let page: Page<O::Item> = client.page(&list, O::MEMBER).await?;
                let marked = || page.items.last().and_then(O::mark);
                let next = page.next.clone().or_else(marked);
                let rest = next.map(|next| {
                    *list.from() = Some(next);
                    list
                });
                Ok(Some((page, rest)))
            }
        })
    }

    /// The items of a list that says where it goes on. See
    /// [`checkpoint_pages`](Self::checkpoint_pages).
    pub fn checkpoint_items<O: Checkpoints>(
        &self,
        list: O,
    ) -> impl Stream<Item = Result<O::Item, Error>> + use<O> {
        self.checkpoint_pages(list)
            .map_ok(|page| stream::iter(page.items.into_iter().map(Ok)))
            .try_flatten()
    }
}
