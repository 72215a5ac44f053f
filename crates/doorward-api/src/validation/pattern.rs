//! Regular expressions of the description, compiled when first needed.

use std::sync::OnceLock;

use fancy_regex::Regex;

/// The compiled form of a schema's pattern.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pattern(OnceLock<Option<Box<Regex>>>);

impl Pattern {
    /// Whether `text` matches `source`, which is the same at every call.
    ///
    /// What cannot be compiled, or takes too many steps, matches nothing.
    pub(crate) fn matches(&self, source: &str, text: &str) -> bool {
        let compiled = self.0.get_or_init(|| Regex::new(source).ok().map(Box::new));
        compiled
            .as_ref()
            .is_some_and(|regex| regex.is_match(text).unwrap_or(false))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::description::{Additional, Schema, management};

    fn each(schema: &Schema, see: &mut dyn FnMut(&Schema)) {
        see(schema);
        let parts = schema.properties.iter().map(|(_, member)| member);
        let parts = parts
            .chain(&schema.all_of)
            .chain(&schema.any_of)
            .chain(&schema.one_of);
        parts
            .chain(schema.items.as_deref())
            .for_each(|part| each(part, see));
        if let Additional::Of(member) = &schema.additional {
            each(member, see);
        }
    }

    #[test]
    fn every_pattern_of_the_description_compiles() {
        let mut count = 0;
        for name in management().schema_names() {
            each(management().schema(name).unwrap(), &mut |schema| {
                if let Some(pattern) = &schema.pattern {
                    assert!(Regex::new(pattern).is_ok(), "{name}: {pattern}");
                    count += 1;
                }
            });
        }
        assert!(count > 200, "only {count} patterns");
    }
}
