//! What a tenant is to have in it before a test begins.

use doorward_tenant::{Location, Settings};
use serde_json::{Value, json};

use crate::tenant::{TestTenant, TestTenantError};

/// The database of the demo data, where users with passwords are.
const DATABASE: &str = "Username-Password-Authentication";

/// Keys that everybody knows: PKCS #8, DER.
const TEST_KEYS: &[&[u8]] = &[
    include_bytes!("../keys/current.der"),
    include_bytes!("../keys/next.der"),
];

/// A tenant to be started, from [`TestTenant::builder`].
#[derive(Debug, Clone, Default)]
pub struct TestTenantBuilder {
    pub(crate) postgres: Option<String>,
    pub(crate) has_no_ports: bool,
    users: Vec<Value>,
    clients: Vec<Value>,
    files: Vec<Value>,
}

impl TestTenantBuilder {
    /// Adds a user of the database, with an e-mail address that counts as verified.
    pub fn user(self, email: &str, password: &str) -> Self {
        self.user_with(json!({
            "connection": DATABASE, "email": email, "password": password, "email_verified": true,
        }))
    }

    /// Adds a user: the body of `POST /api/v2/users`.
    pub fn user_with(mut self, user: Value) -> Self {
        self.users.push(user);
        self
    }

    /// Adds a client: the body of `POST /api/v2/clients`, and `client_id` and `client_secret` if they are to be known
    /// beforehand.
    pub fn client(mut self, client: Value) -> Self {
        self.clients.push(client);
        self
    }

    /// Applies a tenant file, as `doorward serve --tenant FILE` does: the format of the Auth0 Deploy CLI, as JSON.
    pub fn tenant_file(mut self, file: Value) -> Self {
        self.files.push(file);
        self
    }

    /// Keeps the data in an empty PostgreSQL database, `postgres://…`, instead of a file that goes away.
    pub fn postgres(mut self, url: &str) -> Self {
        self.postgres = Some(url.to_owned());
        self
    }

    /// Listens nowhere: the tenant, `https://tenant.test/`, is there for [`TestTenant::transport`] alone.
    pub fn without_ports(mut self) -> Self {
        self.has_no_ports = true;
        self
    }

    /// Starts the tenant.
    ///
    /// # Errors
    ///
    /// See [`TestTenantError`]: what was to be in it may be refused.
    pub async fn start(self) -> Result<TestTenant, TestTenantError> {
        TestTenant::build(self).await
    }

    pub(crate) fn settings(
        &self,
        folder: &std::path::Path,
        domain: &str,
        key: [u8; 32],
    ) -> Settings {
        let location = match &self.postgres {
            Some(url) => Location::Postgres(url.clone()),
            None => Location::Sqlite(folder.join("doorward.sqlite")),
        };
        Settings {
            test_keys: TEST_KEYS,
            ..Settings::development(location, domain, key)
        }
    }

    /// Everything to be in the tenant, one file after another.
    pub(crate) fn seeds(self) -> Vec<Value> {
        let mut seeds = self.files;
        if !(self.clients.is_empty() && self.users.is_empty()) {
            seeds.push(json!({ "clients": self.clients, "users": self.users }));
        }
        seeds
    }
}

#[cfg(test)]
mod tests {
    use doorward_tenant::{Clock, Doorward, Entropy, StartError};

    use super::*;

    #[tokio::test]
    async fn no_other_process_runs_on_keys_that_everybody_knows() {
        let folder = tempfile::tempdir().unwrap();
        let settings = TestTenantBuilder::default().settings(folder.path(), "tenant.test", [7; 32]);
        let start = |settings| Doorward::start(settings, Clock::default(), Entropy::default());
        start(settings.clone()).await.unwrap().stop().await;
        let elsewhere = Settings {
            test_keys: &[],
            ..settings
        };
        let refused = start(elsewhere).await.err().unwrap();
        assert!(matches!(refused, StartError::TestKeys), "{refused}");
    }
}
