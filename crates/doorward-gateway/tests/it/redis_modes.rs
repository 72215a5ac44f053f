//! Redis with a password, over TLS, behind Sentinels, and as a cluster: real servers, one of which dies.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use doorward_gateway::config::{RedisServers, RedisSettings, SessionStore};
use serde_json::json;

use crate::double::Double;
use crate::gateway::{START, TestGateway, cookie_of};
use crate::redis::nodes::{self, Node, PATIENCE, Watched};

/// The same over TLS.
fn over_tls(store: SessionStore) -> SessionStore {
    match store {
        SessionStore::Redis(settings) => SessionStore::Redis(RedisSettings {
            is_tls: true,
            ..settings
        }),
        embedded => embedded,
    }
}

fn store(servers: RedisServers, username: Option<&str>, password: Option<&str>) -> SessionStore {
    SessionStore::Redis(RedisSettings {
        servers,
        username: username.map(str::to_owned),
        password: password.map(Into::into),
        database: None,
        is_tls: false,
    })
}

async fn gateway(store: SessionStore) -> TestGateway {
    let tenant = Double::start(START).await;
    TestGateway::over(tenant, store, |_| {}, |_| {}).await
}

/// The whole life of sessions: both kinds, renewed, listed, ended, and ended by an administrator.
async fn keeps_sessions(gateway: &TestGateway) {
    gateway.until_ready().await;
    let (cookie, bearer) = (gateway.cookie().await, gateway.bearer().await);
    let (by_cookie, by_token) = ([("cookie", &*cookie)], [("authorization", &*bearer)]);
    for headers in [by_cookie, by_token] {
        assert_eq!(gateway.get("/userinfo", &headers).await.status, 200);
    }
    assert_eq!(
        gateway.get("/users/active", &[]).await.body,
        r#"[{"userId":"auth0|code"}]"#
    );
    let body = json!({ "refresh_token": "refresh-2" });
    let renewed = gateway.post("/refreshtoken", &by_token, &body).await;
    assert_eq!(renewed.status, 200, "{renewed:?}");
    assert_eq!(gateway.get("/userinfo", &by_token).await.status, 401);
    assert_eq!(gateway.get("/logout", &by_cookie).await.status, 302);
    assert_eq!(gateway.get("/userinfo", &by_cookie).await.status, 401);
    let delete = crate::gateway::request("DELETE", "/users/auth0%7Ccode", &[], "".into());
    assert_eq!(gateway.send(delete).await.status, 204);
    assert_eq!(gateway.get("/users/active", &[]).await.body, "[]");
}

#[tokio::test]
async fn g_094_user_name_and_password_open_redis() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut arguments = vec!["--requirepass", "hush", "--user", "gateway", "on"];
    arguments.extend([">let-me-in", "~auth0-client:*", "+@all"]);
    let node = Node::start(folder.path(), &arguments);
    let single = || RedisServers::Single("127.0.0.1".to_owned(), node.port);
    for (username, password) in [(Some("gateway"), "let-me-in"), (None, "hush")] {
        keeps_sessions(&gateway(store(single(), username, Some(password))).await).await;
    }
    for (username, password) in [(None, None), (Some("gateway"), Some("hush"))] {
        let gateway = gateway(store(single(), username, password)).await;
        assert_eq!(gateway.get("/-/ready", &[]).await.status, 503);
        assert_eq!(gateway.get("/authorize", &[]).await.error().0, 500);
        assert_eq!(gateway.get("/-/healthz", &[]).await.status, 200);
    }
}

