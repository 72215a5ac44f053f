//! Environment variables and the config file: what starts a gateway and what keeps it from starting.

mod environment;
mod file;
mod mongo;

use std::collections::HashMap;

use doorward_gateway::Settings;
use doorward_gateway::config::Config;
use serde_json::{Value, json};
use tempfile::TempDir;

/// A folder with a valid `config.json`, and the variables that lead to it.
struct Installation {
    folder: TempDir,
    variables: HashMap<String, String>,
}

impl Installation {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(folder.path().join("config.json"), valid().to_string())
            .expect("a written file");
        let path = folder.path().to_str().expect("a UTF-8 path").to_owned();
        let variables = [
            ("REDIS_HOSTS", "redis"),
            ("ORIGINAL_PROTOCOL_HEADER", "x-forwarded-proto"),
            ("SERVICE_CONFIG_PATH", &path),
            ("SERVICE_CONFIG_FILE_NAME", "config"),
        ];
        let variables = variables
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into();
        Self { folder, variables }
    }

    fn set(mut self, name: &str, value: &str) -> Self {
        self.variables.insert(name.to_owned(), value.to_owned());
        self
    }

    fn unset(mut self, name: &str) -> Self {
        self.variables.remove(name);
        self
    }

    fn start(&self) -> Result<Settings, Vec<String>> {
        Settings::from_env_and_file(|name| self.variables.get(name).cloned())
            .map_err(|problems| problems.lines().to_vec())
    }

    fn problems(&self) -> Vec<String> {
        self.start().expect_err("a refused start")
    }
}

fn valid() -> Value {
    json!({
        "clients": { "cms": client() },
        "managementClient": { "auth0Url": "https://t.example", "clientId": "m", "clientSecret": "ms" },
    })
}

fn client() -> Value {
    json!({
        "auth0Url": "https://t.example/", "clientId": "c", "clientSecret": "hush-hush",
        "redirectUrl": "https://app.example/web-login/callback", "scopes": ["profile"],
    })
}

/// The problems of `config` after `pointer` was set to `value` (or removed, with null and `remove`).
fn problems_with(pointer: &str, value: Value) -> Vec<String> {
    let mut config = valid();
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    config.pointer_mut(parent).expect("an object")[name] = value;
    match Config::from_json(&config.to_string()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.lines().to_vec(),
    }
}
