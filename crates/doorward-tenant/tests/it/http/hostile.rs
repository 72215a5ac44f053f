//! What nobody sends who means well.

use axum::body::Body;
use axum::http::{HeaderValue, Request, header};
use serde_json::Value;

use crate::support::{Answer, DOMAIN, TestTenant, encode};

const POSTED: &[&str] = &[
    "/oauth/token",
    "/oauth/revoke",
    "/oauth/par",
    "/oauth/device/code",
    "/oauth/ro",
    "/passwordless/verify",
    "/passwordless/start",
    "/tokeninfo",
    "/delegation",
    "/dbconnections/signup",
    "/dbconnections/change_password",
    "/userinfo",
];
const PAGES: &[&str] = &[
    "/authorize",
    "/authorize/resume",
    "/u/login",
    "/u/login/identifier",
    "/u/login/password",
    "/u/login/passwordless-email-code",
    "/u/signup",
    "/u/consent",
    "/u/reset-password",
    "/u/reset-password/change",
    "/u/reset-password/request/Username-Password-Authentication",
    "/u/email-verification",
    "/unblock",
    "/activate",
    "/passwordless/verify_redirect",
    "/v2/logout",
    "/oidc/logout",
    "/u/logout",
    "/userinfo",
];
const KINDS: &[&str] = &[
    "application/json",
    "application/x-www-form-urlencoded",
    "application/json; charset=utf-16",
    "multipart/form-data; boundary=x",
    "",
];

fn bodies() -> Vec<Vec<u8>> {
    let nested = format!("{}{}", "[".repeat(20_000), "]".repeat(20_000));
    let object = format!(
        r#"{{"client_id":{}1{}}}"#,
        r#"{"a":"#.repeat(5_000),
        "}".repeat(5_000)
    );
    let many: Vec<String> = (0..300).map(|number| format!("p{number}=1")).collect();
    let mut all: Vec<Vec<u8>> = [
        "",
        "{}",
        "[]",
        "null",
        "{",
        "\"text\"",
        "1e999",
        r#"{"client_id":1}"#,
        r#"{"client_id":{"$ne":null},"connection":[],"email":true,"password":{}}"#,
        r#"{"client_id":"\u0000","connection":"\u0000","email":"\u0000","grant_type":"\u0000"}"#,
        r#"{"client_id":"\ud800"}"#,
        r#"{"client_id":"a","client_id":"b","connection":"c","connection":"d"}"#,
        r#"{"__proto__":{"client_id":"a"},"constructor":"b"}"#,
        "client_id=%00&grant_type=%00&connection=%00",
        "client_id=a&client_id=b",
        "client_id[]=a&grant_type[$ne]=b",
        "grant_type=%ff%fe&client_id=%ff",
        "grant_type=client_credentials&client_id='%20OR%201=1--&client_secret='",
        "client_id=a%0d%0aset-cookie:%20x=1&grant_type=b%0d%0a",
        "grant_type=password&username=\u{202e}&password=\u{1F600}",
        "&&&===&&",
    ]
    .map(|body| body.as_bytes().to_vec())
    .to_vec();
    all.push(b"\xff\xfe\x00{\x00}".to_vec());
    all.push(nested.into_bytes());
    all.push(object.into_bytes());
    all.push(many.join("&").into_bytes());
    all.push(vec![b'x'; 70_000]);
    all
}

async fn post(tenant: &TestTenant, path: &str, kind: &str, body: Vec<u8>) -> Answer {
    let mut request = Request::post(path)
        .header(header::HOST, DOMAIN)
        .body(Body::from(body))
        .unwrap();
    if !kind.is_empty() {
        let kind = kind.parse().unwrap();
        request.headers_mut().insert(header::CONTENT_TYPE, kind);
    }
    tenant.send(request).await
}

/// Asserts that an answer of the Authentication API is a refusal in one of its forms.
#[track_caller]
fn refuses(answer: &Answer, sent: &str) {
    let status = answer.status.as_u16();
    assert!(
        (400..500).contains(&status),
        "{sent}: {status} {}",
        answer.text
    );
    let kind = answer.headers[header::CONTENT_TYPE].to_str().unwrap();
    if kind.starts_with("text/plain") {
        assert!(
            ["Unauthorized", "Forbidden"].contains(&answer.text.as_str()),
            "{sent}"
        );
        return;
    }
    assert!(kind.starts_with("application/json"), "{sent}: {kind}");
    let told: Value = serde_json::from_str(&answer.text).unwrap();
    let is_told =
        told["error"].is_string() || (told["code"].is_string() && told["statusCode"] == status);
    assert!(is_told, "{sent}: {told}");
}

fn shown(body: &[u8]) -> String {
    String::from_utf8_lossy(&body[..body.len().min(80)]).into_owned()
}

