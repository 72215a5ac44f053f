//! Options as they are written: by flag, by environment variable, or in `doorward.toml`.

use std::path::{Path, PathBuf};

use clap::{Args, Parser};
use toml::{Table, Value};

use super::problems::Problems;

/// Every option as text. What it means is decided in [`super::settings`].
#[derive(Args, Debug, Default, Clone)]
pub(crate) struct RawOptions {
    /// Where the process keeps everything [default: ./doorward-data]
    #[arg(long, value_name = "DIR", env = "DOORWARD_DATA_DIR")]
    pub(crate) data_dir: Option<String>,
    /// postgres://… to outgrow one machine [default: an SQLite file in the data dir]
    #[arg(
        long,
        value_name = "URL",
        env = "DOORWARD_DATABASE_URL",
        hide_env_values = true
    )]
    pub(crate) database_url: Option<String>,
    /// The tenant over TLS; port 0 picks a free one [default: 127.0.0.1:8443]
    #[arg(long, value_name = "ADDR", env = "DOORWARD_HTTPS")]
    pub(crate) https: Option<String>,
    /// The tenant over plain HTTP, behind a proxy or in development [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDR", env = "DOORWARD_HTTP")]
    pub(crate) http: Option<String>,
    /// The gateway, or `off` [default: 127.0.0.1:8090]
    #[arg(long, value_name = "ADDR", env = "DOORWARD_GATEWAY")]
    pub(crate) gateway: Option<String>,
    /// Public name: the issuer is https://DOMAIN/ [default: localhost:<https port>]
    #[arg(long, value_name = "HOST[:PORT]", env = "DOORWARD_PUBLIC_DOMAIN")]
    pub(crate) domain: Option<String>,
    /// Certificate chain in PEM [default: a local authority made on first start]
    #[arg(long, value_name = "FILE", env = "DOORWARD_TLS_CERT")]
    pub(crate) tls_cert: Option<String>,
    /// Private key of --tls-cert in PEM
    #[arg(long, value_name = "FILE", env = "DOORWARD_TLS_KEY")]
    pub(crate) tls_key: Option<String>,
    /// Authorities, in PEM, whose certificates clients may prove themselves with (tls_client_auth) [default: none; in
    /// development the local authority]
    #[arg(long, value_name = "FILE", env = "DOORWARD_CLIENT_CA")]
    pub(crate) client_ca: Option<String>,
    /// Who asks clients for certificates: listener, or proxy, when the trusted proxies set the headers
    /// client-certificate and client-certificate-ca-verified and let nobody else [default: listener]
    #[arg(long, value_name = "WHO", env = "DOORWARD_MTLS")]
    pub(crate) mtls: Option<String>,
    /// Apply a tenant.yaml (format of the Auth0 Deploy CLI) at start
    #[arg(long, value_name = "FILE", env = "DOORWARD_TENANT")]
    pub(crate) tenant: Option<String>,
    /// development or production [default: development]
    #[arg(long, value_name = "MODE", env = "DOORWARD_MODE")]
    pub(crate) mode: Option<String>,
    /// Configuration file; every option here is a key there [default: ./doorward.toml if there]
    #[arg(long, value_name = "FILE", env = "DOORWARD_CONFIG")]
    pub(crate) config: Option<String>,
    /// none, or auth0 to impose Auth0's own limits [default: none]
    #[arg(long, value_name = "WHOSE", env = "DOORWARD_LIMITS")]
    pub(crate) limits: Option<String>,
    /// smtps://user:password@host:465, or smtp://… for STARTTLS [default: mail goes to the outbox]
    #[arg(
        long,
        value_name = "URL",
        env = "DOORWARD_SMTP_URL",
        hide_env_values = true
    )]
    pub(crate) smtp_url: Option<String>,
    /// Sender of all mail
    #[arg(long, value_name = "ADDRESS", env = "DOORWARD_MAIL_FROM")]
    pub(crate) mail_from: Option<String>,
    /// Each text message is POSTed there as {"to","text"} [default: the outbox]
    #[arg(
        long,
        value_name = "URL",
        env = "DOORWARD_SMS_WEBHOOK",
        hide_env_values = true
    )]
    pub(crate) sms_webhook: Option<String>,
    /// Seals keys and secrets at rest; nodes that share a database share it [default: made in the data dir]
    #[arg(long, value_name = "FILE", env = "DOORWARD_ENCRYPTION_KEY_FILE")]
    pub(crate) encryption_key_file: Option<String>,
    /// Networks whose X-Forwarded-* headers count [default: none]
    #[arg(long, value_name = "CIDR,…", env = "DOORWARD_TRUSTED_PROXIES")]
    pub(crate) trusted_proxies: Option<String>,
    /// The gateway's configuration file [default: one demo client]
    #[arg(long, value_name = "FILE", env = "DOORWARD_GATEWAY_CONFIG")]
    pub(crate) gateway_config: Option<String>,
    /// text or json [default: text]
    #[arg(long, value_name = "FORM", env = "DOORWARD_LOG")]
    pub(crate) log: Option<String>,
    /// error, warn, info, debug or trace [default: info]
    #[arg(long, value_name = "LEVEL", env = "DOORWARD_LOG_LEVEL")]
    pub(crate) log_level: Option<String>,
    /// Further tenants of the process, from the configuration file.
    #[arg(skip)]
    pub(crate) more_tenants: Vec<MoreTenant>,
}

