//! `doorward gateway`: a process of its own, with the variables and the config file of `auth0-client`.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::Barrier;
use tokio::task::JoinSet;

use super::{GatewayCaller, Place, Process};
use crate::command::{Ended, program};

/// Those who call while the gateway is asked to end.
const CALLERS: usize = 16;

/// A config file for the demo clients of a tenant.
pub(super) struct Clients {
    folder: PathBuf,
}

impl Clients {
    pub(super) fn of(tenant: &Process, place: &Place) -> Self {
        let (issuer, database) = (tenant.told("/issuer"), "/connections/database");
        let name = tenant.told(&format!("{database}/name"));
        let mut config = json!({
            "clients": { "demo": {
                "auth0Url": issuer, "clientId": tenant.told("/applications/0/client_id"),
                "clientSecret": tenant.told("/applications/0/client_secret"),
                "redirectUrl": tenant.told("/applications/0/callbacks/0"),
                "scopes": ["openid", "profile", "email", "offline_access"],
                "supportedConnections": [name], "defaultConnection": name,
            } },
            "defaultClient": "demo",
            "managementClient": {
                "auth0Url": issuer, "clientId": tenant.told("/management/client_id"),
                "clientSecret": tenant.told("/management/client_secret"),
                "supportedConnectionsMap": { &name: { "connectionId": tenant.told(&format!("{database}/id")) } },
                "defaultManagementConnectionName": name,
            },
        });
        // The same with cookies, and access tokens of an API.
        let mut web = config["clients"]["demo"].clone();
        web["audience"] = tenant.told("/api/identifier").into();
        web["scopes"] = json!(["profile", "email", "offline_access", "website"]);
        config["clients"]["web"] = web;
        let folder = place.folder.path().join("gateway-config");
        std::fs::create_dir_all(folder.join("authorities")).unwrap();
        std::fs::write(folder.join("config.json"), config.to_string()).unwrap();
        let authority = folder.join("authorities/ca.pem");
        std::fs::copy(tenant.told("/ca_file"), authority).unwrap();
        Self { folder }
    }

    /// The same clients at another address.
    pub(super) fn at(self, url: &str) -> Self {
        let file = self.folder.join("config.json");
        let mut config: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        for client in ["/clients/demo", "/clients/web", "/managementClient"] {
            config.pointer_mut(client).unwrap()["auth0Url"] = url.into();
        }
        std::fs::write(&file, config.to_string()).unwrap();
        self
    }

    /// `doorward gateway` with their config file.
    fn command(&self) -> Command {
        self.configured(program())
    }

    /// The same started by another program, which is given the path.
    pub(super) fn command_through(&self, start: impl FnOnce(&str) -> Command) -> Command {
        self.configured(start(env!("CARGO_BIN_EXE_doorward")))
    }

    fn configured(&self, mut command: Command) -> Command {
        command
            .arg("gateway")
            .env("SERVICE_CONFIG_PATH", &self.folder)
            .env("SERVICE_CONFIG_FILE_NAME", "config")
            .env("ADDITIONAL_CA_FOLDER", self.folder.join("authorities"))
            .env("ORIGINAL_PROTOCOL_HEADER", "x-forwarded-proto")
            .env("DELAY_SHUTDOWN_SECONDS", "0");
        command
    }

    /// Starts a gateway for them on a free port and waits until it answers.
    pub(super) async fn serve(&self, place: &Place, variables: &[(&str, &str)]) -> Alone {
        let mut command = self.command();
        command.envs(variables.iter().copied());
        self.serve_command(place, command).await
    }

