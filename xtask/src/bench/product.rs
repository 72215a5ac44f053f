//! The product under measurement, and what has to be in it.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use bytes::Bytes;
use hyper::Method;
use rustix::process::Pid;
use serde_json::{Value, json};

use super::control::Database;
use super::load::{self, Asker, Template};
use super::side::{Cost, Loaded, Side};
use super::{Engine, SERVER_CORE, affinity};
use crate::run::{Doing, Fault};
use crate::servers::{Doorward, Folder, Servers};

const FORM: &str = "application/x-www-form-urlencoded";
const JSON: &str = "application/json";
const BOUNDARY: &str = "one-part-ends-here";

/// What every path is prepared with.
pub(super) struct Lab<'l> {
    pub(super) program: &'l Path,
    pub(super) engine: Engine,
    servers: OnceCell<Servers>,
    databases: Cell<u32>,
    /// Products with users in them, by how many: many are not imported for each path anew.
    peopled: RefCell<HashMap<u64, Rc<Product>>>,
}

impl<'l> Lab<'l> {
    pub(super) fn new(program: &'l Path, engine: Engine) -> Self {
        Self {
            program,
            engine,
            servers: OnceCell::new(),
            databases: Cell::new(0),
            peopled: RefCell::default(),
        }
    }

    /// The private servers, started when first asked for.
    pub(super) fn servers(&self) -> Result<&Servers, Fault> {
        if let Some(servers) = self.servers.get() {
            return Ok(servers);
        }
        let servers = Servers::start()?;
        Ok(self.servers.get_or_init(|| servers))
    }

    /// A `doorward serve` on no data, on the server's core.
    pub(super) fn start(&self) -> Result<Rc<Product>, Fault> {
        let folder = Folder::make()?;
        let postgres = self.postgres()?;
        let doorward = start_pinned(self.program, folder.path(), postgres.as_deref())?;
        let bootstrap = std::fs::read(&doorward.bootstrap).doing("read bootstrap.json")?;
        let bootstrap = parse(&bootstrap)?;
        let url = text(&bootstrap["http_url"])?;
        let address = url.strip_prefix("http://").unwrap_or(url);
        let address = address.trim_end_matches('/').parse();
        Ok(Rc::new(Product {
            address: address
                .map_err(|_| Fault::Unexpected(format!("`{url}` is not where a tenant listens")))?,
            host: text(&bootstrap["domain"])?.to_owned(),
            bootstrap,
            doorward,
            database: postgres,
            folder,
        }))
    }

    /// One with `users` users, who come there by `import` when first asked for.
    pub(super) fn peopled(
        &self,
        users: u64,
        import: impl FnOnce(&Product) -> Result<(), Fault>,
    ) -> Result<Rc<Product>, Fault> {
        if let Some(product) = self.peopled.borrow().get(&users) {
            return Ok(Rc::clone(product));
        }
        let product = self.start()?;
        import(&product)?;
        let mut peopled = self.peopled.borrow_mut();
        peopled.insert(users, Rc::clone(&product));
        Ok(product)
    }

    /// An empty database for a control, on the engine that the product has; next to the data of `product`.
    pub(super) fn database_beside(&self, product: &Product) -> Result<Database, Fault> {
        Ok(match self.postgres()? {
            Some(url) => Database::Postgres(url),
            None => Database::Sqlite(product.folder.path().join("control.db")),
        })
    }

    fn postgres(&self) -> Result<Option<String>, Fault> {
        if self.engine == Engine::Sqlite {
            return Ok(None);
        }
        let number = self.databases.get() + 1;
        self.databases.set(number);
        let name = format!("bench_{number}");
        Ok(Some(self.servers()?.make_database(&name)?))
    }
}

/// Starts `program` with its data below `folder`, on the server's core.
pub(super) fn start_pinned(
    program: &Path,
    folder: &Path,
    database: Option<&str>,
) -> Result<Doorward, Fault> {
    let data = folder.join("data");
    let mut arguments = vec!["--gateway", "off", "--log-level", "warn"];
    if let Some(url) = database {
        arguments.extend(["--database-url", url]);
    }
    let mut command = affinity::pinned(SERVER_CORE, program);
    command.arg("serve").arg("--data-dir").arg(&data);
    command
        .args(["--https", "127.0.0.1:0", "--http", "127.0.0.1:0"])
        .args(arguments);
    Doorward::start_command(&mut command, &data)
}

/// A running tenant, and how to ask it.
pub(super) struct Product {
    // Declared in the order of their end.
    doorward: Doorward,
    /// Where its rows are, unless in a file.
    pub(super) database: Option<String>,
    folder: Folder,
    address: SocketAddr,
    host: String,
    pub(super) bootstrap: Value,
}

impl Product {
    pub(super) fn pid(&self) -> Pid {
        self.doorward.pid()
    }

    /// Below this folder its data are, and those of its neighbours may be.
    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The file of the embedded engine.
    pub(super) fn database_file(&self) -> PathBuf {
        self.folder.path().join("data").join("doorward.sqlite")
    }

