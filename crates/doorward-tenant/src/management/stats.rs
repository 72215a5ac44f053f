//! `stats`: how many people use the tenant, as far back as its log goes.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::{Answer, Outcome, Request, serves};
use crate::domain::profile::wire_time;
use crate::events::kind;
use crate::http::management_error::ManagementError;
use crate::store::StoreError;
use crate::store::stats::{self, DayCount};

serves! {
    "stats.getDaily" => daily,
    "stats.getActiveUsersCount" => active_users,
}

const DAY: SignedDuration = SignedDuration::from_hours(24);
/// What counts as active, and how many days are told when none are named.
const DAYS: i64 = 30;
/// Entries of the log that tell of a login.
const LOGINS: &[&str] = &[kind::LOGIN, kind::PASSWORD_EXCHANGED];
const KINDS: &[&str] = &[kind::LOGIN, kind::PASSWORD_EXCHANGED, kind::SIGNED_UP];

/// `GET /stats/active-users`: those who logged in within 30 days, as a bare number.
async fn active_users(request: Request) -> Outcome {
    let tenant = request.cx.tenant_id();
    let since = before(request.cx.now(), DAYS);
    let scan = request
        .cx
        .store()
        .scan(move |db| stats::active_users(db, &tenant, since));
    let count: Result<i64, StoreError> = scan.await;
    Ok(Answer::ok(count?))
}

fn before(now: Timestamp, days: i64) -> Timestamp {
    let time = SignedDuration::from_hours(24 * days);
    now.checked_sub(time).unwrap_or(Timestamp::MIN)
}

/// `GET /stats/daily`: logins and sign-ups of each day on which there were some.
async fn daily(request: Request) -> Outcome {
    let now = request.cx.now();
    let from = day(&request, "from")?.unwrap_or_else(|| before(now, DAYS));
    let to = day(&request, "to")?.unwrap_or(now);
    let end = to.checked_add(DAY).unwrap_or(Timestamp::MAX);
    request.cx.server.recorder.flush().await;
    let tenant = request.cx.tenant_id();
    let scan = request
        .cx
        .store()
        .scan(move |db| stats::by_day(db, &tenant, KINDS, (from, end)));
    let counts: Result<Vec<DayCount>, StoreError> = scan.await;
    let mut days: BTreeMap<i64, Vec<DayCount>> = BTreeMap::new();
    for count in counts? {
        days.entry(count.day).or_default().push(count);
    }
    let shown: Vec<Value> = days
        .iter()
        .map(|(day, counts)| shown(*day, counts))
        .collect();
    Ok(Answer::ok(shown))
}

fn shown(day: i64, counts: &[DayCount]) -> Value {
    let of = |kinds: &[&str]| {
        let counts = counts
            .iter()
            .filter(|count| kinds.contains(&count.kind.as_str()));
        counts.map(|count| count.count).sum::<i64>()
    };
    let date = Timestamp::from_second(day * DAY.as_secs()).unwrap_or(Timestamp::MAX);
    let first = counts.iter().map(|count| count.first).min();
    let last = counts.iter().map(|count| count.last).max();
    json!({
        "date": wire_time(date),
        "logins": of(LOGINS),
        "signups": of(&[kind::SIGNED_UP]),
        // No password is looked up in a list of leaked ones.
        "leaked_passwords": 0,
        "created_at": first.map(wire_time),
        "updated_at": last.map(wire_time),
    })
}

/// The beginning of a day that the query names as `YYYYMMDD`.
fn day(request: &Request, name: &str) -> Result<Option<Timestamp>, ManagementError> {
    let Some(text) = request.query_text(name).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    let digits = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    let date = Date::strptime("%Y%m%d", text).ok().filter(|_| digits);
    let begin = date.and_then(|date| date.to_zoned(TimeZone::UTC).ok());
    begin.map(|begin| Some(begin.timestamp())).ok_or_else(|| {
        let shown: String = text.chars().take(100).collect();
        ManagementError::invalid_query(format!(
            "Query validation error: 'Object didn't pass validation for format date: {shown}' on property {name}."
        ))
    })
}
