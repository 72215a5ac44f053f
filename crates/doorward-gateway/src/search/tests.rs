//! Which query a request becomes, and that no request gets out of it.

use proptest::prelude::*;

use super::*;

fn two() -> ManagementConnections {
    ManagementConnections::Deprecated {
        supported: vec!["A".to_owned(), "B".to_owned()],
        default: None,
    }
}

fn pairs(query: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect()
}

fn sent(
    query: &str,
    acl: &str,
    connections: &ManagementConnections,
) -> Vec<(&'static str, String)> {
    read(&pairs(query), acl, connections)
        .expect("a search")
        .expect("a call")
        .parameters
}

fn of(parameters: &[(&'static str, String)], name: &str) -> Option<String> {
    parameters
        .iter()
        .find(|(given, _)| *given == name)
        .map(|(_, value)| value.clone())
}

fn q(query: &str, acl: &str) -> String {
    of(&sent(query, acl, &two()), "q").expect("a query")
}

#[test]
fn g_070_071_072_074_075_076_filters_come_first_and_connections_last() {
    for (query, acl, expected) in [
        (
            "",
            "",
            r#"(identities.connection:"A" OR identities.connection:"B")"#,
        ),
        (
            "email=a@b.c&connection=A",
            "",
            r#"(email:"a@b.c") AND identities.connection:"A""#,
        ),
        (
            "nickname=jo*&app_metadata.groups=x,y",
            "",
            r#"(nickname:jo* AND app_metadata.groups:"x" AND app_metadata.groups:"y") AND (identities.connection:"A" OR identities.connection:"B")"#,
        ),
        (
            "email=a@b.c&connection=A",
            r#"[{"app_metadata.groups":{"$in":["g","h"]}}]"#,
            r#"((email:"a@b.c") AND ((app_metadata.groups:"g" OR app_metadata.groups:"h"))) AND identities.connection:"A""#,
        ),
        (
            "connection=A",
            r#"[{"name":"x"}]"#,
            r#"(name:"x") AND identities.connection:"A""#,
        ),
        (
            "connection=A&connection=C",
            "",
            r#"identities.connection:"A""#,
        ),
        (
            "connection=B,A",
            "",
            r#"(identities.connection:"A" OR identities.connection:"B")"#,
        ),
        (
            "connection=A&username=u&email=a&email=b&blocked=true&app_metadata.age=7&app_metadata.zip=007&name=true",
            "",
            r#"((email:"a" OR email:"b") AND username:"u" AND blocked:true AND name:"true" AND app_metadata.age:7 AND app_metadata.zip:"007") AND identities.connection:"A""#,
        ),
        ("connection=A&email=", "", r#"identities.connection:"A""#),
        (
            r#"connection=A&email={"$in":["a","b"]}"#,
            "",
            r#"((email:"a" OR email:"b")) AND identities.connection:"A""#,
        ),
        (
            r#"connection=A&email={"a":1}"#,
            "",
            r#"(email:"{\"a\":1}") AND identities.connection:"A""#,
        ),
        (
            r#"connection=A&_q={"name":"x"}&email=a"#,
            "",
            r#"(email:"a" AND name:"x") AND identities.connection:"A""#,
        ),
        (
            "connection=A&name=a b*",
            "",
            r#"(name:a\ b*) AND identities.connection:"A""#,
        ),
    ] {
        assert_eq!(q(query, acl), expected, "{query}");
    }
}

#[test]
fn without_supported_connections_nothing_is_added() {
    let base = ManagementConnections::Base;
    assert_eq!(of(&sent("", "", &base), "q"), None);
    assert_eq!(
        of(&sent("email=a", "", &base), "q").as_deref(),
        Some(r#"(email:"a")"#)
    );
    assert_eq!(
        of(&sent("connection=X", "", &base), "q").as_deref(),
        Some(r#"identities.connection:"X""#)
    );
    assert_eq!(of(&sent("connection=", "", &base), "q"), None);
}

#[test]
fn g_073_asking_for_unsupported_connections_finds_nobody() {
    assert_eq!(read(&pairs("connection=C"), "", &two()), Ok(None));
}

#[test]
fn g_068_069_pages_are_counted_from_skipped_users() {
    for (query, per_page, page) in [
        ("", "25", "0"),
        ("_l=10&_sk=20", "10", "2"),
        ("_l=500&_sk=250", "100", "2"),
        ("_sk=24", "25", "0"),
    ] {
        let sent = sent(query, "", &two());
        assert_eq!(
            (
                of(&sent, "per_page").as_deref(),
                of(&sent, "page").as_deref()
            ),
            (Some(per_page), Some(page))
        );
    }
    for query in [
        "_l=0",
        "_l=-1",
        "_l=a",
        "_l=1.5",
        "_sk=-1",
        "_sk=+1",
        "_l=1&_l=2",
        "_l=99999999999999999999",
    ] {
        assert!(read(&pairs(query), "", &two()).is_err(), "{query}");
    }
}

#[test]
fn g_079_presentation_is_translated_or_forwarded() {
    let sent = sent(
        "_s=-name,email&_p=email,name&include_totals=true&q=x&page=3&per_page=9&_st=1",
        "",
        &ManagementConnections::Base,
    );
    let expected = [
        ("search_engine", "v3"),
        ("per_page", "25"),
        ("page", "0"),
        ("sort", "name:-1"),
        ("fields", "email,name,user_id"),
        ("include_fields", "true"),
        ("include_totals", "true"),
    ];
    assert_eq!(sent, expected.map(|(name, value)| (name, value.to_owned())));
}

#[test]
fn g_078_bad_filters_are_refused() {
    for query in [
        "app_metadata.=x",
        "app_metadata.a:b=x",
        "app_metadata.a%20b=x",
        "_q=x",
        r#"email={"$where":1}"#,
    ] {
        assert!(read(&pairs(query), "", &two()).is_err(), "{query}");
    }
    assert!(read(&[], r#"[{"x":{"$where":1}}]"#, &two()).is_err());
}

#[test]
fn one_user_is_searched_only_under_an_acl() {
    assert_eq!(one_user("auth0|1", ""), Ok(None));
    let search = one_user("auth0|1", r#"[{"a":1}]"#)
        .expect("a search")
        .expect("a call");
    assert_eq!(
        of(&search.parameters, "q").as_deref(),
        Some(r#"(user_id:"auth0|1") AND (a:1)"#)
    );
}

/// The query with everything quoted or escaped taken out: what remains is its structure.
fn structure(q: &str) -> String {
    let mut left = String::new();
    let mut characters = q.chars();
    let mut is_quoted = false;
    while let Some(c) = characters.next() {
        match c {
            '\\' => {
                characters.next().expect("an escaped character");
            }
            '"' => is_quoted = !is_quoted,
            c if !is_quoted && "()[]{}:\"!&|+^~?/<>= ".contains(c) => left.push(c),
            c if !is_quoted && c.is_whitespace() => left.push('!'),
            _ => {}
        }
    }
    assert!(!is_quoted, "an open quote in {q}");
    left
}

proptest! {
    #[test]
    fn g_077_no_value_changes_the_structure(value in "\\PC*|[\"\\\\() ORAND*:\\t\\n]{1,20}") {
        let parameters = vec![
            ("email".to_owned(), format!("x{value}")),
            ("app_metadata.a".to_owned(), format!("x{value}")),
        ];
        let search = read(&parameters, "", &two()).expect("a search").expect("a call");
        let q = of(&search.parameters, "q").expect("a query");
        prop_assert_eq!(structure(&q), structure(r#"(email:"x" AND app_metadata.a:"x") AND (identities.connection:"A" OR identities.connection:"B")"#));
    }

    #[test]
    fn g_077_no_acl_value_changes_the_structure(value in "\\PC*|[\"\\\\() ORAND*:]{1,20}") {
        let acl = serde_json::json!([{ "name": value, "email": { "$in": [value, "x"] } }]).to_string();
        let expected = r#"((name:"x" AND (email:"x" OR email:"x"))) AND (identities.connection:"A" OR identities.connection:"B")"#;
        let flat = expected.replacen("((", "(", 1).replacen("))) AND", ")) AND", 1);
        prop_assert_eq!(structure(&q("", &acl)), structure(&flat));
    }

    #[test]
    fn g_077_no_field_name_changes_the_structure(name in "\\PC{0,12}") {
        let parameters = vec![(format!("app_metadata.{name}"), "x".to_owned())];
        if let Ok(Some(search)) = read(&parameters, "", &two()) {
            let q = of(&search.parameters, "q").expect("a query");
            prop_assert_eq!(structure(&q), structure(r#"(a:"x") AND (identities.connection:"A" OR identities.connection:"B")"#));
        }
    }
}