    /// The same with a command that was prepared.
    pub(super) async fn serve_command(&self, place: &Place, mut command: Command) -> Alone {
        let port = free_port();
        command
            .env("HTTP_PORT", port.to_string())
            .stdout(Stdio::piped())
            .stderr(place.open_errors());
        let process = Process::run(place, command);
        let caller = GatewayCaller {
            http: process.http.clone(),
            url: format!("http://127.0.0.1:{port}"),
        };
        for _ in 0..200 {
            let asked = caller.http.get(format!("{}/-/ready", caller.url));
            if asked
                .send()
                .await
                .is_ok_and(|answer| answer.status() == 200)
            {
                return Alone { process, caller };
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("not ready: {} {}", process.line, place.errors());
    }
}

/// A gateway that is a process of its own.
pub(super) struct Alone {
    pub(super) process: Process,
    pub(super) caller: GatewayCaller,
}

/// A port that nobody listens on now.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// Logs in, restarts the gateway and is still logged in.
async fn check(variables: &[(&str, &str)]) {
    let place = Place::sqlite();
    let mut command = place.part("tenant");
    command.args(["--log-level", "warn"]);
    let tenant = Process::run(&place, command);
    let clients = Clients::of(&tenant, &place);
    let gateway = clients.serve(&place, variables).await;
    let line: Value = serde_json::from_str(&gateway.process.line).unwrap();
    assert_eq!(
        (&line["level"], &line["msg"]),
        (&json!(30), &json!("listening"))
    );
    assert_eq!(gateway.caller.status("/-/check-up").await, 200);
    let token = gateway.caller.log_in().await;
    assert_eq!(gateway.caller.user(&token).await.0, 200);
    assert_eq!(gateway.process.terminate().await, 0, "{}", place.errors());

    let gateway = clients.serve(&place, variables).await;
    let (status, user) = gateway.caller.user(&token).await;
    assert_eq!((status, &user["email"]), (200, &json!("demo@example.com")));
    assert_eq!(gateway.caller.user("none").await.0, 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_in_a_folder_survive_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let hosts = format!("embedded:{}", folder.path().display());
    check(&[("REDIS_HOSTS", &hosts)]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_in_redis_survive_a_restart() {
    let Ok(redis) = std::env::var("DOORWARD_TEST_REDIS_URL") else {
        return;
    };
    let scope = format!("alone-{}", std::process::id());
    check(&[("REDIS_HOSTS", &redis), ("SESSION_SCOPE", &scope)]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_configuration_is_checked_without_a_start() {
    let place = Place::sqlite();
    let mut command = place.part("tenant");
    command.args(["--log-level", "warn"]);
    let tenant = Process::run(&place, command);
    let clients = Clients::of(&tenant, &place);
    let folder = tempfile::tempdir().unwrap();
    let sessions = folder.path().join("sessions");
    let embedded = format!("embedded:{}", sessions.display());
    let check = |hosts: &str| {
        let mut command = clients.command();
        Ended::of(
            command
                .arg("check")
                .env("REDIS_HOSTS", hosts)
                .output()
                .unwrap(),
        )
    };
    let well = check(&embedded);
    assert_eq!((well.status, well.stderr.as_str()), (0, ""));
    assert_eq!(well.stdout.lines().count(), 4, "{well:?}");
    assert!(
        well.stdout.lines().all(|line| line.ends_with(": ok")),
        "{well:?}"
    );
    assert!(!sessions.exists(), "something was started");

    let badly = check(&format!("127.0.0.1:{}", free_port()));
    assert_eq!(badly.status, 1, "{badly:?}");
    assert!(
        badly.stderr.starts_with("doorward: REDIS_HOSTS: "),
        "{badly:?}"
    );

    assert_eq!(tenant.terminate().await, 0, "{}", place.errors());
    let alone = check(&embedded);
    assert_eq!(alone.status, 1, "{alone:?}");
    for named in ["clients.demo.auth0Url", "managementClient"] {
        assert!(
            alone.stderr.contains(&format!("doorward: {named} (")),
            "{alone:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_request_is_lost_when_a_gateway_is_asked_to_end() {
    let place = Place::sqlite();
    let mut command = place.part("tenant");
    command.args(["--log-level", "warn"]);
    let tenant = Process::run(&place, command);
    let clients = Clients::of(&tenant, &place);
    let folder = tempfile::tempdir().unwrap();
    let hosts = format!("embedded:{}", folder.path().display());
    for round in 0..3 {
        let gateway = clients.serve(&place, &[("REDIS_HOSTS", &hosts)]).await;
        let token = gateway.caller.log_in().await;
        let begun = Arc::new(Barrier::new(CALLERS + 1));
        let mut callers = JoinSet::new();
        for number in 0..CALLERS {
            let url = format!("{}/userinfo", gateway.caller.url);
            let (token, begun) = (token.clone(), begun.clone());
            callers.spawn(async move {
                // Half keep their connection, half make one for each request.
                let mut http = reqwest::Client::builder();
                if number % 2 == 0 {
                    http = http.pool_max_idle_per_host(0);
                }
                let http = http.build().unwrap();
                for calls in 0.. {
                    match http.get(&url).bearer_auth(&token).send().await {
                        Ok(answer) => assert_eq!(answer.status(), 200),
                        // Nobody listens any more: the request was never taken.
                        Err(error) if error.is_connect() => return,
                        Err(error) => {
                            panic!("round {round}: caller {number} lost an answer after {calls} calls: {error:?}")
                        }
                    }
                    if calls == 0 {
                        begun.wait().await;
                    }
                }
            });
        }
        let all = tokio::time::timeout(Duration::from_secs(60), begun.wait());
        all.await.expect("a first answer for everybody");
        assert_eq!(gateway.process.terminate().await, 0, "{}", place.errors());
        callers.join_all().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_process_on_the_same_sessions_is_told_what_to_do() {
    let place = Place::sqlite();
    let mut command = place.part("tenant");
    command.args(["--log-level", "warn"]);
    let tenant = Process::run(&place, command);
    let clients = Clients::of(&tenant, &place);
    let folder = tempfile::tempdir().unwrap();
    let hosts = format!("embedded:{}", folder.path().display());
    let gateway = clients.serve(&place, &[("REDIS_HOSTS", &hosts)]).await;
    let mut second = clients.command();
    let second = second
        .env("REDIS_HOSTS", &hosts)
        .env("HTTP_PORT", free_port().to_string());
    let second = Ended::of(second.output().unwrap());
    assert_eq!(second.status, 1, "{second:?}");
    assert_eq!(second.stderr.lines().count(), 1, "{second:?}");
    let folder = folder.path().display().to_string();
    for word in [folder.as_str(), "in use by another process", "REDIS_HOSTS"] {
        assert!(second.stderr.contains(word), "{word}: {second:?}");
    }
    assert_eq!(gateway.process.terminate().await, 0, "{}", place.errors());
}

#[test]
fn each_missing_or_malformed_variable_is_a_line() {
    let output = program()
        .arg("gateway")
        .env("HTTP_PORT", "abc")
        .env("LOG_LEVEL", "loud")
        .env_remove("REDIS_HOSTS")
        .output();
    let output = output.unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    let names: Vec<_> = said
        .lines()
        .map(|line| line.split(": ").nth(1).unwrap())
        .collect();
    for name in [
        "HTTP_PORT",
        "LOG_LEVEL",
        "ORIGINAL_PROTOCOL_HEADER",
        "REDIS_HOSTS",
        "SERVICE_CONFIG_PATH",
        "SERVICE_CONFIG_FILE_NAME",
    ] {
        assert!(names.contains(&name), "{name}: {said}");
    }
    assert_eq!(names.len(), 6, "{said}");
}
