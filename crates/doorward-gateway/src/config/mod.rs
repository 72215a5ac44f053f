//! Configuration: environment variables and the config file in, checked meaning out.

mod client;
mod environment;
mod file;
mod inherited;
mod management;
mod mongo;
mod object;
mod redis;
mod report;
mod tenant_url;

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use http::HeaderName;
use zeroize::Zeroizing;

pub use self::client::{Client, SameSite};
pub use self::file::Config;
pub use self::inherited::Inherited;
pub use self::management::{ManagementClient, ManagementConnections};
pub use self::mongo::MongoSettings;
pub use self::redis::{RedisServers, RedisSettings, SessionStore};
pub use self::report::Problems;
pub use self::tenant_url::TenantUrl;

use self::environment::Environment;
use self::report::Report;

/// Everything a gateway needs to know before it starts.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The config file's content.
    pub config: Config,
    /// `REDIS_MODE`, `REDIS_HOSTS`, …: where sessions are kept.
    pub session_store: SessionStore,
    /// The variables that have a default.
    pub options: Options,
    /// What is odd about the configuration without keeping the gateway from starting, one line each.
    pub warnings: Vec<String>,
}

/// What can be set, but need not be. `Default` gives the default of every variable.
#[derive(Debug, Clone)]
pub struct Options {
    /// `LOG_LEVEL`, `info` unless set. Only a gateway that owns its process heeds it.
    pub log_level: LogLevel,
    /// `HTTP_PORT`, 8080 unless set, on all interfaces.
    pub http_port: u16,
    /// `SERVICE_PREFIX`: empty, or a path with a leading and no trailing slash, in front of every
    /// endpoint except those under `/-/`.
    pub service_prefix: String,
    /// `SERVICE_VERSION`; the build's own version is reported when it is not set.
    pub service_version: Option<String>,
    /// `SESSION_DURATION_SECONDS`, one day unless set.
    pub session_duration: Duration,
    /// `SESSION_SCOPE`: keeps installations that share a Redis apart.
    pub session_scope: Option<String>,
    /// `SESSION_ENCRYPTION_KEYS`: the first seals, all of them open. Empty: keys come from the clients' secrets.
    pub session_encryption_keys: Vec<Zeroizing<[u8; 32]>>,
    /// `IMPORT_LIMIT_BYTES`, 2 MiB unless set.
    pub import_limit_bytes: usize,
    /// `ORIGINAL_PROTOCOL_HEADER`: the header that says whether the browser used `http` or `https`.
    /// Required of the environment; `x-forwarded-proto` in a gateway inside another process.
    pub original_protocol_header: HeaderName,
    /// `DELAY_SHUTDOWN_SECONDS`, 10 unless set: how long to keep serving after the stop signal.
    pub delay_shutdown: Duration,
    /// `EXPOSE_METRICS` and `NAMESPACED_METRICS_PREFIX`; nothing is exposed unless set.
    pub metrics: Option<Metrics>,
    /// `ADDITIONAL_CA_FOLDER`: PEM certificates to trust, besides the system's, when calling the tenant and
    /// speaking to Redis over TLS.
    pub additional_ca_folder: Option<PathBuf>,
    /// `MONGO_DB_URL` and the three with it: where users are copied to. Nowhere unless all are set.
    pub mongo: Option<MongoSettings>,
}

/// How `/-/metrics` names what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metrics {
    /// What every metric's name starts with, before `_http_…`.
    pub prefix: String,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            log_level: LogLevel::Info,
            http_port: 8080,
            service_prefix: String::new(),
            service_version: None,
            session_duration: Duration::from_secs(86_400),
            session_scope: None,
            session_encryption_keys: Vec::new(),
            import_limit_bytes: 2_097_152,
            original_protocol_header: HeaderName::from_static("x-forwarded-proto"),
            delay_shutdown: Duration::from_secs(10),
            metrics: None,
            additional_ca_folder: None,
            mongo: None,
        }
    }
}

impl Settings {
    /// Settings with the default of every variable, for a gateway inside another process.
    pub fn new(config: Config, session_store: SessionStore) -> Self {
        Self {
            config,
            session_store,
            options: Options::default(),
            warnings: Vec::new(),
        }
    }

    /// Reads the environment through `variable` and the config file it names.
    ///
    /// # Errors
    ///
    /// [`Problems`]: one line for each missing or malformed variable and for each problem of the
    /// file, all of them together.
    pub fn from_env_and_file(variable: impl Fn(&str) -> Option<String>) -> Result<Self, Problems> {
        let mut report = Report::default();
        let mut environment = Environment::new(&variable, &mut report);
        let options = environment::options(&mut environment);
        let session_store = redis::read(&mut environment);
        let folder = environment.required("SERVICE_CONFIG_PATH");
        let name = environment.required("SERVICE_CONFIG_FILE_NAME");
        let config = folder
            .zip(name)
            .and_then(|(folder, name)| config_file(&folder, &name, environment.report));
        let warnings = report.finish()?;
        match (config, session_store) {
            (Some(config), Some(session_store)) => Ok(Self {
                config,
                session_store,
                options,
                warnings,
            }),
            _ => Err(Problems::of("configuration", "cannot be used")),
        }
    }
}

/// Reads the config file of that name in that folder; `None` when a problem was reported.
fn config_file(folder: &str, name: &str, report: &mut Report) -> Option<Config> {
    let file = if name.ends_with(".json") {
        name.to_owned()
    } else {
        format!("{name}.json")
    };
    let path = Path::new(folder).join(file);
    match std::fs::read_to_string(&path) {
        Ok(text) => file::read(&text, report),
        Err(error) => {
            report.problem(
                "SERVICE_CONFIG_PATH, SERVICE_CONFIG_FILE_NAME",
                format_args!("{}: {error}", path.display()),
            );
            None
        }
    }
}

/// `LOG_LEVEL`: the least severe kind of line that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LogLevel {
    /// Everything, the arrival of requests included.
    Trace,
    /// Details for finding a fault.
    Debug,
    /// One line per request, and what happens to the process.
    Info,
    /// What works, but should not be as it is.
    Warn,
    /// What did not work.
    Error,
    /// What ends the process.
    Fatal,
    /// What ends the process without order.
    Panic,
    /// Nothing.
    Silent,
}

impl LogLevel {
    const CHOICES: &'static str = "trace, debug, info, warn, error, fatal, panic or silent";
}

impl FromStr for LogLevel {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Ok(match text.to_ascii_lowercase().as_str() {
            "trace" => Self::Trace,
            "debug" => Self::Debug,
            "info" => Self::Info,
            "warn" | "warning" => Self::Warn,
            "error" => Self::Error,
            "fatal" => Self::Fatal,
            "panic" => Self::Panic,
            "silent" => Self::Silent,
            _ => return Err(()),
        })
    }
}
