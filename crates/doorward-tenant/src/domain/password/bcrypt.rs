//! bcrypt, which Auth0 itself uses and therefore exports.

use ::bcrypt::HashParts;
use subtle::ConstantTimeEq;

/// The highest cost that is verified: about two seconds of a core.
const MAX_COST: u32 = 15;
const MIN_COST: u32 = 4;

/// A bcrypt hash with its cost and salt.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct BcryptHash {
    cost: u32,
    salt: [u8; 16],
    /// The whole hash under the prefix `$2b$`, which the computed one is compared with.
    text: String,
}

/// What is wrong with a bcrypt string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It is not one, or of a variant that is not served: `$2$`, `$2x$`, `$sha1$`.
    Malformed,
    /// Its cost is outside 4 to 15.
    TooCostly,
}

impl BcryptHash {
    /// Reads `$2b$10$…` of 60 characters; `$2a$` and `$2y$` mean the same.
    pub(crate) fn parse(text: &str) -> Result<Self, Fault> {
        let known = ["$2a$", "$2b$", "$2y$"]
            .iter()
            .any(|prefix| text.starts_with(prefix));
        if !known {
            return Err(Fault::Malformed);
        }
        let parts: HashParts = text.parse().map_err(|_| Fault::Malformed)?;
        if !(MIN_COST..=MAX_COST).contains(&parts.get_cost()) {
            return Err(Fault::TooCostly);
        }
        Ok(Self {
            cost: parts.get_cost(),
            salt: parts.get_salt_raw(),
            text: parts.to_string(),
        })
    }

    /// Whether `password` hashes to this. Only its first 72 bytes count, as everywhere with bcrypt.
    pub(crate) fn verify(&self, password: &[u8]) -> bool {
        ::bcrypt::hash_with_salt(password, self.cost, self.salt).is_ok_and(|computed| {
            computed
                .to_string()
                .as_bytes()
                .ct_eq(self.text.as_bytes())
                .into()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // Made with Python's `bcrypt` 5.
    const HASH: &str = "$2b$04$X7Tm5dWlvT45ELy7h/eRROCPFlZPJWvl4isigqzXs1qIuKZkeU/wK";

    #[test]
    fn a_password_matches_under_all_three_prefixes() {
        for prefix in ["$2a$", "$2b$", "$2y$"] {
            let hash = BcryptHash::parse(&HASH.replace("$2b$", prefix)).unwrap();
            assert!(hash.verify("pässword".as_bytes()), "{prefix}");
            assert!(!hash.verify(b"password"), "{prefix}");
        }
    }

    #[test]
    fn only_72_bytes_count() {
        let hash =
            BcryptHash::parse("$2b$04$RgCgz3swSfI7g6nlWkUDKu.m1m6k1Weiv/c45Vq5N/dkFiT4Q/kHu")
                .unwrap();
        assert!(hash.verify("a".repeat(72).as_bytes()));
        assert!(hash.verify("a".repeat(100).as_bytes()));
        assert!(!hash.verify("a".repeat(71).as_bytes()));
    }

    #[test]
    fn other_variants_and_dear_ones_are_refused() {
        for prefix in ["$2$", "$2x$", "$sha1$", ""] {
            assert_eq!(
                BcryptHash::parse(&HASH.replace("$2b$", prefix)).err(),
                Some(Fault::Malformed)
            );
        }
        assert_eq!(
            BcryptHash::parse(&HASH.replace("$04$", "$16$")).err(),
            Some(Fault::TooCostly)
        );
        assert_eq!(
            BcryptHash::parse(&HASH.replace("$04$", "$03$")).err(),
            Some(Fault::TooCostly)
        );
    }
}
