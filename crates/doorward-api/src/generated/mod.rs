// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! The operations of the Management API, a module a group.

use crate::NamedOperation;

#[cfg(any(
    feature = "clients",
    feature = "connections",
    feature = "logs",
    feature = "organizations",
    feature = "security",
    feature = "tenants",
    feature = "users"
))]
pub mod shared;
#[cfg(any(
    feature = "clients",
    feature = "connections",
    feature = "logs",
    feature = "organizations",
    feature = "security",
    feature = "tenants",
    feature = "users"
))]
pub use shared::*;

#[cfg(feature = "actions")]
pub mod actions;
#[cfg(feature = "actions")]
pub use actions::*;

#[cfg(feature = "clients")]
pub mod agents;
#[cfg(feature = "clients")]
pub use agents::*;

#[cfg(feature = "security")]
pub mod anomaly;
#[cfg(feature = "security")]
pub use anomaly::*;

#[cfg(feature = "security")]
pub mod attack_protection;
#[cfg(feature = "security")]
pub use attack_protection::*;

#[cfg(feature = "branding")]
pub mod branding;
#[cfg(feature = "branding")]
pub use branding::*;

#[cfg(feature = "clients")]
pub mod client_grants;
#[cfg(feature = "clients")]
pub use client_grants::*;

#[cfg(feature = "clients")]
pub mod clients;
#[cfg(feature = "clients")]
pub use clients::*;

#[cfg(feature = "connections")]
pub mod connection_profiles;
#[cfg(feature = "connections")]
pub use connection_profiles::*;

#[cfg(feature = "connections")]
pub mod connections;
#[cfg(feature = "connections")]
pub use connections::*;

#[cfg(feature = "branding")]
pub mod custom_domains;
#[cfg(feature = "branding")]
pub use custom_domains::*;

#[cfg(feature = "users")]
pub mod device_credentials;
#[cfg(feature = "users")]
pub use device_credentials::*;

#[cfg(feature = "branding")]
pub mod email_templates;
#[cfg(feature = "branding")]
pub use email_templates::*;

#[cfg(feature = "branding")]
pub mod emails;
#[cfg(feature = "branding")]
pub use emails::*;

#[cfg(feature = "logs")]
pub mod event_streams;
#[cfg(feature = "logs")]
pub use event_streams::*;

#[cfg(feature = "logs")]
pub mod events;
#[cfg(feature = "logs")]
pub use events::*;

#[cfg(feature = "tenants")]
pub mod experimentation;
#[cfg(feature = "tenants")]
pub use experimentation::*;

#[cfg(feature = "forms")]
pub mod flows;
#[cfg(feature = "forms")]
pub use flows::*;

#[cfg(feature = "forms")]
pub mod forms;
#[cfg(feature = "forms")]
pub use forms::*;

#[cfg(feature = "users")]
pub mod groups;
#[cfg(feature = "users")]
pub use groups::*;

#[cfg(feature = "security")]
pub mod guardian;
#[cfg(feature = "security")]
pub use guardian::*;

#[cfg(feature = "actions")]
pub mod hooks;
#[cfg(feature = "actions")]
pub use hooks::*;

#[cfg(feature = "users")]
pub mod jobs;
#[cfg(feature = "users")]
pub use jobs::*;

#[cfg(feature = "security")]
pub mod keys;
#[cfg(feature = "security")]
pub use keys::*;

#[cfg(feature = "logs")]
pub mod log_streams;
#[cfg(feature = "logs")]
pub use log_streams::*;

#[cfg(feature = "logs")]
pub mod logs;
#[cfg(feature = "logs")]
pub use logs::*;

#[cfg(feature = "security")]
pub mod network_acls;
#[cfg(feature = "security")]
pub use network_acls::*;

#[cfg(feature = "organizations")]
pub mod organizations;
#[cfg(feature = "organizations")]
pub use organizations::*;

#[cfg(feature = "branding")]
pub mod prompts;
#[cfg(feature = "branding")]
pub use prompts::*;

#[cfg(feature = "security")]
pub mod rate_limit_policies;
#[cfg(feature = "security")]
pub use rate_limit_policies::*;

#[cfg(feature = "users")]
pub mod refresh_tokens;
#[cfg(feature = "users")]
pub use refresh_tokens::*;

#[cfg(feature = "clients")]
pub mod resource_servers;
#[cfg(feature = "clients")]
pub use resource_servers::*;

#[cfg(feature = "security")]
pub mod risk_assessments;
#[cfg(feature = "security")]
pub use risk_assessments::*;

#[cfg(feature = "users")]
pub mod roles;
#[cfg(feature = "users")]
pub use roles::*;

#[cfg(feature = "actions")]
pub mod rules;
#[cfg(feature = "actions")]
pub use rules::*;

#[cfg(feature = "actions")]
pub mod rules_configs;
#[cfg(feature = "actions")]
pub use rules_configs::*;

#[cfg(feature = "connections")]
pub mod self_service_profiles;
#[cfg(feature = "connections")]
pub use self_service_profiles::*;

#[cfg(feature = "users")]
pub mod sessions;
#[cfg(feature = "users")]
pub use sessions::*;

