//! The program as a process: configured, started, killed, drained and started again on the same data.

mod crowd;
mod drain;
mod expiry;
mod first_start;
mod gateway;
mod imports;
mod killed;
mod load;
mod mtls;
mod options;
mod production;
mod sentinel;
mod serve;
mod tenant_file;
mod traces;

#[path = "../../../../doorward-gateway/tests/support/nodes.rs"]
mod redis;

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use reqwest::{Client, Response};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::command::program;

const DATABASE: &str = "Username-Password-Authentication";
const PASSWORD: &str = "correct-Horse-7";

/// Where a process keeps its data.
pub(crate) struct Place {
    folder: TempDir,
    /// PostgreSQL; SQLite without it.
    database_url: Option<String>,
}

impl Place {
    pub(crate) fn sqlite() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            database_url: None,
        }
    }

    /// A new database, where the test run has a server.
    async fn postgres(name: &str) -> Option<Self> {
        use sqlx::{Connection as _, Executor as _};
        let server = std::env::var("DOORWARD_TEST_POSTGRES_URL").ok()?;
        let name = format!("doorward_cli_{}_{name}", std::process::id());
        let mut connection = sqlx::PgConnection::connect(&server).await.unwrap();
        for statement in [
            format!("DROP DATABASE IF EXISTS {name}"),
            format!("CREATE DATABASE {name}"),
        ] {
            let statement = sqlx::AssertSqlSafe(statement);
            connection.execute(statement).await.unwrap();
        }
        let (base, _) = server.rsplit_once('/').unwrap();
        Some(Self {
            database_url: Some(format!("{base}/{name}")),
            ..Self::sqlite()
        })
    }

    pub(crate) fn data_dir(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The tenant alone on this data, on free ports.
    fn command(&self) -> Command {
        let mut command = self.part("tenant");
        command.args(["--domain", "localhost:8443", "--log-level", "warn"]);
        command
    }

    /// A part of the program on this data, on free ports.
    fn part(&self, part: &str) -> Command {
        let mut command = program();
        command
            .arg(part)
            // Variables, so that a test may say otherwise by flag.
            .envs(
                ["HTTPS", "HTTP", "GATEWAY"].map(|key| (format!("DOORWARD_{key}"), "127.0.0.1:0")),
            )
            .arg("--data-dir")
            .arg(self.data_dir())
            .stdout(Stdio::piped())
            .stderr(self.open_errors());
        if let Some(url) = &self.database_url {
            command.args(["--database-url", url]);
        }
        command
    }

    /// Where processes write what is wrong.
    fn open_errors(&self) -> File {
        let path = self.folder.path().join("stderr.txt");
        let errors = File::options().create(true).append(true).open(path);
        errors.unwrap()
    }

    /// Where its files are, the data dir among them.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A file beside the data.
    pub(crate) fn file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    /// Gives the first demo application a policy, before anybody has asked for its configuration.
    async fn set_refresh_token_policy(&self, policy: &Value) {
        const READ: &str = "SELECT document FROM clients WHERE name = 'Default App'";
        const WRITE: &str = "UPDATE clients SET document = $1 WHERE name = 'Default App'";
        let changed = |document: String| {
            let mut document: Value = serde_json::from_str(&document).unwrap();
            document["refresh_token"] = policy.clone();
            document.to_string()
        };
        match &self.database_url {
            None => {
                let file = self.data_dir().join("doorward.sqlite");
                let rows = rusqlite::Connection::open(file).unwrap();
                let document = rows.query_row(READ, [], |row| row.get(0)).unwrap();
                assert_eq!(rows.execute(WRITE, [changed(document)]), Ok(1));
            }
            Some(url) => {
                use sqlx::Connection as _;
                let mut rows = sqlx::PgConnection::connect(url).await.unwrap();
                let document = sqlx::query_scalar(READ).fetch_one(&mut rows).await.unwrap();
                let written = sqlx::query(WRITE).bind(changed(document));
                assert_eq!(written.execute(&mut rows).await.unwrap().rows_affected(), 1);
            }
        }
    }

    /// What the processes said to their operator.
    fn errors(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("stderr.txt")).unwrap()
    }
}

