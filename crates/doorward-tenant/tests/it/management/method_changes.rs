//! `/api/v2/users/{id}/authentication-methods`, as it is written.

use axum::http::Method;
use serde_json::{Value, json};

use super::{Management, escaped, refused};

/// The demo user's methods.
async fn path(api: &Management) -> String {
    let users = api.get("/users").await.json();
    let id = escaped(users[0]["user_id"].as_str().unwrap());
    format!("/users/{id}/authentication-methods")
}

fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().unwrap()
}

#[tokio::test]
async fn factors_are_made_one_by_one_and_shown_masked() {
    let api = Management::start().await;
    let path = path(&api).await;
    let phone = json!({
        "type": "phone", "phone_number": "+15551115044", "name": "mine", "preferred_authentication_method": "voice",
    });
    let made = api.post(&path, phone.clone()).await;
    assert_eq!(made.status, 201, "{}", made.text);
    let made = made.json();
    assert!(text(&made, "id").starts_with("phone|dev_"));
    assert_eq!(made["phone_number"], "XXXXXXXX5044");
    assert_eq!(
        (&made["name"], &made["preferred_authentication_method"]),
        (&json!("mine"), &json!("voice"))
    );
    assert_eq!(made["authentication_methods"][0]["type"], "sms");
    assert!(made.get("confirmed").is_none());
    let email = json!({ "type": "email", "email": "chuckled@example.com" });
    let email = api.post(&path, email).await.json();
    assert_eq!(email["email"], "chuc****@exam*******");
    let totp = api
        .post(
            &path,
            json!({ "type": "totp", "totp_secret": "JBSWY3DPEHPK3PXP" }),
        )
        .await;
    assert_eq!(totp.status, 201, "{}", totp.text);
    assert!(!totp.text.contains("JBSWY3DPEHPK3PXP"));
    let listed = api.get(&path).await.json();
    let ids: Vec<&str> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|one| text(one, "id"))
        .collect();
    for one in [&made, &email, &totp.json()] {
        assert!(ids.contains(&text(one, "id")), "{listed}");
    }
    assert!(
        listed
            .as_array()
            .unwrap()
            .iter()
            .all(|one| one["confirmed"] == true)
    );

    let twice = api.post(&path, phone).await;
    assert_eq!(
        refused(&twice),
        "409 - Authentication method already exists."
    );
    let nobody = api.post(
        "/users/auth0%7Cnone/authentication-methods",
        json!({ "type": "email", "email": "a@b.example" }),
    );
    assert_eq!(
        refused(&nobody.await),
        "404 inexistent_user The user does not exist."
    );
}

#[tokio::test]
async fn what_is_no_factor_is_refused() {
    let api = Management::start().await;
    let path = path(&api).await;
    for (body, told) in [
        (
            json!({ "type": "totp" }),
            "400 invalid_body Payload validation error: 'Missing required property: totp_secret'.",
        ),
        (
            json!({ "type": "totp", "totp_secret": "0189" }),
            "400 invalid_body Payload validation error: 'Object didn't pass validation for format totp_secret'.",
        ),
        (
            json!({ "type": "phone", "phone_number": "nobody" }),
            "400 invalid_body Payload validation error: 'Object didn't pass validation for format phone_number'.",
        ),
        (
            json!({ "type": "email", "email": "a@b.example", "totp_secret": "ABC" }),
            "400 invalid_body Payload validation error: 'Additional properties not allowed: totp_secret'.",
        ),
        (
            json!({ "type": "email", "email": "a@b.example", "name": "x".repeat(21) }),
            "400 invalid_body Payload validation error: 'String is too long (21 chars), maximum 20'.",
        ),
        (
            json!({ "type": "webauthn-roaming", "key_id": "k" }),
            "400 operation_not_supported Payload validation error: 'authentication methods of type webauthn-roaming cannot be kept yet'.",
        ),
    ] {
        assert_eq!(refused(&api.post(&path, body).await), told);
    }
    assert_eq!(api.get(&path).await.json(), json!([]));
}

#[tokio::test]
async fn all_are_replaced_at_once_and_named_afterwards() {
    let api = Management::start().await;
    let path = path(&api).await;
    api.post(
        &path,
        json!({ "type": "email", "email": "old@example.com" }),
    )
    .await;
    let new = json!([
        { "type": "phone", "phone_number": "+15551115044" },
        { "type": "totp", "totp_secret": "JBSWY3DPEHPK3PXP", "name": "app" },
    ]);
    let set = api.send(Method::PUT, &path, Some(new.clone())).await;
    assert_eq!(set.status, 200, "{}", set.text);
    let set = set.json();
    assert_eq!(set[0]["phone_number"], "+15551115044");
    assert!(set[1].get("totp_secret").is_none());
    let listed = api.get(&path).await.json();
    assert_eq!(listed.as_array().unwrap().len(), 2);
    let twice = json!([new[0], new[0]]);
    let twice = api.send(Method::PUT, &path, Some(twice)).await;
    assert_eq!(
        refused(&twice),
        "409 - Authentication method already exists."
    );

    let phone = format!("{path}/{}", escaped(text(&set[0], "id")));
    let change = json!({ "name": "work", "preferred_authentication_method": "sms" });
    let changed = api.patch(&phone, change).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    assert_eq!(changed.json()["name"], "work");
    let read = api.get(&phone).await.json();
    assert_eq!(
        (&read["name"], &read["preferred_authentication_method"]),
        (&json!("work"), &json!("sms"))
    );
    let totp = format!("{path}/{}", escaped(text(&set[1], "id")));
    let preferred = json!({ "preferred_authentication_method": "sms" });
    assert_eq!(api.patch(&totp, preferred).await.status, 400);
    let missing = api
        .patch(&format!("{path}/totp%7Cnone"), json!({ "name": "x" }))
        .await;
    assert_eq!(missing.status, 404);

    let none = api.send(Method::PUT, &path, Some(json!([]))).await;
    assert_eq!(none.json(), json!([]));
    assert_eq!(api.get(&path).await.json(), json!([]));
}
