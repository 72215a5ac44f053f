//! One user in the place of another.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::authorization::AuthorizationRequest;

/// What somebody was allowed to do who has not done it yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Impersonation {
    pub(crate) impersonator_id: String,
    /// The login that the link stands for.
    pub(crate) request: AuthorizationRequest,
}

/// Who stands in a user's place. In access tokens it is the claim `act` (RFC 8693, 4.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Impersonator {
    #[serde(rename = "sub")]
    pub(crate) user_id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) email: Option<String>,
}

impl Impersonator {
    /// Says in a profile that it is not its owner who is looking.
    pub(crate) fn write(&self, claims: &mut Map<String, Value>) {
        let mut impersonator = json!({ "user_id": self.user_id });
        if let Some(email) = &self.email {
            impersonator["email"] = email.as_str().into();
        }
        claims.insert("impersonated".to_owned(), true.into());
        claims.insert("impersonator".to_owned(), impersonator);
    }
}
