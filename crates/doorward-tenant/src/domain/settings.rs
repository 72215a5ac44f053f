//! Settings of a tenant: what was set, over the defaults of a fresh one.

use serde_json::{Map, Value, json};

use super::attack_protection::{self, AttackProtection};

/// The settings of a tenant as far as they behave.
#[derive(Debug, Clone, Default)]
pub(crate) struct TenantSettings {
    /// What the Management API answers, defaults included.
    pub(crate) document: Map<String, Value>,
    pub(crate) attack_protection: AttackProtection,
}

impl TenantSettings {
    /// Settings as stored, completed by the defaults.
    pub(crate) fn read(stored: &Map<String, Value>) -> Self {
        let mut document = defaults();
        merge(&mut document, stored);
        // Stored with the rest, and shown elsewhere.
        let attack_protection = document.shift_remove(attack_protection::STORED_AS);
        Self {
            document,
            attack_protection: AttackProtection::read(attack_protection.unwrap_or_default()),
        }
    }

    /// The connection that the password grant signs users in with.
    pub(crate) fn default_directory(&self) -> Option<&str> {
        self.text("default_directory")
    }

    /// The API that tokens are for when a request names none.
    pub(crate) fn default_audience(&self) -> Option<&str> {
        self.text("default_audience")
    }

    /// A feature flag; `false` when it is not set.
    pub(crate) fn flag(&self, name: &str) -> bool {
        self.document
            .get("flags")
            .is_some_and(|flags| flags[name].as_bool().unwrap_or(false))
    }

    /// A top-level switch; `false` when it is not set.
    pub(crate) fn is_on(&self, name: &str) -> bool {
        self.document
            .get(name)
            .and_then(Value::as_bool)
            .unwrap_or(false)
    }

    /// A number of hours, as seconds: `session_lifetime`, `idle_session_lifetime` and their kin. May be fractional.
    pub(crate) fn hours_as_seconds(&self, name: &str, default_hours: f64) -> i64 {
        let hours = self
            .document
            .get(name)
            .and_then(Value::as_f64)
            .unwrap_or(default_hours);
        (hours * 3600.0).round().clamp(1.0, 1e10) as i64
    }

    /// A text; `None` when it is empty or not set.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        let text = self.document.get(name).and_then(Value::as_str)?;
        Some(text).filter(|text| !text.is_empty())
    }
}

/// Settings that an empty text takes away.
const EMPTY_IS_NONE: &[&str] = &["default_audience", "default_directory"];

/// Puts a change over the settings that stand: first level replaced, `flags` merged, `null` takes away. A lifetime
/// given in minutes becomes the one in hours.
pub(crate) fn merge(settings: &mut Map<String, Value>, change: &Map<String, Value>) {
    for (name, value) in change {
        let is_none = value == "" && EMPTY_IS_NONE.contains(&name.as_str());
        if let (Some(hours), Some(minutes)) = (name.strip_suffix("_in_minutes"), value.as_f64()) {
            settings.insert(hours.to_owned(), (minutes / 60.0).into());
            continue;
        }
        match (settings.get_mut(name), value) {
            _ if value.is_null() || is_none => {
                settings.shift_remove(name);
            }
            (Some(Value::Object(flags)), Value::Object(changed)) if name == "flags" => {
                flags.extend(changed.clone());
            }
            _ => {
                settings.insert(name.clone(), value.clone());
            }
        }
    }
}

fn defaults() -> Map<String, Value> {
    let defaults = json!({
        "enabled_locales": ["en"],
        "flags": {
            "allow_changing_enable_sso": false,
            "disable_impersonation": true,
            "enable_sso": true,
            "universal_login": true,
            "revoke_refresh_token_grant": false,
            "disable_clickjack_protection_headers": false,
        },
        "sandbox_version": "22",
        "sandbox_versions_available": ["22", "18"],
        "idle_session_lifetime": 72,
        "session_lifetime": 168,
        "ephemeral_session_lifetime": 72,
        "idle_ephemeral_session_lifetime": 24,
        "oidc_logout": { "rp_logout_end_session_endpoint_discovery": true },
        "resource_parameter_profile": "audience",
        "client_id_metadata_document_supported": false,
        "phone_consolidated_experience": false,
    });
    match defaults {
        Value::Object(defaults) => defaults,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_merge_and_everything_else_is_replaced() {
        let mut settings = defaults();
        let change = json!({"flags": {"enable_sso": false}, "session_lifetime": 0.5, "friendly_name": "Acme"});
        merge(&mut settings, change.as_object().unwrap());
        let settings = TenantSettings::read(&settings);
        assert!(!settings.flag("enable_sso") && settings.flag("universal_login"));
        assert_eq!(settings.hours_as_seconds("session_lifetime", 168.0), 1800);
        assert_eq!(settings.text("friendly_name"), Some("Acme"));
    }

    #[test]
    fn null_takes_a_setting_away_and_so_does_an_empty_name() {
        let mut settings = defaults();
        settings.insert("default_audience".into(), "https://api.example/".into());
        let change = json!({"session_lifetime": null, "default_audience": "", "picture_url": ""});
        merge(&mut settings, change.as_object().unwrap());
        assert!(!settings.contains_key("session_lifetime"));
        assert!(!settings.contains_key("default_audience"));
        assert_eq!(settings["picture_url"], "");
    }

    #[test]
    fn minutes_become_hours() {
        let mut settings = defaults();
        let change = json!({"session_lifetime_in_minutes": 181});
        merge(&mut settings, change.as_object().unwrap());
        assert_eq!(settings["session_lifetime"], 181.0 / 60.0);
        assert!(!settings.contains_key("session_lifetime_in_minutes"));
        let settings = TenantSettings::read(&settings);
        assert_eq!(
            settings.hours_as_seconds("session_lifetime", 168.0),
            181 * 60
        );
    }
}
