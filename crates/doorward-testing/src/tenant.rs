//! A running tenant, and how a test reaches into it.

use std::net::Ipv4Addr;

use axum::{Router, middleware};
use doorward::management::RotateSigningKeys;
use doorward::url::Url;
use doorward::{AuthenticationClient, ManagementClient};
use doorward_tenant::{Application, Bootstrap, Clock, Doorward, Entropy, SeedError, StartError};
use http_body_util::BodyExt as _;
use serde_json::Value;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tower::ServiceExt as _;

use crate::browser::Browser;
use crate::builder::TestTenantBuilder;
use crate::failures::{Failure, Failures, intervene};
use crate::tls;
use crate::transport::InProcess;

/// A running tenant. Dropping it ends it.
pub struct TestTenant {
    doorward: Doorward,
    router: Router,
    clock: Clock,
    failures: Failures,
    ports: Option<Ports>,
    _data: TempDir,
}

/// Where a tenant listens.
struct Ports {
    http_url: String,
    ca_pem: String,
    _stop: watch::Sender<bool>,
}

/// Why no tenant was started, or did not do what a test asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
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
    /// What was to be in it was refused.
    #[error(transparent)]
    Seed(#[from] SeedError),
    /// The outbox could not be read.
    #[error("the outbox could not be read: {0}")]
    Outbox(String),
    /// A login did not lead away from the tenant: the credentials were wrong, or there is another page to fill in.
    #[error("the login did not end: {0}")]
    Login(String),
}

impl TestTenant {
    /// Starts a tenant with demo data on free ports of this machine.
    ///
    /// # Errors
    ///
    /// See [`TestTenantError`].
    pub async fn start() -> Result<Self, TestTenantError> {
        Self::builder().start().await
    }

    /// A tenant that is to have something in it, or to be elsewhere.
    pub fn builder() -> TestTenantBuilder {
        TestTenantBuilder::default()
    }

    pub(crate) async fn build(builder: TestTenantBuilder) -> Result<Self, TestTenantError> {
        let data = tempfile::tempdir()?;
        let (clock, entropy) = (Clock::default(), Entropy::default());
        let listeners = if builder.has_no_ports {
            None
        } else {
            let https = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
            Some((https, TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?))
        };
        let domain = match &listeners {
            None => "tenant.test".to_owned(),
            Some((https, _)) => format!("localhost:{}", https.local_addr()?.port()),
        };
        let settings = builder.settings(data.path(), &domain, entropy.bytes());
        let doorward = Doorward::start(settings, clock.clone(), entropy).await?;
        for seed in builder.seeds() {
            doorward.seed(&domain, seed).await?;
        }
        let failures = Failures::new(clock.clone());
        let router = doorward
            .router()
            .layer(middleware::from_fn_with_state(failures.clone(), intervene));
        let ports = match listeners {
            None => None,
            Some((https, http)) => Some(Ports::open(https, http, &router)?),
        };
        Ok(Self {
            doorward,
            router,
            clock,
            failures,
            ports,
            _data: data,
        })
    }

    /// `https://DOMAIN/`, the issuer of its tokens.
    pub fn issuer(&self) -> &str {
        self.doorward.issuer()
    }

    /// What SDKs call the domain: `localhost:PORT`, or `tenant.test` without ports.
    pub fn domain(&self) -> &str {
        self.doorward.domain()
    }

    /// `http://127.0.0.1:PORT`: the same tenant without TLS. Empty without ports.
    pub fn http_url(&self) -> &str {
        self.ports.as_ref().map_or("", |ports| &ports.http_url)
    }

