//! Cuts the text of a query into tokens. Escapes are resolved here, and only here.

use super::{Bound, MAX_BYTES, MIN_LITERALS, Pattern, SearchError};

/// A piece of a query with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// In characters from 0.
    pub(super) position: usize,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Open,
    Close,
    And,
    Or,
    Not,
    Plus,
    Minus,
    /// A word with a colon right behind it.
    Field(String),
    Word(Pattern),
    Phrase(String),
    Range {
        from: Bound,
        to: Bound,
    },
}

/// All tokens of a query.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, SearchError> {
    if text.len() > MAX_BYTES {
        return Err(SearchError::TooLong(text.len()));
    }
    let mut lexer = Lexer {
        chars: text.chars().collect(),
        at: 0,
        after_field: false,
    };
    if let Some(position) = lexer.chars.iter().position(|c| *c == '\0') {
        return Err(SearchError::Unexpected {
            found: "control character",
            position,
        });
    }
    let mut tokens = Vec::new();
    while let Some(token) = lexer.next()? {
        lexer.after_field = matches!(token.kind, Kind::Field(_));
        tokens.push(token);
    }
    Ok(tokens)
}

struct Lexer {
    chars: Vec<char>,
    at: usize,
    /// Right behind a field's colon, where a further colon belongs to the value.
    after_field: bool,
}

impl Lexer {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn starts_with(&self, text: &str) -> bool {
        text.chars()
            .enumerate()
            .all(|(offset, c)| self.chars.get(self.at + offset) == Some(&c))
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    fn next(&mut self) -> Result<Option<Token>, SearchError> {
        self.skip_space();
        let position = self.at;
        let Some(first) = self.peek() else {
            return Ok(None);
        };
        let kind = match first {
            '(' => self.symbol(Kind::Open, 1),
            ')' => self.symbol(Kind::Close, 1),
            '+' => self.symbol(Kind::Plus, 1),
            '-' if !self.after_field => self.symbol(Kind::Minus, 1),
            '!' => self.symbol(Kind::Not, 1),
            '&' if self.starts_with("&&") => self.symbol(Kind::And, 2),
            '|' if self.starts_with("||") => self.symbol(Kind::Or, 2),
            '"' => self.phrase(),
            '[' | '{' => self.range(),
            ']' | '}' => Err(SearchError::Unbalanced {
                found: first,
                position,
            }),
            '<' | '>' if self.after_field => self.comparison(),
            _ => self.word(),
        }?;
        if matches!(kind, Kind::Word(_) | Kind::Phrase(_) | Kind::Close) {
            self.skip_modifier();
        }
        Ok(Some(Token { kind, position }))
    }

    fn symbol(&mut self, kind: Kind, length: usize) -> Result<Kind, SearchError> {
        self.at += length;
        Ok(kind)
    }

    /// `"jane \"j\" smith"`, after which `~2` or `^3` may follow.
    fn phrase(&mut self) -> Result<Kind, SearchError> {
        Ok(Kind::Phrase(self.quoted()?))
    }

    fn quoted(&mut self) -> Result<String, SearchError> {
        let position = self.at;
        self.at += 1;
        let mut text = String::new();
        loop {
            match self.peek() {
                None => {
                    return Err(SearchError::Unbalanced {
                        found: '"',
                        position,
                    });
                }
                Some('"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some('\\') if self.at + 1 < self.chars.len() => {
                    text.push(self.chars[self.at + 1]);
                    self.at += 2;
                }
                Some(c) => {
                    text.push(c);
                    self.at += 1;
                }
            }
        }
    }

    /// A word up to the next white space or delimiter: an operator, a field or a term.
    fn word(&mut self) -> Result<Kind, SearchError> {
        let position = self.at;
        let mut pieces = vec![String::new()];
        let mut is_escaped = false;
        while let Some(c) = self.peek() {
            match c {
                '\\' => {
                    is_escaped = true;
                    self.at += 1;
                    let literal = self.peek().ok_or(SearchError::Unexpected {
                        found: "end of query after a backslash",
                        position: self.at,
                    })?;
                    push(&mut pieces, literal);
                }
                ':' if !self.after_field => {
                    self.at += 1;
                    return field(pieces, position);
                }
                '*' => pieces.push(String::new()),
                '"' | '(' | ')' | '[' | ']' | '{' | '}' | '^' | '~' => break,
                c if c.is_whitespace() => break,
                c => push(&mut pieces, c),
            }
            self.at += 1;
        }
        if self.at == position {
            return Err(SearchError::Unexpected {
                found: "modifier",
                position,
            });
        }
        match pieces.as_slice() {
            [word] if !is_escaped && word == "AND" => return Ok(Kind::And),
            [word] if !is_escaped && word == "OR" => return Ok(Kind::Or),
            [word] if !is_escaped && word == "NOT" => return Ok(Kind::Not),
            _ => {}
        }
        Ok(Kind::Word(pattern(pieces)?))
    }

