//! Real tenants to travel through, on every engine there is.

use std::sync::atomic::{AtomicU32, Ordering};

use doorward::transport::ReqwestTransport;
use doorward::{AuthenticationClient, ManagementClient, UserInfoClient};
use doorward_testing::TestTenant;
use sqlx::{Connection as _, Executor as _};

/// Where the private PostgreSQL of a test run listens. Without it, there is a tenant on SQLite alone.
const POSTGRES_URL: &str = "DOORWARD_TEST_POSTGRES_URL";

/// A tenant, and a way to it that trusts its authority.
pub(crate) struct Destination {
    pub(crate) tenant: TestTenant,
    pub(crate) transport: ReqwestTransport,
}

impl Destination {
    /// One for each engine.
    pub(crate) async fn each() -> Vec<Self> {
        let mut tenants = vec![TestTenant::start().await.unwrap()];
        if let Ok(url) = std::env::var(POSTGRES_URL) {
            let database = new_database(&url).await;
            tenants.push(
                TestTenant::builder()
                    .postgres(&database)
                    .start()
                    .await
                    .unwrap(),
            );
        }
        tenants.into_iter().map(Self::of).collect()
    }

    fn of(tenant: TestTenant) -> Self {
        let transport = ReqwestTransport::builder()
            .ca_pem(tenant.ca_pem().as_bytes())
            .unwrap()
            .build()
            .unwrap();
        Self { tenant, transport }
    }

    /// One of the demo applications.
    pub(crate) fn application(&self, name: &str) -> AuthenticationClient {
        let applications = &self.tenant.bootstrap().applications;
        let client = applications
            .iter()
            .find(|client| client.name == name)
            .unwrap();
        let mut builder = AuthenticationClient::builder(self.tenant.domain())
            .transport(self.transport.clone())
            .client_id(&client.client_id);
        if let Some(secret) = client.client_secret.as_deref() {
            builder = builder.client_secret(secret);
        }
        builder.build().unwrap()
    }

    pub(crate) fn user_info(&self) -> UserInfoClient {
        UserInfoClient::builder(self.tenant.domain())
            .transport(self.transport.clone())
            .build()
            .unwrap()
    }

    /// The Management API in the name of its demo client.
    pub(crate) fn manager(&self) -> ManagementClient {
        let client = &self.tenant.bootstrap().management;
        ManagementClient::builder(self.tenant.domain())
            .transport(self.transport.clone())
            .client_credentials(&client.client_id, client.client_secret.as_str())
            .build()
            .unwrap()
    }
}

/// Makes a database in the cluster of `url` and answers its URL.
async fn new_database(url: &str) -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let name = format!("doorward_sdk_{}_{number}", std::process::id());
    let mut server = sqlx::postgres::PgConnection::connect(url).await.unwrap();
    for statement in [
        format!("DROP DATABASE IF EXISTS {name}"),
        format!("CREATE DATABASE {name}"),
    ] {
        server
            .execute(sqlx::AssertSqlSafe(statement))
            .await
            .unwrap();
    }
    let mut url = doorward::url::Url::parse(url).unwrap();
    url.set_path(&name);
    url.into()
}
