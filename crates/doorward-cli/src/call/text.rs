//! What a tenant says, made fit for a terminal.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde_json::Value;

/// Whether a terminal obeys a character instead of showing it, or shows what follows it disguised: controls, and the
/// marks that turn the direction of writing.
fn is_unfit(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// `text` without control characters: names and messages come from strangers, and a terminal obeys what it prints.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    if text.contains(is_unfit) {
        Cow::Owned(text.replace(is_unfit, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// `value` on one line. JSON may hold more controls unescaped than a terminal can stand (RFC 8259, 7); here it has none,
/// and means the same.
pub(crate) fn json(value: &Value) -> String {
    escaped(value.to_string())
}

/// As [`json`], indented for people.
pub(crate) fn pretty_json(value: &Value) -> String {
    escaped(format!("{value:#}"))
}

fn escaped(json: String) -> String {
    // Only a line's end stands outside of texts.
    let is_harmful = |c: char| c != '\n' && is_unfit(c);
    if !json.contains(is_harmful) {
        return json;
    }
    let mut escaped = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        match is_harmful(c) {
            // All of them are of the basic plane.
            true => {
                let _ = write!(escaped, "\\u{:04x}", u32::from(c));
            }
            false => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_steer_the_terminal() {
        assert_eq!(printable("Ada Lovelace é"), "Ada Lovelace é");
        assert_eq!(
            printable("a\u{1b}[2J\nb\u{202e}c"),
            "a\u{fffd}[2J\u{fffd}b\u{fffd}c"
        );
    }

    #[test]
    fn json_steers_nothing_and_means_the_same() {
        let value =
            serde_json::json!({ "a\u{9b}": ["\u{1b}]0;x\u{7}", "\u{7f}\u{202e}é\n", { "b": 1 }] });
        for written in [json(&value), pretty_json(&value)] {
            assert!(
                !written.contains(|c| c != '\n' && is_unfit(c)),
                "{written:?}"
            );
            assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), value);
        }
        assert!(!json(&value).contains('\n'));
    }
}
