//! What the document for Node users names, there is.

use std::fs;
use std::path::Path;

use doorward::management::{
    CreateUser, CreateUserRequestContent, DeleteUser, GetUser, ListClients, ListLogs, ListUsers,
    ListUsersByEmail, UpdateUser, UpdateUserRequestContent,
};

/// The text of all files below `path`.
fn sources(path: &Path) -> String {
    let mut all = String::new();
    for entry in fs::read_dir(path).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => all.push_str(&sources(&path)),
            false => all.push_str(&fs::read_to_string(path).unwrap()),
        }
    }
    all
}

/// The words of the last column of all tables: methods with the parenthesis that follows them, and
/// types.
fn named(document: &str) -> Vec<String> {
    let columns = document.lines().filter(|line| line.starts_with('|'));
    let last = columns.filter_map(|line| line.trim_end_matches('|').rsplit('|').next());
    let mut words = Vec::new();
    for quoted in last.flat_map(|column| column.split('`').skip(1).step_by(2)) {
        let mut rest = quoted;
        while let Some(start) = rest.find(|c: char| c.is_ascii_alphabetic()) {
            rest = &rest[start..];
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
            let (word, behind) = rest.split_at(end.unwrap_or(rest.len()));
            let is_type = word.starts_with(|c: char| c.is_ascii_uppercase());
            if behind.starts_with('(') && !is_type {
                words.push(format!("fn {word}"));
            } else if is_type && word.chars().any(|c| c.is_ascii_lowercase()) {
                words.push(word.to_owned());
            }
            rest = behind;
        }
    }
    words
}

#[test]
fn every_method_and_type_of_the_document_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let document = fs::read_to_string(root.join("docs/coming-from-node.md")).unwrap();
    let code = sources(&root.join("crates/doorward/src"))
        + &sources(&root.join("crates/doorward-api/src/generated"));
    let words = named(&document);
    assert!(words.len() > 100, "{}", words.len());
    for word in words {
        let exists = code.match_indices(&word).any(|(start, _)| {
            let behind = code[start + word.len()..].chars().next();
            !behind.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_')
        });
        assert!(exists, "{word}");
    }
}

/// The code blocks of `text` whose fence is `fence`, each as its lines without indentation.
fn blocks<'t>(text: impl Iterator<Item = &'t str>, fence: &str) -> Vec<Vec<&'t str>> {
    let mut blocks = Vec::new();
    let mut open: Option<(&str, Vec<&str>)> = None;
    for line in text.map(str::trim) {
        match open.take() {
            Some((fenced, lines)) if line == "```" => {
                blocks.extend((fenced == fence).then_some(lines));
            }
            Some((fenced, mut lines)) => {
                lines.push(line);
                open = Some((fenced, lines));
            }
            None if line.starts_with("```") => open = Some((line, Vec::new())),
            None => {}
        }
    }
    blocks
}

#[test]
fn every_example_of_the_document_runs_in_the_documentation() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let document = fs::read_to_string(root.join("docs/coming-from-node.md")).unwrap();
    let code = sources(&root.join("crates/doorward/src"));
    let comments = code.lines().filter_map(|line| {
        let line = line.trim_start();
        line.strip_prefix("///").or(line.strip_prefix("//!"))
    });
    // As their reader sees them, without the lines that only the compiler does.
    let mut run = blocks(comments, "```");
    for lines in &mut run {
        lines.retain(|line| *line != "#" && !line.starts_with("# "));
    }
    let shown = blocks(document.lines(), "```rust");
    assert!(shown.len() > 10, "{}", shown.len());
    for example in shown {
        let runs = run.iter().any(|lines| {
            let mut windows = lines.windows(example.len());
            windows.any(|window| window == example)
        });
        assert!(runs, "{}", example.join("\n"));
    }
}

#[test]
fn the_handles_of_the_document_lead_to_the_operations_beside_them() {
    let management = doorward::ManagementClient::builder("tenant.test")
        .token("at")
        .build()
        .unwrap();
    let (users, clients) = (management.users(), management.clients());
    let _: ListUsers = users.list().into_operation();
    let _: GetUser = users.get("auth0|1").into_operation();
    let by_email: ListUsersByEmail = users
        .list_users_by_email("ada@example.com")
        .into_operation();
    assert_eq!(by_email.email, "ada@example.com");
    let create = CreateUserRequestContent::new("c");
    let _: CreateUser = users.create(create).into_operation();
    let update = UpdateUserRequestContent::default();
    let _: UpdateUser = users.update("auth0|1", update).into_operation();
    let _: DeleteUser = users.delete("auth0|1").into_operation();
    let _: ListLogs = management.logs().list().into_operation();
    let _: ListClients = clients.list().into_operation();
    drop(users.list().items());
    drop(clients.list().checkpoint_items());
    drop(management.logs().list().checkpoint_items());
}
