//! `/users/{user_id}/impersonate`.

use axum::body::Body;
use axum::http::{Request, header};
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::{EMAIL, refused};
use crate::support::{Answer, DOMAIN, TestTenant, claims, encode};

const LEGACY: &str = "http://auth0.com/oauth/legacy/grant-type/ro";
/// Who is stood in for.
const OTHER: &str = "grace@example.com";

/// A tenant that allows it, with an application of old and two users.
struct Scene {
    tenant: TestTenant,
    /// The global client's token.
    token: String,
    user_id: String,
    impersonator_id: String,
}

async fn global_token(tenant: &TestTenant) -> Answer {
    let global = "/clients?is_global=true&fields=client_id,client_secret";
    let global = tenant.manage("GET", global, None).await.json();
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", global[0]["client_id"].as_str().unwrap()),
        (
            "client_secret",
            global[0]["client_secret"].as_str().unwrap(),
        ),
    ];
    tenant.post_form("/oauth/token", &form).await
}

impl Scene {
    async fn new() -> Self {
        let tenant = TestTenant::start().await;
        let flags = json!({ "flags": { "disable_impersonation": false } });
        tenant.set_settings(flags).await;
        let app = &tenant.bootstrap.applications[0].client_id;
        let change =
            json!({ "grant_types": ["authorization_code", "implicit", "refresh_token", LEGACY] });
        let changed = tenant
            .manage("PATCH", &format!("/clients/{app}"), Some(change))
            .await;
        assert_eq!(changed.status, 200, "{}", changed.text);
        let user = json!({
            "email": OTHER, "connection": super::DATABASE, "password": "another-Horse-8", "name": "Grace",
        });
        let made = tenant.manage("POST", "/users", Some(user)).await;
        assert_eq!(made.status, 201, "{}", made.text);
        let found = format!("/users-by-email?{}", encode(&[("email", EMAIL)]));
        let found = tenant.manage("GET", &found, None).await.json();
        let text = |value: &Value| value["user_id"].as_str().unwrap().to_owned();
        let bought = global_token(&tenant).await;
        assert_eq!(bought.status, 200, "{}", bought.text);
        Self {
            token: bought.json()["access_token"].as_str().unwrap().to_owned(),
            user_id: text(&made.json()),
            impersonator_id: text(&found[0]),
            tenant,
        }
    }

    fn body(&self) -> Value {
        let app = &self.tenant.bootstrap.applications[0];
        json!({
            "protocol": "oauth2", "impersonator_id": self.impersonator_id, "client_id": app.client_id,
            "token": self.token,
            "additionalParameters": {
                "response_type": "code", "state": "s", "scope": "openid email offline_access",
                "callback_url": app.callbacks[0],
            },
        })
    }

    async fn ask(&self, token: &str, user_id: &str, body: &Value) -> Answer {
        let path = format!("/users/{}/impersonate", user_id.replace('|', "%7C"));
        let request = Request::post(path)
            .header(header::HOST, DOMAIN)
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::AUTHORIZATION, format!("Bearer {token}"));
        self.tenant
            .send(request.body(Body::from(body.to_string())).unwrap())
            .await
    }

    /// A link, as a path of the tenant.
    async fn link(&self, additional: Value) -> String {
        let mut body = self.body();
        for (name, value) in additional.as_object().unwrap() {
            body["additionalParameters"][name] = value.clone();
        }
        let answer = self.ask(&self.token, &self.user_id, &body).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        let path = answer.text.strip_prefix(&format!("https://{DOMAIN}"));
        path.unwrap().to_owned()
    }

    async fn exchange(&self, code: &str) -> Value {
        let callback = self.tenant.bootstrap.applications[0].callbacks[0].clone();
        let more = [("code", code), ("redirect_uri", callback.as_str())];
        let answer = super::token(&self.tenant, "authorization_code", &more).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.json()
    }

    async fn profile(&self, access_token: &str) -> Value {
        let request = Request::get("/userinfo")
            .header(header::HOST, DOMAIN)
            .header(header::AUTHORIZATION, format!("Bearer {access_token}"));
        let answer = self.tenant.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.json()
    }

    fn impersonator(&self) -> Value {
        json!({ "user_id": self.impersonator_id, "email": EMAIL })
    }
}

