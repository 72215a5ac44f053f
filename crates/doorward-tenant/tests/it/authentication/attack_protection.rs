//! `/api/v2/attack-protection` and what follows from it at logins and sign-ups.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, header};
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::{DATABASE, EMAIL, PASSWORD};
use crate::support::{Answer, Browser, DOMAIN, TestTenant, encode};

pub(super) const BRUTE_FORCE: &str = "/attack-protection/brute-force-protection";
const SUSPICIOUS_IP: &str = "/attack-protection/suspicious-ip-throttling";

pub(super) async fn set(tenant: &TestTenant, path: &str, change: Value) -> Value {
    let answer = tenant.manage("PATCH", path, Some(change)).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()
}

/// A password grant from `ip`; `code` of the answer, or `""` when it logged in.
pub(super) async fn log_in(
    tenant: &TestTenant,
    ip: &str,
    username: &str,
    password: &str,
) -> String {
    let app = &tenant.bootstrap.applications[0];
    let form = [
        ("grant_type", "password"),
        ("client_id", app.client_id.as_str()),
        ("client_secret", app.client_secret.as_deref().unwrap()),
        ("username", username),
        ("password", password),
    ];
    let mut request = Request::post("/oauth/token")
        .header(header::HOST, DOMAIN)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(encode(&form)))
        .unwrap();
    let peer = SocketAddr::new(ip.parse().unwrap(), 443);
    request.extensions_mut().insert(ConnectInfo(peer));
    let answer = tenant.send(request).await.json();
    answer["error"].as_str().unwrap_or_default().to_owned()
}

pub(super) async fn logged(tenant: &TestTenant, kind: &str) -> Vec<Value> {
    let path = format!("/logs?q=type:{kind}");
    let entries = tenant.manage("GET", &path, None).await.json();
    entries.as_array().unwrap().clone()
}

#[tokio::test]
async fn settings_change_bit_by_bit() {
    let tenant = TestTenant::start().await;
    let fresh = tenant.manage("GET", BRUTE_FORCE, None).await.json();
    let expected = json!({
        "enabled": true, "shields": ["block", "user_notification"],
        "mode": "count_per_identifier_and_ip", "allowlist": [], "max_attempts": 10,
    });
    assert_eq!(fresh, expected);
    let changed = set(&tenant, BRUTE_FORCE, json!({ "max_attempts": 7 })).await;
    assert_eq!(changed["max_attempts"], 7);
    assert_eq!(changed["shields"], expected["shields"]);
    let changed = set(&tenant, BRUTE_FORCE, json!({ "allowlist": ["10.0.0.0/8"] })).await;
    assert_eq!(changed["max_attempts"], 7);

    let fresh = tenant.manage("GET", SUSPICIOUS_IP, None).await.json();
    assert_eq!(fresh["stage"]["pre-login"]["rate"], 864_000);
    let stage = json!({ "stage": { "pre-login": { "max_attempts": 5 } } });
    let changed = set(&tenant, SUSPICIOUS_IP, stage).await;
    let login = json!({ "max_attempts": 5, "rate": 864_000 });
    assert_eq!(changed["stage"]["pre-login"], login);
    assert_eq!(
        changed["stage"]["pre-user-registration"]["max_attempts"],
        50
    );
    let read = tenant.manage("GET", SUSPICIOUS_IP, None).await.json();
    assert_eq!(read, changed);

    for (path, bad) in [
        (BRUTE_FORCE, json!({ "max_attempts": 101 })),
        (BRUTE_FORCE, json!({ "mode": "none" })),
        (BRUTE_FORCE, json!({ "shields": ["x"] })),
        (BRUTE_FORCE, json!({ "allowlist": ["not an address"] })),
        (BRUTE_FORCE, json!({ "stage": {} })),
        (
            SUSPICIOUS_IP,
            json!({ "stage": { "pre-login": { "rate": 1 } } }),
        ),
        (SUSPICIOUS_IP, json!([])),
    ] {
        let refused = tenant.manage("PATCH", path, Some(bad.clone())).await;
        assert_eq!(refused.status, 400, "{bad}: {}", refused.text);
    }
    // They are no settings of the tenant that its own endpoint shows or takes.
    let settings = tenant.manage("GET", "/tenants/settings", None).await;
    assert!(settings.json().get("attack_protection").is_none());
    let smuggled =
        json!({ "attack_protection": { "brute_force_protection": { "enabled": false } } });
    let smuggled = tenant.manage("PATCH", "/tenants/settings", Some(smuggled));
    assert_eq!(smuggled.await.status, 400);
    let kept = json!({ "friendly_name": "Acme" });
    tenant.set_settings(kept).await;
    let read = tenant.manage("GET", BRUTE_FORCE, None).await.json();
    assert_eq!(read["max_attempts"], 7);
}

