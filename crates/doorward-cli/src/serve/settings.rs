//! What the options mean, and which of them do not go together.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::str::FromStr;

use doorward_tenant::{Limits, Location, MessagingSettings, Mode};
use ipnet::IpNet;
use tracing::Level;

use super::Part;
use super::data_dir::{self, DataDirError};
use super::options::{MoreTenant, RawOptions};
use super::problems::Problems;

/// A configuration that makes sense.
pub(crate) struct Settings {
    pub(crate) data_dir: PathBuf,
    /// PostgreSQL; the embedded database without it.
    pub(crate) database_url: Option<String>,
    pub(crate) https: SocketAddr,
    pub(crate) http: SocketAddr,
    /// `None`: no gateway.
    pub(crate) gateway: Option<SocketAddr>,
    /// `None`: localhost and the port of `https`.
    pub(crate) domain: Option<String>,
    pub(crate) tls: Tls,
    pub(crate) tenant_file: Option<PathBuf>,
    pub(crate) more_tenants: Vec<MoreTenant>,
    pub(crate) mode: Mode,
    pub(crate) limits: Limits,
    pub(crate) messaging: MessagingSettings,
    pub(crate) encryption_key_file: Option<PathBuf>,
    pub(crate) trusted_proxies: Vec<IpNet>,
    pub(crate) gateway_config: Option<PathBuf>,
    pub(crate) has_json_logs: bool,
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
        match settings {
            Some(settings) if problems.is_empty() => Ok(settings),
            _ => Err(problems),
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

    fn understand(part: Part, raw: RawOptions, problems: &mut Problems) -> Option<Self> {
        let mode = choose(
            "mode",
            raw.mode,
            problems,
            &[
                ("development", Mode::Development),
                ("production", Mode::Production),
            ],
        );
        let limits = choose(
            "limits",
            raw.limits,
            problems,
            &[("none", Limits::None), ("auth0", Limits::Auth0)],
        );
        let has_json_logs = choose("log", raw.log, problems, &[("text", false), ("json", true)]);
        let levels = [
            Level::INFO,
            Level::ERROR,
            Level::WARN,
            Level::DEBUG,
            Level::TRACE,
        ];
        let levels = levels.map(|level| (level_name(level), level));
        let log_level = choose("log_level", raw.log_level, problems, &levels);
        let https = address("https", raw.https, "127.0.0.1:8443", problems);
        let http = address("http", raw.http, "127.0.0.1:8080", problems);
        let gateway = match raw.gateway.as_deref() {
            Some("off") => Some(None),
            _ => address("gateway", raw.gateway, "127.0.0.1:8090", problems).map(Some),
        };
        let trusted_proxies = networks(raw.trusted_proxies, problems);
        let tls = tls(raw.tls_cert, raw.tls_key, mode, &trusted_proxies, problems);
        if let Some(url) = &raw.database_url
            && !(url.starts_with("postgres://") || url.starts_with("postgresql://"))
        {
            problems.add("database_url", "must be postgres://…");
        }
        if let Some(domain) = &raw.domain {
            check_domain("domain", domain, problems);
        }
        for (number, tenant) in raw.more_tenants.iter().enumerate() {
            check_domain(
                &format!("tenants[{number}].domain"),
                &tenant.domain,
                problems,
            );
        }
        let settings = Self {
            data_dir: raw
                .data_dir
                .unwrap_or_else(|| "doorward-data".to_owned())
                .into(),
            database_url: raw.database_url,
            https: https?,
            http: http?,
            gateway: gateway?.filter(|_| part == Part::TenantAndGateway),
            domain: raw.domain,
            tls,
            tenant_file: raw.tenant.map(Into::into),
            more_tenants: raw.more_tenants,
            mode: mode?,
            limits: limits?,
            messaging: MessagingSettings {
                smtp_url: raw.smtp_url,
                mail_from: raw.mail_from,
                sms_webhook: raw.sms_webhook,
            },
            encryption_key_file: raw.encryption_key_file.map(Into::into),
            trusted_proxies,
            gateway_config: raw.gateway_config.map(Into::into),
            has_json_logs: has_json_logs?,
            log_level: log_level?,
        };
        if let Err(problem) = settings.messaging.check() {
            let line = problem.to_string();
            let (key, what) = line.split_once(": ").unwrap_or(("messaging", &line));
            problems.add(key, what);
        }
        settings.check_production(problems);
        Some(settings)
    }

    /// Production refuses what is only good enough on a developer's machine.
    fn check_production(&self, problems: &mut Problems) {
        if self.mode != Mode::Production {
            return;
        }
        let is_local = |domain: &str| {
            let host = domain
                .split(':')
                .next()
                .unwrap_or(domain)
                .trim_end_matches('.');
            host.eq_ignore_ascii_case("localhost")
                || host.to_ascii_lowercase().ends_with(".localhost")
        };
        match &self.domain {
            None => problems.add("domain", "production needs the public name of the tenant"),
            Some(domain) if is_local(domain) => {
                problems.add("domain", "production needs a public name, not localhost")
            }
            Some(_) => {}
        }
        if self.encryption_key_file.is_none() {
            problems.add(
                "encryption_key_file",
                "production needs a key file, kept apart from the data",
            );
        }
        if !self.http.ip().is_loopback() && self.trusted_proxies.is_empty() {
            problems.add(
                "http",
                "plain HTTP beyond this machine needs trusted_proxies in production",
            );
        }
    }
}

fn level_name(level: Level) -> &'static str {
    match level {
        Level::ERROR => "error",
        Level::WARN => "warn",
        Level::DEBUG => "debug",
        Level::TRACE => "trace",
        _ => "info",
    }
}

