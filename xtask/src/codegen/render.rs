//! Writes the generated code: the types and operations of each API, and the handles of the SDK.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use doorward_api::description::Description;

use super::families::{self, FAMILIES};
use super::item::{Field, Item, Presence};
use super::operation::Planned;
use super::plan::Plan;
use super::{handles, lists, names};

/// Where the types and operations are written, and where the handles.
pub(crate) const FOLDERS: [&str; 2] = [
    "crates/doorward-api/src/generated",
    "crates/doorward/src/generated",
];

/// What stands above every generated file.
fn head(source: &str) -> String {
    format!("// Made by `cargo xtask codegen` from `api/{source}`. Do not edit.\n\n")
}

/// What generated code finds in scope: no schema may take these names.
pub(crate) const BY_HAND: [&str; 33] = [
    "ActionId",
    "ActionModuleId",
    "ActionModuleVersionId",
    "ActionVersionId",
    "BTreeMap",
    "Box",
    "ClientGrantId",
    "ClientId",
    "ConnectionId",
    "EventId",
    "EventStreamId",
    "FeatureFlagId",
    "File",
    "FlowExecutionId",
    "FlowId",
    "IdentityProviderId",
    "JobId",
    "LogId",
    "Map",
    "NoContent",
    "Nullable",
    "Number",
    "Option",
    "OrganizationId",
    "Perhaps",
    "ResourceServerId",
    "RoleId",
    "ScimTokenId",
    "SelfServiceProfileId",
    "TicketId",
    "UserId",
    "Value",
    "VariationId",
];

/// The files of the Management API, by path.
pub(crate) fn management(
    description: &'static Description,
) -> Result<BTreeMap<String, String>, String> {
    let head = head("management.json");
    let planned = Planning::of(description)?;
    let Planning { plan, groups } = &planned;
    let homes = homes(plan, groups);
    let [types, ways] = FOLDERS;

    let mut files = BTreeMap::new();
    let sharing: BTreeSet<&str> = homes
        .values()
        .filter(|home| home.len() > 1)
        .flatten()
        .copied()
        .collect();
    for (group, operations) in groups {
        let mut text =
            format!("{head}//! The operations of the group `{group}` and what they speak of.\n\n");
        if sharing.contains(group) {
            text.push_str("use super::shared::*;\n");
        }
        text.push_str("use crate::wire::prelude::*;\n\n");
        text.push_str(&written(plan, operations, "Management"));
        for (name, item) in &plan.items {
            if homes
                .get(name)
                .is_some_and(|home| home.len() == 1 && home.contains(group))
            {
                let envelope = lists::envelope(plan, name).unwrap_or_default();
                let _ = write!(text, "\n{}\n{envelope}", render(name, item, plan));
            }
        }
        files.insert(format!("{types}/{}.rs", names::field(group)), text);
    }
    let mut shared =
        format!("{head}//! What several groups speak of.\n\nuse crate::wire::prelude::*;\n");
    for (name, item) in &plan.items {
        let Some(home) = homes.get(name).filter(|home| home.len() > 1) else {
            continue;
        };
        let cfg = families::cfg(home.iter().copied());
        let _ = write!(shared, "\n{cfg}\n{}", render(name, item, plan));
        if let Some(envelope) = lists::envelope(plan, name) {
            let _ = write!(shared, "\n{cfg}\n{envelope}");
        }
    }
    files.insert(format!("{types}/shared.rs"), shared);
    files.insert(
        format!("{types}/mod.rs"),
        index(&head, groups.keys().copied(), sharing),
    );
    for (family, members) in FAMILIES {
        let operations = members
            .iter()
            .filter_map(|group| groups.get(group))
            .flatten();
        let text = handles::file(&head, "Management", "management", operations);
        files.insert(format!("{ways}/{family}.rs"), text);
    }
    files.insert(format!("{ways}/mod.rs"), handles::index(&head));
    Ok(files)
}

