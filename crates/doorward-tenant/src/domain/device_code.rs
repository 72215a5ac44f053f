//! A device without a keyboard asks to be logged in, and a person says yes somewhere else (RFC 8628).

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// How long a device waits for its person, in seconds.
pub(crate) const LIFETIME_SECONDS: i64 = 900;
/// Between two polls, in seconds.
pub(crate) const INTERVAL_SECONDS: i64 = 5;
/// How much earlier a poll may arrive than it was sent after the last: networks are not even.
const JITTER: SignedDuration = SignedDuration::from_millis(500);
/// What a person may type, before anything else of it is looked at.
const LONGEST_TYPED: usize = 64;

/// A device that asked.
#[derive(Debug, Clone)]
pub(crate) struct DeviceCode {
    pub(crate) client_id: String,
    pub(crate) asked: Asked,
    /// What the person said; `None` as long as they said nothing.
    pub(crate) decision: Option<Decision>,
    pub(crate) polled_at: Option<Timestamp>,
    pub(crate) expires_at: Timestamp,
}

/// What a device asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Asked {
    pub(crate) scope: String,
    /// Identifier of the API.
    pub(crate) audience: Option<String>,
}

/// What came of it in the browser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Decision {
    Allowed(Approval),
    /// With the sentence that the device is told.
    Denied {
        description: String,
    },
}

/// Who let the device in, and to what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Approval {
    pub(crate) user_id: String,
    pub(crate) scope: String,
    pub(crate) audience: Option<String>,
    /// When credentials were checked, in seconds since 1970.
    pub(crate) authenticated_at: i64,
}

/// Why a device gets no tokens.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum DeviceCodeFault {
    #[error("nobody has decided yet")]
    Pending,
    #[error("asked again too soon")]
    TooFast,
    #[error("expired")]
    Expired,
    #[error("refused: {0}")]
    Denied(String),
    #[error("no such code for this client")]
    Unknown,
}

impl DeviceCode {
    /// Whether somebody may still decide.
    pub(crate) fn is_waiting(&self, now: Timestamp) -> bool {
        self.decision.is_none() && self.expires_at > now
    }

    /// What a poll at `now` buys.
    pub(crate) fn poll(&self, now: Timestamp) -> Result<&Approval, DeviceCodeFault> {
        if self.expires_at <= now {
            return Err(DeviceCodeFault::Expired);
        }
        match &self.decision {
            Some(Decision::Allowed(approval)) => Ok(approval),
            Some(Decision::Denied { description }) => {
                Err(DeviceCodeFault::Denied(description.clone()))
            }
            None => {
                let interval = SignedDuration::from_secs(INTERVAL_SECONDS) - JITTER;
                let is_fast = self
                    .polled_at
                    .is_some_and(|last| now >= last && now.duration_since(last) < interval);
                Err(if is_fast {
                    DeviceCodeFault::TooFast
                } else {
                    DeviceCodeFault::Pending
                })
            }
        }
    }
}

/// What people type: letters that make no words and are not taken for one another, or digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Charset {
    Base20,
    Digits,
}

/// How the codes of a tenant look (`device_flow` of its settings).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct UserCodeFormat {
    charset: Charset,
    /// `*` stands for a character; hyphens and spaces for themselves.
    mask: String,
}

impl UserCodeFormat {
    /// The format that is set, or the default of its character set.
    pub(crate) fn of(settings: &Map<String, Value>) -> Self {
        let set = settings.get("device_flow").unwrap_or(&Value::Null);
        Self::read(set).unwrap_or_else(|_| Self {
            charset: Charset::Base20,
            mask: Charset::Base20.default_mask().to_owned(),
        })
    }

    /// Reads `device_flow`.
    ///
    /// # Errors
    ///
    /// When codes of this form could be guessed or not be shown: RFC 8628, 6.1 wants some 34 bits.
    pub(crate) fn read(set: &Value) -> Result<Self, String> {
        let charset = match set["charset"].as_str() {
            Some("digits") => Charset::Digits,
            _ => Charset::Base20,
        };
        let mask = set["mask"].as_str().unwrap_or(charset.default_mask());
        if mask.chars().any(|sign| !matches!(sign, '*' | '-' | ' ')) {
            return Err("device_flow.mask may have asterisks, hyphens and spaces alone".to_owned());
        }
        let fewest = charset.fewest();
        if mask.matches('*').count() < fewest {
            return Err(format!(
                "device_flow.mask needs at least {fewest} asterisks"
            ));
        }
        Ok(Self {
            charset,
            mask: mask.to_owned(),
        })
    }

    /// Whether a keypad is enough to type it.
    pub(crate) fn is_numeric(&self) -> bool {
        self.charset == Charset::Digits
    }

