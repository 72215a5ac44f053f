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

impl Management {
    /// What the first demo application gets for a refresh token.
    async fn refresh(&self, refresh_token: &str) -> Value {
        let client = &self.tenant.bootstrap.applications[0];
        let form = [
            ("grant_type", "refresh_token"),
            ("client_id", client.client_id.as_str()),
            ("client_secret", client.client_secret.as_deref().unwrap()),
            ("refresh_token", refresh_token),
        ];
        self.tenant.post_form("/oauth/token", &form).await.json()
    }

    /// A login of this user: the refresh token and its id.
    async fn refresh_token_of(&self, email: &str, user: &str) -> (String, String) {
        let tokens = self.log_in(email, super::PASSWORD).await.json();
        let path = format!("/refresh-tokens?user_id={user}&take=100");
        let listed = self.get(&path).await.json();
        let ids = super::column(&listed["refresh_tokens"], "id");
        (
            tokens["refresh_token"].as_str().unwrap().to_owned(),
            ids.last().unwrap().clone(),
        )
    }
}

#[tokio::test]
async fn a_refresh_token_is_found_by_its_id_and_ends_alone() {
    let api = Management::start().await;
    let user = escaped(&api.user("ada@example.com", json!({})).await);
    let (first, id) = api.refresh_token_of("ada@example.com", &user).await;
    let (second, other) = api.refresh_token_of("ada@example.com", &user).await;
    let path = format!("/refresh-tokens/{id}");
    let token = api.get(&path).await.json();
    assert_eq!(escaped(token["user_id"].as_str().unwrap()), user);
    assert_eq!(token["last_exchanged_at"], Value::Null);
    assert!(api.refresh(&first).await["access_token"].is_string());
    assert!(api.get(&path).await.json()["last_exchanged_at"].is_string());

    // Metadata are texts, and replaced as a whole.
    let set = async |metadata: Value| {
        let body = json!({ "refresh_token_metadata": metadata });
        api.patch(&path, body).await
    };
    assert_eq!(
        set(json!({ "a": "1", "b": "2" })).await.json()["refresh_token_metadata"]["b"],
        "2"
    );
    let kept = set(json!({ "a": "3" })).await.json();
    assert_eq!(kept["refresh_token_metadata"], json!({ "a": "3" }));
    assert_eq!(api.get(&path).await.json(), kept);
    assert_eq!(
        refused(&set(json!({ "a": 1 })).await),
        "400 invalid_body Payload validation error: 'Expected type string but found type integer' on property \
         refresh_token_metadata.a."
    );
    let gone = set(json!({})).await.json();
    assert!(gone.get("refresh_token_metadata").is_none(), "{gone}");

    for _ in 0..2 {
        let ended = api.delete(&path, None).await;
        assert_eq!((ended.status.as_u16(), ended.text.as_str()), (204, ""));
    }
    assert_eq!(api.refresh(&first).await["error"], "invalid_grant");
    assert!(api.refresh(&second).await["access_token"].is_string());
    let missing = "404 - The refresh token does not exist.";
    assert_eq!(refused(&api.get(&path).await), missing);
    let listed = format!("/refresh-tokens?user_id={user}&fields=id");
    assert_eq!(
        api.get(&listed).await.json(),
        json!({ "refresh_tokens": [{ "id": other }] })
    );
    let nobody = api.get("/refresh-tokens?user_id=auth0%7Cnobody").await;
    assert!(refused(&nobody).starts_with("404 inexistent_user"));
    assert!(refused(&api.get("/refresh-tokens").await).starts_with("400 invalid_query_string"));
}

#[tokio::test]
async fn refresh_tokens_are_revoked_by_what_names_them() {
    let api = Management::start().await;
    let user = api.user("ada@example.com", json!({})).await;
    let client = &api.tenant.bootstrap.applications[0].client_id;
    let by_id = |id: &str| json!({ "ids": [id] });
    for body in [
        by_id as fn(&str) -> Value,
        |_| Value::Null, // the user, below
    ] {
        let (token, id) = api
            .refresh_token_of("ada@example.com", &escaped(&user))
            .await;
        let body = match body(&id) {
            Value::Null => json!({ "user_id": user, "client_id": client }),
            body => body,
        };
        let ended = api.post("/refresh-tokens/revoke", body).await;
        assert_eq!((ended.status.as_u16(), ended.text.as_str()), (202, ""));
        assert_eq!(api.refresh(&token).await["error"], "invalid_grant");
    }
    let (token, id) = api
        .refresh_token_of("ada@example.com", &escaped(&user))
        .await;
    // Another client's, or another API's, are others.
    for (client, audience) in [
        ("00000000000000000000000000000000", None),
        (client.as_str(), Some("https://other.example")),
    ] {
        let mut body = json!({ "user_id": user, "client_id": client });
        if let Some(audience) = audience {
            body["audience"] = audience.into();
        }
        assert_eq!(api.post("/refresh-tokens/revoke", body).await.status, 202);
        assert!(api.refresh(&token).await["access_token"].is_string());
    }
    for body in [
        json!({}),
        json!({ "client_id": client }),
        json!({ "user_id": user, "ids": [id] }),
        json!({ "user_id": user, "audience": "https://api.example" }),
        json!({ "ids": vec!["x"; 101] }),
    ] {
        let answer = api.post("/refresh-tokens/revoke", body).await;
        assert!(
            refused(&answer).starts_with("400 invalid_body"),
            "{}",
            answer.text
        );
    }
}

