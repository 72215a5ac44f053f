//! `grant_type=refresh_token`.

use axum::http::StatusCode;
use futures_util::future::join_all;
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::super::{DATABASE, EMAIL, PASSWORD, refused, token};
use crate::support::{Answer, TestTenant, claims, encode};

const UNKNOWN: &str = "403 invalid_grant Unknown or invalid refresh token.";

/// Logs the demo user in for the demo API and answers the refresh token.
async fn log_in(tenant: &TestTenant) -> String {
    let scope = "openid profile offline_access read:messages";
    let audience = tenant.bootstrap.api.identifier.clone();
    let answer = token(
        tenant,
        "password",
        &[
            ("username", EMAIL),
            ("password", PASSWORD),
            ("scope", scope),
            ("audience", &audience),
        ],
    )
    .await;
    text(&answer, "refresh_token")
}

async fn refresh(tenant: &TestTenant, refresh_token: &str) -> Answer {
    token(tenant, "refresh_token", &[("refresh_token", refresh_token)]).await
}

#[track_caller]
fn text(answer: &Answer, member: &str) -> String {
    let body = answer.json();
    assert_eq!(answer.status, StatusCode::OK, "{body}");
    body[member].as_str().unwrap().to_owned()
}

/// Gives the demo web application this `refresh_token` object.
async fn set_policy(tenant: &TestTenant, policy: Value) {
    let path = format!("/clients/{}", tenant.bootstrap.applications[0].client_id);
    let change = json!({ "refresh_token": policy });
    let answer = tenant.manage("PATCH", &path, Some(change)).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
}

/// Rotation with these lifetimes and this leeway, in seconds.
fn rotating(leeway: i64, lifetime: i64, idle: i64) -> Value {
    json!({
        "rotation_type": "rotating", "expiration_type": "expiring", "leeway": leeway,
        "token_lifetime": lifetime, "idle_token_lifetime": idle,
        "infinite_token_lifetime": false, "infinite_idle_token_lifetime": false,
    })
}

#[tokio::test]
async fn who_is_refused_for_what_can_change_may_come_again() {
    let tenant = TestTenant::start().await;
    set_policy(&tenant, rotating(0, 100, 50)).await;
    let refresh_token = log_in(&tenant).await;
    let api = encode(&[("", tenant.bootstrap.api.identifier.as_str())]);
    let path = format!("/resource-servers/{}", api.trim_start_matches('='));
    let set = async |policy: &str| {
        let change = json!({ "subject_type_authorization": { "user": { "policy": policy } } });
        let answer = tenant.manage("PATCH", &path, Some(change)).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    };
    set("deny_all").await;
    let denied = refresh(&tenant, &refresh_token).await;
    assert_eq!(denied.status, StatusCode::FORBIDDEN, "{}", denied.text);
    set("allow_all").await;
    let successor = text(&refresh(&tenant, &refresh_token).await, "refresh_token");
    // That one was spent now, and a copy of it ends the family.
    assert_eq!(refused(&refresh(&tenant, &refresh_token).await), UNKNOWN);
    assert_eq!(refused(&refresh(&tenant, &successor).await), UNKNOWN);
}

#[tokio::test]
async fn a_token_that_does_not_rotate_is_used_again_and_again() {
    let tenant = TestTenant::start().await;
    let refresh_token = log_in(&tenant).await;
    for _ in 0..3 {
        let body = refresh(&tenant, &refresh_token).await.json();
        assert_eq!(body["scope"], "openid profile offline_access read:messages");
        assert_eq!(body["token_type"], "Bearer");
        assert_eq!(body["expires_in"], 86_400);
        assert!(body.get("refresh_token").is_none());
        let access = claims(body["access_token"].as_str().unwrap());
        assert_eq!(access["gty"], "refresh_token");
        assert_eq!(
            access["aud"],
            json!([
                "https://api.example.com/",
                "https://tenant.example/userinfo"
            ])
        );
        assert_eq!(
            claims(body["id_token"].as_str().unwrap())["sub"],
            access["sub"]
        );
    }
}

#[tokio::test]
async fn reuse_after_rotation_ends_the_family() {
    let tenant = TestTenant::start().await;
    set_policy(&tenant, rotating(0, 10_000, 10_000)).await;
    let first = log_in(&tenant).await;
    let second = text(&refresh(&tenant, &first).await, "refresh_token");
    assert_ne!(first, second);
    assert_eq!(refused(&refresh(&tenant, &first).await), UNKNOWN);
    assert_eq!(
        refused(&refresh(&tenant, &second).await),
        UNKNOWN,
        "the family has ended"
    );
    let reuse = tenant
        .manage("GET", "/logs?q=type:ferrt", None)
        .await
        .json();
    assert!(reuse[0]["user_id"].as_str().unwrap().starts_with("auth0|"));
    assert!(reuse[0]["details"]["familyId"].is_string());
}