#[tokio::test]
async fn bodies_of_all_kinds_are_refused_in_the_form_of_the_endpoint() {
    let tenant = TestTenant::start().await;
    for path in POSTED {
        for kind in KINDS {
            for body in bodies() {
                let sent = format!("{path} {kind} {}", shown(&body));
                refuses(&post(&tenant, path, kind, body).await, &sent);
            }
        }
    }
}

#[tokio::test]
async fn values_of_all_kinds_are_refused_from_a_client_that_proves_itself() {
    let tenant = TestTenant::start().await;
    let app = &tenant.bootstrap.applications[0];
    let long = "x".repeat(16 << 10);
    let values = [
        "",
        "\0",
        "\u{FFFD}",
        "'\"><script>",
        "%",
        "a\r\nb",
        "-1",
        "{}",
        long.as_str(),
    ];
    let grants: [(&str, &[&str]); 6] = [
        (
            "authorization_code",
            &["code", "redirect_uri", "code_verifier"],
        ),
        ("refresh_token", &["refresh_token", "scope", "audience"]),
        ("password", &["username", "password", "scope", "audience"]),
        (
            "http://auth0.com/oauth/grant-type/password-realm",
            &["username", "password", "realm", "audience"],
        ),
        (
            "http://auth0.com/oauth/grant-type/passwordless/otp",
            &["username", "otp", "realm", "scope", "audience"],
        ),
        ("client_credentials", &["audience", "scope"]),
    ];
    for (grant_type, names) in grants {
        for value in values {
            let mut form = vec![
                ("grant_type", grant_type),
                ("client_id", app.client_id.as_str()),
                ("client_secret", app.client_secret.as_deref().unwrap()),
            ];
            form.extend(names.iter().map(|name| (*name, value)));
            let answer = tenant.post_form("/oauth/token", &form).await;
            let sent = format!("{grant_type} {}", shown(value.as_bytes()));
            refuses(&answer, &sent);
        }
    }
}

#[tokio::test]
async fn credentials_of_all_kinds_are_refused() {
    let tenant = TestTenant::start().await;
    for path in POSTED {
        for told in [
            &b"Basic"[..],
            b"Basic ",
            b"Basic !!!!",
            b"Basic Og==",
            b"Basic /w==",
            b"Basic AAA6AAA=",
            b"Bearer",
            b"Bearer a.b.c",
            b"Bearer eyJhbGciOiJub25lIn0.e30.",
            b"DPoP x",
            b"\xff\xff",
        ] {
            let mut request = Request::post(*path)
                .header(header::HOST, DOMAIN)
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
            request = request.header(header::AUTHORIZATION, told);
            let form = encode(&[("grant_type", "client_credentials"), ("token", "x")]);
            let answer = tenant.send(request.body(Body::from(form)).unwrap()).await;
            refuses(&answer, &format!("{path} {}", shown(told)));
        }
    }
}

#[tokio::test]
async fn no_query_form_or_cookie_breaks_a_page() {
    let tenant = TestTenant::start().await;
    let long = format!("client_id={}", "x".repeat(20_000));
    let queries = [
        "",
        "%00",
        "%ff%fe=%ff",
        "state=%00&ticket=%00&client_id=%00&email=%00&connection=%00&verification_code=%00",
        "state=1&state=2",
        "state[]=1&ticket[]=2",
        "client_id=%0d%0aset-cookie:x&returnTo=//evil.example/%0d%0a",
        "ticket=..%2f..%2f&state=hKFo2Sx.unknown&user_code=%F0%9F%98%80",
        "redirect_uri=javascript:alert(1)&response_mode=form_post&client_id=x",
        "id_token_hint=eyJhbGciOiJub25lIn0.e30.&logout_hint=%00",
        &long,
    ];
    for path in PAGES {
        for query in queries {
            for cookie in ["", "auth0=%00; did=", "did=\u{7f}; auth0_compat=x"] {
                let mut request =
                    Request::get(format!("{path}?{query}")).header(header::HOST, DOMAIN);
                if let Ok(cookie) = HeaderValue::from_bytes(cookie.as_bytes()) {
                    request = request.header(header::COOKIE, cookie);
                }
                let answer = tenant.send(request.body(Body::empty()).unwrap()).await;
                let status = answer.status.as_u16();
                assert!(status < 500, "{path}?{query}: {status} {}", answer.text);
                assert!(!answer.text.contains("<script>alert"), "{path}?{query}");
                let location = answer.headers.get(header::LOCATION);
                let location = location.map_or("", |location| location.to_str().unwrap());
                assert!(
                    !location.contains("evil.example"),
                    "{path}?{query}: {location}"
                );
            }
        }
        for body in bodies() {
            let sent = format!("{path} {}", shown(&body));
            let answer = post(&tenant, path, KINDS[1], body).await;
            assert!(answer.status.as_u16() < 500, "{sent}: {}", answer.text);
        }
    }
}
