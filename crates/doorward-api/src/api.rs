//! Auth0's APIs that operations belong to. A client of one of them sends its operations and no others.

/// One of Auth0's APIs. There are no others than those below.
pub trait Api: sealed::Sealed + Send + Sync + 'static {
    /// The path in front of every operation's own.
    const BASE: &'static str;
}

mod sealed {
    pub trait Sealed {}

    impl Sealed for super::Management {}
    impl Sealed for super::MyAccount {}
    impl Sealed for super::MyOrganization {}
}

/// The Management API: everything of a tenant, for programs that run it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Management {}

impl Api for Management {
    const BASE: &'static str = "/api/v2";
}

/// The My Account API: what users manage of their own accounts, with their own tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MyAccount {}

impl Api for MyAccount {
    const BASE: &'static str = "/me/v1";
}

/// The My Organization API: what the administrators of one organization manage of it, with their own
/// tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MyOrganization {}

impl Api for MyOrganization {
    const BASE: &'static str = "/my-org/v1";
}
