//! `doorward apps`: the clients of the tenant.

use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};
use doorward::ManagementClient;
use doorward::api::wire::Wire as _;
use doorward::management::{
    CreateClient, CreateClientRequestContent, DeleteClient, GetClient, ListClients,
    RotateClientSecret,
};
use futures_util::TryStreamExt as _;
use serde_json::{Value, json};

use super::output::{Column, text, yes};
use super::prompt::Consent;
use super::{Amount, Target};
use crate::call::failure::Failure;

/// Find applications, make them, and change their secrets.
#[derive(Debug, Args)]
#[command(after_help = "\
An APP is a client_id or the name of an application.

  doorward apps list
  doorward apps show 'Default App' --reveal-secret
  doorward apps create Shop --type regular_web --callback https://shop.example.com/callback
  doorward apps rotate-secret Shop")]
pub(crate) struct AppsArgs {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List applications
    List(List),
    /// Show one application
    Show(Show),
    /// Create an application
    Create(Create),
    /// Give an application another secret; the old one ends at once
    RotateSecret(RotateSecret),
    /// Delete applications, for good
    Delete(Delete),
}

/// Does what was asked.
pub(crate) fn run(args: &AppsArgs) -> ExitCode {
    match &args.command {
        Command::List(list) => list.target.conclude(list.run()),
        Command::Show(show) => show.target.conclude(show.run()),
        Command::Create(create) => create.target.conclude(create.run()),
        Command::RotateSecret(rotate) => rotate.target.conclude(rotate.run()),
        Command::Delete(delete) => delete.target.conclude(delete.run()),
    }
}

const COLUMNS: [Column; 4] = [
    ("CLIENT ID", |client| text(client, "client_id")),
    ("NAME", |client| text(client, "name")),
    ("TYPE", |client| text(client, "app_type")),
    ("CALLBACKS", |client| list(client, "callbacks")),
];

/// What people want to know of an application. The secret is the last.
const FACTS: [Column; 12] = [
    ("client_id", |client| text(client, "client_id")),
    ("name", |client| text(client, "name")),
    ("description", |client| text(client, "description")),
    ("type", |client| text(client, "app_type")),
    ("first party", |client| yes(client, "is_first_party")),
    ("authentication", |client| {
        text(client, "token_endpoint_auth_method")
    }),
    ("grant types", |client| list(client, "grant_types")),
    ("callbacks", |client| list(client, "callbacks")),
    ("logout URLs", |client| list(client, "allowed_logout_urls")),
    ("web origins", |client| list(client, "web_origins")),
    ("signing", |client| {
        text(&client["jwt_configuration"], "alg")
    }),
    ("client_secret", |client| text(client, "client_secret")),
];

/// A list of texts on one line.
fn list(client: &Value, key: &str) -> String {
    let texts = client[key].as_array().into_iter().flatten();
    let texts: Vec<&str> = texts.filter_map(Value::as_str).collect();
    texts.join(", ")
}

/// All facts but the secret.
fn without_secret() -> &'static [Column] {
    FACTS.split_last().map_or(&[], |(_, rest)| rest)
}

/// The client_id of the one application that `named` means.
///
/// # Errors
///
/// [`Failure::NotFound`] when there is none, or when the name is that of several.
async fn find(management: &ManagementClient, named: &str) -> Result<String, Failure> {
    let all = ListClients {
        fields: Some("client_id,name".to_owned()),
        per_page: Some(100),
        ..ListClients::default()
    };
    let mut clients = std::pin::pin!(management.items(all));
    let mut ids = Vec::new();
    while let Some(client) = clients.try_next().await? {
        let client = client.to_value();
        let id = text(&client, "client_id");
        if id == named {
            return Ok(id);
        }
        if text(&client, "name") == named {
            ids.push(id);
        }
    }
    match ids.as_slice() {
        [id] => Ok(id.clone()),
        [] => Err(Failure::NotFound(format!(
            "there is no application {named:?}"
        ))),
        several => {
            let several = several.join(", ");
            let message = format!("{named:?} is the name of several applications: {several}");
            Err(Failure::NotFound(message))
        }
    }
}

#[derive(Debug, Args)]
struct List {
    #[command(flatten)]
    amount: Amount,
    #[command(flatten)]
    target: Target,
}

