//! `doorward login` and `logout`, in front of a server that says what the device flow needs.

use std::os::unix::fs::PermissionsExt as _;
use std::sync::{Arc, Mutex};

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use rustls_pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use serde_json::json;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::command::{Ended, program};

/// The client whose first token is said to be good for an hour, although the API takes it no more.
const LASTING: &str = "LASTING";

/// The client whose refresh tokens are good for one use.
const ROTATING: &str = "ROTATING";

/// What was asked of the server, in order.
type Asked = Arc<Mutex<Vec<String>>>;

/// A tenant as far as a login knows it, which says what was asked of it.
struct Server {
    domain: String,
    asked: Asked,
    folder: TempDir,
    _stop: watch::Sender<bool>,
}

async fn code(State(asked): State<Asked>, body: String) -> Response {
    asked.lock().unwrap().push(format!("code {body}"));
    Json(json!({
        "device_code": "dc", "user_code": "QTZL-MCBW", "verification_uri": "https://v.example.com/activate",
        "expires_in": 60, "interval": 0,
    }))
    .into_response()
}

async fn token(State(asked): State<Asked>, body: String) -> Response {
    let mut asked = asked.lock().unwrap();
    let is_refresh = body.contains("grant_type=refresh_token");
    let grants = asked
        .iter()
        .filter(|line| line.starts_with("token"))
        .count();
    asked.push(format!("token {body}"));
    match (is_refresh, grants) {
        // One refresh token for each access token, and no second use of any.
        (true, _) if body.contains(ROTATING) => {
            let spent = asked
                .iter()
                .filter(|line| line.contains("grant_type=refresh_token"));
            let spent = spent.count();
            let presented = format!("refresh_token=rt-{}&", spent - 1);
            if spent > 1 && !format!("{body}&").contains(&presented) {
                let refusal = Json(json!({ "error": "invalid_grant" }));
                return (StatusCode::FORBIDDEN, refusal).into_response();
            }
            let tokens = json!({
                "access_token": "at-2", "refresh_token": format!("rt-{spent}"), "expires_in": 3600,
            });
            Json(tokens).into_response()
        }
        (true, _) => Json(json!({ "access_token": "at-2", "expires_in": 3600 })).into_response(),
        (false, 0) => {
            let pending = Json(json!({ "error": "authorization_pending" }));
            (StatusCode::FORBIDDEN, pending).into_response()
        }
        // Over at once: the first call renews it. Or so the client believes not.
        (false, _) => {
            let life = if body.contains(LASTING) { 3600 } else { 1 };
            Json(json!({ "access_token": "at-1", "refresh_token": "rt", "expires_in": life }))
                .into_response()
        }
    }
}

async fn settings(State(asked): State<Asked>, headers: HeaderMap) -> Response {
    let bearer = headers["authorization"].to_str().unwrap().to_owned();
    asked.lock().unwrap().push(format!("settings {bearer}"));
    if bearer == "Bearer at-1" {
        let refusal =
            json!({ "statusCode": 401, "error": "Unauthorized", "message": "Invalid token" });
        return (StatusCode::UNAUTHORIZED, Json(refusal)).into_response();
    }
    Json(json!({ "friendly_name": "Theirs" })).into_response()
}

async fn revoke(State(asked): State<Asked>, body: String) -> StatusCode {
    asked.lock().unwrap().push(format!("revoke {body}"));
    StatusCode::OK
}

