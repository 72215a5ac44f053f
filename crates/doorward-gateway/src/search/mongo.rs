//! The platform's Mongo-style queries (`acl_rows`, `_q`), translated to Lucene.

use serde_json::{Map, Value};

use super::lucene::{Expression, Field, Side};

/// Deepest nesting that is read.
const DEPTH: usize = 10;
/// Most values that one query may hold.
const VALUES: usize = 200;

/// Why a query cannot be translated. A restriction that cannot be applied is never dropped.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum MongoFault {
    #[error("is not valid JSON")]
    NotJson,
    #[error("must be a JSON array of queries")]
    NotAnArray,
    #[error("holds something that is not a query object")]
    NotAnObject,
    #[error("is nested deeper than {DEPTH} levels")]
    TooDeep,
    #[error("holds more than {VALUES} values")]
    TooLong,
    #[error("names a field that cannot be searched")]
    Field,
    #[error("uses an operator that is not supported")]
    Operator,
    #[error("gives an operator a value of the wrong type")]
    Value,
    #[error("uses a regular expression that is not supported")]
    Regex,
}

/// Translates the header `acl_rows`: a JSON array of queries, all of which hold.
pub(crate) fn acl_rows(header: &str) -> Result<Expression, MongoFault> {
    if header.trim().is_empty() {
        return Ok(Expression::All);
    }
    let Value::Array(rows) = serde_json::from_str(header).map_err(|_| MongoFault::NotJson)? else {
        return Err(MongoFault::NotAnArray);
    };
    let mut translation = Translation::default();
    translation.all(&rows, 1).map(Expression::and)
}

/// Translates one query given as JSON text.
pub(crate) fn query(text: &str) -> Result<Expression, MongoFault> {
    let value = serde_json::from_str(text).map_err(|_| MongoFault::NotJson)?;
    Translation::default().query(&value, 1)
}

/// Translates an object of operators, such as `{"$in": […]}`, on one field.
pub(crate) fn operators(
    field: &Field,
    object: &Map<String, Value>,
) -> Result<Expression, MongoFault> {
    Translation::default().operators(field, object, 1)
}

/// Counts what has been read while a query is translated.
#[derive(Default)]
struct Translation {
    values: usize,
}

impl Translation {
    fn query(&mut self, value: &Value, depth: usize) -> Result<Expression, MongoFault> {
        let Value::Object(object) = value else {
            return Err(MongoFault::NotAnObject);
        };
        if depth > DEPTH {
            return Err(MongoFault::TooDeep);
        }
        let mut parts = Vec::with_capacity(object.len());
        for (key, value) in object {
            parts.push(match key.as_str() {
                "$and" => Expression::and(self.some(value, depth)?),
                "$or" => Expression::or(self.some(value, depth)?),
                "$nor" => Expression::not(Expression::or(self.some(value, depth)?)),
                "$not" => Expression::not(self.query(value, depth + 1)?),
                key if key.starts_with('$') => return Err(MongoFault::Operator),
                key => self.condition(&field(key)?, value, depth)?,
            });
        }
        Ok(Expression::and(parts))
    }

    /// The operands of `$and`, `$or` and `$nor`: at least one, as Mongo wants it.
    fn some(&mut self, value: &Value, depth: usize) -> Result<Vec<Expression>, MongoFault> {
        match value {
            Value::Array(queries) if !queries.is_empty() => self.all(queries, depth + 1),
            _ => Err(MongoFault::Value),
        }
    }

    fn all(&mut self, queries: &[Value], depth: usize) -> Result<Vec<Expression>, MongoFault> {
        queries
            .iter()
            .map(|query| self.query(query, depth))
            .collect()
    }

    /// One field with its value, or with an object of operators.
    fn condition(
        &mut self,
        field: &Field,
        value: &Value,
        depth: usize,
    ) -> Result<Expression, MongoFault> {
        match value {
            Value::Object(object) => self.operators(field, object, depth + 1),
            value => self.equals(field, value),
        }
    }

    fn operators(
        &mut self,
        field: &Field,
        object: &Map<String, Value>,
        depth: usize,
    ) -> Result<Expression, MongoFault> {
        if depth > DEPTH {
            return Err(MongoFault::TooDeep);
        }
        if object.is_empty() {
            return Err(MongoFault::Value);
        }
        let mut parts = Vec::with_capacity(object.len());
        for (operator, value) in object {
            parts.push(match operator.as_str() {
                "$eq" => self.equals(field, value)?,
                "$ne" => Expression::not(self.equals(field, value)?),
                "$in" => Expression::or(self.each(field, value)?),
                "$nin" => Expression::not(Expression::or(self.each(field, value)?)),
                "$all" => match self.each(field, value)? {
                    // Mongo finds nobody with all of nothing.
                    values if values.is_empty() => Expression::Nobody,
                    values => Expression::and(values),
                },
                "$exists" => match value {
                    Value::Bool(true) => field.exists(),
                    Value::Bool(false) => Expression::not(field.exists()),
                    _ => return Err(MongoFault::Value),
                },
                "$gt" => self.compares(field, Side::Above, value)?,
                "$gte" => self.compares(field, Side::From, value)?,
                "$lt" => self.compares(field, Side::Below, value)?,
                "$lte" => self.compares(field, Side::UpTo, value)?,
                "$not" => match value {
                    Value::Object(object) => {
                        Expression::not(self.operators(field, object, depth + 1)?)
                    }
                    _ => return Err(MongoFault::Value),
                },
                "$regex" => self.regex(field, value)?,
                "$options" if object.contains_key("$regex") => Expression::All,
                _ => return Err(MongoFault::Operator),
            });
        }
        Ok(Expression::and(parts))
    }

