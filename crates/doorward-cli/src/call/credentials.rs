//! Whom a call goes to and in whose name: flags, and the variables behind them.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use doorward::Secret;
use doorward::authentication::{AssertionKey, ClientAuthentication};
use doorward::transport::ReqwestTransport;

use super::failure::Failure;

/// The tenant, and what opens its doors.
#[derive(Debug, Args)]
#[command(next_help_heading = "Tenant and credentials")]
pub(super) struct Credentials {
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
    /// The tenant's domain.
    pub(super) fn domain(&self) -> Result<&str, Failure> {
        let given = self.domain.as_deref().filter(|domain| !domain.is_empty());
        given.ok_or_else(|| Failure::usage("--domain or DOORWARD_DOMAIN is required"))
    }

    /// The client to act as. A variable that is set to nothing counts as not set, here and below.
    pub(super) fn client_id(&self) -> Option<&str> {
        self.client_id.as_deref().filter(|id| !id.is_empty())
    }

    /// The access token.
    pub(super) fn token(&self) -> Option<&Secret> {
        self.token.as_ref().filter(|token| !token.is_empty())
    }

    /// How the client authenticates: by key, by secret, by certificate, or not at all.
    pub(super) fn client_authentication(&self) -> Result<ClientAuthentication, Failure> {
        if let Some(path) = &self.client_assertion_key {
            let key = AssertionKey::from_pem(&read(path)?, &self.client_assertion_alg)?;
            return Ok(ClientAuthentication::PrivateKeyJwt(key));
        }
        let secret = self.client_secret.as_ref();
        let secret = secret.filter(|secret| !secret.is_empty());
        Ok(match (secret, &self.client_cert) {
            (Some(secret), _) => ClientAuthentication::SecretPost(secret.clone()),
            (None, Some(_)) => ClientAuthentication::MutualTls,
            (None, None) => ClientAuthentication::Public,
        })
    }

    /// The transport with the authorities and the certificate that were given.
    pub(super) fn transport(&self) -> Result<ReqwestTransport, Failure> {
        let mut settings = ReqwestTransport::builder();
        if let Some(path) = &self.ca_file {
            settings = settings.ca_pem(&read(path)?)?;
        }
        if let (Some(certificate), Some(key)) = (&self.client_cert, &self.client_key) {
            settings = settings.identity_pem(&read(certificate)?, &read(key)?)?;
        }
        Ok(settings.build()?)
    }
}

/// A file that the command line names.
fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| Failure::usage(format!("{}: {error}", path.display())))
}
