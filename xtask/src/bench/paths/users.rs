//! Users: who a token speaks for, pages of them, and new ones.

use std::rc::Rc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::bench::control::{BareServer, Content, Kind, Loop, TEMPLATE_EMAIL};
use crate::bench::load::{self, Asker, Template};
use crate::bench::measure;
use crate::bench::product::{Lab, Product, parse, text};
use crate::bench::side::{Cost, Duel, Side, Turn};
use crate::run::Fault;

const CONNECTIONS: usize = 16;
const PAGE: &str = "/api/v2/users?per_page=50&page=0&include_totals=true";
/// What few users have.
const SEARCH: &str = "/api/v2/users?per_page=50&page=0&include_totals=true&q=email:user5000@example.com%20OR%20family_name:5000";
/// What few users have beside what all have.
const BROAD_SEARCH: &str = "/api/v2/users?per_page=50&page=0&include_totals=true&q=email:user5000@example.com%20OR%20(family_name:5000%20AND%20user_metadata.language:en)";
/// What all have; how many those are is not asked.
const COMMON_SEARCH: &str = "/api/v2/users?per_page=50&page=0&q=user_metadata.language:en";
/// Far behind the first 1000 users.
const DEEP_PAGE: &str = "/api/v2/users?per_page=50&page=190&include_totals=true";
const FEW: u64 = 10_000;
const MANY: u64 = 1_000_000;
/// Users of one import job, for the largest preparation.
const USERS_PER_JOB: u64 = 50_000;
/// Users of each import that is measured.
const IMPORTED: u64 = 10_000;

/// A signed access token that is also for `/userinfo`.
pub(super) fn userinfo(lab: &Lab<'_>) -> Result<Duel, Fault> {
    let product = lab.start()?;
    let login = parse(&load::once(&product.make_login("openid profile email")?)?)?;
    let bearer = text(&login["access_token"])?.to_owned();
    let request = Template {
        bearer: Some(bearer.clone()),
        ..product.get("/userinfo")
    };
    let keys = parse(&load::once(&product.get("/.well-known/jwks.json"))?)?;
    let key = the_key_of(&bearer, &keys)?;
    let content = Content::UserInfo {
        user: parse(&load::once(&request)?)?,
        within: lab.database_beside(&product)?,
        n: text(&key["n"])?.to_owned(),
        e: text(&key["e"])?.to_owned(),
    };
    Ok(Duel {
        control: BareServer::side(content, CONNECTIONS, Some(bearer))?,
        product: product.side(vec![request; CONNECTIONS], Cost::Processor),
    })
}

/// The key that signed a token: the one whose id stands in its header.
fn the_key_of<'k>(token: &str, keys: &'k Value) -> Result<&'k Value, Fault> {
    use base64::Engine as _;
    let header = token.split('.').next().unwrap_or_default();
    let header = base64::prelude::BASE64_URL_SAFE_NO_PAD.decode(header);
    let header = parse(&header.unwrap_or_default())?;
    let keys = keys["keys"].as_array().into_iter().flatten();
    keys.into_iter()
        .find(|key| key["kid"] == header["kid"])
        .ok_or_else(|| Fault::Unexpected("the token's key is not published".into()))
}

pub(super) fn page(lab: &Lab<'_>) -> Result<Duel, Fault> {
    let (product, request) = asked_of(lab, FEW, PAGE)?;
    let answered = parse(&load::once(&request)?)?;
    let content = Content::Page {
        of: answered["users"].as_array().cloned().unwrap_or_default(),
        within: lab.database_beside(&product)?,
    };
    Ok(Duel {
        control: BareServer::side(content, CONNECTIONS, None)?,
        product: product.side(vec![request; CONNECTIONS], Cost::Processor),
    })
}

pub(super) fn page_of_a_million(lab: &Lab<'_>) -> Result<Duel, Fault> {
    of_a_million(lab, PAGE)
}

pub(super) fn search_of_a_million(lab: &Lab<'_>) -> Result<Duel, Fault> {
    of_a_million(lab, SEARCH)
}

pub(super) fn broad_search_of_a_million(lab: &Lab<'_>) -> Result<Duel, Fault> {
    of_a_million(lab, BROAD_SEARCH)
}

pub(super) fn common_search_of_a_million(lab: &Lab<'_>) -> Result<Duel, Fault> {
    of_a_million(lab, COMMON_SEARCH)
}

