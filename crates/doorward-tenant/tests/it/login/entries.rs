//! What the tenant's log tells of a login.

use serde_json::{Value, json};

use super::{EMAIL, VERIFIER, authorize, exchange, log_in};
use crate::support::{Browser, TestTenant};

/// The newest log entry of a type.
async fn entry(tenant: &TestTenant, kind: &str) -> Value {
    let path = format!("/logs?q=type:{kind}");
    let entries = tenant.manage("GET", &path, None).await.json();
    entries[0].clone()
}

#[tokio::test]
async fn a_login_and_its_code_tell_the_user_and_the_connection() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let back = log_in(&mut browser, &authorize(&tenant, &[])).await;
    let code = back.parameter("code").unwrap();
    assert_eq!(exchange(&tenant, &code, VERIFIER).await.status, 200);
    browser
        .get(&authorize(&tenant, &[("prompt", "none")]))
        .await;
    let database = &tenant.bootstrap.connections.database;
    for kind in ["s", "ssa", "seacft"] {
        let entry = entry(&tenant, kind).await;
        for (member, expected) in [
            ("user_name", EMAIL),
            ("connection", &database.name),
            ("connection_id", &database.id),
            ("strategy", "auth0"),
            ("strategy_type", "database"),
            ("client_name", "Default SPA"),
        ] {
            assert_eq!(entry[member], expected, "{kind} {member}");
        }
    }
    let login = entry(&tenant, "s").await;
    assert_eq!(login["details"]["stats"], json!({ "loginsCount": 1 }));
    assert!(login["details"]["session_id"].is_string());
    assert_eq!(
        login["details"]["prompts"][0]["name"],
        "prompt-authenticate"
    );
    let shown = entry(&tenant, "seacft").await["details"]["code"].clone();
    assert_eq!(shown, format!("*************{}", &code[code.len() - 3..]));
}

#[tokio::test]
async fn a_sign_up_is_told_without_its_password() {
    let tenant = TestTenant::start().await;
    let app = tenant.bootstrap.applications[1].client_id.clone();
    let account = json!({
        "client_id": app, "connection": tenant.bootstrap.connections.database.name,
        "email": "new@example.com", "password": "correct-Horse-7",
    });
    tenant.post_json("/dbconnections/signup", account).await;
    let entry = entry(&tenant, "ss").await;
    let body = &entry["details"]["body"];
    assert_eq!(body["email"], "new@example.com");
    assert_eq!(body["password"], "*****");
    assert!(!entry.to_string().contains("correct-Horse-7"));
}
