// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the group `stats` and what they speak of.

use crate::wire::prelude::*;

operation! {
    GetStatsActiveUsersCount of Management "stats.getActiveUsersCount" GET "/stats/active-users"
    ["read:stats"] -> Number
    {}
    {}
}

operation! {
    GetStatsDaily of Management "stats.getDaily" GET "/stats/daily"
    ["read:stats"] -> Vec<DailyStats>
    {}
    {
        query from "from": Option<String>,
        query to "to": Option<String>,
    }
}

list! { GetStatsDaily: DailyStats, }

/// The operations of this module.
pub static OPERATIONS: &[NamedOperation] = &[
    NamedOperation::of::<GetStatsActiveUsersCount>(),
    NamedOperation::of::<GetStatsDaily>(),
];

object! {
    /// `DailyStats`
    DailyStats {
        date "date": Option<String>,
        logins "logins": Option<i64>,
        signups "signups": Option<i64>,
        leaked_passwords "leaked_passwords": Option<i64>,
        updated_at "updated_at": Option<String>,
        created_at "created_at": Option<String>,
    }
}