    /// `[a TO b]`, `{a TO b}` and mixtures.
    fn range(&mut self) -> Result<Kind, SearchError> {
        let position = self.at;
        let bracket = self.chars[self.at];
        let unbalanced = SearchError::Unbalanced {
            found: bracket,
            position,
        };
        self.at += 1;
        let from = self.range_end().ok_or(unbalanced.clone())??;
        self.skip_space();
        let is_to = self.starts_with("TO")
            && self
                .chars
                .get(self.at + 2)
                .is_some_and(|c| c.is_whitespace());
        if !is_to {
            return Err(SearchError::Unexpected {
                found: "range without TO",
                position: self.at,
            });
        }
        self.at += 2;
        let to = self.range_end().ok_or(unbalanced.clone())??;
        self.skip_space();
        let closing = self.peek();
        self.at += 1;
        let to_is_inclusive = match closing {
            Some(']') => true,
            Some('}') => false,
            _ => return Err(unbalanced),
        };
        Ok(Kind::Range {
            from: bound(from, bracket == '['),
            to: bound(to, to_is_inclusive),
        })
    }

    /// One end of a range: a phrase, or characters up to white space or a closing bracket. `None` at
    /// the end of the query or when there is nothing.
    fn range_end(&mut self) -> Option<Result<Option<String>, SearchError>> {
        self.skip_space();
        if self.peek() == Some('"') {
            return Some(self.quoted().map(Some));
        }
        let mut text = String::new();
        let start = self.at;
        while let Some(c) = self.peek() {
            match c {
                ']' | '}' => break,
                c if c.is_whitespace() => break,
                '\\' if self.at + 1 < self.chars.len() => {
                    text.push(self.chars[self.at + 1]);
                    self.at += 2;
                }
                c => {
                    text.push(c);
                    self.at += 1;
                }
            }
        }
        if self.at == start || self.at >= self.chars.len() {
            return None;
        }
        // An escaped asterisk is a text; one that stands alone is the open end.
        let is_open = text == "*" && self.at - start == 1;
        Some(Ok((!is_open).then_some(text)))
    }

    /// `>=10`, behind a field only.
    fn comparison(&mut self) -> Result<Kind, SearchError> {
        let position = self.at;
        let is_lower_end = self.chars[self.at] == '>';
        self.at += 1;
        let is_inclusive = self.peek() == Some('=');
        if is_inclusive {
            self.at += 1;
        }
        let text = match self.peek() {
            Some('"') => self.quoted()?,
            _ => match self.word()? {
                Kind::Word(pattern) => pattern.literal().map(str::to_owned).unwrap_or_default(),
                _ => String::new(),
            },
        };
        if text.is_empty() {
            return Err(SearchError::Unexpected {
                found: "comparison without a value",
                position,
            });
        }
        let end = bound(Some(text), is_inclusive);
        Ok(if is_lower_end {
            Kind::Range {
                from: end,
                to: Bound::Open,
            }
        } else {
            Kind::Range {
                from: Bound::Open,
                to: end,
            }
        })
    }

    /// Fuzziness and boosts (`~2`, `^1.5`) are read and change nothing.
    fn skip_modifier(&mut self) {
        while matches!(self.peek(), Some('~' | '^')) {
            self.at += 1;
            while self.peek().is_some_and(|c| c.is_ascii_digit() || c == '.') {
                self.at += 1;
            }
        }
    }
}

fn push(pieces: &mut [String], c: char) {
    if let Some(last) = pieces.last_mut() {
        last.push(c);
    }
}

fn bound(text: Option<String>, is_inclusive: bool) -> Bound {
    match text {
        None => Bound::Open,
        Some(text) if is_inclusive => Bound::Inclusive(text),
        Some(text) => Bound::Exclusive(text),
    }
}

/// A field's name; `*:` is the one name with a wildcard.
fn field(pieces: Vec<String>, position: usize) -> Result<Kind, SearchError> {
    match pieces.as_slice() {
        [name] if !name.is_empty() => Ok(Kind::Field(name.clone())),
        [first, second] if first.is_empty() && second.is_empty() => Ok(Kind::Field("*".to_owned())),
        _ => Err(SearchError::Unexpected {
            found: "colon",
            position,
        }),
    }
}

fn pattern(mut pieces: Vec<String>) -> Result<Pattern, SearchError> {
    // `a**b` asks no more than `a*b`.
    let last = pieces.len() - 1;
    let mut number = 0;
    pieces.retain(|piece| {
        let is_end = number == 0 || number == last;
        number += 1;
        is_end || !piece.is_empty()
    });
    let pattern = Pattern { pieces };
    let is_cheap = pattern.literal().is_some() || pattern.prefix().is_some();
    let literals: usize = pattern
        .pieces
        .iter()
        .map(|piece| piece.chars().count())
        .sum();
    if is_cheap || literals >= MIN_LITERALS {
        Ok(pattern)
    } else {
        Err(SearchError::WildcardTooShort)
    }
}
