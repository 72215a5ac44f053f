//! The Management API's users, as the gateway needs them: bodies pass through as they are.

use std::sync::{Arc, PoisonError, RwLock};

use doorward::management::{ClientCredentials, TokenSource};
use doorward::transport::BoxFuture;
use doorward::{AuthenticationClient, ManagementClient, RawResponse, RetryPolicy, Secret};
use doorward_api::{Operation, Parts};
use http::{Method, StatusCode};
use serde_json::{Map, Value};

use super::keys::Keys;
use super::login_client::{TIMEOUT, options};
use super::operations::{
    CreateUser, DeleteUser, GetJob, GetJobErrors, GetUser, ListUsers, UpdateUser, UsersImport,
};
use super::{CallError, TenantError, Transport};
use crate::clock::Clock;
use crate::config::Config;
use crate::context::OnBehalf;
use crate::error::Answer;
use crate::gateway::GatewayFailure;
use crate::search::UserSearch;

/// The management client of the config.
pub(crate) struct Management {
    client: ManagementClient,
    tokens: Renewable,
    keys: Keys,
}

impl Management {
    pub(crate) fn new(
        config: &Config,
        transport: &Transport,
        clock: &Clock,
    ) -> Result<Self, GatewayFailure> {
        let failed = |error: doorward::Error| GatewayFailure::Tenant(error.into());
        let settings = &config.management_client;
        let base = &settings.auth0_url;
        let audience = config.auth0_tenant_url.as_ref().unwrap_or(base);
        let now = clock.clone();
        let authentication = AuthenticationClient::builder(base.host())
            .base_url(base.as_str())
            .transport(transport.clone())
            .clock(move || now.now())
            .timeout(TIMEOUT)
            .client_id(&settings.client_id)
            .client_secret(&settings.client_secret)
            .build()
            .map_err(failed)?;
        let tokens = Renewable::new(authentication, format!("{audience}/api/v2/"));
        let now = clock.clone();
        let client = ManagementClient::builder(base.host())
            .base_url(base.as_str())
            .transport(transport.clone())
            .clock(move || now.now())
            .timeout(TIMEOUT)
            // What the tenant says goes to the caller, who knows better whether to try again.
            .retry(RetryPolicy::never())
            .token_source(tokens.clone())
            .build()
            .map_err(failed)?;
        let keys = Keys::new(base, transport.clone(), clock.clone());
        Ok(Self {
            client,
            tokens,
            keys,
        })
    }

    /// Whether the tenant answers at all.
    pub(crate) async fn is_tenant_there(&self) -> bool {
        self.keys.is_tenant_there().await
    }

    /// Whether the tenant gives this gateway an access token for its Management API.
    pub(crate) async fn authenticate(&self) -> Result<(), doorward::Error> {
        self.tokens.current().token().await.map(drop)
    }

    /// `GET /api/v2/users`.
    pub(crate) async fn list_users(
        &self,
        search: UserSearch,
        on_behalf: &OnBehalf,
    ) -> Result<Answer, CallError> {
        self.call(&ListUsers(search.parameters), on_behalf).await
    }

