//! Input that nobody means well with, over every operation served: each answer is a success or a 4xx in the form of
//! this API, on both engines.

use axum::body::Body;
use axum::http::{Method, Request, header};
use doorward_api::description::{self, OperationDescription, Place};
use serde_json::{Map, Value, json};

use super::{DATABASE, Management, PASSWORD, created};
use crate::support::{Answer, DOMAIN};

/// Values of a path, as they are written there.
const PATHS: &[&str] = &[
    "%00",
    "auth0%7C%00",
    "auth0%7C%ED%A0%80", // half of a surrogate pair
    "auth0%7C..%2F..%2Fusers%2Fauth0%7Cx",
    "%2e%2e%2f%2e%2e",
    "auth0%7C%E2%80%AE%F0%9F%92%A9%EF%BC%A1%CC%81",
    "auth0%7C%27%20OR%201=1%20--",
    "%C0%AF%FF%7C",
    "con_0000000000000000",
    "rol_0000000000000000",
    "99999999999999999999",
    "-1",
    "*%25_%5C",
];

/// Texts that stand where others are expected.
fn texts() -> Vec<String> {
    vec![
        "\0".to_owned(),
        "-1".to_owned(),
        "9223372036854775808".to_owned(),
        "1e400".to_owned(),
        "NaN".to_owned(),
        "[]".to_owned(),
        "{\"$ne\":null}".to_owned(),
        "' OR 1=1 --".to_owned(),
        "\u{202e}\u{1f4a9}\u{fffd}".to_owned(),
        "*".to_owned(),
        "a:[* TO".to_owned(),
        "((((((((".to_owned(),
        "x".repeat(3_000),
    ]
}

/// JSON that stands where other JSON is expected.
fn values() -> Vec<Value> {
    vec![
        Value::Null,
        json!(true),
        json!(-1),
        json!(1e308),
        json!(u64::MAX),
        json!(""),
        json!("\0"),
        json!("\u{202e}\u{1f4a9}"),
        json!("x".repeat(70_000)),
        json!([]),
        json!({}),
        json!([[[{ "a": null }]]]),
        json!(["\0"]),
        json!({ "\0": 1, "$ne": "", "__proto__": {} }),
    ]
}

/// Bodies that are no JSON, or JSON that no operation takes.
fn bodies() -> Vec<Vec<u8>> {
    let deep = |open: &str, depth: usize| open.repeat(depth).into_bytes();
    vec![
        b"{".to_vec(),
        b"null".to_vec(),
        b"[]".to_vec(),
        b"\"x\"".to_vec(),
        b"1e400".to_vec(),
        b"{\"name\":\"\\ud800\"}".to_vec(),
        b"{\"name\":\"\\u0000\"}".to_vec(),
        b"{\"name\":\"\xff\xfe\"}".to_vec(),
        b"\xef\xbb\xbf{}".to_vec(),
        b"{\"name\":\"a\",\"name\":1}".to_vec(),
        b"{\"name\":NaN}".to_vec(),
        b"{} {}".to_vec(),
        deep("[", 100_000),
        deep("{\"a\":", 100_000),
    ]
}

/// What an operation is tried on: things that are there.
struct Stage {
    api: Management,
    things: Vec<(&'static str, String)>,
}

impl Stage {
    async fn set() -> Self {
        let api = Management::start().await;
        let user = api.user("ada@example.com", json!({})).await;
        api.log_in("ada@example.com", PASSWORD).await;
        let client = created(&api.post("/clients", json!({ "name": "a" })).await);
        let connection =
            json!({ "name": "c", "strategy": "auth0", "enabled_clients": [client["client_id"]] });
        let connection = created(&api.post("/connections", connection).await);
        let scopes = json!([{ "value": "read:a" }]);
        let server = json!({ "identifier": "https://a.example", "name": "a", "scopes": scopes });
        let server = created(&api.post("/resource-servers", server).await);
        let grant = json!({
            "client_id": client["client_id"], "audience": "https://a.example", "scope": ["read:a"],
        });
        let grant = created(&api.post("/client-grants", grant).await);
        let role = api.post("/roles", json!({ "name": "a" })).await.json();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let things = vec![
            ("/users/", user.replace('|', "%7C")),
            ("/user-blocks/", user.replace('|', "%7C")),
            ("/clients/", text(&client["client_id"])),
            ("/connections/", text(&connection["id"])),
            ("/resource-servers/", text(&server["id"])),
            ("/client-grants/", text(&grant["id"])),
            ("/roles/", text(&role["id"])),
        ];
        Self { api, things }
    }

