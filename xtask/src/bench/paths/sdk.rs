//! What the SDK adds to a call.

use std::rc::Rc;
use std::time::Duration;

use serde_json::json;

use crate::bench::LOAD_CORE;
use crate::bench::control::{self, BareServer, Caller, Content, Kind, Loop, USER};
use crate::bench::product::Lab;
use crate::bench::side::{Cost, Duel, Side, Turn};
use crate::machine::{self, Need};
use crate::run::Fault;
use crate::test;

pub(super) fn one(_: &Lab<'_>) -> Result<Duel, Fault> {
    calls(1, Caller::Reqwest)
}

pub(super) fn many(_: &Lab<'_>) -> Result<Duel, Fault> {
    calls(64, Caller::Reqwest)
}

pub(super) fn one_beside_npm(_: &Lab<'_>) -> Result<Duel, Fault> {
    provide_npm()?;
    calls(1, Caller::Npm)
}

pub(super) fn many_beside_npm(_: &Lab<'_>) -> Result<Duel, Fault> {
    provide_npm()?;
    calls(64, Caller::Npm)
}

fn provide_npm() -> Result<(), Fault> {
    machine::provide(&[Need::Node])?;
    test::install_clients()
}

/// Here the callers are measured, and have the server's core.
fn calls(in_flight: usize, beside: Caller) -> Result<Duel, Fault> {
    control::build_caller()?;
    let user = json!({
        "user_id": USER, "email": "ada@example.com", "email_verified": true,
        "name": "Ada Lovelace", "nickname": "ada", "picture": "https://s.gravatar.com/avatar/1.png",
        "created_at": "2026-01-01T00:00:00.000Z", "updated_at": "2026-06-01T00:00:00.000Z",
        "last_ip": "203.0.113.7", "last_login": "2026-06-01T00:00:00.000Z", "logins_count": 42,
        "identities": [{
            "connection": "Username-Password-Authentication", "provider": "auth0",
            "user_id": "5f7c8ec7c33c6c004bbafe82", "isSocial": false,
        }],
        "user_metadata": { "language": "de" }, "app_metadata": { "plan": "free" },
    });
    let server = BareServer::start(Content::Text(user.to_string()), LOAD_CORE)?;
    let server = Rc::new(server);
    let [control, product] = [beside, Caller::Sdk].map(|with| {
        let url = server.url();
        let kind = Kind::Call {
            with,
            url,
            in_flight,
        };
        Calls::side(kind, &server)
    });
    Ok(Duel { control, product })
}

/// A file of 1 GiB to an import.
pub(super) fn import(_: &Lab<'_>) -> Result<Duel, Fault> {
    let server = Rc::new(BareServer::start(Content::Job, LOAD_CORE)?);
    let [control, product] = [Caller::Reqwest, Caller::Sdk].map(|with| {
        let url = server.url();
        let kind = Kind::Upload {
            with,
            url,
            mebibytes: 1024,
        };
        Calls::side(kind, &server)
    });
    Ok(Duel { control, product })
}

/// Calls of a server that lives as long.
struct Calls {
    calls: Loop,
    _server: Rc<BareServer>,
}

impl Calls {
    fn side(kind: Kind, server: &Rc<BareServer>) -> Box<dyn Side> {
        let calls = Loop {
            kind,
            cost: Cost::Processor,
        };
        Box::new(Self {
            calls,
            _server: Rc::clone(server),
        })
    }
}

impl Side for Calls {
    fn turn(&mut self, time: Duration) -> Result<Turn, Fault> {
        self.calls.turn(time)
    }
}
