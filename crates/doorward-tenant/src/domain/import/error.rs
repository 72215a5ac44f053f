//! What is wrong with one record of a user import, in the words of the job's error list.

use serde_json::Value;

/// One fault of one imported user, as `GET /api/v2/jobs/{id}/errors` lists it.
///
/// The sentence and the code are those of the schema rule that was broken; [`ImportError::message`]
/// puts them together as the job reports them.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{sentence}")]
pub(crate) struct ImportError {
    /// The rule that was broken: `INVALID_TYPE`, `PATTERN`, `DUPLICATED_USER`, …
    pub(crate) code: &'static str,
    /// The rule in words, without the place: `No enum match for: crypt`.
    pub(crate) sentence: String,
    /// Where in the record, dotted: `custom_password_hash.hash.value`. Empty for the record itself.
    pub(crate) path: String,
}

impl ImportError {
    /// Any rule, said by the caller.
    pub(crate) fn new(code: &'static str, path: &str, sentence: impl Into<String>) -> Self {
        Self {
            code,
            sentence: sentence.into(),
            path: path.to_owned(),
        }
    }

    /// `OBJECT_REQUIRED`: the object at `path` lacks `member`.
    pub(crate) fn missing(path: &str, member: &str) -> Self {
        Self::new(
            "OBJECT_REQUIRED",
            path,
            format!("Missing required property: {member}"),
        )
    }

    /// `INVALID_TYPE`: `found` stands at `path` where an `expected` should.
    pub(crate) fn invalid_type(path: &str, expected: &str, found: &Value) -> Self {
        let found = json_type(found);
        Self::new(
            "INVALID_TYPE",
            path,
            format!("Expected type {expected} but found type {found}"),
        )
    }

    /// `ENUM_MISMATCH`: `found` is none of the values allowed at `path`.
    pub(crate) fn no_enum_match(path: &str, found: &str) -> Self {
        Self::new(
            "ENUM_MISMATCH",
            path,
            format!("No enum match for: {}", shortened(found)),
        )
    }

    /// `FORMAT`: the text at `path` is not of the named format. The text is not repeated, because
    /// it may be a hash.
    pub(crate) fn format(path: &str, format: &str) -> Self {
        Self::new(
            "FORMAT",
            path,
            format!("Object didn't pass validation for format {format}"),
        )
    }

    /// `NOT_PASSED`: `member` is not allowed together with the rest of the object at `path`.
    pub(crate) fn not_allowed(path: &str, member: &str) -> Self {
        Self::new(
            "NOT_PASSED",
            path,
            format!("Additional properties not allowed: {}", shortened(member)),
        )
    }

    /// `MAXIMUM`: the number at `path` is above `limit`.
    pub(crate) fn above(path: &str, found: u64, limit: u64) -> Self {
        Self::new(
            "MAXIMUM",
            path,
            format!("Value {found} is greater than maximum {limit}"),
        )
    }

    /// `MINIMUM`: the number at `path` is below `limit`.
    pub(crate) fn below(path: &str, found: u64, limit: u64) -> Self {
        Self::new(
            "MINIMUM",
            path,
            format!("Value {found} is less than minimum {limit}"),
        )
    }

    /// `MAX_LENGTH`: the text at `path` has more than `limit` characters.
    pub(crate) fn too_long(path: &str, found: usize, limit: usize) -> Self {
        Self::new(
            "MAX_LENGTH",
            path,
            format!("String is too long ({found} chars), maximum {limit}"),
        )
    }

    /// The whole message of the error list, which names the place again.
    pub(crate) fn message(&self) -> String {
        if self.path.is_empty() {
            return self.sentence.clone();
        }
        format!("Error in {} property - {}", self.path, self.sentence)
    }
}

/// JSON's own name of a value's type, as schema messages say it.
pub(crate) fn json_type(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// A value from outside, cut so that an error list cannot be made larger than the import itself.
fn shortened(text: &str) -> String {
    text.chars().take(100).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_message_names_the_place_and_the_rule() {
        let error = ImportError::invalid_type("custom_password_hash.hash", "object", &json!([1]));
        assert_eq!(error.code, "INVALID_TYPE");
        assert_eq!(
            error.message(),
            "Error in custom_password_hash.hash property - Expected type object but found type array"
        );
        assert_eq!(
            ImportError::missing("", "email").message(),
            "Missing required property: email"
        );
    }

    #[test]
    fn whole_numbers_and_fractions_have_different_types() {
        assert_eq!(json_type(&json!(1)), "integer");
        assert_eq!(json_type(&json!(1.5)), "number");
    }
}
