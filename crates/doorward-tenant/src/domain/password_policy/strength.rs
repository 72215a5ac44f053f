//! Length and characters: the rules of the five levels, and how a password fares under each.

use serde_json::{Value, json};

/// Rules about a password's length and characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct StrengthRules {
    pub(super) min_length: usize,
    pub(super) types: CharacterTypes,
    /// No more than two identical characters in a row.
    pub(super) no_identical: bool,
    /// No more than two neighbours of the alphabet or of the digits in a row.
    pub(super) no_sequential: bool,
}

/// Which kinds of characters must occur.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CharacterTypes {
    kinds: Vec<Kind>,
    at_least: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Lower,
    Upper,
    Number,
    Special,
}

const ALL_KINDS: [Kind; 4] = [Kind::Lower, Kind::Upper, Kind::Number, Kind::Special];
const MAX_RUN: usize = 2;

impl StrengthRules {
    /// The rules of `none`, `low`, `fair`, `good` or `excellent`; an unknown level is `good`.
    /// `min_length` replaces the level's own.
    pub(super) fn of_level(level: &str, min_length: Option<usize>) -> Self {
        let (default_length, types) = match level {
            "none" => (1, CharacterTypes::none()),
            "low" => (6, CharacterTypes::none()),
            "fair" => (
                8,
                CharacterTypes::all_of(["lowercase", "uppercase", "number"].into_iter()),
            ),
            "excellent" => (10, CharacterTypes::at_least_three()),
            _ => (8, CharacterTypes::at_least_three()),
        };
        Self {
            min_length: min_length.unwrap_or(default_length),
            types,
            no_identical: level == "excellent",
            no_sequential: false,
        }
    }

    /// How `password` fares under every rule. Characters are counted, not bytes.
    pub(super) fn report(&self, password: &str) -> StrengthReport {
        let mut rules = Vec::new();
        let length = password.chars().count();
        if self.min_length <= 1 {
            rules.push(Rule::NonEmpty {
                verified: length > 0,
            });
        } else {
            rules.push(Rule::LengthAtLeast {
                least: self.min_length,
                verified: length >= self.min_length,
            });
        }
        if !self.types.kinds.is_empty() {
            let items = self
                .types
                .kinds
                .iter()
                .map(|kind| (*kind, kind.occurs_in(password)))
                .collect();
            rules.push(Rule::Characters {
                items,
                at_least: self.types.at_least,
            });
        }
        if self.no_identical {
            let verified = longest_run(password, |a, b| a == b) <= MAX_RUN;
            rules.push(Rule::IdenticalChars { verified });
        }
        if self.no_sequential {
            let verified = longest_run(password, follows) <= MAX_RUN
                && longest_run(password, |a, b| follows(b, a)) <= MAX_RUN;
            rules.push(Rule::SequentialChars { verified });
        }
        StrengthReport { rules }
    }
}

impl CharacterTypes {
    fn none() -> Self {
        Self {
            kinds: Vec::new(),
            at_least: 0,
        }
    }

    /// Three of the four kinds, whichever.
    pub(super) fn at_least_three() -> Self {
        Self {
            kinds: ALL_KINDS.to_vec(),
            at_least: 3,
        }
    }

    /// Every kind that is named `lowercase`, `uppercase`, `number` or `special`.
    pub(super) fn all_of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut kinds: Vec<Kind> = Vec::new();
        for name in names {
            let kind = match name {
                "lowercase" => Kind::Lower,
                "uppercase" => Kind::Upper,
                "number" => Kind::Number,
                "special" => Kind::Special,
                _ => continue,
            };
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        Self {
            at_least: kinds.len(),
            kinds,
        }
    }
}

impl Kind {
    fn occurs_in(self, password: &str) -> bool {
        password.chars().any(|c| match self {
            Self::Lower => c.is_ascii_lowercase(),
            Self::Upper => c.is_ascii_uppercase(),
            Self::Number => c.is_ascii_digit(),
            Self::Special => c.is_ascii_punctuation() || c == ' ',
        })
    }

