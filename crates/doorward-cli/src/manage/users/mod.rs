//! `doorward users`.

mod change;
mod import;
mod read;

use std::process::ExitCode;

use clap::{Args, Subcommand};
use doorward::ManagementClient;
use doorward::api::wire::Wire as _;
use doorward::management::{ListUsersByEmail, User};
use serde_json::Value;

use super::output::{Column, moment, text, yes};
use crate::call::failure::Failure;

/// Find users, and change them.
#[derive(Debug, Args)]
#[command(after_help = "\
A USER is a user_id or an e-mail address.

  doorward users list 'email:*@example.com AND logins_count:[10 TO *]'
  doorward users show ada@example.com
  doorward users create ada@example.com --name 'Ada Lovelace'
  doorward users block ada@example.com
  doorward users import users.json --upsert
  doorward users list --all --json | jq -r '.[].email'")]
pub(crate) struct UsersArgs {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List users, or search them
    #[command(visible_alias = "search")]
    List(read::List),
    /// Show one user
    Show(read::Show),
    /// Create a user
    Create(change::Create),
    /// Give a user another password
    SetPassword(change::SetPassword),
    /// Keep a user from logging in
    Block(change::Block),
    /// Let a blocked user log in again
    Unblock(change::Block),
    /// Delete users, for good
    Delete(change::Delete),
    /// Import the users of a file, and wait until they are there
    Import(import::Import),
}

/// Does what was asked.
pub(crate) fn run(args: &UsersArgs) -> ExitCode {
    match &args.command {
        Command::List(list) => list.target.conclude(list.run()),
        Command::Show(show) => show.target.conclude(show.run()),
        Command::Create(create) => create.target.conclude(create.run()),
        Command::SetPassword(set) => set.target.conclude(set.run()),
        Command::Block(block) => block.target.conclude(block.run(true)),
        Command::Unblock(block) => block.target.conclude(block.run(false)),
        Command::Delete(delete) => delete.target.conclude(delete.run()),
        Command::Import(import) => import.target.conclude(import.run()),
    }
}

/// What people want to know of a user.
const FACTS: [Column; 16] = [
    ("user_id", |user| text(user, "user_id")),
    ("name", |user| text(user, "name")),
    ("email", |user| text(user, "email")),
    ("email verified", |user| yes(user, "email_verified")),
    ("username", |user| text(user, "username")),
    ("phone number", |user| text(user, "phone_number")),
    ("nickname", |user| text(user, "nickname")),
    ("blocked", |user| yes(user, "blocked")),
    ("identities", identities),
    ("multifactor", |user| text(user, "multifactor")),
    ("logins", |user| text(user, "logins_count")),
    ("last login", |user| moment(user, "last_login")),
    ("last ip", |user| text(user, "last_ip")),
    ("created", |user| moment(user, "created_at")),
    ("user_metadata", |user| text(user, "user_metadata")),
    ("app_metadata", |user| text(user, "app_metadata")),
];

/// The connections a user can log in with.
fn identities(user: &Value) -> String {
    let identities = user["identities"].as_array().into_iter().flatten();
    let names = identities.map(|identity| text(identity, "connection"));
    names.collect::<Vec<_>>().join(", ")
}

/// The one user that `named` means, a `user_id` or an e-mail address.
///
/// # Errors
///
/// [`Failure::NotFound`] when the address is nobody's, or that of several.
async fn find(management: &ManagementClient, named: &str) -> Result<String, Failure> {
    if named.contains('|') || !named.contains('@') {
        return Ok(named.to_owned());
    }
    let by_email = ListUsersByEmail::new(named);
    let users: Vec<User> = management.send(&by_email).await?.data;
    let ids: Vec<String> = users
        .iter()
        .map(|user| text(&user.to_value(), "user_id"))
        .collect();
    match ids.as_slice() {
        [id] => Ok(id.clone()),
        [] => Err(Failure::NotFound(format!(
            "no user has the address {named}"
        ))),
        several => {
            let several = several.join(", ");
            let message = format!("{named} is the address of several users: {several}");
            Err(Failure::NotFound(message))
        }
    }
}
