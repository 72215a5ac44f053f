//! `/api/v2/device-credentials`.

use serde_json::{Value, json};

use super::{Management, refused};
use crate::support::encode;

const EMAIL: &str = doorward_tenant::DEMO_EMAIL;

async fn refresh_token(api: &Management) -> String {
    let app = &api.tenant.bootstrap.applications[0];
    let form = [
        ("grant_type", "password"),
        ("client_id", app.client_id.as_str()),
        ("client_secret", app.client_secret.as_deref().unwrap()),
        ("username", EMAIL),
        ("password", doorward_tenant::DEMO_PASSWORD),
        ("scope", "openid offline_access"),
    ];
    let tokens = api.tenant.post_form("/oauth/token", &form).await.json();
    tokens["refresh_token"].as_str().unwrap().to_owned()
}

async fn is_good(api: &Management, token: &str) -> bool {
    let app = &api.tenant.bootstrap.applications[0];
    let form = [
        ("grant_type", "refresh_token"),
        ("client_id", app.client_id.as_str()),
        ("client_secret", app.client_secret.as_deref().unwrap()),
        ("refresh_token", token),
    ];
    api.tenant.post_form("/oauth/token", &form).await.status == 200
}

#[tokio::test]
async fn refresh_tokens_are_listed_as_what_devices_hold_and_end_with_it() {
    let api = Management::start().await;
    let client_id = api.tenant.bootstrap.applications[0].client_id.clone();
    let first = refresh_token(&api).await;
    api.tenant.clock.advance(jiff::SignedDuration::from_secs(1));
    let second = refresh_token(&api).await;
    let policy = json!({ "refresh_token": { "rotation_type": "rotating", "expiration_type": "non-expiring" } });
    assert_eq!(
        api.patch(&format!("/clients/{client_id}"), policy)
            .await
            .status,
        200
    );
    api.tenant.clock.advance(jiff::SignedDuration::from_secs(1));
    refresh_token(&api).await;

    let list = async |query: &[(&str, &str)]| {
        let answer = api
            .get(&format!("/device-credentials?{}", encode(query)))
            .await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.json()
    };
    let all = list(&[]).await;
    let kinds: Vec<&Value> = all
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["type"])
        .collect();
    assert_eq!(
        kinds,
        ["refresh_token", "refresh_token", "rotating_refresh_token"]
    );
    let user_id = all[0]["user_id"].as_str().unwrap();
    let expected = json!({
        "id": all[0]["id"], "type": "refresh_token", "user_id": user_id, "client_id": client_id,
    });
    assert_eq!(all[0], expected);
    let totals = [
        ("include_totals", "true"),
        ("per_page", "1"),
        ("page", "1"),
        ("user_id", user_id),
    ];
    let page = list(&totals).await;
    assert_eq!(
        (&page["start"], &page["limit"], &page["total"]),
        (&json!(1), &json!(1), &json!(3))
    );
    assert_eq!(page["device_credentials"], json!([all[1]]));
    assert_eq!(
        list(&[("type", "rotating_refresh_token")]).await,
        json!([all[2]])
    );
    assert_eq!(list(&[("type", "public_key")]).await, json!([]));
    assert_eq!(list(&[("client_id", "none")]).await, json!([]));
    assert_eq!(list(&[("user_id", "auth0|none")]).await, json!([]));
    let named = list(&[("fields", "id,type"), ("type", "rotating_refresh_token")]).await;
    assert_eq!(
        named,
        json!([{ "id": all[2]["id"], "type": "rotating_refresh_token" }])
    );
    assert_eq!(api.get("/device-credentials?type=x").await.status, 400);

    let path = format!("/device-credentials/{}", all[0]["id"].as_str().unwrap());
    for _ in 0..2 {
        assert_eq!(api.delete(&path, None).await.status, 204);
    }
    assert!(!is_good(&api, &first).await);
    assert!(is_good(&api, &second).await);
}

#[tokio::test]
async fn only_a_token_with_the_scope_may() {
    let api = Management::start().await;
    let token = api.token(&["read:users"]).await;
    let listed = api
        .send_as(&token, axum::http::Method::GET, "/device-credentials", None)
        .await;
    assert!(refused(&listed).starts_with("403 insufficient_scope"));
}