/// One of several words; the first is the default.
fn choose<T: Copy>(
    key: &str,
    given: Option<String>,
    problems: &mut Problems,
    words: &[(&str, T)],
) -> Option<T> {
    let Some(given) = given else {
        return words.first().map(|(_, meaning)| *meaning);
    };
    let found = words.iter().find(|(word, _)| *word == given);
    if found.is_none() {
        let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        problems.add(key, format!("must be {}", known.join(" or ")));
    }
    found.map(|(_, meaning)| *meaning)
}

fn address(
    key: &str,
    given: Option<String>,
    default: &str,
    problems: &mut Problems,
) -> Option<SocketAddr> {
    let given = given.unwrap_or_else(|| default.to_owned());
    // `localhost` has two addresses; people mean the first.
    let numeric = given.replace("localhost:", "127.0.0.1:");
    let parsed = numeric
        .parse()
        .map_err(|_| format!("\"{given}\" is no address like {default}"));
    problems.take(key, parsed)
}

fn networks(given: Option<String>, problems: &mut Problems) -> Vec<IpNet> {
    let mut networks = Vec::new();
    for part in given
        .as_deref()
        .unwrap_or_default()
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        let parsed = IpNet::from_str(part).or_else(|_| part.parse::<IpAddr>().map(IpNet::from));
        let parsed = parsed.map_err(|_| format!("\"{part}\" is no network like 10.0.0.0/8"));
        networks.extend(problems.take("trusted_proxies", parsed));
    }
    networks
}

/// Two optional keys become one meaning, and half a pair a problem. With a problem the meaning does not matter:
/// it only lets the other keys be looked at too.
fn tls(
    cert: Option<String>,
    key: Option<String>,
    mode: Option<Mode>,
    trusted_proxies: &[IpNet],
    problems: &mut Problems,
) -> Tls {
    match (cert, key) {
        (Some(cert), Some(key)) => {
            return Tls::Files {
                cert: cert.into(),
                key: key.into(),
            };
        }
        (Some(_), None) => problems.add("tls_key", "is needed, because tls_cert is set"),
        (None, Some(_)) => problems.add("tls_cert", "is needed, because tls_key is set"),
        (None, None) if mode != Some(Mode::Production) => return Tls::OwnAuthority,
        (None, None) if trusted_proxies.is_empty() => problems.add(
            "tls_cert",
            "production needs a certificate, or trusted_proxies that end TLS",
        ),
        (None, None) => {}
    }
    Tls::AtProxy
}

fn check_domain(key: &str, domain: &str, problems: &mut Problems) {
    let (host, port) = match domain.rsplit_once(':') {
        Some((host, port)) => (host, port.parse::<u16>().is_ok()),
        None => (domain, true),
    };
    let is_host = !host.is_empty()
        && host.len() <= 253
        && host
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
    if !is_host || !port {
        problems.add(key, Quoted(domain));
    }
}

struct Quoted<'d>(&'d str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\" is no host name with an optional port", self.0)
    }
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
        let keys: Vec<&str> = found
            .lines()
            .filter_map(|line| line.split(": ").nth(1))
            .collect();
        assert_eq!(keys, ["tls_cert", "domain", "encryption_key_file", "http"]);
    }

    #[test]
    fn nonsense_is_named() {
        let found = problems(|options| {
            options.https = Some("nowhere".to_owned());
            options.limits = Some("few".to_owned());
            options.trusted_proxies = Some("10.0.0.0/8,x".to_owned());
        });
        assert!(
            found.contains("doorward: limits: must be none or auth0"),
            "{found}"
        );
        assert!(
            found.contains("doorward: https: \"nowhere\" is no address"),
            "{found}"
        );
        assert!(
            found.contains("doorward: trusted_proxies: \"x\" is no network"),
            "{found}"
        );
    }
}
