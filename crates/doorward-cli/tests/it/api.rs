//! `doorward api OP`.

use serde_json::{Value, json};

use crate::command::{Ended, Shell, run};

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
        "users.get: parameter id is required (doorward api users.get --help tells what it takes)"
    );
    let unknown = usage(&["api", "users.get", "--param", "id=1", "--param", "feilds=x"]);
    assert!(unknown.starts_with("users.get: no parameter feilds ("));
    let wrong = usage(&["api", "users.list", "--param", "page=first"]);
    assert!(wrong.starts_with("users.list: parameter page does not take this value ("));
    assert!(usage(&["api", "users.create", "--json", "{}"]).contains("connection"));
    assert!(usage(&["api", "users.get", "--param", "id=1", "--json", "{}"]).contains("no body"));
    assert!(usage(&["api", "users.get", "--param", "id=.."]).contains("another resource"));
    let file = usage(&[
        "api",
        "jobs.usersImports.create",
        "--param",
        "connection_id=con_1",
    ]);
    assert!(file.starts_with("jobs.usersImports.create: parameter users is required"));
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

/// The values of a run that prints one a line.
fn lines(ended: &Ended) -> Vec<Value> {
    assert_eq!((ended.status, ended.stderr.as_str()), (0, ""), "{ended:?}");
    let lines = ended.stdout.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[tokio::test]
async fn all_pages_are_followed_line_by_line() {
    let shell = Shell::start().await;
    let whole = shell.manage(&["api", "clients.list"]).await.answer();
    let whole = whole.as_array().unwrap().clone();
    assert!(whole.len() > 3);
    for page in ["per_page=1", "per_page=2", "take=2", "per_page=100"] {
        let all = ["api", "clients.list", "--all", "--param", page];
        assert_eq!(lines(&shell.manage(&all).await), whole, "{page}");
    }
    // What is behind the page that was asked for.
    let rest = [
        "api",
        "clients.list",
        "--all",
        "--param",
        "page=1",
        "--param",
        "per_page=2",
    ];
    assert_eq!(lines(&shell.manage(&rest).await), whole[2..]);
    for list in [
        "users.list",
        "connections.list",
        "roles.list",
        "logs.list",
        "keys.signing.list",
    ] {
        let plain = shell.manage(&["api", list]).await.answer();
        let all = lines(&shell.manage(&["api", list, "--all"]).await);
        assert!(all.len() >= plain.as_array().unwrap().len(), "{list}");
    }
    let log = ["api", "logs.list", "--all", "--param", "take=3"];
    let log = lines(&shell.manage(&log).await);
    let ids: std::collections::HashSet<_> =
        log.iter().map(|entry| entry["log_id"].as_str()).collect();
    assert!(log.len() > 3 && ids.len() == log.len(), "{log:?}");

    let none = ["api", "tenants.settings.get", "--all"];
    let error = shell.manage(&none).await.usage();
    assert_eq!(error, "tenants.settings.get: --all is for lists");
}

#[tokio::test]
async fn people_get_tables() {
    let shell = Shell::start().await;
    let table = shell.manage(&["api", "clients.list", "--table"]).await;
    let mut rows = table.stdout.lines();
    let header = rows.next().unwrap();
    assert!(
        header.starts_with("CLIENT_ID") && header.contains("NAME"),
        "{header}"
    );
    assert!(rows.any(|row| row.contains("Default SPA")), "{table:?}");
    let all = [
        "api",
        "clients.list",
        "--table",
        "--all",
        "--param",
        "per_page=1",
    ];
    let all = shell.manage(&all).await;
    assert!(
        all.stdout.lines().any(|row| row.contains("Default SPA")),
        "{all:?}"
    );
    let settings = ["api", "tenants.settings.get", "--table"];
    let settings = shell.manage(&settings).await.stdout;
    assert!(
        settings
            .lines()
            .any(|row| row.starts_with("default_directory")),
        "{settings}"
    );
}

#[test]
fn an_operation_has_help_of_its_own() {
    let help = run(["api", "Users.Update", "--help"]);
    assert_eq!(help.status, 0);
    assert!(
        help.stdout.starts_with("PATCH /api/v2/users/{id}\n"),
        "{help:?}"
    );
    assert!(
        help.stdout.contains("update:users_app_metadata"),
        "{help:?}"
    );
    let own = run(["api", "-h"]);
    assert!(own.stdout.contains("Usage: doorward api"), "{own:?}");
    let unknown = run(["api", "users.updat", "--help"]).usage();
    assert!(unknown.contains("users.update"), "{unknown}");
}

#[test]
fn all_operations_are_listed_and_can_be_searched() {
    let all = run(["api", "--list"]);
    let lines = || all.stdout.lines();
    let count = |api: &str| lines().filter(|line| line.starts_with(api)).count();
    let (account, organization) = (count("myAccount."), count("myOrganization."));
    assert_eq!((all.status, account, organization), (0, 15, 41));
    let management = lines().count() - account - organization;
    assert_eq!(management, 482);
    let some = run(["api", "USERSIMPORTS", "--list"]);
    let line: Vec<_> = some.stdout.split_whitespace().collect();
    assert_eq!(
        line,
        [
            "jobs.usersImports.create",
            "POST",
            "/api/v2/jobs/users-imports"
        ]
    );
    for (name, path) in [
        ("myAccount.factors.list", "/me/v1/factors"),
        (
            "myOrganization.organization.domains.list",
            "/my-org/v1/domains",
        ),
    ] {
        let some = run(["api", name, "--list"]);
        assert!(
            some.stdout.trim_end().ends_with(&format!(" {path}")),
            "{some:?}"
        );
    }
}

#[test]
fn users_call_their_own_apis_with_their_own_tokens() {
    let tokenless = run([
        "api",
        "myAccount.factors.list",
        "--domain",
        "127.0.0.1:1",
        "--client-id",
        "CID",
        "--client-secret",
        "SEC",
    ]);
    let usage = tokenless.usage();
    assert!(usage.contains("https://127.0.0.1:1/me/"), "{usage}");
    let help = run(["api", "MYORGANIZATION.organization.domains.list", "--help"]);
    let begin = "GET /my-org/v1/domains\n";
    assert!(help.stdout.starts_with(begin), "{help:?}");
    // It gets as far as the network.
    let sent = run(["api", "myAccount.factors.list"].iter().chain(&NOWHERE));
    assert_eq!(sent.status, 1, "{sent:?}");
}
