//! `doorward logs`.

use std::collections::HashSet;
use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, Subcommand};
use doorward::ManagementClient;
use doorward::api::wire::Wire as _;
use doorward::management::{ListLogs, Log};
use futures_util::{StreamExt as _, TryStreamExt as _};
use serde_json::Value;

use super::output::{Column, Output, moment, text};
use super::{Amount, Target};
use crate::call::failure::Failure;
use crate::call::print_line;
use crate::call::text::{json, printable};

/// How often new entries are asked for.
const INTERVAL: Duration = Duration::from_secs(1);
/// The largest page that the API has.
const PAGE: usize = 100;

/// Read what happened in the tenant.
#[derive(Debug, Args)]
#[command(after_help = "\
  doorward logs list --type fp --user 'auth0|5f7c8ec7c33c6c004bbafe82'
  doorward logs list 'ip:203.0.113.*' --limit 10
  doorward logs tail --follow
  doorward logs tail --follow --type s --json | jq .user_name")]
pub(crate) struct LogsArgs {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List entries, the newest first
    List(List),
    /// Show the last entries, the newest last, and with --follow those to come
    Tail(Tail),
}

/// Does what was asked.
pub(crate) fn run(args: &LogsArgs) -> ExitCode {
    match &args.command {
        Command::List(list) => list.target.conclude(list.run()),
        Command::Tail(tail) => tail.target.conclude(tail.run()),
    }
}

/// Which entries are wanted.
#[derive(Debug, Args)]
struct Filters {
    /// Only entries of this type, such as s (a login) or fp (a wrong password); repeat it for several
    #[arg(long = "type", value_name = "TYPE")]
    types: Vec<String>,
    /// Only entries about the user with this user_id
    #[arg(long, value_name = "USER_ID")]
    user: Option<String>,
    /// Only entries about the client with this client_id
    #[arg(long, value_name = "CLIENT_ID")]
    client: Option<String>,
}

impl Filters {
    /// The filters and `more` as a query; `None` when everything is wanted.
    fn query(&self, more: Option<&str>) -> Option<String> {
        let types: Vec<String> = self.types.iter().map(|name| term("type", name)).collect();
        let types = (!types.is_empty()).then(|| format!("({})", types.join(" OR ")));
        let user = self.user.as_deref().map(|id| term("user_id", id));
        let client = self.client.as_deref().map(|id| term("client_id", id));
        let more = more.map(|query| format!("({query})"));
        let parts: Vec<String> = [more, types, user, client].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" AND "))
    }

    /// Whether an entry is wanted: the API does not filter what comes after a checkpoint.
    fn admit(&self, entry: &Value) -> bool {
        let is = |key: &str, wanted: &Option<String>| {
            wanted.as_ref().is_none_or(|wanted| entry[key] == **wanted)
        };
        let is_type =
            self.types.is_empty() || self.types.iter().any(|name| entry["type"] == **name);
        is_type && is("user_id", &self.user) && is("client_id", &self.client)
    }
}

/// `field:"value"`, whatever the value holds.
fn term(field: &str, value: &str) -> String {
    let value = value.replace('\\', "\\\\").replace('"', "\\\"");
    format!("{field}:\"{value}\"")
}

const COLUMNS: [Column; 6] = [
    ("DATE", |entry| moment(entry, "date")),
    ("TYPE", |entry| text(entry, "type")),
    ("USER", user),
    ("CLIENT", client),
    ("IP", |entry| text(entry, "ip")),
    ("DESCRIPTION", |entry| text(entry, "description")),
];

fn user(entry: &Value) -> String {
    either(entry, "user_name", "user_id")
}

fn client(entry: &Value) -> String {
    either(entry, "client_name", "client_id")
}

/// The first of two members that says something.
fn either(entry: &Value, first: &str, second: &str) -> String {
    Some(text(entry, first))
        .filter(|text| !text.is_empty())
        .unwrap_or_else(|| text(entry, second))
}

#[derive(Debug, Args)]
struct List {
    /// Only these, in Lucene's syntax, such as 'type:f* AND ip:203.0.113.7'
    #[arg(value_name = "QUERY")]
    query: Option<String>,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    amount: Amount,
    #[command(flatten)]
    target: Target,
}

impl List {
    async fn run(&self) -> Result<(), Failure> {
        let limit = self.amount.limit();
        let query = self.filters.query(self.query.as_deref());
        let management = self.target.management()?;
        let entries = management.items(newest(query, limit.saturating_add(1)));
        let entries = entries.map_ok(|entry| entry.to_value());
        self.target.output().list(entries, limit, &COLUMNS).await
    }
}

