//! `/api/v2/grants`.

use serde_json::json;

use super::{Management, refused};
use crate::login::{authorize, log_in};
use crate::support::Browser;

#[tokio::test]
async fn what_a_user_allowed_is_listed_and_asked_for_again_once_it_is_taken_back() {
    let api = Management::start().await;
    let client = api
        .post(
            "/clients",
            json!({
                "name": "Partner", "app_type": "regular_web", "is_first_party": false,
                "callbacks": ["https://partner.example/cb"], "grant_types": ["authorization_code"],
            }),
        )
        .await
        .json();
    let client_id = client["client_id"].as_str().unwrap();
    let database = &api.tenant.bootstrap.connections.database.id;
    let enabled = json!([{ "client_id": client_id, "status": true }]);
    api.patch(&format!("/connections/{database}/clients"), enabled)
        .await;
    let asked = authorize(
        &api.tenant,
        &[
            ("client_id", client_id),
            ("redirect_uri", "https://partner.example/cb"),
        ],
    );
    let mut browser = Browser::new(&api.tenant);
    log_in(&mut browser, &authorize(&api.tenant, &[])).await;
    let mut accept = async || {
        let start = browser.get(&asked).await;
        let page = start.location().to_owned();
        assert!(page.starts_with("/u/consent?"), "{page}");
        let accepted = browser.submit(&page, &[("action", "accept")]).await;
        let back = browser.follow(accepted).await;
        assert!(back.parameter("code").is_some(), "{}", back.location());
        let silent = browser.get(&asked).await;
        assert!(silent.parameter("code").is_some(), "{}", silent.location());
    };
    accept().await;
    let path = format!("/grants?client_id={client_id}&include_totals=true");
    let listed = api.get(&path).await.json();
    assert_eq!(listed["total"], 1, "{listed}");
    let grant = &listed["grants"][0];
    assert_eq!(grant["clientID"], client_id);
    assert!(
        grant["scope"]
            .as_array()
            .is_some_and(|scope| scope.contains(&json!("openid")))
    );
    let others = format!("/grants?client_id={client_id}&audience=https://other.example");
    assert_eq!(api.get(&others).await.json(), json!([]));

    let one = format!("/grants/{}", grant["id"].as_str().unwrap());
    for _ in 0..2 {
        assert_eq!(api.delete(&one, None).await.status, 204);
    }
    accept().await;
    let user = grant["user_id"].as_str().unwrap().replace('|', "%7C");
    let of_user = format!("/grants?user_id={user}");
    assert_eq!(
        api.get(&of_user).await.json().as_array().map(Vec::len),
        Some(1)
    );
    assert_eq!(api.delete(&of_user, None).await.status, 204);
    assert_eq!(api.get(&of_user).await.json(), json!([]));
    accept().await;
    let all = api.delete("/grants", None).await;
    assert!(refused(&all).starts_with("400 invalid_query_string"));
}