#[tokio::test]
async fn what_is_kept_with_a_session_is_shown_with_it() {
    let api = Management::start().await;
    let user = api.demo_user().await;
    let mut browser = Browser::new(&api.tenant);
    log_in(&mut browser, &authorize(&api.tenant, &[])).await;
    let listed = format!("/users/{user}/sessions");
    let session = api.get(&listed).await.json()["sessions"][0].clone();
    let path = format!("/sessions/{}", session["id"].as_str().unwrap());
    let change = json!({ "session_metadata": { "device": "kiosk" } });
    let changed = api.patch(&path, change).await.json();
    assert_eq!(changed["session_metadata"], json!({ "device": "kiosk" }));
    // A login in the same browser goes on with the session, and what is kept with it stays.
    let again = authorize(&api.tenant, &[("prompt", "none")]);
    let silent = browser.get(&again).await;
    assert!(silent.parameter("code").is_some(), "{}", silent.location());
    let shown = api.get(&path).await.json();
    assert_eq!(shown["session_metadata"], json!({ "device": "kiosk" }));
    let gone = api
        .patch(&path, json!({ "session_metadata": null }))
        .await
        .json();
    assert!(gone.get("session_metadata").is_none(), "{gone}");
    let long = json!({ "session_metadata": { "a": "x".repeat(256) } });
    for body in [long, json!({}), json!({ "id": "x" })] {
        let refusal = api.patch(&path, body).await;
        assert!(refused(&refusal).starts_with("400 invalid_body"));
    }
    let nobodys = json!({ "session_metadata": {} });
    assert_eq!(
        refused(&api.patch("/sessions/nobodys", nobodys).await),
        "404 - The session does not exist."
    );
}

#[tokio::test]
async fn access_is_revoked_in_one_go_and_refresh_tokens_may_stay() {
    let api = Management::start().await;
    let user = escaped(&api.user("ada@example.com", json!({})).await);
    let path = format!("/users/{user}/revoke-access");
    let (token, _) = api.refresh_token_of("ada@example.com", &user).await;
    let keep = json!({ "preserve_refresh_tokens": true });
    let revoked = api.post(&path, keep).await;
    assert_eq!((revoked.status.as_u16(), revoked.text.as_str()), (202, ""));
    assert!(api.refresh(&token).await["access_token"].is_string());
    assert_eq!(api.post(&path, json!({})).await.status, 202);
    assert_eq!(api.refresh(&token).await["error"], "invalid_grant");
    // A session of somebody else is none of theirs.
    let demo = api.demo_user().await;
    let mut browser = Browser::new(&api.tenant);
    log_in(&mut browser, &authorize(&api.tenant, &[])).await;
    let sessions = format!("/users/{demo}/sessions");
    let listed = api.get(&sessions).await.json();
    let one = json!({ "session_id": listed["sessions"][0]["id"] });
    assert_eq!(api.post(&path, one.clone()).await.status, 202);
    assert_eq!(api.get(&sessions).await.json(), listed);
    let own = format!("/users/{demo}/revoke-access");
    assert_eq!(api.post(&own, one).await.status, 202);
    assert_eq!(api.get(&sessions).await.json(), json!({ "sessions": [] }));
}

#[tokio::test]
async fn a_throttled_address_is_shown_and_let_in_again() {
    let api = Management::start().await;
    let path = "/anomaly/blocks/ips/127.0.0.1";
    assert_eq!(refused(&api.get(path).await), "404 - Not Found");
    assert_eq!(api.delete(path, None).await.status, 204);
    for number in 0..100 {
        let email = format!("nobody{number}@example.com");
        api.log_in(&email, "wrong").await;
    }
    let blocked = api.get(path).await;
    assert_eq!((blocked.status.as_u16(), blocked.text.as_str()), (200, ""));
    assert_eq!(api.get("/anomaly/blocks/ips/192.0.2.1").await.status, 404);
    assert_eq!(api.delete(path, None).await.status, 204);
    assert_eq!(api.get(path).await.status, 404);
    let wrong = api.get("/anomaly/blocks/ips/localhost").await;
    assert!(refused(&wrong).starts_with("400 invalid_uri"));
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
