//! Whom a call goes to and in whose name: flags, and the variables behind them.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use doorward::api::Api;
use doorward::api_client::{ApiClient, ApiClientBuilder};
use doorward::authentication::{AssertionKey, ClientAuthentication};
use doorward::transport::ReqwestTransport;
use doorward::{
    AuthenticationClient, ManagementClient, MyAccountClient, MyOrganizationClient, Secret,
};
use serde::Deserialize;
use tokio::sync::Mutex;

use super::apis::{Caller, WhichApi};
use super::failure::Failure;
use super::profile::{self, Profile, ProfileTokens};

/// The tenant, and what opens its doors.
#[derive(Debug, Args)]
#[command(next_help_heading = "Tenant and credentials")]
pub(crate) struct Credentials {
    /// The tenant's domain, with a port if it is not 443
    #[arg(long, env = "DOORWARD_DOMAIN", value_name = "HOST[:PORT]")]
    domain: Option<String>,
    /// The client to act as
    #[arg(long, env = "DOORWARD_CLIENT_ID", value_name = "ID")]
    client_id: Option<String>,
    /// Its secret
    #[arg(
        long,
        env = "DOORWARD_CLIENT_SECRET",
        hide_env_values = true,
        value_name = "SECRET"
    )]
    client_secret: Option<Secret>,
    /// An access token, instead of one got by the client
    #[arg(
        long,
        env = "DOORWARD_TOKEN",
        hide_env_values = true,
        value_name = "TOKEN"
    )]
    token: Option<Secret>,
    /// Tenant, authority and management client of a tenant in development, as it has written them
    #[arg(long, env = "DOORWARD_BOOTSTRAP", value_name = "FILE")]
    bootstrap: Option<PathBuf>,
    /// The login to use, kept by `doorward login` [default: default, when no tenant is named]
    #[arg(long, env = "DOORWARD_PROFILE", value_name = "NAME")]
    profile: Option<String>,
    /// Certificate authorities to trust besides the system's, PEM
    #[arg(long, env = "DOORWARD_CA_FILE", value_name = "FILE")]
    ca_file: Option<PathBuf>,
    /// The private key that signs the client's assertions, PEM (private_key_jwt)
    #[arg(long, env = "DOORWARD_CLIENT_ASSERTION_KEY", value_name = "FILE")]
    client_assertion_key: Option<PathBuf>,
    /// How it signs them
    #[arg(
        long,
        env = "DOORWARD_CLIENT_ASSERTION_ALG",
        value_name = "ALG",
        default_value = "RS256"
    )]
    client_assertion_alg: String,
    /// The client's certificate chain, PEM (mTLS)
    #[arg(long, value_name = "FILE", requires = "client_key")]
    client_cert: Option<PathBuf>,
    /// The private key of that certificate, PEM
    #[arg(long, value_name = "FILE", requires = "client_cert")]
    client_key: Option<PathBuf>,
}

