//! `--all`: the pages of any list, one after the other.

use std::fmt;

use doorward_api::Arguments;
use doorward_api::description::{OperationDescription, Place};
use serde_json::Value;

use super::api::Call;
use super::apis::{Caller, Offered};
use super::failure::Failure;

/// How many items a page has unless the command line says.
const PAGE: u64 = 50;

/// How a list is turned from page to page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turning {
    /// By number, and how many there are is told with `include_totals`.
    Page { has_totals: bool },
    /// By the place where the next page begins.
    Cursor,
}

impl fmt::Display for Turning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Page { .. } => "page and per_page",
            Self::Cursor => "from and take",
        })
    }
}

impl Turning {
    /// How the operation's pages are turned; by number where there is a choice, since every filter goes with it.
    pub(super) fn of(operation: &OperationDescription) -> Option<Self> {
        let has = |name| {
            let mut query = operation.parameters_in(Place::Query);
            query.any(|parameter| parameter.name == name)
        };
        if has("page") && has("per_page") {
            let has_totals = has("include_totals");
            Some(Self::Page { has_totals })
        } else if has("from") && has("take") {
            Some(Self::Cursor)
        } else {
            None
        }
    }

    /// As [`of`](Self::of), but whoever says `from` or `take` wants to go by them.
    fn chosen(operation: &OperationDescription, arguments: &Arguments) -> Option<Self> {
        let turning = Self::of(operation);
        let by_cursor = says(arguments, "from") || says(arguments, "take");
        if turning.is_some() && by_cursor {
            return Some(Self::Cursor);
        }
        turning
    }
}

/// The pages of a list, from the first that the command line asks for.
pub(super) struct Pages<'c> {
    call: &'c Call,
    arguments: Arguments,
    turning: Option<Turning>,
    is_done: bool,
}

impl<'c> Pages<'c> {
    /// The pages of the list that `call` asks for. One page if the list has no others.
    pub(super) fn of(call: &'c Call, description: &OperationDescription) -> Self {
        let mut arguments = call.arguments.clone();
        let turning = Turning::chosen(description, &arguments);
        let mut add = |name: &str, value: String| {
            if !says(&arguments, name) {
                arguments.parameters.push((name.to_owned(), value));
            }
        };
        match turning {
            Some(Turning::Page { has_totals }) => {
                add("page", "0".to_owned());
                add("per_page", PAGE.to_string());
                if has_totals {
                    add("include_totals", "true".to_owned());
                }
            }
            Some(Turning::Cursor) => add("take", PAGE.to_string()),
            None => {}
        }
        Self {
            call,
            arguments,
            turning,
            is_done: false,
        }
    }

    /// The items of the next page; `None` after the last.
    ///
    /// # Errors
    ///
    /// When a page cannot be had, or is no list.
    pub(super) async fn next(&mut self, client: &Caller) -> Result<Option<Vec<Value>>, Failure> {
        if self.is_done {
            return Ok(None);
        }
        let answer = self.call.send(client, self.arguments.clone()).await?;
        // An object with a list in it is a page of something only where there are pages.
        let is_list = answer.is_array() || self.turning.is_some();
        let page = is_list.then(|| Page::of(answer)).flatten();
        let page = page.ok_or_else(|| no_list(self.call.offered))?;
        self.is_done = page.items.is_empty() || !self.turn(&page);
        Ok(Some(page.items))
    }

    /// Goes to the page after `page`; answers whether there is one.
    fn turn(&mut self, page: &Page) -> bool {
        match self.turning {
            None => false,
            Some(Turning::Page { .. }) => {
                let current = number(&self.arguments, "page").unwrap_or(0);
                let turned = current.saturating_add(1);
                let asked = number(&self.arguments, "per_page").unwrap_or(PAGE);
                // A server may have smaller pages than asked for, and says so.
                let limit = page.limit.map_or(asked, |limit| limit.min(asked));
                set(&mut self.arguments, "page", turned.to_string());
                let seen = turned.saturating_mul(limit);
                page.items.len() as u64 >= limit && page.total.is_none_or(|total| seen < total)
            }
            Some(Turning::Cursor) => match page.cursor() {
                Some(cursor) => {
                    set(&mut self.arguments, "from", cursor);
                    true
                }
                None => false,
            },
        }
    }
}

