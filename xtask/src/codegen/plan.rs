//! Decides which Rust items the schemas of a description become.

use std::collections::{BTreeMap, BTreeSet};

use doorward_api::description::{Additional, Description, Kind, Schema};
use serde_json::Value;

use super::names;

/// A Rust item of the generated code.
#[derive(Debug, Clone)]
pub(crate) enum Item {
    /// A struct with named fields.
    Object(Vec<Field>),
    /// Strings of which some are known: variant and wire value.
    Enum(Vec<(String, String)>),
    /// One of several types: variant and type.
    Union(Vec<(String, Type)>),
}

/// A field of an object.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    /// Its name in Rust.
    pub(crate) name: String,
    /// Its name on the wire.
    pub(crate) wire: String,
    /// Its type without `Option` and the like.
    pub(crate) of: Type,
    /// Whether it is always there.
    pub(crate) presence: Presence,
    /// What it must be, in a few words.
    pub(crate) limits: String,
}

/// Whether an object has a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    /// Always.
    Required,
    /// Perhaps.
    Optional,
    /// Perhaps, and perhaps as `null`.
    Nullable,
}

/// A Rust type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Type {
    /// `String`, `bool`, `Value` …
    Plain(&'static str),
    /// A generated item.
    Item(String),
    /// A generated item behind a pointer, since it contains itself.
    Boxed(String),
    /// `Vec<T>`.
    List(Box<Type>),
    /// An object whose names are data.
    Named(Box<Type>),
}

impl Type {
    /// As Rust writes it.
    pub(crate) fn rust(&self) -> String {
        match self {
            Type::Plain(name) => (*name).to_owned(),
            Type::Item(name) => name.clone(),
            Type::Boxed(name) => format!("Box<{name}>"),
            Type::List(of) => format!("Vec<{}>", of.rust()),
            Type::Named(of) => format!("BTreeMap<String, {}>", of.rust()),
        }
    }

    /// The item it speaks of, directly or in a list.
    pub(crate) fn item(&self) -> Option<&str> {
        match self {
            Type::Plain(_) => None,
            Type::Item(name) | Type::Boxed(name) => Some(name),
            Type::List(of) | Type::Named(of) => of.item(),
        }
    }
}

/// All items, while they are being found.
pub(crate) struct Plan<'a> {
    /// Where the schemas are.
    pub(crate) description: &'a Description,
    /// The items by name.
    pub(crate) items: BTreeMap<String, Item>,
    /// Schemas that requests speak of: what is `null` there means something.
    sent: BTreeSet<String>,
    /// Schemas of which a caller may ask for some fields only.
    partial: BTreeSet<String>,
    /// Schemas already looked at, and the type each became.
    types: BTreeMap<String, Type>,
}

impl<'a> Plan<'a> {
    /// The items that the operations of `description` need.
    pub(crate) fn of(description: &'a Description) -> Self {
        let mut plan = Plan {
            description,
            items: BTreeMap::new(),
            sent: BTreeSet::new(),
            partial: BTreeSet::new(),
            types: BTreeMap::new(),
        };
        for operation in description.operations() {
            if let Some(body) = &operation.body {
                plan.mark_sent(&body.schema);
            }
            if operation
                .parameters
                .iter()
                .any(|parameter| parameter.name == "fields")
            {
                for schema in operation.responses.iter().filter_map(|r| r.schema.as_ref()) {
                    plan.mark_partial(schema, 0);
                }
            }
        }
        plan
    }

    fn mark_sent(&mut self, schema: &'a Schema) {
        if let Some(name) = &schema.reference
            && !self.sent.insert(name.clone())
        {
            return;
        }
        let schema = self.description.resolve(schema);
        for part in parts(schema) {
            self.mark_sent(part);
        }
    }

