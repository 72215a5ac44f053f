//! The four variables that have users copied.

use super::Installation;

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