#[tokio::test]
async fn a_tenant_file_brings_them() {
    let tenant = TestTenant::start().await;
    let exported = tenant.manage("GET", SUSPICIOUS_IP, None).await.json();
    let file = json!({ "attackProtection": {
        "bruteForceProtection": { "max_attempts": 4 },
        "suspiciousIpThrottling": exported,
        "breachedPasswordDetection": { "enabled": true },
    } });
    let left_out = tenant.seed(file).await.unwrap();
    let told = "tenant: attackProtection: breachedPasswordDetection: not applied, Doorward does not \
                serve it yet";
    assert_eq!(left_out, [told]);
    let read = tenant.manage("GET", BRUTE_FORCE, None).await.json();
    assert_eq!(read["max_attempts"], 4);
    let bad = json!({ "attackProtection": { "bruteForceProtection": { "max_attempts": 0 } } });
    let problems = tenant.seed(bad).await.unwrap_err();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].contains("bruteForceProtection"), "{problems:?}");
}

#[tokio::test]
async fn an_account_may_be_counted_from_everywhere() {
    let tenant = TestTenant::start().await;
    let rules = json!({ "mode": "count_per_identifier", "max_attempts": 3 });
    set(&tenant, BRUTE_FORCE, rules).await;
    assert_eq!(
        log_in(&tenant, "192.0.2.1", EMAIL, "wrong").await,
        "invalid_grant"
    );
    assert_eq!(
        log_in(&tenant, "192.0.2.2", EMAIL, "wrong").await,
        "invalid_grant"
    );
    assert_eq!(
        log_in(&tenant, "192.0.2.3", EMAIL, "wrong").await,
        "too_many_attempts"
    );
    assert_eq!(
        log_in(&tenant, "192.0.2.4", EMAIL, PASSWORD).await,
        "too_many_attempts"
    );
    let path = format!("/user-blocks?{}", encode(&[("identifier", EMAIL)]));
    let blocks = tenant.manage("GET", &path, None).await.json();
    let blocks = blocks["blocked_for"].as_array().unwrap().clone();
    assert!(
        blocks.len() == 1 && blocks[0].get("ip").is_none(),
        "{blocks:?}"
    );
    // A higher limit lifts the block.
    set(&tenant, BRUTE_FORCE, json!({ "max_attempts": 4 })).await;
    assert_eq!(log_in(&tenant, "192.0.2.4", EMAIL, PASSWORD).await, "");
}

#[tokio::test]
async fn listed_addresses_and_watching_tenants_block_nobody() {
    let tenant = TestTenant::start().await;
    let listed = json!({ "max_attempts": 1, "allowlist": ["192.0.2.0/24"] });
    set(&tenant, BRUTE_FORCE, listed).await;
    for _ in 0..3 {
        let told = log_in(&tenant, "192.0.2.1", EMAIL, "wrong").await;
        assert_eq!(told, "invalid_grant");
    }
    assert_eq!(log_in(&tenant, "192.0.2.1", EMAIL, PASSWORD).await, "");
    assert_eq!(logged(&tenant, "limit_wc").await, Vec::<Value>::new());
    let watching = json!({ "shields": [], "allowlist": [], "max_attempts": 2 });
    set(&tenant, BRUTE_FORCE, watching).await;
    for _ in 0..3 {
        let told = log_in(&tenant, "192.0.2.1", EMAIL, "wrong").await;
        assert_eq!(told, "invalid_grant");
    }
    assert_eq!(log_in(&tenant, "192.0.2.1", EMAIL, PASSWORD).await, "");
    assert_eq!(logged(&tenant, "limit_wc").await.len(), 1);
    // Nobody was blocked, so nobody was told so.
    assert!(tenant.message(EMAIL).await.is_null());
    let off = json!({ "enabled": false, "shields": ["block"], "max_attempts": 1 });
    set(&tenant, BRUTE_FORCE, off).await;
    for _ in 0..2 {
        let told = log_in(&tenant, "192.0.2.2", EMAIL, "wrong").await;
        assert_eq!(told, "invalid_grant");
    }
}

#[tokio::test]
async fn an_address_regains_one_attempt_in_each_rate() {
    let tenant = TestTenant::start().await;
    let stage = json!({ "stage": { "pre-login": { "max_attempts": 2, "rate": 100_000 } } });
    set(&tenant, SUSPICIOUS_IP, stage).await;
    let guess = async |number: u32| {
        let nobody = format!("nobody{number}@example.com");
        log_in(&tenant, "192.0.2.1", &nobody, "wrong").await
    };
    assert_eq!(guess(1).await, "invalid_grant");
    assert_eq!(guess(2).await, "invalid_grant");
    assert_eq!(guess(3).await, "too_many_attempts");
    assert_eq!(logged(&tenant, "limit_mu").await.len(), 1);
    let checked = tenant
        .manage("GET", "/anomaly/blocks/ips/192.0.2.1", None)
        .await;
    assert_eq!(checked.status, 200);
    tenant.clock.advance(SignedDuration::from_secs(101));
    assert_eq!(guess(4).await, "invalid_grant");
    assert_eq!(guess(5).await, "too_many_attempts");
    let watching = json!({ "shields": ["admin_notification"] });
    set(&tenant, SUSPICIOUS_IP, watching).await;
    assert_eq!(guess(6).await, "invalid_grant");
}

