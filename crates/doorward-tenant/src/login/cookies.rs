//! The cookies by which a browser is known again: `auth0` for the session, `did` for the device.
//!
//! Each is set twice: with `SameSite=None` for pages that embed the tenant, and as `…_compat`
//! without the attribute for browsers that do not know it. Both are secrets of their own, kept only
//! as hashes. They are always `Secure`; browsers accept that from `localhost` without TLS as well.

use axum::http::{HeaderMap, HeaderValue, header};
use jiff::Timestamp;

use crate::domain::session::Session;
use crate::entropy::Entropy;

const SESSION: &str = "auth0";
const DEVICE: &str = "did";
/// How long a device is remembered, in seconds.
const DEVICE_SECONDS: i64 = 365 * 24 * 3600;
/// Characters that a cookie of ours may have; anything longer was not made here.
const LIMIT: usize = 256;

/// The cookies that came with a request.
#[derive(Clone, Default)]
pub(crate) struct Cookies {
    /// What finds the session.
    pub(crate) session: Option<String>,
    /// What binds a login to this browser.
    pub(crate) device: Option<String>,
}

impl Cookies {
    /// Reads the cookies of a request.
    pub(crate) fn read(headers: &HeaderMap) -> Self {
        let find = |name: &str| {
            let named = |wanted: String| {
                pairs(headers)
                    .find(|(name, value)| *name == wanted && is_ours(value))
                    .map(|(_, value)| value.to_owned())
            };
            named(name.to_owned()).or_else(|| named(format!("{name}_compat")))
        };
        Self {
            session: find(SESSION),
            device: find(DEVICE),
        }
    }
}

fn pairs(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
}

fn is_ours(value: &str) -> bool {
    (32..=LIMIT).contains(&value.len())
}

/// A new secret for a session cookie.
pub(crate) fn new_session_handle(entropy: &Entropy) -> String {
    format!("s%3Av1.{}", entropy.secret::<48>())
}

/// A new secret for a device cookie.
pub(crate) fn new_device_handle(entropy: &Entropy) -> String {
    let [a, b, c, d, e, f, g, h, rest @ ..] = entropy.bytes::<16>();
    let first = u32::from_be_bytes([a, b, c, d]);
    let (second, third) = (
        u16::from_be_bytes([e, f]),
        u16::from_be_bytes([g, h]) & 0x0fff,
    );
    let rest = u64::from_be_bytes(rest);
    let (fourth, fifth) = (
        (rest >> 48) as u16 & 0x3fff | 0x8000,
        rest & 0xffff_ffff_ffff,
    );
    let uuid = format!("{first:08x}-{second:04x}-4{third:03x}-{fourth:04x}-{fifth:012x}");
    format!("s%3Av0%3A{uuid}.{}", entropy.secret::<32>())
}

/// Sets the session cookie for as long as the session may live.
pub(crate) fn set_session(headers: &mut HeaderMap, handle: &str, session: &Session) {
    let seconds = session.expires_at.as_second() - session.last_interacted_at.as_second();
    let expires = session
        .is_persistent
        .then_some((session.expires_at, seconds));
    set(headers, SESSION, handle, expires);
}

/// Sets a session cookie that finds nothing yet, as Auth0 does when a login begins.
pub(crate) fn set_blank_session(headers: &mut HeaderMap, handle: &str) {
    set(headers, SESSION, handle, None);
}

/// Takes the session cookie away.
pub(crate) fn clear_session(headers: &mut HeaderMap) {
    set(headers, SESSION, "", Some((Timestamp::UNIX_EPOCH, 0)));
}

/// Sets the device cookie.
pub(crate) fn set_device(
    headers: &mut HeaderMap,
    handle: &str,
    is_persistent: bool,
    now: Timestamp,
) {
    let end = now.checked_add(jiff::SignedDuration::from_secs(DEVICE_SECONDS));
    let expires = is_persistent.then_some((end.unwrap_or(now), DEVICE_SECONDS));
    set(headers, DEVICE, handle, expires);
}

fn set(headers: &mut HeaderMap, name: &str, value: &str, expires: Option<(Timestamp, i64)>) {
    let life = expires.map_or_else(String::new, |(at, seconds)| {
        let at = at
            .to_zoned(jiff::tz::TimeZone::UTC)
            .strftime("%a, %d %b %Y %H:%M:%S GMT");
        format!("; Max-Age={seconds}; Expires={at}")
    });
    let plain = format!("{name}_compat={value}; Path=/{life}; HttpOnly; Secure");
    let cross_site = format!("{name}={value}; Path=/{life}; HttpOnly; Secure; SameSite=None");
    for cookie in [cross_site, plain] {
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            headers.append(header::SET_COOKIE, cookie);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_is_found_again() {
        let entropy = Entropy::fixed(1);
        let (session, device) = (new_session_handle(&entropy), new_device_handle(&entropy));
        let mut set = HeaderMap::new();
        set_blank_session(&mut set, &session);
        set_device(&mut set, &device, true, Timestamp::UNIX_EPOCH);
        let lines: Vec<_> = set
            .get_all(header::SET_COOKIE)
            .iter()
            .map(|line| line.to_str().unwrap())
            .collect();
        assert_eq!(lines.len(), 4);
        for line in &lines {
            assert!(
                line.contains("; Path=/") && line.contains("; HttpOnly; Secure"),
                "{line}"
            );
            let is_compat = line.contains("_compat=");
            assert_eq!(line.ends_with("SameSite=None"), !is_compat, "{line}");
        }
        assert!(lines[2].contains("Max-Age=31536000; Expires=Fri, 01 Jan 1971 00:00:00 GMT"));
        let mut sent = HeaderMap::new();
        let cookie = format!(
            "other=1; {}; did_compat={device}",
            lines[0].split(';').next().unwrap()
        );
        sent.insert(header::COOKIE, cookie.parse().unwrap());
        let read = Cookies::read(&sent);
        assert_eq!((read.session, read.device), (Some(session), Some(device)));
    }

    #[test]
    fn cookies_that_were_not_made_here_are_not_looked_up() {
        let mut sent = HeaderMap::new();
        let long = format!("auth0={}; did=x", "x".repeat(4000));
        sent.insert(header::COOKIE, long.parse().unwrap());
        let read = Cookies::read(&sent);
        assert!(read.session.is_none() && read.device.is_none());
    }

    #[test]
    fn a_device_is_a_random_uuid() {
        let handle = new_device_handle(&Entropy::fixed(7));
        let uuid = handle
            .strip_prefix("s%3Av0%3A")
            .unwrap()
            .split('.')
            .next()
            .unwrap();
        assert_eq!((uuid.len(), &uuid[14..15]), (36, "4"));
        assert!(matches!(&uuid[19..20], "8" | "9" | "a" | "b"));
    }
}
