//! `/authorize`, the login page, and the exchange of the code.

use super::{CHALLENGE, EMAIL, PASSWORD, VERIFIER, authorize, credentials, exchange, log_in};
use crate::support::{Browser, TestTenant, claims};

#[tokio::test]
async fn a_person_logs_in_and_the_application_gets_tokens() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let back = log_in(&mut browser, &authorize(&tenant, &[("nonce", "n-1")])).await;
    assert_eq!(back.status, 302);
    assert!(
        back.location()
            .starts_with(&tenant.bootstrap.applications[1].callbacks[0])
    );
    assert_eq!(back.parameter("state").as_deref(), Some("a+b/c=~"));
    let code = back.parameter("code").unwrap();
    let answer = exchange(&tenant, &code, VERIFIER).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    let tokens = answer.json();
    let id_token = claims(tokens["id_token"].as_str().unwrap());
    assert_eq!(id_token["nonce"], "n-1");
    assert_eq!(id_token["email"], EMAIL);
    assert_eq!(id_token["sid"].as_str().unwrap().len(), 32);
    assert!(id_token.get("auth_time").is_none());
    assert!(tokens.get("refresh_token").is_none());
}

#[tokio::test]
async fn a_code_is_exchanged_once_and_its_return_ends_what_it_bought() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let api = tenant.bootstrap.api.identifier.clone();
    let scope = ("scope", "openid offline_access");
    let back = log_in(
        &mut browser,
        &authorize(&tenant, &[scope, ("audience", &api)]),
    )
    .await;
    let code = back.parameter("code").unwrap();
    let tokens = exchange(&tenant, &code, VERIFIER).await.json();
    let refresh_token = tokens["refresh_token"].as_str().unwrap();

    let again = exchange(&tenant, &code, VERIFIER).await;
    assert_eq!(again.status, 403);
    assert_eq!(
        again.json()["error_description"],
        "Invalid authorization code"
    );
    let form = [
        ("grant_type", "refresh_token"),
        (
            "client_id",
            tenant.bootstrap.applications[1].client_id.as_str(),
        ),
        ("refresh_token", refresh_token),
    ];
    let refreshed = tenant.post_form("/oauth/token", &form).await;
    assert_eq!(refreshed.status, 403, "{}", refreshed.text);
}

/// A person who presses twice is logged in all the same.
#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_sent_four_times_logs_in_once() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let start = browser.get(&authorize(&tenant, &[])).await;
    let (page, state) = (
        start.location().to_owned(),
        start.parameter("state").unwrap(),
    );
    let mut twins: Vec<Browser<'_>> = (0..4).map(|_| browser.clone()).collect();
    let mut form = credentials(PASSWORD).to_vec();
    form.push(("state", state.as_str()));
    let posts = twins.iter_mut().map(|twin| twin.post(&page, &form));
    let answers = futures_util::future::join_all(posts).await;
    let mut codes = 0;
    for (answer, twin) in answers.into_iter().zip(&mut twins) {
        assert!(answer.location().starts_with("/authorize/resume"));
        let back = twin.follow(answer).await;
        codes += usize::from(back.status == 302 && back.parameter("code").is_some());
    }
    assert_eq!(codes, 1);
}

#[tokio::test]
async fn a_head_request_uses_nothing_up() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let start = browser.get(&authorize(&tenant, &[])).await;
    let posted = browser
        .submit(start.location(), &credentials(PASSWORD))
        .await;
    let resume = posted.location().to_owned();
    let head = browser.head(&resume).await;
    assert_eq!((head.status.as_u16(), head.text.as_str()), (200, ""));
    let back = browser.get(&resume).await;
    assert!(back.parameter("code").is_some());
    for path in ["/v2/logout", "/logout", "/oidc/logout"] {
        assert_eq!(browser.head(path).await.status, 200, "{path}");
    }
    let silent = browser
        .get(&authorize(&tenant, &[("prompt", "none")]))
        .await;
    assert!(silent.parameter("code").is_some());
}

#[tokio::test]
async fn online_and_offline_access_exclude_each_other() {
    let tenant = TestTenant::start().await;
    let both = authorize(&tenant, &[("scope", "openid online_access offline_access")]);
    let back = tenant.get(&both).await;
    assert_eq!(back.parameter("error").as_deref(), Some("invalid_scope"));
    let told = "Cannot request both online_access and offline_access scopes";
    assert_eq!(back.parameter("error_description").as_deref(), Some(told));
}

