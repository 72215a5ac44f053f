//! Where options come from: flag, variable, configuration file.

use std::process::Stdio;

use super::{Place, Process};
use crate::command::program;

/// What a start that fails says, after its keys were checked.
fn refused(place: &Place, file: &str, arguments: &[&str]) -> String {
    let file = place.file("doorward.toml", file);
    let output = program()
        .arg("tenant")
        .arg("--config")
        .arg(file)
        .args(arguments)
        .current_dir(place.folder.path())
        .output();
    let output = output.unwrap();
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flag_wins_over_a_variable_and_a_variable_over_the_file() {
    let place = Place::sqlite();
    place.file(
        "doorward.toml",
        "domain = 'file.localhost:1'\nhttps = '127.0.0.1:0'\nhttp = '127.0.0.1:0'\nlog_level = 'warn'\n",
    );
    let start = |variable: Option<&str>, flag: Option<&str>| {
        let mut command = program();
        command
            .arg("tenant")
            .current_dir(place.folder.path())
            .env("DOORWARD_DATA_DIR", place.data_dir())
            .stdout(Stdio::piped())
            .stderr(place.open_errors());
        if let Some(domain) = variable {
            command.env("DOORWARD_PUBLIC_DOMAIN", domain);
        }
        if let Some(domain) = flag {
            command.args(["--domain", domain]);
        }
        Process::run(&place, command).line.clone()
    };
    let ready = |domain: &str| format!("doorward ready https://{domain}/");
    assert_eq!(start(None, None), ready("file.localhost:1"));
    let variable = Some("variable.localhost:2");
    assert_eq!(start(variable, None), ready("variable.localhost:2"));
    let flag = Some("flag.localhost:3");
    assert_eq!(start(variable, flag), ready("flag.localhost:3"));
}

#[test]
fn each_wrong_key_is_a_line_wherever_it_was_written() {
    let place = Place::sqlite();
    let file = "colour = 'red'\nhttps = 8443\nlimits = 'few'\n[[tenants]]\nname = 'b'\n";
    let said = refused(&place, file, &["--mode", "test", "--trusted-proxies", "x"]);
    let mut keys: Vec<_> = said
        .lines()
        .map(|line| line.split(": ").nth(1).unwrap())
        .collect();
    keys.sort_unstable();
    let expected = [
        "colour",
        "https",
        "limits",
        "mode",
        "tenants[0].domain",
        "tenants[0].name",
        "trusted_proxies",
    ];
    assert_eq!(keys, expected, "{said}");
}

#[test]
fn a_file_that_is_named_must_be_there_and_be_toml() {
    let place = Place::sqlite();
    let missing = ["tenant", "--config", "/nowhere/doorward.toml"];
    let output = program().args(missing).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("doorward: config: /nowhere"), "{said}");
    let said = refused(&place, "= 3", &[]);
    assert!(said.starts_with("doorward: config: "), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn further_tenants_of_the_file_are_served_by_their_host() {
    let place = Place::sqlite();
    let seed = place.file("b.yaml", "tenant:\n  friendly_name: The second\n");
    let file = format!(
        "[[tenants]]\ndomain = 'b.localhost:8443'\ntenant = '{}'\n",
        seed.display()
    );
    let file = place.file("doorward.toml", &file);
    let mut command = place.command();
    command.arg("--config").arg(file);
    let process = Process::run(&place, command);
    let issuer = async |host: &str| {
        let url = format!(
            "{}/.well-known/openid-configuration",
            process.told("/http_url")
        );
        let request = process.http.get(url).header("host", host);
        let found = super::answer(request.send().await.unwrap()).await;
        found.unwrap().1["issuer"].as_str().unwrap().to_owned()
    };
    assert_eq!(issuer("localhost:8443").await, "https://localhost:8443/");
    assert_eq!(
        issuer("b.localhost:8443").await,
        "https://b.localhost:8443/"
    );
    assert_eq!(issuer("elsewhere.example").await, "https://localhost:8443/");
}

#[test]
fn everything_has_help_and_the_program_its_version() {
    for arguments in [
        &["--help"][..],
        &["serve", "--help"],
        &["tenant", "--help"],
        &["gateway", "--help"],
        &["auth", "--help"],
        &["api", "--help"],
        &["admin", "create-client", "--help"],
    ] {
        let output = program().args(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}");
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains("Usage: doorward"), "{arguments:?}: {text}");
    }
    let version = program().arg("--version").output().unwrap().stdout;
    let version = String::from_utf8(version).unwrap();
    assert_eq!(version, format!("doorward {}\n", env!("CARGO_PKG_VERSION")));
}
