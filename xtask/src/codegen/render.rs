//! Writes the generated code: one file for each group of operations, and one for what they share.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use doorward_api::description::{Description, OperationDescription, Place, Schema};

use super::ids::path_id;
use super::item::{Field, Item, Presence, Type};
use super::lists;
use super::names;
use super::plan::Plan;
use super::schema::is_nullable;

/// What stands above every generated file.
const HEAD: &str = "// Made by `cargo xtask codegen` from `api/management.json`. Do not edit.\n\n";

/// What generated code finds in scope: no schema may take these names.
const BY_HAND: [&str; 17] = [
    "BTreeMap",
    "Box",
    "ClientGrantId",
    "ClientId",
    "ConnectionId",
    "File",
    "JobId",
    "LogId",
    "Map",
    "NoContent",
    "Nullable",
    "Number",
    "Option",
    "OrganizationId",
    "Perhaps",
    "UserId",
    "Value",
];

/// The files of `src/generated/`, by name.
pub(crate) fn files(description: &Description) -> Result<BTreeMap<String, String>, String> {
    let mut plan = Plan::of(description);
    let mut groups: BTreeMap<&str, Vec<Planned>> = BTreeMap::new();
    for operation in description.operations() {
        let group = operation.name.split('.').next().unwrap_or_default();
        groups
            .entry(group)
            .or_default()
            .push(Planned::of(&mut plan, operation));
    }
    plan.break_cycles();
    plan.box_large_variants();
    unique(&plan, &groups)?;
    let homes = homes(&plan, &groups);

    let mut files = BTreeMap::new();
    for (group, operations) in &groups {
        let mut text = String::new();
        for operation in operations {
            text.push_str(&operation.text);
            if let Some(output) = &operation.output {
                let has = |name: &str| operation.parameters.contains(&name);
                let list = lists::list(&plan, &operation.name, output, has);
                text.push_str(&list.unwrap_or_default());
            }
        }
        let _ = writeln!(text, "/// The operations of this group.");
        let _ = writeln!(text, "pub static OPERATIONS: &[NamedOperation] = &[");
        for operation in operations {
            let _ = writeln!(text, "    NamedOperation::of::<{}>(),", operation.name);
        }
        text.push_str("];\n");
        for (name, item) in &plan.items {
            if homes
                .get(name)
                .is_some_and(|home| home.len() == 1 && home.contains(group))
            {
                let envelope = lists::envelope(&plan, name).unwrap_or_default();
                let _ = write!(text, "\n{}\n{envelope}", render(name, item, &plan));
            }
        }
        let title =
            format!("//! The operations of the group `{group}` and what they speak of.\n\n");
        let uses = "use crate::wire::prelude::*;\n\n";
        files.insert(
            format!("{}.rs", names::field(group)),
            format!("{HEAD}{title}{uses}{text}"),
        );
    }
    let mut shared =
        format!("{HEAD}//! What several groups speak of.\n\nuse crate::wire::prelude::*;\n");
    for (name, item) in &plan.items {
        let Some(home) = homes.get(name).filter(|home| home.len() > 1) else {
            continue;
        };
        let features: Vec<_> = home
            .iter()
            .map(|group| format!("feature = \"{}\"", names::feature(group)))
            .collect();
        let cfg = format!("#[cfg(any({}))]", features.join(", "));
        let _ = write!(shared, "\n{cfg}\n{}", render(name, item, &plan));
        if let Some(envelope) = lists::envelope(&plan, name) {
            let _ = write!(shared, "\n{cfg}\n{envelope}");
        }
    }
    files.insert("shared.rs".to_owned(), shared);
    files.insert("mod.rs".to_owned(), index(groups.keys().copied()));
    Ok(files)
}

/// The Cargo features of the groups, in order.
pub(crate) fn features(description: &Description) -> BTreeSet<String> {
    let groups = description
        .operations()
        .iter()
        .map(|operation| operation.name.split('.').next());
    groups.flatten().map(names::feature).collect()
}

/// An operation, ready to be written, and the items it speaks of.
struct Planned {
    name: String,
    text: String,
    roots: BTreeSet<String>,
    /// What it answers, if it reads something.
    output: Option<Type>,
    /// The names of its optional parameters.
    parameters: Vec<&'static str>,
}