/// A running process. It ends with the test, however that ends.
pub(crate) struct Process {
    child: Child,
    /// The first line on stdout, without its end.
    line: String,
    /// The content of `bootstrap.json`; `null` in production.
    bootstrap: Value,
    http: Client,
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Process {
    /// Starts the tenant on the data of `place` and waits for the ready line.
    fn start(place: &Place) -> Self {
        let process = Self::run(place, place.command());
        let ready = "doorward ready https://localhost:8443/";
        assert_eq!(process.line, ready, "{}", place.errors());
        process
    }

    /// Runs `command` and waits for its first line.
    fn run(place: &Place, mut command: Command) -> Self {
        let mut child = command.spawn().unwrap();
        let stdout = child.stdout.take().unwrap();
        let mut process = Self {
            child,
            line: String::new(),
            bootstrap: Value::Null,
            http: Client::new(),
        };
        let mut lines = BufReader::new(stdout);
        lines.read_line(&mut process.line).unwrap();
        process.line.truncate(process.line.trim_end().len());
        assert_ne!(process.line, "", "{}", place.errors());
        if let Ok(bootstrap) = std::fs::read(place.data_dir().join("bootstrap.json")) {
            process.bootstrap = serde_json::from_slice(&bootstrap).unwrap();
        }
        // Whatever it says later is read too: a full pipe would stop it.
        std::thread::spawn(move || std::io::copy(&mut lines, &mut std::io::sink()));
        process
    }

    /// Ends it at once, wherever it is.
    fn kill(self) {
        drop(self);
    }

    /// Asks it to end; answers the exit status.
    async fn terminate(mut self) -> i32 {
        let id = self.child.id().to_string();
        let told = Command::new("kill").args(["-TERM", &id]).status().unwrap();
        assert!(told.success());
        let ended = tokio::task::spawn_blocking(move || self.child.wait());
        ended.await.unwrap().unwrap().code().unwrap_or(-1)
    }

    /// A text of `bootstrap.json`.
    fn told(&self, pointer: &str) -> String {
        let told = self.bootstrap.pointer(pointer).and_then(Value::as_str);
        told.unwrap_or_else(|| panic!("{pointer} in {}", self.bootstrap))
            .to_owned()
    }

    pub(crate) fn caller(&self) -> Caller {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let app = &self.bootstrap["applications"][0];
        Caller {
            http: self.http.clone(),
            url: text(&self.bootstrap["http_url"]),
            client_id: text(&app["client_id"]),
            client_secret: text(&app["client_secret"]),
            management: self.bootstrap["management"].clone(),
        }
    }
}

/// Somebody who calls the tenant.
#[derive(Clone)]
pub(crate) struct Caller {
    http: Client,
    url: String,
    client_id: String,
    client_secret: String,
    management: Value,
}

impl Caller {
    async fn post(&self, path: &str, body: &Value) -> reqwest::Result<Response> {
        let request = self.http.post(format!("{}{path}", self.url));
        let request = request.header("content-type", "application/json");
        request.body(body.to_string()).send().await
    }

    /// A call of the token endpoint as the first demo application.
    async fn token(&self, mut request: Value) -> reqwest::Result<(u16, Value)> {
        request["client_id"] = self.client_id.as_str().into();
        request["client_secret"] = self.client_secret.as_str().into();
        answer(self.post("/oauth/token", &request).await?).await
    }

    pub(crate) async fn sign_up(&self, email: &str) -> reqwest::Result<(u16, Value)> {
        let body = json!({
            "client_id": self.client_id, "connection": DATABASE, "email": email, "password": PASSWORD,
        });
        answer(self.post("/dbconnections/signup", &body).await?).await
    }

    pub(crate) async fn log_in(
        &self,
        email: &str,
        password: &str,
    ) -> reqwest::Result<(u16, Value)> {
        self.token(json!({
            "grant_type": "password", "username": email, "password": password,
            "scope": "openid offline_access",
        }))
        .await
    }

    async fn refresh(&self, refresh_token: &str) -> reqwest::Result<(u16, Value)> {
        self.token(json!({ "grant_type": "refresh_token", "refresh_token": refresh_token }))
            .await
    }

    async fn management_token(&self) -> String {
        let mut request = self.management.clone();
        request["grant_type"] = "client_credentials".into();
        let answer = answer(self.post("/oauth/token", &request).await.unwrap()).await;
        let (status, answer) = answer.unwrap();
        assert_eq!(status, 200, "{answer}");
        answer["access_token"].as_str().unwrap().to_owned()
    }

    async fn manage(
        &self,
        method: reqwest::Method,
        path: &str,
        token: &str,
        body: Option<&Value>,
    ) -> reqwest::Result<(u16, Value)> {
        let request = self
            .http
            .request(method, format!("{}/api/v2{path}", self.url));
        let request = request
            .header("authorization", format!("Bearer {token}"))
            .header("content-type", "application/json")
            .body(body.map(Value::to_string).unwrap_or_default());
        answer(request.send().await?).await
    }
}

/// Somebody in front of a gateway.
struct GatewayCaller {
    http: Client,
    url: String,
}

impl GatewayCaller {
    /// Logs the demo user in; answers the token of the session.
    async fn log_in(&self) -> String {
        let form = "grant_type=password&username=demo%40example.com&password=Open-the-d00r";
        let request = self.http.post(format!("{}/oauth/token", self.url));
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let (status, tokens) = answer(request.body(form).send().await.unwrap())
            .await
            .unwrap();
        let token = tokens["accessToken"].as_str();
        token
            .unwrap_or_else(|| panic!("{status}: {tokens}"))
            .to_owned()
    }

    /// Whose session that is: status and answer.
    async fn user(&self, token: &str) -> (u16, Value) {
        let request = self.http.get(format!("{}/userinfo", self.url));
        let request = request.header("authorization", format!("Bearer {token}"));
        let response = request.send().await.unwrap();
        answer(response).await.unwrap()
    }

    /// The status of one of its own pages.
    async fn status(&self, path: &str) -> u16 {
        let response = self.http.get(format!("{}{path}", self.url)).send().await;
        response.unwrap().status().as_u16()
    }
}

/// Status and body of an answer that came whole.
async fn answer(response: Response) -> reqwest::Result<(u16, Value)> {
    let status = response.status().as_u16();
    let body = response.bytes().await?;
    Ok((status, serde_json::from_slice(&body).unwrap_or_default()))
}
