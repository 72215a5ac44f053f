//! Pages of lists: by number with or without totals, or from a checkpoint; and which members are shown.

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::Request;
use crate::http::management_error::ManagementError;
use crate::settings::Limits;
use crate::store;
use crate::store::slice::Slice;

/// Which part of a list is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Paging {
    /// `page` and `per_page`.
    Page {
        page: u64,
        per_page: u64,
        include_totals: bool,
    },
    /// `from` and `take`.
    Checkpoint { from: Option<String>, take: u64 },
}

const PER_PAGE: u64 = 50;

impl Paging {
    /// Reads the paging parameters. `take` or `from` asks for a checkpoint and wins.
    pub(crate) fn read(request: &Request) -> Self {
        let take = request.query_number("take");
        let from = request.query_text("from").filter(|from| !from.is_empty());
        if take.is_some() || from.is_some() {
            return Self::Checkpoint {
                from: from.map(str::to_owned),
                take: take.unwrap_or(PER_PAGE),
            };
        }
        Self::Page {
            page: request.query_number("page").unwrap_or(0),
            per_page: request.query_number("per_page").unwrap_or(PER_PAGE),
            include_totals: request.query_flag("include_totals").unwrap_or(false),
        }
    }

    /// The same for a list that has no numbered pages and is an envelope in every answer.
    pub(crate) fn into_checkpoint(self) -> Self {
        match self {
            Self::Page { per_page, .. } => Self::Checkpoint {
                from: None,
                take: per_page,
            },
            checkpoint @ Self::Checkpoint { .. } => checkpoint,
        }
    }

    /// How many rows to skip, and how many to read.
    pub(crate) fn window(&self) -> (i64, i64) {
        let number = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        match self {
            Self::Page { page, per_page, .. } => {
                (number(page.saturating_mul(*per_page)), number(*per_page))
            }
            Self::Checkpoint { take, .. } => (0, number(*take)),
        }
    }

    /// Whether the answer tells how many entries there are in all.
    pub(crate) fn wants_total(&self) -> bool {
        matches!(
            self,
            Self::Page {
                include_totals: true,
                ..
            }
        )
    }

    /// What to read of a list in the order of `K`. From a checkpoint that is one entry more than asked for, to see
    /// whether there is a next one.
    ///
    /// # Errors
    ///
    /// 400 when `from` is not a `next` of this list.
    pub(crate) fn slice<K: Position>(&self) -> Result<Slice, ManagementError> {
        let (start, limit) = self.window();
        match self {
            Self::Page { .. } => Ok(Slice {
                after: None,
                start,
                limit,
            }),
            Self::Checkpoint { from, .. } => {
                let after = from.as_deref().map(read_cursor::<K>).transpose()?;
                Ok(Slice {
                    after: after.map(Position::values),
                    start: 0,
                    limit: limit + 1,
                })
            }
        }
    }

    /// The same for a list that is whole in memory: behind which position it goes on, and how many entries to
    /// take.
    ///
    /// # Errors
    ///
    /// As [`Self::slice`].
    pub(crate) fn after<K: Position>(&self) -> Result<(Option<K>, usize), ManagementError> {
        let Self::Checkpoint { from, take } = self else {
            return Ok((None, usize::MAX));
        };
        let after = from.as_deref().map(read_cursor).transpose()?;
        let limit = usize::try_from(*take).unwrap_or(usize::MAX);
        Ok((after, limit.saturating_add(1)))
    }

    /// The answer for what [`Self::slice`] read: each entry with its position.
    pub(crate) fn answer_slice<K: Position>(
        &self,
        key: &str,
        mut entries: Vec<(K, Value)>,
        total: u64,
    ) -> Value {
        let Self::Checkpoint { take, .. } = self else {
            let items = entries.into_iter().map(|(_, item)| item).collect();
            return self.answer(key, items, total);
        };
        let take = usize::try_from(*take).unwrap_or(usize::MAX);
        let has_more = entries.len() > take;
        entries.truncate(take);
        let next = entries.last().filter(|_| has_more);
        let next = next.map(|(position, _)| write_cursor(position));
        let items = entries.into_iter().map(|(_, item)| item).collect();
        checkpoint(key, items, next)
    }