impl Planned {
    fn of<'a>(plan: &mut Plan<'a>, operation: &'a OperationDescription) -> Self {
        let name = names::operation(operation.name, operation.path);
        let mut roots = BTreeSet::new();
        let mut required = Vec::new();
        let mut optional = Vec::new();
        for parameter in &operation.parameters {
            let inner = format!("{name}{}", names::type_name(parameter.name));
            let of = match (parameter.place, path_id(operation.path, parameter.name)) {
                (Place::Path, Some(id)) => Type::Plain(id),
                _ => plan.type_of(&parameter.schema, &inner),
            };
            roots.extend(of.item().map(str::to_owned));
            let place = match parameter.place {
                Place::Path => "path",
                Place::Query => "query",
                Place::Header => "header",
            };
            let field = names::field(parameter.name);
            // A list of the query repeats its name; without any there is none.
            let is_list = matches!(of, Type::List(_));
            let of = match &of {
                Type::Named(_) | Type::Plain("Map<String, Value>" | "Value") => "String".to_owned(),
                of if parameter.required || is_list => of.rust(),
                of => format!("Option<{}>", of.rust()),
            };
            let line = format!("{place} {field} \"{}\": {of},", parameter.name);
            if parameter.required {
                required.push(line)
            } else {
                optional.push(line)
            }
        }
        if let Some(body) = &operation.body {
            let of = plan.type_of(&body.schema, &format!("{name}Body"));
            if body.media == "multipart/form-data" {
                multipart(plan, &of, &mut required, &mut optional);
            } else {
                roots.extend(of.item().map(str::to_owned));
                if is_nullable(plan.description, &body.schema) {
                    let line = format!("optional_body body \"body\": Option<{}>,", of.rust());
                    optional.push(line);
                } else {
                    required.push(format!("body body \"body\": {},", of.rust()));
                }
            }
        }
        let (output, answer) = output(plan, operation, &name);
        roots.extend(answer.as_ref().and_then(|of| of.item()).map(str::to_owned));
        let scopes: Vec<_> = operation
            .scopes
            .iter()
            .flatten()
            .map(|scope| format!("\"{scope}\""))
            .collect();
        let mut text = format!(
            "operation! {{\n    {name} \"{}\" {} \"{}\"\n    [{}] -> {output}\n",
            operation.name,
            operation.method,
            operation.path,
            scopes.join(", "),
        );
        for lines in [required, optional] {
            let lines: String = lines
                .iter()
                .map(|line| format!("        {line}\n"))
                .collect();
            let braces = if lines.is_empty() {
                "{}".to_owned()
            } else {
                format!("{{\n{lines}    }}")
            };
            let _ = writeln!(text, "    {braces}");
        }
        text.push_str("}\n\n");
        Planned {
            name,
            text,
            roots,
            output: answer,
            parameters: operation
                .parameters
                .iter()
                .filter(|p| !p.required)
                .map(|p| p.name)
                .collect(),
        }
    }
}

/// The fields of a form become parts, its binary ones files.
fn multipart(
    plan: &mut Plan<'_>,
    of: &Type,
    required: &mut Vec<String>,
    optional: &mut Vec<String>,
) {
    let Some(Item::Object(fields)) = of.item().and_then(|name| plan.items.remove(name)) else {
        return;
    };
    for field in fields {
        // The only file of the API is the one that has no other limits than its type.
        let is_file = field.wire == "users";
        let of = if is_file {
            "File".to_owned()
        } else {
            field.of.rust()
        };
        let place = if is_file { "file" } else { "part" };
        let is_required = field.presence == Presence::Required;
        let of = if is_required {
            of
        } else {
            format!("Option<{of}>")
        };
        let line = format!("{place} {} \"{}\": {of},", field.name, field.wire);
        if is_required {
            required.push(line)
        } else {
            optional.push(line)
        }
    }
}

/// What a successful answer is: the first described body, perhaps absent.
fn output<'a>(
    plan: &mut Plan<'a>,
    operation: &'a OperationDescription,
    name: &str,
) -> (String, Option<Type>) {
    let bodies: Vec<&Schema> = operation
        .responses
        .iter()
        .filter_map(|response| response.schema.as_ref())
        .collect();
    let Some(schema) = bodies.first() else {
        return ("NoContent".to_owned(), None);
    };
    let of = plan.type_of(schema, &format!("{name}Output"));
    let sometimes_empty = bodies.len() < operation.responses.len();
    let rust = of.rust();
    (
        if sometimes_empty {
            format!("Perhaps<{rust}>")
        } else {
            rust
        },
        Some(of),
    )
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

/// `mod.rs`: the groups, each behind its feature.
fn index<'a>(groups: impl Iterator<Item = &'a str> + Clone) -> String {
    let mut text = format!(
        "{HEAD}//! The operations of the Management API, a module and a feature a group.\n\n"
    );
    text.push_str("use crate::NamedOperation;\n\npub mod shared;\npub use shared::*;\n");
    for group in groups.clone() {
        let (module, feature) = (names::field(group), names::feature(group));
        let _ = writeln!(text, "\n#[cfg(feature = \"{feature}\")]\npub mod {module};");
        let _ = writeln!(
            text,
            "#[cfg(feature = \"{feature}\")]\npub use {module}::*;"
        );
    }
    text.push_str("\n/// The operations of every group that is compiled in.\n");
    text.push_str("pub static OPERATIONS: &[&[NamedOperation]] = &[\n");
    for group in groups {
        let (module, feature) = (names::field(group), names::feature(group));
        let _ = writeln!(
            text,
            "    #[cfg(feature = \"{feature}\")]\n    {module}::OPERATIONS,"
        );
    }
    text.push_str("];\n");
    text
}
