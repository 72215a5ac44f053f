//! Sessions in Redis, shared by every gateway with the same scope.

use std::path::Path;
use std::time::Duration;

use bytes::Bytes;
use fred::clients::{Client, WithOptions};
use fred::interfaces::{ClientLike, KeysInterface, LuaInterface, SortedSetsInterface};
use fred::types::config::{
    Config, ConnectionConfig, Options, PerformanceConfig, ReconnectPolicy, ServerConfig,
};
use fred::types::{Expiration, SetOptions, scan::Scanner};
use futures_util::TryStreamExt;
use jiff::Timestamp;

use super::digest::Digest;
use super::redis_reads::Reads;
use super::redis_tls::connector;
use super::store::{Record, StoreError};
use crate::config::{RedisServers, RedisSettings};

/// Longest wait for an answer. Callers of `/userinfo` hold a user's request open meanwhile.
const PATIENCE: Duration = Duration::from_secs(2);

/// Reads a key and removes it, as one step on every Redis since version 6.
const TAKE: &str = "local v = redis.call('GET', KEYS[1]); redis.call('DEL', KEYS[1]); return v";

/// Removes a lock that is still the caller's own.
const UNLOCK: &str =
    "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";

/// A connection to Redis that finds its way back by itself.
pub(crate) struct Redis {
    client: Client,
    /// The same connection, for commands that fail at once while Redis is away.
    prompt: WithOptions<Client>,
    /// Reads carried together; none in a cluster, where keys that are asked for at once have to live in one place.
    reads: Option<Reads>,
    prefix: String,
    active: String,
}

impl Redis {
    /// Starts connecting in the background; over TLS the authorities in `ca_folder` are trusted too. Must be
    /// called in a Tokio runtime.
    pub(crate) fn connect(
        settings: &RedisSettings,
        ca_folder: Option<&Path>,
        prefix: String,
    ) -> Result<Self, StoreError> {
        let config = Config {
            server: servers(&settings.servers),
            username: settings.username.clone(),
            password: settings
                .password
                .as_ref()
                .map(|password| password.as_str().to_owned()),
            database: settings.database,
            tls: settings
                .is_tls
                .then(|| connector(ca_folder))
                .transpose()?
                .map(Into::into),
            fail_fast: false,
            ..Config::default()
        };
        let performance = PerformanceConfig {
            default_command_timeout: PATIENCE,
            ..PerformanceConfig::default()
        };
        let connection = ConnectionConfig {
            connection_timeout: PATIENCE,
            internal_command_timeout: PATIENCE,
            max_command_attempts: 2,
            reconnect_on_auth_error: true,
            ..ConnectionConfig::default()
        };
        let reconnect = ReconnectPolicy::new_exponential(0, 50, 1000, 2);
        let client = Client::new(config, Some(performance), Some(connection), Some(reconnect));
        client.connect();
        let prompt = client.with_options(&Options {
            fail_fast: true,
            timeout: Some(PATIENCE),
            ..Options::default()
        });
        let is_cluster = matches!(settings.servers, RedisServers::Cluster(_));
        let reads = (!is_cluster).then(|| Reads::over(prompt.clone()));
        Ok(Self {
            client,
            prompt,
            reads,
            active: format!("{prefix}active"),
            prefix,
        })
    }

    fn key(&self, kind: &str, digest: &Digest) -> String {
        [&self.prefix, kind, ":", digest.as_str()].concat()
    }

    pub(super) async fn session(&self, digest: &Digest) -> Result<Option<Bytes>, StoreError> {
        let key = self.key("session", digest);
        Ok(match &self.reads {
            Some(reads) => reads.find(key).await?,
            // In a box, so that those who read otherwise need no room for it.
            None => Box::pin(self.prompt.get(key)).await?,
        })
    }

    pub(super) async fn put_session(
        &self,
        record: Record<'_>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.keep(record, now, None).await.map(drop)
    }

    pub(super) async fn add_session(
        &self,
        record: Record<'_>,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        self.keep(record, now, Some(SetOptions::NX)).await
    }

    /// Keeps a session if `condition` is met; whether it was.
    async fn keep(
        &self,
        record: Record<'_>,
        now: Timestamp,
        condition: Option<SetOptions>,
    ) -> Result<bool, StoreError> {
        let life = Expiration::PX(milliseconds(record.ends_at, now));
        let member = member(record.user_id, record.digest);
        // Listed before it is there: a listed session that is not would be seen, the reverse would be
        // a session that deleting its user misses.
        let end = record.ends_at.as_second() as f64;
        let list = self
            .prompt
            .zadd(&self.active, None, None, false, false, (end, member));
        let key = self.key("session", record.digest);
        let put = self
            .prompt
            .set(key, record.bytes, Some(life), condition, false);
        let ((), kept): (_, Option<String>) = both(list, put).await?;
        Ok(kept.is_some())
    }

    pub(super) async fn rewrite_session(
        &self,
        digest: &Digest,
        bytes: Bytes,
    ) -> Result<bool, StoreError> {
        let key = self.key("session", digest);
        let written: Option<String> = self
            .prompt
            .set(
                key,
                bytes,
                Some(Expiration::KEEPTTL),
                Some(SetOptions::XX),
                false,
            )
            .await?;
        Ok(written.is_some())
    }

