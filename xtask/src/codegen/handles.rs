//! Writes the handles of the SDK: groups and operations under the names of the description.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::families;
use super::names;
use super::operation::Planned;
use super::render::BY_HAND;

/// The methods and the groups inside of each group, by its dotted name. The API itself is the empty one.
struct Tree<'a> {
    methods: BTreeMap<String, Vec<&'a Planned>>,
    groups: BTreeMap<String, BTreeSet<String>>,
}

impl<'a> Tree<'a> {
    fn of(operations: impl IntoIterator<Item = &'a Planned>) -> Self {
        let mut tree = Tree {
            methods: BTreeMap::new(),
            groups: BTreeMap::new(),
        };
        for operation in operations {
            let (group, _) = split(operation.described.name);
            tree.methods
                .entry(group.to_owned())
                .or_default()
                .push(operation);
            let mut inner = group;
            while !inner.is_empty() {
                let (outer, _) = split(inner);
                tree.groups
                    .entry(outer.to_owned())
                    .or_default()
                    .insert(inner.to_owned());
                inner = outer;
            }
        }
        tree
    }

    /// The handle of `group` and of all groups in it.
    fn render(&self, group: &str, api: &str, text: &mut String) {
        let _ = write!(
            text,
            "handles! {{\n    /// `{group}`\n    {} of {api}\n    {{\n",
            names::type_name(group)
        );
        for operation in self.methods.get(group).into_iter().flatten() {
            let described = operation.described;
            if described.is_deprecated {
                text.push_str("        #[deprecated = \"Auth0 advises against it\"]\n");
            }
            let arguments: Vec<_> = operation
                .required
                .iter()
                .map(|argument| format!("{}: {}", argument.field, argument.of))
                .collect();
            let _ = writeln!(
                text,
                "        {} {} \"{} {}\" ({});",
                names::field(split(described.name).1),
                operation.name,
                described.method,
                described.path,
                arguments.join(", "),
            );
        }
        text.push_str("    }\n    {\n");
        let inner = self.groups.get(group);
        for inner in inner.into_iter().flatten() {
            let _ = writeln!(text, "        {}", method(inner));
        }
        text.push_str("    }\n}\n\n");
        for inner in inner.into_iter().flatten() {
            self.render(inner, api, text);
        }
    }
}

/// `users.roles.list` is `list` of `users.roles`.
fn split(name: &str) -> (&str, &str) {
    name.rsplit_once('.').unwrap_or(("", name))
}

/// The line that leads into `group`.
fn method(group: &str) -> String {
    format!(
        "{} {};",
        names::field(split(group).1),
        names::type_name(group)
    )
}

/// The file of an API whose groups are compiled together: all of `groups`, with the way into each.
pub(crate) fn file<'a>(
    head: &str,
    api: &str,
    types: &str,
    operations: impl IntoIterator<Item = &'a Planned>,
) -> String {
    let operations: Vec<&Planned> = operations.into_iter().collect();
    let is_written_by_hand = |of: &str| {
        let mut names = of.split(|character: char| !character.is_ascii_alphanumeric());
        names.any(|name| BY_HAND.contains(&name))
    };
    let by_hand = operations
        .iter()
        .flat_map(|operation| &operation.required)
        .any(|argument| is_written_by_hand(&argument.of));
    let tree = Tree::of(operations);
    let mut text = format!(
        "{head}//! The groups of operations, each a handle.\n\nuse doorward_api::{types}::*;\n"
    );
    if by_hand {
        text.push_str("use doorward_api::wire::prelude::arguments::*;\n");
    }
    text.push_str("\nuse crate::api_client::{handles, roots};\n\n");
    let roots = tree.groups.get("").cloned().unwrap_or_default();
    let lines: String = roots
        .iter()
        .map(|root| format!("    {}\n", method(root)))
        .collect();
    let _ = write!(text, "roots! {{\n    {api}\n{lines}}}\n\n");
    for root in &roots {
        tree.render(root, api, &mut text);
    }
    text
}

/// `mod.rs`: the families of the Management API, and the APIs that users call.
pub(crate) fn index(head: &str) -> String {
    let mut text = format!("{head}//! Ways to the operations: a handle for each group.\n");
    for (family, _) in families::FAMILIES {
        let _ = writeln!(
            text,
            "\n#[cfg(feature = \"{family}\")]\nmod {family};\n#[cfg(feature = \"{family}\")]\npub use {family}::*;"
        );
    }
    for feature in ["my-account", "my-organization"] {
        let module = feature.replace('-', "_");
        let _ = writeln!(text, "\n#[cfg(feature = \"{feature}\")]\npub mod {module};");
    }
    text
}
