//! Auth0's own limits, for people who want to meet them.

use axum::http::header;
use doorward_tenant::{Limits, Settings};
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::{Management, created, refused};
use crate::support::{DOMAIN, TestTenant};

impl Management {
    async fn with_auth0s_limits() -> Self {
        let data = tempfile::tempdir().unwrap();
        let location = crate::support::location(data.path()).await;
        let mut settings = Settings::development(location, DOMAIN, [7; 32]);
        settings.limits = Limits::Auth0;
        Self::on(TestTenant::start_with(settings, data).await).await
    }

    /// Lets a window of the rate limit pass.
    fn wait(&self) {
        self.tenant.clock.advance(SignedDuration::from_secs(1));
    }

    /// Sends a file of users in a window of its own.
    async fn import_file(&self, file: &str) -> crate::support::Answer {
        self.wait();
        let connection = self.tenant.bootstrap.connections.database.id.clone();
        self.import(&[("users", file), ("connection_id", &connection)])
            .await
    }
}

#[tokio::test]
async fn two_requests_a_second_and_then_a_pause() {
    let api = Management::with_auth0s_limits().await;
    api.wait();
    let first = api.get("/roles").await;
    assert_eq!(first.status, 200, "{}", first.text);
    let number = |answer: &crate::support::Answer, name: &str| -> i64 {
        answer.headers[name].to_str().unwrap().parse().unwrap()
    };
    assert_eq!(number(&first, "x-ratelimit-limit"), 2);
    let mut answers = Vec::new();
    for _ in 0..20 {
        answers.push(api.get("/roles").await);
    }
    let last = answers.iter().find(|answer| answer.status == 429);
    let last = last.expect("somewhere in a second is a third request");
    assert_eq!(
        refused(last),
        "429 too_many_requests Global limit has been reached"
    );
    assert_eq!(number(last, "x-ratelimit-remaining"), 0);
    assert_eq!(number(last, header::RETRY_AFTER.as_str()), 1);
    let now = api.tenant.clock.now().as_second();
    assert!((now - 20..=now + 2).contains(&number(last, "x-ratelimit-reset")));
    api.wait();
    assert_eq!(api.get("/roles").await.status, 200);
}

#[tokio::test]
async fn a_file_of_users_has_500_kilobytes_at_most() {
    let api = Management::with_auth0s_limits().await;
    let file = |bytes: usize| format!("[{}]", " ".repeat(bytes - 2));
    let fits = api.import_file(&file(512_000)).await;
    assert_eq!(fits.status, 202, "{}", fits.text);
    let refusal = api.import_file(&file(512_001)).await;
    assert_eq!(
        refused(&refusal),
        "413 - Payload content length greater than maximum allowed: 512000"
    );
}

#[tokio::test]
async fn two_imports_run_at_a_time() {
    let api = Management::with_auth0s_limits().await;
    let mut jobs = Vec::new();
    for part in ["a", "b"] {
        let users: Value = (0..8000)
            .map(|number| json!({ "email": format!("{part}{number}@bulk.example") }))
            .collect();
        let accepted = api.import_file(&users.to_string()).await;
        assert_eq!(accepted.status, 202, "{}", accepted.text);
        jobs.push(accepted.json());
    }
    assert_eq!(
        refused(&api.import_file("[]").await),
        "429 too_many_requests There are 2 active import users jobs, please wait until some of them are finished \
         and try again"
    );
    for job in jobs {
        for _ in 0..6000 {
            api.wait();
            let path = format!("/jobs/{}", job["id"].as_str().unwrap());
            let now = api.get(&path).await;
            if now.status == 200 && now.json()["status"] == "completed" {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    }
    let again = api.import_file("[]").await;
    assert_eq!(again.status, 202, "{}", again.text);
}

#[tokio::test]
async fn pages_end_at_a_thousand_results() {
    let api = Management::with_auth0s_limits().await;
    let page = async |path: &str| {
        api.wait();
        api.get(path).await
    };
    let last = page("/users?page=9&per_page=100").await;
    assert_eq!((last.status.as_u16(), last.json()), (200, json!([])));
    assert_eq!(
        refused(&page("/users?page=10&per_page=100").await),
        "400 invalid_paging You can only page through the first 1000 records. See \
         https://auth0.com/docs/users/search/v3/view-search-results-by-page#limitation"
    );
    api.wait();
    let role = api.post("/roles", json!({ "name": "reader" })).await.json();
    let users = format!(
        "/roles/{}/users?page=10&per_page=100",
        role["id"].as_str().unwrap()
    );
    assert_eq!(
        refused(&page(&users).await),
        "400 invalid_paging Requesting page 10 exceeds the allowed maximum of 1000 records. To fetch results \
         beyond 1000, use the checkpoint pagination method."
    );
}

/// Without them the same calls pass.
#[tokio::test]
async fn nothing_of_that_holds_by_default() {
    let api = Management::start().await;
    let beyond = api.get("/users?page=10&per_page=100").await;
    assert_eq!((beyond.status.as_u16(), beyond.json()), (200, json!([])));
    let connection = api.tenant.bootstrap.connections.database.id.clone();
    let file = format!("[{}]", " ".repeat(600_000));
    for _ in 0..3 {
        let parts = [
            ("users", file.as_str()),
            ("connection_id", connection.as_str()),
        ];
        let accepted = api.import(&parts).await;
        assert_eq!(accepted.status, 202, "{}", accepted.text);
    }
    let client = json!({ "name": "a" });
    for _ in 0..20 {
        created(&api.post("/clients", client.clone()).await);
    }
}
