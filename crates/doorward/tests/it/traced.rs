//! What a client tells `tracing`.

use std::io;
use std::sync::{Arc, Mutex};

use doorward::AuthenticationClient;
use doorward::authentication::PasswordGrant;
use doorward::transport::{ReqwestTransport, Traced};
use serde_json::json;
use tracing_subscriber::fmt::MakeWriter;

use crate::server::{Answer, Server};

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[tokio::test]
async fn requests_are_told_without_their_secrets() {
    let tokens = Answer::json(200, json!({ "access_token": "hidden-token" }));
    let denied = Answer::json(403, json!({ "error": "invalid_grant" }));
    let server = Server::answering([tokens, denied]).await;
    let lines = Lines::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_ansi(false)
        .with_writer(lines.clone())
        .finish();
    let transport = Traced::new(ReqwestTransport::builder().no_proxy().build().unwrap());
    let client = AuthenticationClient::builder("tenant.test")
        .base_url(&server.url)
        .client_id("CID")
        .client_secret("hidden-secret")
        .transport(transport)
        .build()
        .unwrap();
    let attempt = PasswordGrant::new("u", "hidden-password");
    {
        let _guard = tracing_subscriber::util::SubscriberInitExt::set_default(subscriber);
        client.oauth().password_grant(&attempt).await.unwrap();
        client.oauth().password_grant(&attempt).await.unwrap_err();
    }
    let told = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    let ours: Vec<_> = told
        .lines()
        .filter(|line| line.contains(" doorward: "))
        .collect();
    assert_eq!(ours.len(), 2, "{told}");
    assert!(
        ours[0].contains("DEBUG") && ours[0].contains("answered method=POST"),
        "{told}"
    );
    assert!(
        ours[0].contains("path=\"/oauth/token\" status=200"),
        "{told}"
    );
    assert!(
        ours[1].contains("WARN") && ours[1].contains("status=403"),
        "{told}"
    );
    assert!(!told.contains("hidden"), "{told}");
}
