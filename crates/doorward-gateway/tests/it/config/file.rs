//! The config file, against its schema.

use doorward_gateway::config::{Config, ManagementConnections, SameSite};
use serde_json::{Value, json};

use super::{problems_with, valid};

#[test]
fn g_006_007_009_010_011_a_file_against_the_schema_is_refused_with_the_json_path() {
    for (pointer, value, expected) in [
        ("/extra", json!(1), "extra: unknown property"),
        (
            "/clients/cms/ClientId",
            json!("x"),
            "clients.cms.ClientId: unknown property",
        ),
        (
            "/clients/cms/clientId",
            json!(7),
            "clients.cms.clientId: must be a string, not a number",
        ),
        (
            "/clients/cms/clientSecret",
            json!(""),
            "clients.cms.clientSecret: must not be empty",
        ),
        (
            "/clients/cms/scopes",
            json!("openid"),
            "clients.cms.scopes: must be an array of strings, not a string",
        ),
        (
            "/clients/cms/scopes",
            json!([1]),
            "clients.cms.scopes[0]: must be a string, not a number",
        ),
        (
            "/clients/cms/sameSite",
            json!("lax"),
            "clients.cms.sameSite: must be Lax, None or Strict",
        ),
        (
            "/clients/cms/auth0Url",
            json!("ftp://x"),
            "clients.cms.auth0Url: must be the http or https URL of a tenant",
        ),
        (
            "/clients/cms/redirectUrl",
            json!("//evil"),
            "clients.cms.redirectUrl: must be an absolute URL, or a path that starts with one /",
        ),
        (
            "/clients/cms/supportedSigningAlgs",
            json!(["none"]),
            "clients.cms.supportedSigningAlgs: \"none\" is not a supported signing algorithm",
        ),
        (
            "/clients/cms/defaultConnection",
            json!("A"),
            "clients.cms.defaultConnection: is not among supportedConnections",
        ),
        (
            "/clients/cms",
            json!([]),
            "clients.cms: must be an object, not an array",
        ),
        (
            "/clients",
            json!({}),
            "clients: must have at least one entry",
        ),
        (
            "/defaultClient",
            json!("other"),
            "defaultClient: is not a key of clients",
        ),
        (
            "/managementClient/defaultCreateUserConnection",
            json!("A"),
            "managementClient.defaultCreateUserConnection: is not among supportedConnections",
        ),
        (
            "/managementClient/defaultManagementConnectionName",
            json!("A"),
            "managementClient.defaultManagementConnectionName: is not a key of supportedConnectionsMap",
        ),
    ] {
        assert_eq!(problems_with(pointer, value), [expected]);
    }
}

#[test]
fn g_006_each_missing_property_is_named() {
    for name in [
        "auth0Url",
        "clientId",
        "clientSecret",
        "redirectUrl",
        "scopes",
    ] {
        let mut config = valid();
        config["clients"]["cms"]
            .as_object_mut()
            .expect("an object")
            .shift_remove(name);
        let problems = Config::from_json(&config.to_string()).expect_err("a refused file");
        assert_eq!(
            problems.lines(),
            [format!("clients.cms.{name}: required, but missing")]
        );
    }
}

#[test]
fn problems_never_show_a_secret() {
    let mut config = valid();
    config["clients"]["cms"]["clientSecret"] = json!({ "hush": "hush-hush" });
    let problems = Config::from_json(&config.to_string())
        .expect_err("a refused file")
        .to_string();
    assert!(!problems.contains("hush"), "{problems}");
    let cut = format!("{} trailing hush-hush", valid());
    let problems = Config::from_json(&cut)
        .expect_err("a refused file")
        .to_string();
    assert!(!problems.contains("hush"), "{problems}");
    let (config, _) = Config::from_json(&valid().to_string()).expect("a config");
    assert!(!format!("{config:?}").contains("hush"));
}

#[test]
fn g_008_all_forms_of_the_management_client_load_but_not_mixed() {
    let with = |extra: Value| {
        let mut config = valid();
        let target = config["managementClient"]
            .as_object_mut()
            .expect("an object");
        target.extend(extra.as_object().expect("an object").clone());
        Config::from_json(&config.to_string())
            .map(|(config, _)| config.management_client.connections)
    };
    assert_eq!(with(json!({})).expect("base"), ManagementConnections::Base);
    let deprecated =
        json!({ "supportedConnections": ["A", "B"], "defaultCreateUserConnection": "A" });
    let connections = with(deprecated.clone()).expect("deprecated");
    assert_eq!(
        (connections.supported(), connections.default()),
        (vec!["A", "B"], Some("A"))
    );
    let current = json!({ "supportedConnectionsMap": { "A": { "connectionId": "con_1" } }, "defaultManagementConnectionName": "A" });
    let connections = with(current.clone()).expect("current");
    assert_eq!(
        (connections.supported(), connections.default()),
        (vec!["A"], Some("A"))
    );
    let mut mixed = deprecated;
    mixed
        .as_object_mut()
        .expect("an object")
        .extend(current.as_object().expect("an object").clone());
    let problems = with(mixed).expect_err("a refused mixture");
    assert_eq!(problems.lines().len(), 1);
    let open = json!({ "supportedConnectionsMap": { "A": { "connectionId": "con_1", "x": 1 } } });
    let problems = with(open).expect_err("a refused entry");
    assert_eq!(
        problems.lines(),
        ["managementClient.supportedConnectionsMap.A.x: unknown property"]
    );
}

#[test]
fn g_005_012_published_examples_load_with_a_warning() {
    let text = json!({
        "clients": { "client1": {
            "auth0Url": "https://t.example/", "clientId": "{{CLIENT_ID}}", "clientSecret": "s", "audience": "",
            "redirectUrl": "https://app.example/web-login/callback", "scopes": ["profile", "offline_access", "website"],
            "supportedSigningAlgs": ["RS256"], "supportedConnections": [], "defaultConnection": "", "sameSite": "Lax",
        }},
        "defaultClient": "",
        "managementClient": {
            "auth0Url": "https://t.example", "clientId": "m", "clientSecret": "s",
            "supportedConnections": [], "defaultCreateUserConnection": "", "authorizeStateRequired": true,
        },
        "customClaimsNamespaces": ["https://app.example/app_metadata"],
    });
    let (config, warnings) = Config::from_json(&text.to_string()).expect("a config");
    assert_eq!(
        warnings,
        [
            "clients.client1.clientId: holds a {{placeholder}} that nobody filled in",
            "managementClient.authorizeStateRequired: has no effect here, it belongs to a client",
        ]
    );
    let client = config.client("client1").expect("the client");
    assert_eq!(client.client_id, "{{CLIENT_ID}}");
    assert_eq!(
        (
            client.audience.as_deref(),
            client.default_connection.as_deref()
        ),
        (None, None)
    );
    assert_eq!(
        (client.same_site, client.is_website()),
        (Some(SameSite::Lax), true)
    );
    assert_eq!(config.default_client, None);
}
