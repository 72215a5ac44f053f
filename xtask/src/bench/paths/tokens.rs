//! What `POST /oauth/token` costs, by grant.

use bytes::Bytes;

use crate::bench::control::{Kind, Loop};
use crate::bench::load::{self, Asker, Template};
use crate::bench::product::{Lab, form, parse, text};
use crate::bench::side::{Cost, Duel, Slower};
use crate::run::Fault;

/// Enough to keep the server's core busy; more would only make them wait for each other.
const SIGNING: usize = 16;
const HASHING: usize = 4;
const REFRESHING: usize = 64;

pub(super) fn client_credentials(lab: &Lab<'_>) -> Result<Duel, Fault> {
    let product = lab.start()?;
    let machine = product.application("non_interactive")?;
    let request = product.post_form(
        "/oauth/token",
        &[
            ("grant_type", "client_credentials"),
            ("client_id", text(&machine["client_id"])?),
            ("client_secret", text(&machine["client_secret"])?),
            ("audience", text(&product.bootstrap["api"]["identifier"])?),
        ],
    );
    Ok(Duel {
        control: Box::new(Loop {
            kind: Kind::Sign,
            cost: Cost::Processor,
        }),
        product: product.side(vec![request; SIGNING], Cost::Processor),
    })
}

/// An access token and an ID token come with each login.
pub(super) fn password(lab: &Lab<'_>) -> Result<Duel, Fault> {
    let product = lab.start()?;
    let login = product.make_login("")?;
    Ok(Duel {
        control: Box::new(Loop {
            kind: Kind::Hash,
            cost: Cost::Processor,
        }),
        product: product.side(vec![login; HASHING], Cost::Processor),
    })
}

/// Rotating tokens of a web application that signed in without `openid`: one signature an exchange.
pub(super) fn refresh(lab: &Lab<'_>) -> Result<Duel, Fault> {
    let product = lab.start()?;
    let client = product.application("regular_web")?;
    let (id, secret) = (text(&client["client_id"])?, text(&client["client_secret"])?);
    rotate(&product, id)?;
    let login = product.make_login("offline_access")?;
    let mut askers = Vec::new();
    for _ in 0..REFRESHING {
        let mut asker = Refresh {
            client: [
                ("client_id", id.to_owned()),
                ("client_secret", secret.to_owned()),
            ],
            template: product.post_form("/oauth/token", &[]),
        };
        asker.hear(&load::once(&login)?)?;
        askers.push(asker);
    }
    let commit = Kind::Commit {
        into: lab.database_beside(&product)?,
        clients: REFRESHING,
    };
    let [sign, commit] = [Kind::Sign, commit].map(|kind| Loop {
        kind,
        cost: Cost::Clock,
    });
    Ok(Duel {
        control: Box::new(Slower(Box::new(sign), Box::new(commit))),
        product: product.side(askers, Cost::Clock),
    })
}

/// Makes the tokens of a client rotate; they do not in a new tenant.
fn rotate(product: &crate::bench::product::Product, client_id: &str) -> Result<(), Fault> {
    let change = Template {
        method: hyper::Method::PATCH,
        bearer: Some(product.management_token()?),
        ..product.post_json(
            &format!("/api/v2/clients/{client_id}"),
            &serde_json::json!({"refresh_token": {
                "rotation_type": "rotating",
                "expiration_type": "expiring",
                "token_lifetime": 86400,
            }}),
        )
    };
    load::once(&change).map(drop)
}

/// Presents the token that came with the last answer.
struct Refresh {
    client: [(&'static str, String); 2],
    template: Template,
}

impl Asker for Refresh {
    fn next(&mut self) -> &Template {
        &self.template
    }

    fn hear(&mut self, answer: &Bytes) -> Result<(), Fault> {
        let answer = parse(answer)?;
        let [id, secret] = &self.client;
        let fields = [
            ("grant_type", "refresh_token"),
            (id.0, &id.1),
            (secret.0, &secret.1),
            ("refresh_token", text(&answer["refresh_token"])?),
        ];
        if let Some((_, body)) = &mut self.template.body {
            *body = form(&fields);
        }
        Ok(())
    }
}