    fn count(&mut self) -> Result<(), MongoFault> {
        self.values += 1;
        if self.values > VALUES {
            Err(MongoFault::TooLong)
        } else {
            Ok(())
        }
    }

    fn equals(&mut self, field: &Field, value: &Value) -> Result<Expression, MongoFault> {
        self.count()?;
        field.equals(value).ok_or(MongoFault::Value)
    }

    fn each(&mut self, field: &Field, values: &Value) -> Result<Vec<Expression>, MongoFault> {
        let Value::Array(values) = values else {
            return Err(MongoFault::Value);
        };
        values
            .iter()
            .map(|value| self.equals(field, value))
            .collect()
    }

    fn compares(
        &mut self,
        field: &Field,
        side: Side,
        value: &Value,
    ) -> Result<Expression, MongoFault> {
        self.count()?;
        field.compares(side, value).ok_or(MongoFault::Value)
    }

    fn regex(&mut self, field: &Field, value: &Value) -> Result<Expression, MongoFault> {
        self.count()?;
        let Value::String(regex) = value else {
            return Err(MongoFault::Value);
        };
        let (before, literal, after) = literal_of(regex).ok_or(MongoFault::Regex)?;
        Ok(if before.is_empty() && after.is_empty() {
            field.is(&literal)
        } else {
            field.contains(before, &literal, after)
        })
    }
}

/// The field a key of a query means.
fn field(key: &str) -> Result<Field, MongoFault> {
    let name = match key {
        "_id" => "user_id",
        "connection" => "identities.connection",
        key => key,
    };
    Field::parse(name).ok_or(MongoFault::Field)
}

/// The literal text of a simple regular expression, with a wildcard on each side that is open.
fn literal_of(regex: &str) -> Option<(&'static str, String, &'static str)> {
    let (rest, is_anchored) = match regex.strip_prefix('^') {
        Some(rest) => (rest, true),
        None => (regex, false),
    };
    let (mut rest, before) = match rest.strip_prefix(".*") {
        Some(rest) => (rest, "*"),
        None => (rest, if is_anchored { "" } else { "*" }),
    };
    let mut after = "*";
    if let Some(shorter) = rest
        .strip_suffix('$')
        .filter(|shorter| !ends_escaped(shorter))
    {
        (rest, after) = (shorter, "");
    }
    if let Some(shorter) = rest
        .strip_suffix(".*")
        .filter(|shorter| !ends_escaped(shorter))
    {
        (rest, after) = (shorter, "*");
    }
    let mut literal = String::with_capacity(rest.len());
    let mut characters = rest.chars();
    while let Some(c) = characters.next() {
        match c {
            // Before a letter or digit a backslash means a class or a reference.
            '\\' => literal.push(characters.next().filter(|c| c.is_ascii_punctuation())?),
            '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '^' | '$' => {
                return None;
            }
            c => literal.push(c),
        }
    }
    Some((before, literal, after))
}

