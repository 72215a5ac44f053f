//! `doorward users import`: a job from its file to its last error.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use doorward::ManagementClient;
use doorward::api::File;
use doorward::api::wire::Wire as _;
use doorward::management::{CreateJobUsersImport, GetJob, GetJobErrors, ListConnections};
use futures_util::{StreamExt as _, TryStreamExt as _};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};

use super::super::Target;
use super::super::output::{Output, note, text};
use crate::call::failure::Failure;
use crate::call::text::printable;
use crate::call::{print, print_line};

/// How often a job is asked how far it is.
const INTERVAL: Duration = Duration::from_millis(500);
/// How many errors people are shown.
const SHOWN: usize = 20;

#[derive(Debug, Args)]
pub(super) struct Import {
    /// A JSON array of users, in the form of Auth0's imports
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The connection that the users will belong to, by name or id
    #[arg(
        long,
        value_name = "NAME|ID",
        default_value = "Username-Password-Authentication"
    )]
    connection: String,
    /// Update users that are there already
    #[arg(long)]
    upsert: bool,
    /// A name of your own for the job
    #[arg(long, value_name = "ID")]
    external_id: Option<String>,
    /// Have the owners of the tenant told by e-mail when the job has ended
    #[arg(long)]
    completion_email: bool,
    #[command(flatten)]
    pub(super) target: Target,
}

impl Import {
    pub(super) async fn run(&self) -> Result<(), Failure> {
        let management = self.target.management()?;
        if let Err(error) = std::fs::File::open(&self.file) {
            return Err(Failure::usage(format!("{}: {error}", self.file.display())));
        }
        let connection = connection_id(&management, &self.connection).await?;
        let progress = Progress::begin(self.target.output());
        let file = File::at(&self.file);
        let mut create = CreateJobUsersImport::new(file, connection);
        create.upsert = Some(self.upsert);
        create.external_id = self.external_id.clone();
        create.send_completion_email = Some(self.completion_email);
        let job = management.send(&create).await?.data.to_value();
        let job = progress.follow(&management, &text(&job, "id")).await?;
        self.tell(&management, &job).await
    }

    /// Says how the job ended, and what went wrong with single users.
    async fn tell(&self, management: &ManagementClient, job: &Value) -> Result<(), Failure> {
        let failed = job["summary"]["failed"].as_u64().unwrap_or(0);
        let is_whole = job["status"] == "completed" && failed == 0;
        let errors = if is_whole {
            Vec::new()
        } else {
            errors(management, &text(job, "id")).await?
        };
        match self.target.output() {
            Output::Json => print(&json!({ "job": job, "errors": errors }))?,
            Output::Text => {
                print_line(&printable(&sentence(job)))?;
                errors
                    .iter()
                    .take(SHOWN)
                    .for_each(|error| note(&line(error)));
                if errors.len() > SHOWN {
                    let rest = errors.len() - SHOWN;
                    note(&format!("… and {rest} more: --json shows all"));
                }
            }
        }
        if is_whole {
            Ok(())
        } else {
            Err(Failure::Partial)
        }
    }
}

/// The id of the connection that `named` means.
async fn connection_id(management: &ManagementClient, named: &str) -> Result<String, Failure> {
    if named.starts_with("con_") {
        return Ok(named.to_owned());
    }
    let list = ListConnections {
        name: Some(named.to_owned()),
        ..ListConnections::default()
    };
    let found: Vec<_> = management.items(list).take(1).try_collect().await?;
    match found.first() {
        Some(connection) => Ok(text(&connection.to_value(), "id")),
        None => Err(Failure::NotFound(format!(
            "there is no connection {named:?}"
        ))),
    }
}

/// What went wrong with each user.
async fn errors(management: &ManagementClient, job: &str) -> Result<Vec<Value>, Failure> {
    let errors = management.send(&GetJobErrors::new(job)).await?.data;
    Ok(match errors.to_value() {
        Value::Array(errors) => errors,
        // A job that failed as a whole has no list.
        _ => Vec::new(),
    })
}

fn sentence(job: &Value) -> String {
    let count = |key: &str| job["summary"][key].as_u64().unwrap_or(0);
    let status = text(job, "status");
    let details = text(job, "status_details");
    let details = if details.is_empty() {
        details
    } else {
        format!(" ({details})")
    };
    format!(
        "{status}{details}: {} users, {} inserted, {} updated, {} failed",
        count("total"),
        count("inserted"),
        count("updated"),
        count("failed"),
    )
}

/// One user's errors on a line.
fn line(error: &Value) -> String {
    let user = &error["user"];
    let keys = ["email", "user_id", "username", "phone_number"];
    let name = keys.iter().map(|key| text(user, key));
    let name = name.into_iter().find(|name| !name.is_empty());
    let reasons = error["errors"].as_array().into_iter().flatten();
    let reasons: Vec<String> = reasons
        .map(|reason| {
            let (path, message) = (text(reason, "path"), text(reason, "message"));
            if path.is_empty() {
                message
            } else {
                format!("{path}: {message}")
            }
        })
        .collect();
    let name = name.unwrap_or_else(|| "a user without a name".to_owned());
    format!("  {name}: {}", reasons.join("; "))
}

/// How far the job is, shown to people at a terminal.
struct Progress(ProgressBar);

impl Progress {
    fn begin(output: Output) -> Self {
        // indicatif is silent by itself where stderr is no terminal.
        let bar = match output {
            Output::Text => ProgressBar::new_spinner(),
            Output::Json => ProgressBar::hidden(),
        };
        bar.set_message("uploading");
        bar.enable_steady_tick(Duration::from_millis(100));
        Self(bar)
    }

    /// Shows the job until it has ended, and answers it then.
    async fn follow(self, management: &ManagementClient, id: &str) -> Result<Value, Failure> {
        let bar = &self.0;
        bar.set_length(100);
        let style = "{msg} [{bar:40}] {percent}% {elapsed}";
        bar.set_style(ProgressStyle::with_template(style).map_err(io::Error::other)?);
        bar.set_message("importing");
        loop {
            let job = management.send(&GetJob::new(id)).await?.data.to_value();
            if matches!(text(&job, "status").as_str(), "completed" | "failed") {
                bar.finish_and_clear();
                return Ok(job);
            }
            bar.set_position(job["percentage_done"].as_u64().unwrap_or(0));
            tokio::time::sleep(INTERVAL).await;
        }
    }
}
