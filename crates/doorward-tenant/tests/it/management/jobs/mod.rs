//! `/api/v2/jobs`.

mod course;
mod exports;

use axum::body::Body;
use axum::http::{Request, header};
use serde_json::{Value, json};

use super::{Management, created, escaped, refused};
use crate::support::{Answer, DOMAIN};

/// bcrypt of "correct-Horse-7", 10 rounds.
const BCRYPT: &str = "$2b$10$6di/v/AMV.o8VMUMkMHVYebsRL8G/gh.aAI/nMiwWxmsxWahkfSh6";

impl Management {
    /// Sends the parts of an import in this order; `users` is the file.
    pub(super) async fn import(&self, parts: &[(&str, &str)]) -> Answer {
        let mut body = String::new();
        for (name, value) in parts {
            let file = if *name == "users" {
                "; filename=\"users.json\"\r\nContent-Type: application/json"
            } else {
                ""
            };
            body.push_str(&format!(
                "--B\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{value}\r\n"
            ));
        }
        body.push_str("--B--\r\n");
        let request = Request::post("/api/v2/jobs/users-imports")
            .header(header::HOST, DOMAIN)
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token))
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=B");
        self.tenant
            .send(request.body(Body::from(body)).unwrap())
            .await
    }

    /// Imports users into the database and waits for the end of the job.
    pub(super) async fn imported(&self, users: &Value, more: &[(&str, &str)]) -> Value {
        let connection = self.tenant.bootstrap.connections.database.id.clone();
        let users = users.to_string();
        let mut parts = vec![
            ("users", users.as_str()),
            ("connection_id", connection.as_str()),
        ];
        parts.extend(more);
        let accepted = self.import(&parts).await;
        assert_eq!(accepted.status, 202, "{}", accepted.text);
        self.done(&accepted.json()).await
    }

    /// Imports users into a connection and waits for the end of the job.
    pub(super) async fn imported_into(&self, connection: &Value, users: &Value) -> Value {
        let connection = connection.as_str().unwrap();
        let users = users.to_string();
        let parts = [("users", users.as_str()), ("connection_id", connection)];
        let accepted = self.import(&parts).await;
        assert_eq!(accepted.status, 202, "{}", accepted.text);
        self.done(&accepted.json()).await
    }

    async fn done(&self, job: &Value) -> Value {
        for _ in 0..2000 {
            let now = self
                .get(&format!("/jobs/{}", job["id"].as_str().unwrap()))
                .await
                .json();
            if now["status"] == "completed" || now["status"] == "failed" {
                return now;
            }
            tokio::task::yield_now().await;
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        panic!("the job does not end");
    }
}

#[tokio::test]
async fn imported_users_log_in_with_the_passwords_they_had() {
    let api = Management::start().await;
    let users = json!([
        { "email": "Bcrypt@example.com", "user_id": "x1", "password_hash": BCRYPT, "app_metadata": { "plan": "full" } },
        {
            "email": "md5@example.com",
            "custom_password_hash": {
                "algorithm": "md5", "hash": { "value": "f1593e5a9a7f7eddeb512e2d44a4691d", "encoding": "hex" },
                "salt": { "value": "salt", "position": "suffix" }
            }
        },
        { "email": "none@example.com" },
    ]);
    let job = api.imported(&users, &[("external_id", "ext")]).await;
    assert_eq!(
        job["summary"],
        json!({ "failed": 0, "updated": 0, "inserted": 3, "total": 3 })
    );
    assert_eq!(
        (&job["external_id"], &job["type"]),
        (&json!("ext"), &json!("users_import"))
    );
    for email in ["bcrypt@example.com", "md5@example.com"] {
        for _ in 0..2 {
            // The second time with our own hash.
            let answer = api.log_in(email, "correct-Horse-7").await;
            assert_eq!(answer.status, 200, "{email}: {}", answer.text);
        }
    }
    assert!(!api.log_in("none@example.com", "").await.status.is_success());
    assert_eq!(
        api.get("/users/auth0%7Cx1").await.json()["app_metadata"],
        json!({ "plan": "full" })
    );
    let found = api.get("/users?q=app_metadata.plan:full").await.json();
    assert_eq!(found.as_array().map(Vec::len), Some(1));
    let errors = api
        .get(&format!("/jobs/{}/errors", job["id"].as_str().unwrap()))
        .await;
    assert_eq!((errors.status.as_u16(), errors.text.as_str()), (204, ""));
}

