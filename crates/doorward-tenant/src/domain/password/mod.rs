//! Passwords: how they are stored, and whether a presented one is the stored one.
//!
//! A stored password is one text column, [`StoredPassword`], in one of three writings:
//!
//! | begins with | is | made by |
//! |---|---|---|
//! | `$argon2` | a PHC string | Doorward, for every password it has seen itself |
//! | `$2` | a bcrypt string | an import, `password_hash` |
//! | `{` | JSON, the validated `custom_password_hash` of an import | an import, `custom_password_hash` |
//!
//! Whatever is not what [`hash`] writes today is replaced by it after a successful verification
//! ([`Verdict::Match`] says so).

pub(crate) mod argon2;
mod bcrypt;
mod custom;
mod digest;
mod encoding;
mod ldap;
mod pbkdf2;
mod scrypt;

use std::fmt;

use zeroize::Zeroizing;

pub(crate) use self::argon2::{SALT_BYTES, hash};
use self::{argon2::Argon2Hash, bcrypt::BcryptHash, custom::CustomHash};
use super::import::error::ImportError;
use serde_json::Value;

/// The longest password that is looked at, in bytes. Longer ones are refused before they are hashed:
/// no policy allows them, and hashing them would cost the sender nothing and us much.
pub(crate) const MAX_PASSWORD_BYTES: usize = 4096;

/// A password somebody typed. Wiped from memory when dropped, never printed.
#[derive(Clone)]
pub(crate) struct Password(Zeroizing<String>);

impl Password {
    /// Takes a password in. `None` when it is longer than [`MAX_PASSWORD_BYTES`].
    pub(crate) fn new(text: impl Into<String>) -> Option<Self> {
        let text = Zeroizing::new(text.into());
        (text.len() <= MAX_PASSWORD_BYTES).then_some(Self(text))
    }

    /// The characters, for policy checks.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The UTF-8 bytes, as our own hash reads them.
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Password(…)")
    }
}

/// Whether a presented password was right, and what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It was. With `needs_rehash` the stored form is not today's, and should be written anew.
    Match {
        /// The stored hash came from an import or from older settings.
        needs_rehash: bool,
    },
    /// It was not, or there was nothing to compare with.
    Mismatch,
}

/// Why a stored password cannot be read. Only a damaged row gives this: imports are checked first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a stored password hash is malformed")]
pub(crate) struct MalformedHash;

/// The password column of one identity, understood.
///
/// Does not print: a hash in a log is a password given away.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct StoredPassword(Form);

#[derive(Clone, PartialEq, Eq)]
enum Form {
    Argon2(Argon2Hash),
    Bcrypt(BcryptHash),
    Custom(CustomHash),
}

impl StoredPassword {
    /// Reads the column back.
    ///
    /// # Errors
    ///
    /// [`MalformedHash`] when the text is none of the three writings.
    pub(crate) fn parse(column: &str) -> Result<Self, MalformedHash> {
        let form = if column.starts_with("$argon2") {
            Form::Argon2(Argon2Hash::parse(column).map_err(|_| MalformedHash)?)
        } else if column.starts_with('{') {
            let json: Value = serde_json::from_str(column).map_err(|_| MalformedHash)?;
            Form::Custom(CustomHash::from_json(&json).map_err(|_| MalformedHash)?)
        } else {
            Form::Bcrypt(BcryptHash::parse(column).map_err(|_| MalformedHash)?)
        };
        Ok(Self(form))
    }

    /// The column for an imported `password_hash`: bcrypt `$2a$` or `$2b$` with 10 rounds, as the
    /// import's schema demands.
    ///
    /// # Errors
    ///
    /// The [`ImportError`] for the job's error list.
    pub(crate) fn import_bcrypt(value: &Value) -> Result<String, ImportError> {
        const PATH: &str = "password_hash";
        let text = value
            .as_str()
            .ok_or_else(|| ImportError::invalid_type(PATH, "string", value))?;
        let ten_rounds = text.starts_with("$2a$10$") || text.starts_with("$2b$10$");
        if !ten_rounds || BcryptHash::parse(text).is_err() {
            return Err(ImportError::new(
                "PATTERN",
                PATH,
                "String does not match pattern ^\\$2[ab]\\$10\\$",
            ));
        }
        Ok(text.to_owned())
    }

    /// The column for an imported `custom_password_hash` object, after every check that can be made
    /// without the password: known algorithm and encodings, sizes that fit, affordable costs.
    ///
    /// # Errors
    ///
    /// The [`ImportError`] for the job's error list.
    pub(crate) fn import_custom(value: &Value) -> Result<String, ImportError> {
        CustomHash::from_json(value)?;
        Ok(value.to_string())
    }

