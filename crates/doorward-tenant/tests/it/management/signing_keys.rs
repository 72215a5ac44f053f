//! `/api/v2/keys/signing`.

use axum::http::Method;
use serde_json::{Value, json};

use super::{Management, column, created, refused};

#[tokio::test]
async fn a_rotation_moves_the_keys_on_and_a_revoked_one_disappears() {
    let mut api = Management::start().await;
    let born = api.get("/keys/signing?").await.json();
    let states = |keys: &Value, name: &str| -> Vec<bool> {
        let keys = keys.as_array().unwrap().iter();
        keys.map(|key| key[name].as_bool().unwrap()).collect()
    };
    assert_eq!(states(&born, "current"), [true, false]);
    assert_eq!(states(&born, "next"), [false, true]);
    let kids = column(&born, "kid");
    assert_eq!(
        api.get(&format!("/keys/signing/{}", kids[0])).await.json(),
        born[0]
    );

    let rotated = created(&api.post("/keys/signing/rotate", json!({})).await);
    assert_eq!(
        rotated["kid"],
        kids[1].as_str(),
        "the announced key signs now"
    );
    let now = api.get("/keys/signing").await.json();
    assert_eq!(column(&now, "kid").len(), 3);
    assert_eq!(
        (&now[0]["kid"], &now[2]["kid"]),
        (&json!(kids[1]), &json!(kids[0]))
    );
    let jwks = async |api: &Management| {
        let jwks = api.tenant.get("/.well-known/jwks.json").await.json();
        column(&jwks["keys"], "kid")
    };
    assert_eq!(jwks(&api).await.len(), 3);

    let revoke = format!("/keys/signing/{}/revoke", kids[1]);
    let refusal = api.send(Method::PUT, &revoke, None).await;
    assert!(refused(&refusal).starts_with("400 "));
    let revoke = format!("/keys/signing/{}/revoke", kids[0]);
    let revoked = api.send(Method::PUT, &revoke, None).await;
    assert_eq!(revoked.status, 200, "{}", revoked.text);
    // The token in use was signed with the key that is gone.
    assert_eq!(api.get("/keys/signing").await.status, 401);
    assert!(!jwks(&api).await.contains(&kids[0]));
    api = Management::on(api.tenant).await;
    let last = api.get("/keys/signing").await.json();
    assert_eq!(states(&last, "revoked"), [false, false, true]);
}
