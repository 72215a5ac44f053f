//! Whatever a server answers and a caller sends passes through the types unharmed.

use doorward_api::description::{Additional, Description, Kind, Schema};
use doorward_api::{Arguments, Body};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::table::described;

/// Values that follow a schema, and now and then do not.
struct Sampler<'a> {
    description: &'a Description,
    state: u64,
    /// In how many of 16 places something else stands than described.
    strange: u64,
}

impl<'a> Sampler<'a> {
    /// The next of a sequence that looks random (Knuth's multiplier).
    fn next(&mut self, below: u64) -> u64 {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.state >> 33) % below
    }

    fn value(&mut self, schema: &Schema, depth: u8) -> Value {
        if self.next(16) < self.strange {
            return self.anything();
        }
        let schema = self.description.resolve(schema);
        let alternatives: Vec<&Schema> = schema.one_of.iter().chain(&schema.any_of).collect();
        if !alternatives.is_empty() {
            let choice = self.next(alternatives.len() as u64) as usize;
            return self.value(alternatives[choice], depth);
        }
        if !schema.values.is_empty() {
            let choice = self.next(schema.values.len() as u64) as usize;
            return schema.values[choice].clone();
        }
        let kinds: Vec<Kind> = schema.kinds.iter().collect();
        let choice = self.next(kinds.len().max(1) as u64) as usize;
        match kinds.get(choice) {
            Some(Kind::Null) => Value::Null,
            Some(Kind::Boolean) => Value::Bool(self.next(2) == 0),
            Some(Kind::Integer) => json!(self.next(1_000)),
            Some(Kind::Number) => {
                [json!(5), json!(5.0), json!(0.25)][self.next(3) as usize].clone()
            }
            Some(Kind::String) => json!("text"),
            Some(Kind::Array) if depth > 4 => json!([]),
            Some(Kind::Array) => {
                let items = schema.items.as_deref().cloned().unwrap_or_default();
                (0..self.next(3))
                    .map(|_| self.value(&items, depth + 1))
                    .collect()
            }
            Some(Kind::Object) | None => self.object(schema, depth),
        }
    }

    fn object(&mut self, schema: &Schema, depth: u8) -> Value {
        let mut members = Map::new();
        for part in &schema.all_of {
            if let Value::Object(more) = self.value(part, depth) {
                members.extend(more);
            }
        }
        for (name, property) in &schema.properties {
            let is_required = schema.required.contains(name);
            if is_required || (depth < 4 && self.next(3) > 0) {
                members.insert(name.clone(), self.value(property, depth + 1));
            }
        }
        // What one part describes another may require.
        for name in &schema.required {
            if let Some(property) = self.property(schema, name)
                && !members.contains_key(name)
            {
                members.insert(name.clone(), self.value(property, depth + 1));
            }
        }
        if let Additional::Of(each) = &schema.additional {
            members.insert("any name".to_owned(), self.value(each, depth + 1));
        }
        if self.next(16) < self.strange {
            members.insert("unheard_of".to_owned(), self.anything());
        }
        Value::Object(members)
    }

    /// The schema of a member, wherever it is described.
    fn property<'s>(&self, schema: &'s Schema, name: &str) -> Option<&'s Schema>
    where
        'a: 's,
    {
        let own = schema.property(name);
        own.or_else(|| {
            let mut parts = schema.all_of.iter();
            parts.find_map(|part| self.property(self.description.resolve(part), name))
        })
    }

    fn anything(&mut self) -> Value {
        match self.next(7) {
            0 => Value::Null,
            1 => json!(true),
            2 => json!(u64::MAX),
            3 => json!(-1.5),
            4 => json!("ü\0"),
            5 => json!([null, {"a": [1]}]),
            _ => json!({"type": null, "b": {"c": "d"}}),
        }
    }
}

/// Reads and writes the answers and bodies of all operations; how many could be read.
fn pass_through(seed: u64, strange: u64) -> (usize, usize) {
    let (mut read, mut all) = (0, 0);
    for (description, operation) in described() {
        let mut sampler = Sampler {
            description,
            state: seed ^ all as u64,
            strange,
        };
        let described = description
            .operation(operation.name)
            .expect("generated from it");
        for schema in described
            .responses
            .iter()
            .filter_map(|response| response.schema.as_ref())
        {
            let answer = sampler.value(schema, 0);
            all += 1;
            // What lacks a required member is refused as a whole, which loses nothing either.
            if let Ok(written) = operation.answer(answer.to_string().as_bytes()) {
                assert_eq!(written, answer, "answer of {}", operation.name);
                read += 1;
            }
        }
        let Some(schema) = described
            .body
            .as_ref()
            .filter(|body| body.media == "application/json")
        else {
            continue;
        };
        let body = sampler.value(&schema.schema, 0);
        let parameters = described
            .parameters
            .iter()
            .filter(|parameter| parameter.required);
        let parameters = parameters.map(|parameter| (parameter.name.to_owned(), "1".to_owned()));
        let given = Arguments {
            parameters: parameters.collect(),
            body: Some(body.clone()),
            ..Arguments::default()
        };
        all += 1;
        if let Ok(parts) = operation.request(given) {
            let sent = match parts.request_body() {
                Some(Body::Json(sent)) => sent.clone(),
                // A body that may be `null` may as well be left out.
                _ => Value::Null,
            };
            assert_eq!(sent, body, "body of {}", operation.name);
            read += 1;
        }
    }
    (read, all)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_described_is_read_and_comes_out_as_it_went_in(seed: u64) {
        let (read, all) = pass_through(seed, 0);
        prop_assert_eq!(read, all);
    }

    #[test]
    fn what_is_not_described_comes_out_as_it_went_in(seed: u64) {
        let (read, all) = pass_through(seed, 2);
        prop_assert!(read * 2 > all, "only {} of {} were read", read, all);
    }
}