impl List {
    async fn run(&self) -> Result<(), Failure> {
        let all = ListClients {
            is_global: Some(false),
            ..ListClients::default()
        };
        let management = self.target.management()?;
        let clients = management.items(all).map_ok(|client| client.to_value());
        let (output, limit) = (self.target.output(), self.amount.limit());
        output.list(clients, limit, &COLUMNS).await
    }
}

#[derive(Debug, Args)]
struct Show {
    /// A client_id or a name
    #[arg(value_name = "APP")]
    app: String,
    /// Show the secret too. With --json it is there anyway
    #[arg(long)]
    reveal_secret: bool,
    #[command(flatten)]
    target: Target,
}

impl Show {
    async fn run(&self) -> Result<(), Failure> {
        let management = self.target.management()?;
        let id = find(&management, &self.app).await?;
        let client = management.send(&GetClient::new(id)).await?.data;
        let facts = if self.reveal_secret {
            &FACTS
        } else {
            without_secret()
        };
        self.target.output().one(&client.to_value(), facts)
    }
}

/// What kind of program an application is.
#[derive(Debug, Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
enum AppType {
    /// A web application with a back end that keeps a secret
    RegularWeb,
    /// A single-page application
    Spa,
    /// An application on a phone or a desktop
    Native,
    /// A service that acts for itself
    NonInteractive,
}

impl AppType {
    /// Its name on the wire.
    fn name(self) -> &'static str {
        match self {
            Self::RegularWeb => "regular_web",
            Self::Spa => "spa",
            Self::Native => "native",
            Self::NonInteractive => "non_interactive",
        }
    }
}

#[derive(Debug, Args)]
struct Create {
    /// What it is called
    #[arg(value_name = "NAME")]
    name: String,
    /// What kind of program it is
    #[arg(long = "type", value_enum, value_name = "TYPE")]
    app_type: AppType,
    /// A word about it
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
    /// Where logins may return to; repeat it for several
    #[arg(long = "callback", value_name = "URL")]
    callbacks: Vec<String>,
    /// Where logouts may return to; repeat it for several
    #[arg(long = "logout-url", value_name = "URL")]
    logout_urls: Vec<String>,
    /// An origin that may log in silently; repeat it for several
    #[arg(long = "web-origin", value_name = "ORIGIN")]
    web_origins: Vec<String>,
    #[command(flatten)]
    target: Target,
}

impl Create {
    async fn run(&self) -> Result<(), Failure> {
        let some = |list: &[String]| (!list.is_empty()).then(|| list.to_vec());
        let mut body = CreateClientRequestContent::new(&self.name);
        body.app_type = Some(self.app_type.name().into());
        body.description = self.description.clone();
        body.callbacks = some(&self.callbacks);
        body.allowed_logout_urls = some(&self.logout_urls);
        body.web_origins = some(&self.web_origins);
        let management = self.target.management()?;
        let client = management.send(&CreateClient::new(body)).await?.data;
        self.target.output().one(&client.to_value(), &FACTS)
    }
}

#[derive(Debug, Args)]
struct RotateSecret {
    /// A client_id or a name
    #[arg(value_name = "APP")]
    app: String,
    #[command(flatten)]
    consent: Consent,
    #[command(flatten)]
    target: Target,
}

impl RotateSecret {
    async fn run(&self) -> Result<(), Failure> {
        let management = self.target.management()?;
        let id = find(&management, &self.app).await?;
        self.consent
            .ask(&format!("Replace the secret of {} ({id})?", self.app))?;
        let client = management.send(&RotateClientSecret::new(id)).await?.data;
        self.target.output().one(&client.to_value(), &FACTS)
    }
}

#[derive(Debug, Args)]
struct Delete {
    /// client_ids or names
    #[arg(value_name = "APP", required = true)]
    apps: Vec<String>,
    #[command(flatten)]
    consent: Consent,
    #[command(flatten)]
    target: Target,
}

impl Delete {
    async fn run(&self) -> Result<(), Failure> {
        let management = self.target.management()?;
        let mut ids = Vec::new();
        for app in &self.apps {
            ids.push(find(&management, app).await?);
        }
        let names = self.apps.join(", ");
        self.consent.ask(&format!("Delete {names}?"))?;
        for id in &ids {
            management.send(&DeleteClient::new(&**id)).await?;
        }
        let deleted = json!({ "deleted": ids });
        let sentence = format!("deleted {}", ids.join(", "));
        self.target.output().done(&deleted, &sentence)
    }
}
