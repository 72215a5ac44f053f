//! Decides which Rust items the schemas of a description become.

use std::collections::{BTreeMap, BTreeSet};

use doorward_api::description::{Additional, Description, Kind, Schema};
use serde_json::Value;

use super::ids::{identifier, property_id};
use super::item::{Field, Item, Presence, Type};
use super::names;
use super::schema::{Merged, is_nullable, is_text, limits, parts};

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
