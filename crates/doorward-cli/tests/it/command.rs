//! Runs the program, usually against a tenant made for the test.

use std::ffi::OsStr;
use std::io::Write;
use std::process::{Command, Output, Stdio};

use doorward_testing::TestTenant;
use serde_json::Value;
use tempfile::NamedTempFile;

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ended {
    pub(crate) fn of(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The answer on stdout, after a run that succeeded.
    pub(crate) fn answer(&self) -> Value {
        assert_eq!(self.status, 0, "{self:?}");
        assert_eq!(self.stderr, "");
        match self.stdout.as_str() {
            "" => Value::Null,
            text => serde_json::from_str(text).unwrap(),
        }
    }

    /// The error on stderr, after a run that ended with `status`.
    pub(crate) fn error(&self, status: i32) -> Value {
        assert_eq!(self.status, status, "{self:?}");
        assert_eq!(self.stdout, "");
        serde_json::from_str(&self.stderr).unwrap()
    }

    /// The words of a usage error.
    pub(crate) fn usage(&self) -> String {
        let error = self.error(2);
        assert_eq!(error["error"], "usage");
        assert_eq!(error["status"], Value::Null);
        error["message"].as_str().unwrap().to_owned()
    }
}

/// The program without any of its variables.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_doorward"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("DOORWARD_") {
            command.env_remove(name);
        }
    }
    // The logins of whoever runs the tests are none of theirs.
    command.env("XDG_CONFIG_HOME", "/nonexistent");
    command.stdin(Stdio::null());
    command
}

/// Runs the program with nothing but its arguments.
pub(crate) fn run<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Ended {
    Ended::of(program().args(arguments).output().unwrap())
}

/// A tenant, and what the shell of its developer has in its variables.
pub(crate) struct Shell {
    pub(crate) tenant: TestTenant,
    ca: NamedTempFile,
}

impl Shell {
    pub(crate) async fn start() -> Self {
        let tenant = TestTenant::start().await.unwrap();
        let mut ca = NamedTempFile::new().unwrap();
        ca.write_all(tenant.ca_pem().as_bytes()).unwrap();
        Self { tenant, ca }
    }

    /// The program with the tenant in its variables, and a client of it.
    pub(crate) fn command(&self, client_id: &str, client_secret: Option<&str>) -> Command {
        let mut command = program();
        command
            .env("DOORWARD_DOMAIN", self.tenant.domain())
            .env("DOORWARD_CA_FILE", self.ca.path())
            .env("DOORWARD_CLIENT_ID", client_id);
        if let Some(secret) = client_secret {
            command.env("DOORWARD_CLIENT_SECRET", secret);
        }
        command
    }

    /// Runs the program as one of the demo applications.
    pub(crate) async fn run_as(&self, name: &str, arguments: &[&str]) -> Ended {
        self.run_as_with(name, arguments, "").await
    }

    /// As [`run_as`](Self::run_as), with something on stdin.
    pub(crate) async fn run_as_with(&self, name: &str, arguments: &[&str], stdin: &str) -> Ended {
        let applications = &self.tenant.bootstrap().applications;
        let client = applications
            .iter()
            .find(|client| client.name == name)
            .unwrap();
        let mut command = self.command(&client.client_id, client.client_secret.as_deref());
        command.args(arguments);
        finish(command, stdin.to_owned()).await
    }

    /// Runs the program as the client of the Management API.
    pub(crate) async fn manage(&self, arguments: &[&str]) -> Ended {
        let client = &self.tenant.bootstrap().management;
        let mut command = self.command(&client.client_id, Some(&client.client_secret));
        command.args(arguments);
        finish(command, String::new()).await
    }
}

/// Waits for the program without keeping the tenant, which lives on this thread, from answering.
async fn finish(mut command: Command, stdin: String) -> Ended {
    let run = move || {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that ends without reading closes the pipe.
        let _ = child.stdin.take().unwrap().write_all(stdin.as_bytes());
        Ended::of(child.wait_with_output().unwrap())
    };
    tokio::task::spawn_blocking(run).await.unwrap()
}
