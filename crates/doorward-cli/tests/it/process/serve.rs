//! `doorward serve`: tenant and gateway in one process.

use serde_json::json;

use super::{GatewayCaller, Place, Process, answer};

impl Place {
    /// Tenant and gateway on this data, on free ports, with more variables.
    pub(crate) fn serve(&self, variables: &[(&str, &str)]) -> Process {
        let mut command = self.part("serve");
        command.envs(variables.iter().copied());
        Process::run(self, command)
    }
}

impl Process {
    fn gateway(&self) -> GatewayCaller {
        GatewayCaller {
            http: self.http.clone(),
            url: self.told("/gateway/url"),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_survive_a_restart_and_follow_the_clock_of_the_process() {
    let place = Place::sqlite();
    let life = [("SESSION_DURATION_SECONDS", "600")];
    let process = place.serve(&life);
    let token = process.gateway().log_in().await;
    assert_eq!(process.gateway().user(&token).await.0, 200);
    assert_eq!(process.terminate().await, 0, "{}", place.errors());

    let process = place.serve(&life);
    let (status, user) = process.gateway().user(&token).await;
    assert_eq!((status, &user["email"]), (200, &json!("demo@example.com")));

    // The tokens behind the session would be good for longer.
    let step = json!({ "advance_seconds": 601 });
    let moved = process.caller().post("/_doorward/clock", &step).await;
    let (status, now) = answer(moved.unwrap()).await.unwrap();
    assert_eq!(status, 200, "{now}");
    assert_eq!(process.gateway().user(&token).await.0, 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_free_port_is_told_in_the_ready_line_and_the_bootstrap_file() {
    let place = Place::sqlite();
    let process = place.serve(&[]);
    let issuer = process.told("/issuer");
    assert_eq!(process.line, format!("doorward ready {issuer}"));
    assert!(
        !issuer.contains(":0/") && !issuer.contains(":8443/"),
        "{issuer}"
    );

    let authority = std::fs::read(process.told("/ca_file")).unwrap();
    let authority = reqwest::Certificate::from_pem(&authority).unwrap();
    let client = reqwest::Client::builder().add_root_certificate(authority);
    let url = format!("{issuer}.well-known/openid-configuration");
    let found = client.build().unwrap().get(url).send().await.unwrap();
    let (_, found) = answer(found).await.unwrap();
    assert_eq!(found["issuer"], issuer.as_str());
    let healthy = process
        .http
        .get(format!("{}/readyz", process.told("/http_url")));
    assert_eq!(healthy.send().await.unwrap().status(), 200);
    assert_eq!(process.gateway().status("/-/check-up").await, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_share_sessions_when_both_are_given_the_same_redis() {
    let Ok(redis) = std::env::var("DOORWARD_TEST_REDIS_URL") else {
        return;
    };
    let scope = format!("serve-{}", std::process::id());
    let variables = [("REDIS_HOSTS", redis.as_str()), ("SESSION_SCOPE", &scope)];
    let place = Place::sqlite();
    let process = place.serve(&variables);
    let token = process.gateway().log_in().await;
    assert!(!place.data_dir().join("gateway").exists());
    // The second stands alone, on the demo client of the first.
    let clients = super::gateway::Clients::of(&process, &place);
    let second = clients.serve(&place, &variables).await;
    let (status, user) = second.caller.user(&token).await;
    assert_eq!((status, &user["email"]), (200, &json!("demo@example.com")));
}

#[test]
fn a_gateway_that_is_misconfigured_is_told_before_anything_starts() {
    let place = Place::sqlite();
    let config = place.file("gateway.json", r#"{"clients": {}, "colour": "red"}"#);
    let mut command = place.part("serve");
    let output = command
        .arg("--gateway-config")
        .arg(config)
        .args(["--http", "nowhere"])
        .env("REDIS_HOSTS", "ftp://x")
        .env("REDIS_MODE", "ring")
        .stderr(std::process::Stdio::piped())
        .output();
    let output = output.unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    let keys: Vec<_> = said
        .lines()
        .map(|line| line.split(": ").nth(1).unwrap())
        .collect();
    assert!(keys.contains(&"http"), "{said}");
    assert!(keys.contains(&"REDIS_HOSTS"), "{said}");
    assert!(keys.contains(&"REDIS_MODE"), "{said}");
    assert!(!place.data_dir().exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_has_to_read_what_it_says() {
    let place = Place::sqlite();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = place.part("serve");
    command.args(["--log-level", "debug"]).stderr(writer);
    let process = Process::run(&place, command);
    let metadata = format!(
        "{}/.well-known/openid-configuration",
        process.told("/http_url")
    );
    let answer = process.http.get(metadata).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(process.terminate().await, 0);
}