    /// The resource itself, or the items of its list: not what they contain.
    fn mark_partial(&mut self, schema: &'a Schema, depth: u8) {
        let resolved = self.description.resolve(schema);
        let is_envelope =
            resolved.property("start").is_some() || resolved.property("next").is_some();
        if let Some(name) = &schema.reference
            && !is_envelope
            && resolved.one_of.is_empty()
        {
            self.partial.insert(name.clone());
            return;
        }
        if depth < 4 {
            let members = resolved.properties.iter().map(|(_, member)| member);
            for part in members
                .chain(&resolved.one_of)
                .chain(resolved.items.as_deref())
            {
                self.mark_partial(part, depth + 1);
            }
        }
    }

    /// The type of what `schema` describes; `name` is what an item made for it would be called.
    pub(crate) fn type_of(&mut self, schema: &'a Schema, name: &str) -> Type {
        let Some(reference) = &schema.reference else {
            return self.structure(schema, name);
        };
        if let Some(known) = self.types.get(reference) {
            return known.clone();
        }
        // A schema that contains itself finds this while it is being looked at.
        let name = names::type_name(reference);
        self.types
            .insert(reference.clone(), Type::Item(name.clone()));
        let target = self.description.resolve(schema);
        let found = self.structure(target, &name);
        self.types.insert(reference.clone(), found.clone());
        found
    }

    fn structure(&mut self, schema: &'a Schema, name: &str) -> Type {
        if !schema.one_of.is_empty() || !schema.any_of.is_empty() {
            return self.union(schema, name);
        }
        let texts: Vec<&str> = schema.values.iter().filter_map(Value::as_str).collect();
        let others = schema
            .values
            .iter()
            .filter(|value| !value.is_string() && !value.is_null());
        if !texts.is_empty() && others.count() == 0 {
            return self.enumeration(&texts, name);
        }
        let merged = Merged::of(self.description, schema);
        if !merged.properties.is_empty() {
            return self.object(&merged, name);
        }
        match merged.kind {
            Some(Kind::String) => identifier(merged.format).unwrap_or(Type::Plain("String")),
            Some(Kind::Integer) => Type::Plain("i64"),
            Some(Kind::Number) => Type::Plain("Number"),
            Some(Kind::Boolean) => Type::Plain("bool"),
            Some(Kind::Array) => match &schema.items {
                Some(items) => {
                    let item = self.type_of(items, &format!("{name}Item"));
                    Type::List(Box::new(item))
                }
                None => Type::List(Box::new(Type::Plain("Value"))),
            },
            Some(Kind::Object) => match &schema.additional {
                Additional::Of(each) => {
                    Type::Named(Box::new(self.type_of(each, &format!("{name}Value"))))
                }
                _ => Type::Plain("Map<String, Value>"),
            },
            Some(Kind::Null) | None => Type::Plain("Value"),
        }
    }

    fn enumeration(&mut self, texts: &[&str], name: &str) -> Type {
        let mut variants: Vec<(String, String)> = Vec::new();
        for text in texts {
            let mut variant = names::type_name(text);
            while variant == "Unknown" || variants.iter().any(|(taken, _)| *taken == variant) {
                variant.push('_');
            }
            let variant = variant.replace('_', "Other");
            variants.push((variant, (*text).to_owned()));
        }
        self.item(name, Item::Enum(variants))
    }

    fn union(&mut self, schema: &'a Schema, name: &str) -> Type {
        let mut variants: Vec<(String, Type)> = Vec::new();
        for (index, alternative) in schema.one_of.iter().chain(&schema.any_of).enumerate() {
            let is_null = alternative.kinds.iter().eq([Kind::Null]);
            if is_null {
                continue;
            }
            let of = self.type_of(alternative, &format!("{name}{}", index + 1));
            if !variants.iter().any(|(_, known)| *known == of) {
                variants.push((variant_name(&of, name), of));
            }
        }
        match variants.as_slice() {
            [(_, only)] => return only.clone(),
            [] => return Type::Plain("Value"),
            several if several.iter().any(|(_, of)| *of == Type::Plain("Value")) => {
                return Type::Plain("Value");
            }
            _ => {}
        }
        let mut taken = BTreeSet::new();
        for (variant, _) in &mut variants {
            while !taken.insert(variant.clone()) {
                variant.push('2');
            }
        }
        self.item(name, Item::Union(variants))
    }

