//! What every store promises, checked on both engines.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::*;
use crate::config::{Config, Options, RedisServers, RedisSettings, SessionStore};
use doorward::Secret;

#[path = "../../tests/support/redis.rs"]
mod redis_server;

use redis_server::RedisServer;

/// Seconds since the epoch, moved by hand.
#[derive(Clone)]
struct Hand(Arc<AtomicI64>);

impl Hand {
    fn new() -> Self {
        Self(Arc::new(AtomicI64::new(1_700_000_000)))
    }

    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::Relaxed)).expect("a time")
    }

    fn advance(&self, seconds: i64) {
        self.0.fetch_add(seconds, Ordering::Relaxed);
    }

    fn clock(&self) -> Clock {
        let hand = self.clone();
        Clock::new(move || hand.now())
    }
}

fn settings(store: SessionStore, scope: &str) -> Settings {
    let text = json!({
        "clients": { "web": { "auth0Url": "t", "clientId": "c", "clientSecret": "s", "redirectUrl": "/c", "scopes": [] } },
        "managementClient": { "auth0Url": "t", "clientId": "m", "clientSecret": "s" },
    });
    let (config, _) = Config::from_json(&text.to_string()).expect("a config");
    let options = Options {
        session_scope: Some(scope.to_owned()),
        ..Options::default()
    };
    Settings {
        options,
        ..Settings::new(config, store)
    }
}

fn redis(server: &RedisServer) -> SessionStore {
    let address = server.address.trim_start_matches("redis://");
    let (host, port) = address.rsplit_once(':').expect("host:port");
    SessionStore::Redis(RedisSettings {
        servers: RedisServers::Single(
            host.to_owned(),
            port.trim_end_matches('/').parse().expect("a port"),
        ),
        username: None,
        password: None,
        database: None,
        is_tls: false,
    })
}

async fn open(store: SessionStore, scope: &str, hand: &Hand) -> Sessions {
    let sessions = Sessions::open(&settings(store, scope), hand.clock(), Entropy::default())
        .await
        .expect("sessions");
    // A connection in the making is not yet one that answers.
    while sessions.ping().await.is_err() {
        tokio::task::yield_now().await;
    }
    sessions
}

fn session(handle: &str, user_id: &str, hand: &Hand) -> Session {
    Session {
        facts: Facts {
            kind: Kind::Cookie,
            access_expires_at: hand.now() + SignedDuration::from_secs(60),
            ends_at: hand.now() + SignedDuration::from_secs(600),
            created_at: hand.now(),
            profile_shape: 7,
            client: "web".to_owned(),
            user_id: user_id.to_owned(),
        },
        profile: Bytes::from_static(b"{\"sub\":\"x\"}"),
        tokens: Tokens {
            access_token: handle.into(),
            refresh_token: "r".into(),
            id_token: "i".into(),
        },
    }
}

fn login(hand: &Hand) -> LoginState {
    LoginState {
        client: "web".to_owned(),
        redirect: Some("/home".to_owned()),
        redirect_uri: "https://app/callback".to_owned(),
        connection: None,
        code_verifier: Secret::from("v"),
        ends_at: hand.now() + SignedDuration::from_secs(600),
    }
}

/// The three tokens, as text.
fn texts(tokens: Option<Tokens>) -> [String; 3] {
    let tokens = tokens.expect("tokens");
    [tokens.access_token, tokens.refresh_token, tokens.id_token]
        .map(|token| token.as_str().to_owned())
}

fn assert_same(found: Option<LoginState>, expected: &LoginState) {
    let found = found.expect("a state");
    assert_eq!(format!("{found:?}"), format!("{expected:?}"));
    assert_eq!(
        found.code_verifier.as_str(),
        expected.code_verifier.as_str()
    );
}

