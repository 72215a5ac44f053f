//! What a tenant says, made fit for a terminal.

use std::borrow::Cow;

/// `text` without control characters: names and messages come from strangers, and a terminal obeys what it prints.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    // Besides the controls, the marks that turn the direction of writing, which disguise what follows.
    let is_unfit = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if text.contains(is_unfit) {
        Cow::Owned(text.replace(is_unfit, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
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
}
