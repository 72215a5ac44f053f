//! The device flow: `/oauth/device/code`, `/activate` and the grant that waits for them.

use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};

use super::credentials;
use crate::support::{Answer, Browser, DOMAIN, TestTenant, claims, encode};

const GRANT: &str = "urn:ietf:params:oauth:grant-type:device_code";

/// A television: a native application of this tenant that may use the device flow.
struct Television {
    tenant: TestTenant,
    client_id: String,
}

/// What `/oauth/device/code` answered.
struct Asked {
    device_code: String,
    user_code: String,
}

impl Television {
    async fn start() -> Self {
        Self::of(json!({})).await
    }

    async fn of(more: Value) -> Self {
        let tenant = TestTenant::start().await;
        let mut client = json!({
            "name": "Television", "app_type": "native", "oidc_conformant": true,
            "grant_types": [GRANT, "refresh_token"],
        });
        client
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        let made = tenant.manage("POST", "/clients", Some(client)).await;
        assert_eq!(made.status, 201, "{}", made.text);
        let client_id = made.json()["client_id"].as_str().unwrap().to_owned();
        let database = &tenant.bootstrap.connections.database.id;
        let change = json!([{ "client_id": client_id, "status": true }]);
        let path = format!("/connections/{database}/clients");
        assert_eq!(
            tenant.manage("PATCH", &path, Some(change)).await.status,
            204
        );
        Self { tenant, client_id }
    }

    async fn post_code(&self, more: &[(&str, &str)]) -> Answer {
        let form = [&[("client_id", self.client_id.as_str())], more].concat();
        self.tenant.post_form("/oauth/device/code", &form).await
    }

    async fn ask(&self, scope: &str) -> Asked {
        let answer = self.post_code(&[("scope", scope)]).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        let text = |name: &str| answer.json()[name].as_str().unwrap().to_owned();
        Asked {
            device_code: text("device_code"),
            user_code: text("user_code"),
        }
    }

    async fn poll(&self, device_code: &str) -> Answer {
        let form = [
            ("grant_type", GRANT),
            ("client_id", self.client_id.as_str()),
            ("device_code", device_code),
        ];
        self.tenant.post_form("/oauth/token", &form).await
    }

    /// The status and error of a poll.
    async fn refused(&self, device_code: &str) -> (u16, String, String) {
        let answer = self.poll(device_code).await;
        let text = |name: &str| answer.json()[name].as_str().unwrap_or_default().to_owned();
        let (error, description) = (text("error"), text("error_description"));
        (answer.status.as_u16(), error, description)
    }

    /// Whether the log has an entry of this type.
    async fn logged(&self, kind: &str) -> bool {
        let logs = self.tenant.manage("GET", "/logs", None).await.json();
        let mut entries = logs.as_array().unwrap().iter();
        entries.any(|entry| entry["type"] == kind)
    }
}

/// Types the code; answers the page that asks whether the device is this person's.
async fn type_code(browser: &mut Browser<'_>, user_code: &str) -> String {
    let fields = [("code", user_code), ("action", "default")];
    let typed = browser.submit("/activate", &fields).await;
    assert_eq!(typed.status, 302, "{}", typed.text);
    assert!(typed.location().starts_with("/activate?state="));
    typed.location().to_owned()
}

/// Confirms the device on `page` and logs the demo user in; answers the last page.
async fn confirm_and_log_in(browser: &mut Browser<'_>, page: &str) -> Answer {
    let confirmed = browser.submit(page, &[("action", "confirm")]).await;
    let login = confirmed.location().to_owned();
    assert!(login.starts_with("/u/login?state="), "{login}");
    let posted = browser.submit(&login, &credentials(super::PASSWORD)).await;
    browser.follow(posted).await
}