    fn object(&mut self, merged: &Merged<'a>, name: &str) -> Type {
        let is_sent =
            self.sent.contains(name) || merged.names.iter().any(|n| self.sent.contains(*n));
        let is_partial = self.partial.contains(name);
        // The name is taken before the fields are looked at: one of them may be of this type.
        let of = self.item(name, Item::Object(Vec::new()));
        let mut fields: Vec<Field> = Vec::new();
        for (wire, schema) in &merged.properties {
            let inner = format!("{name}{}", names::type_name(wire));
            let of = match property_id(name, wire) {
                Some(id) if is_text(self.description.resolve(schema)) => Type::Plain(id),
                _ => self.type_of(schema, &inner),
            };
            let mut field = names::field(wire);
            while fields.iter().any(|known| known.name == field) {
                field.push('_');
            }
            let required = merged.required.contains(wire.as_str()) && !is_partial;
            let nullable = is_nullable(self.description, schema);
            fields.push(Field {
                name: field,
                wire: (*wire).clone(),
                of,
                presence: match (required, nullable) {
                    (true, false) => Presence::Required,
                    (_, true) if is_sent => Presence::Nullable,
                    _ => Presence::Optional,
                },
                limits: limits(self.description.resolve(schema)),
            });
        }
        if let Type::Item(name) = &of {
            self.items.insert(name.clone(), Item::Object(fields));
        }
        of
    }

    fn item(&mut self, name: &str, item: Item) -> Type {
        let name = names::type_name(name);
        self.items.insert(name.clone(), item);
        Type::Item(name)
    }

    /// Whether the item called `name` is one of several types that a value may have, or a list of it.
    pub(crate) fn is_in_union(&self, name: &str) -> bool {
        let variants = self.items.values().filter_map(|item| match item {
            Item::Union(variants) => Some(variants),
            _ => None,
        });
        variants.flatten().any(|(_, of)| of.item() == Some(name))
    }

    /// Puts a pointer wherever an item would contain itself.
    pub(crate) fn break_cycles(&mut self) {
        let direct: BTreeMap<String, Vec<String>> = self
            .items
            .iter()
            .map(|(name, item)| (name.clone(), contained(item).map(str::to_owned).collect()))
            .collect();
        let reaches = |from: &str, to: &str| {
            let mut seen = BTreeSet::new();
            let mut next = vec![from.to_owned()];
            while let Some(name) = next.pop() {
                if name == to {
                    return true;
                }
                if seen.insert(name.clone()) {
                    next.extend(direct.get(&name).into_iter().flatten().cloned());
                }
            }
            false
        };
        for (name, item) in &mut self.items {
            let types: Vec<&mut Type> = match item {
                Item::Object(fields) => fields.iter_mut().map(|field| &mut field.of).collect(),
                Item::Union(variants) => variants.iter_mut().map(|(_, of)| of).collect(),
                Item::Enum(_) => Vec::new(),
            };
            for of in types {
                if let Type::Item(inner) = &*of
                    && reaches(inner, name)
                {
                    *of = Type::Boxed(inner.clone());
                }
            }
        }
    }
}

/// As many bytes as an alternative of a union may take without a pointer: more, and every other
/// alternative would take as many.
const LARGE: usize = 200;

