//! The way to the tenant. Everything the gateway asks of Auth0 goes through here, over the SDK.

mod breaker;
mod id_token;
mod keys;
mod login_client;
mod management;
mod operations;
mod transport;

use std::collections::HashMap;
use std::sync::Arc;

use doorward::ApiError;
use http::StatusCode;

pub(crate) use self::breaker::{Circuits, State};
pub(crate) use self::login_client::{Grant, LoginClient};
pub(crate) use self::management::Management;
pub(crate) use self::operations::UsersImport;
pub use self::transport::Transport;
pub(crate) use self::transport::transport;

use self::id_token::IdTokenFault;
use self::keys::Keys;
use crate::clock::Clock;
use crate::config::Config;
use crate::error::Answer;
use crate::gateway::GatewayFailure;

/// Why a call to the tenant brought nothing.
#[derive(Debug)]
pub(crate) enum CallError {
    /// The tenant said no: any 4xx that is not one of the others.
    Refused(Box<Refusal>),
    /// The tenant wants to be asked less often.
    Limited(Box<Refusal>),
    /// The tenant is away, or answers nonsense, or does not accept this gateway.
    Failed(TenantError),
}

/// The tenant's no.
#[derive(Debug, Clone)]
pub(crate) struct Refusal {
    pub(crate) answer: Answer,
    /// The sentence in it that is meant for people.
    pub(crate) message: Option<String>,
}

/// Why the tenant cannot be worked with. The operator's business, not the caller's.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TenantError {
    #[error("a call failed")]
    Call(#[from] doorward::Error),
    #[error("an answer cannot be used: {0}")]
    Unusable(&'static str),
    #[error("an ID token does not verify")]
    IdToken(#[from] IdTokenFault),
    #[error("its keys cannot be fetched")]
    Keys(#[from] keys::KeysError),
}

impl TenantError {
    /// The status the tenant answered with, if it answered.
    pub(crate) fn status(&self) -> Option<StatusCode> {
        match self {
            Self::Call(error) => error.status(),
            Self::Unusable(_) | Self::IdToken(_) | Self::Keys(_) => None,
        }
    }
}

impl From<TenantError> for CallError {
    fn from(error: TenantError) -> Self {
        Self::Failed(error)
    }
}

impl From<doorward::Error> for CallError {
    fn from(error: doorward::Error) -> Self {
        match error {
            doorward::Error::Api(refused) if refused.status() == StatusCode::TOO_MANY_REQUESTS => {
                Self::Limited(Box::new(Refusal::of(&refused)))
            }
            doorward::Error::Api(refused) if refused.status().is_client_error() => {
                Self::Refused(Box::new(Refusal::of(&refused)))
            }
            error => Self::Failed(error.into()),
        }
    }
}

impl Refusal {
    fn of(refused: &ApiError) -> Self {
        Self {
            answer: Answer {
                status: refused.status(),
                headers: refused.headers().clone(),
                body: refused.body().to_vec().into(),
            },
            message: refused.message().map(str::to_owned),
        }
    }
}

/// A login client for each client of the config, by name. Those of one tenant share its keys.
pub(crate) fn login_clients(
    config: &Config,
    transport: &Transport,
    clock: &Clock,
) -> Result<HashMap<String, LoginClient>, GatewayFailure> {
    let mut keys: HashMap<&str, Arc<Keys>> = HashMap::new();
    let mut clients = HashMap::new();
    for client in &config.clients {
        let keys = keys.entry(client.auth0_url.as_str());
        let keys = keys.or_insert_with(|| {
            Arc::new(Keys::new(
                &client.auth0_url,
                transport.clone(),
                clock.clone(),
            ))
        });
        let login = LoginClient::new(client.clone(), config, keys.clone(), transport, clock);
        let login = login.map_err(|error| GatewayFailure::Tenant(error.into()))?;
        clients.insert(client.name.clone(), login);
    }
    Ok(clients)
}
