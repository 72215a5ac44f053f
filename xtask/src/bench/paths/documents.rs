//! Documents that everybody asks for.

use std::time::Duration;

use crate::bench::control::{BareServer, Content};
use crate::bench::load::{self, Template};
use crate::bench::product::Lab;
use crate::bench::side::{Cost, Duel, Side, Turn};
use crate::run::Fault;

const CONNECTIONS: usize = 64;
/// More logins than the server's core can hash.
const LOGINS: usize = 8;

const JWKS: &str = "/.well-known/jwks.json";

pub(super) fn jwks(lab: &Lab<'_>) -> Result<Duel, Fault> {
    document(lab, JWKS)
}

pub(super) fn discovery(lab: &Lab<'_>) -> Result<Duel, Fault> {
    document(lab, "/.well-known/openid-configuration")
}

fn document(lab: &Lab<'_>, path: &str) -> Result<Duel, Fault> {
    let product = lab.start()?;
    let askers = vec![product.get(path); CONNECTIONS];
    Ok(Duel {
        control: BareServer::side(Content::Small, CONNECTIONS, None)?,
        product: product.side(askers, Cost::Processor),
    })
}

/// The thread that hashes passwords may take half of the one core; the documents should get the other half.
pub(super) fn jwks_beside_logins(lab: &Lab<'_>) -> Result<Duel, Fault> {
    let product = lab.start()?;
    let askers = vec![product.get(JWKS); CONNECTIONS];
    let login = product.make_login("")?;
    Ok(Duel {
        control: Box::new(HalfACore(product.side(askers.clone(), Cost::Clock))),
        product: Box::new(Beside {
            documents: askers,
            logins: vec![login; LOGINS],
            _server: product,
        }),
    })
}

/// What half of a core does of something.
struct HalfACore(Box<dyn Side>);

impl Side for HalfACore {
    fn turn(&mut self, time: Duration) -> Result<Turn, Fault> {
        let whole = self.0.turn(time)?;
        Ok(Turn {
            used: whole.used * 2,
            ..whole
        })
    }
}

/// Documents asked for while others log in.
struct Beside<S> {
    documents: Vec<Template>,
    logins: Vec<Template>,
    /// Kept alive.
    _server: S,
}

impl<S> Side for Beside<S> {
    fn turn(&mut self, time: Duration) -> Result<Turn, Fault> {
        let answers = load::run_both(&mut self.documents, &mut self.logins, time)?;
        Ok(Turn {
            done: answers.count(),
            used: time,
            answers: Some(answers),
            memory: None,
            disk: None,
        })
    }
}
