//! `doorward auth OP`.

use serde_json::{Value, json};

use crate::command::{Ended, Shell, run};

const APP: &str = "Default App";
const SPA: &str = "Default SPA";
const M2M: &str = "Default M2M";

/// Signs a user up.
async fn sign_up(shell: &Shell, email: &str, password: &str) -> Ended {
    let connection = &shell.tenant.bootstrap().connections.database.name;
    let body = json!({ "email": email, "password": password, "connection": connection });
    let body = body.to_string();
    shell
        .run_as(APP, &["auth", "database.signUp", "--json", &body])
        .await
}

#[tokio::test]
async fn a_user_signs_up_logs_in_stays_logged_in_and_leaves() {
    let shell = Shell::start().await;
    let user = sign_up(&shell, "ada@example.com", "Corr3ct-horse!")
        .await
        .answer();
    assert_eq!(user["email"], "ada@example.com");
    assert_eq!(user["id"], user["_id"]);

    let login = json!({
        "username": "ada@example.com", "password": "Corr3ct-horse!",
        "scope": "openid email offline_access",
    });
    let login = login.to_string();
    let tokens = shell
        .run_as(APP, &["auth", "oauth.passwordGrant", "--json", &login])
        .await
        .answer();
    assert_eq!(tokens["token_type"], "Bearer");
    assert!(tokens["id_token"].is_string());

    let access_token = tokens["access_token"].as_str().unwrap();
    let profile = shell
        .run_as(
            APP,
            &["auth", "userInfo.getUserInfo", "--token", access_token],
        )
        .await;
    assert_eq!(profile.answer()["email"], "ada@example.com");

    let refresh = format!(
        "refresh_token={}",
        tokens["refresh_token"].as_str().unwrap()
    );
    let renew = ["auth", "oauth.refreshTokenGrant", "--param", &refresh];
    assert!(shell.run_as(APP, &renew).await.answer()["access_token"].is_string());

    let token = format!("token={}", tokens["refresh_token"].as_str().unwrap());
    let revoke = ["auth", "oauth.revokeRefreshToken", "--param", &token];
    assert_eq!(shell.run_as(APP, &revoke).await.answer(), Value::Null);
    let refusal = shell.run_as(APP, &renew).await.error(1);
    assert_eq!(
        (&refusal["status"], &refusal["error"]),
        (&json!(403), &json!("invalid_grant"))
    );
    assert!(refusal["message"].is_string());
    assert_eq!(refusal["errorCode"], Value::Null);
}

#[tokio::test]
async fn the_body_comes_from_the_argument_a_file_or_stdin() {
    let shell = Shell::start().await;
    let body = json!({ "audience": shell.tenant.bootstrap().api.identifier }).to_string();
    let grant = async |json: &str, stdin: &str| {
        let arguments = ["auth", "OAUTH.clientcredentialsgrant", "--json", json];
        shell.run_as_with(M2M, &arguments, stdin).await
    };
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), &body).unwrap();
    for (json, stdin) in [
        (body.as_str(), ""),
        (&format!("@{}", file.path().display()), ""),
        ("-", &body),
    ] {
        assert!(
            grant(json, stdin).await.answer()["access_token"].is_string(),
            "{json}"
        );
    }
    for json in ["@/nowhere.json", "{", "[]", "-"] {
        assert!(
            grant(json, "not json").await.usage().starts_with("--json"),
            "{json}"
        );
    }
}

#[tokio::test]
async fn a_refusal_is_told_as_json() {
    let shell = Shell::start().await;
    let weak = sign_up(&shell, "ada@example.com", "a").await.error(1);
    assert_eq!(
        (&weak["status"], &weak["error"]),
        (&json!(400), &json!("invalid_password"))
    );

    let login = [
        "auth",
        "oauth.passwordGrant",
        "--param",
        "username=nobody@x",
        "--param",
        "password=p",
    ];
    let refusal = shell.run_as(APP, &login).await.error(1);
    assert_eq!(
        refusal,
        json!({ "status": 403, "error": "invalid_grant", "message": "Wrong email or password.", "errorCode": null })
    );
}

