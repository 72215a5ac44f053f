//! Query injection against a tenant that really searches: whatever a filter holds, it shows nobody it must not.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::installation::Installation;
use doorward_testing::TestTenant;

/// A database of the tenant that the gateway does not support.
const OTHER: &str = "Other";

/// What has been tried before.
const TRIED: [&str; 14] = [
    "*",
    "* OR *",
    "x\" OR email:\"*",
    "x\") OR (email:*",
    "x) OR (email:*",
    "x*) OR (_exists_:email",
    "\\",
    "\\\" OR \\\"",
    "x\\\" OR _exists_:email OR \\\"",
    "[* TO *]",
    "/.*/",
    "x || _exists_:email",
    "x AND NOT identities.connection:\"Username-Password-Authentication\"",
    "~0",
];

/// One who may be seen, in team `x`; one in another team; one in another database.
async fn installation() -> Installation {
    let user = |email: &str, connection: &str, team: &str| {
        json!({
            "connection": connection, "email": email, "email_verified": true, "password": "correct-Horse-7",
            "nickname": team, "app_metadata": { "team": team },
        })
    };
    const DATABASE: &str = "Username-Password-Authentication";
    let tenant = TestTenant::builder()
        .tenant_file(json!({ "databases": [{
            "name": OTHER, "strategy": "auth0", "enabled_clients": ["Default App"],
        }] }))
        .user_with(user("ada@example.com", DATABASE, "x"))
        .user_with(user("bob@example.com", DATABASE, "y"))
        .user_with(user("eve@example.com", OTHER, "x"));
    Installation::of(tenant, |_, _| {}).await
}

/// Users found, or none when the filter is refused, which must be the caller's fault then.
async fn find(
    installation: &Installation,
    filters: &[(&str, &str)],
    acl: &Value,
) -> Result<Vec<Value>, TestCaseError> {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(filters);
    let acl = acl.to_string();
    let target = format!("/users?{}", query.finish());
    let answer = installation.get(&target, &[("acl_rows", &acl)]).await;
    if answer.status == 400 {
        return Ok(Vec::new());
    }
    prop_assert_eq!(
        answer.status.as_u16(),
        200,
        "{} {}: {:?}",
        target,
        acl,
        answer
    );
    Ok(answer.json().as_array().expect("an array").clone())
}

/// Checks every way in for one value; answers how many users it found.
async fn check(installation: &Installation, value: &str) -> Result<usize, TestCaseError> {
    let team = json!([{ "app_metadata.team": "x" }]);
    let mut seen = 0;
    for (filters, acl) in [
        (vec![("email", value)], json!([])),
        (
            vec![("nickname", value), ("app_metadata.team", value)],
            json!([]),
        ),
        (vec![("connection", value)], json!([])),
        (vec![("name", value)], team.clone()),
        (
            vec![("email", value), ("app_metadata.groups", value)],
            team.clone(),
        ),
        (vec![], json!([{ "name": value }])),
        (vec![], json!([{ "email": { "$in": [value] } }, team[0]])),
        (vec![], json!([{ "$or": [{ "email": value }] }, team[0]])),
    ] {
        for user in find(installation, &filters, &acl).await? {
            let connection = &user["identities"][0]["connection"];
            prop_assert_ne!(connection, OTHER, "{:?} {}: {}", filters, acl, user);
            if acl.to_string().contains("team") {
                let its = &user["app_metadata"]["team"];
                prop_assert_eq!(its, "x", "{:?} {}: {}", filters, acl, user);
            }
            seen += 1;
        }
    }
    Ok(seen)
}

#[tokio::test]
async fn g_077_what_has_been_tried_before_shows_nobody_else() {
    let installation = installation().await;
    let all = installation.get("/users", &[]).await.json();
    let all = all.as_array().expect("an array");
    assert!(all.iter().any(|user| user["email"] == "ada@example.com"));
    for value in TRIED {
        let seen = check(&installation, value).await;
        let seen = seen.unwrap_or_else(|error| panic!("{value}: {error}"));
        // A wildcard finds whom it may, and nothing else here finds anybody.
        assert_eq!(seen > 0, value == "*", "{value}: {seen}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn g_077_no_value_shows_anybody_else(
        values in prop::collection::vec("\\PC{0,20}|[\"\\\\() ORAND*:\\t\\n]{1,20}", 12)
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let installation = installation().await;
            for value in values {
                check(&installation, &value).await?;
            }
            Ok::<_, TestCaseError>(())
        })?;
    }
}
