//! Reads tokens into a [`Query`].
//!
//! ```text
//! group   = item { [OR] item }          nothing between two items means OR
//! item    = factor { AND factor }
//! factor  = [ NOT | ! | - | + ] primary
//! primary = '(' group ')' | [field ':'] ( word | phrase | range | '(' group ')' )
//! ```
//!
//! As in Lucene, `+a b` asks for `a` alone, and `a -b` and `a NOT b` ask for `a` without `b`.

use super::lexer::{Kind, Token, tokens};
use super::{MAX_CLAUSES, MAX_DEPTH, Query, SearchError, Test};

/// Reads a query. An empty one asks for everything.
///
/// # Errors
///
/// [`SearchError`] for what is not of the language or beyond its bounds.
pub(crate) fn parse(text: &str) -> Result<Query, SearchError> {
    let tokens = tokens(text)?;
    if tokens.is_empty() {
        return Ok(Query::All);
    }
    let mut parser = Parser {
        tokens: &tokens,
        at: 0,
        clauses: 0,
        end: text.chars().count(),
    };
    let query = parser.group(None, 0)?;
    match parser.peek() {
        None => Ok(query),
        Some(token) => Err(SearchError::Unbalanced {
            found: ')',
            position: token.position,
        }),
    }
}

struct Parser<'t> {
    tokens: &'t [Token],
    at: usize,
    clauses: usize,
    end: usize,
}

/// How an item counts among its neighbours.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Occurrence {
    Should,
    Must,
    MustNot,
}

impl<'t> Parser<'t> {
    fn peek(&self) -> Option<&'t Token> {
        self.tokens.get(self.at)
    }

    fn peek_kind(&self) -> Option<&'t Kind> {
        self.peek().map(|token| &token.kind)
    }

    fn unexpected(&self, found: &'static str) -> SearchError {
        let position = self.peek().map_or(self.end, |token| token.position);
        SearchError::Unexpected { found, position }
    }

    fn group(&mut self, field: Option<&str>, depth: usize) -> Result<Query, SearchError> {
        if depth > MAX_DEPTH {
            return Err(SearchError::TooDeep);
        }
        let (mut musts, mut shoulds, mut nots) = (Vec::new(), Vec::new(), Vec::new());
        let mut is_after_or = false;
        loop {
            match self.item(field, depth)? {
                // `a OR NOT b` says OR: there the negation is a value like any other.
                (Occurrence::MustNot, query) if is_after_or => {
                    shoulds.push(Query::Not(Box::new(query)))
                }
                (Occurrence::MustNot, query) => nots.push(Query::Not(Box::new(query))),
                (Occurrence::Must, query) => musts.push(query),
                (Occurrence::Should, query) => shoulds.push(query),
            }
            is_after_or = self.peek_kind() == Some(&Kind::Or);
            if is_after_or {
                self.at += 1;
            }
            if !is_after_or && matches!(self.peek_kind(), None | Some(Kind::Close)) {
                break;
            }
        }
        if musts.is_empty() && !shoulds.is_empty() {
            musts.push(one_or(shoulds, Query::Or));
        }
        musts.append(&mut nots);
        Ok(one_or(musts, Query::And))
    }

    fn item(
        &mut self,
        field: Option<&str>,
        depth: usize,
    ) -> Result<(Occurrence, Query), SearchError> {
        let (occurrence, query) = self.factor(field, depth)?;
        if self.peek_kind() != Some(&Kind::And) {
            return Ok((occurrence, query));
        }
        let signed = |(occurrence, query)| match occurrence {
            Occurrence::MustNot => Query::Not(Box::new(query)),
            _ => query,
        };
        let mut factors = vec![signed((occurrence, query))];
        while self.peek_kind() == Some(&Kind::And) {
            self.at += 1;
            factors.push(signed(self.factor(field, depth)?));
        }
        Ok((Occurrence::Should, Query::And(factors)))
    }

    fn factor(
        &mut self,
        field: Option<&str>,
        depth: usize,
    ) -> Result<(Occurrence, Query), SearchError> {
        let mut occurrence = Occurrence::Should;
        // `NOT NOT a` and `-(-a)` are read, but not without end.
        let mut depth = depth;
        loop {
            occurrence = match (self.peek_kind(), occurrence) {
                (Some(Kind::Not | Kind::Minus), Occurrence::MustNot) => Occurrence::Should,
                (Some(Kind::Not | Kind::Minus), _) => Occurrence::MustNot,
                (Some(Kind::Plus), _) => Occurrence::Must,
                _ => return Ok((occurrence, self.primary(field, depth)?)),
            };
            self.at += 1;
            depth += 1;
            if depth > MAX_DEPTH {
                return Err(SearchError::TooDeep);
            }
        }
    }

    fn primary(&mut self, field: Option<&str>, depth: usize) -> Result<Query, SearchError> {
        let Some(token) = self.peek() else {
            return Err(self.unexpected("end of query"));
        };
        let test = match &token.kind {
            Kind::Open => return self.parenthesis(field, depth),
            Kind::Field(name) => {
                self.at += 1;
                return self.field(name, depth);
            }
            Kind::Word(pattern) => Test::Word(pattern.clone()),
            Kind::Phrase(text) => Test::Phrase(text.clone()),
            Kind::Range { from, to } => Test::Range {
                from: from.clone(),
                to: to.clone(),
            },
            Kind::Close => return Err(self.unexpected("closing parenthesis")),
            Kind::And | Kind::Or => return Err(self.unexpected("operator")),
            Kind::Not | Kind::Plus | Kind::Minus => return Err(self.unexpected("sign")),
        };
        self.at += 1;
        self.clauses += 1;
        if self.clauses > MAX_CLAUSES {
            return Err(SearchError::TooManyClauses);
        }
        Ok(clause(field, test))
    }

    fn parenthesis(&mut self, field: Option<&str>, depth: usize) -> Result<Query, SearchError> {
        let position = self.peek().map_or(self.end, |token| token.position);
        self.at += 1;
        let query = self.group(field, depth + 1)?;
        if self.peek_kind() != Some(&Kind::Close) {
            return Err(SearchError::Unbalanced {
                found: '(',
                position,
            });
        }
        self.at += 1;
        Ok(query)
    }

    /// What follows `name:`.
    fn field(&mut self, name: &str, depth: usize) -> Result<Query, SearchError> {
        match self.peek_kind() {
            Some(Kind::Word(pattern)) if name == "_exists_" => {
                let field = pattern
                    .literal()
                    .ok_or_else(|| self.unexpected("wildcard"))?;
                self.at += 1;
                Ok(Query::Exists(field.to_owned()))
            }
            Some(Kind::Phrase(field)) if name == "_exists_" => {
                self.at += 1;
                Ok(Query::Exists(field.clone()))
            }
            Some(Kind::Word(_) | Kind::Phrase(_) | Kind::Range { .. }) => {
                self.primary(Some(name), depth)
            }
            Some(Kind::Open) => self.parenthesis(Some(name), depth),
            _ => Err(self.unexpected("end of a field without a value")),
        }
    }
}