/// An application that submits twice is logged in all the same.
#[tokio::test(flavor = "multi_thread")]
async fn of_parallel_exchanges_of_one_code_one_wins() {
    let tenant = TestTenant::start().await;
    for parallel in [2, 5, 20] {
        let mut browser = Browser::new(&tenant);
        let scope = ("scope", "openid offline_access");
        let back = log_in(&mut browser, &authorize(&tenant, &[scope])).await;
        let code = back.parameter("code").unwrap();
        let exchanges = (0..parallel).map(|_| exchange(&tenant, &code, VERIFIER));
        let answers = futures_util::future::join_all(exchanges).await;
        let (won, lost): (Vec<_>, Vec<_>) =
            answers.into_iter().partition(|answer| answer.status == 200);
        assert_eq!(won.len(), 1, "{parallel}");
        assert!(won[0].json()["refresh_token"].is_string());
        for answer in lost {
            assert_eq!(answer.status, 403);
            let told = answer.json()["error_description"].clone();
            assert_eq!(told, "Invalid authorization code");
        }
    }
}

/// The Management API is for administrators: a user of an application with all its scopes on offer gets those
/// for themselves alone.
#[tokio::test]
async fn a_code_for_the_management_api_is_worth_what_users_may_do_to_themselves() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let management = tenant.bootstrap.management.audience.clone();
    let scope = "openid read:clients read:client_keys update:users read:current_user";
    let more = [("scope", scope), ("audience", management.as_str())];
    let mut back = log_in(&mut browser, &authorize(&tenant, &more)).await;
    if back.status == 200 {
        let page = back.text.split("state\" value=\"").nth(1).unwrap();
        let state = page.split('"').next().unwrap().to_owned();
        let path = format!("/u/consent?state={state}");
        let accepted = browser.submit(&path, &[("action", "accept")]).await;
        back = browser.follow(accepted).await;
    }
    let code = back.parameter("code").unwrap();
    let answer = exchange(&tenant, &code, VERIFIER).await.json();
    let own = "openid read:current_user";
    assert_eq!(answer["scope"], own);
    assert_eq!(
        claims(answer["access_token"].as_str().unwrap())["scope"],
        own
    );
}

#[tokio::test]
async fn a_wrong_verifier_buys_nothing() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let back = log_in(&mut browser, &authorize(&tenant, &[])).await;
    let code = back.parameter("code").unwrap();
    let answer = exchange(&tenant, &code, CHALLENGE).await;
    assert_eq!(answer.status, 403);
    assert_eq!(
        answer.json()["error_description"],
        "Failed to verify code verifier"
    );
    tenant.clock.advance(jiff::SignedDuration::from_secs(601));
    assert_eq!(exchange(&tenant, &code, VERIFIER).await.status, 403);
}

#[tokio::test]
async fn a_wrong_password_brings_the_page_back() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let start = browser.get(&authorize(&tenant, &[])).await;
    let page = start.location().to_owned();
    let answer = browser.submit(&page, &credentials("wrong")).await;
    assert_eq!(answer.status, 400);
    let error = "id=\"error-element-password\" role=\"alert\">Wrong email or password<";
    assert!(answer.text.contains(error), "{}", answer.text);
    assert!(answer.text.contains(EMAIL) && !answer.text.contains("wrong\""));
    let unknown = [
        ("username", "nobody@example.com"),
        ("password", "x"),
        ("action", "default"),
    ];
    let unknown = browser.submit(&page, &unknown).await;
    assert!(unknown.text.contains(error), "{}", unknown.text);
}

#[tokio::test]
async fn many_wrong_passwords_block_the_account_on_the_page_too() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let start = browser.get(&authorize(&tenant, &[])).await;
    let page = start.location().to_owned();
    for _ in 0..10 {
        browser.submit(&page, &credentials("wrong")).await;
    }
    let blocked = browser.submit(&page, &credentials(PASSWORD)).await;
    assert_eq!(blocked.status, 400);
    assert!(
        blocked
            .text
            .contains("blocked after multiple consecutive login attempts")
    );
}

#[tokio::test]
async fn faults_of_the_request_never_leave_for_an_address_that_is_not_registered() {
    let tenant = TestTenant::start().await;
    let cases = [
        ("redirect_uri", "https://evil.example/cb", 403),
        (
            "redirect_uri",
            "http://localhost:3000/callback@evil.example",
            403,
        ),
        (
            "redirect_uri",
            "http://localhost:3000/callback/../evil",
            403,
        ),
        ("redirect_uri", "//localhost:3000/callback", 403),
        ("redirect_uri", "javascript:alert(1)", 403),
        ("client_id", "nobody", 400),
        ("client_id", "", 400),
        ("state", "\0", 400),
    ];
    for (name, value, status) in cases {
        let answer = tenant.get(&authorize(&tenant, &[(name, value)])).await;
        assert_eq!(answer.status, status, "{name}={value}");
        assert!(answer.headers.get("location").is_none(), "{name}={value}");
        assert!(answer.text.starts_with("<!doctype html>"));
    }
    let twice = format!(
        "{}&redirect_uri=https://evil.example",
        authorize(&tenant, &[])
    );
    assert_eq!(tenant.get(&twice).await.status, 400);
}

