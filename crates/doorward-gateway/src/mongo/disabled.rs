//! In a build without the feature `mongo` nothing is copied.

use crate::clock::Clock;
use crate::config::MongoSettings;
use crate::session::Session;

/// Nobody's copies.
pub(crate) struct Copies;

impl Copies {
    /// Makes none, and says so when some were wanted.
    pub(crate) fn start(settings: Option<&MongoSettings>, _: &Clock) -> Self {
        if settings.is_some() {
            tracing::warn!("MONGO_DB_URL: this build does not copy users to Mongo");
        }
        Self
    }

    /// Does nothing.
    pub(crate) fn make(&self, _: &Session) {}

    /// There is nothing that could be away.
    pub(crate) async fn is_there(&self) -> bool {
        true
    }

    /// Does nothing.
    pub(crate) async fn close(&self) {}
}

/// Asks nothing of a value that is not used.
pub(crate) fn is_address(_: &str) -> bool {
    true
}

/// Says that there is nobody to ask.
pub(crate) async fn ask(_: &MongoSettings) -> Result<(), String> {
    Err("this build does not copy users to Mongo".to_owned())
}
