//! The order of `/api/v2/users` and `/api/v2/logs`.

use serde_json::json;

use super::{Management, column, created};

#[tokio::test]
async fn who_lacks_what_is_sorted_by_comes_last_in_both_directions() {
    let api = Management::start().await;
    api.user("ada@example.com", json!({ "given_name": "Ada" }))
        .await;
    api.user("bob@example.com", json!({ "given_name": "Bob" }))
        .await;
    let nobody = json!({ "connection": "sms", "phone_number": "+15551234567" });
    created(&api.post("/users", nobody).await);
    for (sort, last) in [
        ("given_name", "given_name"),
        ("email", "email"),
        ("last_login", "last_login"),
    ] {
        api.log_in("ada@example.com", super::PASSWORD).await;
        for direction in ["1", "-1"] {
            let path = format!("/users?sort={sort}:{direction}&q=_exists_:name");
            let users = api.get(&path).await.json();
            let values = column(&users, last);
            let first_missing = values.iter().position(String::is_empty).unwrap();
            assert!(
                values[first_missing..].iter().all(String::is_empty),
                "{path}: {values:?}"
            );
        }
    }
    for direction in ["1", "-1"] {
        let path = format!("/logs?sort=user_name:{direction}&per_page=100");
        let names = column(&api.get(&path).await.json(), "user_name");
        let first_missing = names.iter().position(String::is_empty).unwrap();
        assert!(first_missing > 0, "{names:?}");
        assert!(
            names[first_missing..].iter().all(String::is_empty),
            "{names:?}"
        );
    }
}