/// A clause, or what its special forms mean.
fn clause(field: Option<&str>, test: Test) -> Query {
    let is_star = matches!(&test, Test::Word(pattern) if pattern.prefix() == Some(""));
    match field {
        None | Some("*") if is_star => Query::All,
        Some(field) if is_star => Query::Exists(field.to_owned()),
        Some("*") => Query::Clause { field: None, test },
        field => Query::Clause {
            field: field.map(str::to_owned),
            test,
        },
    }
}

fn one_or(mut queries: Vec<Query>, many: impl Fn(Vec<Query>) -> Query) -> Query {
    match (queries.len(), queries.pop()) {
        (1, Some(only)) => only,
        (_, Some(last)) => {
            queries.push(last);
            many(queries)
        }
        (_, None) => Query::All,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Bound;
    use super::*;
    use proptest::prelude::*;

    /// The query as a formula: `&`, `|`, `!`.
    fn shown(query: &Query) -> String {
        let all = |queries: &[Query], sign: &str| {
            format!(
                "({})",
                queries.iter().map(shown).collect::<Vec<_>>().join(sign)
            )
        };
        let end = |bound: &Bound, open: [&str; 2]| match bound {
            Bound::Open => open[0].to_owned(),
            Bound::Inclusive(text) => format!("{}={text}", open[1]),
            Bound::Exclusive(text) => format!("{}{text}", open[1]),
        };
        match query {
            Query::All => "all".into(),
            Query::And(queries) => all(queries, " & "),
            Query::Or(queries) => all(queries, " | "),
            Query::Not(query) => format!("!{}", shown(query)),
            Query::Exists(field) => format!("{field}?"),
            Query::Clause { field, test } => {
                let field = field.as_deref().unwrap_or("_");
                match test {
                    Test::Word(pattern) => format!("{field}:{}", pattern.pieces.join("*")),
                    Test::Phrase(text) => format!("{field}:'{text}'"),
                    Test::Range { from, to } => {
                        format!("{field}{}{}", end(from, ["", ">"]), end(to, ["", "<"]))
                    }
                }
            }
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(
            parse(text).as_ref().map(shown),
            Ok(expected.to_owned()),
            "{text}"
        );
    }

    #[track_caller]
    fn check_error(text: &str, expected: &str) {
        assert_eq!(parse(text).unwrap_err().to_string(), expected, "{text}");
    }

    #[test]
    fn words_and_phrases_with_and_without_a_field() {
        check("jane", "_:jane");
        check("name:jane", "name:jane");
        check(r#"name:"jane smith""#, "name:'jane smith'");
        check(r#"email:"a+b@c.de""#, "email:'a+b@c.de'");
        check("user_metadata.a.b:c", "user_metadata.a.b:c");
        check("", "all");
        check(" * ", "all");
        check("*:*", "all");
        check("name:*", "name?");
        check("_exists_:app_metadata.x", "app_metadata.x?");
        check("NOT _exists_:logins_count", "!logins_count?");
    }

    #[test]
    fn operators_bind_as_usual_and_nothing_means_or() {
        check("a b", "(_:a | _:b)");
        check("a and b", "(_:a | _:and | _:b)");
        check("a AND b OR c", "((_:a & _:b) | _:c)");
        check("a OR b AND c", "(_:a | (_:b & _:c))");
        check("a && b || !c", "((_:a & _:b) | !_:c)");
        check("(a OR b) AND NOT c", "((_:a | _:b) & !_:c)");
        check(r#"name:("a" OR "b")"#, "(name:'a' | name:'b')");
        check("name:(a AND email:b)", "(name:a & email:b)");
        check("NOT NOT a", "_:a");
    }

    #[test]
    fn signs_work_as_in_lucene() {
        check("+a b", "_:a");
        check("+a +b -c", "(_:a & _:b & !_:c)");
        check("a -b", "(_:a & !_:b)");
        check("a NOT b", "(_:a & !_:b)");
        check("a OR NOT b", "(_:a | !_:b)");
        check("-a", "!_:a");
        check("name:-5", "name:-5");
    }

    #[test]
    fn escapes_are_resolved() {
        check(r"name:John\ Doe", "name:John Doe");
        check(
            r"last_login:2018\-12\-18T10\:00",
            "last_login:2018-12-18T10:00",
        );
        check(r#"user_id:"auth0\|123""#, "user_id:'auth0|123'");
        check(r"user_id:auth0|123", "user_id:auth0|123");
        check(r"a\*b", "_:a*b");
        check(r"\AND", "_:AND");
        check(
            "created_at:2018-12-18T10:00:00Z",
            "created_at:2018-12-18T10:00:00Z",
        );
    }

    #[test]
    fn ranges_have_open_closed_and_mixed_ends() {
        check("n:[1 TO 5]", "n>=1<=5");
        check("n:{1 TO 5}", "n>1<5");
        check("n:[1 TO 5}", "n>=1<5");
        check("n:[* TO 5]", "n<=5");
        check(
            "d:{2018-12-18T10:00:00.000Z TO *]",
            "d>2018-12-18T10:00:00.000Z",
        );
        check(r#"d:["2018 x" TO "y"]"#, "d>=2018 x<=y");
        check("n:>=5", "n>=5");
        check("n:<5 m:a", "(n<5 | m:a)");
    }

    #[test]
    fn wildcards_need_literals_unless_they_are_last() {
        check("name:j*", "name:j*");
        check("name:*abc", "name:*abc");
        check("name:a*bc", "name:a*bc");
        check("name:a**bc*", "name:a*bc*");
        for short in ["name:*ab", "name:a*b", "*a*", "name:*é*é*"] {
            check_error(
                short,
                "Wildcards at the start or in the middle need at least 3 other characters",
            );
        }
    }

    #[test]
    fn modifiers_are_read_and_change_nothing() {
        check(r#"a~2 "b c"~5^2 (d)^1.5"#, "(_:a | _:'b c' | _:d)");
    }

    #[test]
    fn what_is_not_a_query_is_an_error() {
        check_error("(a", "Unbalanced ( at position 0");
        check_error("a)", "Unbalanced ) at position 1");
        check_error(r#"name:"a"#, "Unbalanced \" at position 5");
        check_error("n:[1 TO 5", "Unbalanced [ at position 2");
        check_error("n:[1 5]", "Unexpected range without TO at position 5");
        check_error("a ]", "Unbalanced ] at position 2");
        check_error(
            "name:",
            "Unexpected end of a field without a value at position 5",
        );
        check_error("AND a", "Unexpected operator at position 0");
        check_error("a OR", "Unexpected end of query at position 4");
        check_error("a AND OR b", "Unexpected operator at position 6");
        check_error("()", "Unexpected closing parenthesis at position 1");
        check_error(":a", "Unexpected colon at position 0");
        check_error("^2", "Unexpected modifier at position 0");
        check_error("a\0", "Unexpected control character at position 1");
        check_error(
            "a\\",
            "Unexpected end of query after a backslash at position 2",
        );
    }

    #[test]
    fn size_and_depth_are_bounded() {
        check_error(&"a ".repeat(129), "Query has too many clauses, maximum 128");
        check_error(&"(".repeat(5000), "Query is nested too deeply, maximum 24");
        check_error(
            &"NOT ".repeat(1000),
            "Query is nested too deeply, maximum 24",
        );
        check_error(
            &"a".repeat(9000),
            "Query is too long (9000 bytes), maximum 8192",
        );
    }

    proptest! {
        #[test]
        fn no_query_makes_the_parser_panic(text in "(\\PC|[ ()\\[\\]{}\":*\\\\+!^~-]|AND |OR |NOT |TO |name:){0,40}") {
            let _ = parse(&text);
        }
    }
}
