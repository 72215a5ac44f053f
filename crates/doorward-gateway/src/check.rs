//! `doorward gateway check`: whether a configuration works, asked of those it names, before anything is started.

use std::error::Error;
use std::time::Duration;

use crate::auth0::{self, Management};
use crate::config::{SessionStore, Settings};
use crate::gateway::{GatewayFailure, Surroundings};
use crate::mongo;
use crate::session::{SessionError, Sessions};

/// Longest wait for Redis.
const PATIENCE: Duration = Duration::from_secs(5);
/// Time between two questions to a Redis that is being connected to.
const PAUSE: Duration = Duration::from_millis(50);

/// What came of one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Who was asked: a property of the config file with the tenant's URL, or a variable.
    pub what: String,
    /// Why it does not work; `None` when it does. Never holds a secret.
    pub problem: Option<String>,
}

/// Asks each client's tenant for its OpenID configuration, the management client's for an access token, and
/// the session store, and Mongo if users are copied, whether it is there. Keeps nothing and starts nothing; a folder of embedded sessions,
/// which a running gateway may hold, is only looked at.
pub async fn check(settings: &Settings, surroundings: Surroundings) -> Vec<Finding> {
    let mut findings = vec![Finding {
        what: "REDIS_HOSTS".to_owned(),
        problem: store(settings, &surroundings).await.err(),
    }];
    match tenants(settings, &surroundings).await {
        Ok(asked) => findings.extend(asked),
        Err(failure) => findings.push(Finding {
            what: "ADDITIONAL_CA_FOLDER".to_owned(),
            problem: Some(chain(&failure)),
        }),
    }
    if let Some(mongo) = &settings.options.mongo {
        findings.push(Finding {
            what: "MONGO_DB_URL".to_owned(),
            problem: mongo::ask(mongo).await.err(),
        });
    }
    findings
}

async fn tenants(
    settings: &Settings,
    surroundings: &Surroundings,
) -> Result<Vec<Finding>, GatewayFailure> {
    let transport = match &surroundings.transport {
        Some(transport) => transport.clone(),
        None => auth0::transport(settings.options.additional_ca_folder.as_deref())?,
    };
    let clock = &surroundings.clock;
    let clients = auth0::login_clients(&settings.config, &transport, clock)?;
    let mut findings = Vec::new();
    for client in &settings.config.clients {
        let Some(login) = clients.get(&client.name) else {
            continue;
        };
        let is_there = login.is_tenant_there().await;
        findings.push(Finding {
            what: format!("clients.{}.auth0Url ({})", client.name, client.auth0_url),
            problem: (!is_there).then(|| "its OpenID configuration cannot be read".to_owned()),
        });
    }
    let management = Management::new(&settings.config, &transport, clock)?;
    let url = &settings.config.management_client.auth0_url;
    findings.push(Finding {
        what: format!("managementClient ({url})"),
        problem: management
            .authenticate()
            .await
            .err()
            .map(|error| chain(&error)),
    });
    Ok(findings)
}

async fn store(settings: &Settings, surroundings: &Surroundings) -> Result<(), String> {
    if let SessionStore::Embedded(folder) = &settings.session_store {
        return match std::fs::metadata(folder) {
            Ok(metadata) if !metadata.is_dir() => Err("is no folder".to_owned()),
            Ok(metadata) if metadata.permissions().readonly() => {
                Err("cannot be written".to_owned())
            }
            // One that is not there yet is made at start.
            _ => Ok(()),
        };
    }
    let (clock, entropy) = (surroundings.clock.clone(), surroundings.entropy.clone());
    let sessions = Sessions::open(settings, clock, entropy)
        .await
        .map_err(|error| chain(&error))?;
    let mut last: Option<SessionError> = None;
    let answered = tokio::time::timeout(PATIENCE, async {
        while let Err(error) = sessions.ping().await {
            last = Some(error);
            tokio::time::sleep(PAUSE).await;
        }
    });
    match answered.await {
        Ok(()) => {
            sessions.close().await;
            Ok(())
        }
        Err(_) => Err(last.map_or_else(|| "no answer".to_owned(), |error| chain(&error))),
    }
}

/// An error with all its causes.
fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        text += &format!(": {cause}");
        next = cause.source();
    }
    text
}
