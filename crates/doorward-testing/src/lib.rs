//! A throw-away tenant in one line, for the integration tests of programs that use Auth0.
//!
//! The tenant is a real one, with demo data to start from, in this process, on free ports of this machine. It is
//! ready in a fraction of a second and leaves nothing behind.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use doorward_testing::TestTenant;
//!
//! let tenant = TestTenant::start().await?;
//! let machine = tenant.bootstrap().applications.iter().find(|client| client.name == "Default M2M").unwrap();
//! let answer = reqwest::Client::new()
//!     .post(format!("{}/oauth/token", tenant.http_url()))
//!     .header("content-type", "application/x-www-form-urlencoded")
//!     .body(format!(
//!         "grant_type=client_credentials&client_id={}&client_secret={}&audience={}",
//!         machine.client_id,
//!         machine.client_secret.as_deref().unwrap_or_default(),
//!         tenant.bootstrap().api.identifier,
//!     ))
//!     .send()
//!     .await?;
//! assert_eq!(answer.status(), 200);
//! # Ok(()) }
//! ```
//!
//! Time can be moved with [`TestTenant::clock`], so nothing has to wait for an expiry.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use doorward_tenant::{Bootstrap, Clock, Doorward, Entropy, Location, Settings, StartError};
use rcgen::{CertificateParams, KeyPair, SanType};
use rustls::ServerConfig;
use rustls_pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// A running tenant. Dropping it ends it.
pub struct TestTenant {
    doorward: Doorward,
    clock: Clock,
    http_url: String,
    ca_pem: String,
    _stop: watch::Sender<bool>,
    _data: TempDir,
}

/// Why no tenant was started.
#[derive(Debug, thiserror::Error)]
pub enum TestTenantError {
    /// No port or no directory.
    #[error("the machine gave no port or directory")]
    Machine(#[from] std::io::Error),
    /// No certificate.
    #[error("no certificate could be made")]
    Certificate(#[from] rcgen::Error),
    /// TLS refused the certificate.
    #[error("TLS cannot use the certificate")]
    Tls(#[from] rustls::Error),
    /// The tenant did not start.
    #[error("the tenant did not start")]
    Start(#[from] StartError),
}

impl TestTenant {
    /// Starts a tenant on an embedded database in a directory that goes away with it.
    ///
    /// # Errors
    ///
    /// See [`TestTenantError`].
    pub async fn start() -> Result<Self, TestTenantError> {
        let data = tempfile::tempdir()?;
        let location = Location::Sqlite(data.path().join("doorward.sqlite"));
        Self::start_on(location, data).await
    }

    /// Starts a tenant on an empty PostgreSQL database, `postgres://…`.
    ///
    /// # Errors
    ///
    /// See [`TestTenantError`].
    pub async fn start_on_postgres(url: &str) -> Result<Self, TestTenantError> {
        Self::start_on(Location::Postgres(url.to_owned()), tempfile::tempdir()?).await
    }

    async fn start_on(location: Location, data: TempDir) -> Result<Self, TestTenantError> {
        let https = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let http = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let domain = format!("localhost:{}", https.local_addr()?.port());
        let http_url = format!("http://{}", http.local_addr()?);
        let (tls, ca_pem) = certificate()?;
        let (clock, entropy) = (Clock::default(), Entropy::default());
        let settings = Settings::development(location, &domain, entropy.bytes());
        let doorward = Doorward::start(settings, clock.clone(), entropy).await?;
        let (stop, stopping) = watch::channel(false);
        tokio::spawn(doorward_tenant::serve(
            http,
            None,
            doorward.router(),
            stopping.clone(),
        ));
        tokio::spawn(doorward_tenant::serve(
            https,
            Some(tls),
            doorward.router(),
            stopping,
        ));
        Ok(Self {
            doorward,
            clock,
            http_url,
            ca_pem,
            _stop: stop,
            _data: data,
        })
    }

    /// `https://localhost:PORT/`, the issuer of its tokens.
    pub fn issuer(&self) -> &str {
        self.doorward.issuer()
    }

    /// `localhost:PORT`: what SDKs call the domain.
    pub fn domain(&self) -> &str {
        self.issuer()
            .trim_start_matches("https://")
            .trim_end_matches('/')
    }

    /// `http://127.0.0.1:PORT`: the same tenant without TLS.
    pub fn http_url(&self) -> &str {
        &self.http_url
    }

    /// The certificate, in PEM, that a client must trust to talk to [`TestTenant::issuer`].
    pub fn ca_pem(&self) -> &str {
        &self.ca_pem
    }

    /// Clients with their secrets, an API and connections to start from.
    pub fn bootstrap(&self) -> &Bootstrap {
        #[expect(
            clippy::expect_used,
            reason = "a tenant in development mode always has demo data"
        )]
        self.doorward
            .bootstrap()
            .expect("demo data was made at the start")
    }

    /// The time of the tenant, to be moved.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }
}

/// A certificate for localhost that vouches for itself.
fn certificate() -> Result<(Arc<ServerConfig>, String), TestTenantError> {
    let key = KeyPair::generate()?;
    let mut parameters = CertificateParams::new(vec!["localhost".to_owned()])?;
    parameters
        .subject_alt_names
        .push(SanType::IpAddress(IpAddr::V4(Ipv4Addr::LOCALHOST)));
    let certificate = parameters.self_signed(&key)?;
    let private = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], private)?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok((Arc::new(config), certificate.pem()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn two_tenants_live_side_by_side() {
        let (one, other) = (
            TestTenant::start().await.unwrap(),
            TestTenant::start().await.unwrap(),
        );
        assert_ne!(one.issuer(), other.issuer());
        let secret = |tenant: &TestTenant| tenant.bootstrap().management.client_secret.clone();
        assert_ne!(secret(&one), secret(&other));
    }
}