#[tokio::test]
async fn a_client_without_a_secret_cannot_speak_for_itself_and_sends_nothing() {
    let shell = Shell::start().await;
    let arguments = [
        "auth",
        "oauth.clientCredentialsGrant",
        "--param",
        "audience=x",
    ];
    let message = shell.run_as(SPA, &arguments).await.usage();
    assert!(
        message.contains("client_secret or client_assertion field is required"),
        "{message}"
    );
}

/// Nobody answers there: a run that sends anything ends with status 1.
const NOWHERE: [&str; 4] = ["--domain", "127.0.0.1:1", "--client-id", "CID"];

fn run_nowhere(arguments: &[&str]) -> Ended {
    run(arguments.iter().chain(&NOWHERE))
}

#[test]
fn what_is_missing_is_told_before_anything_is_sent() {
    for (arguments, missing) in [
        (
            &["auth", "oauth.passwordGrant", "--param", "username=u"][..],
            "password",
        ),
        (
            &[
                "auth",
                "oauth.authorizationCodeGrantWithPKCE",
                "--json",
                r#"{"code":"c"}"#,
            ],
            "code_verifier",
        ),
        (
            &[
                "auth",
                "database.signUp",
                "--json",
                r#"{"email":"e","password":"p"}"#,
            ],
            "connection",
        ),
        (
            &[
                "auth",
                "backchannel.authorize",
                "--json",
                r#"{"binding_message":"b","scope":"openid"}"#,
            ],
            "user_id",
        ),
        (&["auth", "userInfo.getUserInfo"], "access_token"),
    ] {
        let message = run_nowhere(arguments).usage();
        assert!(
            message.contains(&format!("missing field `{missing}`")),
            "{message}"
        );
    }
    let sent = run_nowhere(&[
        "auth",
        "oauth.passwordGrant",
        "--param",
        "username=u",
        "--param",
        "password=p",
    ]);
    let error = sent.error(1);
    assert_eq!(
        (&error["error"], &error["status"]),
        (&json!("transport"), &Value::Null)
    );
}

#[test]
fn domain_and_client_are_needed() {
    let grant = [
        "auth",
        "oauth.refreshTokenGrant",
        "--param",
        "refresh_token=rt",
    ];
    assert!(run(grant).usage().contains("--domain"));
    let domain = run(grant.iter().chain(&["--domain", "127.0.0.1:1"]));
    assert!(domain.usage().contains("--client-id"));
    let named = run(grant.iter().chain(&["--client-id", "CID"]));
    assert!(named.usage().contains("--domain"));
    let empty = run(grant.iter().chain(&["--client-id", "CID", "--domain", ""]));
    assert!(empty.usage().contains("--domain"));
    let domain = run(grant
        .iter()
        .chain(&["--client-id", "CID", "--domain", "https://x"]));
    assert!(domain.usage().contains("\"https://x\""));
}

#[test]
fn arguments_that_make_no_sense_end_with_status_2() {
    for arguments in [
        &["auth"][..],
        &["auth", "oauth.passwordGrant", "--param", "no-value"],
        &["auth", "oauth.passwordGrant", "--header", "no colon"],
        &["auth", "oauth.passwordGrant", "--forwarded-for", "nobody"],
        &["auth", "oauth.passwordGrant", "--id-token-alg", "none"],
        &["auth", "oauth.passwordGrant", "--unknown"],
        &["auth", "oauth.passwordGrant", "--client-cert", "x"],
    ] {
        assert_eq!(run(arguments).status, 2, "{arguments:?}");
    }
    let key = [
        "auth",
        "oauth.passwordGrant",
        "--param",
        "username=u",
        "--param",
        "password=p",
    ];
    let key = run_nowhere(&[&key[..], &["--client-assertion-key", "/nowhere.pem"]].concat());
    assert!(key.usage().starts_with("/nowhere.pem"));
}

#[test]
fn a_misspelt_operation_is_answered_with_the_nearest() {
    let message = run(["auth", "oauth.passwrodGrant"]).usage();
    assert!(
        message.contains("did you mean oauth.passwordGrant"),
        "{message}"
    );
}

#[test]
fn every_operation_is_listed() {
    let listed = run(["auth", "--list"]);
    let names: Vec<_> = listed.stdout.lines().collect();
    assert_eq!(names.len(), 54);
    assert!(names.contains(&"oauth.authorizationCodeGrantWithPKCE"));
    assert!(names.contains(&"userInfo.getUserInfo"));
}
