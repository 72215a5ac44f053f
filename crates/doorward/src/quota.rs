//! What is left of limits and quotas, as answers tell it in headers.

use http::HeaderMap;
use jiff::Timestamp;

/// How many requests the tenant takes before it answers 429.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Allowance {
    /// How many it takes at most.
    pub limit: u64,
    /// How many of them are left.
    pub remaining: u64,
    /// When there will be more.
    pub resets_at: Option<Timestamp>,
}

impl Allowance {
    /// What `x-ratelimit-limit`, `-remaining` and `-reset` say; `None` without the first two.
    pub fn of(headers: &HeaderMap) -> Option<Self> {
        let number = |name: &str| headers.get(name)?.to_str().ok()?.trim().parse::<i64>().ok();
        let count = |name: &str| number(name)?.try_into().ok();
        Some(Self {
            limit: count("x-ratelimit-limit")?,
            remaining: count("x-ratelimit-remaining")?,
            resets_at: number("x-ratelimit-reset")
                .and_then(|seconds| Timestamp::from_second(seconds).ok()),
        })
    }
}

/// The quotas of one header, by hour and by day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Quota {
    /// This hour's, when there is one.
    pub per_hour: Option<QuotaBucket>,
    /// This day's, when there is one.
    pub per_day: Option<QuotaBucket>,
}

/// How much of a quota is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuotaBucket {
    /// How many tokens it allows.
    pub quota: u64,
    /// How many of them are left.
    pub remaining: u64,
    /// In how many seconds all of them are there again.
    pub reset_after_seconds: u64,
}

impl Quota {
    /// The quota of the client, from `auth0-client-quota-limit`.
    pub fn of_client(headers: &HeaderMap) -> Option<Self> {
        Self::read(headers, "auth0-client-quota-limit")
    }

    /// The quota of the organization, from `auth0-organization-quota-limit`.
    pub fn of_organization(headers: &HeaderMap) -> Option<Self> {
        Self::read(headers, "auth0-organization-quota-limit")
    }

    fn read(headers: &HeaderMap, name: &str) -> Option<Self> {
        let text = headers.get(name)?.to_str().ok()?;
        let mut quota = Self::default();
        for bucket in text.split(',') {
            let value = |key: &str| {
                let mut pairs = bucket.split(';').filter_map(|pair| pair.split_once('='));
                let (_, value) = pairs.find(|(name, _)| name.trim() == key)?;
                Some(value.trim())
            };
            let number = |key: &str| value(key)?.parse().ok();
            let read = || {
                Some(QuotaBucket {
                    quota: number("q")?,
                    remaining: number("r")?,
                    reset_after_seconds: number("t")?,
                })
            };
            match value("b") {
                Some("per_hour") => quota.per_hour = read(),
                Some("per_day") => quota.per_day = read(),
                _ => {}
            }
        }
        Some(quota)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &'static str) -> Option<Quota> {
        let name = http::HeaderName::from_static("auth0-client-quota-limit");
        let value = http::HeaderValue::from_static(text);
        Quota::of_client(&HeaderMap::from_iter([(name, value)]))
    }

    #[test]
    fn both_buckets_are_read_whatever_else_is_there() {
        let bucket = |quota, remaining, reset_after_seconds| {
            Some(QuotaBucket {
                quota,
                remaining,
                reset_after_seconds,
            })
        };
        let quota = read("b=per_hour;q=10;r=5;t=60, b=per_day;q=100;r=95;t=3600,b=per_year;q=1");
        let quota = quota.unwrap();
        assert_eq!(quota.per_hour, bucket(10, 5, 60));
        assert_eq!(quota.per_day, bucket(100, 95, 3600));
        assert_eq!(read("b=per_hour;q=x"), Some(Quota::default()));
        assert_eq!(Quota::of_organization(&HeaderMap::new()), None);
    }
}
