//! What somebody showed to be a user, looked at once more where it is made use of.

use super::AuthenticationError;
use super::passwordless::redemption::RightCode;
use super::sign_in::SignInFault;
use crate::http::OAuthError;
use crate::store::identities::{self, VerifiedPassword};
use crate::store::{self, StoreError};

/// What a user proved who they are with.
#[derive(Clone)]
pub(crate) enum Proof {
    Password(VerifiedPassword),
    /// A one-time code, which is used up by it.
    Code(RightCode),
    /// They were made a moment ago, by themselves.
    SignUp,
}

impl Proof {
    /// Whether it still holds in the unit of work that builds on it. A code is spent.
    pub(crate) fn take(
        &self,
        db: &mut store::Connection<'_>,
        tenant: &str,
    ) -> Result<bool, StoreError> {
        match self {
            Self::Password(password) => identities::is_current(db, tenant, password),
            Self::Code(code) => code.spend(db),
            Self::SignUp => Ok(true),
        }
    }

    /// What is told when it holds no longer.
    pub(crate) fn refused(&self) -> AuthenticationError {
        match self {
            Self::Code(code) => OAuthError::invalid_grant(code.wrong()).into(),
            Self::Password(_) | Self::SignUp => SignInFault::WrongCredentials.into(),
        }
    }
}
