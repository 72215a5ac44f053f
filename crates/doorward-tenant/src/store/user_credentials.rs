//! What a user proves by following a link: that a mailbox is theirs.

use jiff::Timestamp;

use super::{Connection, StoreError, user_changes, users};

/// What a link proved, all of it stored at once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Proof {
    /// The address that the link went to; a user who has another one by now stays as they are.
    pub(crate) email: Option<String>,
    /// Whether a new password was chosen.
    pub(crate) is_reset: bool,
}

/// Stores what a link proved. Answers whether the address was not known to be theirs before.
pub(crate) fn keep(
    db: &mut Connection<'_>,
    tenant: &str,
    user_id: &str,
    proof: &Proof,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let Some(mut user) = users::find(db, tenant, user_id)? else {
        return Ok(false);
    };
    let is_new =
        proof.email.is_some() && proof.email == user.profile.email && !user.profile.email_verified;
    if !is_new && !proof.is_reset {
        return Ok(false);
    }
    user.profile.email_verified |= is_new;
    if proof.is_reset {
        user.last_password_reset = Some(now);
    }
    user.updated_at = now;
    user_changes::update(db, tenant, &user)?;
    Ok(is_new)
}
