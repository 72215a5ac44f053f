//! Requests against the Management API's description, and what is said about them.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::description::{
    OperationDescription, authentication, management, my_account, my_organization,
};

fn operation(name: &str) -> &'static OperationDescription {
    management()
        .operation(name)
        .expect("an operation of the description")
}

/// What is said about `given`, the body of the operation `name`; empty when nothing.
fn said(name: &str, given: Value) -> String {
    body(management(), operation(name), &given).map_or_else(|v| v.to_string(), |()| String::new())
}

fn said_of_query(name: &str, given: &str) -> String {
    query(management(), operation(name), given).map_or_else(|v| v.to_string(), |_| String::new())
}

fn said_of_path(name: &str, values: &[(&str, &str)]) -> String {
    path(management(), operation(name), values).map_or_else(|v| v.to_string(), |()| String::new())
}

#[test]
fn bodies_are_refused_in_auth0s_words() {
    let cases = [
        (
            "clients.create",
            json!({}),
            "'Missing required property: name'.",
        ),
        (
            "clients.create",
            json!({"name": "a", "foo": 1, "bar": 2}),
            "'Additional properties not allowed: foo,bar'.",
        ),
        (
            "clients.create",
            json!({"name": 1}),
            "'Expected type string but found type integer' on property name.",
        ),
        (
            "users.create",
            Value::Null,
            "'Expected type object but found type null'.",
        ),
        (
            "users.create",
            json!([]),
            "'Expected type object but found type array'.",
        ),
        (
            "users.create",
            json!({"connection": "c", "email": "x"}),
            "'Object didn't pass validation for format email: x' on property email.",
        ),
        (
            "users.create",
            json!({"connection": "c", "name": ""}),
            "'String is too short (0 chars), minimum 1' on property name.",
        ),
        (
            "users.create",
            json!({"connection": "c", "nickname": "é".repeat(301)}),
            "'String is too long (301 chars), maximum 300' on property nickname.",
        ),
        (
            "users.update",
            json!({"unheard_of": 1}),
            "'Additional properties not allowed: unheard_of'.",
        ),
        (
            "users.update",
            json!({"email": 5.5}),
            "'Expected type string,null but found type number' on property email.",
        ),
        (
            "clients.create",
            json!({"name": "a", "app_type": "x"}),
            "'No enum match for: x' on property app_type.",
        ),
        (
            "clients.create",
            json!({"name": "a", "callbacks": ["https://a.b", "javascript:alert(1)"]}),
            "'Object didn't pass validation for format callback-url: javascript:alert(1)' on property \
             callbacks[1].",
        ),
        (
            "clients.create",
            json!({"name": "<a>"}),
            "'String does not match pattern ^[^<>]+$: <a>' on property name.",
        ),
        (
            "connections.clients.update",
            json!([]),
            "'Array is too short (0), minimum 1'.",
        ),
        (
            "users.roles.assign",
            json!({"roles": ["x", 5]}),
            "'Expected type string but found type integer' on property roles[1].",
        ),
        (
            "networkAcls.create",
            json!({"description": "d", "active": true, "priority": 1, "rule": {
                "action": {"block": true}, "scope": "tenant",
                "match": {"auth0_managed": ["a", "a"]}}}),
            "'Array items are not unique (indexes 0 and 1)' on property rule.match.auth0_managed.",
        ),
        (
            "jobs.verificationEmail.create",
            json!({"user_id": "1"}),
            "'Object didn't pass validation for format user-id: 1' on property user_id.",
        ),
        (
            "connections.update",
            json!({}),
            "'Too few properties defined (0), minimum 1'.",
        ),
    ];
    for (name, given, expected) in cases {
        assert_eq!(
            said(name, given),
            format!("Payload validation error: {expected}"),
            "{name}"
        );
    }
}

