//! PBKDF2 in the PHC writing of an import: `$pbkdf2-sha512$i=100000,l=64$<salt>$<hash>`.

use base64::Engine;
use subtle::ConstantTimeEq;

use super::{digest::Digest, encoding::UNPADDED};

const DEFAULT_ITERATIONS: u32 = 100_000;
const DEFAULT_OUTPUT_BYTES: usize = 64;
const MAX_OUTPUT_BYTES: usize = 512;
const MIN_OUTPUT_BYTES: usize = 10;
/// The most digest rounds a verification may take: a few seconds of a core.
const MAX_ROUNDS: u64 = 6_000_000;

/// A derived key with all that made it, except the password.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Pbkdf2Hash {
    digest: Digest,
    iterations: u32,
    salt: Vec<u8>,
    output: Vec<u8>,
}

/// What is wrong with a PBKDF2 string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// It is not a PHC string of PBKDF2 with a digest that is known here.
    Malformed,
    /// It asks for more rounds than a verification may take.
    TooCostly,
}

impl Pbkdf2Hash {
    /// Reads the string. `i` is 100 000 and `l` is 64 unless said; without any of the two their
    /// part may be left out.
    pub(super) fn parse(text: &str) -> Result<Self, Fault> {
        let rest = text.strip_prefix("$pbkdf2-").ok_or(Fault::Malformed)?;
        let parts: Vec<&str> = rest.split('$').collect();
        let (digest, costs, salt, output) = match *parts.as_slice() {
            [digest, costs, salt, output] => (digest, costs, salt, output),
            [digest, salt, output] => (digest, "", salt, output),
            _ => return Err(Fault::Malformed),
        };
        let digest = Digest::from_openssl_name(digest).ok_or(Fault::Malformed)?;
        let (iterations, output_bytes) = parse_costs(costs).ok_or(Fault::Malformed)?;
        let salt = decode(salt).ok_or(Fault::Malformed)?;
        let output = decode(output).ok_or(Fault::Malformed)?;
        let sound = (MIN_OUTPUT_BYTES..=MAX_OUTPUT_BYTES).contains(&output_bytes) && iterations > 0;
        if !sound || output.len() != output_bytes {
            return Err(Fault::Malformed);
        }
        let blocks = output_bytes.div_ceil(digest.output_bytes()) as u64;
        if u64::from(iterations) * blocks > MAX_ROUNDS {
            return Err(Fault::TooCostly);
        }
        Ok(Self {
            digest,
            iterations,
            salt,
            output,
        })
    }

    /// Whether `password` derives this. Compared in constant time.
    pub(super) fn verify(&self, password: &[u8]) -> bool {
        let mut output = vec![0; self.output.len()];
        self.digest
            .pbkdf2(password, &self.salt, self.iterations, &mut output);
        output.ct_eq(&self.output).into()
    }
}

/// Base64 without padding; `.` stands for `+` in strings that passlib made.
fn decode(text: &str) -> Option<Vec<u8>> {
    UNPADDED.decode(text.replace('.', "+")).ok()
}

