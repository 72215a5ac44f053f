//! Which Cargo feature compiles a group of operations: few families that a reader of Auth0's dashboard
//! would look for, rather than a feature for each of the groups.

/// The features, each with its groups.
pub(crate) const FAMILIES: [(&str, &[&str]); 10] = [
    ("actions", &["actions", "hooks", "rules", "rulesConfigs"]),
    (
        "branding",
        &[
            "branding",
            "customDomains",
            "emailTemplates",
            "emails",
            "prompts",
        ],
    ),
    (
        "clients",
        &[
            "agents",
            "clientGrants",
            "clients",
            "resourceServers",
            "tokenExchangeProfiles",
        ],
    ),
    (
        "connections",
        &[
            "connectionProfiles",
            "connections",
            "selfServiceProfiles",
            "userAttributeProfiles",
        ],
    ),
    ("forms", &["flows", "forms"]),
    (
        "logs",
        &["eventStreams", "events", "logStreams", "logs", "stats"],
    ),
    ("organizations", &["organizations"]),
    (
        "security",
        &[
            "anomaly",
            "attackProtection",
            "guardian",
            "keys",
            "networkAcls",
            "rateLimitPolicies",
            "riskAssessments",
            "supplementalSignals",
        ],
    ),
    (
        "tenants",
        &["experimentation", "tenants", "verifiableCredentials"],
    ),
    (
        "users",
        &[
            "deviceCredentials",
            "groups",
            "jobs",
            "refreshTokens",
            "roles",
            "sessions",
            "tickets",
            "userBlocks",
            "userGrants",
            "users",
        ],
    ),
];

/// The feature of `group`; `None` when no family has it yet.
pub(crate) fn feature(group: &str) -> Option<&'static str> {
    let family = FAMILIES.iter().find(|(_, groups)| groups.contains(&group));
    family.map(|(feature, _)| *feature)
}

/// The condition under which something is compiled that belongs to all of `groups`.
pub(crate) fn cfg<'g>(groups: impl IntoIterator<Item = &'g str>) -> String {
    let mut features: Vec<&str> = groups.into_iter().filter_map(feature).collect();
    features.sort_unstable();
    features.dedup();
    match features.as_slice() {
        [only] => format!("#[cfg(feature = \"{only}\")]"),
        several => {
            let named: Vec<_> = several
                .iter()
                .map(|f| format!("feature = \"{f}\""))
                .collect();
            format!("#[cfg(any({}))]", named.join(", "))
        }
    }
}