#[tokio::test]
async fn faulty_records_are_listed_and_the_others_imported() {
    let api = Management::start().await;
    api.user("known@example.com", json!({})).await;
    let users = json!([
        { "email": "good@example.com" },
        { "email": "no address", "password_hash": "secret" },
        { "email": "known@example.com" },
        { "email": "Good@example.com", "given_name": "twice" },
        7,
    ]);
    let job = api.imported(&users, &[]).await;
    assert_eq!(
        job["summary"],
        json!({ "failed": 4, "updated": 0, "inserted": 1, "total": 5 })
    );
    let errors = api
        .get(&format!("/jobs/{}/errors", job["id"].as_str().unwrap()))
        .await;
    let errors = errors.json();
    assert_eq!(
        errors[0]["user"],
        json!({ "email": "no address", "password_hash": "*****" })
    );
    assert_eq!(errors[0]["errors"][0]["code"], "INVALID_FORMAT");
    assert_eq!(
        errors[1]["errors"],
        json!([{ "code": "DUPLICATED_USER", "message": "The user already exist and upsert parameter is false", "path": "" }])
    );
    assert_eq!(
        errors[2]["errors"],
        json!([{ "code": "DUPLICATED_USER", "message": "A user with this email was already provided.", "path": "" }])
    );
    assert_eq!(errors.as_array().map(Vec::len), Some(4));
}

/// A record needs what a user of its connection needs.
#[tokio::test]
async fn a_record_obeys_the_rules_of_its_connection() {
    let api = Management::start().await;
    let users = json!([{ "username": "ada" }, { "phone_number": "+15551112222" }]);
    let job = api.imported(&users, &[]).await;
    assert_eq!(job["summary"]["failed"], 2, "{job}");
    let path = format!("/jobs/{}/errors", job["id"].as_str().unwrap());
    let errors = api.get(&path).await.json();
    let expected = json!([{ "code": "OBJECT_REQUIRED", "message": "Missing required property: email", "path": "" }]);
    assert_eq!(
        (&errors[0]["errors"], &errors[1]["errors"]),
        (&expected, &expected)
    );

    let database = &api.tenant.bootstrap.connections.database.id;
    let change = json!({ "options": { "requires_username": true, "validation": { "username": { "min": 3, "max": 5 } } } });
    let changed = api.patch(&format!("/connections/{database}"), change).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    let named = |email: &str, username: &str| json!({ "email": email, "username": username });
    let users = json!([
        { "email": "a@b.co" },
        named("b@b.co", "ab"),
        named("c@b.co", "abcdef"),
        named("d@b.co", "abcde"),
    ]);
    let job = api.imported(&users, &[]).await;
    assert_eq!(job["summary"]["inserted"], 1, "{job}");
    for (username, expected) in [
        (
            "ab",
            "400 invalid_body Payload validation error: 'String is too short (2 chars), minimum 3' on property username.",
        ),
        (
            "abcdef",
            "400 invalid_body Payload validation error: 'String is too long (6 chars), maximum 5' on property username.",
        ),
    ] {
        let mut body = json!({ "connection": super::DATABASE, "email": "e@b.co", "password": super::PASSWORD });
        body["username"] = username.into();
        assert_eq!(refused(&api.post("/users", body).await), expected);
        let found = api.get("/users-by-email?email=d@b.co").await.json();
        let path = format!("/users/{}", escaped(found[0]["user_id"].as_str().unwrap()));
        let changed = api.patch(&path, json!({ "username": username })).await;
        assert_eq!(refused(&changed), expected);
    }
}