    /// The id of something that is there, for the first parameter of a path.
    fn thing(&self, path: &str) -> &str {
        let mut things = self.things.iter();
        let found = things.find(|(prefix, _)| path.starts_with(prefix));
        found.map_or("auth0%7Cx", |(_, id)| id)
    }

    async fn send(&self, operation: &OperationDescription, path: &str, body: Vec<u8>) -> Answer {
        let uri = format!("/api/v2{path}");
        let request = Request::builder()
            .method(operation.method.clone())
            .uri(&uri)
            .header(header::HOST, DOMAIN)
            .header(header::AUTHORIZATION, format!("Bearer {}", self.api.token))
            .header(header::CONTENT_TYPE, "application/json");
        let answer = self
            .api
            .tenant
            .send(request.body(Body::from(body)).unwrap())
            .await;
        answered(&format!("{} {path}", operation.name), &answer);
        answer
    }
}

/// Whether an answer is one that a caller can understand.
#[track_caller]
fn answered(what: &str, answer: &Answer) {
    let what: String = what.chars().take(300).collect();
    let status = answer.status.as_u16();
    if answer.status.is_success() {
        return;
    }
    assert!(
        (400..500).contains(&status),
        "{what}: {status} {}",
        answer.text
    );
    let body = answer.json();
    let members: Vec<&String> = body.as_object().unwrap().keys().collect();
    assert!(
        members.starts_with(&[
            &"statusCode".to_owned(),
            &"error".to_owned(),
            &"message".to_owned()
        ]),
        "{what}: {}",
        answer.text
    );
    assert_eq!(body["statusCode"], status, "{what}");
    assert!(!answer.text.contains("yet."), "{what} is not served");
}

/// Every operation served but those that would take the token away, each once.
async fn served(api: &Management) -> Vec<&'static OperationDescription> {
    let mut served = Vec::new();
    for operation in description::management().operations() {
        let path = filled(operation.path, "x");
        let request = Request::builder()
            .method(operation.method.clone())
            .uri(format!("/api/v2{path}"))
            .header(header::HOST, DOMAIN);
        let answer = api.tenant.send(request.body(Body::empty()).unwrap()).await;
        if answer.status == 401 && !operation.name.starts_with("keys.signing.r") {
            served.push(operation);
        }
    }
    assert!(served.len() > 90, "{}", served.len());
    served
}

/// A path with a value for each of its parameters.
fn filled(template: &str, value: &str) -> String {
    let segments = template
        .split('/')
        .map(|segment| match segment.starts_with('{') {
            true => value,
            false => segment,
        });
    segments.collect::<Vec<_>>().join("/")
}

#[tokio::test]
async fn no_path_and_no_query_is_too_much() {
    let stage = Stage::set().await;
    for operation in served(&stage.api).await {
        if operation.path.contains('{') {
            for value in PATHS {
                let path = filled(operation.path, value);
                stage.send(operation, &path, Vec::new()).await;
            }
        }
        let path = filled(operation.path, stage.thing(operation.path));
        let parameters: Vec<&str> = operation
            .parameters_in(Place::Query)
            .map(|parameter| parameter.name)
            .collect();
        if operation.method != Method::GET {
            continue;
        }
        for (place, name) in parameters.iter().enumerate() {
            let texts = texts();
            for (number, text) in texts.iter().enumerate() {
                // All of them somewhere, a few at each parameter of a long list.
                if parameters.len() > 6 && (number + place) % 3 != 0 {
                    continue;
                }
                let query = crate::support::encode(&[(name, text)]);
                stage
                    .send(operation, &format!("{path}?{query}"), Vec::new())
                    .await;
            }
            let twice = format!("{path}?{name}=1&{name}=2");
            stage.send(operation, &twice, Vec::new()).await;
            let broken = format!("{path}?{name}=%ED%A0%80&{name}%00=%ff&=&&");
            stage.send(operation, &broken, Vec::new()).await;
        }
    }
}