#[tokio::test]
async fn a_device_is_let_in_by_somebody_who_confirms_its_code_and_logs_in() {
    let tv = Television::start().await;
    let scope = "openid profile email offline_access";
    let answer = tv.post_code(&[("scope", scope)]).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
    let told = answer.json();
    let user_code = told["user_code"].as_str().unwrap();
    assert_eq!(
        told["verification_uri"],
        format!("https://{DOMAIN}/activate")
    );
    assert_eq!(
        told["verification_uri_complete"],
        format!("https://{DOMAIN}/activate?user_code={user_code}")
    );
    assert_eq!(
        (&told["expires_in"], &told["interval"]),
        (&json!(900), &json!(5))
    );
    assert_eq!(told.as_object().unwrap().len(), 6);
    assert_eq!((user_code.len(), &user_code[4..5]), (9, "-"));
    let device_code = told["device_code"].as_str().unwrap();

    let pending = (
        403,
        "authorization_pending".to_owned(),
        "User has yet to authorize device code.".to_owned(),
    );
    assert_eq!(tv.refused(device_code).await, pending);
    let fast = (
        429,
        "slow_down".to_owned(),
        "You are polling faster than the specified interval of 5 seconds.".to_owned(),
    );
    assert_eq!(tv.refused(device_code).await, fast);
    tv.tenant.clock.advance(jiff::SignedDuration::from_secs(5));
    assert_eq!(tv.refused(device_code).await, pending);

    let mut browser = Browser::new(&tv.tenant);
    // However it is typed.
    let page = type_code(&mut browser, &user_code.to_lowercase().replace('-', " ")).await;
    let shown = browser.get(&page).await;
    assert!(
        shown.text.contains(&format!("value=\"{user_code}\"")),
        "{}",
        shown.text
    );
    assert!(shown.text.contains("Television"), "{}", shown.text);
    let done = confirm_and_log_in(&mut browser, &page).await;
    assert_eq!(done.status, StatusCode::OK);
    assert!(
        done.text.contains("Your device is connected"),
        "{}",
        done.text
    );

    let tokens = tv.poll(device_code).await;
    assert_eq!(tokens.status, 200, "{}", tokens.text);
    let tokens = tokens.json();
    let told = claims(tokens["id_token"].as_str().unwrap());
    assert_eq!(told["email"], super::EMAIL);
    assert_eq!(told["aud"], tv.client_id.as_str());
    assert_eq!(tokens["token_type"], "Bearer");
    assert_eq!(tokens["scope"], Value::Null);
    let refresh = [
        ("grant_type", "refresh_token"),
        ("client_id", tv.client_id.as_str()),
        ("refresh_token", tokens["refresh_token"].as_str().unwrap()),
    ];
    let refreshed = tv.tenant.post_form("/oauth/token", &refresh).await;
    assert_eq!(refreshed.status, 200, "{}", refreshed.text);
    // It is spent, and so is the page.
    let spent = (
        403,
        "invalid_grant".to_owned(),
        "Invalid or expired device code.".to_owned(),
    );
    assert_eq!(tv.refused(device_code).await, spent);
    let again = browser.submit(&page, &[("action", "confirm")]).await;
    assert!(
        again.text.contains("Your device is connected"),
        "{}",
        again.text
    );
    assert!(tv.logged("sede").await && tv.logged("fede").await);
}

#[tokio::test]
async fn who_is_logged_in_already_only_confirms() {
    let tv = Television::start().await;
    let mut browser = Browser::new(&tv.tenant);
    for _ in 0..2 {
        let asked = tv.ask("openid").await;
        let link = format!("/activate?{}", encode(&[("user_code", &asked.user_code)]));
        let page = browser.get(&link).await.location().to_owned();
        // A link alone lets nobody in.
        assert_eq!(
            tv.refused(&asked.device_code).await.1,
            "authorization_pending"
        );
        let confirmed = browser.submit(&page, &[("action", "confirm")]).await;
        let done = if confirmed.location().starts_with("/u/login") {
            let login = confirmed.location().to_owned();
            let posted = browser.submit(&login, &credentials(super::PASSWORD)).await;
            browser.follow(posted).await
        } else {
            browser.follow(confirmed).await
        };
        assert!(
            done.text.contains("Your device is connected"),
            "{}",
            done.text
        );
        assert_eq!(tv.poll(&asked.device_code).await.status, 200);
    }
}

