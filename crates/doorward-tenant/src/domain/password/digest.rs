//! The message digests that imported hashes are built on, most of them long broken.

use ::hmac::{EagerHash, Hmac, KeyInit, Mac};
use md4::Md4;
use md5::Md5;
use ripemd::Ripemd160;
use sha1::Sha1;
use sha2::{Digest as _, Sha224, Sha256, Sha384, Sha512};
use whirlpool::Whirlpool;

/// A digest by its name in an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Digest {
    Md4,
    Md5,
    Ripemd160,
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
    Whirlpool,
}

/// Runs `$body` with `$algorithm` standing for the type behind a [`Digest`].
macro_rules! with_algorithm {
    ($digest:expr, $algorithm:ident => $body:expr) => {
        match $digest {
            Digest::Md4 => {
                type $algorithm = Md4;
                $body
            }
            Digest::Md5 => {
                type $algorithm = Md5;
                $body
            }
            Digest::Ripemd160 => {
                type $algorithm = Ripemd160;
                $body
            }
            Digest::Sha1 => {
                type $algorithm = Sha1;
                $body
            }
            Digest::Sha224 => {
                type $algorithm = Sha224;
                $body
            }
            Digest::Sha256 => {
                type $algorithm = Sha256;
                $body
            }
            Digest::Sha384 => {
                type $algorithm = Sha384;
                $body
            }
            Digest::Sha512 => {
                type $algorithm = Sha512;
                $body
            }
            Digest::Whirlpool => {
                type $algorithm = Whirlpool;
                $body
            }
        }
    };
}

impl Digest {
    /// The digest of that plain, lower-case name.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "md4" => Self::Md4,
            "md5" => Self::Md5,
            "ripemd160" => Self::Ripemd160,
            "sha1" => Self::Sha1,
            "sha224" => Self::Sha224,
            "sha256" => Self::Sha256,
            "sha384" => Self::Sha384,
            "sha512" => Self::Sha512,
            "whirlpool" => Self::Whirlpool,
            _ => return None,
        })
    }

    /// The same, under the further names that OpenSSL gives to digests: `RSA-SHA256`,
    /// `sha256WithRSAEncryption`, `rmd160`, `ssl3-md5`.
    pub(super) fn from_openssl_name(name: &str) -> Option<Self> {
        let lower = name.to_ascii_lowercase();
        let plain = lower
            .trim_start_matches("rsa-")
            .trim_start_matches("ssl3-")
            .trim_start_matches("ssl2-");
        let plain = plain
            .trim_end_matches("encryption")
            .trim_end_matches("withrsa");
        match plain {
            "ripemd" | "rmd160" => Some(Self::Ripemd160),
            "sha1-2" => Some(Self::Sha1),
            plain => Self::from_name(plain),
        }
    }

    /// The length of its output, in bytes.
    pub(super) fn output_bytes(self) -> usize {
        with_algorithm!(self, Algorithm => <Algorithm as sha2::Digest>::output_size())
    }

    /// The digest of the parts, one after the other.
    pub(super) fn hash(self, parts: &[&[u8]]) -> Vec<u8> {
        with_algorithm!(self, Algorithm => {
            let mut state = Algorithm::new();
            for part in parts {
                state.update(part);
            }
            state.finalize().to_vec()
        })
    }

    /// HMAC (RFC 2104) of `message` under `key`.
    pub(super) fn hmac(self, key: &[u8], message: &[u8]) -> Vec<u8> {
        with_algorithm!(self, Algorithm => hmac_of::<Algorithm>(key, message))
    }

    /// PBKDF2 (RFC 8018, section 5.2) with HMAC over this digest.
    pub(super) fn pbkdf2(self, password: &[u8], salt: &[u8], iterations: u32, output: &mut [u8]) {
        with_algorithm!(self, Algorithm => ::pbkdf2::pbkdf2_hmac::<Algorithm>(password, salt, iterations, output));
    }
}

fn hmac_of<D: EagerHash>(key: &[u8], message: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<D>::new_from_slice(key).expect("HMAC takes keys of every length");
    mac.update(message);
    mac.finalize().into_bytes().to_vec()
}