    /// The certificate, in PEM, that a client must trust to talk to [`TestTenant::issuer`]. Empty without ports.
    pub fn ca_pem(&self) -> &str {
        self.ports.as_ref().map_or("", |ports| &ports.ca_pem)
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

    /// The demo application with this name: `Default App`, `Default SPA` or `Default M2M`.
    pub fn application(&self, name: &str) -> Option<&Application> {
        let mut all = self.bootstrap().applications.iter();
        all.find(|application| application.name == name)
    }

    /// The SDK's way to this tenant, without a socket.
    pub fn transport(&self) -> InProcess {
        InProcess::new(self.router.clone())
    }

    /// A client of the Management API that may do everything. Its time is the tenant's.
    ///
    /// # Errors
    ///
    /// As [`ManagementClientBuilder::build`](doorward::management::ManagementClientBuilder::build).
    pub fn management(&self) -> Result<ManagementClient, doorward::Error> {
        let client = &self.bootstrap().management;
        let clock = self.clock.clone();
        ManagementClient::builder(self.domain())
            .client_credentials(&client.client_id, client.client_secret.as_str())
            .transport(self.transport())
            .clock(move || clock.now())
            .build()
    }

    /// The Authentication API for one of the demo applications. Its time is the tenant's.
    ///
    /// # Errors
    ///
    /// As [`AuthenticationClientBuilder::build`](doorward::authentication::AuthenticationClientBuilder::build).
    pub fn authentication(
        &self,
        application: &Application,
    ) -> Result<AuthenticationClient, doorward::Error> {
        let clock = self.clock.clone();
        let builder = AuthenticationClient::builder(self.domain())
            .client_id(&application.client_id)
            .transport(self.transport())
            .clock(move || clock.now());
        match &application.client_secret {
            Some(secret) => builder.client_secret(secret.as_str()).build(),
            None => builder.build(),
        }
    }

    /// Logs a user in as a browser without cookies does: opens `url`, an address of `/authorize`, fills the login page
    /// in, and answers the address of the application that the browser is sent back to.
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use doorward_testing::{DEMO_EMAIL, DEMO_PASSWORD, TestTenant};
    ///
    /// let tenant = TestTenant::builder().without_ports().start().await?;
    /// let app = tenant.application("Default App").ok_or("no such application")?;
    /// let auth = tenant.authentication(app)?;
    /// let login = auth.authorize_url()?.redirect_uri(&app.callbacks[0]).scope("openid email").begin()?;
    ///
    /// let came_back = tenant.log_in(&login.url, DEMO_EMAIL, DEMO_PASSWORD).await?;
    /// let grant = login.pending.finish(came_back.as_str())?;
    /// let tokens = auth.oauth().authorization_code_grant_with_pkce(&grant).await?;
    /// assert_eq!(tokens.claims.as_ref().and_then(|claims| claims.extra.text("email")), Some(DEMO_EMAIL));
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// [`TestTenantError::Login`] when the browser stays with the tenant.
    pub async fn log_in(
        &self,
        url: &Url,
        username: &str,
        password: &str,
    ) -> Result<Url, TestTenantError> {
        // Past the failures, which are for what is tested.
        let browser = Browser::new(self.doorward.router());
        let fields = [("username", username), ("password", password)];
        browser.log_in(url, &fields).await
    }

    /// The time of the tenant, to be moved.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Lets one request go wrong: the next one that no earlier call of this has been told of.
    pub fn fail_next(&self, failure: Failure) {
        self.failures.push(failure);
    }

    /// Signs with the next key from now on, and announces another one. Who knows only the former keys has to ask for
    /// them again after the second time.
    ///
    /// # Errors
    ///
    /// As any call of the Management API.
    pub async fn rotate_keys(&self) -> Result<(), doorward::Error> {
        let rotate = RotateSigningKeys::default();
        self.management()?.send(&rotate).await.map(drop)
    }

    /// Letters and text messages to an address, newest first. Each has `channel`, `to`, `subject`, `text`, `html`,
    /// `code`, `link` and `created_at`, as far as it has them.
    ///
    /// # Errors
    ///
    /// [`TestTenantError::Outbox`] when the database fails.
    pub async fn outbox(&self, to: &str) -> Result<Vec<Value>, TestTenantError> {
        let query: String = form_urlencoded::Serializer::new(String::new())
            .append_pair("to", to)
            .finish();
        let failed = |what: &dyn std::fmt::Display| TestTenantError::Outbox(what.to_string());
        let request = axum::http::Request::get(format!("/_doorward/outbox?{query}"))
            .body(axum::body::Body::empty())
            .map_err(|error| failed(&error))?;
        // Past the failures, which are for what is tested.
        let Ok(answer) = self.doorward.router().oneshot(request).await;
        let body = answer.into_body().collect().await;
        let body = body.map_err(|error| failed(&error))?.to_bytes();
        serde_json::from_slice(&body).map_err(|error| failed(&error))
    }
}

impl Ports {
    fn open(
        https: TcpListener,
        http: TcpListener,
        router: &Router,
    ) -> Result<Self, TestTenantError> {
        let http_url = format!("http://{}", http.local_addr()?);
        let (config, ca_pem) = tls::certificate()?;
        let (stop, stopping) = watch::channel(false);
        for (listener, config) in [(http, None), (https, Some(config))] {
            let serving =
                doorward_tenant::serve(listener, config, router.clone(), stopping.clone());
            tokio::spawn(serving);
        }
        Ok(Self {
            http_url,
            ca_pem,
            _stop: stop,
        })
    }
}
