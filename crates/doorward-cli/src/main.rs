//! The `doorward` command: a tenant, its gateway, and Auth0's APIs from the shell.

mod admin;
mod call;
mod completions;
mod explain;
mod gateway;
mod limits;
mod login;
mod manage;
mod serve;

use std::process::ExitCode;

use call::api::ApiArgs;
use call::auth::AuthArgs;
use clap::{CommandFactory as _, Parser, Subcommand};
use completions::CompletionsArgs;
use explain::ExplainArgs;
use login::{LoginArgs, LogoutArgs};
use manage::apps::AppsArgs;
use manage::logs::LogsArgs;
use manage::users::UsersArgs;

use serve::Part;
use serve::options::RawOptions;

/// An Auth0-compatible tenant with a gateway and a command line.
///
/// Without a subcommand it starts `doorward serve`.
#[derive(Parser)]
#[command(name = "doorward", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Tenant and gateway in one process, on an embedded database (the default)
    Serve(Box<RawOptions>),
    /// The tenant alone
    Tenant(Box<RawOptions>),
    /// The gateway alone, with the environment variables and config file of auth0-client
    Gateway(gateway::Gateway),
    /// Call the Authentication API: sign-up, login, tokens
    Auth(Box<AuthArgs>),
    /// Call the Management API: users, clients, connections, logs, …; My Account and My Organization
    Api(Box<ApiArgs>),
    /// Log in at a tenant, and keep the login for the commands that follow
    Login(Box<LoginArgs>),
    /// Forget a login
    Logout(Box<LogoutArgs>),
    /// Find users, and change them
    Users(Box<UsersArgs>),
    /// Read what happened in the tenant
    Logs(Box<LogsArgs>),
    /// Find applications, make them, and change their secrets
    Apps(Box<AppsArgs>),
    /// Say what a method of the Node SDK is called here
    Explain(ExplainArgs),
    /// Print a script that completes commands, options and operations in a shell
    Completions(CompletionsArgs),
    /// Work on the data itself: make the first management client of a production tenant
    Admin(admin::Admin),
}

fn main() -> ExitCode {
    match Cli::parse().command {
        None => serve::run(Part::TenantAndGateway, RawOptions::from_environment()),
        Some(Command::Serve(options)) => serve::run(Part::TenantAndGateway, *options),
        Some(Command::Admin(admin)) => admin::run(admin),
        Some(Command::Tenant(options)) => serve::run(Part::Tenant, *options),
        Some(Command::Gateway(gateway)) => gateway::run(&gateway),
        Some(Command::Auth(args)) => call::auth::run(&args),
        Some(Command::Api(args)) => call::api::run(&args, || print_help("api")),
        Some(Command::Explain(args)) => explain::run(&args),
        Some(Command::Completions(args)) => completions::run(&args, Cli::command()),
        Some(Command::Login(args)) => login::run(&args),
        Some(Command::Logout(args)) => login::run_logout(&args),
        Some(Command::Users(args)) => manage::users::run(&args),
        Some(Command::Logs(args)) => manage::logs::run(&args),
        Some(Command::Apps(args)) => manage::apps::run(&args),
    }
}

/// Prints the help of a subcommand.
fn print_help(name: &str) -> std::io::Result<()> {
    let mut program = Cli::command();
    // Its usage line names the whole command once it was built.
    program.build();
    match program.find_subcommand_mut(name) {
        Some(command) => command.print_help(),
        None => Ok(()),
    }
}