#[tokio::test]
async fn an_upsert_overwrites_what_it_names() {
    let api = Management::start().await;
    let id = api
        .user(
            "ada@example.com",
            json!({ "user_metadata": { "a": 1 }, "app_metadata": { "b": 1 }, "given_name": "Ada" }),
        )
        .await;
    let users = json!([{ "email": "ADA@example.com", "user_metadata": { "c": 1 }, "family_name": "L." }, { "email": "new@example.com" }]);
    let job = api.imported(&users, &[("upsert", "true")]).await;
    assert_eq!(
        job["summary"],
        json!({ "failed": 0, "updated": 1, "inserted": 1, "total": 2 })
    );
    let user = api.get(&format!("/users/{}", escaped(&id))).await.json();
    assert_eq!(
        (&user["user_metadata"], &user["app_metadata"]),
        (&json!({ "c": 1 }), &json!({ "b": 1 }))
    );
    assert_eq!(
        (&user["given_name"], &user["family_name"]),
        (&json!("Ada"), &json!("L."))
    );
}

#[tokio::test]
async fn what_is_no_import_is_refused_or_fails() {
    let api = Management::start().await;
    let connection = api.tenant.bootstrap.connections.database.id.clone();
    let missing = "400 invalid_body Payload validation error: 'Missing required property: ";
    for (parts, expected) in [
        (vec![("connection_id", connection.as_str())], format!("{missing}users'.")),
        (vec![("users", "[]")], format!("{missing}connection_id'.")),
        (
            vec![("connection_id", "con_AAAAAAAAAAAAAAAA"), ("users", "[]")],
            "400 inexistent_connection Connection does not exist.".into(),
        ),
        (
            vec![("connection_id", connection.as_str()), ("users", "[]"), ("shoe", "1")],
            "400 invalid_body Payload validation error: 'Additional properties not allowed: shoe'.".into(),
        ),
        (
            vec![("upsert", "maybe"), ("connection_id", connection.as_str()), ("users", "[]")],
            "400 invalid_body Payload validation error: 'Expected type boolean but found type string' on property upsert."
                .into(),
        ),
    ] {
        assert_eq!(refused(&api.import(&parts).await), expected);
    }
    for file in ["{}", "[{]", "[{\"email\": \"a@b.ch\"}", "nonsense"] {
        let accepted = api
            .import(&[("connection_id", &connection), ("users", file)])
            .await;
        let job = api.done(&accepted.json()).await;
        assert_eq!(job["status"], "failed", "{file}");
        assert!(job["status_details"].is_string());
        let errors = api
            .get(&format!("/jobs/{}/errors", job["id"].as_str().unwrap()))
            .await;
        assert_eq!(errors.json(), job);
    }
    assert_eq!(api.get("/users?q=email:a@b.ch").await.json(), json!([]));
    assert!(refused(&api.get("/jobs/job_none").await).ends_with("The job does not exist"));
}

#[tokio::test]
async fn a_large_file_is_imported_in_batches() {
    let api = Management::start().await;
    let users: Vec<Value> =
        (0..950).map(|n| json!({ "email": format!("user{n}@bulk.example"), "user_metadata": { "text": "x".repeat(500) } })).collect();
    let job = api.imported(&Value::from(users), &[]).await;
    assert_eq!(job["summary"]["inserted"], 950);
    let total = api
        .get("/users?q=email.domain:bulk.example&include_totals=true&per_page=1")
        .await
        .json();
    assert_eq!(total["total"], 950);
}

#[tokio::test]
async fn a_record_needs_the_name_by_which_its_connection_knows_users() {
    let api = Management::start().await;
    let users = json!([{ "username": "ada" }, { "phone_number": "+15551112222" }, {}]);
    let job = api.imported(&users, &[]).await;
    assert_eq!(
        job["summary"],
        json!({ "failed": 3, "updated": 0, "inserted": 0, "total": 3 })
    );
    let errors = api
        .get(&format!("/jobs/{}/errors", job["id"].as_str().unwrap()))
        .await;
    for record in errors.json().as_array().unwrap() {
        let message = record["errors"][0]["message"].as_str().unwrap();
        assert!(
            message.contains("Missing required property: email"),
            "{message}"
        );
    }
    let client = &api.tenant.bootstrap.applications[0].client_id;
    for (name, options, inserted) in [
        ("named", json!({ "requires_username": true }), 0),
        (
            "either",
            json!({ "attributes": {
                "username": { "identifier": { "active": true } },
                "phone_number": { "identifier": { "active": true } },
            } }),
            2,
        ),
    ] {
        let body = json!({ "name": name, "strategy": "auth0", "options": options, "enabled_clients": [client] });
        let connection = created(&api.post("/connections", body).await);
        let job = api.imported_into(&connection["id"], &users).await;
        assert_eq!(job["summary"]["inserted"], inserted, "{name}");
    }
}

