//! A part of a list in its order: from a position, or behind the last entry that was read.

use super::Value;
use super::condition::Sql;

/// Which part of an ordered list to read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Slice {
    /// The order's values of the entry that was read last.
    pub(crate) after: Option<Vec<Value>>,
    /// How many entries to leave out.
    pub(crate) start: i64,
    /// How many to read at most.
    pub(crate) limit: i64,
}

impl Sql {
    /// Ends a statement that has a condition: the order by `columns`, which together are unique, and the part of
    /// the list. An index on the columns makes the way behind an entry as short as the one to the start.
    pub(super) fn slice(&mut self, columns: &[&str], slice: &Slice) -> &mut Self {
        let order = columns.join(", ");
        if let Some(after) = &slice.after {
            self.push(" AND (").push(&order).push(") > (");
            for (number, value) in after.iter().enumerate() {
                self.push(if number == 0 { "" } else { ", " })
                    .bind(value.clone());
            }
            self.push(")");
        }
        self.push(" ORDER BY ").push(&order);
        self.push(" LIMIT ").bind(slice.limit);
        self.push(" OFFSET ").bind(slice.start)
    }
}