#[test]
fn good_bodies_pass() {
    let cases = [
        ("clients.create", json!({"name": "a"})),
        (
            "clients.update",
            json!({"client_metadata": {"a": null}, "default_organization": null}),
        ),
        (
            "clients.update",
            json!({"client_authentication_methods": null, "signed_request_object": null}),
        ),
        (
            "users.create",
            json!({"connection": "c", "user_metadata": {"any": [{"thing": 1}]}}),
        ),
        (
            "users.update",
            json!({"given_name": null, "nickname": null, "app_metadata": null}),
        ),
        (
            "users.update",
            json!({"picture": null, "phone_number": null, "username": null}),
        ),
        (
            "resourceServers.update",
            json!({"consent_policy": null, "authorization_details": null}),
        ),
        (
            "resourceServers.update",
            json!({"token_lifetime": 3600, "token_lifetime_for_web": 600}),
        ),
        (
            "clients.create",
            json!({"name": "a", "cross_origin_auth": false, "initiate_login_uri": "", "logo_uri": ""}),
        ),
        (
            "resourceServers.update",
            json!({"token_encryption": null, "proof_of_possession": null}),
        ),
        (
            "tenants.settings.update",
            json!({"default_token_quota": null, "mtls": null}),
        ),
        (
            "tenants.settings.update",
            json!({"default_audience": "", "session_lifetime": 3.5}),
        ),
        (
            "organizations.update",
            json!({"token_quota": null, "metadata": {"k": "v"}}),
        ),
        (
            "connections.create",
            json!({"name": "c", "strategy": "auth0", "options": {"mfa": {}}}),
        ),
        (
            "branding.update",
            json!({"colors": {"primary": "#fff", "page_background": null}}),
        ),
        ("connections.scimConfiguration.create", Value::Null),
        ("users.get", json!({"ignored": true})),
    ];
    for (name, given) in cases {
        assert_eq!(said(name, given.clone()), "", "{name} {given}");
    }
}

#[test]
fn queries_are_read_and_refused_in_auth0s_words() {
    let cases = [
        ("users.list", "page=0&per_page=0&q=a%20b&sort=x:1", ""),
        ("users.list", "", ""),
        (
            "users.list",
            "per_page=1000",
            "'Value 1000 is greater than maximum 100' on property per_page.",
        ),
        (
            "users.list",
            "page=-1",
            "'Value -1 is less than minimum 0' on property page.",
        ),
        (
            "users.list",
            "page=abc",
            "'Expected type integer but found type string' on property page.",
        ),
        (
            "users.list",
            "page=1.5",
            "'Expected type integer but found type number' on property page.",
        ),
        (
            "users.list",
            "page=1&page=2",
            "'Expected type integer but found type array' on property page.",
        ),
        (
            "users.list",
            "include_totals=1",
            "'Expected type boolean but found type string' on property include_totals.",
        ),
        (
            "actions.list",
            "include_totals=true",
            "'Additional properties not allowed: include_totals'.",
        ),
        (
            "users.list",
            "%00=1",
            "'Additional properties not allowed: \0'.",
        ),
        (
            "users.listUsersByEmail",
            "",
            "'Missing required property: email'.",
        ),
    ];
    for (name, given, expected) in cases {
        let expected = match expected {
            "" => String::new(),
            sentence => format!("Query validation error: {sentence}"),
        };
        assert_eq!(said_of_query(name, given), expected, "{name}?{given}");
    }
    let unknown_field = said_of_query("connections.list", "fields=users");
    let list = "Query validation error: 'String 'users' does not match pattern. Must be a comma \
                separated list of the following values: name,strategy,options,";
    assert!(unknown_field.starts_with(list), "{unknown_field}");
}

#[test]
fn repeated_and_listed_values_are_arrays() {
    for given in ["strategy=auth0&strategy=samlp", "strategy=auth0,samlp"] {
        let read = query(management(), operation("connections.list"), given).unwrap();
        assert_eq!(read["strategy"], json!(["auth0", "samlp"]), "{given}");
    }
}

#[test]
fn paths_are_refused_in_auth0s_words() {
    assert_eq!(
        said_of_path("users.get", &[("id", "3241312")]),
        r"Path validation error: 'String does not match pattern ^.+\|.+$: 3241312' on property id."
    );
    assert_eq!(
        said_of_path("eventStreams.get", &[("id", "est_bad")]),
        "Path validation error: 'Object didn't pass validation for format event-stream-id: est_bad' on \
         property id."
    );
    assert_eq!(
        said_of_path(
            "prompts.customText.get",
            &[("prompt", "passkeyz"), ("language", "en")]
        ),
        r#"Path validation error: 'Invalid value "passkeyz"' on property prompt."#
    );
    assert!(
        said_of_path("networkAcls.get", &[("id", "acl_bad")]).starts_with("Network ACL id is not")
    );
    assert_eq!(said_of_path("users.get", &[("id", "auth0|5")]), "");
}

#[test]
fn the_fields_of_a_form_have_their_types() {
    let fields = "connection=c&email=a%40b.co&email_verified=true&name=5";
    let read = form(management(), operation("users.create"), fields);
    assert_eq!(
        read,
        json!({"connection": "c", "email": "a@b.co", "email_verified": true, "name": "5"})
    );
    assert_eq!(said("users.create", read), "");
}

