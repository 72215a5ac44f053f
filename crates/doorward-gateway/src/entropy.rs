//! Randomness, as a value that is passed in, and what is made of it.

use std::fmt;
use std::sync::Arc;

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
        let random = u128::from_be_bytes(self.bytes()?);
        let marked = random & !(0xf << 76) & !(0x3 << 62) | (0x4 << 76) | (0x2 << 62);
        let hex = format!("{marked:032x}");
        Ok(format!(
            "{}-{}-{}-{}-{}",
            &hex[..8],
            &hex[8..12],
            &hex[12..16],
            &hex[16..20],
            &hex[20..]
        ))
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
}
