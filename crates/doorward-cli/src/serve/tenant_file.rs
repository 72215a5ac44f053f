//! `--tenant FILE`: a tenant.yaml, applied at every start.

use std::path::{Path, PathBuf};

use doorward_tenant::{Doorward, SeedError};
use serde_json::Value;

use super::settings::Settings;

/// Why a tenant file was not applied.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TenantFileError {
    #[error("tenant: {0} cannot be read")]
    Unreadable(PathBuf, #[source] std::io::Error),
    #[error("tenant: {0} is no YAML: {1}")]
    Yaml(PathBuf, String),
    #[error(transparent)]
    Seed(#[from] SeedError),
}

/// Applies the file of each tenant that has one.
pub(crate) async fn apply(settings: &Settings, doorward: &Doorward) -> Result<(), TenantFileError> {
    let first = settings
        .tenant_file
        .as_deref()
        .map(|file| (doorward.domain(), file));
    let more = settings.more_tenants.iter();
    let more = more
        .filter_map(|tenant| Some((tenant.domain.as_str(), Path::new(tenant.tenant.as_ref()?))));
    for (domain, file) in first.into_iter().chain(more) {
        for left_out in doorward.seed(domain, read(file)?).await? {
            tracing::warn!("{left_out}");
        }
    }
    Ok(())
}

fn read(file: &Path) -> Result<Value, TenantFileError> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| TenantFileError::Unreadable(file.to_owned(), error))?;
    let parsed: Result<Value, _> = serde_saphyr::from_str(&text);
    parsed.map_err(|error| {
        // The first line says what and where; the others draw the place.
        let message = error.to_string();
        let line = message.lines().next().unwrap_or_default().to_owned();
        TenantFileError::Yaml(file.to_owned(), line)
    })
}
