//! The question in front of every protected request: `GET /userinfo` of the gateway.

use std::process::{Child, Command, Stdio};
use std::rc::Rc;
use std::time::{Duration, Instant};

use rustix::process::Pid;
use serde_json::json;

use crate::bench::control::{BareServer, Content};
use crate::bench::load::{self, Template};
use crate::bench::product::{Lab, Product, form, parse, text};
use crate::bench::side::{Cost, Duel, Loaded};
use crate::bench::{SERVER_CORE, affinity};
use crate::run::{Doing, Fault};
use crate::servers::free_port;

const CONNECTIONS: usize = 64;
const START: Duration = Duration::from_secs(10);

/// With its sessions in Redis.
pub(super) fn userinfo(lab: &Lab<'_>) -> Result<Duel, Fault> {
    let product = lab.start()?;
    let login = product.make_login("openid")?;
    let redis = lab.servers()?.redis_url().to_owned();
    let gateway = Rc::new(Gateway::start(lab, product, &redis)?);
    let session = parse(&load::once(&gateway.login(&login)?)?)?;
    let request = Template {
        bearer: Some(text(&session["accessToken"])?.to_owned()),
        ..gateway.get("/userinfo")
    };
    let content = String::from_utf8_lossy(&load::once(&request)?).into_owned();
    let askers = vec![request; CONNECTIONS];
    let pid = Pid::from_child(&gateway.child);
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
struct Gateway {
    child: Child,
    port: u16,
    /// Kept alive.
    _tenant: Rc<Product>,
}

impl Gateway {
    fn start(lab: &Lab<'_>, tenant: Rc<Product>, redis: &str) -> Result<Self, Fault> {
        let file = tenant.folder().join("gateway.json");
        std::fs::write(&file, config(&tenant)?).doing("write the gateway's configuration")?;
        let port = free_port()?;
        let log = std::fs::File::create(tenant.folder().join("gateway.log"));
        let log = log.doing("open a log file")?;
        let child = gateway_command(lab, &tenant)
            .env("REDIS_HOSTS", redis)
            .env("HTTP_PORT", port.to_string())
            .env("ORIGINAL_PROTOCOL_HEADER", "x-forwarded-proto")
            .env("LOG_LEVEL", "warn")
            .env("SERVICE_CONFIG_PATH", tenant.folder())
            .env("SERVICE_CONFIG_FILE_NAME", "gateway.json")
            .env("SSL_CERT_FILE", text(&tenant.bootstrap["ca_file"])?)
            .stdin(Stdio::null())
            .stdout(log)
            .spawn()
            .doing("start the gateway")?;
        let gateway = Self {
            child,
            port,
            _tenant: tenant,
        };
        let began = Instant::now();
        while load::once(&gateway.get("/-/ready")).is_err() {
            if began.elapsed() > START {
                return Err(Fault::Unexpected("the gateway does not start".into()));
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        Ok(gateway)
    }

    fn get(&self, path: &str) -> Template {
        Template {
            address: ([127, 0, 0, 1], self.port).into(),
            host: format!("127.0.0.1:{}", self.port),
            method: hyper::Method::GET,
            path: path.to_owned(),
            bearer: None,
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

fn gateway_command(lab: &Lab<'_>, tenant: &Product) -> Command {
    let mut command = affinity::pinned(SERVER_CORE, lab.program);
    command.arg("gateway").current_dir(tenant.folder());
    command
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
                "scopes": ["openid", "profile", "email", "offline_access"],
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