impl Credentials {
    /// What was given, or what a login has kept. Where a tenant is named, a profile counts only when it is named
    /// too; and credentials that are there without a tenant go to none that somebody once logged in at.
    ///
    /// # Errors
    ///
    /// A usage error when no tenant is named, or when a file cannot be used.
    pub(crate) fn resolve(&self) -> Result<Access<'_>, Failure> {
        let named = self.profile.as_deref().filter(|name| !name.is_empty());
        let access = self.arguments();
        let is_bare = access.domain.is_empty() && self.bootstrap.is_none();
        if let Some(name) = named {
            let Some(profile) = Profile::read(name)? else {
                let message = format!("there is no profile {name}: make it with doorward login");
                return Err(Failure::usage(message));
            };
            if !is_bare && access.domain != profile.domain {
                let message = format!("--profile {name} is of {}", profile.domain);
                return Err(Failure::usage(message));
            }
            // What authenticates another client is nothing for this tenant.
            if let Some(other) = access.client_id.filter(|id| *id != profile.client_id) {
                let own = &profile.client_id;
                let message = format!("--profile {name} is of the client {own}, not of {other}");
                return Err(Failure::usage(message));
            }
            return Ok(self.of_profile(&profile));
        }
        if is_bare
            && access.client_id.is_none()
            && access.token.is_none()
            && let Some(profile) = Profile::read(profile::DEFAULT)?
        {
            return Ok(self.of_profile(&profile));
        }
        self.given()
    }

    /// What was given, once the file of `--bootstrap` has added to it; no profile.
    ///
    /// # Errors
    ///
    /// A usage error when no tenant is named, or when a file cannot be used.
    pub(crate) fn given(&self) -> Result<Access<'_>, Failure> {
        let mut access = self.arguments();
        match self.bootstrap.as_deref() {
            Some(file) => access.add(Bootstrap::read(file)?)?,
            None if access.domain.is_empty() => return Err(no_domain()),
            None => {}
        }
        Ok(access)
    }

    /// The tenant of a profile, in its name.
    pub(crate) fn of_profile(&self, profile: &Profile) -> Access<'_> {
        let ca_file = self.ca_file.clone().or_else(|| profile.ca_file.clone());
        Access {
            domain: profile.domain.clone(),
            client_id: Some(profile.client_id.clone()),
            client_secret: full(self.client_secret.as_ref()),
            token: Some(profile.access_token.clone()),
            ca_file,
            login: Some(profile.clone()),
            given: self,
        }
    }

    /// The name of the profile that a login is kept as.
    pub(crate) fn profile(&self) -> &str {
        let named = self.profile.as_deref().filter(|name| !name.is_empty());
        named.unwrap_or(profile::DEFAULT)
    }

    /// The arguments alone. A variable that is set to nothing counts as not set.
    fn arguments(&self) -> Access<'_> {
        let text = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        Access {
            domain: text(&self.domain).unwrap_or_default(),
            client_id: text(&self.client_id),
            client_secret: full(self.client_secret.as_ref()),
            token: full(self.token.as_ref()),
            ca_file: self.ca_file.clone(),
            login: None,
            given: self,
        }
    }
}

fn full(secret: Option<&Secret>) -> Option<Secret> {
    secret.filter(|secret| !secret.is_empty()).cloned()
}

/// The usage error of a call that names no tenant. One that runs beside is mentioned, and not called: its
/// credentials go nowhere unless somebody says so.
fn no_domain() -> Failure {
    const NEARBY: &str = "doorward-data/bootstrap.json";
    let mut message = "--domain or DOORWARD_DOMAIN is required".to_owned();
    if Path::new(NEARBY).exists() {
        message.push_str(&format!(
            "; for the development tenant of this directory: --bootstrap {NEARBY}"
        ));
    }
    Failure::usage(message)
}

/// What a tenant in development has written about itself.
#[derive(Deserialize)]
struct Bootstrap {
    domain: String,
    ca_file: Option<PathBuf>,
    management: Client,
}

#[derive(Deserialize)]
struct Client {
    client_id: String,
    client_secret: Secret,
}

impl Bootstrap {
    fn read(file: &Path) -> Result<Self, Failure> {
        let content = read(file)?;
        serde_json::from_slice(&content).map_err(|error| {
            // Where, and not what: the file holds secrets.
            let (line, column) = (error.line(), error.column());
            let file = file.display();
            Failure::usage(format!(
                "{file}: no bootstrap.json, at line {line} column {column}"
            ))
        })
    }
}

/// A tenant, and what opens its doors.
pub(crate) struct Access<'c> {
    /// The tenant's domain.
    pub(crate) domain: String,
    /// The client to act as.
    pub(crate) client_id: Option<String>,
    client_secret: Option<Secret>,
    /// The access token.
    pub(crate) token: Option<Secret>,
    pub(crate) ca_file: Option<PathBuf>,
    /// The login that the token comes from.
    login: Option<Profile>,
    given: &'c Credentials,
}

