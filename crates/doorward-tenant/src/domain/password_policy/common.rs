//! The passwords that everybody tries first.

use std::cmp::Ordering;

/// Lower case, sorted by bytes, one a line.
const LIST: &[u8] = include_bytes!("common_passwords.txt");

/// Whether the lower-case password is one of them. Halves the text until the line is found: twelve
/// comparisons, no memory.
pub(super) fn contains(lower: &str) -> bool {
    let mut rest = LIST;
    while !rest.is_empty() {
        let is_newline = |byte: &u8| *byte == b'\n';
        let middle = rest[..rest.len() / 2]
            .iter()
            .rposition(is_newline)
            .map_or(0, |at| at + 1);
        let end = rest[middle..]
            .iter()
            .position(is_newline)
            .map_or(rest.len(), |at| middle + at);
        match lower.as_bytes().cmp(&rest[middle..end]) {
            Ordering::Equal => return true,
            Ordering::Less => rest = &rest[..middle],
            Ordering::Greater => rest = rest.get(end + 1..).unwrap_or_default(),
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines() -> impl Iterator<Item = &'static str> {
        str::from_utf8(LIST).unwrap().lines()
    }

    #[test]
    fn the_list_is_sorted_lower_case_and_without_repetition() {
        let lines: Vec<&str> = lines().collect();
        assert!(lines.len() > 3000, "{}", lines.len());
        assert!(lines.is_sorted_by(|a, b| a < b));
        assert!(
            lines
                .iter()
                .all(|line| !line.is_empty() && *line == line.to_lowercase())
        );
    }

    #[test]
    fn every_line_is_found_and_nothing_else() {
        for line in lines() {
            assert!(contains(line), "{line}");
            assert!(!contains(&format!("{line}\u{1}")), "{line}");
        }
        for other in ["", "\n", "zzzzzzzzzzzz9", "!", "unlikely heron"] {
            assert!(!contains(other), "{other:?}");
        }
    }
}
