//! The ways out: SMTP for e-mail, a webhook for text messages.

use std::time::Duration;

use lettre::message::{Mailbox, MultiPart};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};
use url::{Host, Url};

use super::{Channel, Message};

/// How long one delivery may take before it counts as failed.
const TIMEOUT: Duration = Duration::from_secs(20);

/// What the configuration says about messages.
#[derive(Clone, Default)]
pub struct MessagingSettings {
    /// `smtps://user:password@host:465`, or `smtp://…` for STARTTLS.
    pub smtp_url: Option<String>,
    /// Sender of all e-mails; `no-reply@` and the tenant's host unless set.
    pub mail_from: Option<String>,
    /// Receives each text message as a POST of `{"to","text"}`.
    pub sms_webhook: Option<String>,
}

impl MessagingSettings {
    /// Whether messages can be sent this way, as far as that shows without sending one.
    ///
    /// # Errors
    ///
    /// Names the key that makes no sense.
    pub fn check(&self) -> Result<(), MessagingSettingsError> {
        Transport::new(self, "localhost").map(drop)
    }
}

/// A key of the configuration that makes no sense. Its value may hold a password and is not told.
#[derive(Debug, thiserror::Error)]
pub enum MessagingSettingsError {
    /// Neither `smtps://…` nor `smtp://…`.
    #[error("smtp_url: must be smtps://user:password@host:port or smtp://…")]
    SmtpUrl,
    /// Not an e-mail address.
    #[error("mail_from: must be an e-mail address")]
    MailFrom,
    /// Not an address to post to.
    #[error("sms_webhook: must be an http:// or https:// address")]
    SmsWebhook,
}

