//! The question in front of every protected request: `GET /userinfo` of the gateway, with the cookie of a session.

use std::any::Any;
use std::path::Path;
use std::process::{Child, Stdio};
use std::rc::Rc;
use std::time::{Duration, Instant};

use rustix::process::Pid;
use serde_json::json;

use crate::bench::control::{BareServer, Content};
use crate::bench::load::{self, Template};
use crate::bench::product::{Lab, Product, form, text};
use crate::bench::side::{Cost, Duel, Loaded};
use crate::bench::{SERVER_CORE, affinity};
use crate::run::{Doing, Fault};
use crate::servers::free_port;

const CONNECTIONS: usize = 64;
const START: Duration = Duration::from_secs(10);
/// How long a session lasts, unless it is to end before others are made.
const SESSION: Duration = Duration::from_secs(300);

/// With its sessions in Redis.
pub(super) fn userinfo(lab: &Lab<'_>) -> Result<Duel, Fault> {
    let product = lab.start()?;
    let login = product.make_login("openid")?;
    let redis = lab.servers()?.redis_url().to_owned();
    let folder = product.folder().to_owned();
    let setup = Setup {
        config: config(&product)?,
        sessions: &redis,
        ca_file: Some(text(&product.bootstrap["ca_file"])?.to_owned()),
        session: SESSION,
    };
    let gateway = Rc::new(Gateway::start(lab.program, &folder, &setup, product)?);
    let request = Template {
        cookie: Some(load::cookie(&gateway.login(&login)?)?),
        ..gateway.get("/userinfo")
    };
    let content = String::from_utf8_lossy(&load::once(&request)?).into_owned();
    let askers = vec![request; CONNECTIONS];
    let pid = gateway.pid();
    Ok(Duel {
        control: BareServer::side(
            Content::Redis {
                url: redis,
                content,
            },
            CONNECTIONS,
            None,
        )?,
        product: Box::new(Loaded::new(&gateway, pid, askers, Cost::Processor)),
    })
}

/// A `doorward gateway` in front of a tenant.
pub(in crate::bench) struct Gateway {
    child: Child,
    port: u16,
    /// From the start of the process until it says that it is ready.
    pub(in crate::bench) ready_after: Duration,
    /// Kept alive.
    _tenant: Rc<dyn Any>,
}

/// What a gateway is started with.
pub(in crate::bench) struct Setup<'s> {
    pub(in crate::bench) config: String,
    /// The value of `REDIS_HOSTS`.
    pub(in crate::bench) sessions: &'s str,
    pub(in crate::bench) ca_file: Option<String>,
    /// How long its sessions last.
    pub(in crate::bench) session: Duration,
}

impl Gateway {
    /// Starts one on the server's core, with its files in `folder`.
    pub(in crate::bench) fn start(
        program: &Path,
        folder: &Path,
        setup: &Setup<'_>,
        tenant: Rc<dyn Any>,
    ) -> Result<Self, Fault> {
        let file = folder.join("gateway.json");
        std::fs::write(&file, &setup.config).doing("write the gateway's configuration")?;
        let port = free_port()?;
        let log = std::fs::File::create(folder.join("gateway.log"));
        let log = log.doing("open a log file")?;
        let mut command = affinity::pinned(SERVER_CORE, program);
        command.arg("gateway").current_dir(folder);
        if let Some(ca_file) = &setup.ca_file {
            command.env("SSL_CERT_FILE", ca_file);
        }
        let began = Instant::now();
        let child = command
            .env("REDIS_HOSTS", setup.sessions)
            .env("HTTP_PORT", port.to_string())
            .env("ORIGINAL_PROTOCOL_HEADER", "x-forwarded-proto")
            .env("LOG_LEVEL", "warn")
            .env(
                "SESSION_DURATION_SECONDS",
                setup.session.as_secs().to_string(),
            )
            .env("SERVICE_CONFIG_PATH", folder)
            .env("SERVICE_CONFIG_FILE_NAME", "gateway.json")
            .stdin(Stdio::null())
            .stdout(log)
            .spawn()
            .doing("start the gateway")?;
        let mut gateway = Self {
            child,
            port,
            ready_after: Duration::ZERO,
            _tenant: tenant,
        };
        while load::once(&gateway.get("/-/ready")).is_err() {
            if began.elapsed() > START {
                return Err(Fault::Unexpected("the gateway does not start".into()));
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        gateway.ready_after = began.elapsed();
        Ok(gateway)
    }

    pub(in crate::bench) fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    pub(in crate::bench) fn get(&self, path: &str) -> Template {
        Template {
            address: ([127, 0, 0, 1], self.port).into(),
            host: format!("127.0.0.1:{}", self.port),
            method: hyper::Method::GET,
            path: path.to_owned(),
            bearer: None,
            cookie: None,
            body: None,
        }
    }

    /// The login of a user who could also log in at the tenant itself.
    fn login(&self, at_the_tenant: &Template) -> Result<Template, Fault> {
        let Some((content_type, body)) = &at_the_tenant.body else {
            return Err(Fault::Unexpected("a login without a form".into()));
        };
        let mut fields = vec![("grant_type", "password".to_owned())];
        for (name, value) in form_urlencoded::parse(body) {
            match name.as_ref() {
                "username" => fields.push(("username", value.into_owned())),
                "password" => fields.push(("password", value.into_owned())),
                _ => {}
            }
        }
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        Ok(Template {
            method: hyper::Method::POST,
            body: Some((content_type.clone(), form(&fields))),
            ..self.get("/oauth/token")
        })
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        let _ended_already = self.child.kill();
        let _status = self.child.wait();
    }
}

/// One client, the tenant's own web application.
fn config(tenant: &Product) -> Result<String, Fault> {
    let web = tenant.application("regular_web")?;
    let (bootstrap, issuer) = (&tenant.bootstrap, text(&tenant.bootstrap["issuer"])?);
    let database = &bootstrap["connections"]["database"]["name"];
    let config = json!({
        "clients": {
            "web": {
                "auth0Url": issuer,
                "clientId": web["client_id"],
                "clientSecret": web["client_secret"],
                "redirectUrl": web["callbacks"][0],
                "scopes": ["website", "openid", "profile", "email", "offline_access"],
                "supportedConnections": [database],
                "defaultConnection": database,
            },
        },
        "defaultClient": "web",
        "managementClient": {
            "auth0Url": issuer,
            "clientId": bootstrap["management"]["client_id"],
            "clientSecret": bootstrap["management"]["client_secret"],
            "supportedConnectionsMap": {
                text(database)?: { "connectionId": bootstrap["connections"]["database"]["id"] },
            },
            "defaultManagementConnectionName": database,
        },
    });
    Ok(config.to_string())
}