#[tokio::test]
async fn who_cancels_lets_nobody_in() {
    let tv = Television::start().await;
    let asked = tv.ask("openid").await;
    let mut browser = Browser::new(&tv.tenant);
    let page = type_code(&mut browser, &asked.user_code).await;
    let strange = browser.submit(&page, &[("action", "bogus")]).await;
    assert_eq!(strange.status, 400);
    assert!(strange.text.contains("Invalid action"));
    let cancelled = browser.submit(&page, &[("action", "cancel")]).await;
    let shown = browser.follow(cancelled).await;
    assert!(shown.text.contains("was not let in"), "{}", shown.text);
    let denied = (
        403,
        "access_denied".to_owned(),
        "User cancelled the confirmation prompt.".to_owned(),
    );
    assert_eq!(tv.refused(&asked.device_code).await, denied);
    // No other browser changes that.
    let mut other = Browser::new(&tv.tenant);
    let fields = [("code", asked.user_code.as_str())];
    let late = other.submit("/activate", &fields).await;
    assert_eq!(late.status, 400);
    assert!(
        late.text.contains("Invalid or expired user code"),
        "{}",
        late.text
    );
    assert!(tv.logged("fdecc").await && tv.logged("fdeac").await);
}

#[tokio::test]
async fn who_cancels_too_late_is_not_asked_again() {
    let tv = Television::start().await;
    let asked = tv.ask("openid").await;
    let mut browser = Browser::new(&tv.tenant);
    let page = type_code(&mut browser, &asked.user_code).await;
    tv.tenant
        .clock
        .advance(jiff::SignedDuration::from_secs(900));
    let cancelled = browser.submit(&page, &[("action", "cancel")]).await;
    let shown = browser.follow(cancelled).await;
    assert!(shown.text.contains("was not let in"), "{}", shown.text);
}

#[tokio::test]
async fn an_expired_code_is_told_once() {
    let tv = Television::start().await;
    let asked = tv.ask("openid").await;
    let mut browser = Browser::new(&tv.tenant);
    let page = type_code(&mut browser, &asked.user_code).await;
    tv.tenant
        .clock
        .advance(jiff::SignedDuration::from_secs(900));
    let late = confirm_and_log_in(&mut browser, &page).await;
    assert!(
        !late.text.contains("Your device is connected"),
        "{}",
        late.text
    );
    let expired = (
        403,
        "expired_token".to_owned(),
        "The device code is expired".to_owned(),
    );
    assert_eq!(tv.refused(&asked.device_code).await, expired);
    assert_eq!(tv.refused(&asked.device_code).await.1, "invalid_grant");
    let fields = [("code", asked.user_code.as_str())];
    assert_eq!(browser.submit("/activate", &fields).await.status, 400);
}

#[tokio::test]
async fn no_page_of_a_login_lets_a_device_in_before_it_is_confirmed() {
    let tv = Television::start().await;
    let asked = tv.ask("openid").await;
    let mut browser = Browser::new(&tv.tenant);
    let page = type_code(&mut browser, &asked.user_code).await;
    let (_, state) = page.split_once('?').unwrap();
    for path in [
        "/u/login",
        "/u/login/identifier",
        "/u/login/password",
        "/u/signup",
    ] {
        let address = format!("{path}?{state}");
        let skipped = browser.get(&address).await;
        assert_eq!(skipped.location(), page, "{path}");
        let posted = browser.post(&address, &credentials(super::PASSWORD)).await;
        assert_eq!(posted.location(), page, "{path}");
    }
    for path in ["/u/consent", "/authorize/resume"] {
        let skipped = browser.get(&format!("{path}?{state}")).await;
        assert_eq!(browser.follow(skipped).await.status, 200, "{path}");
    }
    assert_eq!(
        tv.refused(&asked.device_code).await.1,
        "authorization_pending"
    );
}

#[tokio::test]
async fn another_site_or_browser_confirms_nothing() {
    let tv = Television::start().await;
    let asked = tv.ask("openid").await;
    let mut browser = Browser::new(&tv.tenant);
    let page = type_code(&mut browser, &asked.user_code).await;
    let cookies: Vec<String> = browser
        .cookies
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    for (path, body) in [
        (page.as_str(), "action=confirm".to_owned()),
        ("/activate", encode(&[("code", &asked.user_code)])),
    ] {
        let forged = Request::post(path)
            .header(header::HOST, DOMAIN)
            .header(header::ORIGIN, "https://evil.example")
            .header(header::COOKIE, cookies.join("; "))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let forged = forged.body(axum::body::Body::from(body)).unwrap();
        assert_eq!(tv.tenant.send(forged).await.status, 403, "{path}");
    }
    let mut other = Browser::new(&tv.tenant);
    assert_eq!(other.get(&page).await.status, 400);
    let stolen = other.post(&page, &[("action", "confirm")]).await;
    assert_eq!(stolen.status, 400);
    assert_eq!(
        tv.refused(&asked.device_code).await.1,
        "authorization_pending"
    );
}