/// A `[[tenants]]` entry of the configuration file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MoreTenant {
    pub(crate) domain: String,
    /// A tenant.yaml.
    pub(crate) tenant: Option<String>,
}

const DEFAULT_FILE: &str = "doorward.toml";

impl RawOptions {
    /// The options of a command line without arguments: environment variables alone.
    pub(crate) fn from_environment() -> Self {
        #[derive(Parser)]
        struct Environment {
            #[command(flatten)]
            options: RawOptions,
        }
        Environment::parse_from(["doorward"]).options
    }

    /// Adds what the configuration file says and the command line does not.
    pub(crate) fn with_file(mut self, problems: &mut Problems) -> Self {
        let named = self.config.clone().map(PathBuf::from);
        let path = named.clone().unwrap_or_else(|| DEFAULT_FILE.into());
        if named.is_none() && !path.exists() {
            return self;
        }
        let read =
            std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()));
        let table = problems.take("config", read).and_then(|text| {
            let parsed: Result<Table, _> = text.parse();
            problems.take("config", parsed.map_err(|error| unreadable(&path, &error)))
        });
        for (key, value) in table.unwrap_or_default() {
            self.add(&key, value, problems);
        }
        self
    }

    fn add(&mut self, key: &str, value: Value, problems: &mut Problems) {
        if key == "tenants" {
            self.more_tenants = more_tenants(value, problems);
            return;
        }
        let Some(slot) = self.slot(key) else {
            return problems.add(key, "no such key");
        };
        match text(value) {
            Some(text) => {
                slot.get_or_insert(text);
            }
            None => problems.add(key, "must be a text"),
        }
    }

    fn slot(&mut self, key: &str) -> Option<&mut Option<String>> {
        Some(match key {
            "data_dir" => &mut self.data_dir,
            "database_url" => &mut self.database_url,
            "https" => &mut self.https,
            "http" => &mut self.http,
            "gateway" => &mut self.gateway,
            "domain" => &mut self.domain,
            "tls_cert" => &mut self.tls_cert,
            "tls_key" => &mut self.tls_key,
            "client_ca" => &mut self.client_ca,
            "mtls" => &mut self.mtls,
            "tenant" => &mut self.tenant,
            "mode" => &mut self.mode,
            "limits" => &mut self.limits,
            "smtp_url" => &mut self.smtp_url,
            "mail_from" => &mut self.mail_from,
            "sms_webhook" => &mut self.sms_webhook,
            "encryption_key_file" => &mut self.encryption_key_file,
            "trusted_proxies" => &mut self.trusted_proxies,
            "gateway_config" => &mut self.gateway_config,
            "log" => &mut self.log,
            "log_level" => &mut self.log_level,
            _ => return None,
        })
    }
}

fn unreadable(path: &Path, error: &toml::de::Error) -> String {
    format!("{} is not TOML: {}", path.display(), error.message())
}

/// A text; a list of texts is joined by commas.
fn text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Array(list) => {
            let texts: Option<Vec<&str>> = list.iter().map(Value::as_str).collect();
            Some(texts?.join(","))
        }
        _ => None,
    }
}

fn more_tenants(value: Value, problems: &mut Problems) -> Vec<MoreTenant> {
    let Value::Array(entries) = value else {
        problems.add("tenants", "must be written as [[tenants]]");
        return Vec::new();
    };
    let mut tenants = Vec::new();
    for (number, entry) in entries.into_iter().enumerate() {
        let Value::Table(mut entry) = entry else {
            problems.add("tenants", "must be written as [[tenants]]");
            continue;
        };
        let domain = entry.remove("domain").and_then(text);
        let tenant = entry.remove("tenant").and_then(text);
        for key in entry.keys() {
            problems.add(&format!("tenants[{number}].{key}"), "no such key");
        }
        match domain {
            Some(domain) => tenants.push(MoreTenant { domain, tenant }),
            None => problems.add(&format!("tenants[{number}].domain"), "is needed, as a text"),
        }
    }
    tenants
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file: &str) -> (RawOptions, String) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("doorward.toml");
        std::fs::write(&path, file).unwrap();
        let mut problems = Problems::default();
        let options = RawOptions {
            config: Some(path.to_str().unwrap().to_owned()),
            http: Some("127.0.0.1:1".to_owned()),
            ..RawOptions::default()
        };
        (options.with_file(&mut problems), problems.to_string())
    }

    #[test]
    fn the_file_fills_what_the_command_line_leaves_open() {
        let (options, problems) = read(
            "http = '127.0.0.1:2'\ntrusted_proxies = ['10.0.0.0/8', '::1/128']\n\
             [[tenants]]\ndomain = 'b.localhost'\ntenant = 'b.yaml'",
        );
        assert_eq!(problems, "");
        assert_eq!(options.http.as_deref(), Some("127.0.0.1:1"));
        assert_eq!(
            options.trusted_proxies.as_deref(),
            Some("10.0.0.0/8,::1/128")
        );
        assert_eq!(options.more_tenants[0].domain, "b.localhost");
    }

    #[test]
    fn each_problem_is_a_line_that_names_its_key() {
        let (_, problems) = read("colour = 'red'\nhttps = 8443\n[[tenants]]\nname = 'x'");
        assert_eq!(
            problems,
            "doorward: colour: no such key\ndoorward: https: must be a text\n\
             doorward: tenants[0].name: no such key\ndoorward: tenants[0].domain: is needed, as a text\n"
        );
    }
}
