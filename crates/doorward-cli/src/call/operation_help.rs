//! `doorward api OP --help`: what one operation takes and answers, from the API's description.

use std::fmt::{self, Write as _};

use doorward_api::description::{
    Description, Kind, OperationDescription, Parameter, Place, Schema,
};
use doorward_api::{Arguments, File, NamedOperation};

use super::apis::Offered;
use super::pages::Turning;

/// How wide the column of names is.
const NAMES: usize = 28;
/// How wide the column beside it is.
const WORDS: usize = 68;
/// The media type of forms with files.
const FORM: &str = "multipart/form-data";

/// The help of one operation.
pub(super) struct OperationHelp {
    pub(super) offered: &'static Offered,
    pub(super) description: &'static OperationDescription,
}

impl fmt::Display for OperationHelp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operation = self.description;
        let api = self.offered.api.description();
        let base = api.base();
        writeln!(f, "{} {base}{}", operation.method, operation.path)?;
        let (name, usage) = (&self.offered.name, self.usage(api));
        writeln!(f, "\nUsage: doorward api {name}{usage}")?;
        scopes(f, operation)?;
        for (place, title) in [
            (Place::Path, "Parameters of the path (--param NAME=VALUE)"),
            (Place::Query, "Parameters of the query (--param NAME=VALUE)"),
            (Place::Header, "Headers (--param NAME=VALUE)"),
        ] {
            parameters(f, api, title, operation.parameters_in(place))?;
        }
        body(f, api, operation)?;
        if let Some(turning) = Turning::of(operation) {
            writeln!(f, "\nPages: --all follows them, by {turning}.")?;
        }
        answer(f, api, operation)
    }
}

impl OperationHelp {
    /// What a call cannot do without.
    fn usage(&self, api: &Description) -> String {
        let mut usage = String::new();
        let parameters = self.description.parameters.iter();
        for parameter in parameters.filter(|parameter| parameter.required) {
            let _ = write!(usage, " --param {}=…", parameter.name);
        }
        match &self.description.body {
            Some(body) if body.media == FORM => {
                let required = &api.resolve(&body.schema).required;
                for name in required {
                    let is_file = is_file(self.offered.operation, required, name);
                    let value = if is_file { "@FILE" } else { "…" };
                    let _ = write!(usage, " --param {name}={value}");
                }
            }
            Some(_) => usage.push_str(" --json …"),
            None => {}
        }
        usage
    }
}

fn scopes(f: &mut fmt::Formatter<'_>, operation: &OperationDescription) -> fmt::Result {
    for (number, any) in operation.scopes.iter().enumerate() {
        let word = if number == 0 { "\nScopes:" } else { "  and" };
        let one = if any.len() > 1 { "one of " } else { "" };
        writeln!(f, "{word} {one}{}", any.join(", "))?;
    }
    Ok(())
}

fn parameters<'p>(
    f: &mut fmt::Formatter<'_>,
    api: &Description,
    title: &str,
    parameters: impl Iterator<Item = &'p Parameter>,
) -> fmt::Result {
    let mut parameters = parameters.peekable();
    if parameters.peek().is_some() {
        writeln!(f, "\n{title}:")?;
    }
    parameters.try_for_each(|one| line(f, api, one.name, &one.schema, one.required))
}

fn body(
    f: &mut fmt::Formatter<'_>,
    api: &Description,
    operation: &OperationDescription,
) -> fmt::Result {
    let Some(body) = &operation.body else {
        return Ok(());
    };
    let schema = api.resolve(&body.schema);
    match body.media {
        FORM => writeln!(f, "\nFields of the form (--param NAME=VALUE):")?,
        _ => writeln!(f, "\nBody (--json JSON|@FILE|-):")?,
    }
    let is_open = schema.properties.is_empty();
    if is_open {
        writeln!(f, "  {}", phrase(api, schema))?;
    }
    let needs = |name: &String| schema.required.contains(name);
    let mut properties = schema.properties.iter();
    properties.try_for_each(|(name, member)| line(f, api, name, member, needs(name)))
}

fn answer(
    f: &mut fmt::Formatter<'_>,
    api: &Description,
    operation: &OperationDescription,
) -> fmt::Result {
    let Some(answer) = operation.responses.first() else {
        return Ok(());
    };
    match &answer.schema {
        None => writeln!(f, "\nAnswer: {}, without a body", answer.status),
        Some(_) if answer.media == "text/event-stream" => {
            writeln!(
                f,
                "\nAnswer: {}, events, one JSON value a line",
                answer.status
            )
        }
        Some(schema) => {
            let name = schema.reference.as_deref();
            let name = name.map(|name| format!(" ({name})")).unwrap_or_default();
            let schema = phrase(api, schema);
            writeln!(f, "\nAnswer: {}, {schema}{name}", answer.status)
        }
    }
}