#[tokio::test]
async fn codes_cannot_be_guessed_one_after_the_other() {
    let tv = Television::start().await;
    let asked = tv.ask("openid").await;
    let mut browser = Browser::new(&tv.tenant);
    for number in 0..100 {
        let code = format!("BBBB-{}", ["BBBB", "CCCC", "DDDD"][number % 3]);
        let wrong = browser.post("/activate", &[("code", &code)]).await;
        assert_eq!(wrong.status, 400);
        assert!(
            wrong.text.contains("Invalid or expired user code"),
            "{number}"
        );
    }
    // The right one too, until some are forgotten.
    let fields = [("code", asked.user_code.as_str())];
    let refused = browser.post("/activate", &fields).await;
    assert_eq!(refused.status, 400);
    assert!(
        refused.text.contains("further attempts will be blocked"),
        "{}",
        refused.text
    );
    tv.tenant
        .clock
        .advance(jiff::SignedDuration::from_secs(870));
    assert_eq!(browser.post("/activate", &fields).await.status, 302);
}

#[tokio::test]
async fn a_third_party_asks_for_consent_too() {
    let tv = Television::of(json!({ "is_first_party": false })).await;
    let asked = tv.ask("openid email").await;
    let mut browser = Browser::new(&tv.tenant);
    let page = type_code(&mut browser, &asked.user_code).await;
    let consent = confirm_and_log_in(&mut browser, &page).await;
    assert!(
        consent.text.contains("See your email address"),
        "{}",
        consent.text
    );
    let (_, state) = page.split_once('?').unwrap();
    let consent = format!("/u/consent?{state}");
    let denied = browser.submit(&consent, &[("action", "deny")]).await;
    let shown = browser.follow(denied).await;
    assert!(shown.text.contains("was not let in"), "{}", shown.text);
    let refused = tv.refused(&asked.device_code).await;
    assert_eq!((refused.0, refused.1.as_str()), (403, "access_denied"));

    let asked = tv.ask("openid email").await;
    let page = type_code(&mut browser, &asked.user_code).await;
    let confirmed = browser.submit(&page, &[("action", "confirm")]).await;
    let consent = confirmed.location().to_owned();
    assert!(consent.starts_with("/u/consent?"), "{consent}");
    let accepted = browser.submit(&consent, &[("action", "accept")]).await;
    browser.follow(accepted).await;
    assert_eq!(tv.poll(&asked.device_code).await.status, 200);
}

#[tokio::test]
async fn only_clients_with_the_grant_ask_and_only_their_own_codes_count() {
    let tv = Television::start().await;
    let spa = tv.tenant.bootstrap.applications[1].client_id.clone();
    let refused = tv
        .tenant
        .post_form("/oauth/device/code", &[("client_id", &spa)])
        .await;
    assert_eq!(refused.status, 403);
    assert_eq!(refused.json()["error"], "unauthorized_client");
    // Whatever grants it has, an application that is not native is no device.
    for app_type in ["spa", "regular_web"] {
        let public = json!({ "app_type": app_type, "token_endpoint_auth_method": "none" });
        let refused = Television::of(public).await.post_code(&[]).await;
        assert_eq!(refused.status, 403, "{app_type}");
        assert_eq!(refused.json()["error"], "unauthorized_client");
    }
    let nobody = tv
        .tenant
        .post_form("/oauth/device/code", &[("scope", "openid")])
        .await;
    assert_eq!(
        (nobody.status.as_u16(), nobody.json()["error"].as_str()),
        (400, Some("invalid_request"))
    );
    let service = tv
        .post_code(&[("audience", "https://nowhere.example")])
        .await;
    assert_eq!(
        (service.status.as_u16(), service.json()["error"].as_str()),
        (403, Some("access_denied"))
    );
    assert!(tv.logged("fdeaz").await);

    let asked = tv.ask("openid").await;
    let other = json!({ "name": "Radio", "app_type": "native", "grant_types": [GRANT] });
    let made = tv
        .tenant
        .manage("POST", "/clients", Some(other))
        .await
        .json();
    let form = [
        ("grant_type", GRANT),
        ("client_id", made["client_id"].as_str().unwrap()),
        ("device_code", &asked.device_code),
    ];
    let stolen = tv.tenant.post_form("/oauth/token", &form).await;
    assert_eq!(stolen.json()["error"], "invalid_grant");
}

