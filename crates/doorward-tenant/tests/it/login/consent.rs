//! `/u/consent`.

use axum::http::StatusCode;
use serde_json::json;

use super::{authorize, credentials, log_in};
use crate::support::{Answer, Browser, TestTenant};

const CALLBACK: &str = "https://partner.example/cb";

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

/// A third party that gets refresh tokens, and a browser of the demo user.
struct Partner<'t> {
    tenant: &'t TestTenant,
    client_id: String,
    browser: Browser<'t>,
}

impl<'t> Partner<'t> {
    async fn of(tenant: &'t TestTenant) -> Self {
        let client_id = third_party(tenant).await;
        let change = json!({
            "grant_types": ["authorization_code", "refresh_token"],
            "token_endpoint_auth_method": "none",
            "refresh_token": {
                "rotation_type": "rotating", "expiration_type": "expiring", "leeway": 0,
                "token_lifetime": 10_000, "idle_token_lifetime": 9_000,
            },
        });
        let path = format!("/clients/{client_id}");
        let changed = tenant.manage("PATCH", &path, Some(change)).await;
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.text);
        Self {
            tenant,
            client_id,
            browser: Browser::new(tenant),
        }
    }

    /// A refresh token for an API, and whether consent was asked for.
    async fn log_in(&mut self, audience: &str) -> (String, bool) {
        let asked = authorize(
            self.tenant,
            &[
                ("client_id", &self.client_id),
                ("redirect_uri", CALLBACK),
                ("scope", "openid offline_access"),
                ("audience", audience),
            ],
        );
        let mut answer = self.browser.get(&asked).await;
        if answer.location().starts_with("/u/login") {
            let page = answer.location().to_owned();
            let credentials = credentials(super::PASSWORD);
            answer = self.browser.submit(&page, &credentials).await;
            answer = self.browser.get(answer.location()).await;
        }
        let is_asked = answer.location().starts_with("/u/consent");
        if is_asked {
            let page = answer.location().to_owned();
            answer = self.browser.submit(&page, &[("action", "accept")]).await;
            answer = self.browser.follow(answer).await;
        }
        let code = answer.parameter("code").unwrap();
        let tokens = self
            .token(&[
                ("grant_type", "authorization_code"),
                ("code", &code),
                ("redirect_uri", CALLBACK),
                ("code_verifier", super::VERIFIER),
            ])
            .await;
        assert_eq!(tokens.status, StatusCode::OK, "{}", tokens.text);
        let token = tokens.json()["refresh_token"].as_str().unwrap().to_owned();
        (token, is_asked)
    }

    async fn token(&self, form: &[(&str, &str)]) -> Answer {
        let form = [&[("client_id", self.client_id.as_str())], form].concat();
        self.tenant.post_form("/oauth/token", &form).await
    }

    /// What an exchange of a refresh token leads to.
    async fn refresh(&self, token: &str) -> Answer {
        let form = [("grant_type", "refresh_token"), ("refresh_token", token)];
        self.token(&form).await
    }

    async fn revoke(&self, token: &str) {
        let form = [("client_id", self.client_id.as_str()), ("token", token)];
        let answer = self.tenant.post_form("/oauth/revoke", &form).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    }
}

#[tokio::test]
async fn a_revocation_takes_the_consent_for_the_same_api_along_if_the_tenant_wants_it() {
    let tenant = TestTenant::start().await;
    let mut partner = Partner::of(&tenant).await;
    let api = tenant.bootstrap.api.identifier.as_str();
    let (of_api, is_asked) = partner.log_in(api).await;
    assert!(is_asked);
    partner.revoke(&of_api).await;
    let (first, is_asked) = partner.log_in(api).await;
    assert!(!is_asked, "the consent stayed");
    let (second, _) = partner.log_in(api).await;
    let (other, is_asked) = partner.log_in("").await;
    assert!(is_asked);

    let flag = json!({ "flags": { "revoke_refresh_token_grant": true } });
    tenant.set_settings(flag).await;
    partner.revoke(&first).await;
    for ended in [&first, &second] {
        assert_eq!(partner.refresh(ended).await.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(partner.refresh(&other).await.status, StatusCode::OK);
    assert!(!partner.log_in("").await.1);
    assert!(partner.log_in(api).await.1);
}

#[tokio::test]
async fn reuse_of_a_refresh_token_takes_the_consent_along() {
    let tenant = TestTenant::start().await;
    let mut partner = Partner::of(&tenant).await;
    let (stolen, _) = partner.log_in("").await;
    assert!(!partner.log_in("").await.1);
    assert_eq!(partner.refresh(&stolen).await.status, StatusCode::OK);
    assert_eq!(partner.refresh(&stolen).await.status, StatusCode::FORBIDDEN);
    assert!(partner.log_in("").await.1);
}
