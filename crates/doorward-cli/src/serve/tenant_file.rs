//! `--tenant FILE`: a tenant.yaml, applied at every start.

use std::path::{Path, PathBuf};

use doorward_tenant::{Doorward, SeedError};
use serde_json::{Map, Value};

use super::settings::Settings;

/// The Deploy CLI's variable with values for what a file leaves open, a JSON object.
const MAPPINGS: &str = "AUTH0_KEYWORD_REPLACE_MAPPINGS";

/// Why a tenant file was not applied.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TenantFileError {
    #[error("tenant: {0} cannot be read")]
    Unreadable(PathBuf, #[source] std::io::Error),
    #[error("tenant: {0} is no YAML: {1}")]
    Yaml(PathBuf, String),
    #[error("{MAPPINGS}: must be a JSON object")]
    Mappings,
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
    let text = replaced(text, std::env::var(MAPPINGS).ok().as_deref())?;
    let parsed: Result<Value, _> = serde_saphyr::from_str(&text);
    parsed.map_err(|error| {
        // The first line says what and where; the others draw the place.
        let message = error.to_string();
        let line = message.lines().next().unwrap_or_default().to_owned();
        TenantFileError::Yaml(file.to_owned(), line)
    })
}

/// Puts values in the place of `##KEY##`, as text, and of `@@KEY@@`, with or without quotes, as JSON.
fn replaced(mut text: String, mappings: Option<&str>) -> Result<String, TenantFileError> {
    let Some(mappings) = mappings.filter(|mappings| !mappings.is_empty()) else {
        return Ok(text);
    };
    let mappings: Map<String, Value> =
        serde_json::from_str(mappings).map_err(|_| TenantFileError::Mappings)?;
    for (key, value) in &mappings {
        let json = value.to_string();
        for quote in ["'", "\"", ""] {
            text = text.replace(&format!("{quote}@@{key}@@{quote}"), &json);
        }
        let plain = value.as_str().map_or(json, str::to_owned);
        text = text.replace(&format!("##{key}##"), &plain);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_take_the_place_of_what_a_file_leaves_open() {
        let mappings = r#"{"NAME": "Shop", "URLS": ["https://a.example"], "N": 3}"#;
        let text =
            "name: '##NAME## ##N##'\ncallbacks: '@@URLS@@'\norigins: @@URLS@@\nother: '##OTHER##'";
        let expected = "name: 'Shop 3'\ncallbacks: [\"https://a.example\"]\norigins: [\"https://a.example\"]\nother: '##OTHER##'";
        let replaced = |mappings| replaced(text.to_owned(), mappings);
        assert_eq!(replaced(Some(mappings)).unwrap(), expected);
        assert_eq!(replaced(None).unwrap(), text);
        assert!(replaced(Some("[]")).is_err());
    }
}
