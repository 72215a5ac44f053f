//! `kill -9` in the middle of an import: the job goes on where it was, and no user is there twice or in part.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use super::{Caller, Place, Process, answer, killed};

/// Records of the file: some seconds of work.
const RECORDS: usize = 6000;

#[tokio::test(flavor = "multi_thread")]
async fn an_import_outlives_its_process_on_sqlite() {
    check(&Place::sqlite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_outlives_its_process_on_postgresql() {
    if let Some(place) = Place::postgres("imports").await {
        check(&place).await;
    }
}

async fn check(place: &Place) {
    let mut process = Process::start(place);
    let job = begin(&process).await;
    let mut kills = 0;
    for share in [10, 60] {
        let reached = until(&process.caller(), &job, |job| {
            job["percentage_done"].as_i64() >= Some(share) || job["status"] == "completed"
        })
        .await;
        kills += i32::from(reached["status"] == "processing");
        process.kill();
        process = Process::start(place);
        killed::nothing_is_half_written(place).await;
    }
    assert!(
        kills > 0,
        "the import was over before its process was killed"
    );
    let ended = |job: &Value| job["status"] == "completed" || job["status"] == "failed";
    let job = until(&process.caller(), &job, ended).await;
    // One record names a user of another record.
    let summary = json!({ "failed": 1, "updated": 0, "inserted": RECORDS, "total": RECORDS + 1 });
    assert_eq!(job["summary"], summary, "{job}: {}", place.errors());
    let caller = process.caller();
    let token = caller.management_token().await;
    let list = "/users?q=email.domain:import.example&include_totals=true&per_page=1";
    let found = caller
        .manage(Method::GET, list, &token, None)
        .await
        .unwrap();
    assert_eq!(found.1["total"], RECORDS);
    killed::nothing_is_half_written(place).await;
    assert_eq!(process.terminate().await, 0, "{}", place.errors());
}

/// Sends a file of users; answers the id of the job.
async fn begin(process: &Process) -> String {
    let caller = process.caller();
    let mut users: Vec<Value> = (0..RECORDS)
        .map(|number| json!({ "email": format!("u{number}@import.example") }))
        .collect();
    users.push(users[0].clone());
    let connection = process.bootstrap["connections"]["database"]["id"].as_str();
    let body = format!(
        "--B\r\nContent-Disposition: form-data; name=\"connection_id\"\r\n\r\n{}\r\n\
         --B\r\nContent-Disposition: form-data; name=\"users\"; filename=\"users.json\"\r\n\
         Content-Type: application/json\r\n\r\n{}\r\n--B--\r\n",
        connection.unwrap(),
        Value::from(users)
    );
    let token = caller.management_token().await;
    let request = caller
        .http
        .post(format!("{}/api/v2/jobs/users-imports", caller.url))
        .header("authorization", format!("Bearer {token}"))
        .header("content-type", "multipart/form-data; boundary=B")
        .body(body);
    let (status, job) = answer(request.send().await.unwrap()).await.unwrap();
    assert_eq!(status, 202, "{job}");
    job["id"].as_str().unwrap().to_owned()
}

/// The job, as soon as it is as wanted.
async fn until(caller: &Caller, job: &str, is_so: impl Fn(&Value) -> bool) -> Value {
    let token = caller.management_token().await;
    let path = format!("/jobs/{job}");
    for _ in 0..12_000 {
        let (status, job) = caller
            .manage(Method::GET, &path, &token, None)
            .await
            .unwrap();
        assert_eq!(status, 200, "{job}");
        if is_so(&job) {
            return job;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("the job does not get there");
}
