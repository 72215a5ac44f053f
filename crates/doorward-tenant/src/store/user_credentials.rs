//! What a user proves by following a link: that a mailbox is theirs.

use jiff::Timestamp;

use super::{Connection, StoreError, identities, user_changes, users};
use crate::domain::user::User;

/// What a link proved, all of it stored at once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Proof {
    /// Provider and id of the identity whose address it is; `None` for the user's main one.
    pub(crate) identity: Option<(String, String)>,
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
    let is_new = verify(db, tenant, &mut user, proof)?;
    if !is_new && !proof.is_reset {
        return Ok(false);
    }
    if proof.is_reset {
        user.last_password_reset = Some(now);
    }
    user.updated_at = now;
    user_changes::update(db, tenant, &user)?;
    Ok(is_new)
}

/// Marks an address as verified where the user has it: among their own attributes, or among those that a linked identity
/// brought. Answers whether it was not yet.
fn verify(
    db: &mut Connection<'_>,
    tenant: &str,
    user: &mut User,
    proof: &Proof,
) -> Result<bool, StoreError> {
    let Some(email) = &proof.email else {
        return Ok(false);
    };
    if let Some((provider, identity_id)) = &proof.identity {
        let mut identities = user.identities.iter_mut();
        let identity = identities
            .find(|known| known.provider == *provider && known.identity_id == *identity_id);
        let Some(identity) = identity else {
            return Ok(false); // unlinked meanwhile
        };
        if let Some(profile) = &mut identity.profile {
            let is_new = profile.get("email").is_some_and(|known| known == email)
                && profile.get("email_verified") != Some(&true.into());
            if is_new {
                profile.insert("email_verified".to_owned(), true.into());
                identities::set_profile(db, tenant, identity)?;
            }
            return Ok(is_new);
        }
    }
    let profile = &mut user.profile;
    let is_new = profile.email.as_ref() == Some(email) && !profile.email_verified;
    profile.email_verified |= is_new;
    Ok(is_new)
}