#[tokio::test]
async fn a_link_opens_the_application_once_and_names_both() {
    let scene = Scene::new().await;
    let link = scene.link(json!({})).await;
    let (path, _) = link.split_once("?&bewit=").unwrap();
    assert_eq!(
        path,
        format!(
            "/users/{}/impersonate",
            scene.impersonator_id.replace('|', "%7C")
        )
    );
    let head = Request::head(&link).header(header::HOST, DOMAIN);
    let head = scene.tenant.send(head.body(Body::empty()).unwrap()).await;
    assert_eq!(head.status, 200);
    let back = scene.tenant.get(&link).await;
    assert_eq!(back.status, 302, "{}", back.text);
    assert_eq!(back.parameter("state").as_deref(), Some("s"));
    // The browser is nobody's: what it logs in to next, it logs in to itself.
    assert!(back.headers.get(header::SET_COOKIE).is_none());
    let again = scene.tenant.get(&link).await;
    assert_eq!(again.status, 400, "{}", again.text);

    let tokens = scene.exchange(&back.parameter("code").unwrap()).await;
    assert!(tokens.get("refresh_token").is_none());
    let id_token = claims(tokens["id_token"].as_str().unwrap());
    assert_eq!(id_token["sub"], scene.user_id);
    assert_eq!(id_token["email"], OTHER);
    assert_eq!(id_token["impersonated"], true);
    assert_eq!(id_token["impersonator"], scene.impersonator());
    let profile = scene
        .profile(tokens["access_token"].as_str().unwrap())
        .await;
    assert_eq!(profile["sub"], scene.user_id);
    assert_eq!(profile["impersonated"], true);
    assert_eq!(profile["impersonator"], scene.impersonator());
    let info = json!({ "id_token": tokens["id_token"] });
    let info = scene.tenant.post_json("/tokeninfo", info).await.json();
    assert_eq!(info["user_id"], scene.user_id);
    assert_eq!(info["impersonated"], true);
    assert_eq!(info["impersonator"], scene.impersonator());
}

#[tokio::test]
async fn an_api_is_told_who_acts() {
    let scene = Scene::new().await;
    let api = scene.tenant.bootstrap.api.identifier.clone();
    let asked =
        json!({ "audience": api, "response_type": "token", "scope": "openid read:messages" });
    let back = scene.tenant.get(&scene.link(asked).await).await;
    let token = back.parameter("access_token").unwrap();
    let told = claims(&token);
    assert_eq!(told["sub"], scene.user_id);
    assert_eq!(
        told["act"],
        json!({ "sub": scene.impersonator_id, "email": EMAIL })
    );
    assert_eq!(scene.profile(&token).await["impersonated"], true);

    let management =
        json!({ "audience": format!("https://{DOMAIN}/api/v2/"), "scope": "read:current_user" });
    let back = scene.tenant.get(&scene.link(management).await).await;
    assert_eq!(back.parameter("error").as_deref(), Some("access_denied"));
}

#[tokio::test]
async fn a_link_ends_with_its_time_with_either_user_and_with_the_permission() {
    let scene = Scene::new().await;
    let tenant = &scene.tenant;
    let late = scene.link(json!({})).await;
    tenant.clock.advance(SignedDuration::from_secs(300));
    assert_eq!(tenant.get(&late).await.status, 400);

    // Of somebody else.
    let link = scene.link(json!({})).await;
    let (_, bewit) = link.split_once('?').unwrap();
    let elsewhere = format!(
        "/users/{}/impersonate?{bewit}",
        scene.user_id.replace('|', "%7C")
    );
    assert_eq!(tenant.get(&elsewhere).await.status, 400);
    assert_eq!(tenant.get(&link).await.status, 302);

    for user_id in [&scene.user_id, &scene.impersonator_id] {
        let link = scene.link(json!({})).await;
        let path = format!("/users/{}", user_id.replace('|', "%7C"));
        let block = tenant
            .manage("PATCH", &path, Some(json!({ "blocked": true })))
            .await;
        assert_eq!(block.status, 200, "{}", block.text);
        let back = tenant.get(&link).await;
        assert_eq!(back.parameter("error").as_deref(), Some("unauthorized"));
        let asked = scene.ask(&scene.token, &scene.user_id, &scene.body()).await;
        assert_eq!(refused(&asked), "401 unauthorized user is blocked");
        let unblock = tenant
            .manage("PATCH", &path, Some(json!({ "blocked": false })))
            .await;
        assert_eq!(unblock.status, 200, "{}", unblock.text);
    }

    let link = scene.link(json!({})).await;
    let flags = json!({ "flags": { "disable_impersonation": true } });
    tenant.set_settings(flags).await;
    assert_eq!(tenant.get(&link).await.status, 404);
    let asked = scene.ask(&scene.token, &scene.user_id, &scene.body()).await;
    assert_eq!(
        (asked.status.as_u16(), asked.json()["error"].clone()),
        (404, json!("endpoint_disabled"))
    );
    assert_eq!(global_token(tenant).await.status, 401);
}

