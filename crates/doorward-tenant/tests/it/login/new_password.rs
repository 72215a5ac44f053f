//! Whoever knew the old password is out once there is a new one, wherever they were at that moment.

use futures_util::future::join_all;
use serde_json::{Value, json};

use super::{EMAIL, PASSWORD, VERIFIER, authorize, exchange, log_in};
use crate::support::{Answer, Browser, TestTenant};

/// The path of the demo user in the Management API.
pub(super) async fn path_of_user(tenant: &TestTenant) -> String {
    let found = tenant
        .manage("GET", &format!("/users-by-email?email={EMAIL}"), None)
        .await;
    let id = found.json()[0]["user_id"].as_str().unwrap().to_owned();
    format!("/users/{}", id.replace('|', "%7C"))
}

pub(super) async fn set_password(tenant: &TestTenant, password: &str) {
    let change = json!({
        "password": password, "connection": "Username-Password-Authentication",
    });
    let path = path_of_user(tenant).await;
    let answer = tenant.manage("PATCH", &path, Some(change)).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
}

#[tokio::test]
async fn a_code_ends_with_what_it_was_got_by() {
    let tenant = TestTenant::start().await;
    let user = path_of_user(&tenant).await;
    let code = async || {
        let mut browser = Browser::new(&tenant);
        let back = log_in(&mut browser, &authorize(&tenant, &[])).await;
        back.parameter("code").unwrap()
    };
    let ended = async |code: &str, by: &str| {
        let answer = exchange(&tenant, code, VERIFIER).await;
        assert_eq!(answer.status, 403, "{by}: {}", answer.text);
        let told = &answer.json()["error_description"];
        assert_eq!(told, "Invalid authorization code", "{by}");
    };
    let kept = code().await;
    assert_eq!(exchange(&tenant, &kept, VERIFIER).await.status, 200);
    for (method, path) in [
        ("DELETE", format!("{user}/sessions")),
        ("DELETE", format!("{user}/refresh-tokens")),
        ("POST", format!("{user}/revoke-access")),
    ] {
        let code = code().await;
        let body = (method == "POST").then(|| json!({}));
        let answer = tenant.manage(method, &path, body).await;
        assert!(answer.status.is_success(), "{path}: {}", answer.text);
        ended(&code, &path).await;
    }
    let in_session = code().await;
    let sessions = tenant
        .manage("GET", &format!("{user}/sessions"), None)
        .await;
    let session = sessions.json()["sessions"][0]["id"].clone();
    let revoke = format!("/sessions/{}/revoke", session.as_str().unwrap());
    assert_eq!(tenant.manage("POST", &revoke, None).await.status, 202);
    ended(&in_session, &revoke).await;

    let old = code().await;
    set_password(&tenant, "Another-d00r").await;
    ended(&old, "a new password").await;
}

/// Logins with the old password beside its end: whichever of them is first, none of them lasts.
#[tokio::test(flavor = "multi_thread")]
async fn no_login_with_the_old_password_outlives_it() {
    let tenant = TestTenant::start().await;
    let app = &tenant.bootstrap.applications[0];
    let token = async |form: &[(&str, &str)]| -> Answer {
        let client = [
            ("client_id", app.client_id.as_str()),
            ("client_secret", app.client_secret.as_deref().unwrap()),
        ];
        let form = [&client[..], form].concat();
        tenant.post_form("/oauth/token", &form).await
    };
    let password_grant = async |password: &str| {
        token(&[
            ("grant_type", "password"),
            ("username", EMAIL),
            ("password", password),
            ("scope", "openid offline_access"),
        ])
        .await
    };
    let mut old = PASSWORD.to_owned();
    for round in 0..6 {
        let new = format!("Another-d00r-{round}");
        let logins = join_all((0..8).map(|_| password_grant(&old)));
        let (logins, ()) = tokio::join!(logins, set_password(&tenant, &new));
        for answer in logins {
            if answer.status != 200 {
                let told: Value = answer.json()["error_description"].clone();
                assert_eq!(told, "Wrong email or password.");
                continue;
            }
            let refresh_token = answer.json()["refresh_token"].clone();
            let refreshed = token(&[
                ("grant_type", "refresh_token"),
                ("refresh_token", refresh_token.as_str().unwrap()),
            ])
            .await;
            assert_eq!(refreshed.status, 403, "round {round}");
        }
        assert_eq!(password_grant(&new).await.status, 200);
        old = new;
    }
}
