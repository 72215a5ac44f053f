//! `doorward api OP`.

use serde_json::{Value, json};

use crate::command::{Shell, run};

#[tokio::test]
async fn the_tenant_is_read_and_changed() {
    let shell = Shell::start().await;
    let settings = shell
        .manage(&["api", "tenants.settings.get"])
        .await
        .answer();
    assert_eq!(
        settings["default_directory"],
        shell.tenant.bootstrap().connections.database.name.as_str()
    );

    let change = r#"{"friendly_name":"Ours"}"#;
    let changed = shell
        .manage(&["api", "Tenants.Settings.UPDATE", "--json", change])
        .await;
    assert_eq!(changed.answer()["friendly_name"], "Ours");
    let name = [
        "api",
        "tenants.settings.get",
        "--param",
        "fields=friendly_name",
    ];
    assert_eq!(
        shell.manage(&name).await.answer(),
        json!({ "friendly_name": "Ours" })
    );
}

#[tokio::test]
async fn a_refusal_is_told_as_json() {
    let shell = Shell::start().await;
    let wrong = [
        "api",
        "tenants.settings.update",
        "--json",
        r#"{"session_lifetime":"x"}"#,
    ];
    let refusal = shell.manage(&wrong).await.error(1);
    assert_eq!(
        (&refusal["status"], &refusal["error"]),
        (&json!(400), &json!("Bad Request"))
    );
    assert_eq!(refusal["errorCode"], "invalid_body");
    assert!(
        refusal["message"]
            .as_str()
            .unwrap()
            .starts_with("Payload validation error")
    );

    let token = ["api", "tenants.settings.get", "--token", "nonsense"];
    let refusal = shell.manage(&token).await.error(1);
    assert_eq!(
        refusal,
        json!({
            "status": 400, "error": "Bad Request", "errorCode": "Bearer",
            "message": "Bad HTTP authentication header format",
        })
    );
}

#[tokio::test]
async fn a_client_that_gets_no_token_is_told_why() {
    let shell = Shell::start().await;
    let wrong = ["api", "tenants.settings.get", "--client-secret", "wrong"];
    let refusal = shell.manage(&wrong).await.error(1);
    assert_eq!(
        (&refusal["status"], &refusal["error"]),
        (&json!(401), &json!("access_denied"))
    );
}

/// Nobody answers there: a run that sends anything ends with status 1.
const NOWHERE: [&str; 4] = ["--domain", "127.0.0.1:1", "--token", "t"];

/// The usage error of a run.
fn usage(arguments: &[&str]) -> String {
    run(arguments.iter().chain(&NOWHERE)).usage()
}

#[test]
fn what_is_missing_or_too_much_is_told_before_anything_is_sent() {
    assert_eq!(
        usage(&["api", "users.get"]),
        "users.get: parameter id is required"
    );
    let unknown = usage(&["api", "users.get", "--param", "id=1", "--param", "feilds=x"]);
    assert_eq!(unknown, "users.get: no parameter feilds");
    let wrong = usage(&["api", "users.list", "--param", "page=first"]);
    assert_eq!(wrong, "users.list: parameter page does not take this value");
    assert!(usage(&["api", "users.create", "--json", "{}"]).contains("connection"));
    assert!(usage(&["api", "users.get", "--param", "id=1", "--json", "{}"]).contains("no body"));
    assert!(usage(&["api", "users.get", "--param", "id=.."]).contains("another resource"));
    let file = usage(&[
        "api",
        "jobs.usersImports.create",
        "--param",
        "connection_id=con_1",
    ]);
    assert_eq!(
        file,
        "jobs.usersImports.create: parameter users is required"
    );
    let file = [
        "api",
        "jobs.usersImports.create",
        "--param",
        "connection_id=con_1",
        "--param",
        "users=@/nowhere",
    ];
    assert!(usage(&file).contains("/nowhere"));

    let sent = run(["api", "users.get", "--param", "id=1"]
        .iter()
        .chain(&NOWHERE));
    let error = sent.error(1);
    assert_eq!(
        (&error["error"], &error["status"]),
        (&json!("transport"), &Value::Null)
    );
}

#[test]
fn somebody_must_have_a_token() {
    let message = run(["api", "users.list", "--domain", "127.0.0.1:1"]).usage();
    assert!(message.contains("Must provide a token"), "{message}");
}

#[test]
fn all_operations_are_listed_and_can_be_searched() {
    let all = run(["api", "--list"]);
    assert_eq!((all.status, all.stdout.lines().count()), (0, 482));
    let some = run(["api", "USERSIMPORTS", "--list"]);
    let line: Vec<_> = some.stdout.split_whitespace().collect();
    assert_eq!(
        line,
        ["jobs.usersImports.create", "POST", "/jobs/users-imports"]
    );
}