#[cfg(feature = "logs")]
pub mod stats;
#[cfg(feature = "logs")]
pub use stats::*;

#[cfg(feature = "security")]
pub mod supplemental_signals;
#[cfg(feature = "security")]
pub use supplemental_signals::*;

#[cfg(feature = "tenants")]
pub mod tenants;
#[cfg(feature = "tenants")]
pub use tenants::*;

#[cfg(feature = "users")]
pub mod tickets;
#[cfg(feature = "users")]
pub use tickets::*;

#[cfg(feature = "clients")]
pub mod token_exchange_profiles;
#[cfg(feature = "clients")]
pub use token_exchange_profiles::*;

#[cfg(feature = "connections")]
pub mod user_attribute_profiles;
#[cfg(feature = "connections")]
pub use user_attribute_profiles::*;

#[cfg(feature = "users")]
pub mod user_blocks;
#[cfg(feature = "users")]
pub use user_blocks::*;

#[cfg(feature = "users")]
pub mod user_grants;
#[cfg(feature = "users")]
pub use user_grants::*;

#[cfg(feature = "users")]
pub mod users;
#[cfg(feature = "users")]
pub use users::*;

#[cfg(feature = "tenants")]
pub mod verifiable_credentials;
#[cfg(feature = "tenants")]
pub use verifiable_credentials::*;

/// The operations of every group that is compiled in.
pub static OPERATIONS: &[&[NamedOperation]] = &[
    #[cfg(feature = "actions")]
    actions::OPERATIONS,
    #[cfg(feature = "clients")]
    agents::OPERATIONS,
    #[cfg(feature = "security")]
    anomaly::OPERATIONS,
    #[cfg(feature = "security")]
    attack_protection::OPERATIONS,
    #[cfg(feature = "branding")]
    branding::OPERATIONS,
    #[cfg(feature = "clients")]
    client_grants::OPERATIONS,
    #[cfg(feature = "clients")]
    clients::OPERATIONS,
    #[cfg(feature = "connections")]
    connection_profiles::OPERATIONS,
    #[cfg(feature = "connections")]
    connections::OPERATIONS,
    #[cfg(feature = "branding")]
    custom_domains::OPERATIONS,
    #[cfg(feature = "users")]
    device_credentials::OPERATIONS,
    #[cfg(feature = "branding")]
    email_templates::OPERATIONS,
    #[cfg(feature = "branding")]
    emails::OPERATIONS,
    #[cfg(feature = "logs")]
    event_streams::OPERATIONS,
    #[cfg(feature = "logs")]
    events::OPERATIONS,
    #[cfg(feature = "tenants")]
    experimentation::OPERATIONS,
    #[cfg(feature = "forms")]
    flows::OPERATIONS,
    #[cfg(feature = "forms")]
    forms::OPERATIONS,
    #[cfg(feature = "users")]
    groups::OPERATIONS,
    #[cfg(feature = "security")]
    guardian::OPERATIONS,
    #[cfg(feature = "actions")]
    hooks::OPERATIONS,
    #[cfg(feature = "users")]
    jobs::OPERATIONS,
    #[cfg(feature = "security")]
    keys::OPERATIONS,
    #[cfg(feature = "logs")]
    log_streams::OPERATIONS,
    #[cfg(feature = "logs")]
    logs::OPERATIONS,
    #[cfg(feature = "security")]
    network_acls::OPERATIONS,
    #[cfg(feature = "organizations")]
    organizations::OPERATIONS,
    #[cfg(feature = "branding")]
    prompts::OPERATIONS,
    #[cfg(feature = "security")]
    rate_limit_policies::OPERATIONS,
    #[cfg(feature = "users")]
    refresh_tokens::OPERATIONS,
    #[cfg(feature = "clients")]
    resource_servers::OPERATIONS,
    #[cfg(feature = "security")]
    risk_assessments::OPERATIONS,
    #[cfg(feature = "users")]
    roles::OPERATIONS,
    #[cfg(feature = "actions")]
    rules::OPERATIONS,
    #[cfg(feature = "actions")]
    rules_configs::OPERATIONS,
    #[cfg(feature = "connections")]
    self_service_profiles::OPERATIONS,
    #[cfg(feature = "users")]
    sessions::OPERATIONS,
    #[cfg(feature = "logs")]
    stats::OPERATIONS,
    #[cfg(feature = "security")]
    supplemental_signals::OPERATIONS,
    #[cfg(feature = "tenants")]
    tenants::OPERATIONS,
    #[cfg(feature = "users")]
    tickets::OPERATIONS,
    #[cfg(feature = "clients")]
    token_exchange_profiles::OPERATIONS,
    #[cfg(feature = "connections")]
    user_attribute_profiles::OPERATIONS,
    #[cfg(feature = "users")]
    user_blocks::OPERATIONS,
    #[cfg(feature = "users")]
    user_grants::OPERATIONS,
    #[cfg(feature = "users")]
    users::OPERATIONS,
    #[cfg(feature = "tenants")]
    verifiable_credentials::OPERATIONS,
];
