//! A session: one browser in which somebody is logged in.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::settings::TenantSettings;

/// A session as its row tells it.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    /// The `sid` of ID tokens.
    pub(crate) id: String,
    pub(crate) user_id: String,
    /// Where the user came from.
    pub(crate) connection_id: String,
    pub(crate) detail: SessionDetail,
    /// What the Management API keeps with it.
    pub(crate) metadata: Option<Map<String, Value>>,
    /// Whether the cookie outlives the browser.
    pub(crate) is_persistent: bool,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
    /// When credentials were last checked: `auth_time`.
    pub(crate) authenticated_at: Timestamp,
    pub(crate) last_interacted_at: Timestamp,
    pub(crate) idle_expires_at: Timestamp,
    /// The absolute end, fixed when the session began.
    pub(crate) expires_at: Timestamp,
}

/// What a session remembers besides its times.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct SessionDetail {
    pub(crate) initial_ip: String,
    pub(crate) initial_user_agent: String,
    pub(crate) last_ip: String,
    pub(crate) last_user_agent: String,
    /// `pwd`, `email` or `sms`.
    pub(crate) method: String,
}

/// How long sessions live, as the tenant says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SessionLifetimes {
    /// Whether cookies outlive the browser.
    pub(crate) is_persistent: bool,
    idle: SignedDuration,
    absolute: SignedDuration,
}

impl SessionLifetimes {
    /// The lifetimes for sessions of this tenant. Cookies that end with the browser have limits of
    /// their own.
    pub(crate) fn of(settings: &TenantSettings) -> Self {
        let mode = settings
            .document
            .get("session_cookie")
            .and_then(|cookie| cookie["mode"].as_str());
        let is_persistent = mode != Some("non-persistent");
        let (idle, absolute) = if is_persistent {
            (("idle_session_lifetime", 72.0), ("session_lifetime", 168.0))
        } else {
            (
                ("idle_ephemeral_session_lifetime", 24.0),
                ("ephemeral_session_lifetime", 72.0),
            )
        };
        let lifetime =
            |(name, hours)| SignedDuration::from_secs(settings.hours_as_seconds(name, hours));
        Self {
            is_persistent,
            idle: lifetime(idle),
            absolute: lifetime(absolute),
        }
    }

    /// The absolute end of a session that began at `start`.
    pub(crate) fn absolute_end(&self, start: Timestamp) -> Timestamp {
        start
            .saturating_add(self.absolute)
            .unwrap_or(Timestamp::MAX)
    }

    /// When a session used at `now` ends if it is not used again.
    pub(crate) fn idle_end(&self, now: Timestamp) -> Timestamp {
        now.saturating_add(self.idle).unwrap_or(Timestamp::MAX)
    }
}

impl Session {
    /// Whether the session still counts at `now`.
    pub(crate) fn is_alive(&self, now: Timestamp) -> bool {
        now < self.idle_expires_at && now < self.expires_at
    }

    /// Whether credentials were checked within `max_age` seconds. With 0 they never were.
    pub(crate) fn is_fresh(&self, max_age: i64, now: Timestamp) -> bool {
        now.duration_since(self.authenticated_at) < SignedDuration::from_secs(max_age)
    }

    /// Moves the idle end. Settings that were lowered since count from now on; raised ones are for
    /// new sessions.
    pub(crate) fn touch(&mut self, lifetimes: &SessionLifetimes, now: Timestamp) {
        self.expires_at = self.expires_at.min(lifetimes.absolute_end(self.created_at));
        self.idle_expires_at = lifetimes.idle_end(now).min(self.expires_at);
        self.last_interacted_at = now;
        self.updated_at = now;
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn at(hour: i64) -> Timestamp {
        Timestamp::from_second(hour * 3600).unwrap()
    }

    fn settings(document: serde_json::Value) -> TenantSettings {
        TenantSettings::read(document.as_object().unwrap())
    }

    fn session(lifetimes: &SessionLifetimes) -> Session {
        Session {
            id: String::new(),
            user_id: String::new(),
            connection_id: String::new(),
            detail: SessionDetail::default(),
            metadata: None,
            is_persistent: true,
            created_at: at(0),
            updated_at: at(0),
            authenticated_at: at(0),
            last_interacted_at: at(0),
            idle_expires_at: lifetimes.idle_end(at(0)),
            expires_at: lifetimes.absolute_end(at(0)),
        }
    }

    #[test]
    fn a_session_ends_when_it_is_idle_or_old() {
        let lifetimes = SessionLifetimes::of(&settings(json!({})));
        let mut session = session(&lifetimes);
        assert!(session.is_alive(at(71)) && !session.is_alive(at(72)));
        for hour in [70, 140, 167] {
            session.touch(&lifetimes, at(hour));
        }
        assert!(session.is_alive(at(167)) && !session.is_alive(at(168)));
    }

    #[test]
    fn lowered_lifetimes_count_at_the_next_use_and_raised_ones_do_not() {
        let long = SessionLifetimes::of(&settings(json!({})));
        let short = json!({"session_lifetime": 10, "idle_session_lifetime": 5});
        let short = SessionLifetimes::of(&settings(short));
        let mut lowered = session(&long);
        lowered.touch(&short, at(8));
        assert_eq!(
            (lowered.idle_expires_at, lowered.expires_at),
            (at(10), at(10))
        );
        let mut raised = session(&short);
        raised.touch(&long, at(4));
        assert_eq!(raised.expires_at, at(10));
    }

    #[test]
    fn max_age_zero_always_asks_again() {
        let session = session(&SessionLifetimes::of(&settings(json!({}))));
        assert!(!session.is_fresh(0, at(0)));
        assert!(session.is_fresh(3601, at(1)) && !session.is_fresh(3600, at(1)));
    }

    #[test]
    fn cookies_that_end_with_the_browser_have_shorter_limits() {
        let ephemeral = settings(json!({"session_cookie": {"mode": "non-persistent"}}));
        let lifetimes = SessionLifetimes::of(&ephemeral);
        assert!(!lifetimes.is_persistent);
        assert_eq!(
            (lifetimes.idle_end(at(0)), lifetimes.absolute_end(at(0))),
            (at(24), at(72))
        );
    }
}
