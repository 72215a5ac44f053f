//! Argon2 (RFC 9106), today's hash: argon2id, 19 MiB, 2 passes, 1 lane. Also reads what others made.

use ::argon2::{Algorithm, Argon2, Block, Params, Version};
use base64::Engine;
use subtle::ConstantTimeEq;

use super::{Password, Scratch, encoding::UNPADDED};

/// The length of a salt, in bytes (RFC 9106, section 3.1, recommends 16).
pub(crate) const SALT_BYTES: usize = 16;

const OUTPUT_BYTES: usize = 32;
/// 19 MiB, 2 passes, 1 lane.
const CURRENT: Params = Params::DEFAULT;

/// The heaviest memory an imported hash may ask for, in KiB: 256 MiB.
const MAX_MEMORY_KIB: u32 = 256 * 1024;
/// The most work an imported hash may ask for, in KiB × passes: about one second of a core.
const MAX_WORK_KIB: u64 = 2 * 1024 * 1024;
const MAX_LANES: u32 = 16;
const MAX_TEXT: usize = 512;

/// A hash with its parameters and salt, as a PHC string writes them.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Argon2Hash {
    algorithm: Algorithm,
    version: Version,
    params: Params,
    salt: Vec<u8>,
    output: Vec<u8>,
}

/// What is wrong with an Argon2 string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It is not a PHC string of Argon2.
    Malformed,
    /// It asks for more memory or time than a verification may take.
    TooCostly,
}

impl Argon2Hash {
    /// Reads `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>`; also `argon2i` and `argon2d`, and
    /// version 16 when no `v=` is there.
    pub(crate) fn parse(text: &str) -> Result<Self, Fault> {
        if text.len() > MAX_TEXT {
            return Err(Fault::Malformed);
        }
        let mut parts = text
            .strip_prefix('$')
            .ok_or(Fault::Malformed)?
            .split('$')
            .peekable();
        let algorithm = match parts.next() {
            Some("argon2id") => Algorithm::Argon2id,
            Some("argon2i") => Algorithm::Argon2i,
            Some("argon2d") => Algorithm::Argon2d,
            _ => return Err(Fault::Malformed),
        };
        let version = match parts.next_if(|part| part.starts_with("v=")) {
            Some("v=19") => Version::V0x13,
            Some("v=16") | None => Version::V0x10,
            Some(_) => return Err(Fault::Malformed),
        };
        let (Some(costs), Some(salt), Some(output), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(Fault::Malformed);
        };
        let salt = UNPADDED.decode(salt).map_err(|_| Fault::Malformed)?;
        let output = UNPADDED.decode(output).map_err(|_| Fault::Malformed)?;
        let long_enough = salt.len() >= ::argon2::MIN_SALT_LEN && output.len() >= 16;
        if !long_enough {
            return Err(Fault::Malformed);
        }
        Ok(Self {
            algorithm,
            version,
            params: parse_costs(costs, output.len())?,
            salt,
            output,
        })
    }

    /// Whether `password` hashes to this. Compared in constant time.
    pub(crate) fn verify(&self, password: &[u8], scratch: &mut Scratch) -> bool {
        let mut output = vec![0; self.output.len()];
        let hasher = Argon2::new(self.algorithm, self.version, self.params.clone());
        let count = self.params.block_count();
        let hashed = if count > CURRENT.block_count() {
            // A heavy import: memory of its own, given back at once. The pool runs one at a time.
            let blocks = vec![Block::new(); count];
            hasher.hash_password_into_with_memory(password, &self.salt, &mut output, blocks)
        } else {
            let blocks = current_blocks(scratch);
            hasher.hash_password_into_with_memory(password, &self.salt, &mut output, blocks)
        };
        hashed.is_ok() && output.ct_eq(&self.output).into()
    }

    /// Whether it is what [`hash`] writes today.
    pub(crate) fn is_current(&self) -> bool {
        self.algorithm == Algorithm::Argon2id
            && self.version == Version::V0x13
            && self.params.m_cost() == CURRENT.m_cost()
            && self.params.t_cost() == CURRENT.t_cost()
            && self.params.p_cost() == CURRENT.p_cost()
            && self.salt.len() >= SALT_BYTES
            && self.output.len() >= OUTPUT_BYTES
    }

    /// The bytes beyond a worker's own block.
    pub(crate) fn extra_memory_bytes(&self) -> u64 {
        if self.params.block_count() > CURRENT.block_count() {
            self.params.block_count() as u64 * Block::SIZE as u64
        } else {
            0
        }
    }
}

/// Hashes a new password into its PHC string.
pub(crate) fn hash(password: &Password, salt: [u8; SALT_BYTES], scratch: &mut Scratch) -> String {
    let output = current(password.as_bytes(), &salt, scratch);
    format!(
        "$argon2id$v=19$m={},t={},p={}${}${}",
        CURRENT.m_cost(),
        CURRENT.t_cost(),
        CURRENT.p_cost(),
        UNPADDED.encode(salt),
        UNPADDED.encode(output),
    )
}

/// Does the work of a verification for nothing.
pub(super) fn burn(password: &[u8], scratch: &mut Scratch) {
    std::hint::black_box(current(password, &[0; SALT_BYTES], scratch));
}

