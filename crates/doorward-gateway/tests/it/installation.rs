//! A gateway in front of Doorward's own tenant.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use doorward_gateway::config::{Config, SessionStore};
use doorward_gateway::{Clock, Entropy, Gateway, Settings, Surroundings, Transport};
use doorward_tenant::{DEMO_EMAIL, DEMO_PASSWORD};
use doorward_testing::{TestTenant, TestTenantBuilder};
use jiff::SignedDuration;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::browser::Browser;
use crate::gateway::{Answer, cookie_of, redis_store, request, send};
use crate::redis::RedisServer;
use crate::way::{Watch, Way};

/// The client whose sessions are cookies.
pub(crate) const WEB: (&str, &str) = ("client-type", "web");

/// A tenant, a gateway in front of it, and one clock for both.
pub(crate) struct Installation {
    pub(crate) tenant: TestTenant,
    pub(crate) router: Router,
    /// What goes between the two.
    pub(crate) way: Watch,
    _folder: TempDir,
}

impl Installation {
    pub(crate) async fn start() -> Self {
        Self::with(|_| {}).await
    }

    /// With changes to the configuration.
    pub(crate) async fn with(change: impl FnOnce(&mut Value)) -> Self {
        Self::of(TestTenant::builder(), |_, config| change(config)).await
    }

    /// With a tenant that has more in it, which the changes to the configuration may look at.
    pub(crate) async fn of(
        tenant: TestTenantBuilder,
        change: impl FnOnce(&TestTenant, &mut Value),
    ) -> Self {
        let tenant = tenant.start().await.expect("a tenant");
        let folder = tempfile::tempdir().expect("a folder");
        let mut config = config(&tenant);
        change(&tenant, &mut config);
        let (config, _) = Config::from_json(&config.to_string()).expect("a config");
        let store = match std::env::var("DOORWARD_TEST_SESSIONS").as_deref() {
            Ok("redis") => redis_store(&RedisServer::shared()),
            _ => SessionStore::Embedded(folder.path().to_owned()),
        };
        let random = Entropy::default().bytes().expect("bytes");
        let mut settings = Settings::new(config, store);
        settings.options.session_scope = Some(format!("{:x}", u128::from_be_bytes(random)));
        settings.options.session_duration = Duration::from_secs(7 * 86_400);
        settings.options.import_limit_bytes = 16 * 1024 * 1024;
        let clock = tenant.clock().clone();
        let way = Watch::default();
        let surroundings = Surroundings {
            clock: Clock::new(move || clock.now()),
            transport: Some(Transport::new(Way::to(&tenant, way.clone()))),
            ..Surroundings::default()
        };
        let gateway = Gateway::new(settings, surroundings)
            .await
            .expect("a gateway");
        while !gateway.is_ready().await {
            tokio::task::yield_now().await;
        }
        Self {
            tenant,
            router: gateway.router(),
            way,
            _folder: folder,
        }
    }

    pub(crate) async fn get(&self, target: &str, headers: &[(&str, &str)]) -> Answer {
        send(&self.router, request("GET", target, headers, Body::empty())).await
    }

    pub(crate) async fn call(
        &self,
        method: &str,
        target: &str,
        headers: &[(&str, &str)],
        body: &Value,
    ) -> Answer {
        send(
            &self.router,
            request(method, target, headers, body.to_string().into()),
        )
        .await
    }

    pub(crate) async fn password(&self, username: &str, password: &str) -> Answer {
        let body = json!({ "grant_type": "password", "username": username, "password": password });
        self.call("POST", "/oauth/token", &[], &body).await
    }

    /// Code and state of a login in a browser, through the tenant's page.
    pub(crate) async fn code(&self, query: &str, client: (&str, &str)) -> Value {
        let start = self.get(&format!("/authorize?{query}"), &[client]).await;
        assert_eq!(start.status, 302, "{start:?}");
        self.come_back(start.header("location")).await
    }

    /// The same from the address that `/authorize` sent the browser to.
    pub(crate) async fn come_back(&self, location: &str) -> Value {
        let callback = Browser::new(&self.tenant).log_in(location).await;
        let (_, query) = callback.split_once('?').expect("a query");
        let parameters: BTreeMap<_, _> = form_urlencoded::parse(query.as_bytes())
            .into_owned()
            .collect();
        json!({ "code": parameters["code"], "state": parameters["state"] })
    }

    /// The `Cookie` header of a new login of `web`.
    pub(crate) async fn cookie(&self) -> String {
        let body = self.code("state=own", WEB).await;
        let answer = self.call("POST", "/oauth/token", &[WEB], &body).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        cookie_of(&answer)
    }

    /// The tokens of a new login of the demo user with its password.
    pub(crate) async fn tokens(&self) -> Value {
        let answer = self.password(DEMO_EMAIL, DEMO_PASSWORD).await;
        assert_eq!(answer.status, 200, "{answer:?}");
        answer.json()
    }

    pub(crate) async fn refresh(&self, access_token: &Value, refresh_token: &Value) -> Answer {
        let bearer = bearer(access_token);
        let body = json!({ "refresh_token": refresh_token });
        self.call(
            "POST",
            "/refreshtoken",
            &[("authorization", &bearer)],
            &body,
        )
        .await
    }

    pub(crate) async fn status_of(&self, access_token: &Value) -> u16 {
        let bearer = bearer(access_token);
        let answer = self.get("/userinfo", &[("authorization", &bearer)]).await;
        answer.status.as_u16()
    }

    pub(crate) fn pass(&self, hours: i64) {
        self.pass_seconds(hours * 3600);
    }

    pub(crate) fn pass_seconds(&self, seconds: i64) {
        self.tenant
            .clock()
            .advance(SignedDuration::from_secs(seconds));
    }
}

pub(crate) fn bearer(access_token: &Value) -> String {
    format!("Bearer {}", access_token.as_str().expect("a token"))
}

fn config(tenant: &TestTenant) -> Value {
    let demo = tenant.bootstrap();
    let app = &demo.applications[0];
    let client = |scopes: &[&str]| {
        json!({
            "auth0Url": tenant.issuer(), "clientId": app.client_id, "clientSecret": app.client_secret,
            "redirectUrl": app.callbacks[0], "scopes": scopes, "audience": demo.api.identifier,
        })
    };
    let mut web = client(&["profile", "email", "offline_access", "website"]);
    web["authorizeStateRequired"] = json!(true);
    web["sameSite"] = json!("Strict");
    json!({
        "clients": {
            "web": web, "manager": client(&["profile", "email", "offline_access"]), "short": client(&["profile", "email"]),
        },
        "defaultClient": "manager",
        "managementClient": {
            "auth0Url": tenant.issuer(), "clientId": demo.management.client_id, "clientSecret": demo.management.client_secret,
            "supportedConnectionsMap": { demo.connections.database.name.as_str(): { "connectionId": demo.connections.database.id } },
            "defaultManagementConnectionName": demo.connections.database.name,
        },
    })
}
