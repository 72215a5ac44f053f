//! How an import writes bytes as text, and text as bytes.

use base64::{
    Engine, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};

use super::super::import::error::ImportError;

const LENIENT: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_encode_padding(false)
    .with_decode_padding_mode(DecodePaddingMode::Indifferent)
    .with_decode_allow_trailing_bits(true);

/// Base64 as PHC strings write it: the standard alphabet, no padding.
pub(super) const UNPADDED: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, LENIENT);
const URL_SAFE: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, LENIENT);

/// The encodings an import may name, with the meaning that Node.js gives them, because the hashes
/// come from applications written for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Hexadecimal digits of either case.
    Hex,
    /// Base64 of either alphabet, with or without padding.
    Base64,
    /// UTF-8.
    Utf8,
    /// `utf16le` and its other name `ucs2`.
    Utf16Le,
    /// `ascii`, `latin1` and `binary`: the low byte of each UTF-16 unit.
    Latin1,
}

impl Encoding {
    /// Finds the encoding of that name.
    pub(super) fn from_name(path: &str, name: &str) -> Result<Self, ImportError> {
        Ok(match name {
            "hex" => Self::Hex,
            "base64" | "base64url" => Self::Base64,
            "utf8" | "utf-8" => Self::Utf8,
            "utf16le" | "utf-16le" | "ucs2" | "ucs-2" => Self::Utf16Le,
            "ascii" | "latin1" | "binary" => Self::Latin1,
            _ => return Err(ImportError::no_enum_match(path, name)),
        })
    }

    /// The bytes that `text` stands for; `None` when it is not of this encoding.
    pub(super) fn bytes(self, text: &str) -> Option<Vec<u8>> {
        match self {
            Self::Hex => hex(text),
            Self::Base64 => base64(text),
            Self::Utf8 => Some(text.as_bytes().to_vec()),
            Self::Utf16Le => Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
            // The cut is the point: Node.js drops the high byte.
            Self::Latin1 => Some(
                text.encode_utf16()
                    .map(|unit| unit.to_le_bytes()[0])
                    .collect(),
            ),
        }
    }
}

/// Base64 of either alphabet, with or without padding.
pub(super) fn base64(text: &str) -> Option<Vec<u8>> {
    let engine = if text.contains(['-', '_']) {
        &URL_SAFE
    } else {
        &UNPADDED
    };
    engine.decode(text).ok()
}

fn hex(text: &str) -> Option<Vec<u8>> {
    let (pairs, []) = text.as_bytes().as_chunks::<2>() else {
        return None;
    };
    pairs
        .iter()
        .map(|&[high, low]| Some(nibble(high)? << 4 | nibble(low)?))
        .collect()
}

fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hex_is_read_in_either_case_and_only_in_pairs() {
        assert_eq!(Encoding::Hex.bytes("00fFA9"), Some(vec![0, 255, 169]));
        assert_eq!(Encoding::Hex.bytes("00f"), None);
        assert_eq!(Encoding::Hex.bytes("0g"), None);
    }

    #[test]
    fn base64_is_read_in_either_alphabet_with_or_without_padding() {
        for text in ["+/+/AA==", "+/+/AA", "-_-_AA==", "-_-_AA"] {
            assert_eq!(
                Encoding::Base64.bytes(text),
                Some(vec![0xfb, 0xff, 0xbf, 0]),
                "{text}"
            );
        }
        assert_eq!(Encoding::Base64.bytes("!"), None);
    }

    #[test]
    fn characters_become_the_bytes_that_node_makes_of_them() {
        // `Buffer.from("é€", encoding)` for each of the three.
        assert_eq!(
            Encoding::Utf8.bytes("é€"),
            Some(vec![0xc3, 0xa9, 0xe2, 0x82, 0xac])
        );
        assert_eq!(
            Encoding::Utf16Le.bytes("é€"),
            Some(vec![0xe9, 0, 0xac, 0x20])
        );
        assert_eq!(Encoding::Latin1.bytes("é€"), Some(vec![0xe9, 0xac]));
    }
}
