// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the Management API, a module and a feature a group.

use crate::NamedOperation;

pub mod shared;
pub use shared::*;

#[cfg(feature = "actions")]
pub mod actions;
#[cfg(feature = "actions")]
pub use actions::*;

#[cfg(feature = "agents")]
pub mod agents;
#[cfg(feature = "agents")]
pub use agents::*;

#[cfg(feature = "anomaly")]
pub mod anomaly;
#[cfg(feature = "anomaly")]
pub use anomaly::*;

#[cfg(feature = "attack-protection")]
pub mod attack_protection;
#[cfg(feature = "attack-protection")]
pub use attack_protection::*;

#[cfg(feature = "branding")]
pub mod branding;
#[cfg(feature = "branding")]
pub use branding::*;

#[cfg(feature = "client-grants")]
pub mod client_grants;
#[cfg(feature = "client-grants")]
pub use client_grants::*;

#[cfg(feature = "clients")]
pub mod clients;
#[cfg(feature = "clients")]
pub use clients::*;

#[cfg(feature = "connection-profiles")]
pub mod connection_profiles;
#[cfg(feature = "connection-profiles")]
pub use connection_profiles::*;

#[cfg(feature = "connections")]
pub mod connections;
#[cfg(feature = "connections")]
pub use connections::*;

#[cfg(feature = "custom-domains")]
pub mod custom_domains;
#[cfg(feature = "custom-domains")]
pub use custom_domains::*;

#[cfg(feature = "device-credentials")]
pub mod device_credentials;
#[cfg(feature = "device-credentials")]
pub use device_credentials::*;

#[cfg(feature = "email-templates")]
pub mod email_templates;
#[cfg(feature = "email-templates")]
pub use email_templates::*;

#[cfg(feature = "emails")]
pub mod emails;
#[cfg(feature = "emails")]
pub use emails::*;

#[cfg(feature = "event-streams")]
pub mod event_streams;
#[cfg(feature = "event-streams")]
pub use event_streams::*;

#[cfg(feature = "events")]
pub mod events;
#[cfg(feature = "events")]
pub use events::*;

#[cfg(feature = "experimentation")]
pub mod experimentation;
#[cfg(feature = "experimentation")]
pub use experimentation::*;

#[cfg(feature = "flows")]
pub mod flows;
#[cfg(feature = "flows")]
pub use flows::*;

#[cfg(feature = "forms")]
pub mod forms;
#[cfg(feature = "forms")]
pub use forms::*;

#[cfg(feature = "groups")]
pub mod groups;
#[cfg(feature = "groups")]
pub use groups::*;

#[cfg(feature = "guardian")]
pub mod guardian;
#[cfg(feature = "guardian")]
pub use guardian::*;

#[cfg(feature = "hooks")]
pub mod hooks;
#[cfg(feature = "hooks")]
pub use hooks::*;

#[cfg(feature = "jobs")]
pub mod jobs;
#[cfg(feature = "jobs")]
pub use jobs::*;

#[cfg(feature = "keys")]
pub mod keys;
#[cfg(feature = "keys")]
pub use keys::*;

#[cfg(feature = "log-streams")]
pub mod log_streams;
#[cfg(feature = "log-streams")]
pub use log_streams::*;

#[cfg(feature = "logs")]
pub mod logs;
#[cfg(feature = "logs")]
pub use logs::*;

#[cfg(feature = "network-acls")]
pub mod network_acls;
#[cfg(feature = "network-acls")]
pub use network_acls::*;

#[cfg(feature = "organizations")]
pub mod organizations;
#[cfg(feature = "organizations")]
pub use organizations::*;

#[cfg(feature = "prompts")]
pub mod prompts;
#[cfg(feature = "prompts")]
pub use prompts::*;

#[cfg(feature = "rate-limit-policies")]
pub mod rate_limit_policies;
#[cfg(feature = "rate-limit-policies")]
pub use rate_limit_policies::*;

#[cfg(feature = "refresh-tokens")]
pub mod refresh_tokens;
#[cfg(feature = "refresh-tokens")]
pub use refresh_tokens::*;

#[cfg(feature = "resource-servers")]
pub mod resource_servers;
#[cfg(feature = "resource-servers")]
pub use resource_servers::*;

#[cfg(feature = "risk-assessments")]
pub mod risk_assessments;
#[cfg(feature = "risk-assessments")]
pub use risk_assessments::*;

#[cfg(feature = "roles")]
pub mod roles;
#[cfg(feature = "roles")]
pub use roles::*;

#[cfg(feature = "rules")]
pub mod rules;
#[cfg(feature = "rules")]
pub use rules::*;

#[cfg(feature = "rules-configs")]
pub mod rules_configs;
#[cfg(feature = "rules-configs")]
pub use rules_configs::*;

#[cfg(feature = "self-service-profiles")]
pub mod self_service_profiles;
#[cfg(feature = "self-service-profiles")]
pub use self_service_profiles::*;

#[cfg(feature = "sessions")]
pub mod sessions;
#[cfg(feature = "sessions")]
pub use sessions::*;

#[cfg(feature = "stats")]
pub mod stats;
#[cfg(feature = "stats")]
pub use stats::*;

#[cfg(feature = "supplemental-signals")]
pub mod supplemental_signals;
#[cfg(feature = "supplemental-signals")]
pub use supplemental_signals::*;