#[tokio::test]
async fn faults_that_are_the_applications_go_to_the_application() {
    let tenant = TestTenant::start().await;
    let cases = [
        (
            ("response_type", ""),
            "invalid_request",
            "Missing required parameter: response_type",
        ),
        (
            ("response_type", "foo"),
            "unsupported_response_type",
            "Unsupported response type: foo",
        ),
        (
            ("audience", "https://no.example"),
            "access_denied",
            "Service not found: https://no.example",
        ),
        (
            ("connection", "nothing"),
            "invalid_request",
            "the connection was not found",
        ),
        (
            ("code_challenge", ""),
            "invalid_request",
            "Missing required parameter: code_challenge",
        ),
        (
            ("code_challenge_method", "plain"),
            "invalid_request",
            "code_challenge_method must be S256",
        ),
        (
            ("max_age", "-1"),
            "invalid_request",
            "max_age must be a number of seconds",
        ),
        (
            ("prompt", "none login"),
            "invalid_request",
            "prompt none cannot be combined with other values",
        ),
        (("prompt", "none"), "login_required", "Login required"),
        (
            ("response_mode", "smoke"),
            "invalid_request",
            "Unsupported response mode: smoke",
        ),
    ];
    for (parameter, error, description) in cases {
        let answer = tenant.get(&authorize(&tenant, &[parameter])).await;
        assert_eq!(answer.status, 302, "{parameter:?}: {}", answer.text);
        assert!(
            answer.location().starts_with("http://localhost:"),
            "{}",
            answer.location()
        );
        assert_eq!(
            answer.parameter("error").as_deref(),
            Some(error),
            "{parameter:?}"
        );
        assert_eq!(
            answer.parameter("error_description").as_deref(),
            Some(description)
        );
        assert_eq!(answer.parameter("state").as_deref(), Some("a+b/c=~"));
    }
}

#[tokio::test]
async fn a_login_belongs_to_the_browser_that_began_it() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let start = browser.get(&authorize(&tenant, &[])).await;
    let page = start.location().to_owned();
    let mut other = Browser::new(&tenant);
    other.get(&authorize(&tenant, &[])).await;
    assert_eq!(other.get(&page).await.status, 400);
    let state = start.parameter("state").unwrap();
    let mut form = credentials(PASSWORD).to_vec();
    form.push(("state", &state));
    assert_eq!(other.post(&page, &form).await.status, 400);
    assert_eq!(
        other
            .get(&format!("/authorize/resume?state={state}"))
            .await
            .status,
        400
    );
}

#[tokio::test]
async fn a_finished_login_gives_no_second_code() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let start = browser.get(&authorize(&tenant, &[])).await;
    let page = start.location().to_owned();
    let posted = browser.submit(&page, &credentials(PASSWORD)).await;
    let resume = posted.location().to_owned();
    assert!(browser.get(&resume).await.parameter("code").is_some());
    let again = browser.get(&resume).await;
    assert_eq!(again.status, 400);
    assert!(browser.get(&page).await.text.contains("back button"));
}

#[tokio::test]
async fn forms_of_other_sites_are_refused() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let start = browser.get(&authorize(&tenant, &[])).await;
    let cookies: Vec<String> = browser
        .cookies
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let request = axum::http::Request::post(start.location())
        .header("host", crate::support::DOMAIN)
        .header("origin", "https://evil.example")
        .header("cookie", cookies.join("; "))
        .body(axum::body::Body::from(crate::support::encode(
            &credentials(PASSWORD),
        )));
    assert_eq!(tenant.send(request.unwrap()).await.status, 403);
}

#[tokio::test]
async fn pages_carry_the_headers_that_protect_them() {
    let tenant = TestTenant::start().await;
    let mut browser = Browser::new(&tenant);
    let start = browser.get(&authorize(&tenant, &[])).await;
    let page = browser.get(start.location()).await;
    let header = |name: &str| page.headers.get(name).unwrap().to_str().unwrap().to_owned();
    assert_eq!(header("x-frame-options"), "DENY");
    assert_eq!(header("cache-control"), "no-store");
    let policy = header("content-security-policy");
    assert!(
        policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"),
        "{policy}"
    );
    for path in page
        .text
        .split("=\"/u/")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
    {
        if path.starts_with("assets") || path.starts_with("brand") {
            let file = tenant.get(&format!("/u/{path}")).await;
            assert_eq!(file.status, 200, "{path}");
            assert!(
                file.headers["cache-control"]
                    .to_str()
                    .unwrap()
                    .contains("immutable")
            );
        }
    }
}