    /// The answer for a page: an array, or with totals an envelope.
    pub(crate) fn answer(&self, key: &str, items: Vec<Value>, total: u64) -> Value {
        let Self::Page {
            page,
            per_page,
            include_totals: true,
        } = self
        else {
            return items.into();
        };
        let mut envelope = Map::new();
        envelope.insert("start".to_owned(), page.saturating_mul(*per_page).into());
        envelope.insert("limit".to_owned(), (*per_page).into());
        envelope.insert("total".to_owned(), total.into());
        envelope.insert(key.to_owned(), items.into());
        envelope.into()
    }

    /// Refuses pages beyond the first 1,000 entries, where Auth0's own limits hold.
    ///
    /// # Errors
    ///
    /// 400 with the code `invalid_paging`.
    pub(crate) fn within_a_thousand(&self, limits: Limits) -> Result<(), ManagementError> {
        match self {
            Self::Page { page, per_page, .. }
                if limits == Limits::Auth0 && page.saturating_mul(*per_page) >= 1000 =>
            {
                let message = format!(
                    "Requesting page {page} exceeds the allowed maximum of 1000 records. To fetch results \
                     beyond 1000, use the checkpoint pagination method."
                );
                Err(ManagementError::bad_request(message).code("invalid_paging"))
            }
            _ => Ok(()),
        }
    }
}

/// Where an entry stands in its list: the values of the order, which no other entry has.
pub(crate) trait Position: Serialize + DeserializeOwned {
    /// For the store to go on behind it.
    fn values(self) -> Vec<store::Value>;
}

impl Position for (i64, String) {
    fn values(self) -> Vec<store::Value> {
        vec![self.0.into(), self.1.into()]
    }
}

impl Position for (String, String) {
    fn values(self) -> Vec<store::Value> {
        vec![self.0.into(), self.1.into()]
    }
}

impl Position for (String,) {
    fn values(self) -> Vec<store::Value> {
        vec![self.0.into()]
    }
}

fn write_cursor(position: &impl Position) -> String {
    let json = serde_json::to_vec(position).unwrap_or_default();
    BASE64_URL_SAFE_NO_PAD.encode(json)
}

fn read_cursor<K: Position>(from: &str) -> Result<K, ManagementError> {
    let invalid = || ManagementError::invalid_query("Invalid pagination cursor.");
    let json = BASE64_URL_SAFE_NO_PAD.decode(from).map_err(|_| invalid())?;
    if json.windows(6).any(|window| window == b"\\u0000") {
        return Err(invalid());
    }
    serde_json::from_slice(&json).map_err(|_| invalid())
}

/// The answer for a part of a list from a checkpoint; `next` when there is more.
pub(crate) fn checkpoint(key: &str, items: Vec<Value>, next: Option<String>) -> Value {
    let mut answer = json!({});
    answer[key] = items.into();
    if let Some(next) = next {
        answer["next"] = next.into();
    }
    answer
}

/// Which members of an entry are shown: `fields` and `include_fields`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fields {
    names: Vec<String>,
    is_exclusion: bool,
}

impl Fields {
    /// Reads the parameters; without `fields` everything is shown.
    pub(crate) fn read(request: &Request) -> Self {
        let mut names: Vec<String> = match request.query("fields") {
            Some(Value::String(list)) => {
                list.split(',').map(|name| name.trim().to_owned()).collect()
            }
            Some(Value::Array(list)) => list
                .iter()
                .filter_map(|name| Some(name.as_str()?.to_owned()))
                .collect(),
            _ => Vec::new(),
        };
        names.retain(|name| !name.is_empty());
        Self {
            names,
            is_exclusion: request.query_flag("include_fields") == Some(false),
        }
    }

    /// Whether the request names this member as one to be shown.
    pub(crate) fn asks_for(&self, name: &str) -> bool {
        !self.is_exclusion && self.names.iter().any(|known| known == name)
    }

