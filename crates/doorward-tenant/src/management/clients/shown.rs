//! What of a client a caller is shown: it depends on the scopes of the token.

use serde_json::{Map, Value, json};

use crate::http::Context;
use crate::http::management_error::ManagementError;
use crate::keys::KeyState;
use crate::keys::certificate;
use crate::management::Request;
use crate::management::listing::Fields;
use crate::store::clients::{self, ClientRow};

/// Members that need `read:client_keys`.
const KEYS: &[&str] = &["client_secret", "encryption_key", "signing_keys"];
/// Members that every caller of these operations sees.
const SUMMARY: &[&str] = &["client_id", "app_type", "name", "description"];

/// How much a caller sees.
pub(super) struct Sight {
    sees_keys: bool,
    sees_all: bool,
    fields: Fields,
}

impl Sight {
    /// What the scopes allow and the request asks for.
    ///
    /// # Errors
    ///
    /// 403 when `fields` names a member that the token may not see.
    pub(super) fn of(request: &Request) -> Result<Self, ManagementError> {
        let sees_keys = request.holds("read:client_keys");
        let sight = Self {
            sees_keys,
            sees_all: sees_keys || request.holds("read:clients"),
            fields: Fields::read(request),
        };
        if !sees_keys && KEYS.iter().any(|name| sight.fields.asks_for(name)) {
            return Err(ManagementError::insufficient_scope(&["read:client_keys"]));
        }
        if !sight.sees_all && sight.fields.asks_beyond(SUMMARY) {
            return Err(ManagementError::insufficient_scope(&[
                "read:clients",
                "read:client_keys",
            ]));
        }
        Ok(sight)
    }

    /// The answer to a change: whoever may change a client sees it, and its keys with the scope for them.
    pub(super) fn after_change(request: &Request) -> Self {
        Self {
            sees_keys: request.holds("read:client_keys"),
            sees_all: true,
            fields: Fields::default(),
        }
    }

    /// The same with its keys: a secret that was just made must be told.
    pub(super) fn with_keys(self) -> Self {
        Self {
            sees_keys: true,
            ..self
        }
    }

    /// A client as it is read: with the name of its tenant.
    pub(super) fn listed(&self, cx: &Context, row: ClientRow) -> Result<Value, ManagementError> {
        let mut shown = self.whole(cx, row)?;
        if self.sees_all {
            shown.shift_insert(
                0,
                "tenant".to_owned(),
                cx.tenant.names.tenant.as_str().into(),
            );
            if !shown.contains_key("global") {
                shown.shift_insert(1, "global".to_owned(), false.into());
            }
        }
        Ok(self.fields.of(shown).into())
    }

    /// A client as it was just stored.
    pub(super) fn stored(&self, cx: &Context, row: ClientRow) -> Result<Value, ManagementError> {
        Ok(self.fields.of(self.whole(cx, row)?).into())
    }

    fn whole(&self, cx: &Context, row: ClientRow) -> Result<Map<String, Value>, ManagementError> {
        let mut shown = row.document;
        shown.shift_insert(0, "client_id".to_owned(), row.client_id.as_str().into());
        if self.sees_keys {
            let context = clients::seal_context(&row.client_id);
            let secret = cx
                .server
                .sealer
                .open(&cx.tenant.id, &context, &row.secret)
                .map_err(crate::store::StoreError::from)?;
            let secret = String::from_utf8_lossy(&secret);
            shown.shift_insert(1, "client_secret".to_owned(), secret.into());
            shown.insert("signing_keys".to_owned(), signing_keys(cx));
        } else {
            shown.shift_remove("encryption_key");
        }
        if !self.sees_all {
            shown.retain(|name, _| SUMMARY.contains(&name.as_str()));
        }
        Ok(shown)
    }
}

/// The certificate that verifies the client's tokens, as add-ons such as SAML want it.
fn signing_keys(cx: &Context) -> Value {
    let keys = cx.tenant.signing_keys();
    let current = keys
        .all()
        .iter()
        .filter(|key| key.state == KeyState::Current);
    current
        .map(|key| {
            json!({
                "cert": certificate::pem("CERTIFICATE", &key.certificate),
                "pkcs7": certificate::pkcs7(&key.certificate),
                "subject": format!("/CN={}", cx.tenant.names.host()),
            })
        })
        .collect()
}