impl Plan<'_> {
    /// Puts a pointer before every large alternative of a union. Cycles are broken already.
    pub(crate) fn box_large_variants(&mut self) {
        let large: BTreeSet<String> = self
            .items
            .iter()
            .filter(|(_, item)| matches!(item, Item::Object(_)) && self.size(item) >= LARGE)
            .map(|(name, _)| name.clone())
            .collect();
        for item in self.items.values_mut() {
            let Item::Union(variants) = item else {
                continue;
            };
            for (_, of) in variants {
                if let Type::Item(name) = &*of
                    && large.contains(name)
                {
                    *of = Type::Boxed(name.clone());
                }
            }
        }
    }

    /// The bytes of an item on a 64-bit machine, rather too many than too few.
    fn size(&self, item: &Item) -> usize {
        match item {
            Item::Enum(_) => 24,
            Item::Object(fields) => {
                72 + fields
                    .iter()
                    .map(|field| self.size_of(&field.of))
                    .sum::<usize>()
            }
            Item::Union(variants) => {
                // The fallback is a JSON value.
                8 + variants
                    .iter()
                    .map(|(_, of)| self.size_of(of))
                    .max()
                    .unwrap_or(0)
                    .max(72)
            }
        }
    }

    fn size_of(&self, of: &Type) -> usize {
        match of {
            Type::Plain("bool") => 2,
            Type::Plain("i64" | "Number") | Type::Boxed(_) => 16,
            Type::Plain("Value" | "Map<String, Value>") => 80,
            Type::Plain(_) | Type::List(_) | Type::Named(_) => 24,
            Type::Item(name) => self.items.get(name).map_or(24, |item| 8 + self.size(item)),
        }
    }
}

/// The items that `item` holds by value.
fn contained(item: &Item) -> Box<dyn Iterator<Item = &str> + '_> {
    let by_value = |of: &Type| matches!(of, Type::Item(_));
    match item {
        Item::Object(fields) => Box::new(
            fields
                .iter()
                .filter(move |f| by_value(&f.of))
                .filter_map(|f| f.of.item()),
        ),
        Item::Union(variants) => Box::new(
            variants
                .iter()
                .filter(move |v| by_value(&v.1))
                .filter_map(|v| v.1.item()),
        ),
        Item::Enum(_) => Box::new(std::iter::empty()),
    }
}

/// An object with what its `allOf` brings in.
struct Merged<'a> {
    properties: Vec<(&'a String, &'a Schema)>,
    required: BTreeSet<&'a str>,
    names: Vec<&'a str>,
    kind: Option<Kind>,
    format: Option<&'a str>,
}

impl<'a> Merged<'a> {
    fn of(description: &'a Description, schema: &'a Schema) -> Self {
        let mut merged = Merged {
            properties: Vec::new(),
            required: BTreeSet::new(),
            names: Vec::new(),
            kind: None,
            format: None,
        };
        merged.add(description, schema);
        merged
    }

    fn add(&mut self, description: &'a Description, schema: &'a Schema) {
        self.names.extend(schema.reference.as_deref());
        let schema = description.resolve(schema);
        for part in &schema.all_of {
            self.add(description, part);
        }
        for (name, property) in &schema.properties {
            match self.properties.iter_mut().find(|(known, _)| *known == name) {
                Some(known) => known.1 = property,
                None => self.properties.push((name, property)),
            }
        }
        self.required
            .extend(schema.required.iter().map(String::as_str));
        self.kind = self
            .kind
            .or(schema.kinds.iter().find(|kind| *kind != Kind::Null));
        self.format = self.format.or(schema.format.as_deref());
    }
}

/// The schemas directly inside `schema`.
fn parts(schema: &Schema) -> impl Iterator<Item = &Schema> {
    let additional = match &schema.additional {
        Additional::Of(each) => Some(&**each),
        _ => None,
    };
    let members = schema.properties.iter().map(|(_, member)| member);
    let combined = schema
        .all_of
        .iter()
        .chain(&schema.any_of)
        .chain(&schema.one_of);
    members
        .chain(combined)
        .chain(schema.items.as_deref())
        .chain(additional)
}

fn is_text(schema: &Schema) -> bool {
    schema.kinds.iter().any(|kind| kind == Kind::String) && schema.values.is_empty()
}

/// Whether `null` is one of the values of `schema`.
pub(crate) fn is_nullable(description: &Description, schema: &Schema) -> bool {
    if schema.nullable {
        return true;
    }
    let schema = description.resolve(schema);
    let alternatives = schema.one_of.iter().chain(&schema.any_of);
    schema.kinds.nullable()
        || schema.values.contains(&Value::Null)
        || alternatives
            .into_iter()
            .any(|part| is_nullable(description, part))
}

