//! The keys that seal what is kept of a session, so that reading the store gives nobody a token.

use std::collections::HashMap;

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::error::Unspecified;
use aws_lc_rs::hkdf::{HKDF_SHA256, Salt};
use zeroize::Zeroizing;

use crate::config::{Config, Options};
use crate::entropy::{Entropy, NoEntropy};

/// Names a key without telling anything about it.
pub(super) type KeyId = [u8; 8];

/// Seals with one key per client and opens with every key it knows.
///
/// AES-256-GCM with random nonces: one key is good for 2³² seals, far more logins than a client has
/// before its secret is rotated.
pub(crate) struct Keyring {
    keys: HashMap<KeyId, LessSafeKey>,
    /// Which key seals for which client.
    sealing: HashMap<String, KeyId>,
    entropy: Entropy,
}

/// Why something could not be sealed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SealError {
    #[error("no key for client {0:?}")]
    NoKey(String),
    #[error(transparent)]
    Entropy(#[from] NoEntropy),
    #[error("encryption failed")]
    Encryption,
}

impl From<Unspecified> for SealError {
    fn from(_: Unspecified) -> Self {
        Self::Encryption
    }
}

impl Keyring {
    /// The keys of `SESSION_ENCRYPTION_KEYS`; without them one key per client, derived (HKDF) from its
    /// secret, so that whoever rotates the secret ends the sessions made with it.
    pub(crate) fn new(
        config: &Config,
        options: &Options,
        entropy: Entropy,
    ) -> Result<Self, SealError> {
        let mut keyring = Self {
            keys: HashMap::new(),
            sealing: HashMap::new(),
            entropy,
        };
        let mut first = None;
        for key in &options.session_encryption_keys {
            let id = keyring.add(key)?;
            first.get_or_insert(id);
        }
        for client in &config.clients {
            let id = match first {
                Some(id) => id,
                None => {
                    let key = derive(client.client_secret.as_str(), &client.client_id)?;
                    keyring.add(&key)?
                }
            };
            keyring.sealing.insert(client.name.clone(), id);
        }
        Ok(keyring)
    }

    fn add(&mut self, key: &[u8; 32]) -> Result<KeyId, SealError> {
        let mut id = KeyId::default();
        // A digest of a digest: nothing that could stand for the key itself.
        let inner = digest(&SHA256, key);
        id.copy_from_slice(&digest(&SHA256, inner.as_ref()).as_ref()[..8]);
        self.keys
            .insert(id, LessSafeKey::new(UnboundKey::new(&AES_256_GCM, key)?));
        Ok(id)
    }

    /// The key that seals for `client`.
    pub(super) fn sealing_key(&self, client: &str) -> Result<KeyId, SealError> {
        self.sealing
            .get(client)
            .copied()
            .ok_or_else(|| SealError::NoKey(client.to_owned()))
    }

    /// Seals `plain` with the key `id`, bound to `context`: nonce, ciphertext and tag in one.
    pub(super) fn seal(
        &self,
        id: KeyId,
        context: &[&[u8]],
        plain: &[u8],
    ) -> Result<Vec<u8>, SealError> {
        let key = self.keys.get(&id).ok_or(SealError::Encryption)?;
        let nonce: [u8; NONCE_LEN] = self.entropy.bytes()?;
        let mut sealed = Vec::with_capacity(NONCE_LEN + plain.len() + AES_256_GCM.tag_len());
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(plain);
        let aad = Aad::from(context.concat());
        let tag = key.seal_in_place_separate_tag(
            Nonce::assume_unique_for_key(nonce),
            aad,
            &mut sealed[NONCE_LEN..],
        )?;
        sealed.extend_from_slice(tag.as_ref());
        Ok(sealed)
    }

    /// Opens what [`seal`](Self::seal) made with the same context; `None` when the key is unknown or
    /// anything was changed.
    pub(super) fn open(
        &self,
        id: KeyId,
        context: &[&[u8]],
        sealed: &[u8],
    ) -> Option<Zeroizing<Vec<u8>>> {
        let key = self.keys.get(&id)?;
        let (nonce, rest) = sealed.split_at_checked(NONCE_LEN)?;
        let (ciphertext, tag) =
            rest.split_at_checked(rest.len().checked_sub(AES_256_GCM.tag_len())?)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let mut plain = Zeroizing::new(vec![0; ciphertext.len()]);
        key.open_separate_gather(
            nonce,
            Aad::from(context.concat()),
            ciphertext,
            tag,
            &mut plain,
        )
        .ok()?;
        Some(plain)
    }
}

/// A key that only the holder of this client's secret can make.
fn derive(secret: &str, client_id: &str) -> Result<Zeroizing<[u8; 32]>, Unspecified> {
    let extracted = Salt::new(HKDF_SHA256, b"doorward-gateway sessions").extract(secret.as_bytes());
    let mut key = Zeroizing::new([0; 32]);
    extracted
        .expand(&[b"client ", client_id.as_bytes()], HKDF_SHA256)?
        .fill(key.as_mut())?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn keyring(secret: &str, keys: &[u8]) -> Keyring {
        let text = json!({
            "clients": { "web": { "auth0Url": "t", "clientId": "c", "clientSecret": secret, "redirectUrl": "/c", "scopes": [] } },
            "managementClient": { "auth0Url": "t", "clientId": "m", "clientSecret": "s" },
        });
        let (config, _) = Config::from_json(&text.to_string()).expect("a config");
        let session_encryption_keys = keys
            .iter()
            .map(|byte| Zeroizing::new([*byte; 32]))
            .collect();
        let options = Options {
            session_encryption_keys,
            ..Options::default()
        };
        Keyring::new(&config, &options, Entropy::default()).expect("a keyring")
    }

    #[test]
    fn what_is_sealed_opens_in_its_context_alone() {
        let ring = keyring("s", &[]);
        let id = ring.sealing_key("web").expect("a key");
        let sealed = ring.seal(id, &[b"here"], b"token").expect("sealed");
        assert!(!sealed.windows(5).any(|part| part == b"token"));
        assert_eq!(
            ring.open(id, &[b"here"], &sealed)
                .expect("opened")
                .as_slice(),
            b"token"
        );
        assert!(ring.open(id, &[b"there"], &sealed).is_none());
        for cut in 0..sealed.len() {
            assert!(ring.open(id, &[b"here"], &sealed[..cut]).is_none());
        }
        assert!(ring.sealing_key("other").is_err());
    }

    #[test]
    fn keys_rotate_by_standing_behind_a_new_first_one() {
        let old = keyring("s", &[1]);
        let id = old.sealing_key("web").expect("a key");
        let sealed = old.seal(id, &[], b"token").expect("sealed");
        let rotated = keyring("s", &[2, 1]);
        assert_ne!(rotated.sealing_key("web").expect("a key"), id);
        assert!(rotated.open(id, &[], &sealed).is_some());
        assert!(keyring("s", &[2]).open(id, &[], &sealed).is_none());
    }

    #[test]
    fn without_keys_the_secret_is_the_source() {
        let id = |ring: Keyring| ring.sealing_key("web").expect("a key");
        assert_eq!(id(keyring("s", &[])), id(keyring("s", &[])));
        assert_ne!(id(keyring("s", &[])), id(keyring("t", &[])));
    }
}
