// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `logs` and what they speak of.

use super::shared::*;
use crate::wire::prelude::*;

operation! {
    GetLog of Management "logs.get" GET "/logs/{id}"
    ["read:logs", "read:logs_users"] -> Log
    {
        path id "id": LogId,
    }
    {}
}

operation! {
    ListLogs of Management "logs.list" GET "/logs"
    ["read:logs", "read:logs_users"] -> ListLogResponseContent
    {}
    {
        query page "page": Option<i64>,
        query per_page "per_page": Option<i64>,
        query sort "sort": Option<String>,
        query fields "fields": Option<String>,
        query include_fields "include_fields": Option<bool>,
        query include_totals "include_totals": Option<bool>,
        query from "from": Option<String>,
        query take "take": Option<i64>,
        query search "search": Option<String>,
        query q "q": Option<String>,
    }
}

list! { ListLogs: Log, by_page_with_totals }

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<GetLog>(),
    NamedOperation::of::<ListLogs>(),
];