#[tokio::test]
async fn a_job_is_gone_after_a_day_to_the_second() {
    let api = Management::start().await;
    let job = api.imported(&json!([{ "email": "no" }]), &[]).await;
    let path = format!("/jobs/{}", job["id"].as_str().unwrap());
    let day = jiff::SignedDuration::from_hours(24);
    api.tenant
        .clock
        .advance(day - jiff::SignedDuration::from_secs(60));
    let api = api.again().await;
    assert_eq!(api.get(&path).await.status, 200);
    api.tenant
        .clock
        .advance(jiff::SignedDuration::from_secs(120));
    for path in [path.clone(), format!("{path}/errors")] {
        assert_eq!(
            refused(&api.get(&path).await),
            "404 inexistent_job The job does not exist"
        );
    }
}

#[tokio::test]
async fn a_verification_letter_is_a_job_that_is_done_at_once() {
    let api = Management::start().await;
    let id = api
        .user("ada@example.com", json!({ "verify_email": false }))
        .await;
    assert_eq!(api.tenant.message("ada@example.com").await, Value::Null);
    let job = api
        .post("/jobs/verification-email", json!({ "user_id": id }))
        .await;
    assert_eq!(job.status, 201, "{}", job.text);
    assert_eq!(
        (&job.json()["status"], &job.json()["type"]),
        (&json!("pending"), &json!("verification_email"))
    );
    assert_eq!(api.done(&job.json()).await["status"], "completed");
    let message = api.tenant.message("ada@example.com").await;
    assert!(
        message["link"].as_str().unwrap().contains("ticket="),
        "{message}"
    );
    let nobody = api
        .post(
            "/jobs/verification-email",
            json!({ "user_id": "auth0|nobody" }),
        )
        .await;
    assert_eq!(
        refused(&nobody),
        "404 inexistent_user The user does not exist."
    );
}

/// It is sent also to somebody whose address is verified already.
#[tokio::test]
async fn a_verified_address_gets_its_letter_too() {
    let api = Management::start().await;
    let id = api
        .user("ada@example.com", json!({ "email_verified": true }))
        .await;
    assert_eq!(api.tenant.message("ada@example.com").await, Value::Null);
    let job = api
        .post("/jobs/verification-email", json!({ "user_id": id }))
        .await;
    assert_eq!(job.status, 201, "{}", job.text);
    assert_eq!(api.done(&job.json()).await["status"], "completed");
    let message = api.tenant.message("ada@example.com").await;
    assert!(
        message["link"].as_str().unwrap().contains("ticket="),
        "{message}"
    );
}

#[tokio::test]
async fn a_faulty_record_is_listed_however_deep_it_goes() {
    let api = Management::start().await;
    let connection = api.tenant.bootstrap.connections.database.id.clone();
    let deep = format!("{}1{}", "[".repeat(126), "]".repeat(126));
    let users = format!(r#"[{{"email":"no address","user_metadata":{deep}}}]"#);
    let parts = [
        ("users", users.as_str()),
        ("connection_id", connection.as_str()),
    ];
    let accepted = api.import(&parts).await;
    let job = api.done(&accepted.json()).await;
    let errors = api
        .get(&format!("/jobs/{}/errors", job["id"].as_str().unwrap()))
        .await;
    assert_eq!(errors.status, 200, "{}", errors.text);
    assert_eq!(errors.json()[0]["user"]["email"], "no address");
}