/// The files of an API that is compiled as a whole, by path: `api` is its type, `module` its module.
pub(crate) fn whole(
    description: &'static Description,
    source: &str,
    api: &str,
    module: &str,
) -> Result<BTreeMap<String, String>, String> {
    let head = head(source);
    let Planning { plan, groups } = Planning::of(description)?;
    let operations: Vec<Planned> = groups.into_values().flatten().collect();
    let mut text = format!(
        "{head}//! The operations of this API and what they speak of.\n\nuse crate::wire::prelude::*;\n\n"
    );
    text.push_str(&written(&plan, &operations, api));
    for (name, item) in &plan.items {
        let envelope = lists::envelope(&plan, name).unwrap_or_default();
        let _ = write!(text, "\n{}\n{envelope}", render(name, item, &plan));
    }
    let [types, ways] = FOLDERS;
    let handles = handles::file(&head, api, module, &operations);
    Ok(BTreeMap::from([
        (format!("{types}/{module}.rs"), text),
        (format!("{ways}/{module}.rs"), handles),
    ]))
}

/// Operations and the table of them.
fn written(plan: &Plan<'_>, operations: &[Planned], api: &str) -> String {
    let mut text = String::new();
    for operation in operations {
        text.push_str(&operation.render(api));
        if let Some(output) = &operation.output {
            let list = lists::list(plan, &operation.name, output, |name| operation.has(name));
            text.push_str(&list.unwrap_or_default());
        }
    }
    let _ = writeln!(text, "/// The operations of this module.");
    let _ = writeln!(text, "pub static OPERATIONS: &[NamedOperation] = &[");
    for operation in operations {
        let _ = writeln!(text, "    NamedOperation::of::<{}>(),", operation.name);
    }
    text.push_str("];\n");
    text
}

/// The items and operations of an API, with every name settled.
struct Planning {
    plan: Plan<'static>,
    groups: BTreeMap<&'static str, Vec<Planned>>,
}

impl Planning {
    fn of(description: &'static Description) -> Result<Self, String> {
        let mut plan = Plan::of(description);
        let mut groups: BTreeMap<&str, Vec<Planned>> = BTreeMap::new();
        for operation in description.operations() {
            let group = operation.name.split('.').next().unwrap_or_default();
            let planned = Planned::of(&mut plan, operation);
            groups.entry(group).or_default().push(planned);
        }
        plan.break_cycles();
        plan.box_large_variants();
        unique(&plan, &groups)?;
        Ok(Planning { plan, groups })
    }
}

/// The groups of operations, in order.
pub(crate) fn groups(description: &Description) -> BTreeSet<&'static str> {
    let names = description
        .operations()
        .iter()
        .map(|operation| operation.name);
    names.filter_map(|name| name.split('.').next()).collect()
}

/// Two things of one name would be a puzzle.
fn unique(plan: &Plan<'_>, groups: &BTreeMap<&str, Vec<Planned>>) -> Result<(), String> {
    let mut taken: BTreeSet<&str> = BY_HAND.into_iter().collect();
    taken.extend(plan.items.keys().map(String::as_str));
    if let Some(name) = BY_HAND.iter().find(|name| plan.items.contains_key(**name)) {
        return Err(format!("{name} is a schema and a type written by hand"));
    }
    let names = groups
        .values()
        .flatten()
        .map(|operation| operation.name.as_str());
    let twice: Vec<&str> = names.filter(|name| !taken.insert(name)).collect();
    if twice.is_empty() {
        Ok(())
    } else {
        Err(format!("two things are called {}", twice.join(", ")))
    }
}

