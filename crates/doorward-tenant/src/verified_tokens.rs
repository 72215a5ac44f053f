//! Access tokens that were verified already, by their hash.

use std::sync::Arc;

use quick_cache::sync::Cache;

use crate::keys::SigningKeys;

/// How many stay in memory.
const MOST: usize = 1024;

/// What tokens stand for. Verifying one costs 21 µs, and the same comes with every request of a client.
///
/// An entry counts only while the keys are the very ones that verified it: whatever happens to them, a token of a
/// revoked key is looked at again, also when it was verified at the moment of the revocation.
pub(crate) struct VerifiedTokens<T>(Cache<[u8; 32], Verified<T>>);

struct Verified<T> {
    by: Arc<SigningKeys>,
    token: Arc<T>,
}

impl<T> Clone for Verified<T> {
    fn clone(&self) -> Self {
        Self {
            by: Arc::clone(&self.by),
            token: Arc::clone(&self.token),
        }
    }
}

impl<T> Default for VerifiedTokens<T> {
    fn default() -> Self {
        Self(Cache::new(MOST))
    }
}

impl<T> VerifiedTokens<T> {
    /// What the token of this hash stands for: known, or verified now with `keys`, the current ones.
    ///
    /// # Errors
    ///
    /// That of `verify`; nothing is remembered then.
    pub(crate) fn get<E>(
        &self,
        hash: [u8; 32],
        keys: Arc<SigningKeys>,
        verify: impl FnOnce(&SigningKeys) -> Result<T, E>,
    ) -> Result<Arc<T>, E> {
        let known = self.0.get(&hash);
        if let Some(known) = known.filter(|known| Arc::ptr_eq(&known.by, &keys)) {
            return Ok(known.token);
        }
        let token = Arc::new(verify(&keys)?);
        let verified = Verified {
            by: keys,
            token: Arc::clone(&token),
        };
        self.0.insert(hash, verified);
        Ok(token)
    }

    /// Forgets them all, and with them the keys that they hold in memory.
    pub(crate) fn clear(&self) {
        self.0.clear();
    }
}
