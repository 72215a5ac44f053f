//! The search language of `q`: the part of Lucene's query syntax that Auth0 documents.
//!
//! A query goes three steps. [`parse`] reads the text into a [`Query`], bounded in length, depth and
//! number of clauses. [`users`] and [`logs`] know the fields and turn it into a [`Condition`] over
//! what is indexed. The store renders the condition as SQL with bound values.

mod lexer;
pub(crate) mod logs;
mod moment;
mod parser;
pub(crate) mod users;

pub(crate) use moment::Span;
pub(crate) use parser::parse;

/// The longest query, in bytes.
const MAX_BYTES: usize = 8192;
/// How deep parentheses and negations may nest.
const MAX_DEPTH: usize = 24;
/// How many terms, phrases and ranges one query may have: each becomes a look-up of its own.
const MAX_CLAUSES: usize = 128;
/// Literal characters that a pattern needs unless its only wildcard is the last character.
const MIN_LITERALS: usize = 3;

/// Why a query cannot be read. Its text is a sentence for the API's message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum SearchError {
    /// More than 8 KiB.
    #[error("Query is too long ({0} bytes), maximum {MAX_BYTES}")]
    TooLong(usize),
    /// More than 128 clauses.
    #[error("Query has too many clauses, maximum {MAX_CLAUSES}")]
    TooManyClauses,
    /// More than 24 levels of parentheses and negations.
    #[error("Query is nested too deeply, maximum {MAX_DEPTH}")]
    TooDeep,
    /// A quotation mark, bracket or parenthesis without its partner.
    #[error("Unbalanced {found} at position {position}")]
    Unbalanced {
        /// The character that stands alone.
        found: char,
        /// Where, in characters from 0.
        position: usize,
    },
    /// Something that has no meaning at its place.
    #[error("Unexpected {found} at position {position}")]
    Unexpected {
        /// What it is.
        found: &'static str,
        /// Where, in characters from 0.
        position: usize,
    },
    /// `*ab`: too few literal characters around a wildcard.
    #[error(
        "Wildcards at the start or in the middle need at least {MIN_LITERALS} other characters"
    )]
    WildcardTooShort,
}

/// A parsed query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Query {
    /// Everything: the empty query, `*`, `*:*`.
    All,
    /// All of them.
    And(Vec<Query>),
    /// At least one of them.
    Or(Vec<Query>),
    /// Not this one.
    Not(Box<Query>),
    /// `_exists_:field`, `field:*`.
    Exists(String),
    /// One comparison; without a field it is for the fields that a bare term means.
    Clause {
        /// As written, dotted.
        field: Option<String>,
        /// What its value must be.
        test: Test,
    },
}

/// What a clause asks of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Test {
    /// `jane`, `jan*`: one word.
    Word(Pattern),
    /// `"jane smith"`: taken literally.
    Phrase(String),
    /// `[a TO b}`, `>=a`.
    Range {
        /// The lower end.
        from: Bound,
        /// The upper end.
        to: Bound,
    },
}

/// An end of a range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Bound {
    /// `*`.
    Open,
    /// The value belongs to the range.
    Inclusive(String),
    /// It does not.
    Exclusive(String),
}

/// A word, cut at its wildcards: `a*b` is `a` and `b`, a word without one is a single piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pattern {
    pieces: Vec<String>,
}

impl Pattern {
    /// The text of a word without wildcards.
    pub(crate) fn literal(&self) -> Option<&str> {
        match self.pieces.as_slice() {
            [literal] => Some(literal),
            _ => None,
        }
    }

    /// The text before a wildcard that is the last character and the only one.
    pub(crate) fn prefix(&self) -> Option<&str> {
        match self.pieces.as_slice() {
            [prefix, last] if last.is_empty() => Some(prefix),
            _ => None,
        }
    }

    /// Changes every piece, to fold case for instance.
    pub(crate) fn map(&self, change: impl Fn(&str) -> String) -> Self {
        Self {
            pieces: self.pieces.iter().map(|piece| change(piece)).collect(),
        }
    }
}

/// A condition for the store: a tree over comparisons of one kind.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Condition<L> {
    /// True for every row.
    All,
    /// True for none.
    Nothing,
    /// All of them; an empty list is true.
    And(Vec<Condition<L>>),
    /// At least one of them; an empty list is false.
    Or(Vec<Condition<L>>),
    /// Not this one.
    Not(Box<Condition<L>>),
    /// One comparison.
    Is(L),
}

impl<L> Condition<L> {
    /// Plans a query by planning its leaves.
    fn plan(query: &Query, leaf: &impl Fn(Option<&str>, Option<&Test>) -> Self) -> Self {
        let all = |queries: &[Query]| {
            queries
                .iter()
                .map(|query| Self::plan(query, leaf))
                .collect()
        };
        match query {
            Query::All => Self::All,
            Query::And(queries) => Self::And(all(queries)),
            Query::Or(queries) => Self::Or(all(queries)),
            Query::Not(query) => Self::Not(Box::new(Self::plan(query, leaf))),
            Query::Exists(field) => leaf(Some(field), None),
            Query::Clause { field, test } => leaf(field.as_deref(), Some(test)),
        }
    }
}

/// A comparison of texts, by bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TextTest {
    /// There is a value.
    Any,
    /// It is this one.
    Equals(String),
    /// It begins so. A range of the index.
    Prefix(String),
    /// It has these pieces in this order: the first at its start, the last at its end, any of the
    /// two may be empty. Reads every value of the field.
    Pattern(Vec<String>),
    /// It is between these.
    Range {
        /// The lower end.
        from: Bound,
        /// The upper end.
        to: Bound,
    },
}

impl TextTest {
    /// The comparison that a clause asks for, after `fold` on each of its texts.
    fn of(test: Option<&Test>, fold: impl Fn(&str) -> String) -> Self {
        match test {
            None => Self::Any,
            Some(Test::Phrase(text)) => Self::Equals(fold(text)),
            Some(Test::Word(pattern)) => match (pattern.literal(), pattern.prefix()) {
                (Some(literal), _) => Self::Equals(fold(literal)),
                (_, Some("")) => Self::Any,
                (_, Some(prefix)) => Self::Prefix(fold(prefix)),
                _ => Self::Pattern(pattern.map(fold).pieces),
            },
            Some(Test::Range { from, to }) => match (from, to) {
                (Bound::Open, Bound::Open) => Self::Any,
                _ => Self::Range {
                    from: from.map(&fold),
                    to: to.map(&fold),
                },
            },
        }
    }
}

impl Bound {
    fn map(&self, change: impl Fn(&str) -> String) -> Self {
        match self {
            Self::Open => Self::Open,
            Self::Inclusive(text) => Self::Inclusive(change(text)),
            Self::Exclusive(text) => Self::Exclusive(change(text)),
        }
    }

    /// Its text and whether the text belongs to the range.
    fn text(&self) -> Option<(&str, bool)> {
        match self {
            Self::Open => None,
            Self::Inclusive(text) => Some((text, true)),
            Self::Exclusive(text) => Some((text, false)),
        }
    }
}
