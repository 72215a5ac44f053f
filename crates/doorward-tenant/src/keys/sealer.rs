//! Secrets at rest: AES-256-GCM under the key of the process.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::hkdf::{HKDF_SHA256, KeyType, Salt};
use aws_lc_rs::hmac;

use crate::entropy::Entropy;

/// Seals what must be readable again, such as client secrets and signing keys.
///
/// A sealed value names what it is for: a value moved to another row does not open there.
#[derive(Clone)]
pub struct Sealer {
    master: [u8; 32],
    entropy: Entropy,
}

/// A sealed value that does not open: another key, or changed bytes.
#[derive(Debug, thiserror::Error)]
#[error("a sealed value does not open: is this the encryption key of this database?")]
pub struct Unsealable;

impl Sealer {
    /// A sealer with a key of 32 random bytes.
    pub fn new(master: [u8; 32], entropy: Entropy) -> Self {
        Self { master, entropy }
    }

    /// Seals `plain` for the purpose `context`, for instance `clients/CLIENT_ID`.
    pub(crate) fn seal(
        &self,
        tenant: &str,
        context: &str,
        plain: &[u8],
    ) -> Result<Vec<u8>, Unsealable> {
        let nonce: [u8; NONCE_LEN] = self.entropy.bytes();
        let mut sealed = plain.to_vec();
        self.key(tenant)?
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(context),
                &mut sealed,
            )
            .map_err(|_| Unsealable)?;
        sealed.splice(0..0, nonce);
        Ok(sealed)
    }

    /// Opens what [`Sealer::seal`] made for the same tenant and purpose.
    pub(crate) fn open(
        &self,
        tenant: &str,
        context: &str,
        sealed: &[u8],
    ) -> Result<Vec<u8>, Unsealable> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE_LEN).ok_or(Unsealable)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| Unsealable)?;
        let mut opened = sealed.to_vec();
        let length = self
            .key(tenant)?
            .open_in_place(nonce, Aad::from(context), &mut opened)
            .map_err(|_| Unsealable)?
            .len();
        opened.truncate(length);
        Ok(opened)
    }

    /// A key of 32 bytes for one purpose of one tenant, derived from the master key (RFC 5869).
    pub(crate) fn derive(&self, tenant: &str, purpose: &str) -> Result<[u8; 32], Unsealable> {
        let mut key = [0; 32];
        Salt::new(HKDF_SHA256, tenant.as_bytes())
            .extract(&self.master)
            .expand(&[purpose.as_bytes()], KeyLength)
            .and_then(|okm| okm.fill(&mut key))
            .map_err(|_| Unsealable)?;
        Ok(key)
    }

    /// A hash of `value` that only this key makes, for values that could be tried out one by one.
    pub(crate) fn tag(
        &self,
        tenant: &str,
        purpose: &str,
        value: &[u8],
    ) -> Result<[u8; 32], Unsealable> {
        let key = hmac::Key::new(hmac::HMAC_SHA256, &self.derive(tenant, purpose)?);
        let mut tag = [0; 32];
        tag.copy_from_slice(hmac::sign(&key, value).as_ref());
        Ok(tag)
    }

    fn key(&self, tenant: &str) -> Result<LessSafeKey, Unsealable> {
        let key = self.derive(tenant, "seal")?;
        let key = UnboundKey::new(&AES_256_GCM, &key).map_err(|_| Unsealable)?;
        Ok(LessSafeKey::new(key))
    }
}

struct KeyLength;

impl KeyType for KeyLength {
    fn len(&self) -> usize {
        32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_value_opens_for_its_tenant_and_purpose_alone() {
        let sealer = Sealer::new([7; 32], Entropy::default());
        let sealed = sealer.seal("a", "clients/1", b"secret").unwrap();
        assert_eq!(sealer.open("a", "clients/1", &sealed).unwrap(), b"secret");
        assert!(sealer.open("b", "clients/1", &sealed).is_err());
        assert!(sealer.open("a", "clients/2", &sealed).is_err());
        let other = Sealer::new([8; 32], Entropy::default());
        assert!(other.open("a", "clients/1", &sealed).is_err());
        assert!(sealer.open("a", "clients/1", &sealed[..5]).is_err());
    }
}
