//! A Redis master that dies under load, as a running gateway and those before it see it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use serde_json::json;
use tokio::task::JoinSet;

use super::gateway::Clients;
use super::redis::{Node, PATIENCE, Watched};
use super::{GatewayCaller, Place, Process, answer};

/// Sessions that are there before anything happens.
const SESSIONS: usize = 12;
/// Those who log in all the time, and those who ask who they are.
const LOG_INS: usize = 3;
const ASKING: usize = 6;
/// How far a replica may be behind its master here. What was acknowledged later may be lost with the master, since
/// Redis copies behind its answers.
const LAG: Duration = Duration::from_secs(1);
/// How long the gateway may take once the Sentinels have named a new master.
const NOTICE: Duration = Duration::from_secs(5);

/// Logs in; the token, or the status of who is to blame that there is none.
async fn log_in(caller: &GatewayCaller) -> Result<String, u16> {
    let form = "grant_type=password&username=demo%40example.com&password=Open-the-d00r";
    let request = caller.http.post(format!("{}/oauth/token", caller.url));
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    let response = request.body(form).send().await.unwrap();
    match answer(response).await.unwrap() {
        (200, tokens) => Ok(tokens["accessToken"].as_str().unwrap().to_owned()),
        (status, _) => Err(status),
    }
}

fn clone_of(caller: &GatewayCaller) -> GatewayCaller {
    GatewayCaller {
        http: caller.http.clone(),
        url: caller.url.clone(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_master_that_dies_under_load_ends_no_session() {
    let mut watched = tokio::task::spawn_blocking(Watched::start).await.unwrap();
    let place = Place::sqlite();
    let mut command = place.part("tenant");
    command.args(["--log-level", "warn"]);
    let tenant = Process::run(&place, command);
    let clients = Clients::of(&tenant, &place);
    let hosts: Vec<_> = watched
        .sentinels
        .iter()
        .map(|node| format!("127.0.0.1:{}", node.port))
        .collect();
    let gateway = clients
        .serve(
            &place,
            &[
                ("REDIS_MODE", "sentinel"),
                ("REDIS_HOSTS", &hosts.join(",")),
                ("REDIS_MASTER_NAME", "main"),
            ],
        )
        .await;
    let mut old = Vec::new();
    for _ in 0..SESSIONS {
        old.push(gateway.caller.log_in().await);
    }
    let copied = |node: &Node| {
        let keys = node.ask(&["KEYS", "auth0-client:session:*"]);
        keys.lines().filter(|line| !line.is_empty()).count()
    };
    while copied(&watched.replica) < SESSIONS {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }

    let old = Arc::new(old);
    let is_over = Arc::new(AtomicBool::new(false));
    let mut logging_in = JoinSet::new();
    for _ in 0..LOG_INS {
        let (caller, is_over) = (clone_of(&gateway.caller), is_over.clone());
        logging_in.spawn(async move {
            let mut acknowledged = Vec::new();
            while !is_over.load(Ordering::Relaxed) {
                match log_in(&caller).await {
                    Ok(token) => acknowledged.push((Instant::now(), token)),
                    Err(status) => assert_eq!(status, 500),
                }
            }
            acknowledged
        });
    }
    let mut asking = JoinSet::new();
    for number in 0..ASKING {
        let (caller, is_over, old) = (clone_of(&gateway.caller), is_over.clone(), old.clone());
        asking.spawn(async move {
            let mut answered = [0, 0];
            for token in old.iter().cycle().skip(number) {
                match caller.user(token).await.0 {
                    200 => answered[0] += 1,
                    // Never 401: nobody is to log in again because Redis is away.
                    500 => answered[1] += 1,
                    status => panic!("{status} for a session that is there"),
                }
                if is_over.load(Ordering::Relaxed) {
                    return answered;
                }
            }
            answered
        });
    }
    tokio::time::sleep(Duration::from_millis(500)).await;
    watched.master.kill();
    let died = Instant::now();
    let replica = watched.replica.port.to_string();
    let is_named = |watched: &Watched| {
        let command = ["SENTINEL", "GET-MASTER-ADDR-BY-NAME", "main"];
        watched.sentinels[0].ask(&command).contains(&replica)
    };
    while !is_named(&watched) {
        assert!(died.elapsed() < PATIENCE, "no new master");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let named = Instant::now();
    let mut first = log_in(&gateway.caller).await;
    while first.is_err() {
        assert!(named.elapsed() < NOTICE, "{first:?} {}", place.errors());
        tokio::time::sleep(Duration::from_millis(20)).await;
        first = log_in(&gateway.caller).await;
    }
    let recovered = Instant::now();
    tokio::time::sleep(Duration::from_millis(500)).await;
    is_over.store(true, Ordering::Relaxed);
    let mut answered = [0, 0];
    for [well, badly] in asking.join_all().await {
        answered[0] += well;
        answered[1] += badly;
    }
    // Whether anybody was told 500 depends on how long the Sentinels took: requests wait for a while.
    assert!(answered[0] > 0, "{answered:?}");

    for token in old.iter() {
        assert_eq!(gateway.caller.user(token).await.0, 200);
    }
    let (mut kept, mut lost, mut late) = (0, 0, 0);
    for (at, token) in logging_in.join_all().await.into_iter().flatten() {
        let (status, user) = gateway.caller.user(&token).await;
        if status == 200 {
            assert_eq!(user["email"], json!("demo@example.com"));
            kept += 1;
            late += u32::from(at > recovered);
        } else {
            assert_eq!(status, 401);
            assert!(
                at + LAG > died && at < died + LAG,
                "a session was lost that Redis had copied"
            );
            lost += 1;
        }
    }
    eprintln!(
        "new master after {:?}, gateway {:?} later; {kept} logins kept, {lost} lost with the master",
        named - died,
        recovered - named
    );
    assert!(
        kept > 0 && late > 0,
        "{kept} logins, {late} after the recovery"
    );
    assert_eq!(gateway.caller.status("/-/ready").await, 200);
    assert_eq!(gateway.process.terminate().await, 0, "{}", place.errors());
}
