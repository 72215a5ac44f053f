//! Pages of other origins.

use axum::body::Body;
use axum::http::{Method, Request, header};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

use crate::support::{Answer, DOMAIN, TestTenant};

async fn from(tenant: &TestTenant, method: Method, path: &str, origin: &str) -> Answer {
    let mut request = Request::builder()
        .method(&method)
        .uri(path)
        .header(header::HOST, DOMAIN)
        .header(header::ORIGIN, origin);
    if method == Method::OPTIONS {
        request = request
            .header(header::ACCESS_CONTROL_REQUEST_METHOD, "POST")
            .header(header::ACCESS_CONTROL_REQUEST_HEADERS, "auth0-client,dpop");
    }
    tenant.send(request.body(Body::empty()).unwrap()).await
}

fn allowed(answer: &Answer) -> Option<&str> {
    let origin = answer.headers.get(header::ACCESS_CONTROL_ALLOW_ORIGIN)?;
    Some(origin.to_str().unwrap())
}

const EVIL: &str = "https://evil.example";

#[tokio::test]
async fn pages_of_applications_are_answered_and_others_are_refused() {
    let tenant = TestTenant::start().await;
    let app = "http://localhost:3000";
    for path in ["/oauth/token", "/userinfo", "/dbconnections/signup"] {
        let preflight = from(&tenant, Method::OPTIONS, path, app).await;
        assert_eq!(preflight.status, 204, "{path}");
        assert_eq!(allowed(&preflight), Some(app));
        let headers = &preflight.headers[header::ACCESS_CONTROL_ALLOW_HEADERS];
        for name in ["auth0-client", "dpop", "authorization", "content-type"] {
            assert!(headers.to_str().unwrap().contains(name), "{name}");
        }
        for (method, origin) in [
            (Method::OPTIONS, EVIL),
            (Method::POST, EVIL),
            (Method::POST, "null"),
            (Method::POST, "http://localhost:3001"),
            (Method::POST, "http://localhost"),
        ] {
            let answer = from(&tenant, method, path, origin).await;
            assert_eq!(answer.status, 403, "{path} {origin}");
            assert_eq!(answer.text, format!("Origin {origin} is not allowed."));
            assert_eq!(allowed(&answer), None);
        }
    }
    let answer = from(&tenant, Method::POST, "/oauth/token", app).await;
    assert_eq!(answer.status, 400);
    assert_eq!(allowed(&answer), Some(app));
    let own = format!("https://{DOMAIN}");
    let answer = from(&tenant, Method::POST, "/oauth/token", &own).await;
    assert_eq!(allowed(&answer), Some(own.as_str()));

    let logged = tenant.manage("GET", "/logs?q=type:fco", None).await.json();
    let entry = logged.as_array().unwrap().last().unwrap();
    assert_eq!(
        entry["description"],
        format!("Origin {EVIL} is not allowed.")
    );
    let expected = json!({
        "allowedOrigins": [app], "host": DOMAIN, "method": "OPTIONS", "origin": EVIL,
        "originalUrl": "/oauth/token", "xhr": false,
    });
    assert_eq!(entry["details"], expected);
}

#[tokio::test]
async fn an_origin_counts_from_the_moment_it_is_registered() {
    let tenant = TestTenant::start().await;
    let path = format!("/clients/{}", tenant.bootstrap.applications[0].client_id);
    let origins = [
        ("allowed_origins", "https://one.example"),
        ("web_origins", "https://two.example"),
        ("callbacks", "https://three.example"),
        ("allowed_origins", "https://label.wild.example"),
    ];
    for (member, origin) in origins {
        let before = from(&tenant, Method::OPTIONS, "/oauth/token", origin).await;
        assert_eq!(before.status, 403, "{origin}");
        let address = match member {
            "callbacks" => format!("{origin}/callback?a=b"),
            _ => origin.replace("label", "*"),
        };
        let change = json!({ member: [address] });
        let changed = tenant.manage("PATCH", &path, Some(change)).await;
        assert_eq!(changed.status, 200, "{}", changed.text);
        let after = from(&tenant, Method::OPTIONS, "/oauth/token", origin).await;
        assert_eq!(allowed(&after), Some(origin));
    }
    for origin in ["https://wild.example", "https://a.label.wild.example"] {
        let answer = from(&tenant, Method::OPTIONS, "/oauth/token", origin).await;
        assert_eq!(answer.status, 403, "{origin}");
    }
}