    fn code_and_message(self) -> (&'static str, &'static str) {
        match self {
            Self::Lower => ("lowerCase", "lower case letters (a-z)"),
            Self::Upper => ("upperCase", "upper case letters (A-Z)"),
            Self::Number => ("numbers", "numbers (i.e. 0-9)"),
            Self::Special => ("specialCharacters", "special characters (e.g. !@#$%^&*)"),
        }
    }
}

/// A password's result under each rule of its policy, without the password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StrengthReport {
    rules: Vec<Rule>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Rule {
    NonEmpty {
        verified: bool,
    },
    LengthAtLeast {
        least: usize,
        verified: bool,
    },
    Characters {
        items: Vec<(Kind, bool)>,
        at_least: usize,
    },
    IdenticalChars {
        verified: bool,
    },
    SequentialChars {
        verified: bool,
    },
}

impl StrengthReport {
    /// Whether every rule is kept.
    pub(crate) fn is_verified(&self) -> bool {
        self.rules.iter().all(Rule::is_verified)
    }

    /// The `description` of a `PasswordStrengthError`.
    pub(crate) fn description(&self) -> Value {
        let rules: Vec<Value> = self.rules.iter().map(Rule::description).collect();
        json!({ "rules": rules, "verified": self.is_verified() })
    }

    /// The rules as the lines of a list, the `policy` of a `PasswordStrengthError`.
    pub(crate) fn policy(&self) -> String {
        self.rules
            .iter()
            .map(Rule::lines)
            .collect::<Vec<_>>()
            .join("\n")
    }
}

impl Rule {
    fn is_verified(&self) -> bool {
        match self {
            Self::NonEmpty { verified }
            | Self::LengthAtLeast { verified, .. }
            | Self::IdenticalChars { verified }
            | Self::SequentialChars { verified } => *verified,
            Self::Characters { items, at_least } => {
                items.iter().filter(|(_, occurs)| *occurs).count() >= *at_least
            }
        }
    }

    /// With its members in the order in which Auth0 writes them, which is not the same everywhere.
    fn description(&self) -> Value {
        let verified = self.is_verified();
        match self {
            Self::NonEmpty { .. } => {
                json!({ "message": "Non-empty password required", "code": "nonEmpty", "verified": verified })
            }
            Self::LengthAtLeast { least, .. } => json!({
                "message": "At least %d characters in length",
                "format": [least],
                "code": "lengthAtLeast",
                "verified": verified,
            }),
            Self::Characters { items, at_least } if *at_least == items.len() => json!({
                "message": "Should contain:",
                "code": "shouldContain",
                "items": describe_kinds(items),
                "verified": verified,
            }),
            Self::Characters { items, at_least } => json!({
                "message": "Contain at least %d of the following %d types of characters:",
                "code": "containsAtLeast",
                "format": [at_least, items.len()],
                "items": describe_kinds(items),
                "verified": verified,
            }),
            Self::IdenticalChars { .. } => json!({
                "message": "No more than %d identical characters in a row (e.g., \"%s\" not allowed)",
                "code": "identicalChars",
                "format": [MAX_RUN, "aaa"],
                "verified": verified,
            }),
            Self::SequentialChars { .. } => json!({
                "message": "No more than %d sequential characters in a row (e.g., \"%s\" not allowed)",
                "code": "sequentialChars",
                "format": [MAX_RUN, "abc"],
                "verified": verified,
            }),
        }
    }

    fn lines(&self) -> String {
        match self {
            Self::NonEmpty { .. } => "* Non-empty password required".to_owned(),
            Self::LengthAtLeast { least, .. } => format!("* At least {least} characters in length"),
            Self::Characters { items, at_least } => {
                let mut lines = if *at_least == items.len() {
                    "* Should contain:".to_owned()
                } else {
                    let total = items.len();
                    format!(
                        "* Contain at least {at_least} of the following {total} types of characters:"
                    )
                };
                for (kind, _) in items {
                    lines.push_str("\n * ");
                    lines.push_str(kind.code_and_message().1);
                }
                lines
            }
            Self::IdenticalChars { .. } => {
                format!(
                    "* No more than {MAX_RUN} identical characters in a row (e.g., \"aaa\" not allowed)"
                )
            }
            Self::SequentialChars { .. } => {
                format!(
                    "* No more than {MAX_RUN} sequential characters in a row (e.g., \"abc\" not allowed)"
                )
            }
        }
    }
}

