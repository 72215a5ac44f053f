//! The one place where the SDK draws randomness.

use crate::error::ArgumentError;

/// `N` bytes nobody can foresee.
///
/// # Errors
///
/// When the operating system has no randomness to give.
#[expect(
    clippy::disallowed_methods,
    reason = "a client of the tenant has no Entropy of the tenant to ask"
)]
pub(crate) fn bytes<const N: usize>() -> Result<[u8; N], ArgumentError> {
    let mut drawn = [0; N];
    aws_lc_rs::rand::fill(&mut drawn).map_err(|_| ArgumentError::Randomness)?;
    Ok(drawn)
}

/// A fresh UUID of version 4 in its usual spelling (RFC 9562, 5.4).
///
/// # Errors
///
/// As [`bytes`].
pub(crate) fn uuid() -> Result<String, ArgumentError> {
    let mut drawn = u128::from_be_bytes(bytes()?);
    drawn = (drawn & !(0xf << 76)) | (0x4 << 76);
    drawn = (drawn & !(0x3 << 62)) | (0x2 << 62);
    let hex = format!("{drawn:032x}");
    Ok([
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..],
    ]
    .join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uuid_says_its_version_and_variant() {
        let (one, other) = (uuid().unwrap(), uuid().unwrap());
        assert_ne!(one, other);
        assert_eq!(one.len(), 36);
        assert_eq!(one.as_bytes()[14], b'4');
        assert!(b"89ab".contains(&one.as_bytes()[19]));
    }
}
