//! `doorward api OP`: any operation of the Management API.

use std::process::ExitCode;

use clap::Args;
use doorward::ManagementClient;
use doorward_api::management::OPERATIONS;
use doorward_api::{ArgumentError, Arguments, File, NamedOperation, Parts};
use futures_util::TryStreamExt;

use super::credentials::Credentials;
use super::failure::Failure;
use super::input::Input;
use super::{conclude, names, print, print_line};

/// Operations that answer with a stream of events.
const STREAMS: [&str; 1] = ["events.subscribe"];

/// A call of the Management API.
#[derive(Debug, Args)]
#[command(after_help = "\
Parameters of path, query and multipart bodies are given by --param; a file of a multipart body as \
--param NAME=@FILE. Without --token the client gets an access token for the call.

  doorward api users.list --param q='email:\"ada@example.com\"'
  doorward api users.update --param id='auth0|1' --json '{\"nickname\":\"ada\"}'
  doorward api jobs.usersImports.create --param connection_id=con_1 --param users=@users.json")]
pub(crate) struct ApiArgs {
    /// The operation, such as users.list; letter case does not matter
    #[arg(value_name = "OP", required_unless_present = "list")]
    operation: Option<String>,
    /// List the operations instead, those whose name has OP in it if one is given
    #[arg(long)]
    list: bool,
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    credentials: Credentials,
}

/// Makes the call.
pub(crate) fn run(args: &ApiArgs) -> ExitCode {
    conclude(call(args))
}

fn operations() -> impl Iterator<Item = &'static NamedOperation> + Clone {
    OPERATIONS.iter().copied().flatten()
}

async fn call(args: &ApiArgs) -> Result<(), Failure> {
    let typed = args.operation.as_deref().unwrap_or_default();
    if args.list {
        return list(typed);
    }
    let operation = names::find(operations(), |operation| operation.name, typed)?;
    let parts = request(operation, &args.input)?;
    let client = args.credentials.resolve()?.management()?;
    let client = client.with(args.input.options());
    if STREAMS.contains(&operation.name) {
        return follow(operation, &client, parts).await;
    }
    let response = client.send_parts(parts, operation.path).await?;
    let answer = operation.answer(&response.body).map_err(|source| {
        let response = Box::new(response);
        doorward::Error::Decode { source, response }
    })?;
    Ok(print(&answer)?)
}

fn list(typed: &str) -> Result<(), Failure> {
    let typed = typed.to_ascii_lowercase();
    let wanted = |operation: &&NamedOperation| operation.name.to_ascii_lowercase().contains(&typed);
    for operation in operations().filter(wanted) {
        let NamedOperation {
            name, method, path, ..
        } = operation;
        print_line(&format!("{name:<56} {method:<6} {path}"))?;
    }
    Ok(())
}

/// One JSON value a line, for as long as the tenant sends any.
async fn follow(
    operation: &NamedOperation,
    client: &ManagementClient,
    parts: Parts,
) -> Result<(), Failure> {
    let mut events = std::pin::pin!(client.subscribe_parts(parts, operation.path).await?);
    while let Some(event) = events.try_next().await? {
        match operation.answer(&event) {
            Ok(value) => print_line(&value.to_string())?,
            Err(_) => print_line(&String::from_utf8_lossy(&event))?,
        }
    }
    Ok(())
}

/// The request that the command line describes.
fn request(operation: &NamedOperation, input: &Input) -> Result<Parts, Failure> {
    let mut arguments = Arguments {
        parameters: input.parameters.clone(),
        body: input.body()?,
        files: Vec::new(),
    };
    loop {
        match operation.request(arguments.clone()) {
            Ok(parts) => return Ok(parts),
            // `@FILE` is a file only where the operation misses one; elsewhere it is text.
            Err(ArgumentError::Missing(name)) if take_file(&mut arguments, name) => {}
            Err(error) => return Err(Failure::usage(format!("{}: {error}", operation.name))),
        }
    }
}

/// Makes a file of the parameter `name` when it names one.
fn take_file(arguments: &mut Arguments, name: &str) -> bool {
    let names_file = |(given, value): &(String, String)| given == name && value.starts_with('@');
    let Some(at) = arguments.parameters.iter().position(names_file) else {
        return false;
    };
    let (name, value) = arguments.parameters.swap_remove(at);
    let path = value.trim_start_matches('@').to_owned();
    arguments.files.push((name, File::at(path)));
    true
}