impl Server {
    async fn start() -> Self {
        let asked = Asked::default();
        let router = Router::new()
            .route("/oauth/device/code", post(code))
            .route("/oauth/token", post(token))
            .route("/oauth/revoke", post(revoke))
            .route("/api/v2/tenants/settings", get(settings))
            .with_state(Arc::clone(&asked));
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("ca.pem"), made.cert.pem()).unwrap();
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let tls = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key)
            .unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let domain = format!("localhost:{}", listener.local_addr().unwrap().port());
        let (stop, stopping) = watch::channel(false);
        let served = doorward_tenant::serve(listener, Some(Arc::new(tls).into()), router, stopping);
        tokio::spawn(served);
        Self {
            domain,
            asked,
            folder,
            _stop: stop,
        }
    }

    /// Runs the program in a home of its own.
    async fn run(&self, arguments: &[&str]) -> Ended {
        let mut command = program();
        command
            .args(arguments)
            .env("XDG_CONFIG_HOME", self.folder.path());
        let ran = tokio::task::spawn_blocking(move || command.output());
        Ended::of(ran.await.unwrap().unwrap())
    }

    async fn log_in(&self, more: &[&str]) -> Ended {
        self.log_in_as("CID", more).await
    }

    async fn log_in_as(&self, client_id: &str, more: &[&str]) -> Ended {
        let authority = self.folder.path().join("ca.pem");
        let mut arguments = vec!["login", "--domain", &self.domain, "--client-id", client_id];
        arguments.extend([
            "--ca-file",
            authority.to_str().unwrap(),
            "--scope",
            "offline_access",
        ]);
        arguments.extend(more);
        self.run(&arguments).await
    }

    fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *self.asked.lock().unwrap())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_lasts_until_logout() {
    let server = Server::start().await;
    let login = server.log_in(&[]).await;
    assert_eq!(login.status, 0, "{login:?}");
    assert!(
        login.stderr.contains("https://v.example.com/activate"),
        "{login:?}"
    );
    assert!(login.stderr.contains("QTZL-MCBW"), "{login:?}");
    let asked = server.asked();
    assert!(
        asked[0].starts_with("code client_id=CID&scope=offline_access&audience=https"),
        "{asked:?}"
    );
    assert_eq!(asked.len(), 3, "{asked:?}");
    let file = server.folder.path().join("doorward/profiles/default.json");
    let mode = std::fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);

    // No tenant is named any more, and the token that has ended is renewed once.
    for _ in 0..2 {
        let settings = server.run(&["api", "tenants.settings.get"]).await;
        assert_eq!(settings.answer()["friendly_name"], "Theirs");
    }
    let asked = server.asked();
    assert_eq!(asked.len(), 3, "{asked:?}");
    assert!(asked[0].contains("refresh_token=rt"), "{asked:?}");
    assert_eq!(asked[1..], ["settings Bearer at-2", "settings Bearer at-2"]);

    // Credentials of somebody else do not go to where this login was.
    let other = server
        .run(&["api", "tenants.settings.get", "--token", "theirs"])
        .await;
    assert!(other.usage().contains("--domain"), "{other:?}");
    assert_eq!(server.asked(), [""; 0]);

    assert_eq!(server.run(&["logout"]).await.status, 0);
    assert!(server.asked()[0].contains("rt"));
    assert!(!file.exists());
    let none = server.run(&["api", "tenants.settings.get"]).await;
    assert!(none.usage().contains("--domain"), "{none:?}");
    assert_eq!(server.run(&["logout"]).await.status, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_token_of_a_login_is_replaced_once_and_kept() {
    let server = Server::start().await;
    assert_eq!(server.log_in_as(LASTING, &[]).await.status, 0);
    server.asked();
    for _ in 0..2 {
        let settings = server.run(&["api", "tenants.settings.get"]).await;
        assert_eq!(settings.answer()["friendly_name"], "Theirs");
    }
    let asked = server.asked();
    assert!(asked[1].contains("refresh_token=rt"), "{asked:?}");
    let others = [&asked[..1], &asked[2..]].concat();
    let again = "settings Bearer at-2";
    assert_eq!(others, ["settings Bearer at-1", again, again]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_that_cannot_be_renewed_ends_with_the_refusal() {
    let server = Server::start().await;
    assert_eq!(server.log_in_as(LASTING, &[]).await.status, 0);
    let file = server.folder.path().join("doorward/profiles/default.json");
    let kept = std::fs::read_to_string(&file).unwrap();
    let mut kept: serde_json::Value = serde_json::from_str(&kept).unwrap();
    kept["refresh_token"] = serde_json::Value::Null;
    std::fs::write(&file, kept.to_string()).unwrap();
    server.asked();
    let refused = server.run(&["api", "tenants.settings.get"]).await.error(1);
    assert_eq!(refused["status"], 401, "{refused}");
    assert_eq!(server.asked(), ["settings Bearer at-1"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn profiles_live_side_by_side() {
    let server = Server::start().await;
    assert_eq!(server.log_in(&["--profile", "work"]).await.status, 0);
    let unnamed = server.run(&["api", "tenants.settings.get"]).await;
    assert!(unnamed.usage().contains("--domain"), "{unnamed:?}");
    let named = ["api", "tenants.settings.get", "--profile", "work"];
    assert_eq!(
        server.run(&named).await.answer(),
        json!({ "friendly_name": "Theirs" })
    );
    let elsewhere = ["--domain", "tenant.auth0.com"];
    let elsewhere = [&named[..], &elsewhere[..]].concat();
    let refused = server.run(&elsewhere).await.usage();
    assert!(refused.contains(&server.domain), "{refused}");
    let unknown = server
        .run(&["api", "tenants.settings.get", "--profile", "home"])
        .await;
    assert!(unknown.usage().contains("doorward login"));
    let strange = server.run(&["logout", "--profile", "../x"]).await;
    assert_eq!(strange.status, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn processes_that_renew_a_login_at_the_same_time_spend_its_token_once() {
    let server = Server::start().await;
    assert_eq!(server.log_in_as(ROTATING, &[]).await.status, 0);
    server.asked();
    let call = || server.run(&["api", "tenants.settings.get"]);
    let (a, b, c, d) = tokio::join!(call(), call(), call(), call());
    for settings in [a, b, c, d] {
        assert_eq!(settings.answer()["friendly_name"], "Theirs");
    }
    let asked = server.asked();
    let renewals = asked.iter().filter(|line| line.starts_with("token"));
    assert_eq!(renewals.count(), 1, "{asked:?}");
    // The lock goes with the login.
    assert_eq!(server.run(&["logout"]).await.status, 0);
    let folder = server.folder.path().join("doorward/profiles");
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_secret_of_another_client_does_not_go_to_where_a_login_was() {
    let server = Server::start().await;
    assert_eq!(server.log_in(&[]).await.status, 0);
    server.asked();
    let call = ["api", "tenants.settings.get", "--profile", "default"];
    let other = ["--client-id", "OTHER", "--client-secret", "SEC"];
    let refused = server.run(&[&call[..], &other].concat()).await.usage();
    assert!(
        refused.contains("is of the client CID, not of OTHER"),
        "{refused}"
    );
    assert_eq!(server.asked(), [""; 0]);
}
