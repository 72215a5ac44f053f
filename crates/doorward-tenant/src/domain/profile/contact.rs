//! What may be an e-mail address, a phone number, a name: formats and lengths of root attributes.

/// How many bytes of what somebody typed as their name are looked at: as long as an address can be.
pub(crate) const LONGEST_IDENTIFIER: usize = 320;

/// The longest e-mail address, in bytes (RFC 5321, section 4.5.3.1.3, less the angle brackets).
const MAX_EMAIL_BYTES: usize = 254;
/// The longest part before the `@`, in bytes (RFC 5321, section 4.5.3.1.1).
const MAX_LOCAL_BYTES: usize = 64;
const MAX_LABEL_BYTES: usize = 63;
/// The longest part of a user id behind the `auth0|`, in bytes.
pub(crate) const MAX_USER_ID_BYTES: usize = 255;

/// Whether `text` passes the API's format `email`: dotted words, an `@`, a host name with at least
/// one dot. Letters outside ASCII pass on both sides (RFC 6531); quoted words do not.
pub(crate) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let local_fits = (1..=MAX_LOCAL_BYTES).contains(&local.len());
    if !local_fits || text.len() > MAX_EMAIL_BYTES {
        return false;
    }
    let is_word = |word: &str| !word.is_empty() && word.chars().all(is_word_char);
    local.split('.').all(is_word) && is_domain(domain)
}

/// The form in which an address is stored and looked up in a database connection: trimmed, lower
/// case.
pub(crate) fn normalized_email(text: &str) -> String {
    text.trim().to_lowercase()
}

/// Whether `text` is a phone number as E.164 writes it: `+` and 1 to 15 digits.
pub(crate) fn is_phone_number(text: &str) -> bool {
    text.strip_prefix('+').is_some_and(|digits| {
        (1..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Whether `text` may be the given part of a user id: 1 to 255 bytes, no white space, no control
/// characters.
pub(crate) fn is_user_id_part(text: &str) -> bool {
    (1..=MAX_USER_ID_BYTES).contains(&text.len())
        && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// How long a root attribute may be, in characters; `None` for attributes without a limit.
pub(crate) fn length_limits(attribute: &str) -> Option<(usize, usize)> {
    Some(match attribute {
        "name" | "nickname" => (1, 300),
        "given_name" | "family_name" => (1, 150),
        "username" => (1, 128),
        _ => return None,
    })
}

/// A root attribute outside its [`length_limits`], in the words of a schema error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum LengthFault {
    /// Shorter than the lower limit.
    #[error("String is too short ({found} chars), minimum {minimum}")]
    TooShort {
        /// Its characters.
        found: usize,
        /// The lower limit.
        minimum: usize,
    },
    /// Longer than the upper limit.
    #[error("String is too long ({found} chars), maximum {maximum}")]
    TooLong {
        /// Its characters.
        found: usize,
        /// The upper limit.
        maximum: usize,
    },
}

/// Checks a root attribute against its [`length_limits`].
pub(crate) fn check_length(attribute: &str, value: &str) -> Result<(), LengthFault> {
    let Some((minimum, maximum)) = length_limits(attribute) else {
        return Ok(());
    };
    match value.chars().count() {
        found if found < minimum => Err(LengthFault::TooShort { found, minimum }),
        found if found > maximum => Err(LengthFault::TooLong { found, maximum }),
        _ => Ok(()),
    }
}

fn is_word_char(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => true,
        '!' | '#' | '$' | '%' | '&' | '\'' | '*' | '+' | '-' | '/' | '=' | '?' | '^' | '_'
        | '`' | '{' | '|' | '}' | '~' => true,
        c => !c.is_ascii() && c.is_alphanumeric(),
    }
}

fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        (1..=MAX_LABEL_BYTES).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c == '-' || c.is_alphanumeric())
    };
    domain.split('.').all(is_label)
        && domain.rsplit_once('.').is_some_and(|(_, top)| {
            top.chars().count() >= 2 && !top.bytes().all(|byte| byte.is_ascii_digit())
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_that_people_have_pass() {
        for address in [
            "a@b.ch",
            "jane.doe+tag@example.co.uk",
            "o'neil_1@sub-domain.example.com",
            "björn@müller.de",
            "x@xn--mller-kva.example",
        ] {
            assert!(is_email(address), "{address}");
        }
    }

    #[test]
    fn other_texts_do_not() {
        for text in [
            "",
            "a",
            "@b.ch",
            "a@",
            "a@b",
            "a@localhost",
            "a b@c.de",
            "a@b c.de",
            "a@-b.de",
            "a@b..de",
            ".a@b.de",
            "a.@b.de",
            "a..b@c.de",
            "a@1.2.3.4",
            "a@b.d",
            "a\n@b.de",
            "a\0@b.de",
            "<a@b.de>",
            "a@b@c.de,",
        ] {
            assert!(!is_email(text), "{text:?}");
        }
        assert!(!is_email(&format!("{}@b.de", "a".repeat(65))));
        assert!(!is_email(&format!("a@{}.de", "b".repeat(64))));
        assert!(!is_email(&format!("a@{}de", "b.".repeat(130))));
    }

    #[test]
    fn phone_numbers_are_e164() {
        assert!(is_phone_number("+41441234567"));
        for text in ["41441234567", "+", "+41 44", "+1234567890123456", "+٤١"] {
            assert!(!is_phone_number(text), "{text}");
        }
    }

    #[test]
    fn lengths_count_characters_and_not_bytes() {
        assert_eq!(check_length("given_name", &"é".repeat(150)), Ok(()));
        assert_eq!(
            check_length("given_name", &"é".repeat(151))
                .unwrap_err()
                .to_string(),
            "String is too long (151 chars), maximum 150"
        );
        assert_eq!(
            check_length("name", "").unwrap_err().to_string(),
            "String is too short (0 chars), minimum 1"
        );
        assert_eq!(check_length("picture", ""), Ok(()));
    }

    #[test]
    fn user_ids_have_no_spaces() {
        assert!(is_user_id_part("auth0|1") && is_user_id_part("ü"));
        assert!(!is_user_id_part("a b") && !is_user_id_part("") && !is_user_id_part("a\0"));
        assert!(!is_user_id_part(&"a".repeat(256)));
    }

    proptest! {
        #[test]
        fn no_text_makes_a_check_panic(text in "\\PC{0,40}") {
            let _ = (is_email(&text), is_phone_number(&text), is_user_id_part(&text));
        }
    }
}
