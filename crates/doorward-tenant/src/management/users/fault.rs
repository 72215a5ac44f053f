//! Why an operation on a user failed, and what the caller is told.

use axum::http::StatusCode;

use crate::accounts::AccountFault;
use crate::domain::password_policy::PasswordFault;
use crate::domain::user_update::UpdateFault;
use crate::hashing::HashingError;
use crate::http::management_error::ManagementError;
use crate::store::StoreError;

/// One variant for each kind of cause.
#[derive(Debug, thiserror::Error)]
pub(crate) enum UserFault {
    #[error("the user does not exist")]
    Missing,
    /// A new user has a name of somebody else's.
    #[error("the user exists")]
    Exists,
    /// It went meanwhile.
    #[error("the connection does not exist")]
    NoConnection,
    /// A changed name is somebody else's.
    #[error("the {0} is taken")]
    Taken(&'static str),
    #[error(transparent)]
    Update(#[from] UpdateFault),
    #[error(transparent)]
    Password(#[from] PasswordFault),
    #[error("the password is too long")]
    PasswordTooLong,
    #[error("password not hashed")]
    Hashing(#[from] HashingError),
    #[error("store failed")]
    Store(#[from] StoreError),
}

impl From<AccountFault> for UserFault {
    fn from(fault: AccountFault) -> Self {
        match fault {
            AccountFault::Exists => Self::Exists,
            AccountFault::NoConnection => Self::NoConnection,
            AccountFault::Password(fault) => Self::Password(fault),
            AccountFault::TooLong => Self::PasswordTooLong,
            AccountFault::Hashing(error) => Self::Hashing(error),
            AccountFault::Store(error) => Self::Store(error),
        }
    }
}

impl From<UserFault> for ManagementError {
    fn from(fault: UserFault) -> Self {
        match fault {
            UserFault::Missing => Self::inexistent("inexistent_user", "The user does not exist."),
            UserFault::Exists => Self::conflict("The user already exists.").code("auth0_idp_error"),
            UserFault::NoConnection => {
                Self::bad_request("The connection does not exist.").code("inexistent_connection")
            }
            UserFault::Taken(name) => {
                Self::conflict(format!("The specified new {name} already exists"))
                    .code("auth0_idp_error")
            }
            UserFault::Update(fault) => match fault {
                UpdateFault::Simultaneously(..)
                | UpdateFault::Provided { .. }
                | UpdateFault::Unsupported { .. } => {
                    Self::bad_request(fault.to_string()).code("operation_not_supported")
                }
                UpdateFault::NoIdentity => {
                    Self::bad_request(fault.to_string()).code("inexistent_connection")
                }
                UpdateFault::Nameless
                | UpdateFault::Email(_)
                | UpdateFault::Username
                | UpdateFault::UsernameLength(_)
                | UpdateFault::Metadata(_) => Self::invalid_body(fault.to_string()),
            },
            UserFault::Password(fault) => Self::bad_request(fault.management_message()),
            UserFault::PasswordTooLong => Self::invalid_body(
                "Payload validation error: 'String is too long' on property password.",
            ),
            UserFault::Hashing(HashingError::Overloaded) => Self::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "Too many passwords wait to be hashed",
            ),
            UserFault::Hashing(HashingError::Abandoned) => {
                tracing::error!("a password could not be hashed");
                Self::internal()
            }
            UserFault::Store(error) if error.is_duplicate() => {
                Self::conflict("The user already exists.").code("auth0_idp_error")
            }
            UserFault::Store(error) => error.into(),
        }
    }
}
