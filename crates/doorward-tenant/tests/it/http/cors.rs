//! Pages of other origins.

use axum::body::Body;
use axum::http::{Method, Request, header};
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
