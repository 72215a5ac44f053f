//! Choosing among the types that a value may have.

use serde_json::Value;

/// How well a type fits a value; `None` when it does not.
pub type Score = fn(&Value) -> Option<u32>;

/// What belongs to the highest score, the first of equals; `None` when nothing fits.
pub fn best<T: Copy>(types: &[(Score, T)], value: &Value) -> Option<T> {
    let mut best: Option<(u32, T)> = None;
    for (score, what) in types {
        if let Some(score) = score(value)
            && best.is_none_or(|(highest, _)| score > highest)
        {
            best = Some((score, *what));
        }
    }
    best.map(|(_, what)| what)
}

/// How well a string fits an enum of `known` values. One with a single value is a label that tells
/// types apart: another label means another type.
pub fn score_of_known(known: &[&str], value: &Value) -> Option<u32> {
    let text = value.as_str()?;
    match (known.contains(&text), known.len()) {
        (true, _) => Some(2),
        (false, 1) => None,
        (false, _) => Some(0),
    }
}
