//! The reverse proxies of the operator's page, as they stand there, with the real programs.

use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::Request;
use tempfile::TempDir;
use tokio::net::TcpListener;

use crate::gateway::TestGateway;
use crate::redis::nodes::free_port;

const PAGE: &str = include_str!("../../../../docs/gateway.md");

/// A proxy in front of a gateway and an application, gone with this value.
struct Proxy {
    url: String,
    child: Child,
    /// A message ends the gateway.
    _stop: tokio::sync::mpsc::Sender<()>,
    _folder: TempDir,
}

impl Proxy {
    /// Starts `program` with the page's example for it and answers the proxy and a cookie with a session.
    async fn start(program: &str) -> (Self, String) {
        let gateway = TestGateway::start().await;
        let cookie = gateway.cookie().await;
        let (gateway_at, listener) = listen().await;
        let (stop, stopped) = tokio::sync::mpsc::channel(1);
        // The folder of the sessions lives as long as who serves them.
        tokio::spawn(async move { gateway.serve(listener, stopped).await });
        let (application_at, listener) = listen().await;
        let application = Router::new()
            .fallback(async |request: Request| format!("application: {}", request.uri()));
        tokio::spawn(async move { axum::serve(listener, application).await });

        let port = free_port();
        let example = example(program)
            .replace("8000", &port.to_string())
            .replace("127.0.0.1:8080", &gateway_at.to_string())
            .replace("127.0.0.1:3000", &application_at.to_string());
        let folder = tempfile::tempdir().expect("a folder");
        let child = match program {
            "nginx" => nginx(folder.path(), &example),
            _ => caddy(folder.path(), &example),
        };
        let proxy = Self {
            url: format!("http://127.0.0.1:{port}"),
            child,
            _stop: stop,
            _folder: folder,
        };
        let started = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(
                started.elapsed() < Duration::from_secs(30),
                "{program} did not start"
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        (proxy, cookie)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

async fn listen() -> (SocketAddr, TcpListener) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    (listener.local_addr().expect("an address"), listener)
}

/// The block of the page in this language.
fn example(language: &str) -> String {
    let (_, rest) = PAGE
        .split_once(&format!("```{language}\n"))
        .expect("an example");
    rest.split("```").next().expect("an end").to_owned()
}

fn nginx(folder: &Path, server: &str) -> Child {
    let at = folder.display();
    // One process, so that nothing is left when it is killed.
    let text = format!(
        "daemon off; master_process off; user root; pid {at}/pid; error_log {at}/error.log;\n\
         events {{}}\n\
         http {{ access_log off; client_body_temp_path {at}/body; proxy_temp_path {at}/proxy;\n\
         fastcgi_temp_path {at}/fastcgi; uwsgi_temp_path {at}/uwsgi; scgi_temp_path {at}/scgi;\n\
         {server} }}\n"
    );
    let file = folder.join("nginx.conf");
    std::fs::write(&file, text).expect("a written file");
    let mut command = Command::new("nginx");
    command.arg("-p").arg(folder).arg("-c").arg(&file);
    command.arg("-e").arg(folder.join("error.log"));
    quietly(command)
}

fn caddy(folder: &Path, site: &str) -> Child {
    let file = folder.join("Caddyfile");
    let text = format!("{{\n admin off\n auto_https off\n}}\n{site}");
    std::fs::write(&file, text).expect("a written file");
    let mut command = Command::new("caddy");
    command.args(["run", "--adapter", "caddyfile", "--config"]);
    command.arg(&file).env("HOME", folder);
    quietly(command)
}

fn quietly(mut command: Command) -> Child {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("a proxy, which `cargo xtask test` installs")
}

async fn guards_the_application(program: &str) {
    let (proxy, cookie) = Proxy::start(program).await;
    let client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .expect("a client");
    let get = async |path: &str, cookie: &str| {
        let request = client.get(format!("{}{path}", proxy.url));
        let answer = request
            .header("cookie", cookie)
            // What a browser says of itself counts for nothing.
            .header("client-type", "strict")
            .send()
            .await
            .expect("an answer");
        let status = answer.status().as_u16();
        let location = answer.headers().get("location");
        let location = location.map_or("", |value| value.to_str().expect("a text"));
        let location = location.replace(&proxy.url, "");
        (status, location, answer.text().await.expect("a body"))
    };
    let (status, location, _) = get("/orders?page=2", "").await;
    assert_eq!(
        (status, location.as_str()),
        (302, "/web-login?redirect=/orders?page=2"),
        "{program}"
    );
    let (status, _, body) = get("/web-login?redirect=/orders", "").await;
    assert_eq!(
        (status, body.as_str()),
        (200, "application: /web-login?redirect=/orders")
    );
    let (status, _, body) = get("/orders?page=2", &cookie).await;
    assert_eq!(
        (status, body.as_str()),
        (200, "application: /orders?page=2")
    );
    let (status, _, body) = get("/users/active", &cookie).await;
    assert_eq!((status, body.as_str()), (200, "application: /users/active"));

    let (status, location, _) = get("/authorize?redirect=/orders", "").await;
    assert_eq!(status, 302);
    assert!(
        location.contains("/authorize?response_type=code&"),
        "{location}"
    );
    let (status, location, _) = get("/logout?redirect=/bye", &cookie).await;
    let host = proxy.url.trim_start_matches("http://").replace(':', "%3A");
    assert_eq!(status, 302);
    assert!(
        location.ends_with(&format!("/v2/logout?returnTo=http%3A%2F%2F{host}%2Fbye")),
        "{location}"
    );
    assert_eq!(get("/orders", &cookie).await.0, 302, "logged out");
}

#[tokio::test(flavor = "multi_thread")]
async fn nginx_asks_the_gateway_before_it_lets_anyone_in() {
    guards_the_application("nginx").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn caddy_asks_the_gateway_before_it_lets_anyone_in() {
    guards_the_application("caddy").await;
}
