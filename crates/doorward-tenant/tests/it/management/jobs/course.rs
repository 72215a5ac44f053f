//! The course of an import: how far it is, how it ends, who is told.

use doorward_tenant::Clock;
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::Management;

/// A file that keeps the import busy for a while.
fn users(count: usize) -> Value {
    (0..count)
        .map(|number| json!({ "email": format!("u{number}@bulk.example") }))
        .collect()
}

impl Management {
    /// Begins an import into the database.
    async fn begin(&self, users: &Value, more: &[(&str, &str)]) -> Value {
        let connection = self.tenant.bootstrap.connections.database.id.clone();
        let users = users.to_string();
        let mut parts = vec![
            ("users", users.as_str()),
            ("connection_id", connection.as_str()),
        ];
        parts.extend(more);
        let accepted = self.import(&parts).await;
        assert_eq!(accepted.status, 202, "{}", accepted.text);
        accepted.json()
    }
}

#[tokio::test]
async fn a_running_import_says_how_far_it_is() {
    let api = Management::start().await;
    let job = api.begin(&users(2000), &[]).await;
    let path = format!("/jobs/{}", job["id"].as_str().unwrap());
    let mut seen = Vec::new();
    loop {
        let now = api.get(&path).await.json();
        if now["status"] == "completed" {
            assert_eq!(now.get("percentage_done"), None);
            assert_eq!(now.get("time_left_seconds"), None);
            break;
        }
        assert_eq!(now.get("summary"), None, "{now}");
        if let Some(share) = now["percentage_done"].as_i64() {
            assert_eq!(now["status"], "processing");
            assert!(share == 0 || now["time_left_seconds"].is_i64(), "{now}");
            seen.push(share);
        }
        tokio::task::yield_now().await;
    }
    assert!(
        seen.is_sorted() && seen.iter().all(|share| (0..=100).contains(share)),
        "{seen:?}"
    );
    assert!(seen.iter().any(|share| *share > 0), "{seen:?}");
}

#[tokio::test]
async fn an_import_that_takes_two_hours_fails_and_keeps_what_it_did() {
    let api = Management::start().await;
    let job = api.begin(&users(2000), &[]).await;
    let clock: &Clock = &api.tenant.clock;
    clock.advance(SignedDuration::from_hours(2));
    // The token is too old by now.
    let api = api.again().await;
    let job = api.done(&job).await;
    assert_eq!(job["status"], "failed", "{job}");
    let details = job["status_details"].as_str().unwrap();
    let done = details
        .strip_prefix("The job took longer than 2 hours. ")
        .and_then(|rest| rest.strip_suffix(" of 2000 records were processed."));
    let total = api
        .get("/users?q=email.domain:bulk.example&include_totals=true&per_page=1")
        .await
        .json();
    assert_eq!(
        done.map(str::to_owned),
        Some(total["total"].to_string()),
        "{details}"
    );
}

#[tokio::test]
async fn the_end_of_an_import_is_told_to_the_support_address_unless_nobody_wants_it() {
    let api = Management::start().await;
    let change = json!({ "support_email": "ops@example.com" });
    api.tenant.set_settings(change).await;
    let quiet = [("send_completion_email", "false")];
    api.imported(&json!([{ "email": "a@bulk.example" }]), &quiet)
        .await;
    assert_eq!(api.tenant.message("ops@example.com").await, Value::Null);

    let job = api
        .imported(&json!([{ "email": "b@bulk.example" }, {}]), &[])
        .await;
    let letter = api.tenant.message("ops@example.com").await;
    assert_eq!(letter["subject"], "Your users were imported");
    let text = letter["text"].as_str().unwrap();
    assert!(text.contains(job["id"].as_str().unwrap()), "{text}");
    assert!(text.contains("1 inserted, 0 updated, 1 failed"), "{text}");

    let job = api.begin(&json!({}), &[]).await;
    assert_eq!(api.done(&job).await["status"], "failed");
    let letter = api.tenant.message("ops@example.com").await;
    assert_eq!(letter["subject"], "Your import of users failed");
}
