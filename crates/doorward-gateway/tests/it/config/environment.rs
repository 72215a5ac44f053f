//! Environment variables: what starts a gateway and what keeps it from starting.

use std::time::Duration;

use doorward_gateway::config::{LogLevel, RedisServers, SessionStore};

use super::Installation;

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