fn parse_costs(text: &str) -> Option<(u32, usize)> {
    let (mut iterations, mut output_bytes) = (None, None);
    for pair in text.split(',').filter(|pair| !pair.is_empty()) {
        match pair.split_once('=')? {
            ("i", value) if iterations.is_none() => iterations = Some(value.parse().ok()?),
            ("l", value) if output_bytes.is_none() => output_bytes = Some(value.parse().ok()?),
            _ => return None,
        }
    }
    Some((
        iterations.unwrap_or(DEFAULT_ITERATIONS),
        output_bytes.unwrap_or(DEFAULT_OUTPUT_BYTES),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    // Made with Python's `hashlib` and with `openssl kdf` from the password "pässword".
    const VECTORS: [&str; 11] = [
        "$pbkdf2-md5$i=1000,l=64$c29tZXNhbHQxNmJ5dGVzIQ$MkJSh3At2y174SIcrRMr9ZtrDAFPS+CVBfYrktcXx7mReaYLg4DJFAKZxgQvg86HrjzC1ZJ/1gdXhsLEK8U4Wg",
        "$pbkdf2-sha1$i=1000,l=64$c29tZXNhbHQxNmJ5dGVzIQ$4bUXR9CmYNu4zc20t4aei3Tpho0ElI88yrI8nUtC59OzlWgQqQwqKWRclcMxnVez+k/VAoO7bXq52Cm0Zh0pUg",
        "$pbkdf2-sha224$i=1000,l=64$c29tZXNhbHQxNmJ5dGVzIQ$c5h/rM8DhXAOaAy7cr7i3QdGUdL175wiW/gurrKhWBcofgkmkwWA/gqXeDk3KeQid2xG9wL5EcJNVxUvn5hz8Q",
        "$pbkdf2-sha256$i=1000,l=64$c29tZXNhbHQxNmJ5dGVzIQ$5ONuXZ0E8kYbLOVlP9i/ZldzYeOUGL6/YXmHBKxcX5mTuFh5R/zjjwwdaJsJz8uLZiBGLDRNvNYR5aCr8KUA8w",
        "$pbkdf2-sha384$i=1000,l=64$c29tZXNhbHQxNmJ5dGVzIQ$GcThvqj/3A0ezSh2pnh9Mjx1MUhg+WpPalC5GkTEsTF0eKd69dTXHdRuNZjNnZzXgW5cqe5dNWF3mxhsBqZEUg",
        "$pbkdf2-sha512$i=1000,l=64$c29tZXNhbHQxNmJ5dGVzIQ$bdHuIofrEHrWVtmYlz9rdeeDDcRY74QeE4kfZcHsFLB/3FmzLko4lBeNgOTPToNwLoGtdrkZlEsdvFZEZvtfsQ",
        "$pbkdf2-ripemd160$i=1000,l=64$c29tZXNhbHQxNmJ5dGVzIQ$cG/gLLorz5I/a9FxrZd8xuVtYgDemE9I+/Xv8jOoHWabdhMOFhpynBkw4n/4SKiRdXuzsL1kZLUz8mASjh7zNA",
        "$pbkdf2-sha512$c29tZXNhbHQxNmJ5dGVzIQ$wnlFsQW0Fmwz3y5nX7ve0C+nTSo+3GfvJskAU87NKuQelBbAjP6D4aNQ0MfibjMFsFgdI2DJm8jmhAEq05buog",
        "$pbkdf2-RSA-SHA256$i=1000,l=32$c29tZXNhbHQxNmJ5dGVzIQ$5ONuXZ0E8kYbLOVlP9i/ZldzYeOUGL6/YXmHBKxcX5k",
        "$pbkdf2-md4$i=1000,l=64$c29tZXNhbHQxNmJ5dGVzIQ$cRWgFSvE1VI8s9fkXWIk6XuhF5kW6CW5BKVIOZG3st8QA1qCkfl+ELF+6giPH/xYQGdy2Q5Pr9qYcbLLrlEYGw",
        "$pbkdf2-whirlpool$i=1000,l=64$c29tZXNhbHQxNmJ5dGVzIQ$y55Sc3HoFyLk3/euZLQrfgHX/vGm9VXhe+KvQDd6fGCYBwVOQx1osl8lDQ08MQ1vPNEtwkpJxUsveOPF9ZZTwA",
    ];

    #[test]
    fn every_digest_verifies() {
        for text in VECTORS {
            let hash = Pbkdf2Hash::parse(text).unwrap();
            assert!(hash.verify("pässword".as_bytes()), "{text}");
            assert!(!hash.verify(b"password"), "{text}");
        }
    }

    #[test]
    fn the_names_of_openssl_are_understood() {
        for name in ["RSA-SHA256", "sha256WithRSAEncryption", "SHA256"] {
            let text = VECTORS[3].replace("sha256", name);
            assert!(
                Pbkdf2Hash::parse(&text)
                    .unwrap()
                    .verify("pässword".as_bytes()),
                "{name}"
            );
        }
    }

    #[test]
    fn hostile_costs_are_refused() {
        let with = |costs: &str| Pbkdf2Hash::parse(&VECTORS[3].replace("i=1000,l=64", costs)).err();
        assert_eq!(with("i=4294967295,l=64"), Some(Fault::TooCostly));
        assert_eq!(with("i=3000001,l=64"), Some(Fault::TooCostly));
        for costs in [
            "i=0,l=64",
            "i=1000,l=63",
            "i=1000,l=99999999999",
            "i=x",
            "q=1",
            "i=1,i=2",
            "i",
        ] {
            assert_eq!(with(costs), Some(Fault::Malformed), "{costs}");
        }
    }
}