#[tokio::test]
async fn another_login_survives_the_end_of_a_family() {
    let tenant = TestTenant::start().await;
    set_policy(&tenant, rotating(0, 10_000, 10_000)).await;
    let (stolen, other) = (log_in(&tenant).await, log_in(&tenant).await);
    refresh(&tenant, &stolen).await;
    assert_eq!(refused(&refresh(&tenant, &stolen).await), UNKNOWN);
    assert_eq!(refresh(&tenant, &other).await.status, StatusCode::OK);
}

#[tokio::test]
async fn within_the_leeway_the_predecessor_counts_until_its_successor_is_used() {
    let tenant = TestTenant::start().await;
    set_policy(&tenant, rotating(60, 10_000, 10_000)).await;
    let first = log_in(&tenant).await;
    let lost = text(&refresh(&tenant, &first).await, "refresh_token");
    tenant.clock.advance(SignedDuration::from_secs(30));
    let second = text(&refresh(&tenant, &first).await, "refresh_token");
    assert_ne!(lost, second);
    assert_eq!(refresh(&tenant, &second).await.status, StatusCode::OK);
    assert_eq!(refused(&refresh(&tenant, &first).await), UNKNOWN);
}

#[tokio::test]
async fn of_two_simultaneous_exchanges_one_wins() {
    let tenant = TestTenant::start().await;
    set_policy(&tenant, rotating(0, 10_000, 10_000)).await;
    let first = log_in(&tenant).await;
    let (one, other) = tokio::join!(refresh(&tenant, &first), refresh(&tenant, &first));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 403]);
}

#[tokio::test]
async fn the_idle_lifetime_renews_and_the_absolute_one_does_not() {
    let tenant = TestTenant::start().await;
    set_policy(&tenant, rotating(0, 250, 100)).await;
    let mut refresh_token = log_in(&tenant).await;
    for _ in 0..3 {
        tenant.clock.advance(SignedDuration::from_secs(80));
        refresh_token = text(&refresh(&tenant, &refresh_token).await, "refresh_token");
    }
    tenant.clock.advance(SignedDuration::from_secs(20));
    assert_eq!(refused(&refresh(&tenant, &refresh_token).await), UNKNOWN);

    let idle = log_in(&tenant).await;
    tenant.clock.advance(SignedDuration::from_secs(101));
    assert_eq!(refused(&refresh(&tenant, &idle).await), UNKNOWN);
}

#[tokio::test]
async fn the_scope_narrows_and_never_widens() {
    let tenant = TestTenant::start().await;
    let refresh_token = log_in(&tenant).await;
    let wider = [
        ("refresh_token", refresh_token.as_str()),
        ("scope", "openid write:messages nonsense"),
    ];
    let answer = token(&tenant, "refresh_token", &wider).await;
    assert_eq!(text(&answer, "scope"), "openid");
    let access = claims(&text(&answer, "access_token"));
    assert_eq!(access["scope"], "openid");
    let again = refresh(&tenant, &refresh_token).await;
    assert!(text(&again, "scope").contains("read:messages"));
}

#[tokio::test]
async fn a_request_for_another_audience_costs_no_token() {
    let tenant = TestTenant::start().await;
    set_policy(&tenant, rotating(0, 10_000, 10_000)).await;
    let first = log_in(&tenant).await;
    let management = tenant.bootstrap.management.audience.clone();
    let elsewhere = [
        ("refresh_token", first.as_str()),
        ("audience", management.as_str()),
    ];
    let answer = token(&tenant, "refresh_token", &elsewhere).await;
    assert_eq!(
        refused(&answer),
        "403 access_denied The refresh token is for another audience"
    );
    let same = [
        ("refresh_token", first.as_str()),
        ("audience", tenant.bootstrap.api.identifier.as_str()),
    ];
    let answer = token(&tenant, "refresh_token", &same).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
}

