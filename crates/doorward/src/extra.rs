//! Members of a JSON object that have no field of their own.

use std::fmt;
use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What a request or an answer carries beyond the fields this crate names.
///
/// In a request it is sent along, so that a parameter newer than this crate can be used today; in
/// an answer it keeps what the server said. `Debug` lists the names and hides the values, which
/// may be tokens.
///
/// ```
/// use doorward::authentication::RefreshTokenGrant;
///
/// let mut grant = RefreshTokenGrant::new("v1.Mr…");
/// grant.extra.insert("audience".into(), "https://api.example.com/".into());
/// assert_eq!(format!("{:?}", grant.extra), r#"{"audience"}"#);
/// ```
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Extra(pub Map<String, Value>);

impl Extra {
    /// The text under `name`; `None` when there is nothing or something else than text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_str()
    }
}

impl Deref for Extra {
    type Target = Map<String, Value>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for Extra {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl fmt::Debug for Extra {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}