/// Everything `Sessions` promises; `name` keeps runs on one Redis apart.
async fn keeps_its_promises(store: SessionStore, name: &str) {
    let hand = Hand::new();
    let is_embedded = matches!(store, SessionStore::Embedded(_));
    let sessions = open(store.clone(), name, &hand).await;
    let other_scope = match &store {
        SessionStore::Redis(_) => Some(open(store, &format!("{name}-other"), &hand).await),
        SessionStore::Embedded(_) => None,
    };

    assert!(sessions.find("h1").await.expect("an answer").is_none());
    let first = session("h1", "auth0|a", &hand);
    sessions.create(&first).await.expect("kept");
    sessions
        .create(&session("h2", "auth0|a", &hand))
        .await
        .expect("kept");
    sessions
        .create(&session("h3", "auth0|a:b*", &hand))
        .await
        .expect("kept");
    let found = sessions
        .find("h1")
        .await
        .expect("an answer")
        .expect("the session");
    assert_eq!(found.facts, first.facts);
    assert_eq!(sessions.profile(&found), Some(first.profile.clone()));
    assert_eq!(texts(sessions.tokens(&found)), ["h1", "r", "i"]);

    // A handle is one session's, unless it is said to be replaced.
    let mut same = session("h1", "auth0|a", &hand);
    same.tokens.refresh_token = "r1".into();
    assert!(!sessions.create(&same).await.expect("an answer"));
    let kept = sessions.find("h1").await.expect("an answer").expect("it");
    assert_eq!(texts(sessions.tokens(&kept)), ["h1", "r", "i"]);
    sessions.replace(&same).await.expect("replaced");
    let kept = sessions.find("h1").await.expect("an answer").expect("it");
    assert_eq!(texts(sessions.tokens(&kept)), ["h1", "r1", "i"]);
    sessions.replace(&first).await.expect("replaced");
    assert_eq!(
        sessions.active_users().await.expect("users"),
        ["auth0|a", "auth0|a:b*"]
    );

    if let Some(other) = other_scope {
        assert!(other.find("h1").await.expect("an answer").is_none());
        assert!(other.active_users().await.expect("users").is_empty());
        sessions.keep_state("s", &login(&hand)).await.expect("kept");
        assert!(other.take_state("s").await.expect("an answer").is_none());
    }

    // New tokens behind an old handle.
    let renewed = Session {
        tokens: Tokens {
            refresh_token: "r2".into(),
            ..first.tokens.clone()
        },
        ..first.clone()
    };
    assert!(
        sessions
            .rewrite(found.digest(), &renewed)
            .await
            .expect("an answer")
    );
    let found = sessions
        .find("h1")
        .await
        .expect("an answer")
        .expect("the session");
    assert_eq!(texts(sessions.tokens(&found)), ["h1", "r2", "i"]);
    sessions.remove("h1").await.expect("removed");
    assert!(
        !sessions
            .rewrite(found.digest(), &renewed)
            .await
            .expect("an answer"),
        "it came back"
    );
    assert!(sessions.find("h1").await.expect("an answer").is_none());
    sessions
        .remove("h1")
        .await
        .expect("removing what is not there is no error");

    // One user's sessions end; a user whose id starts alike stays.
    sessions.remove_user("auth0|a").await.expect("removed");
    assert!(sessions.find("h2").await.expect("an answer").is_none());
    assert_eq!(
        sessions.active_users().await.expect("users"),
        ["auth0|a:b*"]
    );
    sessions.remove_user("auth0|a:b*").await.expect("removed");
    assert!(sessions.active_users().await.expect("users").is_empty());

    // A state is good once, and for ten minutes.
    sessions.keep_state("s", &login(&hand)).await.expect("kept");
    assert_same(
        sessions.take_state("s").await.expect("an answer"),
        &login(&hand),
    );
    assert!(sessions.take_state("s").await.expect("an answer").is_none());
    sessions.keep_state("s", &login(&hand)).await.expect("kept");
    hand.advance(600);
    assert!(sessions.take_state("s").await.expect("an answer").is_none());

    // What has ended is not found, and is forgotten.
    sessions
        .create(&session("h4", "auth0|c", &hand))
        .await
        .expect("kept");
    hand.advance(599);
    assert!(sessions.find("h4").await.expect("an answer").is_some());
    hand.advance(1);
    assert!(sessions.find("h4").await.expect("an answer").is_none());
    assert!(sessions.active_users().await.expect("users").is_empty());
    if is_embedded {
        // Redis counts real time.
        let again = session("h4", "auth0|c", &hand);
        assert!(sessions.create(&again).await.expect("an answer"));
    }
    sessions.sweep().await.expect("swept");
    sessions.close().await;
}

#[tokio::test]
async fn the_embedded_store_keeps_its_promises() {
    let folder = tempfile::tempdir().expect("a folder");
    keeps_its_promises(
        SessionStore::Embedded(folder.path().join("sessions")),
        "embedded",
    )
    .await;
}