#[tokio::test]
async fn no_body_is_too_much() {
    let stage = Stage::set().await;
    let operations = served(&stage.api).await;
    let with_body = operations
        .iter()
        .filter(|operation| operation.body.is_some());
    for operation in with_body.clone() {
        let path = filled(operation.path, stage.thing(operation.path));
        for body in bodies() {
            stage.send(operation, &path, body).await;
        }
    }
    for operation in with_body {
        let path = filled(operation.path, stage.thing(operation.path));
        let schema = &operation.body.as_ref().unwrap().schema;
        let schema = description::management().resolve(schema);
        let mut whole: Map<String, Value> = Map::new();
        for name in &schema.required {
            whole.insert(name.clone(), plausible(name));
        }
        let values = values();
        for (place, (name, _)) in schema.properties.iter().enumerate() {
            for (number, value) in values.iter().enumerate() {
                if schema.properties.len() > 8 && (number + place) % 4 != 0 {
                    continue;
                }
                let mut body = whole.clone();
                body.insert(name.clone(), value.clone());
                let body = Value::Object(body).to_string().into_bytes();
                stage.send(operation, &path, body).await;
            }
        }
    }
}

/// What passes for a member that a body must have.
fn plausible(name: &str) -> Value {
    match name {
        "connection" => DATABASE.into(),
        "strategy" => "auth0".into(),
        "identifier" | "audience" => "https://b.example".into(),
        "user_id" => "auth0|x".into(),
        "client_id" => "00000000000000000000000000000000".into(),
        "scope" | "users" | "roles" | "permissions" => json!([]),
        "credential_type" => "public_key".into(),
        _ => "x".into(),
    }
}

#[tokio::test]
async fn metadata_of_any_depth_and_content_is_kept_or_refused() {
    let stage = Stage::set().await;
    let path = format!("/users/{}", stage.thing("/users/"));
    let update = description::management().operation("users.update").unwrap();
    let deep = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    let bodies = [
        format!("{{\"user_metadata\":{{\"a\":{}}}}}", deep(60)),
        format!("{{\"user_metadata\":{{\"a\":{}}}}}", deep(127)),
        format!("{{\"app_metadata\":{{\"a\":{}}}}}", deep(5_000)),
        "{\"user_metadata\":{\"a\":1e999}}".to_owned(),
        "{\"user_metadata\":{\"a\":-123456789012345678901234567890.5e-300}}".to_owned(),
        "{\"user_metadata\":{\"a\":18446744073709551615,\"b\":-9223372036854775809}}".to_owned(),
        "{\"user_metadata\":{\"\\ud83d\\ude00\":\"\\ud83d\\ude00\"}}".to_owned(),
        "{\"user_metadata\":{\"a\":\"\\udc00\\ud800\"}}".to_owned(),
        "{\"user_metadata\":{\"a\":{\"b\\u0000\":1}}}".to_owned(),
        format!("{{\"user_metadata\":{{\"{}\":1}}}}", "k".repeat(100_000)),
    ];
    for body in bodies {
        let answer = stage.send(update, &path, body.into_bytes()).await;
        if answer.status.is_success() {
            // What was kept can be read and looked for.
            assert_eq!(stage.api.get(&path).await.status, 200);
            let found = stage.api.get("/users?q=user_metadata.a:1").await;
            assert_eq!(found.status, 200, "{}", found.text);
        }
    }
}