/// The type of an id that a format names.
fn identifier(format: Option<&str>) -> Option<Type> {
    let id = match format? {
        "user-id" | "user-id-with-max-length" => "UserId",
        "client-id" => "ClientId",
        "connection-id" => "ConnectionId",
        "organization-id" => "OrganizationId",
        "role-id" => "RoleId",
        "client-grant-id" => "ClientGrantId",
        _ => return None,
    };
    Some(Type::Plain(id))
}

/// The type of an id that the name of a member tells.
fn property_id(object: &str, wire: &str) -> Option<&'static str> {
    Some(match (object, wire) {
        (_, "client_id") => "ClientId",
        (_, "connection_id") => "ConnectionId",
        (_, "organization_id") => "OrganizationId",
        (_, "role_id") => "RoleId",
        (_, "job_id") => "JobId",
        // An identity's user_id is the provider's.
        (object, "user_id") if !object.contains("Identit") => "UserId",
        ("Log", "log_id" | "_id") => "LogId",
        ("Role", "id") => "RoleId",
        ("Connection", "id") => "ConnectionId",
        ("Organization", "id") => "OrganizationId",
        ("ClientGrant", "id") => "ClientGrantId",
        ("ResourceServer", "id") => "ResourceServerId",
        ("Job" | "ImportUsers" | "ExportUsers" | "VerificationEmail", "id") => "JobId",
        _ => return None,
    })
}

/// The type of an id in a path.
pub(crate) fn path_id(path: &str, wire: &str) -> Option<&'static str> {
    let place = format!("/{{{wire}}}");
    let before = path.split(&place).next()?;
    Some(match before.rsplit('/').next()? {
        "users" | "members" => "UserId",
        "clients" => "ClientId",
        "connections" | "enabled_connections" => "ConnectionId",
        "organizations" => "OrganizationId",
        "roles" => "RoleId",
        "client-grants" => "ClientGrantId",
        "resource-servers" => "ResourceServerId",
        "jobs" => "JobId",
        "logs" => "LogId",
        _ => return None,
    })
}

fn variant_name(of: &Type, union: &str) -> String {
    match of {
        Type::Plain("bool") => "Boolean".to_owned(),
        Type::Plain("i64") => "Integer".to_owned(),
        Type::Plain("Map<String, Value>") | Type::Named(_) => "Object".to_owned(),
        Type::Plain(name) => (*name).to_owned(),
        Type::List(_) => "List".to_owned(),
        Type::Item(name) | Type::Boxed(name)
            if name.ends_with("OffsetPaginatedResponseContent") =>
        {
            "Page".to_owned()
        }
        Type::Item(name) | Type::Boxed(name) if name.ends_with("PaginatedResponseContent") => {
            "Checkpoint".to_owned()
        }
        Type::Item(name) | Type::Boxed(name) => match name.strip_prefix(union) {
            Some(rest) if rest.starts_with(|first: char| first.is_ascii_uppercase()) => {
                rest.to_owned()
            }
            _ => name.clone(),
        },
    }
}

/// What a string, number or array must be beyond its type; empty when nothing is said.
fn limits(schema: &Schema) -> String {
    let mut said = Vec::new();
    let mut range = |least: Option<String>, most: Option<String>, unit: &str| match (least, most) {
        (Some(least), Some(most)) => said.push(format!("{least} to {most}{unit}")),
        (Some(least), None) => said.push(format!("at least {least}{unit}")),
        (None, Some(most)) => said.push(format!("at most {most}{unit}")),
        (None, None) => {}
    };
    let text = |bound: Option<u64>| bound.map(|bound| bound.to_string());
    let number = |bound: Option<f64>| bound.map(|bound| bound.to_string());
    range(
        text(schema.min_length),
        text(schema.max_length),
        " characters",
    );
    range(number(schema.minimum), number(schema.maximum), "");
    range(text(schema.min_items), text(schema.max_items), " items");
    range(
        text(schema.min_properties),
        text(schema.max_properties),
        " members",
    );
    if let Some(format) = &schema.format {
        said.push(format!("format `{format}`"));
    }
    said.join(", ")
}
