// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.

//! Ways to the operations: a handle for each group.

#[cfg(feature = "actions")]
mod actions;
#[cfg(feature = "actions")]
pub use actions::*;

#[cfg(feature = "branding")]
mod branding;
#[cfg(feature = "branding")]
pub use branding::*;

#[cfg(feature = "clients")]
mod clients;
#[cfg(feature = "clients")]
pub use clients::*;

#[cfg(feature = "connections")]
mod connections;
#[cfg(feature = "connections")]
pub use connections::*;

#[cfg(feature = "forms")]
mod forms;
#[cfg(feature = "forms")]
pub use forms::*;

#[cfg(feature = "logs")]
mod logs;
#[cfg(feature = "logs")]
pub use logs::*;

#[cfg(feature = "organizations")]
mod organizations;
#[cfg(feature = "organizations")]
pub use organizations::*;

#[cfg(feature = "security")]
mod security;
#[cfg(feature = "security")]
pub use security::*;

#[cfg(feature = "tenants")]
mod tenants;
#[cfg(feature = "tenants")]
pub use tenants::*;

#[cfg(feature = "users")]
mod users;
#[cfg(feature = "users")]
pub use users::*;

#[cfg(feature = "my-account")]
pub mod my_account;

#[cfg(feature = "my-organization")]
pub mod my_organization;
