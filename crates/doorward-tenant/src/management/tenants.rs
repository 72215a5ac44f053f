//! `tenants.settings`: what holds for the whole tenant.

use serde_json::{Map, Value};

use super::{Answer, Outcome, Request, serves};
use crate::domain::settings::{self, TenantSettings};
use crate::http::management_error::ManagementError;
use crate::management::listing::Fields;
use crate::store::{StoreError, tenants};

serves! {
    "tenants.settings.get" => get,
    "tenants.settings.update" => update,
}

/// `GET /tenants/settings`.
async fn get(request: Request) -> Outcome {
    let settings = request.cx.tenant.configuration.settings().await?;
    let shown = Fields::read(&request).of(settings.document.clone());
    Ok(Answer::ok(shown))
}

/// `PATCH /tenants/settings`: first level replaced, flags merged, `null` unsets.
async fn update(request: Request) -> Outcome {
    let change = request.members();
    check(&change)?;
    let (cx, tenant) = (&request.cx, request.cx.tenant_id());
    let stored = cx.store().write(move |db| {
        let mut stored = tenants::settings(db, &tenant)?.unwrap_or_default();
        settings::merge(&mut stored, &change);
        tenants::set_settings(db, &tenant, &stored)?;
        Ok::<_, StoreError>(stored)
    });
    let stored = stored.await?;
    cx.tenant.configuration.invalidate();
    let mut shown = TenantSettings::read(&stored).document;
    shown.shift_remove("sandbox_versions_available");
    Ok(Answer::ok(shown))
}

/// Lifetimes must be numbers that can pass.
fn check(change: &Map<String, Value>) -> Result<(), ManagementError> {
    for name in ["session_lifetime", "idle_session_lifetime"] {
        let hours = change.get(name).and_then(Value::as_f64);
        if hours.is_some_and(|hours| hours <= 0.0) {
            let message = format!(
                "Payload validation error: 'Value must be greater than 0' on property {name}."
            );
            return Err(ManagementError::invalid_body(message));
        }
    }
    Ok(())
}
