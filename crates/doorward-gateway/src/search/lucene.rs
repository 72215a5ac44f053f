//! Lucene query text that no value can break out of.

use serde_json::Value;

/// What a user must match. Every leaf is a complete condition that was written by this module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Expression {
    /// Everyone.
    All,
    /// Nobody.
    Nobody,
    /// One condition.
    Term(String),
    Not(Box<Expression>),
    And(Vec<Expression>),
    Or(Vec<Expression>),
}

impl Expression {
    /// All of `parts`; everyone when there are none.
    pub(crate) fn and(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut kept = Vec::new();
        for part in parts {
            match part {
                Self::All => {}
                Self::Nobody => return Self::Nobody,
                part => kept.push(part),
            }
        }
        match kept.len() {
            0 => Self::All,
            1 => kept.swap_remove(0),
            _ => Self::And(kept),
        }
    }

    /// Any of `parts`; nobody when there are none.
    pub(crate) fn or(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut kept = Vec::new();
        for part in parts {
            match part {
                Self::Nobody => {}
                Self::All => return Self::All,
                part => kept.push(part),
            }
        }
        match kept.len() {
            0 => Self::Nobody,
            1 => kept.swap_remove(0),
            _ => Self::Or(kept),
        }
    }

    /// The opposite of `part`.
    pub(crate) fn not(part: Self) -> Self {
        match part {
            Self::All => Self::Nobody,
            Self::Nobody => Self::All,
            Self::Not(part) => *part,
            part => Self::Not(Box::new(part)),
        }
    }

    /// The text, which may need parentheses around it; `None` when it restricts nothing.
    pub(crate) fn text(&self) -> Option<String> {
        Some(match self {
            Self::All => return None,
            Self::Nobody => "NOT _exists_:user_id".to_owned(),
            Self::Term(term) => term.clone(),
            Self::Not(part) => format!("NOT {}", part.operand()),
            Self::And(parts) => join(parts, " AND ", Self::operand_of_and),
            Self::Or(parts) => format!("({})", join(parts, " OR ", Self::operand)),
        })
    }

    /// The text as one side of an OR, or behind NOT.
    fn operand(&self) -> String {
        match self {
            // A negation beside OR would count as "and not", so it stands in parentheses of its own.
            Self::Nobody | Self::Not(_) | Self::And(_) => {
                format!("({})", self.text().unwrap_or_default())
            }
            Self::All | Self::Term(_) | Self::Or(_) => self.text().unwrap_or_default(),
        }
    }

    /// The text as one side of an AND.
    fn operand_of_and(&self) -> String {
        match self {
            Self::And(_) => self.operand(),
            _ => self.text().unwrap_or_default(),
        }
    }
}

fn join(parts: &[Expression], with: &str, text: impl Fn(&Expression) -> String) -> String {
    parts.iter().map(text).collect::<Vec<_>>().join(with)
}

/// The name of a field, safe in front of a colon.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Field(String);

impl Field {
    /// A field this crate names itself.
    pub(crate) fn known(name: &'static str) -> Self {
        Self(name.to_owned())
    }

    /// Letters, digits, `_`, `-` and `.`, starting with a letter or `_`; not a word of the query language.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        let is_safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        let starts_well = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        let is_a_word = matches!(name, "AND" | "OR" | "NOT" | "TO" | "_exists_" | "_missing_");
        (starts_well && !name.ends_with('.') && name.chars().all(is_safe) && !is_a_word)
            .then(|| Self(name.to_owned()))
    }

    /// The field holds exactly this text.
    pub(crate) fn is(&self, text: &str) -> Expression {
        Expression::Term(format!("{}:{}", self.0, quoted(text)))
    }

    /// The field holds text like this: `*` stands for anything.
    pub(crate) fn is_like(&self, pattern: &str) -> Expression {
        let mut escaped = String::with_capacity(pattern.len());
        for c in pattern.chars() {
            if c != '*' {
                push_escaped(&mut escaped, c);
            } else {
                escaped.push('*');
            }
        }
        Expression::Term(format!("{}:{escaped}", self.0))
    }

    /// The field holds `before`, the literal text, then `after`; both are wildcards or empty.
    pub(crate) fn contains(&self, before: &str, literal: &str, after: &str) -> Expression {
        let mut escaped = String::with_capacity(literal.len());
        for c in literal.chars() {
            push_escaped(&mut escaped, c);
        }
        Expression::Term(format!("{}:{before}{escaped}{after}", self.0))
    }

    /// The field holds this string, number or boolean; with null, it is not there. `None` for the rest.
    pub(crate) fn equals(&self, value: &Value) -> Option<Expression> {
        Some(match value {
            Value::Null => Expression::not(self.exists()),
            value => Expression::Term(format!("{}:{}", self.0, literal(value)?)),
        })
    }

    /// The field is there.
    pub(crate) fn exists(&self) -> Expression {
        Expression::Term(format!("_exists_:{}", self.0))
    }

    /// The field lies on one side of `value`. `None` for values without an order.
    pub(crate) fn compares(&self, side: Side, value: &Value) -> Option<Expression> {
        let value = match value {
            Value::Number(number) => number.to_string(),
            Value::String(text) => quoted(text),
            _ => return None,
        };
        let range = match side {
            Side::Above => format!("{{{value} TO *}}"),
            Side::From => format!("[{value} TO *]"),
            Side::Below => format!("{{* TO {value}}}"),
            Side::UpTo => format!("[* TO {value}]"),
        };
        Some(Expression::Term(format!("{}:{range}", self.0)))
    }
}

/// On which side of a value.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Side {
    Above,
    From,
    Below,
    UpTo,
}

/// A string in quotes, a plain number or boolean as it is.
fn literal(value: &Value) -> Option<String> {
    Some(match value {
        Value::String(text) => quoted(text),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => {
            let text = number.to_string();
            // A sign or an exponent would be read as an operator.
            if text.chars().all(|c| c.is_ascii_digit() || c == '.') {
                text
            } else {
                quoted(&text)
            }
        }
        Value::Null | Value::Array(_) | Value::Object(_) => return None,
    })
}

fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(c);
    }
    quoted.push('"');
    quoted
}

/// Pushes a character so that it means itself outside of quotes.
fn push_escaped(to: &mut String, c: char) {
    const SPECIAL: &str = "+-&|!(){}[]^\"~*?:\\/<>=";
    if SPECIAL.contains(c) || c.is_whitespace() || c.is_control() {
        to.push('\\');
    }
    to.push(c);
}
