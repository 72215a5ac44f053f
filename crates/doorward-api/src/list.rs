//! Operations that answer lists, and how to come to the rest of a long one.

use serde_json::Value;

use crate::Nullable;
use crate::operation::Operation;
use crate::wire::{Field, Mismatch, Wire};

/// An operation that answers a list: whole, or a page of it.
pub trait List: Operation<Output: Envelope<Item = <Self as List>::Item>> {
    /// What the list is of.
    type Item: Wire + Send;
}

/// A list that is turned page by page: `page` and `per_page`.
pub trait ByPage: List {
    /// The page asked for, the first being 0; the first when `None`.
    fn page(&self) -> Option<i64>;

    /// Asks for this page, the first being 0.
    fn set_page(&mut self, page: i64);

    /// How many items a page has at most; the server's choice (50) when `None`.
    fn per_page(&self) -> Option<i64>;

    /// Asks for pages of this many items.
    fn set_per_page(&mut self, per_page: i64);

    /// Asks for pages that say how many items there are, unless the operation says whether it wants
    /// that already, or cannot say it.
    fn ask_for_totals(&mut self) {}
}

/// A list that continues from a cursor: `from` and `take`. It has no end that moves.
pub trait ByCursor: List {
    /// Asks for what comes after this cursor, the [`next`](Page::next) of the page before.
    fn set_from(&mut self, from: String);

    /// How many items to take. Some lists only answer with a cursor when this is said.
    fn take(&self) -> Option<i64>;

    /// Asks for this many items.
    fn set_take(&mut self, take: i64);

    /// The cursor after `page`, when there may be more.
    fn cursor(page: &Page<Self::Item>) -> Option<String> {
        page.next.clone()
    }
}

/// Some items of a list.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// How many items the whole list has, when it was asked and is known.
    pub total: Option<u64>,
    /// Where the list goes on, when it goes by cursor and does.
    pub next: Option<String>,
}

/// An answer with a list in it.
pub trait Envelope {
    /// What the list is of.
    type Item;

    /// The list, without what stood around it.
    ///
    /// # Errors
    ///
    /// When the answer is of none of its types, and its items are none of theirs either.
    fn into_page(self) -> Result<Page<Self::Item>, Mismatch>;
}

impl<T> Envelope for Vec<T> {
    type Item = T;

    fn into_page(self) -> Result<Page<T>, Mismatch> {
        Ok(Page {
            items: self,
            total: None,
            next: None,
        })
    }
}

impl<T: Envelope> Envelope for Box<T> {
    type Item = T::Item;

    fn into_page(self) -> Result<Page<T::Item>, Mismatch> {
        (*self).into_page()
    }
}

/// A list that may be absent, which is to say empty.
#[doc(hidden)]
pub trait Items<T> {
    /// The items.
    fn items(self) -> Vec<T>;
}

impl<T> Items<T> for Vec<T> {
    fn items(self) -> Vec<T> {
        self
    }
}

impl<T> Items<T> for Option<Vec<T>> {
    fn items(self) -> Vec<T> {
        self.unwrap_or_default()
    }
}

impl<T> Items<T> for Nullable<Vec<T>> {
    fn items(self) -> Vec<T> {
        self.into_value().unwrap_or_default()
    }
}

/// A page in an answer that is of none of its types, because one item says something new: the items
/// themselves may take what the answer as a whole does not.
#[doc(hidden)]
pub fn unknown<T: Wire>(answer: Value) -> Result<Page<T>, Mismatch> {
    let number = |name: &str| answer.get(name)?.as_u64();
    let total = number("total");
    let next = answer.get("next").and_then(Value::as_str);
    let next = next.filter(|next| !next.is_empty()).map(str::to_owned);
    let items = match answer {
        Value::Array(items) => Some(items),
        Value::Object(members) => members.into_iter().find_map(|(_, member)| match member {
            Value::Array(items) => Some(items),
            _ => None,
        }),
        _ => None,
    };
    let items = items.ok_or_else(|| Mismatch::new("a list"))?;
    let items = items.into_iter().enumerate().map(|(index, item)| {
        T::read(item).map_err(|mismatch| mismatch.within(format!("[{index}]")))
    });
    Ok(Page {
        items: items.collect::<Result<_, _>>()?,
        total,
        next,
    })
}

/// A count in a field, whatever the field's type.
#[doc(hidden)]
pub fn count(field: &impl Field) -> Option<u64> {
    let value = field.written()?;
    value.as_u64().or_else(|| {
        // `5.0` is a count as well; a fraction or a negative number is none.
        value
            .as_f64()
            .filter(|number| *number >= 0.0 && number.fract() == 0.0)
            .map(|n| n as u64)
    })
}

/// A text in a field, unless empty.
#[doc(hidden)]
pub fn text(field: &impl Field) -> Option<String> {
    match field.written()? {
        Value::String(text) if !text.is_empty() => Some(text),
        _ => None,
    }
}

/// Answers with a list in them.
///
/// `envelope! { object Name.field: Item, total field, next field }`, the last two as far as there are
/// any; `envelope! { union Name: Item, Variant Variant … }`.
#[doc(hidden)]
#[macro_export]
macro_rules! envelope {
    (object $name:ident.$field:ident: $item:ty $(, total $total:ident)? $(, next $next:ident)?) => {
        impl $crate::list::Envelope for $name {
            type Item = $item;

            fn into_page(
                self,
            ) -> ::std::result::Result<$crate::list::Page<$item>, $crate::wire::Mismatch> {
                let total = [None, $( $crate::list::count(&self.$total) )?];
                let next = [None, $( $crate::list::text(&self.$next) )?];
                Ok($crate::list::Page {
                    total: total.into_iter().flatten().next(),
                    next: next.into_iter().flatten().next(),
                    items: $crate::list::Items::items(self.$field),
                })
            }
        }
    };
    (union $name:ident: $item:ty, $($variant:ident)+) => {
        impl $crate::list::Envelope for $name {
            type Item = $item;

            fn into_page(
                self,
            ) -> ::std::result::Result<$crate::list::Page<$item>, $crate::wire::Mismatch> {
                match self {
                    $( $name::$variant(list) => $crate::list::Envelope::into_page(list), )+
                    $name::Unknown(answer) => $crate::list::unknown(answer),
                }
            }
        }
    };
}

