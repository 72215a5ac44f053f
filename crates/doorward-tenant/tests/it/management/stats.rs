//! `/api/v2/stats`.

use serde_json::json;

use super::{Management, PASSWORD, refused};

#[tokio::test]
async fn days_tell_how_many_logged_in_and_signed_up() {
    let api = Management::start().await;
    let client = &api.tenant.bootstrap.applications[0].client_id;
    api.user("ada@example.com", json!({})).await;
    for _ in 0..2 {
        assert_eq!(api.log_in("ada@example.com", PASSWORD).await.status, 200);
    }
    api.log_in("ada@example.com", "wrong").await;
    let new = json!({
        "client_id": client, "connection": super::DATABASE, "email": "bob@example.com", "password": PASSWORD,
    });
    let signed_up = api.tenant.post_json("/dbconnections/signup", new).await;
    assert_eq!(signed_up.status, 200, "{}", signed_up.text);
    let days = api.get("/stats/daily").await.json();
    let today = &days[0];
    assert_eq!(
        (
            &today["logins"],
            &today["signups"],
            &today["leaked_passwords"]
        ),
        (&json!(2), &json!(1), &json!(0)),
        "{days}"
    );
    assert!(today["date"].as_str().unwrap().ends_with("T00:00:00.000Z"));
    assert_eq!(api.get("/stats/active-users").await.json(), json!(1));

    let past = api.get("/stats/daily?from=20200101&to=20200131").await;
    assert_eq!(past.json(), json!([]));
    for wrong in ["2020-01-01", "20201332", "x", "202001011"] {
        let answer = api.get(&format!("/stats/daily?from={wrong}")).await;
        assert!(
            refused(&answer).starts_with("400 invalid_query_string"),
            "{wrong}"
        );
    }
    api.tenant
        .clock
        .advance(jiff::SignedDuration::from_hours(31 * 24));
    let api = api.again().await;
    assert_eq!(api.get("/stats/active-users").await.json(), json!(0));
}
