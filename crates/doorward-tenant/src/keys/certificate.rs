//! Forms in which certificates and keys are shown.

use aws_lc_rs::digest;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

/// `1.2.840.113549.1.7.1`, data.
const DATA: &[u8] = &[
    0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01,
];
/// `1.2.840.113549.1.7.2`, signed data.
const SIGNED_DATA: &[u8] = &[
    0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02,
];
const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
const EXPLICIT_0: u8 = 0xa0;

/// DER as PEM (RFC 7468), lines of 64 characters.
pub(crate) fn pem(label: &str, der: &[u8]) -> String {
    let encoded = BASE64_STANDARD.encode(der);
    let mut pem = format!("-----BEGIN {label}-----\r\n");
    let mut rest = encoded.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at(rest.len().min(64));
        pem.push_str(line);
        pem.push_str("\r\n");
        rest = after;
    }
    pem.push_str(&format!("-----END {label}-----\r\n"));
    pem
}

/// A PKCS #7 message that holds one certificate and is signed by nobody (RFC 2315, 9.1), as PEM.
pub(crate) fn pkcs7(certificate: &[u8]) -> String {
    const VERSION_1: &[u8] = &[0x02, 0x01, 0x01];
    let signed = [
        VERSION_1,
        &element(SET, &[]),
        &element(SEQUENCE, DATA),
        &element(EXPLICIT_0, certificate),
        &element(SET, &[]),
    ];
    let signed = element(SEQUENCE, &signed.concat());
    let message = [SIGNED_DATA, &element(EXPLICIT_0, &signed)].concat();
    pem("PKCS7", &element(SEQUENCE, &message))
}

/// A DER element (X.690, 8.1).
fn element(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut encoded = vec![tag];
    let length = content.len().to_be_bytes();
    let used = &length[length.iter().take_while(|byte| **byte == 0).count()..];
    match used {
        [] => encoded.push(0),
        [short] if *short < 0x80 => encoded.push(*short),
        long => {
            encoded.push(0x80 | long.len() as u8);
            encoded.extend_from_slice(long);
        }
    }
    encoded.extend_from_slice(content);
    encoded
}

/// The SHA-1 of a certificate in hexadecimal digits, with `separator` between bytes.
pub(crate) fn fingerprint(certificate: &[u8], separator: &str) -> String {
    let hash = digest::digest(&digest::SHA1_FOR_LEGACY_USE_ONLY, certificate);
    let bytes: Vec<String> = hash
        .as_ref()
        .iter()
        .map(|byte| format!("{byte:02X}"))
        .collect();
    bytes.join(separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_carry_their_length_short_or_long() {
        assert_eq!(element(SET, &[]), [0x31, 0]);
        assert_eq!(element(SEQUENCE, &[7; 3]), [0x30, 3, 7, 7, 7]);
        assert_eq!(element(SEQUENCE, &[0; 200])[..3], [0x30, 0x81, 200]);
        assert_eq!(element(SEQUENCE, &[0; 300])[..4], [0x30, 0x82, 1, 44]);
    }

    #[test]
    fn pem_breaks_lines_after_64_characters() {
        let pem = pem("CERTIFICATE", &[0; 60]);
        let lines: Vec<&str> = pem.lines().collect();
        assert_eq!(lines[0], "-----BEGIN CERTIFICATE-----");
        assert_eq!((lines[1].len(), lines[2].len()), (64, 16));
        assert_eq!(lines[3], "-----END CERTIFICATE-----");
    }

    #[test]
    fn a_fingerprint_is_a_hash_in_capitals() {
        let hash = fingerprint(b"abc", ":");
        assert_eq!(
            hash,
            "A9:99:3E:36:47:06:81:6A:BA:3E:25:71:78:50:C2:6C:9C:D0:D8:9D"
        );
    }
}
