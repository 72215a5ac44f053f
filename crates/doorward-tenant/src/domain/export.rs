//! The file that users are exported to: which members of each, under which names, as lines of JSON or rows of CSV.
//! Source: Management API, `jobs.usersExports.create`.

use serde_json::{Map, Value};

/// Members that are exported when none are named, and how CSV calls them.
const USUAL: &[(&str, &str)] = &[
    ("user_id", "Id"),
    ("given_name", "Given Name"),
    ("family_name", "Family Name"),
    ("nickname", "Nickname"),
    ("name", "Name"),
    ("email", "Email"),
    ("email_verified", "Email Verified"),
    ("created_at", "Created At"),
    ("updated_at", "Updated At"),
];
/// Members that are moments: tables know them as such when they stand there plainly.
const MOMENTS: &[&str] = &[
    "created_at",
    "updated_at",
    "last_login",
    "last_password_reset",
];

/// What is written of each user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Export {
    /// CSV, otherwise an object of JSON in each line.
    is_csv: bool,
    columns: Vec<Column>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Column {
    /// What it is called in the file.
    title: String,
    /// Where it stands in the user.
    path: Vec<Step>,
    is_moment: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Member(String),
    Item(usize),
}

impl Export {
    /// Reads `format` and `fields` of a request, which has passed its schema.
    pub(crate) fn read(request: &Map<String, Value>) -> Self {
        let is_csv = request.get("format").is_some_and(|format| format == "csv");
        let fields = request.get("fields").and_then(Value::as_array);
        let columns = match fields.filter(|fields| !fields.is_empty()) {
            Some(fields) => fields.iter().filter_map(Column::named).collect(),
            None => USUAL
                .iter()
                .map(|(name, title)| Column::new(name, if is_csv { title } else { name }))
                .collect(),
        };
        Self { is_csv, columns }
    }

    /// What stands above the users: in CSV the names of the columns.
    pub(crate) fn head(&self) -> String {
        if !self.is_csv {
            return String::new();
        }
        let titles = self.columns.iter().map(|column| title(&column.title));
        let mut line = titles.collect::<Vec<_>>().join(",");
        line.push('\n');
        line
    }

    /// The line of a user.
    pub(crate) fn line(&self, user: Map<String, Value>) -> String {
        let user = Value::Object(user);
        let mut line = if self.is_csv {
            let cells = self.columns.iter().map(|column| column.cell(&user));
            cells.collect::<Vec<_>>().join(",")
        } else {
            let members = self.columns.iter();
            let members = members
                .filter_map(|column| Some((column.title.clone(), column.of(&user)?.clone())));
            Value::Object(members.collect()).to_string()
        };
        line.push('\n');
        line
    }
}

impl Column {
    fn new(name: &str, title: &str) -> Self {
        Self {
            title: title.to_owned(),
            path: steps(name),
            is_moment: MOMENTS.contains(&name),
        }
    }

    /// `{"name": "identities[0].connection", "export_as": "provider"}`.
    fn named(field: &Value) -> Option<Self> {
        let name = field["name"].as_str()?;
        let title = field["export_as"].as_str();
        Some(Self::new(name, title.unwrap_or(name)))
    }

    fn of<'u>(&self, user: &'u Value) -> Option<&'u Value> {
        self.path.iter().try_fold(user, |value, step| match step {
            Step::Member(name) => value.get(name),
            Step::Item(number) => value.get(number),
        })
    }

    /// Texts are quoted behind an apostrophe, so that no table takes one for a formula.
    fn cell(&self, user: &Value) -> String {
        match self.of(user) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(moment)) if self.is_moment => moment.clone(),
            Some(Value::String(text)) => quoted(&format!("'{text}")),
            Some(flag @ Value::Bool(_)) => flag.to_string(),
            Some(number @ Value::Number(_)) => number.to_string(),
            Some(several) => quoted(&several.to_string()),
        }
    }
}

fn title(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        quoted(text)
    } else {
        text.to_owned()
    }
}

/// RFC 4180, section 2.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// `identities[0].connection` is a member, an item of it, and a member of that.
fn steps(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for part in path.split('.') {
        let (member, items) = part.split_at(part.find('[').unwrap_or(part.len()));
        if !member.is_empty() {
            steps.push(Step::Member(member.to_owned()));
        }
        let numbers = items.split(']').filter_map(|item| item.strip_prefix('['));
        steps.extend(numbers.filter_map(|number| number.parse().ok().map(Step::Item)));
    }
    steps
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn lines(request: Value, user: Value) -> String {
        let export = Export::read(request.as_object().unwrap());
        export.head() + &export.line(user.as_object().cloned().unwrap())
    }

    fn user() -> Value {
        json!({
            "user_id": "auth0|1", "email": "a@b.co", "email_verified": true, "name": "=1+1, \"x\"",
            "created_at": "2026-01-02T03:04:05.678Z", "logins_count": 3,
            "identities": [{ "connection": "Users" }], "user_metadata": { "a": { "b": [1] } },
        })
    }

    #[test]
    fn a_line_has_what_was_asked_for_under_its_new_name() {
        let fields = json!([
            { "name": "user_id" }, { "name": "identities[0].connection", "export_as": "from" },
            { "name": "user_metadata.a.b[0]", "export_as": "b" }, { "name": "identities[7].connection" },
            { "name": "nothing" },
        ]);
        assert_eq!(
            lines(json!({ "fields": fields }), user()),
            "{\"user_id\":\"auth0|1\",\"from\":\"Users\",\"b\":1}\n"
        );
    }

    #[test]
    fn texts_of_a_table_are_no_formulas_and_stay_in_their_cells() {
        let fields = json!([
            { "name": "name", "export_as": "Name, \"full\"" }, { "name": "created_at" },
            { "name": "email_verified" }, { "name": "logins_count" }, { "name": "user_metadata" },
            { "name": "nothing" },
        ]);
        assert_eq!(
            lines(json!({ "format": "csv", "fields": fields }), user()),
            "\"Name, \"\"full\"\"\",created_at,email_verified,logins_count,user_metadata,nothing\n\
             \"'=1+1, \"\"x\"\"\",2026-01-02T03:04:05.678Z,true,3,\"{\"\"a\"\":{\"\"b\"\":[1]}}\",\n"
        );
    }

    #[test]
    fn the_usual_members_are_exported_when_none_are_named() {
        assert_eq!(
            lines(json!({ "format": "csv", "fields": [] }), user()),
            "Id,Given Name,Family Name,Nickname,Name,Email,Email Verified,Created At,Updated At\n\
             \"'auth0|1\",,,,\"'=1+1, \"\"x\"\"\",\"'a@b.co\",true,2026-01-02T03:04:05.678Z,\n"
        );
        assert!(lines(json!({}), user()).starts_with("{\"user_id\":\"auth0|1\",\"name\":"));
    }
}
