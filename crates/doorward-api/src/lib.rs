//! The vocabulary of Auth0's APIs: operations, request and response types, descriptions, validation.
//!
//! This crate does no I/O. A client sends its operations, a server routes and validates by its
//! descriptions, and both speak of a user, a client or an error in its types.
//!
//! # Operations
//!
//! Each operation of the Management API is a struct below [`management`], in a module of its group.
//! `new` takes what it cannot be without; the rest are public fields.
//!
#![cfg_attr(feature = "users", doc = "```")]
#![cfg_attr(not(feature = "users"), doc = "```ignore")]
//! use doorward_api::management::{CreateUser, CreateUserRequestContent, ListUsers, UpdateUser};
//! use doorward_api::management::UpdateUserRequestContent;
//! use doorward_api::{Nullable, Operation, Parts};
//!
//! let list = ListUsers { per_page: Some(10), q: Some("name:Jo*".into()), ..ListUsers::default() };
//! assert_eq!(Parts::of(&list)?.path_and_query(), "/users?per_page=10&q=name%3AJo%2A");
//!
//! let create = CreateUser::new(CreateUserRequestContent {
//!     email: Some("jo@example.com".into()),
//!     ..CreateUserRequestContent::new("Username-Password-Authentication")
//! });
//! let user = CreateUser::read(br#"{"user_id": "auth0|1", "shoe_size": 43}"#)?;
//! assert_eq!(user.user_id.unwrap(), "auth0|1");
//! assert_eq!(user.rest["shoe_size"], 43);
//!
//! // What a `PATCH` unsets is `null`; what it leaves out stays.
//! let forget = UpdateUserRequestContent { nickname: Nullable::Null, ..Default::default() };
//! assert_eq!(serde_json::to_string(&forget)?, r#"{"nickname":null}"#);
//! let update = UpdateUser::new("auth0|1", forget);
//! assert_eq!(Parts::of(&update)?.path_and_query(), "/users/auth0%7C1");
//! # let _ = create;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Operations that list something say so, and how to come to the next page ([`list`]).
//! [`NamedOperation`] makes requests from names and texts, for command lines.
//!
//! # Nothing is lost
//!
//! Every object keeps, in `rest`, the members that it has no field for, and every enum has `Unknown`
//! for values that came after it was compiled ([`wire`] says how). Printing a value for debugging
//! leaves secrets out.
//!
//! # New versions
//!
//! Auth0 adds fields and values, and so do new versions of this crate: enums are `#[non_exhaustive]`, and
//! structs are made from `new` or `default` and taken apart with `..`, as above. Who writes out every field
//! of one without `..` may have to add some.
//!
//! # Features
//!
//! A family of groups compiles its operations and their types: `actions`, `branding`, `clients`,
//! `connections`, `forms`, `logs`, `organizations`, `security`, `tenants`, `users`. `my-account` and
//! `my-organization` are the APIs that users call themselves; `all-operations` has all of these.
//! `description` adds the table of all operations and schemas as data and validation
//! against it; it needs no family.

mod api;
mod arguments;
#[cfg(feature = "description")]
pub mod description;
mod error;
mod id;
pub mod list;
#[cfg(feature = "operations")]
#[path = "generated/mod.rs"]
pub mod management;
#[cfg(feature = "my-account")]
#[path = "generated/my_account.rs"]
pub mod my_account;
#[cfg(feature = "my-organization")]
#[path = "generated/my_organization.rs"]
pub mod my_organization;
mod nullable;
mod operation;
mod parameter;
#[cfg(feature = "description")]
pub mod validation;
pub mod wire;

pub use api::{Api, Management, MyAccount, MyOrganization};
pub use arguments::{ArgumentError, Arguments, FromArguments, NamedOperation};
pub use error::{DatabaseErrorBody, ManagementErrorBody, OAuthErrorBody};
pub use id::*;
pub use nullable::Nullable;
pub use operation::{
    AnswerError, Body, File, FileContent, NoContent, Operation, Part, PartContent, Parts, Perhaps,
    Unsendable,
};
pub use parameter::Parameter;
