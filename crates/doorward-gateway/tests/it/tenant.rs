//! Whole journeys against Doorward's own tenant: as the platform's login site and its user manager make them.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::body::Body;
use doorward_tenant::DEMO_EMAIL;
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::gateway::{cookie_of, request, send};
use crate::import::{form, upload};
use crate::installation::Installation;

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