fn describe_kinds(items: &[(Kind, bool)]) -> Vec<Value> {
    let describe = |(kind, verified): &(Kind, bool)| {
        let (code, message) = kind.code_and_message();
        json!({ "message": message, "code": code, "verified": verified })
    };
    items.iter().map(describe).collect()
}

/// The most characters in a row of which each pair of neighbours is `related`.
fn longest_run(text: &str, related: impl Fn(char, char) -> bool) -> usize {
    let (mut longest, mut run, mut last) = (0, 0, None);
    for c in text.chars() {
        run = if last.is_some_and(|last| related(last, c)) {
            run + 1
        } else {
            1
        };
        longest = longest.max(run);
        last = Some(c);
    }
    longest
}

/// Whether `b` is the next letter or digit after `a`, ignoring case.
fn follows(a: char, b: char) -> bool {
    let (a, b) = (a.to_ascii_lowercase(), b.to_ascii_lowercase());
    let same_kind = (a.is_ascii_digit() && b.is_ascii_digit())
        || (a.is_ascii_lowercase() && b.is_ascii_lowercase());
    same_kind && u32::from(a) + 1 == u32::from(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(level: &str, good: &[&str], bad: &[&str]) {
        let rules = StrengthRules::of_level(level, None);
        for password in good {
            assert!(
                rules.report(password).is_verified(),
                "{level} should take {password}"
            );
        }
        for password in bad {
            assert!(
                !rules.report(password).is_verified(),
                "{level} should refuse {password}"
            );
        }
    }

    #[test]
    fn each_level_draws_its_line() {
        check("none", &["x"], &[""]);
        check("low", &["abcdef", "éééééé"], &["abcde", "ééé"]);
        check(
            "fair",
            &["Abcdefg1"],
            &["abcdefg1", "ABCDEFG1", "Abcdefgh", "Abcde1"],
        );
        check(
            "good",
            &["Abcdefg1", "abcdefg1!", "ABCDEFG1!"],
            &["abcdefg1", "Abcdefgh", "Ab1!"],
        );
        check(
            "excellent",
            &["Abcdefgh1j", "aabbccdd1!"],
            &["Abcdefg1!", "Abcdefff1!", "abcdefghij"],
        );
    }

    #[test]
    fn a_connection_sets_its_own_length() {
        assert!(
            StrengthRules::of_level("good", Some(3))
                .report("aB1")
                .is_verified()
        );
        assert!(
            !StrengthRules::of_level("none", Some(3))
                .report("ab")
                .is_verified()
        );
    }

    #[test]
    fn the_report_of_a_good_level_is_auth0s() {
        let report = StrengthRules::of_level("good", None).report("password!");
        assert_eq!(
            report.description().to_string(),
            r#"{"rules":[{"message":"At least %d characters in length","format":[8],"code":"lengthAtLeast","verified":true},{"message":"Contain at least %d of the following %d types of characters:","code":"containsAtLeast","format":[3,4],"items":[{"message":"lower case letters (a-z)","code":"lowerCase","verified":true},{"message":"upper case letters (A-Z)","code":"upperCase","verified":false},{"message":"numbers (i.e. 0-9)","code":"numbers","verified":false},{"message":"special characters (e.g. !@#$%^&*)","code":"specialCharacters","verified":true}],"verified":false}],"verified":false}"#
        );
        assert_eq!(
            report.policy(),
            "* At least 8 characters in length\n* Contain at least 3 of the following 4 types of characters:\n \
             * lower case letters (a-z)\n * upper case letters (A-Z)\n * numbers (i.e. 0-9)\n * special \
             characters (e.g. !@#$%^&*)"
        );
    }

    #[test]
    fn runs_are_found_wherever_they_stand() {
        assert_eq!(longest_run("", |a, b| a == b), 0);
        assert_eq!(longest_run("abbbc", |a, b| a == b), 3);
        assert_eq!(longest_run("x789y", follows), 3);
        assert_eq!(longest_run("xCba", |a, b| follows(b, a)), 3);
        assert_eq!(longest_run("9:;", follows), 1);
    }
}
