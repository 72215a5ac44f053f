//! `tenants.settings`: what holds for the whole tenant.

use super::{Answer, Outcome, Request, serves};
use crate::domain::device_code::UserCodeFormat;
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

/// `PATCH /tenants/settings`: first level replaced, flags merged, `null` unsets. Answers everything but the list of
/// versions that could be chosen.
async fn update(request: Request) -> Outcome {
    let change = request.members();
    if let Some(set) = change.get("device_flow").filter(|set| set.is_object()) {
        UserCodeFormat::read(set).map_err(ManagementError::invalid_body)?;
    }
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
