//! `bench-caller WITH URL USER IN_FLIGHT SECONDS`: asks a server for a user, over and over, by the SDK or by bare
//! `reqwest`, and prints what it took.
//!
//! What a process holds depends on the program's size too, so that who is measured is a program of its own. It does
//! what `conformance/support/calls.js` does with npm `auth0`.

#![expect(
    clippy::print_stdout,
    reason = "what was counted goes to who started us"
)]

use std::error::Error;
use std::time::{Duration, Instant};

use doorward::ManagementClient;
use doorward::management::GetUser;
use rustix::time::{ClockId, clock_gettime};
use serde_json::{Value, json};

type Failure = Box<dyn Error>;

fn main() -> Result<(), Failure> {
    let mut given = std::env::args().skip(1);
    let mut next = || given.next().ok_or("WITH URL USER IN_FLIGHT SECONDS");
    let (with, url, user) = (next()?, next()?, next()?);
    let (in_flight, seconds) = (next()?.parse()?, next()?.parse()?);
    let time = Duration::from_secs(seconds);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let (used, began) = (processor_time(), Instant::now());
    let done = match with.as_str() {
        "sdk" => runtime.block_on(by_sdk(&url, &user, in_flight, time))?,
        "reqwest" => runtime.block_on(by_reqwest(&url, &user, in_flight, time))?,
        other => return Err(format!("nobody calls with {other}").into()),
    };
    let used = processor_time().saturating_sub(used);
    let count = json!({
        "done": done,
        "processor_millis": used.as_millis(),
        "millis": began.elapsed().as_millis(),
        "memory": peak_memory()?,
    });
    println!("{count}");
    Ok(())
}

async fn by_sdk(url: &str, user: &str, in_flight: usize, time: Duration) -> Result<u64, Failure> {
    let management = ManagementClient::builder("tenant.test")
        .base_url(url)
        .token("token")
        .build()?;
    let call = async || {
        let user = management.send(&GetUser::new(user)).await?;
        Ok(user.logins_count == Some(42))
    };
    repeat(time, in_flight, call).await
}

async fn by_reqwest(
    url: &str,
    user: &str,
    in_flight: usize,
    time: Duration,
) -> Result<u64, Failure> {
    let client = reqwest::Client::new();
    let target = format!("{url}/api/v2/users/{}", user.replace('|', "%7C"));
    let call = async || {
        let answer = client.get(&target).bearer_auth("token").send().await?;
        let user: Value = serde_json::from_slice(&answer.bytes().await?)?;
        Ok(user["logins_count"] == 42)
    };
    repeat(time, in_flight, call).await
}

/// Calls until the time is over; how often. Every call has to find what it looks for.
async fn repeat(
    time: Duration,
    in_flight: usize,
    call: impl AsyncFn() -> Result<bool, Failure>,
) -> Result<u64, Failure> {
    let began = Instant::now();
    let all = (0..in_flight).map(async |_| {
        let mut done = 0;
        while began.elapsed() < time {
            match call().await? {
                true => done += 1,
                false => return Err("another user was found".into()),
            }
        }
        Ok::<u64, Failure>(done)
    });
    Ok(futures_util::future::try_join_all(all).await?.iter().sum())
}

/// What this process has used of a processor, user and system.
fn processor_time() -> Duration {
    let used = clock_gettime(ClockId::ProcessCPUTime);
    let seconds = Duration::from_secs(used.tv_sec.unsigned_abs());
    seconds + Duration::from_nanos(used.tv_nsec.unsigned_abs())
}

/// The most that it held, in bytes.
fn peak_memory() -> Result<u64, Failure> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes = line.and_then(|line| line.trim().strip_suffix("kB"));
    let kibibytes: u64 = kibibytes
        .ok_or("no VmHWM in /proc/self/status")?
        .trim()
        .parse()?;
    Ok(kibibytes * 1024)
}
