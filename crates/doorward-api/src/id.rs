//! Identifiers. Two ids never share a type.

use crate::wire::{Mismatch, Wire};

/// An identifier: text that the server chose and only it can read.
macro_rules! id {
    ($( $(#[$meta:meta])* $name:ident, )+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// The id on the wire.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                $name(id.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                $name(id)
            }
        }

        impl From<&$name> for $name {
            fn from(id: &$name) -> Self {
                id.clone()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.0 == *other
            }
        }

        impl Wire for $name {
            fn check(value: &serde_json::Value) -> Result<(), Mismatch> {
                String::check(value)
            }

            fn from_fitting(value: serde_json::Value) -> Self {
                $name(String::from_fitting(value))
            }

            fn to_value(&self) -> serde_json::Value {
                self.0.to_value()
            }
        }

        $crate::text_parameter!($name);
        $crate::json!($name);
    )+};
}

id! {
    /// A user: `auth0|` and 24 hexadecimal digits, or another strategy's name and the provider's id.
    UserId,
    /// An application registered with the tenant: 32 letters and digits.
    ClientId,
    /// A connection: `con_` and 16 letters and digits.
    ConnectionId,
    /// An organization: `org_` and 16 letters and digits.
    OrganizationId,
    /// A role: `rol_` and 16 letters and digits.
    RoleId,
    /// A grant of an API's scopes to a client: `cgr_` and 16 letters and digits.
    ClientGrantId,
    /// An API: 24 hexadecimal digits. In a path its identifier is accepted as well.
    ResourceServerId,
    /// A long-running task: `job_` and 16 letters and digits.
    JobId,
    /// An entry of the tenant's log: 56 digits that sort by time.
    LogId,
    /// An Action.
    ActionId,
    /// One deployed version of an Action.
    ActionVersionId,
    /// A module that Actions share.
    ActionModuleId,
    /// One published version of a module.
    ActionModuleVersionId,
    /// A stream of events.
    EventStreamId,
    /// An event on such a stream, and its delivery.
    EventId,
    /// A feature flag of an experiment.
    FeatureFlagId,
    /// A variation of a feature flag.
    VariationId,
    /// A flow.
    FlowId,
    /// One run of a flow.
    FlowExecutionId,
    /// A profile of self-service SSO.
    SelfServiceProfileId,
    /// A ticket for one person to set something up.
    TicketId,
    /// A provider of identities, as an organization's administrators see their connections.
    IdentityProviderId,
    /// A token with which a provider of identities provisions users.
    ScimTokenId,
}