fn no_list(offered: &Offered) -> Failure {
    Failure::usage(format!("{}: --all is for lists", offered.name))
}

fn says(arguments: &Arguments, name: &str) -> bool {
    arguments.parameters.iter().any(|(given, _)| given == name)
}

fn number(arguments: &Arguments, name: &str) -> Option<u64> {
    let mut given = arguments.parameters.iter();
    let (_, text) = given.find(|(given, _)| given == name)?;
    text.parse().ok()
}

fn set(arguments: &mut Arguments, name: &str, value: String) {
    arguments.parameters.retain(|(given, _)| given != name);
    arguments.parameters.push((name.to_owned(), value));
}

/// Some items of a list, and what the page says of the rest.
struct Page {
    items: Vec<Value>,
    limit: Option<u64>,
    total: Option<u64>,
    next: Option<String>,
}

impl Page {
    /// Reads an answer: a bare array, or an object with one. `None` when it is no list.
    fn of(answer: Value) -> Option<Self> {
        let mut object = match answer {
            Value::Array(items) => {
                return Some(Self {
                    items,
                    limit: None,
                    total: None,
                    next: None,
                });
            }
            Value::Object(object) => object,
            _ => return None,
        };
        let next = object.get("next").and_then(Value::as_str);
        let next = next.filter(|next| !next.is_empty()).map(str::to_owned);
        let count = |name: &str| object.get(name).and_then(Value::as_u64);
        let (limit, total) = (count("limit"), count("total"));
        let mut members = object.values_mut();
        let items = members.find_map(|member| member.as_array_mut().map(std::mem::take))?;
        Some(Self {
            items,
            limit,
            total,
            next,
        })
    }

    /// Where the next page begins. Logs do not say: after the last entry.
    fn cursor(&self) -> Option<String> {
        let last = || Some(self.items.last()?.get("log_id")?.as_str()?.to_owned());
        self.next.clone().or_else(last)
    }
}

#[cfg(test)]
mod tests {
    use doorward_api::description;
    use serde_json::json;

    use super::*;

    fn turning(name: &str, parameters: &[&str]) -> Option<Turning> {
        let operation = description::management().operation(name).unwrap();
        let parameters = parameters.iter().map(|name| ((*name).into(), "1".into()));
        let arguments = Arguments {
            parameters: parameters.collect(),
            ..Arguments::default()
        };
        Turning::chosen(operation, &arguments)
    }

    #[test]
    fn a_list_is_turned_in_the_way_it_has() {
        let by_page = Some(Turning::Page { has_totals: true });
        assert_eq!(turning("users.list", &[]), by_page);
        assert_eq!(turning("logs.list", &[]), by_page);
        assert_eq!(turning("logs.list", &["take"]), Some(Turning::Cursor));
        assert_eq!(turning("refreshTokens.list", &[]), Some(Turning::Cursor));
        assert_eq!(turning("users.get", &["from"]), None);
    }

    #[test]
    fn a_page_is_an_array_or_an_object_with_one() {
        let page =
            Page::of(json!({ "start": 0, "limit": 2, "total": 3, "users": [1, 2] })).unwrap();
        assert_eq!(
            (page.items.len(), page.limit, page.total),
            (2, Some(2), Some(3))
        );
        let logs = Page::of(json!([{ "log_id": "a" }, { "log_id": "b" }])).unwrap();
        assert_eq!(logs.cursor().as_deref(), Some("b"));
        let last = Page::of(json!({ "clients": [{ "client_id": "c" }] })).unwrap();
        assert_eq!(last.cursor(), None);
        assert!(Page::of(json!({ "name": "x" })).is_none());
    }
}