/// Why one delivery failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DeliveryError {
    #[error("the e-mail could not be written")]
    Letter(#[from] lettre::error::Error),
    #[error("an address is not one")]
    Address(#[from] lettre::address::AddressError),
    #[error("the mail server refused or could not be reached")]
    Smtp(#[from] lettre::transport::smtp::Error),
    #[error("the SMS webhook could not be reached")]
    Webhook(#[from] reqwest::Error),
    #[error("the SMS webhook answered {0}")]
    WebhookStatus(u16),
    #[error("the text message could not be written as JSON")]
    Json(#[from] serde_json::Error),
}

/// Delivers messages. Without a transport for a channel, messages of that channel go nowhere.
#[derive(Clone)]
pub(crate) struct Transport {
    smtp: Option<AsyncSmtpTransport<Tokio1Executor>>,
    mail_from: Mailbox,
    webhook: Option<(reqwest::Client, Url)>,
}

impl Transport {
    /// Reads the settings. Connections are made when the first message leaves.
    ///
    /// # Errors
    ///
    /// Names the key that makes no sense.
    pub(crate) fn new(
        settings: &MessagingSettings,
        host: &str,
    ) -> Result<Self, MessagingSettingsError> {
        let default_from = format!("no-reply@{}", host.split(':').next().unwrap_or("localhost"));
        let mail_from = settings.mail_from.as_deref().unwrap_or(&default_from);
        let webhook = settings.sms_webhook.as_deref().map(webhook).transpose()?;
        Ok(Self {
            smtp: settings.smtp_url.as_deref().map(smtp).transpose()?,
            mail_from: mail_from
                .parse()
                .map_err(|_| MessagingSettingsError::MailFrom)?,
            webhook,
        })
    }

    /// Whether messages of this channel go anywhere.
    pub(crate) fn serves(&self, channel: Channel) -> bool {
        match channel {
            Channel::Email => self.smtp.is_some(),
            Channel::Sms => self.webhook.is_some(),
        }
    }

    /// Hands one message over. `sender_name` is shown beside the sender's address.
    pub(crate) async fn deliver(
        &self,
        message: &Message,
        sender_name: &str,
    ) -> Result<(), DeliveryError> {
        match message.channel {
            Channel::Email => self.send_email(message, sender_name).await,
            Channel::Sms => self.post_text(message).await,
        }
    }

    async fn send_email(&self, message: &Message, sender_name: &str) -> Result<(), DeliveryError> {
        let Some(smtp) = &self.smtp else {
            return Ok(());
        };
        let mut from = self.mail_from.clone();
        from.name.get_or_insert_with(|| sender_name.to_owned());
        let body = MultiPart::alternative_plain_html(message.text.clone(), message.html.clone());
        let email = lettre::Message::builder()
            .from(from)
            // Made of the bare address: a name in front of it could smuggle in another recipient.
            .to(Mailbox::new(None, message.to.parse()?))
            .subject(message.subject.clone())
            .multipart(body)?;
        smtp.send(email).await?;
        Ok(())
    }

    async fn post_text(&self, message: &Message) -> Result<(), DeliveryError> {
        let Some((client, url)) = &self.webhook else {
            return Ok(());
        };
        let body = serde_json::json!({ "to": message.to, "text": message.text });
        let answer = client
            .post(url.clone())
            .header("content-type", "application/json")
            .body(serde_json::to_vec(&body)?)
            .send()
            .await?;
        match answer.status() {
            status if status.is_success() => Ok(()),
            status => Err(DeliveryError::WebhookStatus(status.as_u16())),
        }
    }
}

/// `smtp://` means STARTTLS and nothing less, except to this very machine, where there is often
/// no certificate and nobody in between.
fn smtp(url: &str) -> Result<AsyncSmtpTransport<Tokio1Executor>, MessagingSettingsError> {
    let mut url = Url::parse(url).map_err(|_| MessagingSettingsError::SmtpUrl)?;
    let is_loopback = match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost" || name == "127.0.0.1",
        None => return Err(MessagingSettingsError::SmtpUrl),
    };
    if url.scheme() == "smtp" && !url.query_pairs().any(|(name, _)| name == "tls") {
        let tls = if is_loopback {
            "opportunistic"
        } else {
            "required"
        };
        url.query_pairs_mut().append_pair("tls", tls);
    }
    let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.as_str())
        .map_err(|_| MessagingSettingsError::SmtpUrl)?;
    Ok(builder.timeout(Some(TIMEOUT)).build())
}

fn webhook(url: &str) -> Result<(reqwest::Client, Url), MessagingSettingsError> {
    let url = Url::parse(url).map_err(|_| MessagingSettingsError::SmsWebhook)?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(MessagingSettingsError::SmsWebhook);
    }
    let client = reqwest::Client::builder().timeout(TIMEOUT).build();
    Ok((client.map_err(|_| MessagingSettingsError::SmsWebhook)?, url))
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
    use tokio::net::TcpListener;

    use super::*;
    use crate::login::brand::Brand;
    use crate::messaging::{Letter, Purpose, text_of};

    fn settings() -> MessagingSettings {
        MessagingSettings::default()
    }

    /// Takes one e-mail as a mail server does; answers what was said in MAIL, RCPT and DATA.
    async fn take_one_email(listener: TcpListener) -> String {
        let (stream, _) = listener.accept().await.unwrap();
        let mut stream = BufReader::new(stream);
        let mut heard = String::new();
        stream.write_all(b"220 test\r\n").await.unwrap();
        let mut is_data = false;
        loop {
            let mut line = String::new();
            if stream.read_line(&mut line).await.unwrap() == 0 {
                return heard;
            }
            let answer: &[u8] = match line.trim_end() {
                "." if is_data => {
                    is_data = false;
                    b"250 taken\r\n"
                }
                _ if is_data => b"",
                "DATA" => {
                    is_data = true;
                    b"354 go on\r\n"
                }
                "QUIT" => return heard,
                _ => b"250 fine\r\n",
            };
            heard.push_str(&line);
            if line.trim_end() == "." {
                return {
                    stream.write_all(answer).await.unwrap();
                    heard
                };
            }
            stream.write_all(answer).await.unwrap();
        }
    }

    #[tokio::test]
    async fn an_email_reaches_the_mail_server() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let server = tokio::spawn(take_one_email(listener));
        let settings = MessagingSettings {
            smtp_url: Some(format!("smtp://127.0.0.1:{port}")),
            ..settings()
        };
        let transport = Transport::new(&settings, "tenant.example:8443").unwrap();
        let brand = Brand::plain("Acme");
        let message = Letter::new(
            &brand,
            None,
            Purpose::PasswordlessCode {
                code: "271828",
                minutes: 3,
            },
        );
        let message = message.to("ada@example.com").unwrap();
        transport.deliver(&message, "Acme").await.unwrap();
        let heard = server.await.unwrap();
        assert!(
            heard.contains("MAIL FROM:<no-reply@tenant.example>"),
            "{heard}"
        );
        assert!(heard.contains("RCPT TO:<ada@example.com>"), "{heard}");
        assert!(
            heard.contains("From: Acme <no-reply@tenant.example>"),
            "{heard}"
        );
        assert!(heard.contains("271828") && heard.contains("Subject: Your code for Acme"));
    }

    #[tokio::test]
    async fn a_text_message_is_posted_to_the_webhook() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let server = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut heard = vec![0; 4096];
            let length = stream.read(&mut heard).await.unwrap();
            let refusal = b"HTTP/1.1 503 Busy\r\ncontent-length: 0\r\n\r\n";
            stream.write_all(refusal).await.unwrap();
            String::from_utf8_lossy(&heard[..length]).into_owned()
        });
        let settings = MessagingSettings {
            sms_webhook: Some(format!("http://{address}/sms")),
            ..settings()
        };
        let transport = Transport::new(&settings, "localhost").unwrap();
        let message = text_of(None, "+4915112345678", "314159");
        let outcome = transport.deliver(&message, "Acme").await;
        assert!(matches!(outcome, Err(DeliveryError::WebhookStatus(503))));
        let heard = server.await.unwrap();
        assert!(heard.starts_with("POST /sms HTTP/1.1"), "{heard}");
        let body = r#"{"to":"+4915112345678","text":"Your verification code is: 314159"}"#;
        assert!(heard.ends_with(body), "{heard}");
    }

    #[test]
    fn settings_that_make_no_sense_name_their_key() {
        let told = |settings: MessagingSettings| match Transport::new(&settings, "localhost") {
            Ok(_) => String::new(),
            Err(error) => error.to_string(),
        };
        let text = |text: &str| Some(text.to_owned());
        for url in ["", "mail.example", "http://mail.example", "smtp:"] {
            let url = MessagingSettings {
                smtp_url: text(url),
                ..settings()
            };
            assert!(told(url).starts_with("smtp_url:"));
        }
        let from = MessagingSettings {
            mail_from: text("nobody"),
            ..settings()
        };
        assert!(told(from).starts_with("mail_from:"));
        let hook = MessagingSettings {
            sms_webhook: text("ftp://x"),
            ..settings()
        };
        assert!(told(hook).starts_with("sms_webhook:"));
    }
}
