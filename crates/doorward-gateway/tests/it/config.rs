//! Environment variables and the config file: what starts a gateway and what keeps it from starting.

use std::collections::HashMap;
use std::time::Duration;

use doorward_gateway::Settings;
use doorward_gateway::config::{
    Config, LogLevel, ManagementConnections, RedisServers, SameSite, SessionStore,
};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A folder with a valid `config.json`, and the variables that lead to it.
struct Installation {
    folder: TempDir,
    variables: HashMap<String, String>,
}

impl Installation {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(folder.path().join("config.json"), valid().to_string())
            .expect("a written file");
        let path = folder.path().to_str().expect("a UTF-8 path").to_owned();
        let variables = [
            ("REDIS_HOSTS", "redis"),
            ("ORIGINAL_PROTOCOL_HEADER", "x-forwarded-proto"),
            ("SERVICE_CONFIG_PATH", &path),
            ("SERVICE_CONFIG_FILE_NAME", "config"),
        ];
        let variables = variables
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into();
        Self { folder, variables }
    }

    fn set(mut self, name: &str, value: &str) -> Self {
        self.variables.insert(name.to_owned(), value.to_owned());
        self
    }

    fn unset(mut self, name: &str) -> Self {
        self.variables.remove(name);
        self
    }

    fn start(&self) -> Result<Settings, Vec<String>> {
        Settings::from_env_and_file(|name| self.variables.get(name).cloned())
            .map_err(|problems| problems.lines().to_vec())
    }

    fn problems(&self) -> Vec<String> {
        self.start().expect_err("a refused start")
    }
}

fn valid() -> Value {
    json!({
        "clients": { "cms": client() },
        "managementClient": { "auth0Url": "https://t.example", "clientId": "m", "clientSecret": "ms" },
    })
}

fn client() -> Value {
    json!({
        "auth0Url": "https://t.example/", "clientId": "c", "clientSecret": "hush-hush",
        "redirectUrl": "https://app.example/web-login/callback", "scopes": ["profile"],
    })
}

/// The problems of `config` after `pointer` was set to `value` (or removed, with null and `remove`).
fn problems_with(pointer: &str, value: Value) -> Vec<String> {
    let mut config = valid();
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    config.pointer_mut(parent).expect("an object")[name] = value;
    match Config::from_json(&config.to_string()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.lines().to_vec(),
    }
}

#[test]
fn g_001_each_required_variable_is_named_when_missing() {
    for name in [
        "REDIS_HOSTS",
        "ORIGINAL_PROTOCOL_HEADER",
        "SERVICE_CONFIG_PATH",
        "SERVICE_CONFIG_FILE_NAME",
    ] {
        let problems = Installation::new().unset(name).problems();
        assert_eq!(problems, [format!("{name}: required, but not set")]);
        let problems = Installation::new().set(name, "").problems();
        assert_eq!(
            problems,
            [format!("{name}: required, but not set")],
            "an empty value counts as unset"
        );
    }
    let two = Installation::new()
        .unset("REDIS_HOSTS")
        .unset("ORIGINAL_PROTOCOL_HEADER")
        .problems();
    assert_eq!(two.len(), 2);
}

#[test]
fn g_002_defaults_are_those_of_the_original() {
    let settings = Installation::new().start().expect("settings");
    assert_eq!(settings.options.http_port, 8080);
    assert_eq!(settings.options.log_level, LogLevel::Info);
    assert_eq!(
        settings.options.session_duration,
        Duration::from_secs(86_400)
    );
    assert_eq!(settings.options.delay_shutdown, Duration::from_secs(10));
    assert_eq!(settings.options.service_prefix, "");
    assert_eq!(settings.options.metrics, None);
    let SessionStore::Redis(redis) = settings.session_store else {
        panic!("Redis expected")
    };
    assert_eq!(
        redis.servers,
        RedisServers::Single("redis".to_owned(), 6379)
    );
}

#[test]
fn g_003_malformed_variables_stop_the_start() {
    for (name, value) in [
        ("HTTP_PORT", "abc"),
        ("HTTP_PORT", "0"),
        ("HTTP_PORT", "65536"),
        ("SESSION_DURATION_SECONDS", "0"),
        ("SESSION_DURATION_SECONDS", "-1"),
        ("SESSION_DURATION_SECONDS", "1.5"),
        ("DELAY_SHUTDOWN_SECONDS", "-1"),
        ("REDIS_MODE", "ring"),
        ("LOG_LEVEL", "chatty"),
        ("IMPORT_LIMIT_BYTES", "lots"),
        ("SESSION_ENCRYPTION_KEYS", "c2hvcnQ="),
        ("ORIGINAL_PROTOCOL_HEADER", "not a header"),
        ("EXPOSE_METRICS", "yes"),
        ("NAMESPACED_METRICS_PREFIX", "1x"),
        ("SERVICE_PREFIX", "/a b"),
        ("REDIS_HOSTS", "http://redis"),
        ("REDIS_HOSTS", "embedded:"),
    ] {
        let problems = Installation::new().set(name, value).problems();
        assert_eq!(problems.len(), 1, "{name}={value}: {problems:?}");
        assert!(
            problems[0].starts_with(&format!("{name}: ")),
            "{problems:?}"
        );
    }
}

