//! Randomness, as a value that is passed in, and the identifiers made of it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use jiff::Timestamp;

const BASE_62: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
/// Base 62 without `0`, `I`, `O` and `l`, which people mix up.
const BASE_58: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// A source of unpredictable bytes: the operating system's, or in tests a fixed sequence.
#[derive(Debug, Clone, Default)]
pub struct Entropy {
    /// The state of the fixed sequence.
    fixed: Option<Arc<AtomicU64>>,
}

impl Entropy {
    /// A predictable sequence, for tests alone.
    pub fn fixed(seed: u64) -> Self {
        Self {
            fixed: Some(Arc::new(AtomicU64::new(seed))),
        }
    }

    /// Fills `to` with random bytes.
    pub fn fill(&self, to: &mut [u8]) {
        match &self.fixed {
            None => system(to),
            Some(state) => {
                for chunk in to.chunks_mut(8) {
                    chunk.copy_from_slice(&split_mix(state).to_le_bytes()[..chunk.len()]);
                }
            }
        }
    }

    /// An array of random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }

    /// A secret of `N` random bytes in URL-safe base64: 43 characters for 32 bytes, 64 for 48.
    pub fn secret<const N: usize>(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.bytes::<N>())
    }

    /// `length` letters and digits.
    pub fn base62(&self, length: usize) -> String {
        self.pick(BASE_62, length)
    }

    /// `length` letters and digits, none of which looks like another.
    pub fn base58(&self, length: usize) -> String {
        self.pick(BASE_58, length)
    }

    /// `length` decimal digits.
    pub fn digits(&self, length: usize) -> String {
        self.pick(b"0123456789", length)
    }

    /// An identifier of 24 hexadecimal digits that starts with the time, in seconds.
    pub fn object_id(&self, now: Timestamp) -> String {
        let rest: [u8; 8] = self.bytes();
        let seconds = now.as_second() as u32;
        format!("{seconds:08x}{:016x}", u64::from_be_bytes(rest))
    }

    /// `length` characters of `alphabet`, all equally likely: bytes that would favour the first are thrown away.
    pub(crate) fn pick(&self, alphabet: &[u8], length: usize) -> String {
        let fair = 256 - 256 % alphabet.len();
        let mut text = String::with_capacity(length);
        while text.len() < length {
            let bytes: [u8; 32] = self.bytes();
            let fair = bytes
                .iter()
                .map(|byte| usize::from(*byte))
                .filter(|byte| *byte < fair);
            text.extend(
                fair.take(length - text.len())
                    .map(|byte| char::from(alphabet[byte % alphabet.len()])),
            );
        }
        text
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that asks for randomness"
)]
#[expect(
    clippy::expect_used,
    reason = "without randomness nothing here can be secure"
)]
fn system(to: &mut [u8]) {
    aws_lc_rs::rand::fill(to).expect("the operating system has randomness");
}

fn split_mix(state: &AtomicU64) -> u64 {
    let mut z = state
        .fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed)
        .wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_have_their_alphabet_and_length() {
        let entropy = Entropy::default();
        assert!(
            entropy
                .base62(32)
                .bytes()
                .all(|byte| BASE_62.contains(&byte))
        );
        assert_eq!(entropy.base58(22).len(), 22);
        assert_eq!(entropy.secret::<48>().len(), 64);
        let id = entropy.object_id("2026-01-01T00:00:00Z".parse().unwrap());
        assert_eq!((id.len(), &id[..8]), (24, "6955b900"));
    }

    #[test]
    fn a_fixed_sequence_repeats() {
        assert_eq!(Entropy::fixed(7).base62(40), Entropy::fixed(7).base62(40));
        assert_ne!(Entropy::fixed(7).base62(40), Entropy::fixed(8).base62(40));
        assert_ne!(Entropy::default().base62(40), Entropy::default().base62(40));
    }
}
