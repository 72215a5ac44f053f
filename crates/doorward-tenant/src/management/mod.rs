//! The Management API: one door for all operations, a file for each resource behind it.
//!
//! The description decides which operation a request means, who may call it and what it must look like
//! ([`door`]). A resource file lists the operations it serves and says what they do.

pub(crate) mod access;
mod anomaly;
mod answer;
mod attack_protection;
mod client_grants;
mod clients;
mod connections;
mod device_credentials;
mod door;
mod jobs;
mod listing;
mod logs;
mod refresh_tokens;
mod request;
mod resource_servers;
mod roles;
mod sessions;
mod signing_keys;
mod stats;
mod tenants;
mod tickets;
mod tolerated;
mod upload;
mod user_blocks;
mod user_grants;
mod users;
pub(crate) mod words;

pub(crate) use answer::Answer;
pub(crate) use door::{Call, check, door, perform};
pub(crate) use jobs::exported_file;
pub(crate) use request::Request;

use std::future::Future;
use std::pin::Pin;

use doorward_api::description;

use crate::http::management_error::ManagementError;

/// What a handler answers with.
pub(crate) type Outcome = Result<Answer, ManagementError>;

/// One operation that is served.
pub(crate) struct Served {
    /// Its name in the description: `users.list`.
    pub(crate) name: &'static str,
    pub(crate) run: fn(Request) -> Pin<Box<dyn Future<Output = Outcome> + Send>>,
}

/// The table of a resource: `serves! { "users.list" => list, "users.get" => get }`.
macro_rules! serves {
    ($($name:literal => $handler:path),* $(,)?) => {
        pub(in crate::management) const OPERATIONS: &[$crate::management::Served] = &[
            $($crate::management::Served {
                name: $name,
                run: |request| Box::pin($handler(request)),
            }),*
        ];
    };
}
pub(crate) use serves;

/// Every resource that behaves.
const RESOURCES: &[&[Served]] = &[
    anomaly::OPERATIONS,
    attack_protection::OPERATIONS,
    client_grants::OPERATIONS,
    clients::OPERATIONS,
    clients::credentials::OPERATIONS,
    connections::OPERATIONS,
    connections::clients::OPERATIONS,
    device_credentials::OPERATIONS,
    jobs::OPERATIONS,
    logs::OPERATIONS,
    refresh_tokens::OPERATIONS,
    resource_servers::OPERATIONS,
    roles::OPERATIONS,
    roles::permissions::OPERATIONS,
    roles::users::OPERATIONS,
    sessions::OPERATIONS,
    signing_keys::OPERATIONS,
    stats::OPERATIONS,
    tenants::OPERATIONS,
    tickets::OPERATIONS,
    user_blocks::OPERATIONS,
    user_grants::OPERATIONS,
    users::OPERATIONS,
    users::authentication_methods::OPERATIONS,
    users::effective::OPERATIONS,
    users::identities::OPERATIONS,
    users::logs::OPERATIONS,
    users::method_changes::OPERATIONS,
    users::permissions::OPERATIONS,
    users::roles::OPERATIONS,
    users::sessions::OPERATIONS,
];

/// Everything served, by resource.
pub(crate) fn served() -> impl Iterator<Item = &'static Served> {
    RESOURCES.iter().copied().flatten()
}

/// All scopes of the Management API, in byte order.
pub(crate) fn scopes() -> Vec<&'static str> {
    let operations = description::management().operations().iter();
    let mut scopes: Vec<&str> = operations
        .flat_map(|operation| operation.scopes.iter().flatten().copied())
        .filter(|scope| !scope.ends_with(":current_user") && !scope.contains("current_user_"))
        .collect();
    scopes.sort_unstable();
    scopes.dedup();
    scopes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_served_is_described() {
        for served in served() {
            let known = description::management().operation(served.name);
            assert!(known.is_some(), "{} is in no description", served.name);
        }
    }
}
