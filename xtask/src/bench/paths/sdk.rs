//! What the SDK adds to a call.

use std::rc::Rc;
use std::time::Duration;

use serde_json::json;

use crate::bench::LOAD_CORE;
use crate::bench::control::{BareServer, Caller, Content, Kind, Loop, USER};
use crate::bench::product::Lab;
use crate::bench::side::{Cost, Duel, Side, Turn};
use crate::run::Fault;

pub(super) fn one(_: &Lab<'_>) -> Result<Duel, Fault> {
    calls(1)
}

pub(super) fn many(_: &Lab<'_>) -> Result<Duel, Fault> {
    calls(64)
}

/// Here the callers are measured, and have the server's core.
fn calls(in_flight: usize) -> Result<Duel, Fault> {
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
    let [control, product] = [Caller::Reqwest, Caller::Sdk].map(|with| {
        let kind = Kind::Call {
            with,
            url: server.url(),
            in_flight,
        };
        let calls = Loop {
            kind,
            cost: Cost::Processor,
        };
        Box::new(Calls {
            calls,
            _server: Rc::clone(&server),
        }) as Box<dyn Side>
    });
    Ok(Duel { control, product })
}

/// Calls of a server that lives as long.
struct Calls {
    calls: Loop,
    _server: Rc<BareServer>,
}

impl Side for Calls {
    fn turn(&mut self, time: Duration) -> Result<Turn, Fault> {
        self.calls.turn(time)
    }
}