#[tokio::test]
async fn a_token_that_this_tenant_did_not_sign_so_is_none() {
    use base64::Engine as _;
    use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;

    let api = Management::start().await;
    let [head, payload, signature] = api.token.split('.').collect::<Vec<_>>()[..] else {
        panic!("a token has three parts");
    };
    let header: Value = serde_json::from_slice(&BASE64.decode(head).unwrap()).unwrap();
    let with = |change: Value| {
        let mut header = header.clone();
        for (name, value) in change.as_object().unwrap() {
            header[name] = value.clone();
        }
        BASE64.encode(header.to_string())
    };
    let none = with(json!({ "alg": "none" }));
    let other = with(json!({ "kid": "../../etc/passwd" }));
    let symmetric = with(json!({ "alg": "HS256" }));
    let embedded =
        with(json!({ "jwk": { "kty": "oct", "k": "AAAA" }, "jku": "https://evil.example/jwks" }));
    let critical = with(json!({ "crit": ["b64"], "b64": false }));
    let forged = [
        format!("{none}.{payload}."),
        format!("{none}.{payload}.{signature}"),
        format!("{}.{payload}.", with(json!({ "alg": "NoNe" }))),
        format!("{symmetric}.{payload}.{signature}"),
        format!("{other}.{payload}.{signature}"),
        format!("{embedded}.{payload}.{signature}"),
        format!("{critical}.{payload}.{signature}"),
        format!("{head}.{payload}."),
        format!("{head}.{}.{signature}", BASE64.encode("{}")),
        format!("{head}.{payload}.{}", BASE64.encode([0; 256])),
        "..".to_owned(),
        "\u{1f4a9}.a.b".to_owned(),
        format!("{}.{payload}.{signature}", BASE64.encode("[".repeat(9_000))),
    ];
    for token in forged {
        let authorization = format!("Bearer {token}");
        let request = Request::get("/api/v2/users")
            .header(header::HOST, DOMAIN)
            .header(header::AUTHORIZATION, authorization.as_bytes());
        let answer = api.tenant.send(request.body(Body::empty()).unwrap()).await;
        answered(&token, &answer);
        assert!(
            matches!(answer.status.as_u16(), 400 | 401),
            "{token}: {}",
            answer.text
        );
    }
    assert_eq!(api.get("/users").await.status, 200);
}

#[tokio::test]
async fn lifetimes_that_are_longer_than_time_are_refused_or_last_for_ever() {
    let api = Management::start().await;
    api.user("ada@example.com", json!({})).await;
    let client = &api.tenant.bootstrap.applications[0];
    let path = format!("/clients/{}", client.client_id);
    for seconds in [
        json!(i64::MAX),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(1e300),
        json!(0),
    ] {
        let change =
            json!({ "jwt_configuration": { "alg": "RS256", "lifetime_in_seconds": seconds } });
        let answer = api.patch(&path, change).await;
        assert!(
            super::refused(&answer).starts_with("400 invalid_body"),
            "{seconds}"
        );
    }
    let policy = json!({
        "rotation_type": "rotating", "expiration_type": "expiring", "leeway": 3600,
        "token_lifetime": 157_788_000, "idle_token_lifetime": i64::MAX,
    });
    let mut longer = policy.clone();
    longer["leeway"] = 3601.into();
    let answer = api.patch(&path, json!({ "refresh_token": longer })).await;
    assert_eq!(
        super::refused(&answer),
        "400 invalid_body Payload validation error: \
         'Value 3601 is greater than maximum 3600' on property refresh_token.leeway."
    );
    let changed = api.patch(&path, json!({ "refresh_token": policy })).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    let hours = json!({ "session_lifetime": 1e300, "idle_session_lifetime": 1e300 });
    let changed = api.patch("/tenants/settings", hours).await;
    assert_eq!(changed.status, 200, "{}", changed.text);
    let tokens = api.log_in("ada@example.com", PASSWORD).await.json();
    let form = [
        ("grant_type", "refresh_token"),
        ("client_id", client.client_id.as_str()),
        ("client_secret", client.client_secret.as_deref().unwrap()),
        ("refresh_token", tokens["refresh_token"].as_str().unwrap()),
    ];
    let refreshed = api.tenant.post_form("/oauth/token", &form).await;
    assert_eq!(refreshed.status, 200, "{}", refreshed.text);
    let mut browser = crate::support::Browser::new(&api.tenant);
    crate::login::log_in(&mut browser, &crate::login::authorize(&api.tenant, &[])).await;
    let silent = crate::login::authorize(&api.tenant, &[("prompt", "none")]);
    let back = browser.get(&silent).await;
    assert!(back.parameter("code").is_some(), "{}", back.location());
}
