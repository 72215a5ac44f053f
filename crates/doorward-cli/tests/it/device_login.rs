//! `doorward login` against a tenant of our own: the program waits while a person confirms its code in a browser.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, Command, Stdio};

use doorward_testing::{DEMO_EMAIL, DEMO_PASSWORD};
use reqwest::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Certificate, Client, Response, Url};
use serde_json::json;

use crate::command::{Ended, Shell};

/// A browser as far as a login needs one: cookies, and one page after the other.
struct Browser {
    client: Client,
    cookies: BTreeMap<String, String>,
}

impl Browser {
    fn new(shell: &Shell) -> Self {
        let authority = Certificate::from_pem(shell.tenant.ca_pem().as_bytes()).unwrap();
        let client = Client::builder()
            .add_root_certificate(authority)
            .redirect(Policy::none())
            .build();
        Self {
            client: client.unwrap(),
            cookies: BTreeMap::new(),
        }
    }

    /// Follows an address to the page at its end; answers where that is, and the page.
    async fn open(&mut self, address: &str) -> (String, String) {
        let response = self.send(self.client.get(address)).await;
        self.arrive(address, response).await
    }

    /// Posts the form of a page; answers the page it leads to.
    async fn post(&mut self, page: &str, fields: &[(&str, &str)]) -> (String, String) {
        let encoded = Url::parse_with_params(page, fields).unwrap();
        let form = self
            .client
            .post(page)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(encoded.query().unwrap_or_default().to_owned());
        let response = self.send(form).await;
        self.arrive(page, response).await
    }

    async fn arrive(&mut self, from: &str, mut response: Response) -> (String, String) {
        let mut at = from.to_owned();
        while let Some(next) = response.headers().get(LOCATION) {
            let base = Url::parse(&at).unwrap();
            at = base.join(next.to_str().unwrap()).unwrap().to_string();
            response = self.send(self.client.get(&at)).await;
        }
        (at, response.text().await.unwrap())
    }

    async fn send(&mut self, request: reqwest::RequestBuilder) -> Response {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let response = request.header(COOKIE, cookies.join("; ")).send();
        let response = response.await.unwrap();
        for line in response.headers().get_all(SET_COOKIE) {
            let pair = line.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        response
    }
}

/// A native application that may use the device flow; answers its id.
async fn application(shell: &Shell) -> String {
    let client = json!({
        "name": "Command line", "app_type": "native", "oidc_conformant": true,
        "grant_types": ["urn:ietf:params:oauth:grant-type:device_code", "refresh_token"],
    });
    let create = ["api", "clients.create", "--json", &client.to_string()];
    let made = shell.manage(&create).await.answer();
    let client_id = made["client_id"].as_str().unwrap().to_owned();
    let id = format!("id={}", shell.tenant.bootstrap().connections.database.id);
    let body = json!([{ "client_id": client_id, "status": true }]).to_string();
    let enable = [
        "api",
        "connections.clients.update",
        "--param",
        &id,
        "--json",
        &body,
    ];
    assert_eq!(shell.manage(&enable).await.status, 0);
    client_id
}

/// Starts `doorward login`; answers it with the address that it shows.
fn log_in(mut command: Command) -> (Child, String) {
    let mut child = command
        .args(["login", "--scope", "openid email offline_access"])
        .args(["--audience", "https://api.example.com/"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    let address = line
        .split_whitespace()
        .find(|word| word.starts_with("https://"));
    let Some(address) = address else {
        said.read_to_string(&mut line).unwrap();
        panic!("no address to open: {line}");
    };
    let address = address.to_owned();
    child.stderr = Some(said.into_inner());
    (child, address)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_program_is_logged_in_by_a_person_who_confirms_its_code() {
    let shell = Shell::start().await;
    let client_id = application(&shell).await;
    let home = tempfile::tempdir().unwrap();
    let mut command = shell.command(&client_id, None);
    command.env("XDG_CONFIG_HOME", home.path());
    let started = tokio::task::spawn_blocking(move || log_in(command));
    let (child, address) = started.await.unwrap();

    let mut browser = Browser::new(&shell);
    let (page, shown) = browser.open(&address).await;
    assert!(shown.contains("Command line"), "{shown}");
    let (page, shown) = browser.post(&page, &[("action", "confirm")]).await;
    assert!(page.contains("/u/login?state="), "{page}: {shown}");
    let credentials = [
        ("username", DEMO_EMAIL),
        ("password", DEMO_PASSWORD),
        ("action", "default"),
    ];
    let (_, shown) = browser.post(&page, &credentials).await;
    assert!(shown.contains("Your device is connected"), "{shown}");

    let ended = tokio::task::spawn_blocking(move || child.wait_with_output().unwrap());
    let ended = Ended::of(ended.await.unwrap());
    assert_eq!(ended.status, 0, "{ended:?}");
    assert!(ended.stdout.contains("logged in at"), "{ended:?}");
    let file = home.path().join("doorward/profiles/default.json");
    assert!(std::fs::read_to_string(file).unwrap().contains(&client_id));
}
