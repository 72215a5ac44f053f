//! What the options mean, and which of them do not go together.

mod production;
mod values;

use std::net::SocketAddr;
use std::path::PathBuf;

use doorward_tenant::{Limits, Location, MessagingSettings, Mode};
use ipnet::IpNet;
use tracing::Level;

use self::values::{address, choose, domain, networks};
use super::Part;
use super::data_dir::{self, DataDirError};
use super::gateway::GatewaySettings;
use super::options::{MoreTenant, RawOptions};
use super::problems::Problems;

/// The first word of each list is the default.
const MODES: [(&str, Mode); 2] = [
    ("development", Mode::Development),
    ("production", Mode::Production),
];
const LIMITS: [(&str, Limits); 2] = [("none", Limits::None), ("auth0", Limits::Auth0)];
/// Whether proxies tell of certificates.
const MTLS: [(&str, bool); 2] = [("listener", false), ("proxy", true)];
const LOGS: [(&str, LogForm); 2] = [("text", LogForm::Text), ("json", LogForm::Json)];
const LOG_LEVELS: [(&str, Level); 5] = [
    ("info", Level::INFO),
    ("error", Level::ERROR),
    ("warn", Level::WARN),
    ("debug", Level::DEBUG),
    ("trace", Level::TRACE),
];

/// A configuration that makes sense.
pub(crate) struct Settings {
    pub(crate) data_dir: PathBuf,
    /// PostgreSQL; the embedded database without it.
    pub(crate) database_url: Option<String>,
    pub(crate) https: SocketAddr,
    pub(crate) http: SocketAddr,
    /// `None`: no gateway.
    pub(crate) gateway: Option<GatewaySettings>,
    /// `None`: localhost and the port of `https`.
    pub(crate) domain: Option<String>,
    pub(crate) tls: Tls,
    /// Authorities that vouch for certificates of clients.
    pub(crate) client_ca: Option<PathBuf>,
    /// Whether the trusted proxies tell of their clients' certificates.
    pub(crate) certificates_from_proxies: bool,
    pub(crate) tenant_file: Option<PathBuf>,
    pub(crate) more_tenants: Vec<MoreTenant>,
    pub(crate) mode: Mode,
    pub(crate) limits: Limits,
    pub(crate) messaging: MessagingSettings,
    pub(crate) encryption_key_file: Option<PathBuf>,
    pub(crate) trusted_proxies: Vec<IpNet>,
    pub(crate) log: LogForm,
    pub(crate) log_level: Level,
}

/// Where the certificate comes from.
pub(crate) enum Tls {
    /// An authority of our own, in the data dir. Development only.
    OwnAuthority,
    Files {
        cert: PathBuf,
        key: PathBuf,
    },
    /// TLS ends at a proxy that is trusted.
    AtProxy,
}

/// For whom logs are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LogForm {
    /// For people.
    Text,
    /// For machines.
    Json,
}

impl Settings {
    /// Understands the options, from the command line, the environment and the configuration file.
    ///
    /// # Errors
    ///
    /// Every problem there is, a line each.
    pub(crate) fn read(part: Part, options: RawOptions) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let options = options.with_file(&mut problems);
        let settings = Self::understand(part, options, &mut problems);
        if problems.is_empty() {
            Ok(settings)
        } else {
            Err(problems)
        }
    }

    /// Where the rows of a tenant that has started before are, and the key that opens its secrets.
    ///
    /// # Errors
    ///
    /// When the key cannot be read.
    pub(crate) fn storage(&self) -> Result<(Location, [u8; 32]), DataDirError> {
        let key = data_dir::key_path(&self.data_dir, self.encryption_key_file.as_deref());
        Ok((self.location(), data_dir::read_key(key)?))
    }

    /// Where the rows are.
    pub(crate) fn location(&self) -> Location {
        match &self.database_url {
            Some(url) => Location::Postgres(url.clone()),
            None => Location::Sqlite(self.data_dir.join("doorward.sqlite")),
        }
    }

    /// What the options mean. A value with a problem is replaced by its default, so that the others are looked at
    /// too; with a problem nobody uses the outcome.
    fn understand(part: Part, raw: RawOptions, problems: &mut Problems) -> Self {
        let mode = choose("mode", raw.mode, &MODES, problems);
        let trusted_proxies = networks(raw.trusted_proxies, problems);
        let settings = Self {
            data_dir: raw.data_dir.as_deref().unwrap_or("doorward-data").into(),
            database_url: database(raw.database_url, problems),
            https: address("https", raw.https, ([127, 0, 0, 1], 8443), problems),
            http: address("http", raw.http, ([127, 0, 0, 1], 8080), problems),
            gateway: match part {
                Part::TenantAndGateway => gateway(raw.gateway, raw.gateway_config, problems),
                Part::Tenant => None,
            },
            domain: raw.domain.map(|name| domain("domain", name, problems)),
            tls: tls(raw.tls_cert, raw.tls_key, mode, problems),
            client_ca: raw.client_ca.map(Into::into),
            certificates_from_proxies: choose("mtls", raw.mtls, &MTLS, problems),
            tenant_file: raw.tenant.map(Into::into),
            more_tenants: more_tenants(raw.more_tenants, problems),
            mode,
            limits: choose("limits", raw.limits, &LIMITS, problems),
            messaging: MessagingSettings {
                smtp_url: raw.smtp_url,
                mail_from: raw.mail_from,
                sms_webhook: raw.sms_webhook,
            },
            encryption_key_file: raw.encryption_key_file.map(Into::into),
            trusted_proxies,
            log: choose("log", raw.log, &LOGS, problems),
            log_level: choose("log_level", raw.log_level, &LOG_LEVELS, problems),
        };
        if let Err(problem) = settings.messaging.check() {
            problems.add_line(problem);
        }
        if mode == Mode::Production {
            production::check(&settings, problems);
        }
        settings
    }
}

