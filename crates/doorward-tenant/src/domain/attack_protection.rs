//! Settings of `attackProtection`: what was set, over the defaults of a fresh tenant.

use serde_json::{Map, Value, json};

use super::brute_force::BruteForceProtection;
use super::ip_throttling::{IpThrottling, Stage};

/// The member of a tenant's stored settings that holds these.
pub(crate) const STORED_AS: &str = "attack_protection";

/// A group of settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Protection {
    BruteForce,
    SuspiciousIp,
}

/// All groups, read once and shared by all requests.
#[derive(Debug, Clone)]
pub(crate) struct AttackProtection {
    pub(crate) brute_force: BruteForceProtection,
    /// Of addresses that fail to log in.
    pub(crate) logins: IpThrottling,
    /// Of addresses that sign up.
    pub(crate) sign_ups: IpThrottling,
    stored: Value,
}

impl Protection {
    fn name(self) -> &'static str {
        match self {
            Self::BruteForce => "brute_force_protection",
            Self::SuspiciousIp => "suspicious_ip_throttling",
        }
    }

    fn defaults(self) -> Value {
        match self {
            Self::BruteForce => json!({
                "enabled": true,
                "shields": ["block", "user_notification"],
                "mode": "count_per_identifier_and_ip",
                "allowlist": [],
                "max_attempts": 10,
            }),
            Self::SuspiciousIp => json!({
                "enabled": true,
                "shields": ["admin_notification", "block"],
                "allowlist": [],
                "stage": {
                    "pre-login": { "max_attempts": 100, "rate": 864_000 },
                    "pre-user-registration": { "max_attempts": 50, "rate": 1_200 },
                    "pre-custom-token-exchange": { "max_attempts": 10, "rate": 600_000 },
                },
            }),
        }
    }
}

impl AttackProtection {
    /// Settings as stored, completed by the defaults.
    pub(crate) fn read(stored: Value) -> Self {
        let throttling = shown(&stored, Protection::SuspiciousIp);
        Self {
            brute_force: BruteForceProtection::from_json(&shown(&stored, Protection::BruteForce)),
            logins: IpThrottling::from_json(&throttling, Stage::Login),
            sign_ups: IpThrottling::from_json(&throttling, Stage::SignUp),
            stored,
        }
    }

    /// Whether the tenant has settings of its own for a group.
    pub(crate) fn is_set(&self, which: Protection) -> bool {
        self.stored[which.name()].is_object()
    }

    /// A group as the Management API answers it, defaults included.
    pub(crate) fn shown(&self, which: Protection) -> Value {
        shown(&self.stored, which)
    }
}

impl Default for AttackProtection {
    fn default() -> Self {
        Self::read(Value::Null)
    }
}

/// Puts a change of one group over what a tenant has stored. What it does not mention stays; of `stage`, each member of
/// each stage for itself.
pub(crate) fn change(
    settings: &mut Map<String, Value>,
    which: Protection,
    change: &Map<String, Value>,
) {
    let all = settings.entry(STORED_AS).or_insert_with(|| json!({}));
    if !all.is_object() {
        *all = json!({});
    }
    let group = &mut all[which.name()];
    if !group.is_object() {
        *group = json!({});
    }
    merge(group, change);
}

fn shown(stored: &Value, which: Protection) -> Value {
    let mut shown = which.defaults();
    if let Some(set) = stored[which.name()].as_object() {
        merge(&mut shown, set);
    }
    shown
}

fn merge(into: &mut Value, change: &Map<String, Value>) {
    for (name, value) in change {
        match value.as_object() {
            Some(members) => {
                if !into[name].is_object() {
                    into[name] = json!({});
                }
                merge(&mut into[name], members);
            }
            None => into[name] = value.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_keeps_what_it_does_not_mention() {
        let mut settings = Map::new();
        let set = |settings: &mut Map<String, Value>, which, value: Value| {
            change(settings, which, value.as_object().unwrap());
        };
        let of =
            |settings: &Map<String, Value>| AttackProtection::read(settings[STORED_AS].clone());
        set(
            &mut settings,
            Protection::BruteForce,
            json!({ "max_attempts": 3 }),
        );
        set(
            &mut settings,
            Protection::BruteForce,
            json!({ "shields": [] }),
        );
        let read = of(&settings);
        assert_eq!(
            (read.brute_force.max_attempts, read.brute_force.blocks),
            (3, false)
        );
        assert_eq!(
            read.shown(Protection::BruteForce)["mode"],
            "count_per_identifier_and_ip"
        );
        let stage = json!({ "stage": { "pre-login": { "rate": 40_000 } } });
        set(&mut settings, Protection::SuspiciousIp, stage);
        let shown = of(&settings).shown(Protection::SuspiciousIp);
        let expected = json!({ "max_attempts": 100, "rate": 40_000 });
        assert_eq!(shown["stage"]["pre-login"], expected);
        assert_eq!(shown["stage"]["pre-user-registration"]["max_attempts"], 50);
        assert_eq!(shown["enabled"], true);
    }
}