#[cfg(feature = "tenants")]
pub mod tenants;
#[cfg(feature = "tenants")]
pub use tenants::*;

#[cfg(feature = "tickets")]
pub mod tickets;
#[cfg(feature = "tickets")]
pub use tickets::*;

#[cfg(feature = "token-exchange-profiles")]
pub mod token_exchange_profiles;
#[cfg(feature = "token-exchange-profiles")]
pub use token_exchange_profiles::*;

#[cfg(feature = "user-attribute-profiles")]
pub mod user_attribute_profiles;
#[cfg(feature = "user-attribute-profiles")]
pub use user_attribute_profiles::*;

#[cfg(feature = "user-blocks")]
pub mod user_blocks;
#[cfg(feature = "user-blocks")]
pub use user_blocks::*;

#[cfg(feature = "user-grants")]
pub mod user_grants;
#[cfg(feature = "user-grants")]
pub use user_grants::*;

#[cfg(feature = "users")]
pub mod users;
#[cfg(feature = "users")]
pub use users::*;

#[cfg(feature = "verifiable-credentials")]
pub mod verifiable_credentials;
#[cfg(feature = "verifiable-credentials")]
pub use verifiable_credentials::*;

/// The operations of every group that is compiled in.
pub static OPERATIONS: &[&[NamedOperation]] = &[
    #[cfg(feature = "actions")]
    actions::OPERATIONS,
    #[cfg(feature = "agents")]
    agents::OPERATIONS,
    #[cfg(feature = "anomaly")]
    anomaly::OPERATIONS,
    #[cfg(feature = "attack-protection")]
    attack_protection::OPERATIONS,
    #[cfg(feature = "branding")]
    branding::OPERATIONS,
    #[cfg(feature = "client-grants")]
    client_grants::OPERATIONS,
    #[cfg(feature = "clients")]
    clients::OPERATIONS,
    #[cfg(feature = "connection-profiles")]
    connection_profiles::OPERATIONS,
    #[cfg(feature = "connections")]
    connections::OPERATIONS,
    #[cfg(feature = "custom-domains")]
    custom_domains::OPERATIONS,
    #[cfg(feature = "device-credentials")]
    device_credentials::OPERATIONS,
    #[cfg(feature = "email-templates")]
    email_templates::OPERATIONS,
    #[cfg(feature = "emails")]
    emails::OPERATIONS,
    #[cfg(feature = "event-streams")]
    event_streams::OPERATIONS,
    #[cfg(feature = "events")]
    events::OPERATIONS,
    #[cfg(feature = "experimentation")]
    experimentation::OPERATIONS,
    #[cfg(feature = "flows")]
    flows::OPERATIONS,
    #[cfg(feature = "forms")]
    forms::OPERATIONS,
    #[cfg(feature = "groups")]
    groups::OPERATIONS,
    #[cfg(feature = "guardian")]
    guardian::OPERATIONS,
    #[cfg(feature = "hooks")]
    hooks::OPERATIONS,
    #[cfg(feature = "jobs")]
    jobs::OPERATIONS,
    #[cfg(feature = "keys")]
    keys::OPERATIONS,
    #[cfg(feature = "log-streams")]
    log_streams::OPERATIONS,
    #[cfg(feature = "logs")]
    logs::OPERATIONS,
    #[cfg(feature = "network-acls")]
    network_acls::OPERATIONS,
    #[cfg(feature = "organizations")]
    organizations::OPERATIONS,
    #[cfg(feature = "prompts")]
    prompts::OPERATIONS,
    #[cfg(feature = "rate-limit-policies")]
    rate_limit_policies::OPERATIONS,
    #[cfg(feature = "refresh-tokens")]
    refresh_tokens::OPERATIONS,
    #[cfg(feature = "resource-servers")]
    resource_servers::OPERATIONS,
    #[cfg(feature = "risk-assessments")]
    risk_assessments::OPERATIONS,
    #[cfg(feature = "roles")]
    roles::OPERATIONS,
    #[cfg(feature = "rules")]
    rules::OPERATIONS,
    #[cfg(feature = "rules-configs")]
    rules_configs::OPERATIONS,
    #[cfg(feature = "self-service-profiles")]
    self_service_profiles::OPERATIONS,
    #[cfg(feature = "sessions")]
    sessions::OPERATIONS,
    #[cfg(feature = "stats")]
    stats::OPERATIONS,
    #[cfg(feature = "supplemental-signals")]
    supplemental_signals::OPERATIONS,
    #[cfg(feature = "tenants")]
    tenants::OPERATIONS,
    #[cfg(feature = "tickets")]
    tickets::OPERATIONS,
    #[cfg(feature = "token-exchange-profiles")]
    token_exchange_profiles::OPERATIONS,
    #[cfg(feature = "user-attribute-profiles")]
    user_attribute_profiles::OPERATIONS,
    #[cfg(feature = "user-blocks")]
    user_blocks::OPERATIONS,
    #[cfg(feature = "user-grants")]
    user_grants::OPERATIONS,
    #[cfg(feature = "users")]
    users::OPERATIONS,
    #[cfg(feature = "verifiable-credentials")]
    verifiable_credentials::OPERATIONS,
];
