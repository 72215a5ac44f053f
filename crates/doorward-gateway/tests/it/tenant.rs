//! Whole journeys against Doorward's own tenant: as the platform's login site and its user manager make them.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use doorward::transport::ReqwestTransport;
use doorward_gateway::config::{Config, SessionStore};
use doorward_gateway::{Clock, Entropy, Gateway, Settings, Surroundings, Transport};
use doorward_tenant::{DEMO_EMAIL, DEMO_PASSWORD};
use doorward_testing::TestTenant;
use jiff::SignedDuration;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::gateway::{Answer, cookie_of, redis_store, request, send};
use crate::import::{form, upload};
use crate::redis::RedisServer;

/// A tenant, a gateway in front of it, and one clock for both.
pub(crate) struct Installation {
    pub(crate) tenant: TestTenant,
    pub(crate) router: Router,
    _folder: TempDir,
}

impl Installation {
    pub(crate) async fn start() -> Self {
        let tenant = TestTenant::start().await.expect("a tenant");
        let folder = tempfile::tempdir().expect("a folder");
        let (config, _) = Config::from_json(&config(&tenant).to_string()).expect("a config");
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
        let transport = ReqwestTransport::builder()
            .ca_pem(tenant.ca_pem().as_bytes())
            .and_then(|builder| builder.build());
        let surroundings = Surroundings {
            clock: Clock::new(move || clock.now()),
            transport: Some(Transport::new(transport.expect("a transport"))),
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

/// As much of a browser as the tenant's login page needs.
pub(crate) struct Browser {
    client: reqwest::Client,
    origin: String,
    cookies: BTreeMap<String, String>,
}

impl Browser {
    pub(crate) fn new(tenant: &TestTenant) -> Self {
        let authority =
            reqwest::Certificate::from_pem(tenant.ca_pem().as_bytes()).expect("a certificate");
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .tls_certs_merge([authority])
            .build()
            .expect("a client");
        Self {
            client,
            origin: tenant.issuer().trim_end_matches('/').to_owned(),
            cookies: BTreeMap::new(),
        }
    }

    /// Sends a request with the cookies; answers where it leads, and the page.
    pub(crate) async fn send(&mut self, target: &str, form: Option<String>) -> (String, String) {
        let url = if target.starts_with('/') {
            format!("{}{target}", self.origin)
        } else {
            target.to_owned()
        };
        let cookies: Vec<_> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = match form {
            Some(form) => self
                .client
                .post(url)
                .header("origin", &self.origin)
                .header("content-type", "application/x-www-form-urlencoded")
                .body(form),
            None => self.client.get(url),
        };
        let answer = request
            .header("cookie", cookies.join("; "))
            .send()
            .await
            .expect("an answer");
        for line in answer.headers().get_all("set-cookie") {
            let line = line.to_str().expect("a text");
            let (name, value) = line
                .split(';')
                .next()
                .and_then(|pair| pair.split_once('='))
                .expect("a cookie");
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        let location = answer
            .headers()
            .get("location")
            .map_or("", |value| value.to_str().expect("a text"))
            .to_owned();
        (location, answer.text().await.expect("a page"))
    }

    /// Follows an authorization request through the login page to the callback.
    pub(crate) async fn log_in(&mut self, address: &str) -> String {
        let (page, _) = self.send(address, None).await;
        assert!(page.starts_with("/u/login"), "{page}");
        let (_, html) = self.send(&page, None).await;
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(hidden_inputs(&html));
        form.extend_pairs([
            ("username", DEMO_EMAIL),
            ("password", DEMO_PASSWORD),
            ("action", "default"),
        ]);
        let (mut location, _) = self.send(&page, Some(form.finish())).await;
        while location.starts_with('/') {
            (location, _) = self.send(&location, None).await;
        }
        location
    }
}

fn hidden_inputs(html: &str) -> Vec<(String, String)> {
    let attribute = |input: &str, name: &str| {
        let value = input.split(&format!(" {name}=\"")).nth(1)?;
        Some(value.split('"').next()?.to_owned())
    };
    let form = html.split("</form>").next().expect("a form");
    let inputs = form
        .split("<input")
        .skip(1)
        .filter(|input| input.contains("type=\"hidden\""));
    inputs
        .filter_map(|input| Some((attribute(input, "name")?, attribute(input, "value")?)))
        .collect()
}

#[tokio::test]
async fn g_109_a_browser_logs_in_comes_back_a_day_later_and_logs_out() {
    let installation = Installation::start().await;
    let web = ("client-type", "web");
    let start = installation
        .get("/authorize?state=own-state&redirect=/home", &[web])
        .await;
    assert_eq!(start.status, 302, "{start:?}");
    let mut browser = Browser::new(&installation.tenant);
    let callback = browser.log_in(start.header("location")).await;
    let (_, query) = callback.split_once('?').expect("a query");
    let parameters: BTreeMap<_, _> = form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect();
    assert_eq!(parameters["state"], "own-state", "{callback}");

    let body = json!({ "code": parameters["code"], "state": parameters["state"] });
    let answer = installation
        .call("POST", "/oauth/token", &[web], &body)
        .await;
    assert_eq!(
        (
            answer.status.as_u16(),
            answer.body.as_str(),
            answer.header("location")
        ),
        (200, "", "/home"),
        "{answer:?}"
    );
    let cookie = cookie_of(&answer);
    assert_eq!(
        installation
            .call("POST", "/oauth/token", &[web], &body)
            .await
            .error()
            .0,
        400
    );

    let headers = [web, ("cookie", cookie.as_str())];
    let profile = installation.get("/userinfo", &headers).await.json();
    assert_eq!(profile["email"], DEMO_EMAIL);
    assert!(
        profile["sub"]
            .as_str()
            .expect("a text")
            .starts_with("auth0|")
    );
    for _ in 0..3 {
        installation
            .tenant
            .clock()
            .advance(SignedDuration::from_hours(25));
        let later = installation.get("/userinfo", &headers).await;
        assert_eq!(
            (later.status.as_u16(), &later.json()["sub"]),
            (200, &profile["sub"]),
            "{later:?}"
        );
        assert!(later.json()["iat"].as_i64() > profile["iat"].as_i64());
    }

    let out = installation.get("/logout", &headers).await;
    assert_eq!(out.status, 302);
    browser.send(out.header("location"), None).await;
    assert_eq!(installation.get("/userinfo", &headers).await.error().0, 401);
    let (page, _) = browser.send(start.header("location"), None).await;
    assert!(page.starts_with("/u/login"), "still logged in: {page}");
}

#[tokio::test]
async fn a_code_with_another_verifier_or_a_wrong_one_buys_nothing() {
    let installation = Installation::start().await;
    let start = installation.get("/authorize", &[]).await;
    let state = start.parameter("state").expect("a state");
    let body = json!({ "code": "made-up", "state": state });
    assert_eq!(
        installation
            .call("POST", "/oauth/token", &[], &body)
            .await
            .error()
            .0,
        403
    );
}

#[tokio::test]
async fn g_071_074_076_110_a_manager_makes_changes_blocks_and_deletes_a_user() {
    let installation = Installation::start().await;
    let user = json!({ "email": "ada@example.com", "password": "Lovelace-1815", "app_metadata": { "groups": ["x", "y"] } });
    let created = installation.call("POST", "/users", &[], &user).await;
    assert_eq!(created.status, 201, "{created:?}");
    let id = created.json()["user_id"]
        .as_str()
        .expect("an id")
        .to_owned();
    let path = format!("/users/{}", id.replace('|', "%7C"));
    let again = installation.call("POST", "/users", &[], &user).await;
    assert_eq!(
        (again.status.as_u16(), again.json()["statusCode"].as_i64()),
        (409, Some(409)),
        "{again:?}"
    );

    for (query, count) in [
        ("email=ada@example.com", 1),
        ("email=ada*", 1),
        ("app_metadata.groups=x,y", 1),
        ("app_metadata.groups=x,z", 0),
        ("email=nobody@example.com", 0),
        ("email=a%22)%20OR%20(email:*", 0),
    ] {
        let found = installation.get(&format!("/users?{query}"), &[]).await;
        assert_eq!(
            found.json().as_array().map(Vec::len),
            Some(count),
            "{query}: {found:?}"
        );
    }
    let acl = [("acl_rows", r#"[{"app_metadata.groups":{"$in":["y","q"]}}]"#)];
    assert_eq!(
        installation.get(&path, &acl).await.json()["user_id"],
        id.as_str()
    );
    let acl = [("acl_rows", r#"[{"app_metadata.groups":"q"}]"#)];
    assert_eq!(installation.get(&path, &acl).await.error().0, 404);

    let tokens = installation
        .password("ada@example.com", "Lovelace-1815")
        .await
        .json();
    let bearer = format!(
        "Bearer {}",
        tokens["accessToken"].as_str().expect("a token")
    );
    let headers = [("authorization", bearer.as_str())];
    assert_eq!(
        installation.get("/userinfo", &headers).await.json()["sub"],
        id.as_str()
    );
    let renewed = installation
        .call(
            "POST",
            "/refreshtoken",
            &headers,
            &json!({ "refreshToken": tokens["refreshToken"] }),
        )
        .await;
    assert_eq!(renewed.status, 200, "{renewed:?}");
    let bearer = format!(
        "Bearer {}",
        renewed.json()["accessToken"].as_str().expect("a token")
    );
    let headers = [("authorization", bearer.as_str())];
    assert_eq!(
        installation.get("/users/active", &[]).await.json(),
        json!([{ "userId": id }])
    );

    let blocked = installation
        .call("PATCH", &path, &[], &json!({ "blocked": true }))
        .await;
    assert_eq!(
        (blocked.status.as_u16(), &blocked.json()["blocked"]),
        (200, &json!(true))
    );
    assert_eq!(installation.get("/userinfo", &headers).await.error().0, 401);
    assert_eq!(
        installation
            .password("ada@example.com", "Lovelace-1815")
            .await
            .error()
            .0,
        403
    );

    let deleted = send(
        &installation.router,
        request("DELETE", &path, &[], Body::empty()),
    )
    .await;
    assert_eq!(deleted.status, 204);
    let gone = installation.get(&path, &[]).await;
    assert_eq!(
        (gone.status.as_u16(), gone.json()["errorCode"].as_str()),
        (404, Some("inexistent_user"))
    );
    assert_eq!(installation.get("/-/check-up", &[]).await.status, 200);
}

#[tokio::test]
async fn g_110_a_forgotten_password_brings_a_letter() {
    let installation = Installation::start().await;
    let answer = installation
        .call(
            "POST",
            "/change-password",
            &[],
            &json!({ "email": DEMO_EMAIL }),
        )
        .await;
    assert_eq!(answer.status, 204, "{answer:?}");
    let user = installation
        .get(&format!("/users?email={DEMO_EMAIL}"), &[])
        .await
        .json();
    let answer = installation
        .call(
            "POST",
            "/users/change-password",
            &[],
            &json!({ "authUserId": user[0]["user_id"] }),
        )
        .await;
    assert_eq!(answer.status, 204, "{answer:?}");
    let outbox = format!(
        "{}/_doorward/outbox?to={DEMO_EMAIL}",
        installation.tenant.http_url()
    );
    // Letters leave behind the answers.
    let letters = loop {
        let text = reqwest::get(&outbox)
            .await
            .expect("an answer")
            .text()
            .await
            .expect("a body");
        let letters: Vec<Value> = serde_json::from_str(&text).expect("JSON");
        if letters.len() >= 2 {
            break letters;
        }
        tokio::task::yield_now().await;
    };
    assert!(letters.iter().all(|letter| {
        letter["link"]
            .as_str()
            .is_some_and(|link| link.starts_with(installation.tenant.issuer()))
    }));
    let unknown = installation
        .call(
            "POST",
            "/change-password",
            &[],
            &json!({ "email": "nobody@example.com" }),
        )
        .await;
    assert_eq!(unknown.status, 204);
}

#[tokio::test]
async fn g_087_091_092_ten_thousand_users_are_imported_from_one_file() {
    let installation = Installation::start().await;
    let user = |n: usize| {
        let mut user =
            json!({ "email": format!("bulk{n}@import.example"), "email_verified": true });
        if n == 9_999 {
            user["email"] = json!("nobody");
        }
        user
    };
    let users: Vec<_> = (0..=10_000).map(user).collect();
    let file = Value::Array(users).to_string();
    assert!(file.len() > 512 * 1024, "{}", file.len());
    let body = form(&[("users", &file), ("send_completion_email", "false")]);
    let answer = send(&installation.router, upload(body)).await;
    assert_eq!(answer.status, 202, "{answer:?}");
    let path = format!(
        "/users/import/status/{}",
        answer.json()["id"].as_str().expect("an id")
    );
    // The tenant's clock stands still, so the work is waited for in real time.
    let job = loop {
        let job = installation.get(&path, &[]).await.json();
        if job["status"] != "pending" && job["status"] != "processing" {
            break job;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    };
    assert_eq!(
        (
            &job["status"],
            &job["summary"]["inserted"],
            &job["summary"]["failed"]
        ),
        (&json!("completed"), &json!(10_000), &json!(1)),
        "{job}"
    );
    let errors = installation
        .get(&format!("{path}/errors"), &[])
        .await
        .json();
    assert_eq!(errors[0]["user"]["email"], "nobody", "{errors}");
    let found = installation
        .get("/users?email=bulk*&include_totals=true&_l=1", &[])
        .await;
    assert_eq!(found.json()["total"], 10_000, "{found:?}");
}
