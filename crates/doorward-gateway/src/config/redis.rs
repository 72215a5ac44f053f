//! Where sessions live: the `REDIS_…` variables turned into one meaning.

use std::path::PathBuf;

use url::Url;

use super::environment::Environment;
use super::report::Report;
use doorward::Secret;

/// Where sessions are kept.
#[derive(Debug, Clone)]
pub enum SessionStore {
    /// In this process's memory, and durably in a file in this folder. One process, no Redis.
    Embedded(PathBuf),
    /// In Redis, shared by every gateway that uses it.
    Redis(RedisSettings),
}

/// How to reach Redis.
#[derive(Debug, Clone)]
pub struct RedisSettings {
    /// Which servers there are, and what they are to each other.
    pub servers: RedisServers,
    /// User name, for Redis 6 access control lists.
    pub username: Option<String>,
    /// Password, with or without a user name.
    pub password: Option<Secret>,
    /// Database number; 0 unless the host was a URL that names another.
    pub database: Option<u8>,
    /// Whether connections use TLS, because the host was a `rediss` URL.
    pub is_tls: bool,
}

/// The arrangement of Redis servers. Each server is a host and a port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RedisServers {
    /// One server (`REDIS_MODE=normal`).
    Single(String, u16),
    /// Sentinels and the name of the master they watch (`REDIS_MODE=sentinel`).
    Sentinel {
        /// The sentinels.
        hosts: Vec<(String, u16)>,
        /// `REDIS_MASTER_NAME`.
        master_name: String,
    },
    /// Seed nodes of a cluster (`REDIS_MODE=cluster`).
    Cluster(Vec<(String, u16)>),
}

/// One entry of `REDIS_HOSTS`.
struct Entry {
    host: String,
    port: u16,
    username: Option<String>,
    password: Option<Secret>,
    database: Option<u8>,
    is_tls: bool,
}

/// Reads `REDIS_MODE`, `REDIS_HOSTS` and what belongs to them.
pub(super) fn read(environment: &mut Environment<'_, '_>) -> Option<SessionStore> {
    let mode = environment
        .text("REDIS_MODE")
        .unwrap_or_else(|| "normal".to_owned());
    if !matches!(mode.as_str(), "normal" | "sentinel" | "cluster") {
        environment
            .report
            .problem("REDIS_MODE", "must be normal, sentinel or cluster");
    }
    let master_name = match mode.as_str() {
        "sentinel" => environment.required("REDIS_MASTER_NAME"),
        _ => None,
    };
    let hosts = environment.required("REDIS_HOSTS")?;
    if let Some(folder) = hosts.strip_prefix("embedded:") {
        if folder.is_empty() {
            environment
                .report
                .problem("REDIS_HOSTS", "embedded: must be followed by a folder");
            return None;
        }
        return Some(SessionStore::Embedded(folder.into()));
    }
    let mut entries = Vec::new();
    for (index, text) in hosts
        .split(',')
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .enumerate()
    {
        entries.push(entry(index, text, environment.report)?);
    }
    let first = entries.first();
    let Some(first) = first else {
        environment
            .report
            .problem("REDIS_HOSTS", "must name at least one host");
        return None;
    };
    let (mut username, mut password) = (
        environment.text("REDIS_USERNAME"),
        environment.text("REDIS_PASSWORD").map(Secret::from),
    );
    if mode == "sentinel" && (username.is_some() || password.is_some()) {
        environment.report.warning(
            "REDIS_USERNAME, REDIS_PASSWORD",
            "not used in sentinel mode",
        );
        (username, password) = (None, None);
    }
    if password.is_none() && first.password.is_some() {
        (username, password) = (first.username.clone(), first.password.clone());
    }
    let (database, is_tls) = (first.database, first.is_tls);
    let servers = servers(&mode, master_name, entries, environment.report)?;
    Some(SessionStore::Redis(RedisSettings {
        servers,
        username,
        password,
        database,
        is_tls,
    }))
}

fn servers(
    mode: &str,
    master_name: Option<String>,
    entries: Vec<Entry>,
    report: &mut Report,
) -> Option<RedisServers> {
    let mut hosts: Vec<_> = entries
        .into_iter()
        .map(|entry| (entry.host, entry.port))
        .collect();
    Some(match mode {
        "sentinel" => RedisServers::Sentinel {
            hosts,
            master_name: master_name?,
        },
        "cluster" => RedisServers::Cluster(hosts),
        _ => {
            if hosts.len() > 1 {
                report.warning("REDIS_HOSTS", "normal mode uses the first host only");
            }
            let (host, port) = hosts.swap_remove(0);
            RedisServers::Single(host, port)
        }
    })
}

/// Reads `host`, `host:port`, `redis://…` or `rediss://…`. The text may hold a password and is never shown.
fn entry(index: usize, text: &str, report: &mut Report) -> Option<Entry> {
    let url = if text.contains("://") {
        text.to_owned()
    } else {
        format!("redis://{text}")
    };
    let parsed = Url::parse(&url)
        .ok()
        .filter(|url| matches!(url.scheme(), "redis" | "rediss"));
    let host = parsed
        .as_ref()
        .and_then(|url| url.host_str())
        .map(|host| host.trim_matches(['[', ']']).to_owned());
    let (Some(url), Some(host)) = (parsed, host.filter(|host| !host.is_empty())) else {
        report.problem(
            "REDIS_HOSTS",
            format_args!(
                "entry {} is not a host, a host:port or a Redis URL",
                index + 1
            ),
        );
        return None;
    };
    let path = url.path().trim_matches('/');
    let database = if path.is_empty() {
        None
    } else {
        path.parse().ok()
    };
    if database.is_none() && !path.is_empty() {
        report.problem(
            "REDIS_HOSTS",
            format_args!("entry {} does not end in a database number", index + 1),
        );
    }
    let decode = |text: &str| {
        percent_encoding::percent_decode_str(text)
            .decode_utf8_lossy()
            .into_owned()
    };
    Some(Entry {
        host,
        port: url.port().unwrap_or(6379),
        username: Some(decode(url.username())).filter(|name| !name.is_empty()),
        password: url.password().map(|password| decode(password).into()),
        database,
        is_tls: url.scheme() == "rediss",
    })
}
