//! A gateway for one test: the real router over the double, with a clock that the test moves.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use axum::body::Body;
use doorward_gateway::config::{Config, Options, RedisServers, RedisSettings, SessionStore};
use doorward_gateway::{Clock, Entropy, Gateway, Settings, Surroundings};
use http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt;
use jiff::Timestamp;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::mpsc::Receiver;
use tower::ServiceExt;

use crate::double::Double;
use crate::redis::RedisServer;

/// When tests begin, in seconds.
pub(crate) const START: i64 = 1_700_000_000;

/// A gateway and everything around it.
pub(crate) struct TestGateway {
    pub(crate) tenant: Double,
    pub(crate) gateway: Gateway,
    now: Arc<AtomicI64>,
    router: Router,
    _folder: Option<TempDir>,
}

/// An answer, read whole.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("JSON expected: {self:?}"))
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().expect("a text"))
    }

    /// A query parameter of the `Location` header.
    pub(crate) fn parameter(&self, name: &str) -> Option<String> {
        let (_, query) = self.header("location").split_once('?')?;
        form_urlencoded::parse(query.as_bytes())
            .into_owned()
            .find(|(given, _)| given == name)
            .map(|(_, value)| value)
    }

    /// Status and message, the form of all errors having been checked.
    pub(crate) fn error(&self) -> (u16, String) {
        let body = self.json();
        assert_eq!(body["statusCode"], self.status.as_u16(), "{self:?}");
        assert_eq!(
            body["error"],
            self.status.canonical_reason().expect("a reason"),
            "{self:?}"
        );
        assert_eq!(self.header("content-type"), "application/json");
        (
            self.status.as_u16(),
            body["message"].as_str().expect("a message").to_owned(),
        )
    }
}

/// The configuration most tests use: `web` has a cookie, `spa` gets tokens, `strict` supports connections.
pub(crate) fn config(tenant: &str) -> Value {
    let client = |scopes: Value| {
        json!({
            "auth0Url": format!("{tenant}/"), "clientId": "c1", "clientSecret": "client-secret",
            "redirectUrl": "https://app.example/web-login/callback", "scopes": scopes,
        })
    };
    let mut web = client(json!(["profile", "offline_access", "website"]));
    web["sameSite"] = json!("Lax");
    let mut strict = client(json!(["openid"]));
    strict["supportedConnections"] = json!(["A", "B"]);
    strict["authorizeStateRequired"] = json!(true);
    strict["audience"] = json!("https://api.example/");
    json!({
        "clients": { "web": web, "spa": client(json!(["email", "openid", "email", "profile"])), "strict": strict },
        "defaultClient": "spa",
        "managementClient": {
            "auth0Url": tenant, "clientId": "m1", "clientSecret": "management-secret",
            "supportedConnections": ["A", "B"], "defaultCreateUserConnection": "A",
        },
        "customClaimsNamespaces": ["https://x/app_metadata", "https://x/user_metadata"],
    })
}

impl TestGateway {
    /// With the usual configuration.
    pub(crate) async fn start() -> Self {
        Self::with(|_| {}, |_| {}).await
    }

    /// With changes to the configuration and the options. Sessions are embedded, or with
    /// `DOORWARD_TEST_SESSIONS=redis` in the shared Redis.
    pub(crate) async fn with(
        config: impl FnOnce(&mut Value),
        options: impl FnOnce(&mut Options),
    ) -> Self {
        if std::env::var("DOORWARD_TEST_SESSIONS").is_ok_and(|kind| kind == "redis") {
            return Self::with_redis(config, options).await;
        }
        let folder = tempfile::tempdir().expect("a folder");
        let store = SessionStore::Embedded(folder.path().to_owned());
        let tenant = Double::start(START).await;
        Self {
            _folder: Some(folder),
            ..Self::over(tenant, store, config, options).await
        }
    }

    /// The same in the shared Redis, under a scope of its own.
    async fn with_redis(
        config: impl FnOnce(&mut Value),
        options: impl FnOnce(&mut Options),
    ) -> Self {
        let tenant = Double::start(START).await;
        let random = Entropy::default().bytes().expect("bytes");
        let scoped = |settings: &mut Options| {
            settings.session_scope = Some(format!("{:x}", u128::from_be_bytes(random)));
            options(settings);
        };
        let store = redis_store(&RedisServer::shared());
        let gateway = Self::over(tenant, store, config, scoped).await;
        gateway.until_connected().await;
        gateway
    }

    /// Waits until Redis answers, without a request that a log or a metric would show.
    async fn until_connected(&self) {
        while !self.gateway.is_ready().await {
            tokio::task::yield_now().await;
        }
    }

    /// With sessions in a Redis, under a scope.
    pub(crate) async fn on_redis(server: &RedisServer, scope: &str) -> Self {
        let tenant = Double::start(START).await;
        Self::over(
            tenant,
            redis_store(server),
            |_| {},
            |options| options.session_scope = Some(scope.to_owned()),
        )
        .await
    }