    pub(super) async fn remove_session(
        &self,
        digest: &Digest,
        user_id: &str,
    ) -> Result<bool, StoreError> {
        let remove = self.prompt.del(self.key("session", digest));
        let unlist = self.prompt.zrem(&self.active, member(user_id, digest));
        let (removed, ()): (i64, _) = both(remove, unlist).await?;
        Ok(removed > 0)
    }

    pub(super) async fn sessions_of(&self, user_id: &str) -> Result<Vec<Digest>, StoreError> {
        let mut pattern = String::new();
        for c in user_id.chars() {
            if matches!(c, '*' | '?' | '[' | ']' | '\\' | '^') {
                pattern.push('\\');
            }
            pattern.push(c);
        }
        pattern.push_str(":*");
        let mut found = Vec::new();
        let mut pages = std::pin::pin!(self.client.zscan(&self.active, pattern, Some(1000)));
        while let Some(mut page) = pages.try_next().await? {
            for (member, _) in page.take_results().unwrap_or_default() {
                let member = member.into_string().unwrap_or_default();
                // The pattern also finds users whose id goes on after a colon.
                if let Some((user, digest)) = split(&member)
                    && user == user_id
                {
                    found.push(digest);
                }
            }
            page.next();
        }
        Ok(found)
    }

    pub(super) async fn active_users(&self, now: Timestamp) -> Result<Vec<String>, StoreError> {
        let after = format!("({}", now.as_second());
        let members: Vec<String> = self
            .prompt
            .zrangebyscore(&self.active, after, "+inf", false, None)
            .await?;
        Ok(members
            .iter()
            .filter_map(|member| Some(split(member)?.0.to_owned()))
            .collect())
    }

    pub(super) async fn put_state(
        &self,
        digest: &Digest,
        bytes: Bytes,
        life: Duration,
    ) -> Result<(), StoreError> {
        let life = Expiration::PX(life.as_millis() as i64);
        Ok(self
            .prompt
            .set(self.key("state", digest), bytes, Some(life), None, false)
            .await?)
    }

    pub(super) async fn take_state(&self, digest: &Digest) -> Result<Option<Bytes>, StoreError> {
        Ok(self
            .prompt
            .eval(TAKE, self.key("state", digest), ())
            .await?)
    }

    pub(super) async fn lock(
        &self,
        digest: &Digest,
        owner: &str,
        life: Duration,
    ) -> Result<bool, StoreError> {
        let life = Expiration::PX(life.as_millis() as i64);
        let key = self.key("lock", digest);
        let taken: Option<String> = self
            .prompt
            .set(key, owner, Some(life), Some(SetOptions::NX), false)
            .await?;
        Ok(taken.is_some())
    }

    pub(super) async fn unlock(&self, digest: &Digest, owner: &str) -> Result<(), StoreError> {
        Ok(self
            .prompt
            .eval(UNLOCK, self.key("lock", digest), owner)
            .await?)
    }

    pub(super) async fn put_successor(
        &self,
        digest: &Digest,
        note: String,
        life: Duration,
    ) -> Result<(), StoreError> {
        let life = Expiration::PX(life.as_millis() as i64);
        let key = self.key("successor", digest);
        Ok(self.prompt.set(key, note, Some(life), None, false).await?)
    }

    pub(super) async fn successor(&self, digest: &Digest) -> Result<Option<String>, StoreError> {
        Ok(self.prompt.get(self.key("successor", digest)).await?)
    }

    pub(super) async fn ping(&self) -> Result<(), StoreError> {
        let _: String = self.prompt.ping(None).await?;
        Ok(())
    }

    pub(super) async fn sweep(&self, now: Timestamp) -> Result<(), StoreError> {
        Ok(self
            .prompt
            .zremrangebyscore(&self.active, "-inf", now.as_second() as f64)
            .await?)
    }

    pub(super) async fn close(&self) {
        // A Redis that is away needs no good-bye.
        let _ = self.client.quit().await;
    }
}

/// Sends two commands, one right behind the other, and waits for both: a caller that hangs up in between leaves
/// neither half done.
async fn both<A, B>(
    first: impl Future<Output = Result<A, fred::error::Error>>,
    second: impl Future<Output = Result<B, fred::error::Error>>,
) -> Result<(A, B), StoreError> {
    let (first, second) = futures_util::future::join(first, second).await;
    Ok((first?, second?))
}

fn servers(servers: &RedisServers) -> ServerConfig {
    match servers {
        RedisServers::Single(host, port) => ServerConfig::new_centralized(host, *port),
        RedisServers::Sentinel { hosts, master_name } => {
            ServerConfig::new_sentinel(hosts.clone(), master_name.as_str())
        }
        RedisServers::Cluster(hosts) => ServerConfig::new_clustered(hosts.clone()),
    }
}

/// What is left until `end`; at least a millisecond, because Redis refuses less.
fn milliseconds(end: Timestamp, now: Timestamp) -> i64 {
    (end.as_millisecond() - now.as_millisecond()).max(1)
}

/// A member of the active set: user id, colon, digest.
fn member(user_id: &str, digest: &Digest) -> String {
    [user_id, ":", digest.as_str()].concat()
}

/// The user id and digest of a member.
fn split(member: &str) -> Option<(&str, Digest)> {
    let (user_id, digest) = member.rsplit_once(':')?;
    Some((user_id, Digest::from_hex(digest)?))
}
