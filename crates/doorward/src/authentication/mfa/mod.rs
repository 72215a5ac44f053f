//! Multi-factor authentication without a browser: which factors a user has, and the second step.
//!
//! A grant that needs a second factor fails with `mfa_required` and an `mfa_token`
//! ([`ApiError::mfa_token`](crate::ApiError::mfa_token)), which opens all of this:
//!
//! ```no_run
//! use doorward::authentication::PasswordGrant;
//! use doorward::authentication::mfa::{MfaChallenge, MfaOtpGrant};
//! use doorward::{AuthenticationClient, Error, ErrorCode};
//!
//! # async fn example(auth: AuthenticationClient, ask: fn() -> String) -> Result<(), Error> {
//! let attempt = PasswordGrant::new("ada@example.com", "correct horse");
//! let tokens = match auth.oauth().password_grant(&attempt).await {
//!     Err(Error::Api(refusal)) if refusal.code() == ErrorCode::MfaRequired => {
//!         let mfa_token = refusal.mfa_token().unwrap_or_default();
//!         auth.mfa().challenge(&MfaChallenge::new(mfa_token)).await?;
//!         auth.mfa().verify_otp(&MfaOtpGrant::new(mfa_token, ask())).await?
//!     }
//!     answer => answer?,
//! };
//! # Ok(())
//! # }
//! ```

mod authenticators;
mod challenge;
mod grants;

pub use self::authenticators::{
    AssociateAuthenticator, Association, Authenticator, DeleteAuthenticator, ListAuthenticators,
};
pub use self::challenge::{Challenge, MfaChallenge};
pub use self::grants::{MfaOobGrant, MfaOtpGrant, MfaRecoveryCodeGrant};

use super::polling::{self, Pace};
use super::{AuthenticationClient, TokenSet};
use crate::error::Error;
use crate::response::ApiResponse;

/// For how many seconds a notification can be answered.
const NOTIFICATION_SECONDS: u64 = 300;

/// The factors of a user, and logins with them. From [`AuthenticationClient::mfa`].
#[derive(Debug, Clone, Copy)]
pub struct Mfa<'a> {
    pub(super) client: &'a AuthenticationClient,
}

impl Mfa<'_> {
    /// The user's factors.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `expired_token` when the `mfa_token` has become too old.
    #[doc(alias = "listAuthenticators")]
    pub async fn list_authenticators(
        &self,
        request: &ListAuthenticators,
    ) -> Result<ApiResponse<Vec<Authenticator>>, Error> {
        self.client.send(request).await
    }

    /// Enrols a factor. The first grant with it confirms it.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `access_denied` for a user who has one and logs in just now.
    #[doc(alias = "enrollAuthenticator")]
    #[doc(alias = "addOtpAuthenticator")]
    #[doc(alias = "addOobAuthenticator")]
    pub async fn associate(
        &self,
        request: &AssociateAuthenticator,
    ) -> Result<ApiResponse<Association>, Error> {
        self.client.send(request).await
    }

    /// Removes a factor. Takes an access token for `https://{domain}/mfa/`, no `mfa_token`.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with 404 for a factor the user does not have.
    #[doc(alias = "deleteAuthenticator")]
    pub async fn delete_authenticator(
        &self,
        request: &DeleteAuthenticator,
    ) -> Result<ApiResponse<()>, Error> {
        self.client.send(request).await
    }

    /// Starts the second step: sends the code or the notification, if the factor has one.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `unsupported_challenge_type` or `association_required` when the user
    /// has no such factor.
    #[doc(alias = "challengeAuthenticator")]
    pub async fn challenge(&self, request: &MfaChallenge) -> Result<ApiResponse<Challenge>, Error> {
        self.client.send(request).await
    }

    /// Buys tokens with a code of an authenticator application.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `invalid_grant` for a wrong code.
    #[doc(alias = "exchangeMfaOtp")]
    pub async fn verify_otp(&self, request: &MfaOtpGrant) -> Result<ApiResponse<TokenSet>, Error> {
        self.client.send(request).await
    }

    /// Buys tokens with a code that was sent, or once a notification was answered.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `invalid_grant` for a wrong code; `authorization_pending` or
    /// `slow_down` while a notification is unanswered.
    #[doc(alias = "exchangeMfaOob")]
    pub async fn verify_oob(&self, request: &MfaOobGrant) -> Result<ApiResponse<TokenSet>, Error> {
        self.client.send(request).await
    }

    /// As [`verify_oob`](Self::verify_oob) with a notification, asking until it was answered or
    /// five minutes have passed.
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `access_denied` when the user said no.
    pub async fn wait_oob(&self, request: &MfaOobGrant) -> Result<ApiResponse<TokenSet>, Error> {
        let pace = Pace {
            interval_seconds: None,
            expires_in_seconds: NOTIFICATION_SECONDS,
        };
        polling::poll(pace, || self.verify_oob(request)).await
    }

    /// Buys tokens with the recovery code, which is spent. The answer has the next one in
    /// [`recovery_code`](TokenSet::recovery_code).
    ///
    /// # Errors
    ///
    /// [`Error::Api`] with `invalid_grant` for a wrong code.
    #[doc(alias = "exchangeMfaRecoveryCode")]
    pub async fn verify_recovery_code(
        &self,
        request: &MfaRecoveryCodeGrant,
    ) -> Result<ApiResponse<TokenSet>, Error> {
        self.client.send(request).await
    }
}