    /// A side in which every asker has a connection to this product.
    pub(super) fn side<A: Asker + 'static>(
        self: &Rc<Self>,
        askers: Vec<A>,
        cost: Cost,
    ) -> Box<dyn Side> {
        Box::new(Loaded::new(self, self.pid(), askers, cost))
    }

    pub(super) fn get(&self, path: &str) -> Template {
        Template {
            address: self.address,
            host: self.host.clone(),
            method: Method::GET,
            path: path.to_owned(),
            bearer: None,
            cookie: None,
            body: None,
        }
    }

    pub(super) fn post_form(&self, path: &str, fields: &[(&str, &str)]) -> Template {
        Template {
            method: Method::POST,
            body: Some((FORM.into(), form(fields))),
            ..self.get(path)
        }
    }

    pub(super) fn post_json(&self, path: &str, body: &Value) -> Template {
        Template {
            method: Method::POST,
            body: Some((JSON.into(), body.to_string().into())),
            ..self.get(path)
        }
    }

    /// The first demo application of this type.
    pub(super) fn application(&self, app_type: &str) -> Result<&Value, Fault> {
        let applications = self.bootstrap["applications"].as_array();
        applications
            .into_iter()
            .flatten()
            .find(|application| application["app_type"] == app_type)
            .ok_or_else(|| Fault::Unexpected(format!("bootstrap.json names no {app_type}")))
    }

    /// A token for the Management API.
    pub(super) fn management_token(&self) -> Result<String, Fault> {
        let client = &self.bootstrap["management"];
        let answer = load::once(&self.post_form(
            "/oauth/token",
            &[
                ("grant_type", "client_credentials"),
                ("client_id", text(&client["client_id"])?),
                ("client_secret", text(&client["client_secret"])?),
                ("audience", text(&client["audience"])?),
            ],
        ))?;
        Ok(text(&parse(&answer)?["access_token"])?.to_owned())
    }

    /// Signs a user up; the request with which that user logs in to the first web application, asking for
    /// `scope`, and what makes it one of an API.
    pub(super) fn make_login(&self, scope: &str) -> Result<Template, Fault> {
        let client = self.application("regular_web")?;
        let client_id = text(&client["client_id"])?;
        let realm = text(&self.bootstrap["connections"]["database"]["name"])?;
        let (email, password) = ("bench@example.com", "correct-Horse-9-battery");
        load::once(&self.post_json(
            "/dbconnections/signup",
            &json!({
                "client_id": client_id,
                "connection": realm,
                "email": email,
                "password": password,
            }),
        ))?;
        let grant_type = "http://auth0.com/oauth/grant-type/password-realm";
        let mut fields = vec![
            ("grant_type", grant_type),
            ("realm", realm),
            ("client_id", client_id),
            ("client_secret", text(&client["client_secret"])?),
            ("username", email),
            ("password", password),
            ("audience", text(&self.bootstrap["api"]["identifier"])?),
        ];
        if !scope.is_empty() {
            fields.push(("scope", scope));
        }
        Ok(self.post_form("/oauth/token", &fields))
    }

    /// Imports as many users with given hashes, numbered from `first`, and waits for the end of the job.
    pub(super) fn import(&self, token: &str, first: u64, users: u64) -> Result<(), Fault> {
        let connection = text(&self.bootstrap["connections"]["database"]["id"])?;
        let upload = Template {
            method: Method::POST,
            bearer: Some(token.to_owned()),
            body: Some((
                format!("multipart/form-data; boundary={BOUNDARY}"),
                upload(connection, first, users),
            )),
            ..self.get("/api/v2/jobs/users-imports")
        };
        let job = parse(&load::once(&upload)?)?;
        let look = Template {
            bearer: Some(token.to_owned()),
            ..self.get(&format!("/api/v2/jobs/{}", text(&job["id"])?))
        };
        loop {
            let job = parse(&load::once(&look)?)?;
            match text(&job["status"])? {
                "completed" if job["summary"]["inserted"] == users => return Ok(()),
                "pending" | "processing" => std::thread::sleep(Duration::from_millis(10)),
                _ => return Err(Fault::Unexpected(format!("an import ended as {job}"))),
            }
        }
    }
}

/// The body of an import, its users numbered from `first`.
fn upload(connection: &str, first: u64, users: u64) -> Bytes {
    let head = format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"connection_id\"\r\n\r\n{connection}\r\n\
         --{BOUNDARY}\r\nContent-Disposition: form-data; name=\"users\"; filename=\"users.json\"\r\n\
         Content-Type: application/json\r\n\r\n["
    );
    let mut body = head.into_bytes();
    for number in first..first + users {
        if number > first {
            body.push(b',');
        }
        body.extend_from_slice(user(number).to_string().as_bytes());
    }
    body.extend_from_slice(format!("]\r\n--{BOUNDARY}--\r\n").as_bytes());
    body.into()
}

/// A record with a bcrypt hash, which nobody checks at an import.
fn user(number: u64) -> Value {
    json!({
        "email": format!("user{number}@example.com"),
        "email_verified": true,
        "name": format!("User {number}"),
        "nickname": format!("user{number}"),
        "given_name": "User",
        "family_name": format!("Number {number}"),
        "password_hash": "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
        "user_metadata": { "language": "en" },
        "app_metadata": { "plan": "free" },
    })
}

/// Fields as a form.
pub(super) fn form(fields: &[(&str, &str)]) -> Bytes {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish()
        .into()
}

pub(super) fn text(value: &Value) -> Result<&str, Fault> {
    value
        .as_str()
        .ok_or_else(|| Fault::Unexpected(format!("expected a text, found {value}")))
}

pub(super) fn parse(bytes: &[u8]) -> Result<Value, Fault> {
    serde_json::from_slice(bytes)
        .map_err(std::io::Error::from)
        .doing("read an answer")
}
