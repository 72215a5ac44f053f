//! Which answers have a list in them, and how their operations come to the rest of it.

use super::item::{Item, Type};
use super::plan::Plan;

/// Where the list is in an answer.
#[derive(Debug, PartialEq)]
enum Answer {
    /// The answer is the list.
    Bare,
    /// In a field of an object.
    Object {
        field: String,
        total: Option<String>,
        next: Option<String>,
    },
    /// In each of several types.
    Union(Vec<String>),
}

/// What stands in an envelope beside its list.
const BESIDE: [&str; 7] = [
    "start", "limit", "total", "length", "next", "page", "per_page",
];

/// Members with a list that are none of these still are no list: `roles` of a user.
fn answer(plan: &Plan<'_>, of: &Type) -> Option<(String, Answer)> {
    let name = match of {
        Type::List(item) => return Some((item.rust(), Answer::Bare)),
        Type::Item(name) | Type::Boxed(name) => name,
        _ => return None,
    };
    match plan.items.get(name)? {
        Item::Object(fields) => {
            let is_list = |of: &Type| matches!(of, Type::List(_));
            let mut lists = fields.iter().filter(|field| is_list(&field.of));
            let (list, another) = (lists.next()?, lists.next());
            let is_envelope = fields
                .iter()
                .all(|f| f.name == list.name || BESIDE.contains(&f.wire.as_str()));
            let Type::List(item) = &list.of else {
                return None;
            };
            let named = |wire: &str| {
                fields
                    .iter()
                    .find(|f| f.wire == wire)
                    .map(|f| f.name.clone())
            };
            let answer = Answer::Object {
                field: list.name.clone(),
                total: named("total"),
                next: named("next"),
            };
            (another.is_none() && is_envelope).then(|| (item.rust(), answer))
        }
        Item::Union(variants) => {
            let mut items = variants
                .iter()
                .map(|(_, of)| answer(plan, of).map(|(item, _)| item));
            let item = items.next()??;
            let names = variants.iter().map(|(name, _)| name.clone()).collect();
            items
                .all(|other| other.as_ref() == Some(&item))
                .then_some((item, Answer::Union(names)))
        }
        Item::Enum(_) => None,
    }
}

/// The lines after the item called `name`, when it has a list in it.
pub(crate) fn envelope(plan: &Plan<'_>, name: &str) -> Option<String> {
    let (item, answer) = answer(plan, &Type::Item(name.to_owned()))?;
    Some(match answer {
        Answer::Bare => return None,
        Answer::Object { field, total, next } => {
            let total = total.map_or(String::new(), |total| format!(", total {total}"));
            let next = next.map_or(String::new(), |next| format!(", next {next}"));
            format!("envelope! {{ object {name}.{field}: {item}{total}{next} }}\n")
        }
        Answer::Union(variants) => {
            format!(
                "envelope! {{ union {name}: {item}, {} }}\n",
                variants.join(" ")
            )
        }
    })
}

/// The lines after an operation that answers `output` and takes these parameters, when that is a list.
pub(crate) fn list(
    plan: &Plan<'_>,
    operation: &str,
    output: &Type,
    has: impl Fn(&str) -> bool,
) -> Option<String> {
    let (item, _) = answer(plan, output)?;
    let mut how = String::new();
    if has("page") && has("per_page") {
        how.push_str(match has("include_totals") {
            true => " by_page_with_totals",
            false => " by_page",
        });
    }
    // The log has a cursor of its own kind, written by hand.
    if has("from") && has("take") && operation != "ListLogs" {
        how.push_str(" by_cursor");
    }
    Some(format!("list! {{ {operation}: {item},{how} }}\n\n"))
}
