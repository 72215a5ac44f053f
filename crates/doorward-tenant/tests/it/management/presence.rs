//! Where a user is logged in, what locks them out, and what they prove themselves with.

use serde_json::{Value, json};

use super::{DATABASE, Management, escaped, refused};
use crate::login::{authorize, log_in};
use crate::support::Browser;

impl Management {
    async fn demo_user(&self) -> String {
        let path = format!("/users-by-email?email={}", crate::login::EMAIL);
        let found = self.get(&path).await.json();
        escaped(found[0]["user_id"].as_str().unwrap())
    }
}

#[tokio::test]
async fn sessions_are_listed_and_ended() {
    let api = Management::start().await;
    let user = api.demo_user().await;
    let path = format!("/users/{user}/sessions");
    assert_eq!(api.get(&path).await.json(), json!({ "sessions": [] }));
    let mut browsers = [
        Browser::new(&api.tenant),
        Browser::new(&api.tenant),
        Browser::new(&api.tenant),
    ];
    for browser in &mut browsers {
        log_in(browser, &authorize(&api.tenant, &[])).await;
    }
    let listed = api.get(&path).await.json();
    let sessions = listed["sessions"].as_array().unwrap();
    assert_eq!(sessions.len(), 3, "{listed}");
    let session = &sessions[0];
    assert_eq!(escaped(session["user_id"].as_str().unwrap()), user);
    let client = &api.tenant.bootstrap.applications[1].client_id;
    assert_eq!(session["clients"], json!([{ "client_id": client }]));
    assert_eq!(session["authentication"]["methods"][0]["name"], "pwd");
    assert!(session["device"]["initial_ip"].is_string(), "{session}");
    let one = format!("/sessions/{}", session["id"].as_str().unwrap());
    assert_eq!(api.get(&one).await.json(), *session);
    // Pages, as everywhere.
    let first = api.get(&format!("{path}?take=2")).await.json();
    let next = first["next"].as_str().unwrap();
    let rest = api.get(&format!("{path}?take=2&from={next}")).await.json();
    assert_eq!(
        (
            first["sessions"].as_array().unwrap().len(),
            &rest["sessions"][0]
        ),
        (2, &sessions[2])
    );

    let silent = authorize(&api.tenant, &[("prompt", "none")]);
    let ended = api.delete(&one, None).await;
    assert_eq!((ended.status.as_u16(), ended.text.as_str()), (202, ""));
    assert!(refused(&api.get(&one).await).starts_with("404 "));
    let outcomes = async |browsers: &mut [Browser<'_>; 3]| {
        let mut outcomes = Vec::new();
        for browser in browsers.iter_mut() {
            outcomes.push(browser.get(&silent).await.parameter("error").is_none());
        }
        outcomes
    };
    let mut alive = outcomes(&mut browsers).await;
    alive.sort_unstable();
    assert_eq!(alive, [false, true, true]);
    let all = api.delete(&path, None).await;
    assert_eq!((all.status.as_u16(), all.text.as_str()), (202, ""));
    assert_eq!(outcomes(&mut browsers).await, [false, false, false]);
    assert!(
        refused(&api.get("/users/auth0%7Cnobody/sessions").await)
            .starts_with("404 inexistent_user")
    );
}

#[tokio::test]
async fn refresh_tokens_are_listed_and_ended() {
    let api = Management::start().await;
    let user = escaped(&api.user("ada@example.com", json!({})).await);
    let path = format!("/users/{user}/refresh-tokens");
    let tokens = api.log_in("ada@example.com", super::PASSWORD).await.json();
    let listed = api.get(&format!("{path}?include_totals=true")).await.json();
    assert_eq!(listed["total"], 1, "{listed}");
    let token = &listed["tokens"][0];
    let client = &api.tenant.bootstrap.applications[0];
    assert_eq!(token["client_id"], client.client_id.as_str());
    for member in [
        "id",
        "user_id",
        "created_at",
        "idle_expires_at",
        "expires_at",
        "device",
        "session_id",
        "rotating",
        "resource_servers",
    ] {
        assert!(token.get(member).is_some(), "{member}: {token}");
    }
    let refresh = tokens["refresh_token"].as_str().unwrap();
    assert!(!listed.to_string().contains(refresh));
    let ended = api.delete(&path, None).await;
    assert_eq!((ended.status.as_u16(), ended.text.as_str()), (202, ""));
    assert_eq!(api.get(&path).await.json(), json!({ "tokens": [] }));
    let form = [
        ("grant_type", "refresh_token"),
        ("client_id", client.client_id.as_str()),
        ("client_secret", client.client_secret.as_deref().unwrap()),
        ("refresh_token", refresh),
    ];
    let refusal = api.tenant.post_form("/oauth/token", &form).await;
    assert_eq!(refusal.json()["error"], "invalid_grant");
}

