//! `doorward users`, `logs` and `apps`: the everyday work on a tenant, for people.
//!
//! They read and change what `doorward api` does, through the same SDK and with the same credentials, and show it as
//! tables; `--json` gives programs the API's own answers.

pub(crate) mod apps;
pub(crate) mod logs;
mod output;
mod prompt;
pub(crate) mod users;

use std::process::ExitCode;

use clap::Args;
use doorward::ManagementClient;

use crate::call::credentials::Credentials;
use crate::call::failure::Failure;
use crate::call::finish;

use self::output::Output;

/// Where a command works and how it answers: the options that all have.
#[derive(Debug, Args)]
struct Target {
    /// Answer as JSON, as the Management API gives it
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    credentials: Credentials,
}

impl Target {
    /// The tenant's Management API.
    fn management(&self) -> Result<ManagementClient, Failure> {
        self.credentials.resolve()?.management()
    }

    /// For whom to print.
    fn output(&self) -> Output {
        if self.json {
            Output::Json
        } else {
            Output::Text
        }
    }

    /// Runs a command to its end. Its failure is told to people, or to programs as `doorward api` does.
    fn conclude(&self, command: impl Future<Output = Result<(), Failure>>) -> ExitCode {
        match finish(command) {
            Ok(()) => ExitCode::SUCCESS,
            Err(failure) if self.json => failure.report(),
            Err(failure) => failure.say(),
        }
    }
}

/// How much of a list is shown.
#[derive(Debug, Args)]
struct Amount {
    /// How many to show at most
    #[arg(long, value_name = "NUMBER", default_value = "50", value_parser = clap::value_parser!(u32).range(1..))]
    limit: u32,
    /// Show all, however many there are
    #[arg(long, conflicts_with = "limit")]
    all: bool,
}

impl Amount {
    fn limit(&self) -> usize {
        if self.all {
            usize::MAX
        } else {
            usize::try_from(self.limit).unwrap_or(usize::MAX)
        }
    }
}
