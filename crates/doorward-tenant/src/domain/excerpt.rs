//! What is kept of values that others made, where nobody needs them whole: not so deep that they could not be read back,
//! not so long that a few fill the disk.

use serde_json::Value;

/// How many levels are kept. Readers of JSON give up at 128, and what keeps a value puts it some levels deeper.
const DEEPEST: usize = 32;
/// How many bytes of a text are kept.
const LONGEST_TEXT: usize = 2048;
/// How many bytes of a member's name are kept.
const LONGEST_NAME: usize = 256;
/// What stands where something was left out.
const OMITTED: &str = "…";
/// What a value counts besides its text.
const PUNCTUATION: usize = 4;

/// Cuts a value to some `bytes` of JSON, more or less: what comes first stays.
pub(crate) fn excerpt(value: &mut Value, bytes: usize) {
    cut(value, DEEPEST, &mut { bytes });
}

fn cut(value: &mut Value, levels: usize, left: &mut usize) {
    *left = left.saturating_sub(PUNCTUATION);
    match value {
        Value::String(text) => {
            shorten(text, LONGEST_TEXT.min(*left));
            *left = left.saturating_sub(text.len());
        }
        Value::Array(_) | Value::Object(_) if levels == 0 => *value = OMITTED.into(),
        Value::Array(items) => {
            let mut fitting = 0;
            for item in items.iter_mut() {
                if *left == 0 {
                    break;
                }
                cut(item, levels - 1, left);
                fitting += 1;
            }
            if fitting < items.len() {
                items.truncate(fitting);
                items.push(OMITTED.into());
            }
        }
        Value::Object(members) => {
            let all = std::mem::take(members);
            for (mut name, mut value) in all {
                if *left == 0 {
                    members.insert(OMITTED.to_owned(), OMITTED.into());
                    break;
                }
                shorten(&mut name, LONGEST_NAME);
                *left = left.saturating_sub(name.len());
                cut(&mut value, levels - 1, left);
                members.insert(name, value);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn shorten(text: &mut String, bytes: usize) {
    if text.len() > bytes {
        text.truncate(text.floor_char_boundary(bytes));
        text.push_str(OMITTED);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// As deep as JSON is read.
    fn deep(levels: usize) -> Value {
        let text = format!("{}1{}", "[".repeat(levels), "]".repeat(levels));
        serde_json::from_str(&text).unwrap()
    }

    fn is_readable(value: &Value) -> bool {
        let wrapped = json!({ "details": { "request": { "body": value } } });
        serde_json::from_str::<Value>(&wrapped.to_string()).is_ok()
    }

    #[test]
    fn what_is_too_deep_is_cut_and_can_be_read_back_from_deeper_within() {
        assert!(!is_readable(&deep(127)));
        let mut value = json!({ "a": deep(126), "b": 1 });
        excerpt(&mut value, 4096);
        assert!(is_readable(&value));
        assert_eq!(value["b"], 1);
    }

    #[test]
    fn an_excerpt_keeps_what_comes_first() {
        let small = json!({ "a": [1, "two", { "three": null }], "b": "é" });
        let mut value = small.clone();
        excerpt(&mut value, 4096);
        assert_eq!(value, small);
        let mut value = json!({ "first": 1, "long": "é".repeat(100_000), "list": vec!["x"; 100_000], "last": 1 });
        excerpt(&mut value, 4096);
        assert_eq!(value["first"], 1);
        assert!(value["long"].as_str().unwrap().ends_with("é…"));
        assert_eq!(value["…"], "…");
        assert!(value.to_string().len() < 10_000);
        let many: serde_json::Map<_, _> = (0..100_000).map(|n| (n.to_string(), n.into())).collect();
        let mut value = Value::Object(many);
        excerpt(&mut value, 4096);
        assert!(value.to_string().len() < 10_000);
        let mut value = json!({ "x".repeat(100_000): 1 });
        excerpt(&mut value, 4096);
        assert!(value.to_string().len() < 1_000);
    }
}