/// The Sentinels of a master.
fn sentinels(watched: &Watched) -> RedisServers {
    let hosts = watched.sentinels.iter();
    RedisServers::Sentinel {
        hosts: hosts
            .map(|node| ("127.0.0.1".to_owned(), node.port))
            .collect(),
        master_name: "main".to_owned(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn g_095_sessions_survive_the_death_of_the_master() {
    let mut watched = Watched::start();
    let gateway = gateway(store(sentinels(&watched), None, None)).await;
    gateway.until_ready().await;
    let mut cookies = Vec::new();
    for _ in 0..20 {
        cookies.push(gateway.cookie().await);
    }
    // What Redis itself has not lost when the master dies is what it has copied by then.
    let copied = || watched.replica.ask(&["KEYS", "auth0-client:session:*"]);
    while copied().lines().count() < 20 {
        tokio::task::yield_now().await;
    }

    let headers = [("cookie", cookies[0].as_str())];
    let calls = (0..200).map(|_| gateway.get("/userinfo", &headers));
    let (answers, ()) = tokio::join!(futures_util::future::join_all(calls), async {
        watched.master.kill();
    });
    for answer in answers {
        // Whatever happened on the way, nobody was told to log in again.
        assert_ne!(answer.status, 401, "{answer:?}");
    }
    let died = Instant::now();
    loop {
        let answer = gateway.get("/userinfo", &headers).await;
        assert_ne!(answer.status, 401, "{answer:?}");
        if answer.status == 200 {
            break;
        }
        assert!(died.elapsed() < PATIENCE, "no recovery: {answer:?}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    for cookie in &cookies {
        let answer = gateway.get("/userinfo", &[("cookie", cookie)]).await;
        assert_eq!(answer.status, 200, "{answer:?}");
    }
    // The new master takes writes, and a gateway that starts now finds it.
    assert_eq!(cookie_of(&gateway.login("web").await), "sid=access-21");
    let late = TestGateway::over(
        gateway.tenant.clone(),
        store(sentinels(&watched), None, None),
        |_| {},
        |_| {},
    )
    .await;
    late.until_ready().await;
    assert_eq!(late.get("/userinfo", &headers).await.status, 200);
}

/// Three masters and their replicas, which know each other.
fn cluster(folder: &Path) -> Vec<Node> {
    let arguments = ["--cluster-enabled", "yes", "--cluster-node-timeout", "1000"];
    let nodes: Vec<_> = (0..6).map(|_| Node::start(folder, &arguments)).collect();
    let addresses: Vec<_> = nodes
        .iter()
        .map(|node| format!("127.0.0.1:{}", node.port))
        .collect();
    let made = Command::new("redis-cli")
        .args(["--cluster", "create"])
        .args(&addresses)
        .args(["--cluster-replicas", "1", "--cluster-yes"])
        .output()
        .expect("redis-cli");
    let told = String::from_utf8_lossy(&made.stdout);
    assert!(told.contains("All 16384 slots covered"), "{told}");
    for node in &nodes {
        node.until("cluster_state:ok", &["CLUSTER", "INFO"]);
    }
    nodes
}

#[tokio::test]
async fn g_094_a_cluster_keeps_sessions_even_when_a_master_dies() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut nodes = cluster(folder.path());
    // Two seeds are enough to find all. One of them is the master that will die.
    let seeds = nodes.iter().take(2);
    let seeds = seeds.map(|node| ("127.0.0.1".to_owned(), node.port));
    let gateway = gateway(store(RedisServers::Cluster(seeds.collect()), None, None)).await;
    keeps_sessions(&gateway).await;
    let mut cookies = Vec::new();
    for _ in 0..20 {
        cookies.push(gateway.cookie().await);
    }
    let kept = |node: &Node| {
        let keys = node.ask(&["KEYS", "auth0-client:session:*"]);
        keys.lines().filter(|line| !line.is_empty()).count()
    };
    // Every session on its master and on the replica of that.
    while nodes.iter().map(kept).sum::<usize>() < 40 {
        tokio::task::yield_now().await;
    }
    assert!(kept(&nodes[0]) > 0, "no session would miss this master");
    drop(nodes.remove(0));
    let died = Instant::now();
    for cookie in &cookies {
        loop {
            let answer = gateway.get("/userinfo", &[("cookie", cookie)]).await;
            // Whatever happened on the way, nobody was told to log in again.
            assert_ne!(answer.status, 401, "{answer:?}");
            if answer.status == 200 {
                break;
            }
            assert!(died.elapsed() < PATIENCE, "no recovery: {answer:?}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
    for _ in 0..20 {
        assert_eq!(gateway.login("web").await.status, 200);
    }
}

#[tokio::test]
async fn g_094_redis_is_spoken_to_over_tls_if_its_certificate_is_trusted() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = rcgen::generate_simple_self_signed(vec!["127.0.0.1".to_owned()]);
    let made = made.expect("a certificate");
    let (certificate, key) = (
        folder.path().join("cert.pem"),
        folder.path().join("key.pem"),
    );
    std::fs::write(&certificate, made.cert.pem()).expect("a written file");
    std::fs::write(&key, made.signing_key.serialize_pem()).expect("a written file");
    let port = nodes::free_port();
    let port_text = port.to_string();
    let mut arguments = vec!["--tls-port", port_text.as_str(), "--tls-auth-clients", "no"];
    arguments.extend(["--tls-cert-file", certificate.to_str().expect("a text")]);
    arguments.extend(["--tls-key-file", key.to_str().expect("a text")]);
    let _node = Node::start(folder.path(), &arguments);
    let single = RedisServers::Single("127.0.0.1".to_owned(), port);
    let store = over_tls(store(single, None, None));

    let trusted = folder.path().join("authorities");
    std::fs::create_dir(&trusted).expect("a folder");
    std::fs::copy(&certificate, trusted.join("redis.pem")).expect("a copied file");
    let tenant = Double::start(START).await;
    let options = |options: &mut doorward_gateway::config::Options| {
        options.additional_ca_folder = Some(trusted);
    };
    keeps_sessions(&TestGateway::over(tenant, store.clone(), |_| {}, options).await).await;

    let stranger = gateway(store).await;
    assert_eq!(stranger.get("/-/ready", &[]).await.status, 503);
    assert_eq!(stranger.get("/authorize", &[]).await.error().0, 500);
}
