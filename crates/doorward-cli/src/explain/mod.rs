//! `doorward explain NAME`: what a method of npm's `auth0`, of any version, is called here.

mod names;

use std::process::ExitCode;

use clap::Args;
use doorward_api::NamedOperation;

use crate::call::api::operations;
use crate::call::failure::Failure;
use crate::call::{conclude, print_line};

use self::names::{Meaning, NAMES};

/// Say what a method of the Node SDK is called here.
#[derive(Debug, Args)]
#[command(after_help = "\
Names of all versions are known, with or without `management.` or `auth.` in front. From version 7 on, Node's methods
of the Authentication API are those of @auth0/auth0-auth-js.

  doorward explain users.getAll
  doorward explain getTokenByCode
  doorward explain --list")]
pub(crate) struct ExplainArgs {
    /// The method, such as users.getAll; letter case does not matter
    #[arg(value_name = "NAME", required_unless_present = "list")]
    name: Option<String>,
    /// List the names that have changed instead, those with NAME in them if one is given
    #[arg(long)]
    list: bool,
}

/// Explains.
pub(crate) fn run(args: &ExplainArgs) -> ExitCode {
    let typed = args.name.as_deref().unwrap_or_default();
    conclude(async {
        if args.list {
            list(typed)
        } else {
            explain(typed)
        }
    })
}

fn list(typed: &str) -> Result<(), Failure> {
    let typed = typed.to_ascii_lowercase();
    for (name, meaning) in NAMES.iter() {
        if name.to_ascii_lowercase().contains(&typed) {
            print_line(&format!("{name:<52} {}", meaning.text()))?;
        }
    }
    Ok(())
}

fn explain(typed: &str) -> Result<(), Failure> {
    let name = ["management.", "auth.", "auth0."]
        .iter()
        .find_map(|prefix| typed.strip_prefix(prefix))
        .unwrap_or(typed);
    let Some((name, meaning)) = names::find(name) else {
        let hint = match names::nearest(name).as_slice() {
            [] => "see --list".to_owned(),
            names => format!("did you mean {}?", names.join(", ")),
        };
        return Err(Failure::usage(format!("no method {typed:?}: {hint}")));
    };
    match meaning {
        Meaning::Management(operation) => management(&name, operation)?,
        Meaning::Authentication(operation) => authentication(&name, operation)?,
        Meaning::Rust(expression) => {
            print_line(&name)?;
            print_line(&format!("  Rust          {expression}"))?;
        }
        Meaning::Gone(why) => print_line(&format!("{name} is gone: {why}"))?,
    }
    Ok(())
}

/// `users.getAll is users.list`, or the name alone when it is the same here.
fn title(name: &str, operation: &str) -> String {
    if name.eq_ignore_ascii_case(operation) {
        operation.to_owned()
    } else {
        format!("{name} is {operation}")
    }
}

fn management(name: &str, operation: &NamedOperation) -> Result<(), Failure> {
    print_line(&title(name, operation.name))?;
    let (rust, value) = (names::handle(operation), operation.type_name());
    print_line(&format!("  Rust          {rust}, as a value {value}"))?;
    print_line(&format!("  Command line  doorward api {}", operation.name))?;
    let (method, path) = (operation.method, operation.path);
    print_line(&format!("  HTTP          {method} /api/v2{path}"))?;
    print_line(&format!("  Scopes        {}", operation.scopes.join(", ")))?;
    Ok(())
}

fn authentication(name: &str, operation: &'static str) -> Result<(), Failure> {
    print_line(&title(name, operation))?;
    print_line(&format!("  Rust          {}", names::rust(operation)))?;
    print_line(&format!("  Command line  doorward auth {operation}"))?;
    Ok(())
}

/// The operation of the Management API with that name, whatever its letter case.
fn operation(name: &str) -> Option<&'static NamedOperation> {
    operations().find(|operation| operation.name.eq_ignore_ascii_case(name))
}
