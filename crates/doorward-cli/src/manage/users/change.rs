//! `doorward users create`, `set-password`, `block`, `unblock` and `delete`.

use clap::Args;
use doorward::Secret;
use doorward::api::wire::Wire as _;
use doorward::management::{
    CreateUser, CreateUserRequestContent, DeleteUser, UpdateUser, UpdateUserRequestContent,
};
use serde_json::{Value, json};

use super::super::Target;
use super::super::output::text;
use super::super::prompt::{Consent, PasswordSource};
use super::find;
use crate::call::failure::Failure;

#[derive(Debug, Args)]
pub(super) struct Create {
    /// The user's e-mail address
    #[arg(value_name = "EMAIL", required_unless_present_any = ["phone_number", "username"])]
    email: Option<String>,
    /// The user's telephone number, for connections that know users by it
    #[arg(long, value_name = "NUMBER")]
    phone_number: Option<String>,
    /// What the user logs in with besides
    #[arg(long, value_name = "NAME")]
    username: Option<String>,
    /// The full name
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// The connection that the user belongs to
    #[arg(
        long,
        value_name = "NAME",
        default_value = "Username-Password-Authentication"
    )]
    connection: String,
    /// Take the address for verified
    #[arg(long)]
    verified: bool,
    #[command(flatten)]
    password: PasswordSource,
    /// The connection has no passwords
    #[arg(long, conflicts_with = "password_stdin")]
    no_password: bool,
    #[command(flatten)]
    pub(super) target: Target,
}

impl Create {
    pub(super) async fn run(&self) -> Result<(), Failure> {
        let management = self.target.management()?;
        let mut body = CreateUserRequestContent::new(&self.connection);
        body.email = self.email.clone();
        body.phone_number = self.phone_number.clone();
        body.username = self.username.clone();
        body.name = self.name.clone();
        body.email_verified = self.verified.then_some(true);
        if !self.no_password {
            body.password = Some(self.password.read()?.as_str().to_owned());
        }
        let user = management.send(&CreateUser::new(body)).await?.data;
        let user = user.to_value();
        let sentence = format!("created {}", text(&user, "user_id"));
        self.target.output().done(&user, &sentence)
    }
}

#[derive(Debug, Args)]
pub(super) struct SetPassword {
    /// A user_id or an e-mail address
    #[arg(value_name = "USER")]
    user: String,
    #[command(flatten)]
    password: PasswordSource,
    #[command(flatten)]
    pub(super) target: Target,
}

impl SetPassword {
    pub(super) async fn run(&self) -> Result<(), Failure> {
        let management = self.target.management()?;
        let id = find(&management, &self.user).await?;
        let password: Secret = self.password.read()?;
        let change = UpdateUserRequestContent {
            password: password.as_str().to_owned().into(),
            ..UpdateUserRequestContent::default()
        };
        let user = management.send(&UpdateUser::new(&*id, change)).await?.data;
        let sentence = format!("{id} has a new password");
        self.target.output().done(&user.to_value(), &sentence)
    }
}

#[derive(Debug, Args)]
pub(super) struct Block {
    /// A user_id or an e-mail address
    #[arg(value_name = "USER")]
    user: String,
    #[command(flatten)]
    pub(super) target: Target,
}

impl Block {
    pub(super) async fn run(&self, blocked: bool) -> Result<(), Failure> {
        let management = self.target.management()?;
        let id = find(&management, &self.user).await?;
        let change = UpdateUserRequestContent {
            blocked: Some(blocked),
            ..UpdateUserRequestContent::default()
        };
        let user = management.send(&UpdateUser::new(&*id, change)).await?.data;
        let word = if blocked { "blocked" } else { "not blocked" };
        let sentence = format!("{id} is {word}");
        self.target.output().done(&user.to_value(), &sentence)
    }
}

#[derive(Debug, Args)]
pub(super) struct Delete {
    /// user_ids or e-mail addresses
    #[arg(value_name = "USER", required = true)]
    users: Vec<String>,
    #[command(flatten)]
    consent: Consent,
    #[command(flatten)]
    pub(super) target: Target,
}

impl Delete {
    pub(super) async fn run(&self) -> Result<(), Failure> {
        let management = self.target.management()?;
        let mut ids = Vec::new();
        for user in &self.users {
            ids.push(find(&management, user).await?);
        }
        self.consent.ask(&format!("Delete {}?", ids.join(", ")))?;
        for id in &ids {
            management.send(&DeleteUser::new(&**id)).await?;
        }
        let deleted: Value = json!({ "deleted": ids });
        let sentence = format!("deleted {}", ids.join(", "));
        self.target.output().done(&deleted, &sentence)
    }
}
