//! `doorward admin`: work on the data itself, beside a running process.

use std::process::ExitCode;

use clap::{Args, Subcommand};

use crate::serve::options::RawOptions;
use crate::serve::{Part, chain, settings::Settings};

/// What an administrator wants.
#[derive(Args)]
pub(crate) struct Admin {
    #[command(subcommand)]
    work: Work,
}

#[derive(Subcommand)]
enum Work {
    /// Make a client for the Management API and print its credentials, once
    CreateClient(Box<CreateClient>),
}

#[derive(Args)]
struct CreateClient {
    /// What the client is called
    #[arg(long, default_value = "Management Client")]
    name: String,
    /// A scope it gets; repeatable [default: all scopes of the Management API]
    #[arg(long, value_name = "SCOPE")]
    scope: Vec<String>,
    #[command(flatten)]
    options: RawOptions,
}

/// Does the work and prints its outcome as JSON.
pub(crate) fn run(admin: Admin) -> ExitCode {
    let Work::CreateClient(wanted) = admin.work;
    let settings = match Settings::read(Part::Tenant, wanted.options) {
        Ok(settings) => settings,
        Err(problems) => {
            eprint!("{problems}");
            return ExitCode::from(2);
        }
    };
    match create_client(&settings, &wanted.name, &wanted.scope) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("doorward: {}", chain(error.as_ref()));
            ExitCode::FAILURE
        }
    }
}

#[expect(
    clippy::print_stdout,
    reason = "the credentials are what was asked for"
)]
fn create_client(
    settings: &Settings,
    name: &str,
    scopes: &[String],
) -> Result<(), Box<dyn std::error::Error>> {
    let (location, key) = settings.storage()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let made = runtime.block_on(doorward_tenant::create_management_client(
        &location, key, name, scopes,
    ))?;
    println!("{:#}", serde_json::to_value(&made)?);
    Ok(())
}
