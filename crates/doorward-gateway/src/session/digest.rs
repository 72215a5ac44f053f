//! What stands for a handle or a state wherever it is kept: its digest, which gives nobody a session.

use std::fmt;

use aws_lc_rs::digest::{SHA256, digest};

const HEX: &[u8; 16] = b"0123456789abcdef";

/// The SHA-256 of a handle or state, in lower-case hexadecimal.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Digest([u8; 64]);

impl Digest {
    /// The digest of a handle or state as the caller presents it.
    pub(crate) fn of(presented: &str) -> Self {
        let mut hex = [0; 64];
        for (pair, byte) in hex
            .chunks_exact_mut(2)
            .zip(digest(&SHA256, presented.as_bytes()).as_ref())
        {
            pair[0] = HEX[usize::from(byte >> 4)];
            pair[1] = HEX[usize::from(byte & 15)];
        }
        Self(hex)
    }

    /// A digest as it was stored, if this is one.
    pub(crate) fn from_hex(text: &str) -> Option<Self> {
        let hex: [u8; 64] = text.as_bytes().try_into().ok()?;
        hex.iter().all(|c| HEX.contains(c)).then_some(Self(hex))
    }

    /// The 64 hexadecimal characters.
    pub(crate) fn as_str(&self) -> &str {
        // Both constructors write hexadecimal characters only.
        str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({}…)", &self.as_str()[..8])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_the_sha_256_in_hexadecimal() {
        let digest = Digest::of("abc");
        assert_eq!(
            digest.as_str(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(Digest::from_hex(digest.as_str()), Some(digest));
        assert_eq!(Digest::from_hex("abc"), None);
    }
}