fn current(password: &[u8], salt: &[u8], scratch: &mut Scratch) -> [u8; OUTPUT_BYTES] {
    let mut output = [0; OUTPUT_BYTES];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, CURRENT)
        .hash_password_into_with_memory(password, salt, &mut output, current_blocks(scratch))
        .expect("the settings are constants and a password is shorter than 4 GiB");
    output
}

fn current_blocks(scratch: &mut Scratch) -> &mut [Block] {
    scratch.blocks.resize(CURRENT.block_count(), Block::new());
    &mut scratch.blocks
}

/// `m=19456,t=2,p=1`, in any order, nothing else.
fn parse_costs(text: &str, output_bytes: usize) -> Result<Params, Fault> {
    let (mut memory_kib, mut passes, mut lanes) = (None, None, None);
    for pair in text.split(',') {
        let (name, value) = pair.split_once('=').ok_or(Fault::Malformed)?;
        let slot = match name {
            "m" => &mut memory_kib,
            "t" => &mut passes,
            "p" => &mut lanes,
            _ => return Err(Fault::Malformed),
        };
        let value: u32 = value.parse().map_err(|_| Fault::Malformed)?;
        if slot.replace(value).is_some() {
            return Err(Fault::Malformed);
        }
    }
    let (Some(memory_kib), Some(passes), Some(lanes)) = (memory_kib, passes, lanes) else {
        return Err(Fault::Malformed);
    };
    let work = u64::from(memory_kib) * u64::from(passes);
    if memory_kib > MAX_MEMORY_KIB || work > MAX_WORK_KIB || lanes > MAX_LANES {
        return Err(Fault::TooCostly);
    }
    Params::new(memory_kib, passes, lanes, Some(output_bytes)).map_err(|_| Fault::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    // Made with the reference implementation (argon2-cffi 25) from the password "pässword".
    const VECTORS: [&str; 5] = [
        "$argon2id$v=19$m=1024,t=2,p=2$c29tZXNhbHQxNmJ5dGVzIQ$VsFIj5j7g1kK67AoL4bW8UZfprdVzp0o95vU2zYINYM",
        "$argon2i$v=19$m=1024,t=2,p=2$c29tZXNhbHQxNmJ5dGVzIQ$14qSDcmaopEEI8XjLrREqrbTEtUwuL/hHWWWcB5vLoo",
        "$argon2d$v=19$m=1024,t=2,p=2$c29tZXNhbHQxNmJ5dGVzIQ$6aDIwEG8L59gvLIO7iVxUccwWtmiZpEBaxA2y4E3kHE",
        "$argon2id$v=16$m=1024,t=2,p=1$c29tZXNhbHQxNmJ5dGVzIQ$OgUjUwshDH3nWiJ84lVYBJqaRmVX31bQFEJozFaUqDw",
        "$argon2id$v=19$m=32768,t=1,p=1$c29tZXNhbHQxNmJ5dGVzIQ$SMLmYUTYTzmXQ7s5/ElhqNxs9m/q2m33wCO/MjdLtuc",
    ];
    const OURS: &str = "$argon2id$v=19$m=19456,t=2,p=1$BwcHBwcHBwcHBwcHBwcHBw$nIKIojkmFNwAS04tPa7s9nWikYUX0DZ7lT5YudUSrk8";

    #[test]
    fn the_reference_implementations_hashes_verify() {
        let mut scratch = Scratch::default();
        for text in VECTORS {
            let hash = Argon2Hash::parse(text).unwrap();
            assert!(hash.verify("pässword".as_bytes(), &mut scratch), "{text}");
            assert!(!hash.verify(b"password", &mut scratch), "{text}");
            assert!(!hash.is_current(), "{text}");
        }
    }

    #[test]
    fn we_write_what_the_reference_implementation_writes() {
        let password = Password::new("pässword").unwrap();
        let mut scratch = Scratch::default();
        assert_eq!(hash(&password, [7; SALT_BYTES], &mut scratch), OURS);
        // The second run finds the first one's memory and must not be led astray by it.
        assert_eq!(hash(&password, [7; SALT_BYTES], &mut scratch), OURS);
        assert!(Argon2Hash::parse(OURS).unwrap().is_current());
    }

    #[test]
    fn only_a_heavy_import_needs_memory_of_its_own() {
        assert_eq!(
            Argon2Hash::parse(VECTORS[0]).unwrap().extra_memory_bytes(),
            0
        );
        assert_eq!(
            Argon2Hash::parse(VECTORS[4]).unwrap().extra_memory_bytes(),
            32 << 20
        );
    }

    #[test]
    fn hostile_costs_are_refused() {
        for costs in [
            "m=4294967295,t=1,p=1",
            "m=262145,t=1,p=1",
            "m=65536,t=33,p=1",
            "m=1024,t=1,p=17",
        ] {
            let text = OURS.replace("m=19456,t=2,p=1", costs);
            assert_eq!(
                Argon2Hash::parse(&text).err(),
                Some(Fault::TooCostly),
                "{costs}"
            );
        }
        for costs in [
            "m=7,t=1,p=1",
            "m=1024,t=0,p=1",
            "m=1024,t=1",
            "m=1,m=2,t=1,p=1",
            "m=1024,t=1,p=1,x=1",
            "",
        ] {
            let text = OURS.replace("m=19456,t=2,p=1", costs);
            assert_eq!(
                Argon2Hash::parse(&text).err(),
                Some(Fault::Malformed),
                "{costs}"
            );
        }
    }
}
