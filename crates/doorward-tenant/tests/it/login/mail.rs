//! Letters that leave by SMTP, to a server that speaks the protocol.

use std::time::Duration;

use doorward_tenant::{Location, Settings};
use serde_json::json;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

use super::EMAIL;
use crate::support::{DOMAIN, TestTenant};

/// A mail server for one conversation.
struct MailServer {
    listener: TcpListener,
    offers_tls: bool,
}

impl MailServer {
    async fn start(offers_tls: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        Self {
            listener,
            offers_tls,
        }
    }

    fn url(&self, query: &str) -> String {
        format!("smtp://{}{query}", self.listener.local_addr().unwrap())
    }

    /// Takes part in one conversation until it ends; everything that was said to it, in the clear.
    async fn listen(&self) -> String {
        let (stream, _) = self.listener.accept().await.unwrap();
        let mut stream = BufReader::new(stream);
        let mut said = String::new();
        let mut answer = "220 mail.example";
        let mut is_letter = false;
        loop {
            let words = format!("{answer}\r\n");
            let sent = stream.get_mut().write_all(words.as_bytes()).await;
            let mut line = String::new();
            if sent.is_err() {
                return said;
            }
            answer = loop {
                line.clear();
                if !matches!(stream.read_line(&mut line).await, Ok(1..)) {
                    return said;
                }
                said.push_str(&line);
                if !is_letter || line == ".\r\n" {
                    break reply(&line, is_letter, self.offers_tls);
                }
            };
            let was_letter = is_letter;
            is_letter = answer.starts_with("354");
            if was_letter {
                // The client keeps the connection for later letters.
                let _ = stream.get_mut().write_all(b"250 taken\r\n").await;
                return said;
            }
            if line.starts_with("STARTTLS") {
                said.push_str(&spoil_handshake(stream.get_mut()).await);
                return said;
            }
        }
    }
}

/// Answers a TLS handshake with something else; what is said after that.
async fn spoil_handshake(stream: &mut TcpStream) -> String {
    stream.write_all(b"220 go ahead\r\n").await.unwrap();
    let mut hello = [0; 4096];
    assert_ne!(stream.read(&mut hello).await.unwrap(), 0);
    stream.write_all(b"this is no handshake\r\n").await.unwrap();
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest).await;
    String::from_utf8_lossy(&rest).into_owned()
}

fn reply(line: &str, is_letter: bool, offers_tls: bool) -> &'static str {
    match line.split([' ', '\r']).next().unwrap_or_default() {
        _ if is_letter => "250 taken",
        "EHLO" if offers_tls => "250-mail.example\r\n250 STARTTLS",
        "EHLO" => "250 mail.example",
        "DATA" => "354 go ahead",
        "QUIT" => "221 bye",
        _ => "250 ok",
    }
}

async fn tenant(smtp_url: String) -> TestTenant {
    let data = tempfile::tempdir().unwrap();
    let location = Location::Sqlite(data.path().join("doorward.db"));
    let mut settings = Settings::development(location, DOMAIN, [7; 32]);
    settings.messaging.smtp_url = Some(smtp_url);
    settings.messaging.mail_from = Some("Door <door@example.com>".to_owned());
    TestTenant::start_with(settings, data).await
}

async fn forget_password(tenant: &TestTenant) {
    let body = json!({ "email": EMAIL, "connection": "Username-Password-Authentication" });
    let path = "/dbconnections/change_password";
    assert_eq!(tenant.post_json(path, body).await.status, 200);
}

#[tokio::test]
async fn a_letter_arrives_whose_link_leads_to_a_new_password() {
    let server = MailServer::start(false).await;
    let tenant = tenant(server.url("")).await;
    forget_password(&tenant).await;
    let said = server.listen().await;
    assert!(said.contains("MAIL FROM:<door@example.com>"), "{said}");
    assert!(said.contains(&format!("RCPT TO:<{EMAIL}>")), "{said}");
    assert!(
        said.contains("Content-Type: multipart/alternative"),
        "{said}"
    );
    // Long lines are folded; the words of the link are not.
    let text = said.replace("=\r\n", "").replace("=3D", "=");
    let link = text.split("https://tenant.example").nth(1).unwrap();
    let path = link.split('#').next().unwrap();
    assert!(path.starts_with("/u/reset-verify?ticket="), "{path}");
    assert_eq!(tenant.get(path).await.status, 302);
}

#[tokio::test]
async fn no_letter_leaves_in_the_clear_where_encryption_is_required() {
    let server = MailServer::start(false).await;
    let tenant = tenant(server.url("?tls=required")).await;
    forget_password(&tenant).await;
    let patience = Duration::from_secs(20);
    let said = tokio::time::timeout(patience, server.listen())
        .await
        .unwrap();
    assert!(said.starts_with("EHLO "), "{said}");
    assert!(!said.contains("MAIL FROM"), "{said}");
}

#[tokio::test]
async fn a_letter_never_leaves_when_the_encryption_that_was_offered_fails() {
    let server = MailServer::start(true).await;
    let tenant = tenant(server.url("")).await;
    forget_password(&tenant).await;
    let patience = Duration::from_secs(20);
    let said = tokio::time::timeout(patience, server.listen())
        .await
        .unwrap();
    assert!(said.contains("STARTTLS"), "{said}");
    assert!(!said.contains("MAIL FROM"), "{said}");
}
