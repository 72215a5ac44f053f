//! Two tenants in one process.

use axum::body::Body;
use axum::http::{Method, Request, header};
use doorward_tenant::{Clock, Doorward, Entropy, Location, Settings};
use serde_json::{Value, json};

use super::{FIRST, Node, postgres, sqlite, text};
use crate::support::{claims, encode, execute, location};

const SECOND: &str = "second.example:8443";

async fn on_each_engine(name: &str, check: impl AsyncFn(Node)) {
    let (_folder, location) = sqlite();
    check(Node::start(location, &[SECOND]).await).await;
    if let Some(url) = postgres(name).await {
        check(Node::start(Location::Postgres(url), &[SECOND]).await).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_tenant_has_its_own_names_clients_and_keys() {
    on_each_engine("own", async |node| {
        let (one, other) = (node.bootstrap(FIRST), node.bootstrap(SECOND));
        assert_ne!(one.management.client_id, other.management.client_id);
        assert_ne!(one.management.client_secret, other.management.client_secret);
        assert_ne!(one.connections.database.id, other.connections.database.id);
        let mut kids = Vec::new();
        for domain in [FIRST, SECOND] {
            let path = "/.well-known/openid-configuration";
            let issuer = node.get(domain, path).await.json()["issuer"].clone();
            assert_eq!(issuer, format!("https://{domain}/"));
            let keys = node.get(domain, "/.well-known/jwks.json").await.json();
            let keys = keys["keys"].as_array().unwrap().clone();
            kids.extend(keys.iter().map(|key| text(key, "kid")));
        }
        let all = kids.len();
        kids.sort();
        kids.dedup();
        assert_eq!(kids.len(), all);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_address_is_two_users() {
    on_each_engine("users", async |node| {
        let one = node.sign_up(FIRST, "ada@example.com").await;
        let logs_in = node.log_in(SECOND, "ada@example.com").await;
        assert_eq!(logs_in.status, 403, "{}", logs_in.text);
        let other = node.sign_up(SECOND, "ada@example.com").await;
        assert_ne!(one, other);
        for (domain, id) in [(FIRST, one), (SECOND, other)] {
            let tokens = node.log_in(domain, "ada@example.com").await.json();
            let claims = claims(&text(&tokens, "id_token"));
            assert_eq!(claims["sub"], format!("auth0|{id}"));
            assert_eq!(claims["iss"], format!("https://{domain}/"));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_one_tenant_gave_out_counts_for_the_other() {
    on_each_engine("tokens", async |node| {
        node.sign_up(FIRST, "ada@example.com").await;
        node.sign_up(SECOND, "ada@example.com").await;
        let tokens = node.log_in(FIRST, "ada@example.com").await.json();

        let access_token = text(&tokens, "access_token");
        for (domain, status) in [(FIRST, 200), (SECOND, 401)] {
            let request = Request::get("/userinfo")
                .header(header::HOST, domain)
                .header(header::AUTHORIZATION, format!("Bearer {access_token}"));
            let answer = node.send(request, Body::empty()).await;
            assert_eq!(answer.status, status, "{domain}: {}", answer.text);
        }

        let management_token = node.management_token(FIRST).await;
        for (domain, status) in [(FIRST, 200), (SECOND, 401)] {
            let get = (Method::GET, "/tenants/settings");
            let answer = node.manage(domain, &management_token, get, None).await;
            assert_eq!(answer.status, status, "{domain}: {}", answer.text);
        }

        let refresh_token = text(&tokens, "refresh_token");
        let exchange = async |domain: &str, of: &str| {
            let app = &node.bootstrap(of).applications[0];
            let form = [
                ("grant_type", "refresh_token"),
                ("client_id", app.client_id.as_str()),
                ("client_secret", app.client_secret.as_deref().unwrap()),
                ("refresh_token", refresh_token.as_str()),
            ];
            node.token(domain, &form).await.status
        };
        assert_eq!(exchange(SECOND, SECOND).await, 403);
        assert_eq!(exchange(SECOND, FIRST).await, 401);
        assert_eq!(exchange(FIRST, SECOND).await, 401);
        assert_eq!(exchange(FIRST, FIRST).await, 200);

        let secrets = &node.bootstrap(FIRST).management;
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", secrets.client_id.as_str()),
            ("client_secret", secrets.client_secret.as_str()),
            ("audience", secrets.audience.as_str()),
        ];
        assert_eq!(node.token(SECOND, &form).await.status, 401);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_login_begun_at_one_tenant_does_not_go_on_at_the_other() {
    on_each_engine("logins", async |node| {
        let app = &node.bootstrap(FIRST).applications[1];
        let query = encode(&[
            ("client_id", app.client_id.as_str()),
            ("redirect_uri", app.callbacks[0].as_str()),
            ("response_type", "code"),
            (
                "code_challenge",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
            ),
            ("code_challenge_method", "S256"),
        ]);
        let elsewhere = node.get(SECOND, &format!("/authorize?{query}")).await;
        assert_ne!(elsewhere.status, 302, "the client is not the second's");
        let begun = node.get(FIRST, &format!("/authorize?{query}")).await;
        let cookies: Vec<&str> = begun
            .headers
            .get_all(header::SET_COOKIE)
            .iter()
            .map(|line| line.to_str().unwrap().split(';').next().unwrap())
            .collect();
        for (domain, status) in [(SECOND, 400), (FIRST, 200)] {
            let request = Request::get(begun.location())
                .header(header::HOST, domain)
                .header(header::COOKIE, cookies.join("; "));
            let page = node.send(request, Body::empty()).await;
            assert_eq!(page.status, status, "{domain}: {}", page.text);
        }
    })
    .await;
}

#[tokio::test]
async fn an_unknown_host_means_the_first_tenant_and_is_never_echoed() {
    let (_folder, location) = sqlite();
    let node = Node::start(location, &[SECOND]).await;
    let issuer = async |host: &str| -> Value {
        let answer = node.get(host, "/.well-known/openid-configuration").await;
        assert!(!answer.text.contains("evil"), "{}", answer.text);
        answer.json()["issuer"].clone()
    };
    for host in [
        "evil.example",
        "127.0.0.1:8080",
        "",
        "[::1]",
        "second.example.evil",
    ] {
        assert_eq!(issuer(host).await, format!("https://{FIRST}/"), "{host}");
    }
    for host in ["second.example:8443", "SECOND.example", "second.example:9"] {
        assert_eq!(issuer(host).await, format!("https://{SECOND}/"), "{host}");
    }
}

#[tokio::test]
async fn a_forwarded_host_counts_from_trusted_proxies_alone() {
    for (is_trusted, expected) in [(false, FIRST), (true, SECOND)] {
        let (_folder, location) = sqlite();
        let mut settings = Settings::development(location, FIRST, [7; 32]);
        settings.more_domains = vec![SECOND.to_owned()];
        if is_trusted {
            settings.trusted_proxies = vec!["127.0.0.0/8".parse().unwrap()];
        }
        let clock = Clock::default();
        let doorward = Doorward::start(settings, clock.clone(), Entropy::default());
        let doorward = doorward.await.unwrap();
        let node = Node {
            router: doorward.router(),
            doorward,
            clock,
        };
        let request = Request::get("/.well-known/openid-configuration")
            .header(header::HOST, FIRST)
            .header("x-forwarded-host", SECOND);
        let answer = node.send(request, Body::empty()).await;
        assert_eq!(
            answer.json()["issuer"],
            json!(format!("https://{expected}/"))
        );
    }
}

#[tokio::test]
async fn what_was_granted_on_the_management_api_follows_the_domain_and_the_release() {
    const MOVED: &str = "moved.example";
    let folder = tempfile::tempdir().unwrap();
    let location = location(folder.path()).await;
    let node = Node::start(location.clone(), &[]).await;
    let token = node.management_token(FIRST).await;
    let role = json!({ "name": "operator" });
    let role = node
        .manage(FIRST, &token, (Method::POST, "/roles"), Some(role))
        .await;
    let role = format!("/roles/{}/permissions", text(&role.json(), "id"));
    let audience = &node.bootstrap(FIRST).management.audience;
    let permission = json!({ "permissions": [{
        "resource_server_identifier": audience, "permission_name": "read:users" }] });
    let given = node
        .manage(FIRST, &token, (Method::POST, &role), Some(permission))
        .await;
    assert_eq!(given.status, 201, "{}", given.text);
    drop(node);
    // As an older release would have written them.
    execute(
        &location,
        "UPDATE resource_servers SET document = REPLACE(document, 'delete:users', 'delete:persons')",
    )
    .await;
    let node = Node::start_at(MOVED, location, &[]).await;
    let token = node.management_token(MOVED).await;
    let shown = node
        .manage(MOVED, &token, (Method::GET, &role), None)
        .await
        .json();
    assert_eq!(
        shown[0]["resource_server_identifier"],
        format!("https://{MOVED}/api/v2/")
    );
    let apis = node
        .manage(MOVED, &token, (Method::GET, "/resource-servers"), None)
        .await;
    assert!(apis.text.contains("delete:users") && !apis.text.contains("delete:persons"));
}