/// A name and what its value must be.
fn line(
    f: &mut fmt::Formatter<'_>,
    api: &Description,
    name: &str,
    schema: &Schema,
    is_required: bool,
) -> fmt::Result {
    let needed = if is_required { ", required" } else { "" };
    let phrase = format!("{}{needed}", phrase(api, schema));
    let mut name = name;
    for line in wrapped(&phrase) {
        writeln!(f, "  {name:<NAMES$}  {line}")?;
        name = "";
    }
    Ok(())
}

/// `text` in lines that are no wider than its column, unless a single word is.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.len() + word.len() < WORDS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Whether the field `name` of a form takes a file: a file makes the request whole, and a text does not.
fn is_file(operation: &NamedOperation, required: &[String], name: &str) -> bool {
    let others = required.iter().filter(|other| *other != name);
    let arguments = Arguments {
        parameters: others.map(|other| (other.clone(), "x".into())).collect(),
        files: vec![(name.to_owned(), File::json("x", ""))],
        body: None,
    };
    operation.request(arguments).is_ok()
}

/// What a value must be, in a few words.
fn phrase(api: &Description, schema: &Schema) -> String {
    let schema = api.resolve(schema);
    if !schema.values.is_empty() {
        let values = schema.values.iter().filter(|value| !value.is_null());
        let values = values.map(|value| value.as_str().map_or(value.to_string(), str::to_owned));
        return values.collect::<Vec<_>>().join(" | ");
    }
    let mut words: Vec<String> = schema
        .kinds
        .iter()
        .map(|kind| kind.name().to_owned())
        .collect();
    if words.is_empty() {
        let parts = schema.one_of.iter().chain(&schema.any_of);
        words = parts.map(|part| phrase(api, part)).collect();
        words.dedup();
        words.truncate(4);
    }
    let mut phrase = match words.as_slice() {
        [] => "any value".to_owned(),
        words => words.join(" or "),
    };
    if let Some(items) = &schema.items
        && schema.kinds.allow(Kind::Array)
    {
        phrase = format!("array of {}", self::phrase(api, items));
    }
    for detail in details(schema) {
        phrase.push_str(", ");
        phrase.push_str(&detail);
    }
    phrase
}

/// The limits of a value, as far as there are any.
fn details(schema: &Schema) -> impl Iterator<Item = String> {
    let format = schema.format.clone();
    let list =
        (!schema.list_of.is_empty()).then(|| format!("a list of {}", schema.list_of.join(", ")));
    let span = |least: Option<String>, most: Option<String>, unit: &str| match (least, most) {
        (Some(least), Some(most)) => Some(format!("{least} to {most}{unit}")),
        (Some(least), None) => Some(format!("at least {least}{unit}")),
        (None, Some(most)) => Some(format!("at most {most}{unit}")),
        (None, None) => None,
    };
    let text = |limit: Option<u64>| limit.map(|limit| limit.to_string());
    let number = |limit: Option<f64>| limit.map(|limit| limit.to_string());
    let length = span(
        text(schema.min_length),
        text(schema.max_length),
        " characters",
    );
    let size = span(number(schema.minimum), number(schema.maximum), "");
    let items = span(text(schema.min_items), text(schema.max_items), " items");
    [format, list, length, size, items].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::super::apis::offered;
    use super::*;

    fn help_of(offered: &'static Offered) -> String {
        let description = offered.description().unwrap();
        let help = OperationHelp {
            offered,
            description,
        };
        help.to_string()
    }

    fn help(name: &str) -> String {
        help_of(offered().find(|offered| offered.name == name).unwrap())
    }

    #[test]
    fn an_operation_tells_what_it_takes() {
        let help = help("users.list");
        assert!(help.starts_with("GET /api/v2/users\n"), "{help}");
        assert!(
            help.contains("Scopes: one of read:users, read:user_idp_tokens\n"),
            "{help}"
        );
        assert!(
            help.contains("\nPages: --all follows them, by page and per_page.\n"),
            "{help}"
        );
        let line = help
            .lines()
            .find(|line| line.starts_with("  per_page "))
            .unwrap();
        assert!(line.contains("integer"), "{line}");
    }

    #[test]
    fn what_cannot_be_left_out_stands_in_the_usage() {
        let import = help("jobs.usersImports.create");
        let usage = "Usage: doorward api jobs.usersImports.create --param users=@FILE --param connection_id=…\n";
        assert!(import.contains(usage), "{import}");
        let update = help("users.update");
        let usage = "Usage: doorward api users.update --param id=… --json …\n";
        assert!(update.contains(usage), "{update}");
        assert!(help("users.create").contains("\n  connection                    string"));
    }

    #[test]
    fn every_operation_has_help() {
        for offered in offered() {
            let help = help_of(offered);
            assert!(help.contains("\nUsage: doorward api "), "{help}");
            assert!(help.contains("\nAnswer: "), "{}: {help}", offered.name);
        }
    }

    #[test]
    fn operations_of_other_apis_are_behind_their_names() {
        let help = help("myAccount.factors.list");
        let begin = "GET /me/v1/factors\n\nUsage: doorward api myAccount.factors.list\n";
        assert!(help.starts_with(begin), "{help}");
    }
}