/// The newest entries first, in pages good for `count`.
fn newest(query: Option<String>, count: usize) -> ListLogs {
    ListLogs {
        q: query,
        sort: Some("date:-1".to_owned()),
        per_page: i64::try_from(count.clamp(1, PAGE)).ok(),
        ..ListLogs::default()
    }
}

#[derive(Debug, Args)]
struct Tail {
    /// How many of the last entries to show
    #[arg(long, short = 'n', value_name = "NUMBER", default_value_t = 10)]
    lines: usize,
    /// Go on showing entries as they come, until interrupted
    #[arg(long, short)]
    follow: bool,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    target: Target,
}

impl Tail {
    async fn run(&self) -> Result<(), Failure> {
        let management = self.target.management()?;
        // Before the last entries are read: what comes meanwhile is then seen twice and shown once.
        let place = if self.follow {
            last_id(&management).await?
        } else {
            None
        };
        let list = newest(self.filters.query(None), self.lines);
        let last = management.items(list).take(self.lines);
        let mut last: Vec<Log> = last.try_collect().await?;
        last.reverse();
        let mut shown = HashSet::new();
        for entry in &last {
            shown.insert(id(entry));
            self.print(&entry.to_value())?;
        }
        if self.follow {
            self.follow(&management, place, &shown).await?;
        }
        Ok(())
    }

    /// Shows what comes after `place`, but for what was shown already. Ends with the first failure.
    async fn follow(
        &self,
        management: &ManagementClient,
        mut place: Option<String>,
        shown: &HashSet<String>,
    ) -> Result<(), Failure> {
        loop {
            tokio::time::sleep(INTERVAL).await;
            for entry in after(management, &mut place).await? {
                let is_new = !shown.contains(&id(&entry));
                let entry = entry.to_value();
                if is_new && self.filters.admit(&entry) {
                    self.print(&entry)?;
                }
            }
        }
    }

    fn print(&self, entry: &Value) -> Result<(), Failure> {
        let line = match self.target.output() {
            Output::Json => json(entry),
            Output::Text => {
                let [date, kind, user, client, ip, description] =
                    COLUMNS.map(|(_, cell)| cell(entry));
                let line =
                    format!("{date}  {kind:<8} {user:<28} {client:<20} {ip:<15} {description}");
                printable(line.trim_end()).into_owned()
            }
        };
        Ok(print_line(&line)?)
    }
}

fn id(entry: &Log) -> String {
    text(&entry.to_value(), "log_id")
}

/// The id of the newest entry; `None` in a tenant where nothing has happened yet.
async fn last_id(management: &ManagementClient) -> Result<Option<String>, Failure> {
    let newest: Vec<Log> = management
        .items(newest(None, 1))
        .take(1)
        .try_collect()
        .await?;
    Ok(newest.first().map(id))
}

/// What came after `place`, the oldest first; `place` moves on behind it.
async fn after(
    management: &ManagementClient,
    place: &mut Option<String>,
) -> Result<Vec<Log>, Failure> {
    let Some(from) = place.clone() else {
        // Without a first entry there is nothing to begin after: whatever there is now is new.
        let mut entries: Vec<Log> = management.items(newest(None, PAGE)).try_collect().await?;
        entries.reverse();
        *place = entries.last().map(id);
        return Ok(entries);
    };
    let list = ListLogs {
        from: Some(from),
        take: i64::try_from(PAGE).ok(),
        ..ListLogs::default()
    };
    let entries: Vec<Log> = management.checkpoint_items(list).try_collect().await?;
    if let Some(last) = entries.last() {
        *place = Some(id(last));
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn filters_become_a_query_whatever_they_hold() {
        let filters = Filters {
            types: vec!["s".into(), "fp".into()],
            user: Some(r#"auth0|a"b\"#.into()),
            client: None,
        };
        assert_eq!(
            filters.query(Some("ip:1 OR ip:2")).as_deref(),
            Some(r#"(ip:1 OR ip:2) AND (type:"s" OR type:"fp") AND user_id:"auth0|a\"b\\""#)
        );
        let none = Filters {
            types: Vec::new(),
            user: None,
            client: None,
        };
        assert_eq!(none.query(None), None);
        assert!(none.admit(&json!({ "type": "s" })));
        assert!(!filters.admit(&json!({ "type": "s", "user_id": "auth0|1" })));
        assert!(filters.admit(&json!({ "type": "fp", "user_id": r#"auth0|a"b\"# })));
    }
}