pub(super) fn deep_page_of_a_million(lab: &Lab<'_>) -> Result<Duel, Fault> {
    of_a_million(lab, DEEP_PAGE)
}

/// The same question to few users and to many.
fn of_a_million(lab: &Lab<'_>, path: &str) -> Result<Duel, Fault> {
    let [control, product] = [asked_of(lab, FEW, path)?, asked_of(lab, MANY, path)?]
        .map(|(product, request)| product.side(vec![request; CONNECTIONS], Cost::Processor));
    Ok(Duel { control, product })
}

/// A product with so many users, and a question to it.
fn asked_of(lab: &Lab<'_>, users: u64, path: &str) -> Result<(Rc<Product>, Template), Fault> {
    let product = lab.peopled(users, |product| {
        let token = product.management_token()?;
        let mut first = 0;
        while first < users {
            let count = USERS_PER_JOB.min(users - first);
            product.import(&token, first, count)?;
            first += count;
        }
        Ok(())
    })?;
    let request = Template {
        bearer: Some(product.management_token()?),
        ..product.get(path)
    };
    Ok((product, request))
}

/// Users of a passwordless connection: with a password it would be the price of a hash.
///
/// On the embedded engine the control commits single rows, and the product shares commits; on PostgreSQL the control
/// writes the same rows.
pub(super) fn create(lab: &Lab<'_>) -> Result<Duel, Fault> {
    let product = lab.start()?;
    let token = product.management_token()?;
    let connection = text(&product.bootstrap["connections"]["email"]["name"])?;
    let create = |client| Create {
        connection: connection.to_owned(),
        client,
        number: 0,
        template: Template {
            bearer: Some(token.clone()),
            ..product.post_json("/api/v2/users", &Value::Null)
        },
    };
    let askers: Vec<Create> = (0..CONNECTIONS).map(create).collect();
    let clients = CONNECTIONS;
    let kind = match &product.database {
        None => Kind::Commit {
            into: lab.database_beside(&product)?,
            clients,
        },
        Some(url) => {
            let template = json!({
                "connection": connection,
                "email": TEMPLATE_EMAIL,
                "email_verified": true,
                "name": "User 1",
                "user_metadata": { "language": "en" },
            });
            load::once(&Template {
                bearer: Some(token),
                ..product.post_json("/api/v2/users", &template)
            })?;
            // Until the tenant's log has its entry.
            std::thread::sleep(Duration::from_secs(2));
            Kind::Create {
                within: url.clone(),
                clients,
            }
        }
    };
    Ok(Duel {
        control: Box::new(Loop {
            kind,
            cost: Cost::Clock,
        }),
        product: product.side(askers, Cost::Clock),
    })
}

/// Makes another user each time.
struct Create {
    connection: String,
    client: usize,
    number: u64,
    template: Template,
}

impl Asker for Create {
    fn next(&mut self) -> &Template {
        self.number += 1;
        let user = json!({
            "connection": self.connection,
            "email": format!("user{}of{}@example.com", self.number, self.client),
            "email_verified": true,
            "name": format!("User {}", self.number),
            "user_metadata": { "language": "en" },
        });
        if let Some((_, body)) = &mut self.template.body {
            *body = user.to_string().into();
        }
        &self.template
    }
}

/// On the embedded engine; from the answered upload to the end of the job.
pub(super) fn import(lab: &Lab<'_>) -> Result<Duel, Fault> {
    let product = lab.start()?;
    let token = product.management_token()?;
    product.import(&token, 0, IMPORTED)?;
    Ok(Duel {
        control: Box::new(Loop {
            kind: Kind::Insert {
                from: product.database_file(),
                users: IMPORTED,
            },
            cost: Cost::Clock,
        }),
        product: Box::new(Import {
            product,
            token,
            first: IMPORTED,
        }),
    })
}

/// One import each turn, however long it takes.
struct Import {
    product: Rc<Product>,
    token: String,
    first: u64,
}

impl Side for Import {
    fn turn(&mut self, _time: Duration) -> Result<Turn, Fault> {
        measure::forget_peak_memory(self.product.pid())?;
        let began = Instant::now();
        self.product.import(&self.token, self.first, IMPORTED)?;
        self.first += IMPORTED;
        Ok(Turn {
            done: IMPORTED,
            used: began.elapsed(),
            answers: None,
            memory: Some(measure::peak_memory(self.product.pid())?),
            disk: None,
        })
    }
}