#[tokio::test]
async fn the_file_gives_back_the_room_of_sessions_that_have_ended() {
    let folder = tempfile::tempdir().expect("a folder");
    let hand = Hand::new();
    let sessions = open(embedded(folder.path()), "room", &hand).await;
    let pages = || {
        let file = rusqlite::Connection::open(folder.path().join("sessions.sqlite"));
        let count = |row: &rusqlite::Row<'_>| row.get::<_, i64>(0);
        let file = file.expect("the file");
        file.query_row("PRAGMA page_count", [], count)
            .expect("pages")
    };
    for number in 0..300 {
        let mut session = session(&format!("h{number}"), "auth0|a", &hand);
        session.profile = vec![b'x'; 4000].into();
        sessions.create(&session).await.expect("kept");
    }
    let full = pages();
    hand.advance(600);
    sessions.sweep().await.expect("swept");
    assert!(pages() < full / 4, "{full} pages, then {}", pages());
}

#[tokio::test]
async fn redis_keeps_its_promises() {
    let server = RedisServer::shared();
    let name = Entropy::default().uuid().expect("a name");
    keeps_its_promises(redis(&server), &name).await;
}

fn embedded(folder: &Path) -> SessionStore {
    SessionStore::Embedded(folder.to_owned())
}

#[tokio::test]
async fn embedded_sessions_survive_a_restart_until_they_end() {
    let folder = tempfile::tempdir().expect("a folder");
    let hand = Hand::new();
    let sessions = open(embedded(folder.path()), "x", &hand).await;
    sessions
        .create(&session("h1", "auth0|a", &hand))
        .await
        .expect("kept");
    sessions
        .create(&session("h2", "auth0|b", &hand))
        .await
        .expect("kept");
    sessions.remove("h2").await.expect("removed");
    sessions.keep_state("s", &login(&hand)).await.expect("kept");
    // A copy of the files as they are now is what a killed process leaves behind.
    let copy = tempfile::tempdir().expect("a folder");
    for file in std::fs::read_dir(folder.path()).expect("a listing") {
        let file = file.expect("a file");
        std::fs::copy(file.path(), copy.path().join(file.file_name())).expect("a copied file");
    }
    let again = open(embedded(copy.path()), "x", &hand).await;
    assert!(again.find("h1").await.expect("an answer").is_some());
    assert!(again.find("h2").await.expect("an answer").is_none());
    assert_same(
        again.take_state("s").await.expect("an answer"),
        &login(&hand),
    );
    assert_eq!(again.active_users().await.expect("users"), ["auth0|a"]);
    hand.advance(30 * 86_400);
    again.sweep().await.expect("swept");
    assert!(again.active_users().await.expect("users").is_empty());
}

#[tokio::test]
async fn however_many_sessions_end_at_once_all_are_forgotten() {
    let folder = tempfile::tempdir().expect("a folder");
    let hand = Hand::new();
    let sessions = open(embedded(folder.path()), "x", &hand).await;
    let handles: Vec<String> = (0..2500).map(|number| format!("h{number}")).collect();
    let all = handles.iter().map(async |handle| {
        let session = session(handle, "auth0|a", &hand);
        sessions.create(&session).await.expect("kept");
    });
    futures_util::future::join_all(all).await;
    hand.advance(601);
    sessions.sweep().await.expect("swept");
    let file = rusqlite::Connection::open(folder.path().join("sessions.sqlite")).expect("a file");
    let left = file.query_row("SELECT count(*) FROM records", [], |row| {
        row.get::<_, i64>(0)
    });
    assert_eq!(left, Ok(0));
}

#[tokio::test]
async fn two_processes_cannot_share_a_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let hand = Hand::new();
    let _first = open(embedded(folder.path()), "x", &hand).await;
    let second = Sessions::open(
        &settings(embedded(folder.path()), "x"),
        hand.clock(),
        Entropy::default(),
    )
    .await;
    assert!(second.is_err());
}

#[tokio::test]
async fn only_one_gateway_at_a_time_holds_a_lock() {
    let server = RedisServer::shared();
    let name = Entropy::default().uuid().expect("a name");
    let sessions = open(redis(&server), &name, &Hand::new()).await;
    let digest = Digest::of("h");
    assert!(sessions.lock(&digest, "one").await.expect("an answer"));
    assert!(!sessions.lock(&digest, "two").await.expect("an answer"));
    sessions.unlock(&digest, "two").await.expect("an answer");
    assert!(
        !sessions.lock(&digest, "two").await.expect("an answer"),
        "a stranger gave the lock back"
    );
    sessions.unlock(&digest, "one").await.expect("an answer");
    assert!(sessions.lock(&digest, "two").await.expect("an answer"));
}