impl Access<'_> {
    /// Adds what a tenant says of itself to what was given.
    fn add(&mut self, bootstrap: Bootstrap) -> Result<(), Failure> {
        if !self.domain.is_empty() && self.domain != bootstrap.domain {
            return Err(Failure::usage(format!(
                "--bootstrap is of {}, not of {}",
                bootstrap.domain, self.domain
            )));
        }
        self.domain = bootstrap.domain;
        self.ca_file = self.ca_file.take().or(bootstrap.ca_file);
        if self.client_id.is_none() && self.token.is_none() {
            self.client_id = Some(bootstrap.management.client_id);
            self.client_secret = Some(bootstrap.management.client_secret);
        }
        Ok(())
    }

    /// How the client authenticates: by key, by secret, by certificate, or not at all.
    pub(crate) fn client_authentication(&self) -> Result<ClientAuthentication, Failure> {
        let given = self.given;
        if let Some(path) = &given.client_assertion_key {
            let key = AssertionKey::from_pem(&read(path)?, &given.client_assertion_alg)?;
            return Ok(ClientAuthentication::PrivateKeyJwt(key));
        }
        Ok(match (&self.client_secret, &given.client_cert) {
            (Some(secret), _) => ClientAuthentication::SecretPost(secret.clone()),
            (None, Some(_)) => ClientAuthentication::MutualTls,
            (None, None) => ClientAuthentication::Public,
        })
    }

    /// The transport with the authorities and the certificate that were given.
    pub(crate) fn transport(&self) -> Result<ReqwestTransport, Failure> {
        let mut settings = ReqwestTransport::builder();
        if let Some(path) = &self.ca_file {
            settings = settings.ca_pem(&read(path)?)?;
        }
        if let (Some(certificate), Some(key)) = (&self.given.client_cert, &self.given.client_key) {
            settings = settings.identity_pem(&read(certificate)?, &read(key)?)?;
        }
        Ok(settings.build()?)
    }

    /// A client of the Authentication API.
    pub(crate) fn authentication(&self) -> Result<AuthenticationClient, Failure> {
        let mut builder = AuthenticationClient::builder(&self.domain)
            .transport(self.transport()?)
            .client_authentication(self.client_authentication()?);
        if let Some(client_id) = &self.client_id {
            builder = builder.client_id(client_id);
        }
        Ok(builder.build()?)
    }

    /// A client of one of the APIs. Where users act for themselves, with the token that was given, or those of a
    /// login.
    pub(super) fn client(&self, api: WhichApi) -> Result<Caller, Failure> {
        Ok(match api {
            WhichApi::Management => Caller::Management(self.management()?),
            WhichApi::MyAccount => {
                let builder = MyAccountClient::builder(&self.domain);
                Caller::MyAccount(self.of_user(builder, "me")?)
            }
            WhichApi::MyOrganization => {
                let builder = MyOrganizationClient::builder(&self.domain);
                Caller::MyOrganization(self.of_user(builder, "my-org")?)
            }
        })
    }

    fn of_user<A: Api>(
        &self,
        builder: ApiClientBuilder<A>,
        audience: &str,
    ) -> Result<ApiClient<A>, Failure> {
        let builder = builder.transport(self.transport()?);
        let builder = match (&self.login, &self.token) {
            (Some(login), _) => builder.token_source(self.tokens_of(login)?),
            (None, Some(token)) => builder.token(token.clone()),
            (None, None) => {
                let domain = &self.domain;
                return Err(Failure::usage(format!(
                    "needs a token of the user: --token, DOORWARD_TOKEN, or doorward login --audience https://{domain}/{audience}/"
                )));
            }
        };
        Ok(builder.build()?)
    }

    /// The tokens of a login.
    fn tokens_of(&self, login: &Profile) -> Result<ProfileTokens, Failure> {
        Ok(ProfileTokens {
            name: self.given.profile().to_owned(),
            profile: Mutex::new(login.clone()),
            client: self.authentication()?,
        })
    }

    /// A client of the Management API, with the token that was given, those of a login, or those that the client
    /// gets.
    pub(crate) fn management(&self) -> Result<ManagementClient, Failure> {
        let builder = ManagementClient::builder(&self.domain).transport(self.transport()?);
        if let Some(login) = &self.login {
            return Ok(builder.token_source(self.tokens_of(login)?).build()?);
        }
        let builder = match (&self.token, &self.client_id) {
            (Some(token), _) => builder.token(token.clone()),
            (None, Some(client_id)) => {
                builder.client_authentication(client_id, self.client_authentication()?)
            }
            (None, None) => builder,
        };
        Ok(builder.build()?)
    }
}

/// A file that the command line names.
fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| Failure::usage(format!("{}: {error}", path.display())))
}
