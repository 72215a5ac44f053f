//! One operation, from its description to the lines of its struct.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use doorward_api::description::{OperationDescription, Place, Schema};

use super::ids::path_id;
use super::item::{Item, Presence, Type};
use super::names;
use super::plan::Plan;
use super::schema::is_nullable;

/// An operation, ready to be written, and the items it speaks of.
pub(crate) struct Planned {
    /// The name of its struct.
    pub(crate) name: String,
    /// What the description says of it.
    pub(crate) described: &'static OperationDescription,
    /// What it cannot be without.
    pub(crate) required: Vec<Parameter>,
    optional: Vec<Parameter>,
    /// The items it speaks of itself.
    pub(crate) roots: BTreeSet<String>,
    /// What it answers, in Rust.
    answer: String,
    /// The same, if it reads something.
    pub(crate) output: Option<Type>,
}

/// A field of an operation's struct.
pub(crate) struct Parameter {
    place: &'static str,
    /// Its name in Rust.
    pub(crate) field: String,
    wire: String,
    /// Its type.
    pub(crate) of: String,
}

impl Planned {
    pub(crate) fn of(plan: &mut Plan<'static>, described: &'static OperationDescription) -> Self {
        let mut planned = Planned {
            name: names::operation(described.name, described.path),
            described,
            required: Vec::new(),
            optional: Vec::new(),
            roots: BTreeSet::new(),
            answer: String::new(),
            output: None,
        };
        planned.parameters(plan);
        planned.body(plan);
        planned.output(plan);
        planned
    }

    fn parameters(&mut self, plan: &mut Plan<'static>) {
        for parameter in &self.described.parameters {
            let inner = format!("{}{}", self.name, names::type_name(parameter.name));
            let of = match (
                parameter.place,
                path_id(self.described.path, parameter.name),
            ) {
                (Place::Path, Some(id)) => Type::Plain(id),
                _ => plan.type_of(&parameter.schema, &inner),
            };
            self.roots.extend(of.item().map(str::to_owned));
            let place = match parameter.place {
                Place::Path => "path",
                Place::Query => "query",
                Place::Header => "header",
            };
            // A list of the query repeats its name; without any there is none.
            let is_list = matches!(of, Type::List(_));
            let of = match &of {
                Type::Named(_) | Type::Plain("Map<String, Value>" | "Value") => "String".to_owned(),
                of if parameter.required || is_list => of.rust(),
                of => format!("Option<{}>", of.rust()),
            };
            self.push(
                parameter.required,
                place,
                names::field(parameter.name),
                parameter.name,
                of,
            );
        }
    }

    fn body(&mut self, plan: &mut Plan<'static>) {
        let Some(body) = &self.described.body else {
            return;
        };
        let of = plan.type_of(&body.schema, &format!("{}Body", self.name));
        if body.media == "multipart/form-data" {
            return self.form(plan, &of);
        }
        self.roots.extend(of.item().map(str::to_owned));
        let field = "body".to_owned();
        if is_nullable(plan.description, &body.schema) {
            let of = format!("Option<{}>", of.rust());
            self.push(false, "optional_body", field, "body", of);
        } else {
            self.push(true, "body", field, "body", of.rust());
        }
    }

    /// The fields of a form become parts, its binary ones files.
    fn form(&mut self, plan: &mut Plan<'static>, of: &Type) {
        let Some(Item::Object(fields)) = of.item().and_then(|name| plan.items.remove(name)) else {
            return;
        };
        for field in fields {
            // The only file of the API is the one that has no other limits than its type.
            let (place, of) = match field.wire.as_str() {
                "users" => ("file", "File".to_owned()),
                _ => ("part", field.of.rust()),
            };
            let is_required = field.presence == Presence::Required;
            let of = if is_required {
                of
            } else {
                format!("Option<{of}>")
            };
            self.push(is_required, place, field.name, &field.wire, of);
        }
    }

    fn push(
        &mut self,
        is_required: bool,
        place: &'static str,
        field: String,
        wire: &str,
        of: String,
    ) {
        let parameter = Parameter {
            place,
            field,
            wire: wire.to_owned(),
            of,
        };
        if is_required {
            self.required.push(parameter);
        } else {
            self.optional.push(parameter);
        }
    }

    /// What a successful answer is: the first described body, perhaps absent.
    fn output(&mut self, plan: &mut Plan<'static>) {
        let responses = &self.described.responses;
        let bodies: Vec<&Schema> = responses
            .iter()
            .filter_map(|response| response.schema.as_ref())
            .collect();
        let Some(schema) = bodies.first() else {
            self.answer = "NoContent".to_owned();
            return;
        };
        let of = plan.type_of(schema, &format!("{}Output", self.name));
        self.roots.extend(of.item().map(str::to_owned));
        self.answer = match bodies.len() < responses.len() {
            true => format!("Perhaps<{}>", of.rust()),
            false => of.rust(),
        };
        self.output = Some(of);
    }

    /// Whether it has an optional parameter of this name on the wire.
    pub(crate) fn has(&self, wire: &str) -> bool {
        self.optional.iter().any(|parameter| parameter.wire == wire)
    }

    /// Its lines, as an operation of `api`.
    pub(crate) fn render(&self, api: &str) -> String {
        let scopes: Vec<_> = self
            .described
            .scopes
            .iter()
            .flatten()
            .map(|scope| format!("\"{scope}\""))
            .collect();
        let mut text = "operation! {\n".to_owned();
        if self.described.is_deprecated {
            text.push_str("    /// Auth0 advises against it.\n");
        }
        let _ = write!(
            text,
            "    {} of {api} \"{}\" {} \"{}\"\n    [{}] -> {}\n",
            self.name,
            self.described.name,
            self.described.method,
            self.described.path,
            scopes.join(", "),
            self.answer,
        );
        for parameters in [&self.required, &self.optional] {
            text.push_str("    {");
            for (index, parameter) in parameters.iter().enumerate() {
                let Parameter {
                    place,
                    field,
                    wire,
                    of,
                } = parameter;
                text.push_str(if index == 0 { "\n" } else { "" });
                let _ = writeln!(text, "        {place} {field} \"{wire}\": {of},");
            }
            text.push_str(if parameters.is_empty() {
                "}\n"
            } else {
                "    }\n"
            });
        }
        text.push_str("}\n\n");
        text
    }
}