    /// How many characters have to be drawn.
    pub(crate) fn length(&self) -> usize {
        self.mask.matches('*').count()
    }

    /// The characters that are drawn from.
    pub(crate) fn alphabet(&self) -> &'static [u8] {
        match self.charset {
            Charset::Base20 => b"BCDFGHJKLMNPQRSTVWXZ",
            Charset::Digits => b"0123456789",
        }
    }

    /// The code as a person sees it.
    pub(crate) fn show(&self, drawn: &str) -> String {
        let mut drawn = drawn.chars();
        self.mask
            .chars()
            .filter_map(|sign| {
                if sign == '*' {
                    drawn.next()
                } else {
                    Some(sign)
                }
            })
            .collect()
    }
}

impl Charset {
    fn default_mask(self) -> &'static str {
        match self {
            Self::Base20 => "****-****",
            Self::Digits => "***-***-***",
        }
    }

    fn fewest(self) -> usize {
        match self {
            Self::Base20 => 8,
            Self::Digits => 9,
        }
    }
}

/// A code as it is compared: however it was typed, with or without its hyphens.
pub(crate) fn normalized(typed: &str) -> String {
    typed
        .chars()
        .take(LONGEST_TYPED)
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_uppercase())
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + seconds).unwrap()
    }

    fn code(polled: Option<i64>, decision: Option<Decision>) -> DeviceCode {
        DeviceCode {
            client_id: "tv".to_owned(),
            asked: Asked {
                scope: String::new(),
                audience: None,
            },
            decision,
            polled_at: polled.map(at),
            expires_at: at(LIFETIME_SECONDS),
        }
    }

    #[test]
    fn a_device_waits_its_interval_until_somebody_decides() {
        let poll = |polled, now| code(polled, None).poll(at(now)).err();
        assert_eq!(poll(None, 0), Some(DeviceCodeFault::Pending));
        assert_eq!(poll(Some(0), 4), Some(DeviceCodeFault::TooFast));
        assert_eq!(poll(Some(0), 5), Some(DeviceCodeFault::Pending));
        assert_eq!(poll(Some(0), 900), Some(DeviceCodeFault::Expired));
        // The clock was moved back for a test.
        assert_eq!(poll(Some(60), 0), Some(DeviceCodeFault::Pending));
    }

    #[test]
    fn a_decision_is_told_at_once_and_until_the_end() {
        let approval = Approval {
            user_id: "auth0|1".to_owned(),
            scope: "openid".to_owned(),
            audience: None,
            authenticated_at: 0,
        };
        let allowed = code(Some(10), Some(Decision::Allowed(approval.clone())));
        assert_eq!(allowed.poll(at(11)), Ok(&approval));
        assert_eq!(allowed.poll(at(900)), Err(DeviceCodeFault::Expired));
        let description = "No".to_owned();
        let denied = code(Some(10), Some(Decision::Denied { description }));
        let told = DeviceCodeFault::Denied("No".to_owned());
        assert_eq!(denied.poll(at(10)), Err(told));
    }

    #[test]
    fn codes_look_as_the_tenant_wants_and_are_never_short() {
        let format = |set: Value| UserCodeFormat::read(&set);
        let shown = |set: Value, drawn: &str| format(set).unwrap().show(drawn);
        assert_eq!(shown(json!(null), "QTZLMCBW"), "QTZL-MCBW");
        assert_eq!(
            shown(json!({"charset": "digits"}), "123456789"),
            "123-456-789"
        );
        assert_eq!(
            shown(json!({"mask": "** ***-***"}), "QTZLMCBW"),
            "QT ZLM-CBW"
        );
        assert_eq!(format(json!({"mask": "****-****"})).unwrap().length(), 8);
        for weak in [
            json!({"mask": "***-****"}),
            json!({"charset": "digits", "mask": "****-****"}),
            json!({"mask": "****_****"}),
            json!({"mask": ""}),
        ] {
            assert!(format(weak.clone()).is_err(), "{weak}");
        }
        let stored = json!({"device_flow": {"mask": "*"}});
        let format = UserCodeFormat::of(stored.as_object().unwrap());
        assert_eq!(format.length(), 8);
    }

    #[test]
    fn a_code_is_the_same_however_it_is_typed() {
        for typed in ["QTZL-MCBW", " qtzl mcbw", "qtzlmcbw", "QTZL\u{2013}MCBW"] {
            assert_eq!(normalized(typed), "QTZLMCBW");
        }
        assert_eq!(normalized(&"é-".repeat(100)), "");
        assert!(normalized(&"Q".repeat(100_000)).len() <= LONGEST_TYPED);
    }
}
