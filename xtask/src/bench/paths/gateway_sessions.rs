//! Sessions of a gateway without Redis: made, refreshed and ended. More of them need not be more memory.

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use serde_json::json;

use super::gateway::{Gateway, Setup};
use crate::bench::control::{BareServer, Content, Database, Kind, Loop, USERS};
use crate::bench::load::{self, Asker, Template};
use crate::bench::product::{Lab, form, parse, text};
use crate::bench::side::{Cost, Duel, Side, Turn};
use crate::bench::{LOAD_CORE, measure};
use crate::run::{Doing, Fault};
use crate::servers::Folder;

const CONNECTIONS: usize = 64;
/// How long a session lasts in a measurement of its making.
const SESSION: Duration = Duration::from_secs(300);

/// Each session is made by a login and refreshed once; it ends after five minutes.
pub(super) fn sessions(lab: &Lab<'_>) -> Result<Duel, Fault> {
    let folder = Folder::make()?;
    let sessions = Sessions::start(lab.program, folder, SESSION, None)?;
    let control = sessions.folder.path().join("control.db");
    Ok(Duel {
        control: Box::new(Loop {
            kind: Kind::Commit {
                into: Database::Sqlite(control),
                clients: CONNECTIONS,
            },
            cost: Cost::Clock,
        }),
        product: Box::new(sessions),
    })
}

/// A gateway that keeps its sessions below `folder`, each for as long as `session`, in front of a tenant that believes
/// everybody.
pub(in crate::bench) fn start(
    program: &Path,
    folder: &Path,
    session: Duration,
) -> Result<Gateway, Fault> {
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
        session,
    };
    Gateway::start(program, folder, &setup, Rc::new(tenant))
}

fn store(folder: &Path) -> PathBuf {
    folder.join("sessions")
}

/// Sessions in the making.
pub(in crate::bench) struct Sessions {
    askers: Vec<Visitor>,
    // Declared in the order of their end.
    gateway: Rc<Gateway>,
    folder: Folder,
    pub(in crate::bench) made: u64,
}

impl Sessions {
    /// A gateway with its sessions below `folder`, and those who make them: as fast as they can or, with `every`, each
    /// of them one session in this time.
    pub(in crate::bench) fn start(
        program: &Path,
        folder: Folder,
        session: Duration,
        every: Option<Duration>,
    ) -> Result<Self, Fault> {
        let gateway = Rc::new(start(program, folder.path(), session)?);
        let askers = (0..CONNECTIONS).map(|client| Visitor::new(&gateway, client, every));
        Ok(Self {
            askers: askers.collect(),
            gateway,
            folder,
            made: 0,
        })
    }

    /// So many make sessions at the same time.
    pub(in crate::bench) const MAKERS: u32 = CONNECTIONS as u32;

    /// What the gateway holds in memory, and what its files hold on disk.
    pub(in crate::bench) fn weight(&self) -> Result<(u64, u64), Fault> {
        let memory = measure::resident_memory(self.gateway.pid())?;
        let disk = size(&store(self.folder.path()))?;
        println!(
            "   {} sessions so far; {} KiB of memory, {} KiB on disk",
            self.made,
            memory >> 10,
            disk >> 10
        );
        Ok((memory, disk))
    }
}

impl Side for Sessions {
    fn turn(&mut self, time: Duration) -> Result<Turn, Fault> {
        let answers = load::run(&mut self.askers, time)?;
        self.made += answers.count() / 2;
        let (memory, disk) = self.weight()?;
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
    number: usize,
    is_logged_in: bool,
    /// When the next session is to be made, and the one after it.
    pace: Option<(Instant, Duration)>,
}

impl Visitor {
    fn new(gateway: &Gateway, client: usize, every: Option<Duration>) -> Self {
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
            // One after the other, not all in the same moment.
            pace: every.map(|every| {
                let share = u32::try_from(client).unwrap_or(0) * every / Sessions::MAKERS;
                (Instant::now() + share, every)
            }),
        }
    }
}

impl Asker for Visitor {
    fn next(&mut self) -> &Template {
        if self.is_logged_in {
            return &self.refresh;
        }
        let user = format!("user{}", (self.number * CONNECTIONS + self.client) % USERS);
        if let Some((_, body)) = &mut self.login.body {
            *body = form(&[
                ("grant_type", "password"),
                ("username", &user),
                ("password", "anything"),
            ]);
        }
        &self.login
    }

    fn due(&self) -> Option<Instant> {
        let (next, _) = self.pace.filter(|_| !self.is_logged_in)?;
        Some(next)
    }

    fn hear(&mut self, answer: &Bytes) -> Result<(), Fault> {
        if !self.is_logged_in {
            self.number += 1;
            if let Some((next, every)) = &mut self.pace {
                *next += *every;
            }
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
