//! `--mode production`: what it refuses, and how it serves.

use std::path::PathBuf;
use std::process::Command;

use reqwest::Certificate;
use serde_json::{Value, json};

use super::{Place, Process, answer};

const DOMAIN: &str = "login.example.com";

/// What a tenant in production is given from outside.
struct Files {
    authority: Certificate,
    cert: PathBuf,
    key: PathBuf,
    encryption_key: PathBuf,
}

impl Files {
    /// A certificate for [`DOMAIN`], made beside the data.
    fn make(place: &Place) -> Self {
        let made = rcgen::generate_simple_self_signed([DOMAIN.to_owned()]).unwrap();
        let pem = made.cert.pem();
        let key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
        Self {
            authority: Certificate::from_pem(pem.as_bytes()).unwrap(),
            cert: place.file("cert.pem", &pem),
            key: place.file("key.pem", &made.signing_key.serialize_pem()),
            encryption_key: place.file("encryption.key", key),
        }
    }

    /// The options of production.
    fn options(&self, command: &mut Command) {
        command
            .args(["--mode", "production", "--domain", DOMAIN])
            .arg("--encryption-key-file")
            .arg(&self.encryption_key);
    }
}

#[test]
fn every_insecure_setting_is_refused_in_a_line_of_its_own() {
    let place = Place::sqlite();
    let mut command = place.part("tenant");
    let output = command
        .args(["--mode", "production", "--domain", "localhost:8443"])
        .args(["--http", "0.0.0.0:0"])
        .stderr(std::process::Stdio::piped())
        .output();
    let output = output.unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    let mut keys: Vec<_> = said
        .lines()
        .map(|line| line.split(": ").nth(1).unwrap())
        .collect();
    keys.sort_unstable();
    let expected = ["domain", "encryption_key_file", "http", "tls_cert"];
    assert_eq!(keys, expected, "{said}");
    assert!(!place.data_dir().exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tenant_in_production_serves_and_its_first_client_is_made_by_the_administrator() {
    let place = Place::sqlite();
    let files = Files::make(&place);
    let mut command = place.part("serve");
    files.options(&mut command);
    command.arg("--tls-cert").arg(&files.cert);
    command.arg("--tls-key").arg(&files.key);
    // The port that was free is told nowhere but to those who ask the system: it is fixed here.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = port.local_addr().unwrap();
    drop(port);
    command.args(["--https", &address.to_string()]);
    let process = Process::run(&place, command);
    assert_eq!(process.line, format!("doorward ready https://{DOMAIN}/"));
    assert_eq!(process.bootstrap, Value::Null);

    let mut admin = crate::command::program();
    admin.args(["admin", "create-client", "--name", "First"]);
    admin.arg("--data-dir").arg(place.data_dir());
    files.options(&mut admin);
    admin.arg("--tls-cert").arg(&files.cert);
    admin.arg("--tls-key").arg(&files.key);
    let made = admin.output().unwrap();
    let said = String::from_utf8_lossy(&made.stderr);
    assert!(made.status.success(), "{said}");
    let made: Value = serde_json::from_slice(&made.stdout).unwrap();

    let client = reqwest::Client::builder()
        .add_root_certificate(files.authority.clone())
        .resolve(DOMAIN, address);
    let client = client.build().unwrap();
    let url = |path: &str| format!("https://{DOMAIN}:{}{path}", address.port());
    let mut request = json!({
        "grant_type": "client_credentials",
        "audience": format!("https://{DOMAIN}/api/v2/"),
    });
    request["client_id"] = made["client_id"].clone();
    request["client_secret"] = made["client_secret"].clone();
    let token = client
        .post(url("/oauth/token"))
        .header("content-type", "application/json")
        .body(request.to_string());
    let (status, token) = answer(token.send().await.unwrap()).await.unwrap();
    assert_eq!(status, 200, "{token}");
    let bearer = format!("Bearer {}", token["access_token"].as_str().unwrap());
    let clients = client.get(url("/api/v2/clients?is_global=false&fields=name"));
    let clients = clients.header("authorization", bearer).send().await;
    let (status, clients) = answer(clients.unwrap()).await.unwrap();
    assert_eq!(
        (status, &clients[0]["name"]),
        (200, &json!("First")),
        "{clients}"
    );

    // The outbox and the clock are conveniences of development.
    let no_outbox = client.get(url("/_doorward/outbox?to=a@b.c"));
    assert_eq!(no_outbox.send().await.unwrap().status(), 404);
    let no_clock = client.post(url("/_doorward/clock")).body("{}");
    assert_eq!(no_clock.send().await.unwrap().status(), 404);
    assert_eq!(process.terminate().await, 0);
    let warnings = place.errors();
    assert!(warnings.contains("smtp_url"), "{warnings}");
    assert!(warnings.contains("gateway_config"), "{warnings}");
    assert!(!place.data_dir().join("bootstrap.json").exists());
}