#[test]
fn all_schemas_are_read_and_all_names_lead_somewhere() {
    fn each(description: &Description, schema: &Schema) {
        if let Some(name) = &schema.reference {
            assert!(
                description.schema(name).is_some(),
                "{name} is not described"
            );
        }
        let members = schema.properties.iter().map(|(_, member)| member);
        let parts = members
            .chain(&schema.all_of)
            .chain(&schema.any_of)
            .chain(&schema.one_of);
        parts
            .chain(schema.items.as_deref())
            .for_each(|part| each(description, part));
    }
    let all = [
        management(),
        authentication(),
        my_account(),
        my_organization(),
    ];
    for api in all {
        for name in api.schema_names() {
            let schema = api.schema(name).unwrap();
            assert!(schema.not.is_none(), "{name} could not be read");
            each(api, schema);
        }
        for operation in api.operations() {
            operation
                .parameters
                .iter()
                .for_each(|parameter| each(api, &parameter.schema));
            operation
                .body
                .iter()
                .for_each(|body| each(api, &body.schema));
            operation
                .responses
                .iter()
                .filter_map(|r| r.schema.as_ref())
                .for_each(|s| each(api, s));
        }
    }
    assert_eq!(management().operations().len(), 482);
}

/// A flow whose actions stand in one another, `depth` deep; their schema contains itself.
fn nested_flow(depth: usize, innermost: Value) -> Value {
    let actions = (0..depth).fold(innermost, |inner, _| {
        json!([{"type": "FLOW", "action": "BOOLEAN_CONDITION", "id": "a",
            "params": {"if": {}, "then": inner}}])
    });
    json!({"name": "f", "actions": actions})
}

#[test]
fn deep_bodies_are_checked_to_the_bottom_and_no_deeper_than_anything_is_read() {
    assert_eq!(said("flows.create", nested_flow(10, json!([]))), "");
    let refused = said("flows.create", nested_flow(10, json!([{"type": "NONE"}])));
    let expected = "Payload validation error: 'Data does not match any schemas from 'oneOf'' on \
                    property actions[0].";
    assert_eq!(refused, expected);
    assert_eq!(said("flows.create", nested_flow(100, json!([]))), expected);
}

#[test]
fn what_no_schema_describes_is_not_looked_into() {
    let deep = (0..500).fold(json!({}), |inner, _| Value::Array(vec![inner]));
    // Not by `json!`, which would go through all of it on the stack.
    let mut user = json!({"connection": "c", "user_metadata": {}});
    user["user_metadata"]["deep"] = deep;
    assert_eq!(said("users.create", user), "");
}

#[test]
fn a_long_list_is_refused_at_its_first_wrong_item() {
    let many: Vec<Value> = (0..200_000).map(Value::from).collect();
    let refused = said("clients.create", json!({"name": "a", "callbacks": many}));
    let expected = "Payload validation error: 'Expected type string but found type integer' on \
                    property callbacks[0].";
    assert_eq!(refused, expected);
}

/// Any JSON, out of names and texts that the description knows and others.
fn any_json() -> impl Strategy<Value = Value> {
    let text = prop_oneof![
        Just("name".to_owned()),
        Just("auth0".to_owned()),
        Just("a@b.co".to_owned()),
        Just("https://a.b/{x}".to_owned()),
        ".{0,12}",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text.prop_map(Value::from),
    ];
    let name = prop_oneof![
        Just("name"),
        Just("options"),
        Just("rule"),
        Just("match"),
        Just("type"),
        Just("actions"),
        Just("params"),
        Just("roles"),
        Just("users"),
        Just("callbacks"),
        Just("ü\0"),
    ];
    leaf.prop_recursive(6, 64, 6, move |inner| {
        let member = (name.clone().prop_map(str::to_owned), inner.clone());
        prop_oneof![
            prop::collection::vec(inner, 0..6).prop_map(Value::from),
            prop::collection::vec(member, 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_body_makes_a_check_panic(given in any_json()) {
        for operation in management().operations() {
            let _ = body(management(), operation, &given);
        }
    }

    #[test]
    fn no_query_or_path_makes_a_check_panic(text in ".{0,40}", value in "\\PC{0,20}") {
        for operation in management().operations() {
            let given = format!("{text}&page={value}&fields={value}&take={text}");
            let _ = query(management(), operation, &given);
            let values: Vec<_> = operation.parameters_in(Place::Path).map(|p| (p.name, &value)).collect();
            let _ = path(management(), operation, &values);
            let _ = form(management(), operation, &text);
            let _ = management().find(&operation.method, &text);
        }
    }
}