#[test]
fn g_094_redis_hosts_are_read_in_every_mode() {
    let redis =
        |installation: Installation| match installation.start().expect("settings").session_store {
            SessionStore::Redis(redis) => redis,
            SessionStore::Embedded(_) => panic!("Redis expected"),
        };
    let settings = redis(
        Installation::new()
            .set("REDIS_HOSTS", "one:7000")
            .set("REDIS_USERNAME", "u")
            .set("REDIS_PASSWORD", "p"),
    );
    assert_eq!(
        settings.servers,
        RedisServers::Single("one".to_owned(), 7000)
    );
    assert_eq!(settings.username.as_deref(), Some("u"));
    assert_eq!(settings.password.as_deref(), Some("p"));
    assert_eq!((settings.database, settings.is_tls), (None, false));

    let settings = redis(Installation::new().set("REDIS_HOSTS", "rediss://u:p%40ss@one:7000/3"));
    assert_eq!(settings.password.as_deref(), Some("p@ss"));
    assert_eq!((settings.database, settings.is_tls), (Some(3), true));

    let sentinel = Installation::new()
        .set("REDIS_MODE", "sentinel")
        .set("REDIS_HOSTS", "a,b:1");
    assert_eq!(
        sentinel.problems(),
        ["REDIS_MASTER_NAME: required, but not set"]
    );
    let settings = redis(sentinel.set("REDIS_MASTER_NAME", "m"));
    let hosts = vec![("a".to_owned(), 6379), ("b".to_owned(), 1)];
    assert_eq!(
        settings.servers,
        RedisServers::Sentinel {
            hosts,
            master_name: "m".to_owned()
        }
    );

    let embedded = Installation::new()
        .set("REDIS_HOSTS", "embedded:/var/lib/gw")
        .start()
        .expect("settings");
    let SessionStore::Embedded(folder) = embedded.session_store else {
        panic!("a folder expected")
    };
    assert_eq!(folder.to_str(), Some("/var/lib/gw"));
}

#[test]
fn g_004_the_config_file_may_be_named_with_its_ending() {
    Installation::new()
        .set("SERVICE_CONFIG_FILE_NAME", "config.json")
        .start()
        .expect("settings");
    let missing = Installation::new()
        .set("SERVICE_CONFIG_FILE_NAME", "other")
        .problems();
    assert!(missing[0].contains("other.json"), "{missing:?}");
}

#[test]
fn problems_of_environment_and_file_are_reported_together() {
    let installation = Installation::new().set("HTTP_PORT", "abc");
    std::fs::write(installation.folder.path().join("config.json"), "{}").expect("a written file");
    assert_eq!(
        installation.problems(),
        [
            "HTTP_PORT: must be a port, 1 to 65535",
            "clients: required, but missing",
            "managementClient: required, but missing",
        ]
    );
}

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

const MONGO: [(&str, &str); 4] = [
    ("MONGO_DB_URL", "mongodb://ada:hush-hush@mongo.example/"),
    ("USERS_DATABASE_NAME", "platform"),
    ("USERS_COLLECTION_NAME", "users"),
    (
        "USERS_PROPERTIES_TO_SAVE",
        "email, app_metadata.plan,,groups",
    ),
];

fn with_mongo() -> Installation {
    MONGO
        .iter()
        .fold(Installation::new(), |installation, (name, value)| {
            installation.set(name, value)
        })
}

#[test]
fn g_099_users_are_copied_when_all_four_variables_are_set_and_only_then() {
    let settings = with_mongo().start().expect("settings");
    assert_eq!(settings.warnings, Vec::<String>::new());
    let mongo = settings.options.mongo.expect("copies");
    assert_eq!(
        (mongo.database.as_str(), mongo.collection.as_str()),
        ("platform", "users")
    );
    assert_eq!(mongo.properties, ["email", "app_metadata.plan", "groups"]);
    assert!(!format!("{mongo:?}").contains("hush"));

    for (name, _) in MONGO {
        for installation in [with_mongo().unset(name), with_mongo().set(name, "")] {
            let settings = installation.start().expect("settings");
            assert!(settings.options.mongo.is_none());
            assert_eq!(
                settings.warnings,
                [format!("{name}: not set, so Mongo sync is off")]
            );
        }
    }
    let settings = Installation::new().start().expect("settings");
    assert!(settings.options.mongo.is_none() && settings.warnings.is_empty());
}

#[test]
fn g_099_copies_that_cannot_be_made_stop_the_start() {
    for (name, value) in [
        ("MONGO_DB_URL", "postgres://ada:hush-hush@mongo.example/"),
        ("USERS_DATABASE_NAME", "plat.form"),
        ("USERS_COLLECTION_NAME", "us$ers"),
        ("USERS_PROPERTIES_TO_SAVE", " , "),
        ("USERS_PROPERTIES_TO_SAVE", "email,_id"),
        ("USERS_PROPERTIES_TO_SAVE", "__STATE__"),
        ("USERS_PROPERTIES_TO_SAVE", "createdAt.year"),
        ("USERS_PROPERTIES_TO_SAVE", "userId"),
        ("USERS_PROPERTIES_TO_SAVE", "address,address.city"),
        ("USERS_PROPERTIES_TO_SAVE", "email,email"),
        ("USERS_PROPERTIES_TO_SAVE", "a..b"),
        ("USERS_PROPERTIES_TO_SAVE", "$set"),
    ] {
        let problems = with_mongo().set(name, value).problems();
        assert_eq!(problems.len(), 1, "{value}: {problems:?}");
        assert!(
            problems[0].starts_with(&format!("{name}: ")),
            "{problems:?}"
        );
        assert!(!problems[0].contains("hush"), "{problems:?}");
    }
}