    /// Whether the request names a member outside of `known` as one to be shown.
    pub(crate) fn asks_beyond(&self, known: &[&str]) -> bool {
        !self.is_exclusion
            && self
                .names
                .iter()
                .any(|name| !known.contains(&name.as_str()))
    }

    /// Leaves of an entry what is asked for. Dotted names reach into objects.
    pub(crate) fn of(&self, mut entry: Map<String, Value>) -> Map<String, Value> {
        if self.names.is_empty() {
            return entry;
        }
        if self.is_exclusion {
            for name in &self.names {
                remove(&mut entry, name);
            }
            return entry;
        }
        entry.retain(|member, _| {
            self.names
                .iter()
                .any(|name| name.split('.').next() == Some(member))
        });
        for (member, value) in &mut entry {
            let prefix = format!("{member}.");
            let inner: Vec<String> = self
                .names
                .iter()
                .filter_map(|name| name.strip_prefix(&prefix).map(str::to_owned))
                .collect();
            if !inner.is_empty() && !self.names.contains(member) {
                let inner = Self {
                    names: inner,
                    is_exclusion: false,
                };
                inner.within(value);
            }
        }
        entry
    }

    fn within(&self, value: &mut Value) {
        match value {
            Value::Object(members) => *members = self.of(std::mem::take(members)),
            Value::Array(items) => items.iter_mut().for_each(|item| self.within(item)),
            _ => {}
        }
    }
}

fn remove(entry: &mut Map<String, Value>, name: &str) {
    match name.split_once('.') {
        None => {
            entry.shift_remove(name);
        }
        Some((first, rest)) => {
            if let Some(Value::Object(inner)) = entry.get_mut(first) {
                remove(inner, rest);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(names: &[&str], is_exclusion: bool) -> Value {
        let entry = json!({"a": 1, "b": {"c": 2, "d": 3}, "e": [{"f": 4, "g": 5}]});
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        Fields {
            names,
            is_exclusion,
        }
        .of(entry.as_object().cloned().unwrap())
        .into()
    }

    #[test]
    fn fields_choose_members_also_inside() {
        assert_eq!(shown(&["a"], false), json!({"a": 1}));
        assert_eq!(
            shown(&["b.c", "e.g"], false),
            json!({"b": {"c": 2}, "e": [{"g": 5}]})
        );
        assert_eq!(shown(&["b", "b.c"], false), json!({"b": {"c": 2, "d": 3}}));
        assert_eq!(
            shown(&["a", "b.d"], true),
            json!({"b": {"c": 2}, "e": [{"f": 4, "g": 5}]})
        );
        assert_eq!(shown(&["unknown"], false), json!({}));
    }

    #[test]
    fn a_checkpoint_goes_on_behind_the_last_entry() {
        let first = Paging::Checkpoint {
            from: None,
            take: 2,
        };
        assert_eq!(first.slice::<(i64, String)>().unwrap().limit, 3);
        let entry = |number: i64| ((number, "id".to_owned()), json!(number));
        let answer = first.answer_slice("numbers", vec![entry(1), entry(2), entry(3)], 0);
        assert_eq!(answer["numbers"], json!([1, 2]));
        let next = Paging::Checkpoint {
            from: Some(answer["next"].as_str().unwrap().to_owned()),
            take: 2,
        };
        assert!(next.slice::<(i64, String)>().unwrap().after.is_some());
        assert!(next.slice::<(String,)>().is_err());
        let last = next.answer_slice("numbers", vec![entry(3)], 0);
        assert_eq!(last, json!({"numbers": [3]}));
        let forged = Paging::Checkpoint {
            from: Some("x".to_owned()),
            take: 2,
        };
        assert!(forged.slice::<(String,)>().is_err());
    }

    #[test]
    fn an_envelope_comes_with_totals_alone() {
        let with = |include_totals| Paging::Page {
            page: 2,
            per_page: 10,
            include_totals,
        };
        assert_eq!(with(false).answer("users", vec![], 30), json!([]));
        assert_eq!(
            with(true).answer("users", vec![], 30),
            json!({"start": 20, "limit": 10, "total": 30, "users": []})
        );
        assert_eq!(with(true).window(), (20, 10));
    }
}