#[tokio::test]
async fn the_tenant_says_how_its_codes_look() {
    let tv = Television::start().await;
    for weak in [
        json!({ "charset": "base20", "mask": "***-***" }),
        json!({ "charset": "digits", "mask": "****-****" }),
        json!({ "charset": "base20", "mask": "XXXX-****-****" }),
    ] {
        let change = json!({ "device_flow": weak });
        let refused = tv
            .tenant
            .manage("PATCH", "/tenants/settings", Some(change))
            .await;
        assert_eq!(
            (
                refused.status.as_u16(),
                refused.json()["errorCode"].as_str()
            ),
            (400, Some("invalid_body"))
        );
    }
    let digits = json!({ "device_flow": { "charset": "digits", "mask": "*** ***-***" } });
    tv.tenant.set_settings(digits).await;
    let asked = tv.ask("openid").await;
    let shape: String = asked
        .user_code
        .chars()
        .map(|sign| if sign.is_ascii_digit() { '*' } else { sign })
        .collect();
    assert_eq!(shape, "*** ***-***");
    let mut browser = Browser::new(&tv.tenant);
    assert!(
        browser
            .get("/activate")
            .await
            .text
            .contains("inputmode=\"numeric\"")
    );
    let page = type_code(&mut browser, &asked.user_code).await;
    assert!(browser.get(&page).await.text.contains(&asked.user_code));
}

#[tokio::test]
async fn of_two_polls_that_race_one_gets_the_tokens() {
    let tv = Television::start().await;
    let asked = tv.ask("openid offline_access").await;
    let mut browser = Browser::new(&tv.tenant);
    let page = type_code(&mut browser, &asked.user_code).await;
    confirm_and_log_in(&mut browser, &page).await;
    let (first, second) = tokio::join!(tv.poll(&asked.device_code), tv.poll(&asked.device_code));
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 403]);
}

#[tokio::test]
async fn what_a_blocked_user_let_in_gets_nothing() {
    let tv = Television::start().await;
    let asked = tv.ask("openid").await;
    let mut browser = Browser::new(&tv.tenant);
    let page = type_code(&mut browser, &asked.user_code).await;
    confirm_and_log_in(&mut browser, &page).await;
    let found = encode(&[("email", super::EMAIL)]);
    let users = tv
        .tenant
        .manage("GET", &format!("/users-by-email?{found}"), None)
        .await
        .json();
    let user_id = users[0]["user_id"].as_str().unwrap().replace('|', "%7C");
    let block = Some(json!({ "blocked": true }));
    let blocked = tv
        .tenant
        .manage("PATCH", &format!("/users/{user_id}"), block)
        .await;
    assert_eq!(blocked.status, 200, "{}", blocked.text);
    let refused = tv.refused(&asked.device_code).await;
    assert_eq!((refused.0, refused.2.as_str()), (403, "user is blocked"));
}

#[tokio::test]
async fn a_device_that_the_old_password_let_in_is_out_with_it() {
    let tv = Television::start().await;
    let asked = tv.ask("openid offline_access").await;
    let mut browser = Browser::new(&tv.tenant);
    let page = type_code(&mut browser, &asked.user_code).await;
    confirm_and_log_in(&mut browser, &page).await;
    super::new_password::set_password(&tv.tenant, "Another-d00r").await;
    let (status, error, told) = tv.refused(&asked.device_code).await;
    assert_eq!((status, error.as_str()), (403, "invalid_grant"), "{told}");
}
