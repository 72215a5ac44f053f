//! `/u/consent`.

use axum::http::StatusCode;
use serde_json::json;

use super::{authorize, credentials, log_in};
use crate::support::{Browser, TestTenant};

#[tokio::test]
async fn consent_is_asked_for_when_the_application_wants_it_and_can_be_refused() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    log_in(&mut browser, &authorize(&tenant, &[])).await;
    let asked = authorize(&tenant, &[("prompt", "consent")]);
    let start = browser.get(&asked).await;
    assert!(
        start.location().starts_with("/u/consent?"),
        "{}",
        start.location()
    );
    let page = start.location().to_owned();
    assert!(
        browser
            .get(&page)
            .await
            .text
            .contains("See your email address")
    );
    let bogus = browser.submit(&page, &[("action", "bogus")]).await;
    assert_eq!(bogus.status, 400);
    assert!(bogus.text.contains("Invalid action"), "{}", bogus.text);
    let denied = browser.submit(&page, &[("action", "deny")]).await;
    assert_eq!(denied.parameter("error").as_deref(), Some("access_denied"));
    let description = "User did not authorize the request";
    assert_eq!(
        denied.parameter("error_description").as_deref(),
        Some(description)
    );

    let start = browser.get(&asked).await;
    let page = start.location().to_owned();
    let accepted = browser.submit(&page, &[("action", "accept")]).await;
    let back = browser.follow(accepted).await;
    assert!(back.parameter("code").is_some(), "{}", back.location());
}

/// A web application of somebody else; answers its id.
async fn third_party(tenant: &TestTenant) -> String {
    let client = json!({
        "name": "Partner & Sons", "app_type": "regular_web", "is_first_party": false,
        "callbacks": ["https://partner.example/cb"], "grant_types": ["authorization_code"],
    });
    let made = tenant.manage("POST", "/clients", Some(client)).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
    let client_id = made.json()["client_id"].as_str().unwrap().to_owned();
    let database = &tenant.bootstrap.connections.database.id;
    let change = json!([{ "client_id": client_id, "status": true }]);
    let path = format!("/connections/{database}/clients");
    let answer = tenant.manage("PATCH", &path, Some(change)).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT, "{}", answer.text);
    client_id
}

#[tokio::test]
async fn a_third_party_gets_nothing_without_consent_and_asks_once() {
    let tenant = TestTenant::start().await;
    let client_id = third_party(&tenant).await;
    let asked = authorize(
        &tenant,
        &[
            ("client_id", &client_id),
            ("redirect_uri", "https://partner.example/cb"),
        ],
    );
    let mut browser = Browser::new(&tenant);
    let consent_page = async |browser: &mut Browser<'_>| {
        let start = browser.get(&asked).await.location().to_owned();
        if start.starts_with("/u/consent?") {
            return start;
        }
        let posted = browser.submit(&start, &credentials(super::PASSWORD)).await;
        let resume = browser.get(posted.location()).await;
        assert!(resume.location().starts_with("/u/consent?"));
        resume.location().to_owned()
    };
    let page = consent_page(&mut browser).await;
    let shown = browser.get(&page).await;
    assert!(shown.text.contains("Partner &#38; Sons"), "{}", shown.text);
    let denied = browser.submit(&page, &[("action", "deny")]).await;
    // A third party does not get people sent to it who said no, unless it may.
    assert_eq!(denied.status, StatusCode::FORBIDDEN);
    assert!(denied.text.contains("User did not authorize the request"));
    let open = json!({ "redirection_policy": "allow_always" });
    tenant.set_client(&client_id, open).await;
    let page = consent_page(&mut browser).await;
    let denied = browser.submit(&page, &[("action", "deny")]).await;
    assert!(denied.location().starts_with("https://partner.example/cb?"));
    assert_eq!(denied.parameter("error").as_deref(), Some("access_denied"));

    // A refusal is not remembered, and silence is no consent.
    let silent = format!("{asked}&prompt=none");
    let silence = browser.get(&silent).await;
    assert_eq!(
        silence.parameter("error").as_deref(),
        Some("consent_required")
    );
    let page = consent_page(&mut browser).await;
    let accepted = browser.submit(&page, &[("action", "accept")]).await;
    let back = browser.follow(accepted).await;
    assert!(back.parameter("code").is_some(), "{}", back.location());
    assert!(browser.get(&silent).await.parameter("code").is_some());

    // More than was agreed to is asked for again.
    let more = silent.replace("openid+profile+email", "openid+profile+email+address");
    assert_ne!(more, silent);
    assert_eq!(
        browser.get(&more).await.parameter("error").as_deref(),
        Some("consent_required")
    );
}

#[tokio::test]
async fn in_production_a_program_on_this_machine_gets_nothing_without_consent() {
    let tenant = TestTenant::in_production().await;
    let mut browser = Browser::new(&tenant);
    // The demo application waits at localhost, and asks for no API.
    let asked = authorize(&tenant, &[]);
    let back = log_in(&mut browser, &asked).await;
    assert_eq!(back.status, StatusCode::OK);
    assert!(
        back.text.contains("See your email address"),
        "{}",
        back.text
    );
    let silent = format!("{asked}&prompt=none");
    assert_eq!(
        browser.get(&silent).await.parameter("error").as_deref(),
        Some("consent_required")
    );
    let client_id = tenant.bootstrap.applications[1].client_id.clone();
    let verifiable = json!({ "callbacks": ["https://app.example.com/cb"] });
    tenant.set_client(&client_id, verifiable).await;
    let elsewhere = [("redirect_uri", "https://app.example.com/cb")];
    let back = browser.get(&authorize(&tenant, &elsewhere)).await;
    assert!(back.parameter("code").is_some(), "{}", back.text);
}