#[tokio::test]
async fn the_management_api_answers_everybody_but_other_pages_read_nothing() {
    let tenant = TestTenant::start().await;
    let preflight = from(&tenant, Method::OPTIONS, "/api/v2/users/x", EVIL).await;
    assert_eq!(preflight.status, 204);
    assert_eq!(allowed(&preflight), None);
    let answer = from(&tenant, Method::GET, "/api/v2/users", EVIL).await;
    assert_eq!(answer.status, 401);
    assert_eq!(allowed(&answer), None);
    let app = "http://localhost:3000";
    let answer = from(&tenant, Method::GET, "/api/v2/users", app).await;
    assert_eq!(allowed(&answer), Some(app));
}

#[tokio::test]
async fn a_request_that_names_a_client_is_answered_for_pages_of_that_client_alone() {
    const WEB: &str = "https://web.example";
    const SPA: &str = "https://spa.example";
    let tenant = TestTenant::start().await;
    let [web, spa] = [0, 1].map(|number| tenant.bootstrap.applications[number].client_id.clone());
    for (client, origin) in [(&web, WEB), (&spa, SPA)] {
        let change = json!({ "allowed_origins": [origin], "callbacks": [], "web_origins": [] });
        let path = format!("/clients/{client}");
        assert_eq!(
            tenant.manage("PATCH", &path, Some(change)).await.status,
            200
        );
    }
    let in_query = format!("/oauth/token?client_id={spa}");
    for (path, origin, expected) in [
        (in_query.as_str(), SPA, 204),
        (&in_query, WEB, 403),
        ("/oauth/token?client_id=unknown", WEB, 204),
        ("/oauth/token", SPA, 204),
        ("/oauth/token", WEB, 204),
    ] {
        let preflight = from(&tenant, Method::OPTIONS, path, origin).await;
        assert_eq!(preflight.status, expected, "{path} {origin}");
    }
    let post = async |path: &str, origin: &str, kind: (&str, &str), body: String| {
        let request = Request::post(path)
            .header(header::HOST, DOMAIN)
            .header(header::ORIGIN, origin)
            .header(kind.0, kind.1);
        tenant.send(request.body(Body::from(body)).unwrap()).await
    };
    let basic = format!("Basic {}", BASE64_STANDARD.encode(format!("{spa}:x")));
    let form = (
        header::CONTENT_TYPE.as_str(),
        "application/x-www-form-urlencoded",
    );
    let object = (
        header::CONTENT_TYPE.as_str(),
        "application/json; charset=utf-8",
    );
    for (path, kind, body) in [
        ("/oauth/token", form, format!("client_id={spa}")),
        (
            "/oauth/token",
            object,
            json!({ "client_id": spa }).to_string(),
        ),
        (
            "/dbconnections/signup",
            object,
            json!({ "client_id": spa }).to_string(),
        ),
        (&in_query, form, String::new()),
        (
            "/oauth/token",
            (header::AUTHORIZATION.as_str(), &basic),
            String::new(),
        ),
    ] {
        let refused = post(path, WEB, kind, body.clone()).await;
        assert_eq!(refused.status, 403, "{path} {body}");
        assert_eq!(refused.text, format!("Origin {WEB} is not allowed."));
        assert_eq!(allowed(&refused), None);
        let answered = post(path, SPA, kind, body).await;
        assert_ne!(answered.status, 403, "{path}");
        assert_eq!(allowed(&answered), Some(SPA));
    }
    for origin in [WEB, SPA] {
        let answer = from(&tenant, Method::GET, "/userinfo", origin).await;
        assert_eq!(
            (answer.status.as_u16(), allowed(&answer)),
            (401, Some(origin))
        );
        let large = post("/oauth/token", origin, form, "x".repeat(100_000)).await;
        assert_eq!(
            (large.status.as_u16(), allowed(&large)),
            (413, Some(origin))
        );
    }
    let logged = tenant.manage("GET", "/logs?q=type:fco", None).await.json();
    assert_eq!(logged[0]["client_id"], spa.as_str());
    assert_eq!(logged[0]["details"]["allowedOrigins"], json!([SPA]));
}