#[tokio::test]
async fn a_blocked_network_is_seen_and_let_in_by_any_of_its_addresses() {
    let tenant = TestTenant::start().await;
    let stage = json!({ "stage": { "pre-login": { "max_attempts": 2, "rate": 100_000 } } });
    set(&tenant, SUSPICIOUS_IP, stage).await;
    for number in 1..=2 {
        let (ip, nobody) = (
            format!("2001:db8::{number}"),
            format!("nobody{number}@example.com"),
        );
        log_in(&tenant, &ip, &nobody, "wrong").await;
    }
    let attempt = async || log_in(&tenant, "2001:db8::3", "nobody3@example.com", "wrong").await;
    assert_eq!(attempt().await, "too_many_attempts");
    let path = "/anomaly/blocks/ips/2001:db8::7";
    assert_eq!(tenant.manage("GET", path, None).await.status, 200);
    let other = "/anomaly/blocks/ips/2001:db8:0:1::7";
    assert_eq!(tenant.manage("GET", other, None).await.status, 404);
    assert_eq!(tenant.manage("DELETE", path, None).await.status, 204);
    assert_eq!(tenant.manage("GET", path, None).await.status, 404);
    assert_eq!(attempt().await, "invalid_grant");
}

async fn sign_up(tenant: &TestTenant, number: u32) -> Answer {
    let body = json!({
        "client_id": tenant.bootstrap.applications[0].client_id, "connection": DATABASE,
        "email": format!("new{number}@example.com"), "password": "a good Passw0rd, really",
    });
    tenant.post_json("/dbconnections/signup", body).await
}

#[tokio::test]
async fn in_development_sign_ups_count_only_if_the_tenant_says_so() {
    let tenant = TestTenant::start().await;
    let taken = async || {
        let answer = sign_up(&tenant, 0).await;
        answer.json()["code"].as_str().map(str::to_owned)
    };
    assert_eq!(sign_up(&tenant, 0).await.status, 200);
    for _ in 0..60 {
        assert_eq!(taken().await.as_deref(), Some("invalid_signup"));
    }
    // Slowly enough that none is regained meanwhile.
    let stage = json!({ "pre-user-registration": { "rate": 3_600_000 } });
    set(&tenant, SUSPICIOUS_IP, json!({ "stage": stage })).await;
    for _ in 0..50 {
        assert_eq!(taken().await.as_deref(), Some("invalid_signup"));
    }
    assert_eq!(sign_up(&tenant, 0).await.status, 429);
}

#[tokio::test]
async fn sign_ups_of_one_address_are_counted_apart() {
    let tenant = TestTenant::start().await;
    let stage = json!({ "pre-user-registration": { "max_attempts": 2, "rate": 3_600_000 } });
    set(&tenant, SUSPICIOUS_IP, json!({ "stage": stage })).await;
    // What is no sign-up does not count.
    for _ in 0..3 {
        let malformed = tenant.post_json("/dbconnections/signup", json!({})).await;
        assert_eq!(malformed.status, 400);
    }
    for number in [1, 2] {
        assert_eq!(sign_up(&tenant, number).await.status, 200);
    }
    let refused = sign_up(&tenant, 3).await;
    assert_eq!(refused.status, 429, "{}", refused.text);
    assert_eq!(refused.json()["error"], "too_many_attempts");
    assert!(refused.headers.contains_key("retry-after"));
    let entries = logged(&tenant, "limit_mu").await;
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0]["details"]["flow"], "signup");
    // The page counts with it, and logins do not.
    let mut browser = Browser::new(&tenant);
    let app = &tenant.bootstrap.applications[0];
    let query = encode(&[
        ("client_id", app.client_id.as_str()),
        ("redirect_uri", app.callbacks[0].as_str()),
        ("response_type", "code"),
        ("screen_hint", "signup"),
    ]);
    let start = browser.get(&format!("/authorize?{query}")).await;
    let page = start.location().to_owned();
    let form = [
        ("email", "new4@example.com"),
        ("password", "a good Passw0rd, really"),
        ("action", "default"),
    ];
    let refused = browser.submit(&page, &form).await;
    assert_eq!(refused.status, 429);
    assert!(refused.text.contains("Too many signups from the same IP"));
    assert_eq!(log_in(&tenant, "127.0.0.1", EMAIL, PASSWORD).await, "");
    set(
        &tenant,
        SUSPICIOUS_IP,
        json!({ "allowlist": ["127.0.0.1"] }),
    )
    .await;
    assert_eq!(sign_up(&tenant, 5).await.status, 200);
}
