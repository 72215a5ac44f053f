//! Calls of a server, by the SDK or without.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use doorward::ManagementClient;
use doorward::management::GetUser;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Count;
use crate::bench::{SERVER_CORE, affinity, runtime};
use crate::run::{self, Fault};

/// The user who is asked for.
pub(in crate::bench) const USER: &str = "auth0|5f7c8ec7c33c6c004bbafe82";

/// Who calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Caller {
    /// reqwest, and a parse of the answer.
    Reqwest,
    /// The SDK.
    Sdk,
    /// npm `auth0`, in a process of Node.js.
    Npm,
}

/// The program that calls with npm `auth0`, on the server's core.
pub(super) fn npm(url: &str, in_flight: usize, seconds: &str) -> Command {
    let mut command = affinity::pinned(SERVER_CORE, Path::new("node"));
    command
        .arg(run::root().join("conformance/support/calls.js"))
        .args([url, USER, &in_flight.to_string(), seconds]);
    command
}

/// Asks the server at `url` for a user, over and over, `in_flight` times at once.
pub(super) fn call_for(
    time: Duration,
    with: Caller,
    url: &str,
    in_flight: usize,
) -> Result<Count, Fault> {
    let runtime = runtime()?;
    match with {
        Caller::Reqwest => {
            let client = reqwest::Client::new();
            let target = format!("{url}/api/v2/users/{}", USER.replace('|', "%7C"));
            let call = async || {
                let answer = client.get(&target).bearer_auth("token").send().await?;
                let user: Value =
                    serde_json::from_slice(&answer.bytes().await?).unwrap_or_default();
                Ok::<_, reqwest::Error>(user["logins_count"] == 42)
            };
            Count::of(|| runtime.block_on(repeat(time, in_flight, call)))
        }
        Caller::Sdk => {
            let management = ManagementClient::builder("tenant.test")
                .base_url(url)
                .token("token")
                .build()
                .map_err(|error| Fault::Unexpected(error.to_string()))?;
            let call = async || {
                let user = management.send(&GetUser::new(USER)).await?;
                Ok::<_, doorward::Error>(user.logins_count == Some(42))
            };
            Count::of(|| runtime.block_on(repeat(time, in_flight, call)))
        }
        Caller::Npm => Err(Fault::Unexpected("Node.js is another program".into())),
    }
}

/// Calls until the time is over; how often. Every call has to find what it looks for.
async fn repeat<E: std::error::Error>(
    time: Duration,
    in_flight: usize,
    call: impl AsyncFn() -> Result<bool, E>,
) -> Result<u64, Fault> {
    let began = Instant::now();
    let all = (0..in_flight).map(async |_| {
        let mut done = 0;
        while began.elapsed() < time {
            match call().await {
                Ok(true) => done += 1,
                Ok(false) => return Err(Fault::Unexpected("another user was found".into())),
                Err(error) => return Err(Fault::Unexpected(error.to_string())),
            }
        }
        Ok(done)
    });
    Ok(futures_util::future::try_join_all(all).await?.iter().sum())
}