/// Whether `text` ends in a backslash that takes the meaning from what follows.
fn ends_escaped(text: &str) -> bool {
    text.chars().rev().take_while(|c| *c == '\\').count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn translated(text: &str) -> String {
        match query(text) {
            Ok(expression) => expression.text().unwrap_or_else(|| "(all)".to_owned()),
            Err(fault) => format!("{fault:?}"),
        }
    }

    #[test]
    fn every_operator_has_its_lucene() {
        for (mongo, lucene) in [
            (r#"{}"#, "(all)"),
            (r#"{"f":"v"}"#, r#"f:"v""#),
            (r#"{"f":{"$eq":1}}"#, "f:1"),
            (r#"{"f":true,"g":-1}"#, r#"f:true AND g:"-1""#),
            (r#"{"f":null}"#, "NOT _exists_:f"),
            (r#"{"f":{"$ne":"v"}}"#, r#"NOT f:"v""#),
            (r#"{"f":{"$ne":null}}"#, "_exists_:f"),
            (r#"{"f":{"$in":["a","b"]}}"#, r#"(f:"a" OR f:"b")"#),
            (
                r#"{"f":{"$in":["a",null]}}"#,
                r#"(f:"a" OR (NOT _exists_:f))"#,
            ),
            (r#"{"f":{"$in":[]}}"#, "NOT _exists_:user_id"),
            (r#"{"f":{"$nin":["a","b"]}}"#, r#"NOT (f:"a" OR f:"b")"#),
            (r#"{"f":{"$nin":[]}}"#, "(all)"),
            (r#"{"f":{"$all":["a","b"]}}"#, r#"f:"a" AND f:"b""#),
            (r#"{"f":{"$all":[]}}"#, "NOT _exists_:user_id"),
            (r#"{"f":{"$exists":false}}"#, "NOT _exists_:f"),
            (
                r#"{"f":{"$gt":1,"$lte":"z"}}"#,
                r#"f:{1 TO *} AND f:[* TO "z"]"#,
            ),
            (r#"{"f":{"$gte":1,"$lt":5}}"#, "f:[1 TO *] AND f:{* TO 5}"),
            (
                r#"{"$or":[{"a":1},{"b":2,"c":3}]}"#,
                "(a:1 OR (b:2 AND c:3))",
            ),
            (r#"{"$or":[{"a":1},{}]}"#, "(all)"),
            (r#"{"$nor":[{"a":1},{"b":2}]}"#, "NOT (a:1 OR b:2)"),
            (
                r#"{"$and":[{"a":1},{"$or":[{"b":1},{"b":2}]}]}"#,
                "a:1 AND (b:1 OR b:2)",
            ),
            (
                r#"{"f":{"$not":{"$in":["a","b"]}}}"#,
                r#"NOT (f:"a" OR f:"b")"#,
            ),
            (
                r#"{"_id":"auth0|1","connection":"A"}"#,
                r#"user_id:"auth0|1" AND identities.connection:"A""#,
            ),
        ] {
            assert_eq!(translated(mongo), lucene, "{mongo}");
        }
    }

    #[test]
    fn simple_regular_expressions_become_wildcards() {
        for (regex, lucene) in [
            ("jo", "f:*jo*"),
            ("^jo", "f:jo*"),
            ("jo$", "f:*jo"),
            ("^jo$", r#"f:"jo""#),
            (".*jo.*", "f:*jo*"),
            ("^.*jo.*$", "f:*jo*"),
            (r"^a\\.b", r"f:a.b*"),
            (r"^a\\*b", r"f:a\*b*"),
            (r"a\\$", r"f:*a$*"),
            ("a b", r"f:*a\ b*"),
            ("a.b", "Regex"),
            ("(a|b)", "Regex"),
            (r"\\d+", "Regex"),
            ("a*", "Regex"),
        ] {
            let mongo = format!(r#"{{"f":{{"$regex":"{regex}","$options":"i"}}}}"#);
            assert_eq!(translated(&mongo), lucene, "{regex}");
        }
    }

    #[test]
    fn what_cannot_be_translated_is_refused() {
        for (mongo, fault) in [
            ("{", "NotJson"),
            ("[]", "NotAnObject"),
            (r#"{"f":{"$where":"x"}}"#, "Operator"),
            (r#"{"$where":"x"}"#, "Operator"),
            (r#"{"f":{"x":1}}"#, "Operator"),
            (r#"{"f":{"$options":"i"}}"#, "Operator"),
            (r#"{"f":{}}"#, "Value"),
            (r#"{"f":[1]}"#, "Value"),
            (r#"{"f":{"$in":"a"}}"#, "Value"),
            (r#"{"$or":[]}"#, "Value"),
            (r#"{"$or":{}}"#, "Value"),
            (r#"{"f:x":1}"#, "Field"),
            (r#"{"-f":1}"#, "Field"),
            (r#"{"NOT":1}"#, "Field"),
            (r#"{"":1}"#, "Field"),
        ] {
            assert_eq!(translated(mongo), fault, "{mongo}");
        }
        let deep = format!(
            "{}{}{}",
            r#"{"$and":["#.repeat(11),
            r#"{"a":1}"#,
            "]}".repeat(11)
        );
        assert_eq!(translated(&deep), "TooDeep");
        let deep = format!(
            "{}{}{}",
            r#"{"$and":["#.repeat(9),
            r#"{"a":1}"#,
            "]}".repeat(9)
        );
        assert_eq!(translated(&deep), "a:1");
        let long = format!(r#"{{"f":{{"$in":{:?}}}}}"#, vec![1; 201]);
        assert_eq!(translated(&long), "TooLong");
    }

    #[test]
    fn acl_rows_are_all_required() {
        let text = |header| acl_rows(header).map(|expression| expression.text());
        assert_eq!(text(""), Ok(None));
        assert_eq!(text("[]"), Ok(None));
        assert_eq!(
            text(r#"[{"a":1},{"b":{"$in":[1,2]}}]"#),
            Ok(Some("a:1 AND (b:1 OR b:2)".to_owned()))
        );
        assert_eq!(text("{}"), Err(MongoFault::NotAnArray));
        assert_eq!(text("[1]"), Err(MongoFault::NotAnObject));
        assert_eq!(text("nonsense"), Err(MongoFault::NotJson));
    }
}
