//! Where generated items need a pointer.

use std::collections::{BTreeMap, BTreeSet};

use super::item::{Item, Type};
use super::plan::Plan;

/// As many bytes as an alternative of a union may take without a pointer: more, and every other
/// alternative would take as many.
const LARGE: usize = 200;

impl Plan<'_> {
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
