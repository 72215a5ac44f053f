//! Sessions of a gateway without Redis: made, refreshed and ended. More of them need not be more memory.

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use bytes::Bytes;
use serde_json::json;

use super::gateway::{Gateway, Setup};
use crate::bench::control::{BareServer, Content, Database, Kind, Loop};
use crate::bench::load::{self, Asker, Template};
use crate::bench::product::{Lab, form, parse, text};
use crate::bench::side::{Cost, Duel, Side, Turn};
use crate::bench::{LOAD_CORE, measure};
use crate::run::{Doing, Fault};
use crate::servers::Folder;

const CONNECTIONS: usize = 64;

/// Each session is made by a login and refreshed once; it ends after five minutes.
pub(super) fn sessions(lab: &Lab<'_>) -> Result<Duel, Fault> {
    let folder = Folder::make()?;
    let gateway = Rc::new(start(lab.program, folder.path())?);
    let askers = (0..CONNECTIONS).map(|client| Visitor::new(&gateway, client));
    Ok(Duel {
        control: Box::new(Loop {
            kind: Kind::Commit {
                into: Database::Sqlite(folder.path().join("control.db")),
                clients: CONNECTIONS,
            },
            cost: Cost::Clock,
        }),
        product: Box::new(Sessions {
            askers: askers.collect(),
            gateway,
            folder,
            made: 0,
        }),
    })
}

/// A gateway that keeps its sessions below `folder`, in front of a tenant that believes everybody.
pub(in crate::bench) fn start(program: &Path, folder: &Path) -> Result<Gateway, Fault> {
    let tenant = BareServer::start(Content::Tenant, LOAD_CORE)?;
    let client = json!({
        "auth0Url": tenant.url(), "clientId": "web", "clientSecret": "secret-of-the-web-client",
        "redirectUrl": "https://app.example/callback",
        "scopes": ["openid", "profile", "email", "offline_access"],
        "supportedConnections": ["Users"], "defaultConnection": "Users",
    });
    let config = json!({
        "clients": { "web": client },
        "defaultClient": "web",
        "managementClient": {
            "auth0Url": tenant.url(), "clientId": "management", "clientSecret": "secret-of-management",
            "supportedConnectionsMap": { "Users": { "connectionId": "con_0000000000000001" } },
            "defaultManagementConnectionName": "Users",
        },
    });
    let setup = Setup {
        config: config.to_string(),
        sessions: &format!("embedded:{}", store(folder).display()),
        ca_file: None,
    };
    Gateway::start(program, folder, &setup, Rc::new(tenant))
}

fn store(folder: &Path) -> PathBuf {
    folder.join("sessions")
}

struct Sessions {
    askers: Vec<Visitor>,
    // Declared in the order of their end.
    gateway: Rc<Gateway>,
    folder: Folder,
    made: u64,
}

impl Side for Sessions {
    fn turn(&mut self, time: Duration) -> Result<Turn, Fault> {
        let answers = load::run(&mut self.askers, time)?;
        self.made += answers.count() / 2;
        let (memory, disk) = (
            measure::resident_memory(self.gateway.pid())?,
            size(&store(self.folder.path()))?,
        );
        println!(
            "   {} sessions so far; {} KiB of memory, {} KiB on disk",
            self.made,
            memory >> 10,
            disk >> 10
        );
        Ok(Turn {
            done: answers.count(),
            used: time,
            answers: Some(answers),
            memory: Some(memory),
            disk: Some(disk),
        })
    }
}

/// What the files of a folder hold.
fn size(folder: &Path) -> Result<u64, Fault> {
    let files = std::fs::read_dir(folder).doing("list the session files")?;
    let sizes = files.filter_map(|file| Some(file.ok()?.metadata().ok()?.len()));
    Ok(sizes.sum())
}

/// Logs another user in each time, and refreshes the session before the next.
struct Visitor {
    login: Template,
    refresh: Template,
    client: usize,
    number: u64,
    is_logged_in: bool,
}

impl Visitor {
    fn new(gateway: &Gateway, client: usize) -> Self {
        let post = |path: &str, content_type: &str| Template {
            method: hyper::Method::POST,
            body: Some((content_type.into(), Bytes::new())),
            ..gateway.get(path)
        };
        Self {
            login: post("/oauth/token", "application/x-www-form-urlencoded"),
            refresh: post("/refreshtoken", "application/json"),
            client,
            number: 0,
            is_logged_in: false,
        }
    }
}

impl Asker for Visitor {
    fn next(&mut self) -> &Template {
        if self.is_logged_in {
            return &self.refresh;
        }
        self.number += 1;
        let user = format!("user{}of{}", self.number, self.client);
        if let Some((_, body)) = &mut self.login.body {
            *body = form(&[
                ("grant_type", "password"),
                ("username", &user),
                ("password", "anything"),
            ]);
        }
        &self.login
    }

    fn hear(&mut self, answer: &Bytes) -> Result<(), Fault> {
        if !self.is_logged_in {
            let session = parse(answer)?;
            self.refresh.bearer = Some(text(&session["accessToken"])?.to_owned());
            let token = json!({ "refresh_token": session["refreshToken"] });
            if let Some((_, body)) = &mut self.refresh.body {
                *body = token.to_string().into();
            }
        }
        self.is_logged_in = !self.is_logged_in;
        Ok(())
    }
}