/// Operations that answer lists: `list! { Name: Item, by_page by_cursor }`, or `by_page_with_totals`.
#[doc(hidden)]
#[macro_export]
macro_rules! list {
    ($name:ident: $item:ty, $($how:ident)*) => {
        impl $crate::list::List for $name {
            type Item = $item;
        }

        $( $crate::list! { @$how $name } )*
    };
    (@by_page $name:ident) => {
        impl $crate::list::ByPage for $name {
            $crate::list! { @pages }
        }
    };
    (@by_page_with_totals $name:ident) => {
        impl $crate::list::ByPage for $name {
            $crate::list! { @pages }

            fn ask_for_totals(&mut self) {
                self.include_totals.get_or_insert(true);
            }
        }
    };
    (@pages) => {
        fn page(&self) -> Option<i64> {
            self.page
        }

        fn set_page(&mut self, page: i64) {
            self.page = Some(page);
        }

        fn per_page(&self) -> Option<i64> {
            self.per_page
        }

        fn set_per_page(&mut self, per_page: i64) {
            self.per_page = Some(per_page);
        }
    };
    (@by_cursor $name:ident) => {
        impl $crate::list::ByCursor for $name {
            fn set_from(&mut self, from: String) {
                self.from = Some(from);
            }

            fn take(&self) -> Option<i64> {
                self.take
            }

            fn set_take(&mut self, take: i64) {
                self.take = Some(take);
            }
        }
    };
}

/// The log goes on after the id of its last entry, and says nothing of its own about it.
#[cfg(feature = "logs")]
impl ByCursor for crate::management::ListLogs {
    fn set_from(&mut self, from: String) {
        self.from = Some(from);
    }

    fn take(&self) -> Option<i64> {
        self.take
    }

    fn set_take(&mut self, take: i64) {
        self.take = Some(take);
    }

    fn cursor(page: &Page<Self::Item>) -> Option<String> {
        let last = page.items.last()?;
        last.log_id.as_ref().map(|id| id.as_str().to_owned())
    }
}

#[cfg(all(test, feature = "users", feature = "logs"))]
mod tests {
    use super::*;
    use crate::management::{ListLogs, ListRoleUsers, ListUsers};

    fn page<L: List>(answer: &str) -> Page<L::Item> {
        let answer = L::read(answer.as_bytes()).expect("a list");
        answer.into_page().expect("a page")
    }

    #[test]
    fn a_list_is_read_with_and_without_an_envelope() {
        let bare = page::<ListUsers>(r#"[{"user_id": "a|1"}, {"user_id": "a|2"}]"#);
        assert_eq!((bare.items.len(), bare.total), (2, None));
        let page = page::<ListUsers>(
            r#"{"start": 0, "limit": 50, "length": 1, "total": 7,
            "users": [{"user_id": "a|1"}]}"#,
        );
        assert_eq!(
            (page.items.len(), page.total, page.next),
            (1, Some(7), None)
        );
    }

    #[test]
    fn a_null_that_nobody_documented_does_not_hide_the_type_of_a_list() {
        use crate::management::ListLogResponseContent;

        let written = r#"[{"log_id":"1","connection":null}]"#;
        let answer = ListLogs::read(written.as_bytes()).expect("a list");
        assert!(matches!(answer, ListLogResponseContent::List(_)));
        assert_eq!(serde_json::to_string(&answer).expect("JSON"), written);
    }

    #[test]
    fn an_answer_of_no_known_type_keeps_its_items() {
        let users = |answer: &str| {
            let answer: Value = serde_json::from_str(answer).expect("JSON");
            unknown::<crate::management::User>(answer)
        };
        let bare = users(r#"[{"user_id": "a|1"}]"#).expect("a page");
        assert_eq!((bare.items.len(), bare.total), (1, None));
        let page = users(r#"{"new": 1, "total": 7, "next": "n", "users": [{"user_id": "a|1"}]}"#);
        let page = page.expect("a page");
        assert_eq!(
            (page.items.len(), page.total, page.next.as_deref()),
            (1, Some(7), Some("n"))
        );
        assert!(users("7").is_err());
        assert!(users("[7]").is_err());
    }

    #[test]
    fn a_list_by_cursor_says_where_it_goes_on() {
        let first = page::<ListRoleUsers>(r#"{"users": [{"user_id": "a|1"}], "next": "abc"}"#);
        assert_eq!(ListRoleUsers::cursor(&first).as_deref(), Some("abc"));
        let last = page::<ListRoleUsers>(r#"{"users": []}"#);
        assert_eq!(ListRoleUsers::cursor(&last), None);
    }

    #[test]
    fn the_log_goes_on_after_its_last_entry() {
        let entries = page::<ListLogs>(r#"[{"log_id": "1"}, {"log_id": "2", "type": "s"}]"#);
        assert_eq!(ListLogs::cursor(&entries).as_deref(), Some("2"));
        assert_eq!(ListLogs::cursor(&page::<ListLogs>("[]")), None);
    }
}
