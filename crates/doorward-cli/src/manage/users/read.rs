//! `doorward users list` and `show`.

use clap::Args;
use doorward::api::wire::Wire as _;
use doorward::management::{GetUser, ListUsers};
use futures_util::TryStreamExt as _;

use super::super::output::{Column, moment, text, yes};
use super::super::{Amount, Target};
use super::{FACTS, find, identities};
use crate::call::failure::Failure;

const COLUMNS: [Column; 7] = [
    ("USER ID", |user| text(user, "user_id")),
    ("EMAIL", |user| text(user, "email")),
    ("NAME", |user| text(user, "name")),
    ("CONNECTION", identities),
    ("LOGINS", |user| text(user, "logins_count")),
    ("LAST LOGIN", |user| moment(user, "last_login")),
    ("BLOCKED", |user| yes(user, "blocked")),
];

/// The largest page that the API has.
const PAGE: usize = 100;

#[derive(Debug, Args)]
pub(super) struct List {
    /// Only these, in Lucene's syntax, such as 'email_verified:false AND name:ada*'
    #[arg(value_name = "QUERY")]
    query: Option<String>,
    /// Only those of this connection
    #[arg(long, value_name = "NAME")]
    connection: Option<String>,
    /// In the order of this field; -FIELD for the reverse
    #[arg(long, value_name = "FIELD", allow_hyphen_values = true)]
    sort: Option<String>,
    #[command(flatten)]
    amount: Amount,
    #[command(flatten)]
    pub(super) target: Target,
}

impl List {
    pub(super) async fn run(&self) -> Result<(), Failure> {
        let limit = self.amount.limit();
        let list = ListUsers {
            q: self.query.clone(),
            connection: self.connection.clone(),
            sort: self.sort.as_deref().map(order),
            // One more than wanted tells whether there are more.
            per_page: i64::try_from(limit.saturating_add(1).min(PAGE)).ok(),
            ..ListUsers::default()
        };
        let management = self.target.management()?;
        let users = management.items(list).map_ok(|user| user.to_value());
        self.target.output().list(users, limit, &COLUMNS).await
    }
}

/// `FIELD` and `-FIELD` as the API has it: `FIELD:1`, `FIELD:-1`.
fn order(field: &str) -> String {
    match field.strip_prefix('-') {
        Some(field) => format!("{field}:-1"),
        None => format!("{field}:1"),
    }
}

#[derive(Debug, Args)]
pub(super) struct Show {
    /// A user_id or an e-mail address
    #[arg(value_name = "USER")]
    user: String,
    #[command(flatten)]
    pub(super) target: Target,
}

impl Show {
    pub(super) async fn run(&self) -> Result<(), Failure> {
        let management = self.target.management()?;
        let id = find(&management, &self.user).await?;
        let user = management.send(&GetUser::new(id)).await?.data;
        self.target.output().one(&user.to_value(), &FACTS)
    }
}
