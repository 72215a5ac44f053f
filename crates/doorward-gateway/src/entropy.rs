//! Randomness, as a value that is passed in, and what is made of it.

use std::fmt;
use std::hash::{BuildHasher as _, RandomState};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// Fills a slice with unpredictable bytes, or fails when there are none.
type Fill = dyn Fn(&mut [u8]) -> Result<(), NoEntropy> + Send + Sync;

/// A source of unpredictable bytes. Clones draw from the same source.
#[derive(Clone)]
pub struct Entropy(Arc<Fill>);

/// The operating system had no randomness to give.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("no randomness available")]
pub struct NoEntropy;

impl Entropy {
    /// A source that asks `fill` for every byte.
    pub fn new(fill: impl Fn(&mut [u8]) -> Result<(), NoEntropy> + Send + Sync + 'static) -> Self {
        Self(Arc::new(fill))
    }

    /// `N` fresh bytes.
    ///
    /// # Errors
    ///
    /// [`NoEntropy`] when the source is dry.
    pub fn bytes<const N: usize>(&self) -> Result<[u8; N], NoEntropy> {
        let mut bytes = [0; N];
        (self.0)(&mut bytes)?;
        Ok(bytes)
    }

    /// 256 random bits as 43 characters of URL-safe base64: a PKCE verifier (RFC 7636, 4.1).
    pub(crate) fn verifier(&self) -> Result<String, NoEntropy> {
        Ok(URL_SAFE_NO_PAD.encode(self.bytes::<32>()?))
    }

    /// A UUID of version 4 (RFC 9562, 5.4).
    pub(crate) fn uuid(&self) -> Result<String, NoEntropy> {
        self.bytes().map(uuid)
    }
}

/// A UUID of version 4 with these bits.
fn uuid(mut random: [u8; 16]) -> String {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    random[6] = random[6] & 0x0f | 0x40;
    random[8] = random[8] & 0x3f | 0x80;
    let mut text = String::with_capacity(36);
    for (place, byte) in random.into_iter().enumerate() {
        if matches!(place, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        text.push(char::from(HEX[usize::from(byte >> 4)]));
        text.push(char::from(HEX[usize::from(byte & 15)]));
    }
    text
}

/// Ids of requests that came without one: UUIDs of version 4 (RFC 9562, 5.4), to be told apart and nothing more.
///
/// They are a keyed hash of their number, with a key that the process draws by itself. The source of secrets is not
/// asked: in a young process its first answer takes as long as thousands of requests.
#[derive(Default)]
pub(crate) struct RequestIds {
    key: RandomState,
    given: AtomicU64,
}

impl RequestIds {
    /// Another one.
    pub(crate) fn next(&self) -> String {
        let number = self.given.fetch_add(1, Ordering::Relaxed);
        let half = |which: u8| self.key.hash_one((number, which)).to_be_bytes();
        let mut bits = [0; 16];
        bits[..8].copy_from_slice(&half(0));
        bits[8..].copy_from_slice(&half(1));
        uuid(bits)
    }
}

impl Default for Entropy {
    /// The operating system's.
    fn default() -> Self {
        Self::new(system)
    }
}

impl fmt::Debug for Entropy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Entropy")
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that asks the system for randomness"
)]
fn system(to: &mut [u8]) -> Result<(), NoEntropy> {
    aws_lc_rs::rand::fill(to).map_err(|_| NoEntropy)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_uuid_says_its_version_and_variant() {
        let zeros = Entropy::new(|to| {
            to.fill(0);
            Ok(())
        });
        assert_eq!(
            zeros.uuid().expect("bytes"),
            "00000000-0000-4000-8000-000000000000"
        );
        let entropy = Entropy::default();
        assert_ne!(
            entropy.uuid().expect("bytes"),
            entropy.uuid().expect("bytes")
        );
        assert_eq!(entropy.verifier().expect("bytes").len(), 43);
    }

    #[test]
    fn no_two_requests_have_the_same_id() {
        let (ids, others) = (RequestIds::default(), RequestIds::default());
        let drawn: HashSet<String> = (0..200).flat_map(|_| [ids.next(), others.next()]).collect();
        assert_eq!(drawn.len(), 400);
        assert!(drawn.iter().all(|id| id.len() == 36 && &id[14..15] == "4"));
    }
}