#[tokio::test]
async fn what_is_wrong_with_a_request_is_told() {
    let scene = Scene::new().await;
    let unauthorized = "401 access_denied Unauthorized";
    let machine = &scene.tenant.bootstrap.management;
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", machine.client_id.as_str()),
        ("client_secret", machine.client_secret.as_str()),
        ("audience", machine.audience.as_str()),
    ];
    let other = scene.tenant.post_form("/oauth/token", &form).await.json();
    for token in ["", "x", other["access_token"].as_str().unwrap()] {
        let asked = scene.ask(token, &scene.user_id, &scene.body()).await;
        assert_eq!(refused(&asked), unauthorized);
    }
    let spa = &scene.tenant.bootstrap.applications[1].client_id;
    let cases = [
        (
            "protocol",
            json!(null),
            "400 invalid_request missing protocol parameter",
        ),
        (
            "protocol",
            json!("samlp"),
            "400 invalid_request the protocol is not supported",
        ),
        (
            "impersonator_id",
            json!(""),
            "400 invalid_request missing impersonator_id parameter",
        ),
        (
            "impersonator_id",
            json!("auth0|none"),
            "400 invalid_request the impersonator was not found",
        ),
        (
            "impersonator_id",
            json!("\u{0}"),
            "400 invalid_request Parameter has invalid characters: impersonator_id",
        ),
        (
            "client_id",
            json!(null),
            "400 invalid_request missing client_id parameter",
        ),
        (
            "client_id",
            json!("none"),
            "403 unauthorized_client invalid client",
        ),
        // It is not one of old.
        (
            "client_id",
            json!(spa),
            "403 unauthorized_client invalid client",
        ),
        (
            "additionalParameters",
            json!({}),
            "400 invalid_request Missing required parameter: response_type",
        ),
        (
            "additionalParameters",
            json!({ "scope": ["openid"] }),
            "400 invalid_request additionalParameters must be strings",
        ),
        (
            "additionalParameters",
            json!("x"),
            "400 invalid_request The request body is not what it should be",
        ),
        (
            "additionalParameters",
            json!({ "response_type": "code", "callback_url": "https://evil.example" }),
            "400 invalid_request Callback URL mismatch. https://evil.example is not in the list of allowed callback URLs",
        ),
    ];
    for (name, value, told) in cases {
        let mut body = scene.body();
        body[name] = value;
        let asked = scene.ask(&scene.token, &scene.user_id, &body).await;
        assert_eq!(refused(&asked), told, "{body}");
    }
    for user_id in ["auth0|none", "%00", "%ff"] {
        let asked = scene.ask(&scene.token, user_id, &scene.body()).await;
        assert_eq!(
            refused(&asked),
            "400 invalid_request the user was not found"
        );
    }
    // Its token is for this alone.
    let request = Request::get("/userinfo")
        .header(header::HOST, DOMAIN)
        .header(header::AUTHORIZATION, format!("Bearer {}", scene.token));
    let told = scene
        .tenant
        .send(request.body(Body::empty()).unwrap())
        .await;
    assert_eq!(told.status, 403);
    scene.tenant.clock.advance(SignedDuration::from_hours(24));
    let asked = scene.ask(&scene.token, &scene.user_id, &scene.body()).await;
    assert_eq!(refused(&asked), unauthorized);
}

#[tokio::test]
async fn nobody_stands_in_for_users_of_a_connection_that_the_application_lacks() {
    let scene = Scene::new().await;
    let (tenant, app) = (
        &scene.tenant,
        &scene.tenant.bootstrap.applications[0].client_id,
    );
    let link = scene.link(json!({})).await;
    let found = tenant
        .manage("GET", "/connections?strategy=auth0", None)
        .await
        .json();
    let connection = found[0]["id"].as_str().unwrap();
    let without = json!([{ "client_id": app, "status": false }]);
    let path = format!("/connections/{connection}/clients");
    let changed = tenant.manage("PATCH", &path, Some(without)).await;
    assert_eq!(changed.status, 204, "{}", changed.text);
    let asked = scene.ask(&scene.token, &scene.user_id, &scene.body()).await;
    assert_eq!(
        refused(&asked),
        "400 invalid_request the connection was disabled"
    );
    // Made before, it does not work either.
    let followed = tenant.get(&link).await;
    assert_eq!(
        followed.parameter("error").as_deref(),
        Some("access_denied")
    );
}