#[tokio::test]
async fn another_client_cannot_use_it() {
    let tenant = TestTenant::start().await;
    let refresh_token = log_in(&tenant).await;
    let spa = tenant.bootstrap.applications[1].client_id.clone();
    let form = [
        ("grant_type", "refresh_token"),
        ("client_id", spa.as_str()),
        ("refresh_token", refresh_token.as_str()),
    ];
    assert_eq!(
        refused(&tenant.post_form("/oauth/token", &form).await),
        UNKNOWN
    );
    assert_eq!(
        refresh(&tenant, &refresh_token).await.status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn blocked_and_deleted_users_get_nothing() {
    let tenant = TestTenant::start().await;
    let refresh_token = log_in(&tenant).await;
    let found = tenant
        .manage("GET", &format!("/users-by-email?email={EMAIL}"), None)
        .await;
    let id = found.json()[0]["user_id"].as_str().unwrap().to_owned();
    let path = format!("/users/{}", id.replace('|', "%7C"));
    for is_blocked in [true, false] {
        let change = json!({ "blocked": is_blocked });
        let answer = tenant.manage("PATCH", &path, Some(change)).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        let answer = refresh(&tenant, &refresh_token).await;
        if is_blocked {
            assert!(refused(&answer).ends_with("unauthorized user is blocked"));
        } else {
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        }
    }
    let answer = tenant.manage("DELETE", &path, None).await;
    assert_eq!(answer.status, StatusCode::NO_CONTENT);
    let gone = "403 invalid_grant The refresh_token was generated for a user who doesn't exist \
                anymore.";
    assert_eq!(refused(&refresh(&tenant, &refresh_token).await), gone);

    // Who comes back under the same id is somebody else.
    let again = json!({
        "connection": DATABASE, "user_id": id.trim_start_matches("auth0|"), "email": EMAIL,
        "password": PASSWORD,
    });
    let created = tenant.manage("POST", "/users", Some(again)).await;
    assert_eq!(created.json()["user_id"], id, "{}", created.text);
    assert_eq!(refused(&refresh(&tenant, &refresh_token).await), gone);
    tenant.clock.advance(SignedDuration::from_hours(31 * 24));
    assert_eq!(refused(&refresh(&tenant, &refresh_token).await), UNKNOWN);
}

#[tokio::test]
async fn once_tokens_rotate_older_ones_end_with_the_first_exchange() {
    let tenant = TestTenant::start().await;
    let (first, second) = (log_in(&tenant).await, log_in(&tenant).await);
    set_policy(&tenant, rotating(0, 10_000, 10_000)).await;
    let rotated = text(&refresh(&tenant, &first).await, "refresh_token");
    assert_eq!(refused(&refresh(&tenant, &second).await), UNKNOWN);
    let rotated = text(&refresh(&tenant, &rotated).await, "refresh_token");

    let policy = json!({ "rotation_type": "non-rotating", "expiration_type": "non-expiring" });
    set_policy(&tenant, policy).await;
    for _ in 0..2 {
        let answer = refresh(&tenant, &rotated).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        assert_eq!(answer.json().get("refresh_token"), None);
    }
}

/// Tokens of the time when the scopes of the Management API were not withheld from users.
#[tokio::test]
async fn a_token_that_stands_for_too_much_buys_what_is_allowed_today() {
    let tenant = TestTenant::start().await;
    let refresh_token = log_in(&tenant).await;
    let management = tenant.bootstrap.management.audience.clone();
    let scope = "openid read:clients read:client_keys delete:users read:current_user";
    let sql = format!("UPDATE refresh_tokens SET audience = '{management}', scope = '{scope}'");
    tenant.execute(&sql).await;
    let answer = refresh(&tenant, &refresh_token).await;
    let own = "openid read:current_user";
    assert_eq!(text(&answer, "scope"), own);
    let claims = claims(&text(&answer, "access_token"));
    assert_eq!(claims["scope"], own);
    assert_eq!(claims["aud"][0], management.as_str());
}

#[tokio::test]
async fn the_201st_token_of_a_user_and_client_ends_the_oldest() {
    let tenant = TestTenant::start().await;
    let oldest = log_in(&tenant).await;
    tenant.clock.advance(SignedDuration::from_secs(1));
    let second = log_in(&tenant).await;
    for _ in 0..199 {
        tenant.clock.advance(SignedDuration::from_millis(10));
        log_in(&tenant).await;
    }
    assert_eq!(refused(&refresh(&tenant, &oldest).await), UNKNOWN);
    assert_eq!(refresh(&tenant, &second).await.status, StatusCode::OK);
}

#[tokio::test]
async fn after_its_revocation_it_buys_nothing() {
    let tenant = TestTenant::start().await;
    let refresh_token = log_in(&tenant).await;
    let app = &tenant.bootstrap.applications[0];
    let body = json!({
        "client_id": app.client_id, "client_secret": app.client_secret, "token": refresh_token,
    });
    for _ in 0..2 {
        let answer = tenant.post_json("/oauth/revoke", body.clone()).await;
        assert_eq!((answer.status, answer.text.as_str()), (StatusCode::OK, ""));
    }
    assert_eq!(refused(&refresh(&tenant, &refresh_token).await), UNKNOWN);
}

/// Exchanges within the leeway beside a revocation: whichever is first, nothing of the family is left.
#[tokio::test(flavor = "multi_thread")]
async fn no_exchange_passes_by_a_revocation() {
    let tenant = TestTenant::start().await;
    set_policy(&tenant, rotating(60, 10_000, 10_000)).await;
    let app = &tenant.bootstrap.applications[0];
    for round in 0..10 {
        let first = log_in(&tenant).await;
        let second = text(&refresh(&tenant, &first).await, "refresh_token");
        let body = json!({
            "client_id": app.client_id, "client_secret": app.client_secret, "token": second,
        });
        let (before, revoked, after) = tokio::join!(
            join_all((0..4).map(|_| refresh(&tenant, &first))),
            tenant.post_json("/oauth/revoke", body),
            join_all((0..4).map(|_| refresh(&tenant, &first))),
        );
        assert_eq!(revoked.status, StatusCode::OK);
        for answer in before.iter().chain(&after) {
            if answer.status == StatusCode::OK {
                let alive = refresh(&tenant, &text(answer, "refresh_token")).await;
                assert_eq!(refused(&alive), UNKNOWN, "round {round}");
            } else {
                assert_eq!(refused(answer), UNKNOWN);
            }
        }
    }
}
