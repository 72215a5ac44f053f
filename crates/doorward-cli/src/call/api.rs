//! `doorward api OP`: any operation of the Management API, of My Account and of My Organization.

use std::io;
use std::process::ExitCode;

use clap::Args;
use doorward_api::{ArgumentError, Arguments, File, NamedOperation, Parts, management};
use futures_util::TryStreamExt;
use serde_json::Value;

use super::apis::{Caller, Offered, offered};
use super::credentials::Credentials;
use super::failure::Failure;
use super::input::Input;
use super::operation_help::OperationHelp;
use super::pages::Pages;
use super::text::{json, printable};
use super::{conclude, names, print, print_line, table};

/// Operations that answer with a stream of events.
const STREAMS: [&str; 1] = ["events.subscribe"];

/// A call of one of the APIs.
#[derive(Debug, Args)]
#[command(
    disable_help_flag = true,
    after_help = "\
Parameters of path, query and multipart bodies are given by --param; a file of a multipart body as \
--param NAME=@FILE. Without --token the client gets an access token for the call; operations that \
begin with myAccount. and myOrganization. need one of the user.

  doorward api users.list --help
  doorward api users.list --param q='email:\"ada@example.com\"' --all
  doorward api users.update --param id='auth0|1' --json '{\"nickname\":\"ada\"}'
  doorward api clients.list --table
  doorward api jobs.usersImports.create --param connection_id=con_1 --param users=@users.json"
)]
pub(crate) struct ApiArgs {
    /// The operation, such as users.list; letter case does not matter
    #[arg(value_name = "OP", required_unless_present_any = ["list", "help"])]
    operation: Option<String>,
    /// List the operations instead, those whose name has OP in it if one is given
    #[arg(long)]
    list: bool,
    /// Follow the pages of a list to its end, and print a JSON value a line
    #[arg(long)]
    all: bool,
    /// Print a table, for people
    #[arg(long)]
    table: bool,
    /// Print help: of OP, its parameters and scopes
    #[arg(long, short)]
    help: bool,
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    credentials: Credentials,
}

/// Makes the call. `own_help` prints the help of the command itself.
pub(crate) fn run(args: &ApiArgs, own_help: impl FnOnce() -> io::Result<()>) -> ExitCode {
    conclude(async {
        match &args.operation {
            _ if args.list => list(args.operation.as_deref().unwrap_or_default()),
            None => Ok(own_help()?),
            Some(typed) if args.help => help(typed),
            Some(typed) => call(args, typed).await,
        }
    })
}

/// All operations of the Management API.
pub(crate) fn operations() -> impl Iterator<Item = &'static NamedOperation> + Clone {
    management::OPERATIONS.iter().copied().flatten()
}

/// The operation that was meant.
fn find(typed: &str) -> Result<&'static Offered, Failure> {
    names::find(offered(), |offered| &offered.name, typed)
}

fn help(typed: &str) -> Result<(), Failure> {
    let offered = find(typed)?;
    let description = offered.description()?;
    let help = OperationHelp {
        offered,
        description,
    };
    Ok(print_line(help.to_string().trim_end())?)
}

async fn call(args: &ApiArgs, typed: &str) -> Result<(), Failure> {
    let offered = find(typed)?;
    let call = Call::of(offered, &args.input)?;
    // Before anything is sent, and before the tenant matters: what is missing or too much.
    let parts = operation_request(offered, call.arguments.clone())?;
    let client = args.credentials.resolve()?.client(offered.api)?;
    let client = client.with(args.input.options());
    if STREAMS.contains(&&*offered.name) {
        return follow(offered.operation, &client, parts).await;
    }
    if args.all {
        return all(args, &call, &client).await;
    }
    let answer = call.send(&client, call.arguments.clone()).await?;
    if args.table {
        table::print_table(table::of(&answer))?;
    } else {
        print(&answer)?;
    }
    Ok(())
}

/// The items of all pages: a line each as they come, or one table of all.
async fn all(args: &ApiArgs, call: &Call, client: &Caller) -> Result<(), Failure> {
    let mut pages = Pages::of(call, call.offered.description()?);
    let mut kept = Vec::new();
    while let Some(items) = pages.next(client).await? {
        if args.table {
            kept.extend(items);
            continue;
        }
        for item in items {
            print_line(&json(&item))?;
        }
    }
    if args.table {
        table::print_table(table::list(&kept))?;
    }
    Ok(())
}

/// An operation, and what the command line gives it.
pub(super) struct Call {
    pub(super) offered: &'static Offered,
    pub(super) arguments: Arguments,
}

impl Call {
    /// The call that the command line describes.
    fn of(offered: &'static Offered, input: &Input) -> Result<Self, Failure> {
        let mut arguments = Arguments {
            parameters: input.parameters.clone(),
            body: input.body()?,
            files: Vec::new(),
        };
        // `@FILE` is a file only where the operation misses one; elsewhere it is text.
        let request = |arguments: &Arguments| offered.operation.request(arguments.clone());
        while let Err(ArgumentError::Missing(name)) = request(&arguments) {
            if !take_file(&mut arguments, name) {
                break;
            }
        }
        Ok(Self { offered, arguments })
    }

    /// Sends it with these arguments; answers the body by the operation's type.
    pub(super) async fn send(
        &self,
        client: &Caller,
        arguments: Arguments,
    ) -> Result<Value, Failure> {
        let operation = self.offered.operation;
        let parts = operation_request(self.offered, arguments)?;
        let response = client.send(parts, operation.path).await?;
        let answer = operation.answer(&response.body).map_err(|source| {
            let response = Box::new(response);
            doorward::Error::Decode { source, response }
        })?;
        Ok(answer)
    }
}

fn operation_request(offered: &Offered, arguments: Arguments) -> Result<Parts, Failure> {
    let name = &offered.name;
    let made = offered.operation.request(arguments);
    made.map_err(|error| {
        let message = format!("{name}: {error} (doorward api {name} --help tells what it takes)");
        Failure::usage(message)
    })
}

fn list(typed: &str) -> Result<(), Failure> {
    let typed = typed.to_ascii_lowercase();
    let wanted = |offered: &&Offered| offered.name.to_ascii_lowercase().contains(&typed);
    for offered in offered().filter(wanted) {
        let NamedOperation { method, path, .. } = offered.operation;
        let (name, base) = (&offered.name, offered.api.description().base());
        print_line(&format!("{name:<56} {method:<6} {base}{path}"))?;
    }
    Ok(())
}

/// One JSON value a line, for as long as the tenant sends any.
async fn follow(operation: &NamedOperation, client: &Caller, parts: Parts) -> Result<(), Failure> {
    let mut events = client.subscribe(parts, operation.path).await?;
    while let Some(event) = events.try_next().await? {
        match operation.answer(&event) {
            Ok(value) => print_line(&json(&value))?,
            Err(_) => print_line(&printable(&String::from_utf8_lossy(&event)))?,
        }
    }
    Ok(())
}

/// Makes a file of the parameter `name` when it names one.
fn take_file(arguments: &mut Arguments, name: &str) -> bool {
    let names_file = |(given, value): &(String, String)| given == name && value.starts_with('@');
    let Some(at) = arguments.parameters.iter().position(names_file) else {
        return false;
    };
    let (name, value) = arguments.parameters.swap_remove(at);
    let path = value.strip_prefix('@').unwrap_or(&value);
    arguments.files.push((name, File::at(path)));
    true
}