#[tokio::test]
async fn a_blocked_account_is_shown_and_unblocked() {
    let api = Management::start().await;
    let id = escaped(&api.user("ada@example.com", json!({})).await);
    let (by_id, by_name) = (
        format!("/user-blocks/{id}"),
        "/user-blocks?identifier=ADA@example.com",
    );
    let nothing = json!({ "blocked_for": [] });
    for path in [by_id.as_str(), by_name] {
        for _ in 0..9 {
            api.log_in("ada@example.com", "wrong").await;
        }
        assert_eq!(api.get(path).await.json(), nothing);
        api.log_in("ada@example.com", "wrong").await;
        let locked = api.log_in("ada@example.com", super::PASSWORD).await;
        assert_eq!(
            locked.json()["error"],
            "too_many_attempts",
            "{}",
            locked.text
        );
        for path in [by_id.as_str(), by_name] {
            let blocks = api.get(path).await.json();
            let block = &blocks["blocked_for"][0];
            assert_eq!(
                (&block["identifier"], &block["connection"]),
                (&json!("ada@example.com"), &json!(DATABASE))
            );
            assert!(block["ip"].is_string(), "{blocks}");
        }
        assert_eq!(api.delete(path, None).await.status, 204);
        assert_eq!(api.get(path).await.json(), nothing);
        assert_eq!(
            api.log_in("ada@example.com", super::PASSWORD).await.status,
            200
        );
        assert_eq!(api.delete(path, None).await.status, 204);
    }
    assert_eq!(
        api.get("/user-blocks?identifier=nobody@example.com")
            .await
            .json(),
        nothing
    );
    assert!(
        refused(&api.get("/user-blocks/auth0%7Cnobody").await).starts_with("404 inexistent_user")
    );
    assert!(refused(&api.get("/user-blocks").await).starts_with("400 invalid_query_string"));
}

/// What an import brings is kept, without being told to anybody.
#[tokio::test]
async fn imported_second_factors_are_kept_shown_masked_and_taken_away() {
    let api = Management::start().await;
    let factors = json!([
        { "totp": { "secret": "JBSWY3DPEHPK3PXP" } },
        { "phone": { "value": "+15551115044" } },
        { "email": { "value": "chuckled@example.com" } },
    ]);
    let users = json!([{ "email": "ada@example.com", "user_id": "ada", "mfa_factors": factors }]);
    let job = api.imported(&users, &[]).await;
    assert_eq!(job["summary"]["inserted"], 1, "{job}");
    let path = "/users/auth0%7Cada/authentication-methods";
    let listed = api.get(&format!("{path}?include_totals=true")).await.json();
    assert_eq!(
        (&listed["total"], &listed["start"]),
        (&json!(3), &json!(0)),
        "{listed}"
    );
    assert!(!listed.to_string().contains("JBSWY3DPEHPK3PXP"));
    let of_kind = |kind: &str| -> Value {
        let mut methods = listed["authenticators"].as_array().unwrap().iter();
        methods
            .find(|method| method["type"] == kind)
            .unwrap()
            .clone()
    };
    let (totp, phone) = (of_kind("totp"), of_kind("phone"));
    assert_eq!(
        (&totp["confirmed"], &phone["phone_number"]),
        (&json!(true), &json!("XXXXXXXX5044"))
    );
    assert_eq!(of_kind("email")["email"], "chuc****@exam*******");
    assert_eq!(phone["authentication_methods"][0]["type"], "sms");
    let one = format!("{path}/{}", escaped(totp["id"].as_str().unwrap()));
    assert_eq!(api.get(&one).await.json(), totp);
    for _ in 0..2 {
        assert_eq!(api.delete(&one, None).await.status, 204);
    }
    assert!(refused(&api.get(&one).await).starts_with("404 "));
    // An upsert that names factors replaces them, one that does not leaves them.
    let upsert = [("upsert", "true")];
    api.imported(
        &json!([{ "email": "ada@example.com", "given_name": "Ada" }]),
        &upsert,
    )
    .await;
    assert_eq!(api.get(path).await.json().as_array().map(Vec::len), Some(2));
    let totp = json!([{ "totp": { "secret": "ABC234" } }]);
    api.imported(
        &json!([{ "email": "ada@example.com", "mfa_factors": totp }]),
        &upsert,
    )
    .await;
    let left = api.get(path).await.json();
    assert_eq!(
        (left.as_array().map(Vec::len), &left[0]["type"]),
        (Some(1), &json!("totp"))
    );
    assert_eq!(
        api.delete("/users/auth0%7Cada/authenticators", None)
            .await
            .status,
        204
    );
    assert_eq!(api.get(path).await.json(), json!([]));
}