    /// `GET /api/v2/users/{id}`, with parameters that choose fields.
    pub(crate) async fn get_user(
        &self,
        user_id: &str,
        parameters: Vec<(&'static str, String)>,
        on_behalf: &OnBehalf,
    ) -> Result<Answer, CallError> {
        self.call(&GetUser(user_id, parameters), on_behalf).await
    }

    /// `POST /api/v2/users`.
    pub(crate) async fn create_user(
        &self,
        user: Map<String, Value>,
        on_behalf: &OnBehalf,
    ) -> Result<Answer, CallError> {
        self.call(&CreateUser(user), on_behalf).await
    }

    /// `PATCH /api/v2/users/{id}`.
    pub(crate) async fn update_user(
        &self,
        user_id: &str,
        changes: Map<String, Value>,
        on_behalf: &OnBehalf,
    ) -> Result<Answer, CallError> {
        self.call(&UpdateUser(user_id, changes), on_behalf).await
    }

    /// `DELETE /api/v2/users/{id}`.
    pub(crate) async fn delete_user(
        &self,
        user_id: &str,
        on_behalf: &OnBehalf,
    ) -> Result<Answer, CallError> {
        self.call(&DeleteUser(user_id), on_behalf).await
    }

    /// `POST /api/v2/jobs/users-imports`.
    pub(crate) async fn import_users(
        &self,
        import: &UsersImport,
        on_behalf: &OnBehalf,
    ) -> Result<Answer, CallError> {
        self.call(import, on_behalf).await
    }

    /// `GET /api/v2/jobs/{id}`.
    pub(crate) async fn job(&self, id: &str, on_behalf: &OnBehalf) -> Result<Answer, CallError> {
        self.call(&GetJob(id), on_behalf).await
    }

    /// `GET /api/v2/jobs/{id}/errors`.
    pub(crate) async fn job_errors(
        &self,
        id: &str,
        on_behalf: &OnBehalf,
    ) -> Result<Answer, CallError> {
        self.call(&GetJobErrors(id), on_behalf).await
    }

    /// Makes a call. With a token that the tenant no longer takes, once more with a fresh one; a read whose
    /// connection broke, once more too.
    async fn call<O: Operation>(
        &self,
        operation: &O,
        on_behalf: &OnBehalf,
    ) -> Result<Answer, CallError> {
        let client = self.client.with(options(on_behalf));
        let token = self.tokens.current();
        let first = send(&client, operation).await;
        let again = match &first {
            Err(doorward::Error::Api(refused)) if refused.status() == StatusCode::UNAUTHORIZED => {
                self.tokens.replace(&token);
                true
            }
            Err(doorward::Error::Transport(_)) => O::METHOD == Method::GET,
            _ => false,
        };
        let answer = if again {
            send(&client, operation).await
        } else {
            first
        };
        match answer {
            Ok(RawResponse {
                status,
                headers,
                body,
                ..
            }) => Ok(Answer {
                status,
                headers,
                body,
            }),
            // Not the caller's fault: this gateway's own client lacks rights.
            Err(error) if is_about_us(&error) => Err(TenantError::Call(error).into()),
            Err(error) => match CallError::from(error) {
                // The Management API's form of saying so is the gateway's own.
                CallError::Limited(refusal) => Err(CallError::Refused(refusal)),
                error => Err(error),
            },
        }
    }
}

async fn send<O: Operation>(
    client: &ManagementClient,
    operation: &O,
) -> Result<RawResponse, doorward::Error> {
    let parts = Parts::of(operation).map_err(doorward::ArgumentError::Unsendable)?;
    client.send_parts(parts, O::PATH).await
}

fn is_about_us(error: &doorward::Error) -> bool {
    matches!(error, doorward::Error::Api(refused) if matches!(refused.status(), StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN))
}

/// Access tokens by client credentials, which can be thrown away before their time. Clones share them.
#[derive(Clone)]
struct Renewable(Arc<Source>);

struct Source {
    client: AuthenticationClient,
    audience: String,
    current: RwLock<Arc<ClientCredentials>>,
}

impl Renewable {
    fn new(client: AuthenticationClient, audience: String) -> Self {
        let current = Arc::new(ClientCredentials::new(client.clone(), &audience));
        Self(Arc::new(Source {
            client,
            audience,
            current: RwLock::new(current),
        }))
    }

    fn current(&self) -> Arc<ClientCredentials> {
        self.0
            .current
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Forgets the token of `refused`, unless somebody else did so already.
    fn replace(&self, refused: &Arc<ClientCredentials>) {
        let mut current = self
            .0
            .current
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        if Arc::ptr_eq(&current, refused) {
            *current = Arc::new(ClientCredentials::new(
                self.0.client.clone(),
                &self.0.audience,
            ));
        }
    }
}

impl TokenSource for Renewable {
    fn token(&self) -> BoxFuture<'_, Result<Secret, doorward::Error>> {
        let current = self.current();
        Box::pin(async move { current.token().await })
    }
}