/// The groups that need each item.
fn homes<'a>(
    plan: &Plan<'_>,
    groups: &'a BTreeMap<&str, Vec<Planned>>,
) -> BTreeMap<String, BTreeSet<&'a str>> {
    let mut homes: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (group, operations) in groups {
        let mut next: Vec<String> = operations
            .iter()
            .flat_map(|operation| operation.roots.iter().cloned())
            .collect();
        while let Some(name) = next.pop() {
            let Some(item) = plan.items.get(&name) else {
                continue;
            };
            if homes.entry(name).or_default().insert(group) {
                next.extend(inside(item).map(str::to_owned));
            }
        }
    }
    homes
}

fn inside(item: &Item) -> Box<dyn Iterator<Item = &str> + '_> {
    match item {
        Item::Object(fields) => Box::new(fields.iter().filter_map(|field| field.of.item())),
        Item::Union(variants) => Box::new(variants.iter().filter_map(|(_, of)| of.item())),
        Item::Enum(_) => Box::new(std::iter::empty()),
    }
}

fn render(name: &str, item: &Item, plan: &Plan<'_>) -> String {
    let mut text = String::new();
    let mut end = "";
    match item {
        Item::Object(fields) => {
            let required: Vec<_> = fields
                .iter()
                .filter(|field| field.presence == Presence::Required)
                .map(|field| format!("{}: {}", field.name, field.of.rust()))
                .collect();
            // More arguments than this and nobody knows which is which: a literal names them.
            let new = match required.len() {
                0 => String::new(),
                1..=6 => format!(" ({})", required.join(", ")),
                _ => " (..)".to_owned(),
            };
            let _ = writeln!(text, "object! {{\n    /// `{name}`\n    {name}{new} {{");
            for field in fields {
                if !field.limits.is_empty() {
                    let _ = writeln!(text, "        /// ({})", field.limits);
                }
                let _ = writeln!(
                    text,
                    "        {} \"{}\": {},",
                    field.name,
                    field.wire,
                    of(field)
                );
            }
            if plan.is_in_union(name) {
                end = " in_union";
            }
        }
        Item::Enum(variants) => {
            let _ = writeln!(text, "string_enum! {{\n    /// `{name}`\n    {name} {{");
            for (variant, wire) in variants {
                let _ = writeln!(text, "        {variant} = {wire:?},");
            }
        }
        Item::Union(variants) => {
            let _ = writeln!(text, "union! {{\n    /// `{name}`\n    {name} {{");
            for (variant, of) in variants {
                let _ = writeln!(text, "        {variant}({}),", of.rust());
            }
        }
    }
    let _ = write!(text, "    }}{end}\n}}\n");
    text
}

fn of(field: &Field) -> String {
    let of = field.of.rust();
    match field.presence {
        Presence::Required => of,
        Presence::Optional => format!("Option<{of}>"),
        Presence::Nullable => format!("Nullable<{of}>"),
    }
}

/// `mod.rs`: the groups, each behind the feature of its family, and what those of `sharing` have in common.
fn index<'a>(
    head: &str,
    groups: impl Iterator<Item = &'a str> + Clone,
    sharing: BTreeSet<&str>,
) -> String {
    let mut text = format!("{head}//! The operations of the Management API, a module a group.\n\n");
    text.push_str("use crate::NamedOperation;\n");
    let cfg = families::cfg(sharing);
    let _ = writeln!(text, "\n{cfg}\npub mod shared;\n{cfg}\npub use shared::*;");
    for group in groups.clone() {
        let (module, cfg) = (names::field(group), families::cfg([group]));
        let _ = writeln!(text, "\n{cfg}\npub mod {module};");
        let _ = writeln!(text, "{cfg}\npub use {module}::*;");
    }
    text.push_str("\n/// The operations of every group that is compiled in.\n");
    text.push_str("pub static OPERATIONS: &[&[NamedOperation]] = &[\n");
    for group in groups {
        let (module, cfg) = (names::field(group), families::cfg([group]));
        let _ = writeln!(text, "    {cfg}\n    {module}::OPERATIONS,");
    }
    text.push_str("];\n");
    text
}