fn database(url: Option<String>, problems: &mut Problems) -> Option<String> {
    if let Some(url) = &url
        && !(url.starts_with("postgres://") || url.starts_with("postgresql://"))
    {
        problems.add("database_url", "must be postgres://…");
    }
    url
}

fn gateway(
    given: Option<String>,
    config: Option<String>,
    problems: &mut Problems,
) -> Option<GatewaySettings> {
    if given.as_deref() == Some("off") {
        return None;
    }
    let address = address("gateway", given, ([127, 0, 0, 1], 8090), problems);
    GatewaySettings::read(address, config.as_deref(), problems)
}

/// Two optional keys become one meaning, and half a pair a problem.
fn tls(cert: Option<String>, key: Option<String>, mode: Mode, problems: &mut Problems) -> Tls {
    match (cert, key) {
        (Some(cert), Some(key)) => {
            return Tls::Files {
                cert: cert.into(),
                key: key.into(),
            };
        }
        (Some(_), None) => problems.add("tls_key", "is needed, because tls_cert is set"),
        (None, Some(_)) => problems.add("tls_cert", "is needed, because tls_key is set"),
        (None, None) if mode == Mode::Development => return Tls::OwnAuthority,
        (None, None) => return Tls::AtProxy,
    }
    Tls::OwnAuthority
}

fn more_tenants(tenants: Vec<MoreTenant>, problems: &mut Problems) -> Vec<MoreTenant> {
    let numbered = tenants.into_iter().enumerate();
    let checked = numbered.map(|(number, tenant)| MoreTenant {
        domain: domain(
            &format!("tenants[{number}].domain"),
            tenant.domain,
            problems,
        ),
        ..tenant
    });
    checked.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(change: impl FnOnce(&mut RawOptions)) -> String {
        let mut options = RawOptions::default();
        change(&mut options);
        let mut problems = Problems::default();
        Settings::understand(Part::TenantAndGateway, options, &mut problems);
        problems.to_string()
    }

    fn keys(problems: &str) -> Vec<&str> {
        let lines = problems.lines();
        lines
            .filter_map(|line| line.split(": ").nth(1))
            .collect::<Vec<_>>()
    }

    #[test]
    fn the_defaults_make_sense() {
        assert_eq!(problems(|_| {}), "");
    }

    #[test]
    fn half_a_pair_is_refused() {
        let found = problems(|options| options.tls_cert = Some("cert.pem".to_owned()));
        assert_eq!(
            found,
            "doorward: tls_key: is needed, because tls_cert is set\n"
        );
    }

    #[test]
    fn production_refuses_each_convenience_in_a_line_of_its_own() {
        let found = problems(|options| {
            options.mode = Some("production".to_owned());
            options.domain = Some("localhost:8443".to_owned());
            options.http = Some("0.0.0.0:8080".to_owned());
        });
        let expected = ["domain", "tls_cert", "encryption_key_file", "http"];
        assert_eq!(keys(&found), expected);
    }

    #[test]
    fn a_value_with_a_problem_hides_no_other_problem() {
        let found = problems(|options| {
            options.mode = Some("production".to_owned());
            options.https = Some("nowhere".to_owned());
            options.tls_key = Some("key.pem".to_owned());
        });
        assert_eq!(
            keys(&found),
            ["https", "tls_cert", "domain", "encryption_key_file"]
        );
    }

    #[test]
    fn nonsense_is_named() {
        let found = problems(|options| {
            options.https = Some("nowhere".to_owned());
            options.limits = Some("few".to_owned());
            options.trusted_proxies = Some("10.0.0.0/8,x".to_owned());
        });
        for line in [
            "doorward: limits: must be none or auth0\n",
            "doorward: https: \"nowhere\" is no address like 127.0.0.1:8443\n",
            "doorward: trusted_proxies: \"x\" is no network like 10.0.0.0/8\n",
        ] {
            assert!(found.contains(line), "{found}");
        }
    }
}
