//! Messages to people: what they say, and how they leave the house.

pub(crate) mod courier;
mod letter;
pub(crate) mod outbox;
mod sms;
pub(crate) mod transport;

pub(crate) use courier::{Courier, MessagingError};
pub(crate) use letter::{Letter, Purpose};
pub(crate) use sms::text_of;

use serde::{Deserialize, Serialize};

/// How a message travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Channel {
    Email,
    Sms,
}

/// One message, ready to leave.
///
/// Its text carries codes and links that log people in, so it has no `Debug`, and is sealed
/// wherever it rests.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Message {
    pub(crate) channel: Channel,
    /// An e-mail address or an E.164 phone number.
    pub(crate) to: String,
    /// Empty for text messages.
    pub(crate) subject: String,
    pub(crate) text: String,
    /// Empty for text messages.
    pub(crate) html: String,
    /// The one-time code that `text` contains.
    pub(crate) code: Option<String>,
    /// The link that `text` contains.
    pub(crate) link: Option<String>,
}