    /// Whether `password` is the stored one. Takes as long as the stored hash demands, so it runs
    /// on the hashing pool and never on a thread that serves requests.
    pub(crate) fn verify(&self, password: &Password, scratch: &mut Scratch) -> Verdict {
        let (is_match, needs_rehash) = match &self.0 {
            Form::Argon2(hash) => (
                hash.verify(password.as_bytes(), scratch),
                !hash.is_current(),
            ),
            Form::Bcrypt(hash) => (hash.verify(password.as_bytes()), true),
            Form::Custom(hash) => (hash.verify(password.as_str(), scratch), true),
        };
        if is_match {
            Verdict::Match { needs_rehash }
        } else {
            Verdict::Mismatch
        }
    }

    /// The memory a verification needs beyond what a [`Scratch`] keeps, in bytes. Zero for our own
    /// hashes; imported ones may be heavier, and then must not run many at once.
    pub(crate) fn extra_memory_bytes(&self) -> u64 {
        match &self.0 {
            Form::Argon2(hash) => hash.extra_memory_bytes(),
            Form::Bcrypt(_) => 0,
            Form::Custom(hash) => hash.extra_memory_bytes(),
        }
    }
}

impl fmt::Debug for StoredPassword {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("StoredPassword(…)")
    }
}

/// The memory of one hashing worker, kept between hashes: clearing 19 MiB of fresh pages for each
/// hash costs a tenth of the throughput.
#[derive(Default)]
pub(crate) struct Scratch {
    blocks: Vec<::argon2::Block>,
}

impl Scratch {
    /// Gives the memory back, for a worker that has had nothing to do for a while.
    pub(crate) fn release(&mut self) {
        self.blocks = Vec::new();
    }
}

/// Spends the time of a verification and finds nothing: for a user who does not exist, so that the
/// answer's delay does not tell.
pub(crate) fn verify_absent(password: &Password, scratch: &mut Scratch) -> Verdict {
    argon2::burn(password.as_bytes(), scratch);
    Verdict::Mismatch
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn password(text: &str) -> Password {
        Password::new(text).unwrap()
    }

    #[test]
    fn our_own_hash_needs_no_rehash() {
        let mut scratch = Scratch::default();
        let column = hash(&password("correct horse"), [7; SALT_BYTES], &mut scratch);
        let stored = StoredPassword::parse(&column).unwrap();
        assert_eq!(
            stored.verify(&password("correct horse"), &mut scratch),
            Verdict::Match {
                needs_rehash: false
            }
        );
        assert_eq!(
            stored.verify(&password("correct horsf"), &mut scratch),
            Verdict::Mismatch
        );
        assert_eq!(stored.extra_memory_bytes(), 0);
    }

    #[test]
    fn an_imported_hash_is_rewritten_at_first_login() {
        let column = StoredPassword::import_custom(&json!({
            "algorithm": "md5",
            "hash": { "value": "5F4DCC3B5AA765D61D8327DEB882CF99", "encoding": "hex" }
        }))
        .unwrap();
        let stored = StoredPassword::parse(&column).unwrap();
        assert_eq!(
            stored.verify(&password("password"), &mut Scratch::default()),
            Verdict::Match { needs_rehash: true }
        );
    }

    #[test]
    fn only_bcrypt_of_ten_rounds_is_a_password_hash() {
        let hash = "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";
        assert!(StoredPassword::import_bcrypt(&json!(hash)).is_ok());
        for wrong in [
            json!(hash.replace("$10$", "$12$")),
            json!(hash.replace("$2b", "$2y")),
            json!(&hash[1..]),
        ] {
            assert_eq!(
                StoredPassword::import_bcrypt(&wrong).unwrap_err().code,
                "PATTERN"
            );
        }
        assert_eq!(
            StoredPassword::import_bcrypt(&json!(3)).unwrap_err().code,
            "INVALID_TYPE"
        );
    }

    #[test]
    fn a_password_longer_than_the_limit_is_not_taken() {
        assert!(Password::new("x".repeat(MAX_PASSWORD_BYTES)).is_some());
        assert!(Password::new("x".repeat(MAX_PASSWORD_BYTES + 1)).is_none());
    }

    #[test]
    fn nothing_secret_is_printed() {
        let stored =
            StoredPassword::parse("$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy");
        assert_eq!(
            format!("{:?} {:?}", password("hunter2"), stored.unwrap()),
            "Password(…) StoredPassword(…)"
        );
    }

    proptest! {
        #[test]
        fn no_column_makes_parsing_panic(column in "(\\$argon2id\\$|\\$2b\\$|\\{|)\\PC{0,120}") {
            let _ = StoredPassword::parse(&column);
        }
    }
}
