//! The moment at which the tokens of a session end, over two processes that share a Redis.

use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::StreamExt as _;
use reqwest::Method;
use serde_json::json;

use super::gateway::Clients;
use super::redis::Node;
use super::{Caller, Place, Process, answer};

/// Requests that come around that moment.
const CALLS: usize = 10_000;
/// At a time, over both gateways.
const AT_ONCE: usize = 128;
/// Life of the first access token, in seconds: long enough to log in, and to be asked before its end.
const LIFE: u64 = 6;

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_calls_over_two_processes_refresh_once() {
    let place = Place::sqlite();
    let mut command = place.part("tenant");
    command.args(["--log-level", "warn"]);
    let tenant = Process::run(&place, command);
    // Whoever came second with the same token would end the login for all.
    let policy = json!({
        "rotation_type": "rotating", "expiration_type": "expiring", "leeway": 0,
        "token_lifetime": 86_400, "idle_token_lifetime": 3_600,
    });
    place.set_refresh_token_policy(&policy).await;
    let clients = Clients::of(&tenant, &place);
    let folder = tempfile::tempdir().unwrap();
    let redis = Node::start(folder.path(), &[]);
    let hosts = format!("127.0.0.1:{}", redis.port);
    let variables = [("REDIS_HOSTS", hosts.as_str())];
    let (one, two) = (
        clients.serve(&place, &variables).await,
        clients.serve(&place, &variables).await,
    );

    let caller = tenant.caller();
    let token = caller.management_token().await;
    let api = Api::of(&caller, &token, &tenant.told("/api/identifier")).await;
    api.set_lifetime(&caller, &token, LIFE).await;
    let login = json!({
        "grant_type": "password", "username": "demo@example.com", "password": "Open-the-d00r",
    });
    let asked = one
        .caller
        .http
        .post(format!("{}/oauth/token", one.caller.url));
    let asked = asked.header("client-type", "web").body(login.to_string());
    let logged_in = asked.send().await.unwrap();
    let began = Instant::now();
    assert_eq!(logged_in.status(), 200, "{}", place.errors());
    let cookie = logged_in.headers()["set-cookie"].to_str().unwrap();
    let cookie = Arc::new(cookie.split(';').next().unwrap().to_owned());
    // The next one lives for a day: nobody has a reason to refresh twice.
    api.set_lifetime(&caller, &token, 86_400).await;
    let before = token_requests(&caller).await;

    let end = began + Duration::from_secs(LIFE);
    tokio::time::sleep_until((end - Duration::from_millis(300)).into()).await;
    let first = Instant::now();
    let calls = (0..CALLS).map(|number| {
        let gateway = if number % 2 == 0 { &one } else { &two };
        let url = format!("{}/userinfo", gateway.caller.url);
        let request = gateway.caller.http.get(url).header("client-type", "web");
        let request = request.header("cookie", cookie.as_str());
        async move {
            let (status, user) = answer(request.send().await.unwrap()).await.unwrap();
            (status, user["iat"].as_i64())
        }
    });
    let mut answers = futures_util::stream::iter(calls).buffer_unordered(AT_ONCE);
    let mut issued = Vec::new();
    while let Some((status, at)) = answers.next().await {
        assert_eq!(status, 200, "{}", place.errors());
        issued.push(at.unwrap());
    }
    drop(answers);
    assert!(first < end && end < Instant::now(), "the moment was missed");
    assert_eq!(issued.len(), CALLS);
    issued.sort_unstable();
    issued.dedup();
    assert_eq!(
        issued.len(),
        2,
        "not the first ID token and the next: {issued:?}"
    );
    assert_eq!(token_requests(&caller).await - before, 1);
    // Nor is anybody logged out by what came after.
    for gateway in [one, two] {
        let request = gateway
            .caller
            .http
            .get(format!("{}/userinfo", gateway.caller.url));
        let request = request.header("cookie", cookie.as_str());
        assert_eq!(request.send().await.unwrap().status(), 200);
        assert_eq!(gateway.process.terminate().await, 0, "{}", place.errors());
    }
    assert_eq!(token_requests(&caller).await - before, 1);
}

/// The demo API, whose access tokens the sessions have.
struct Api(String);

impl Api {
    async fn of(caller: &Caller, token: &str, identifier: &str) -> Self {
        let (_, found) = caller
            .manage(Method::GET, "/resource-servers", token, None)
            .await
            .unwrap();
        let mut all = found.as_array().unwrap().iter();
        let own = all.find(|api| api["identifier"] == identifier);
        let id = &own.unwrap_or_else(|| panic!("{identifier} in {found}"))["id"];
        Self(id.as_str().unwrap().to_owned())
    }

    async fn set_lifetime(&self, caller: &Caller, token: &str, seconds: u64) {
        let change =
            json!({ "token_lifetime": seconds, "token_lifetime_for_web": seconds.min(7200) });
        let path = format!("/resource-servers/{}", self.0);
        let (status, answer) = caller
            .manage(Method::PATCH, &path, token, Some(&change))
            .await
            .unwrap();
        assert_eq!(status, 200, "{answer}");
    }
}

/// How often the tenant has been asked for tokens, whatever it answered.
async fn token_requests(caller: &Caller) -> u64 {
    let metrics = caller.http.get(format!("{}/metrics", caller.url));
    let text = metrics.send().await.unwrap().text().await.unwrap();
    let counts = text.lines().filter(|line| {
        line.starts_with("doorward_http_requests_total{")
            && line.contains(r#"route="/oauth/token""#)
    });
    counts
        .map(|line| line.rsplit_once(' ').unwrap().1.parse::<u64>().unwrap())
        .sum()
}
