//! `userPassword` values of a directory: `{SCHEME}` and Base64 (RFC 2307, section 5.3).

use subtle::ConstantTimeEq;

use super::{digest::Digest, encoding};

/// A digest of the password, with the salt that follows it in the salted schemes.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct LdapHash {
    digest: Digest,
    output: Vec<u8>,
    salt: Vec<u8>,
}

impl LdapHash {
    /// Reads `{SSHA}…`; `None` for unknown schemes (`{CRYPT}` among them) and lengths that do not fit.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (scheme, encoded) = text.strip_prefix('{')?.split_once('}')?;
        let scheme = scheme.to_ascii_lowercase();
        let (digest, salted) = match scheme.as_str() {
            "md5" => (Digest::Md5, false),
            "smd5" => (Digest::Md5, true),
            "sha" | "sha1" => (Digest::Sha1, false),
            "ssha" | "ssha1" => (Digest::Sha1, true),
            "sha224" => (Digest::Sha224, false),
            "ssha224" => (Digest::Sha224, true),
            "sha256" => (Digest::Sha256, false),
            "ssha256" => (Digest::Sha256, true),
            "sha384" => (Digest::Sha384, false),
            "ssha384" => (Digest::Sha384, true),
            "sha512" => (Digest::Sha512, false),
            "ssha512" => (Digest::Sha512, true),
            _ => return None,
        };
        let mut output = encoding::base64(encoded)?;
        if output.len() < digest.output_bytes() {
            return None;
        }
        let salt = output.split_off(digest.output_bytes());
        (salt.is_empty() != salted).then_some(Self {
            digest,
            output,
            salt,
        })
    }

    /// Whether `password` hashes to this. Compared in constant time.
    pub(super) fn verify(&self, password: &[u8]) -> bool {
        self.digest
            .hash(&[password, &self.salt])
            .ct_eq(&self.output)
            .into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // Made with Python's `hashlib` from the password "pässword".
    const VECTORS: [&str; 8] = [
        "{MD5}jhhDAzoPbuUuL2GKqOu+9A==",
        "{SMD5}SIITdNvuAJIQKn9BV626kHNhbHQ=",
        "{SHA}I7dElEdfX4dJgLdnbVEeI9iG2mQ=",
        "{SSHA}Sm0KwZta8yyk/kTE72UvPnb5RnxzYWx0eQ==",
        "{SHA256}NHgme1YSeRtAmIkGs6eJfrarUB4EuV7TL5nQr99mnZw=",
        "{SSHA256}7r0HuNau7FVB7roBDI2tCFs9LftpWpgVVia8JNOk8E1zYWx0",
        "{SHA384}2/UOrrph58rmvmfMef4cEuPix7/+GprRvS88pxO41FikCtbioEeUGz1piAYerKcI",
        "{ssha512}8omxKvFVPKeTyDSUSStV9o/xSALfuaNORVirWQF4iyXmwMXrXDk7PFg8gvz8eu0UcJ+kEQA7CsjEIErLRlPRhHNhbHQ=",
    ];

    #[test]
    fn directory_passwords_verify() {
        for text in VECTORS {
            let hash = LdapHash::parse(text).unwrap();
            assert!(hash.verify("pässword".as_bytes()), "{text}");
            assert!(!hash.verify(b"password"), "{text}");
        }
    }

    #[test]
    fn other_schemes_and_wrong_lengths_are_refused() {
        for text in [
            "{CRYPT}$1$a$b",
            "{MD5}AAAA",
            "{SMD5}jhhDAzoPbuUuL2GKqOu+9A==",
            "{SHA}*",
            "plain",
            "{SHA",
            "",
        ] {
            assert!(LdapHash::parse(text).is_none(), "{text}");
        }
    }
}