    /// Over a tenant and a store that may be shared with others.
    pub(crate) async fn over(
        tenant: Double,
        store: SessionStore,
        change: impl FnOnce(&mut Value),
        options: impl FnOnce(&mut Options),
    ) -> Self {
        let mut config = config(&tenant.url);
        change(&mut config);
        let (config, _) = Config::from_json(&config.to_string()).expect("a config");
        let mut settings = Settings::new(config, store);
        options(&mut settings.options);
        let now = Arc::new(AtomicI64::new(START));
        let hand = now.clone();
        let clock = Clock::new(move || {
            Timestamp::from_second(hand.load(Ordering::Relaxed)).expect("a time")
        });
        let gateway = Gateway::new(
            settings,
            Surroundings {
                clock,
                ..Surroundings::default()
            },
        )
        .await
        .expect("a gateway");
        let router = gateway.router();
        Self {
            tenant,
            gateway,
            now,
            router,
            _folder: None,
        }
    }

    /// Waits until the session store answers; a connection to Redis takes a moment.
    pub(crate) async fn until_ready(&self) {
        while self.get("/-/ready", &[]).await.status != StatusCode::OK {
            tokio::task::yield_now().await;
        }
    }

    /// Serves over TCP until a message, and keeps everything around the gateway as long.
    pub(crate) async fn serve(self, listener: TcpListener, stop: Receiver<()>) {
        let Self {
            gateway, _folder, ..
        } = self;
        gateway.serve(listener, stop).await;
    }

    /// Moves the clocks of gateway and tenant.
    pub(crate) fn advance(&self, seconds: i64) {
        let now = self.now.fetch_add(seconds, Ordering::Relaxed) + seconds;
        self.tenant.set_now(now);
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        send(&self.router, request).await
    }

    pub(crate) async fn get(&self, target: &str, headers: &[(&str, &str)]) -> Answer {
        self.send(request("GET", target, headers, Body::empty()))
            .await
    }

    pub(crate) async fn post(
        &self,
        target: &str,
        headers: &[(&str, &str)],
        body: &Value,
    ) -> Answer {
        self.send(request(
            "POST",
            target,
            headers,
            Body::from(body.to_string()),
        ))
        .await
    }

    pub(crate) async fn form(&self, target: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut headers = headers.to_vec();
        headers.push(("content-type", "application/x-www-form-urlencoded"));
        self.send(request(
            "POST",
            target,
            &headers,
            Body::from(body.to_owned()),
        ))
        .await
    }

    /// The state of a login that was just started.
    pub(crate) async fn begin(&self, client: &str, query: &str) -> String {
        let answer = self
            .get(&format!("/authorize?{query}"), &[("client-type", client)])
            .await;
        assert_eq!(answer.status, StatusCode::FOUND, "{answer:?}");
        answer.parameter("state").expect("a state")
    }

    /// A whole login by code. For `web` the answer carries the cookie, for `spa` the tokens.
    pub(crate) async fn login(&self, client: &str) -> Answer {
        let state = self.begin(client, "").await;
        let body = json!({ "code": "good", "state": state });
        let answer = self
            .post("/oauth/token", &[("client-type", client)], &body)
            .await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
        answer
    }

    /// The `Cookie` header of a new login of `web`.
    pub(crate) async fn cookie(&self) -> String {
        cookie_of(&self.login("web").await)
    }

    /// The access token of a new login of `spa`.
    pub(crate) async fn bearer(&self) -> String {
        let answer = self.login("spa").await.json();
        format!(
            "Bearer {}",
            answer["accessToken"].as_str().expect("a token")
        )
    }
}

/// One request through a whole router.
pub(crate) async fn send(router: &Router, request: Request<Body>) -> Answer {
    let response = router.clone().oneshot(request).await.expect("an answer");
    let (head, body) = response.into_parts();
    let body = body.collect().await.expect("a body").to_bytes();
    let body = String::from_utf8(body.to_vec()).expect("UTF-8");
    Answer {
        status: head.status,
        headers: head.headers,
        body,
    }
}

/// The `Cookie` header that a browser makes of an answer.
pub(crate) fn cookie_of(answer: &Answer) -> String {
    answer
        .header("set-cookie")
        .split(';')
        .next()
        .expect("a cookie")
        .to_owned()
}

pub(crate) fn request(
    method: &str,
    target: &str,
    headers: &[(&str, &str)],
    body: Body,
) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(target);
    if !headers.iter().any(|(name, _)| *name == "host") {
        request = request.header("host", "app.example");
    }
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(body).expect("a request")
}

pub(crate) fn redis_store(server: &RedisServer) -> SessionStore {
    let address = server
        .address
        .trim_start_matches("redis://")
        .trim_end_matches('/');
    let (host, port) = address.rsplit_once(':').expect("host:port");
    SessionStore::Redis(RedisSettings {
        servers: RedisServers::Single(host.to_owned(), port.parse().expect("a port")),
        username: None,
        password: None,
        database: None,
        is_tls: false,
    })
}
