//! Whether a configuration works, asked before anything is started.

use doorward_gateway::config::{Config, SessionStore};
use doorward_gateway::{Finding, Settings, Surroundings, check};

use crate::double::Double;
use crate::gateway::{START, config, redis_store};
use crate::redis::RedisServer;

async fn findings(tenant: &Double, store: SessionStore) -> Vec<Finding> {
    let (config, _) = Config::from_json(&config(&tenant.url).to_string()).expect("a config");
    check(&Settings::new(config, store), Surroundings::default()).await
}

fn problems(findings: &[Finding]) -> Vec<&str> {
    let bad = findings.iter().filter(|finding| finding.problem.is_some());
    bad.map(|finding| finding.what.split(' ').next().expect("a word"))
        .collect()
}

#[tokio::test]
async fn everything_a_configuration_names_is_asked() {
    let tenant = Double::start(START).await;
    let server = RedisServer::private();
    let all = findings(&tenant, redis_store(&server)).await;
    assert_eq!(problems(&all), Vec::<&str>::new(), "{all:?}");
    assert_eq!(all.len(), 5, "{all:?}");
    assert_eq!(tenant.grants("client_credentials").len(), 1);
}

#[tokio::test]
async fn each_that_does_not_answer_is_named() {
    let tenant = Double::start(START).await;
    let mut server = RedisServer::private();
    let store = redis_store(&server);
    server.stop();
    let refusal = r#"{"error":"access_denied","error_description":"Unauthorized"}"#;
    tenant.script("/oauth/token", 401, &[], refusal);
    let all = findings(&tenant, store).await;
    assert_eq!(
        problems(&all),
        ["REDIS_HOSTS", "managementClient"],
        "{all:?}"
    );
    assert!(!format!("{all:?}").contains("management-secret"));

    tenant.set_down(true);
    let folder = tempfile::tempdir().expect("a folder");
    let all = findings(&tenant, SessionStore::Embedded(folder.path().join("new"))).await;
    let named = [
        "clients.web.auth0Url",
        "clients.spa.auth0Url",
        "clients.strict.auth0Url",
        "managementClient",
    ];
    assert_eq!(problems(&all), named, "{all:?}");
    let file = folder.path().join("file");
    std::fs::write(&file, "").expect("a written file");
    let all = findings(&tenant, SessionStore::Embedded(file)).await;
    assert_eq!(problems(&all)[0], "REDIS_HOSTS", "{all:?}");
    assert!(!folder.path().join("new").exists(), "something was started");
}
