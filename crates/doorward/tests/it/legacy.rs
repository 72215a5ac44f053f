//! The calls of old programs, as versions 2 and 3 of the Node SDK send them.

use doorward::authentication::legacy::{
    Delegation, Impersonate, LegacyChangePassword, ResourceOwner, SocialSignIn, TokenInfo, Unlink,
    VerifyPasswordless,
};
use doorward::authentication::{ClientCredentialsGrant, LoginWithEmail, PasswordGrant};
use doorward::{AuthenticationClient, Error};
use serde_json::{Value, json};

use crate::authentication::wire;
use crate::server::{Answer, Server};

fn json_post(path: &str, body: &str) -> String {
    format!("POST {path}\napplication/json {body}")
}

#[tokio::test]
async fn passwords_and_codes_go_to_the_resource_owner_endpoint() {
    assert_eq!(
        wire(ResourceOwner::new("db", "u", "p")).await,
        json_post(
            "/oauth/ro",
            r#"{"client_id":"CID","grant_type":"password","scope":"openid","connection":"db","username":"u","password":"p"}"#
        )
    );
    let sms = wire(ResourceOwner::sms("+1", "123")).await;
    assert!(
        sms.ends_with(r#""connection":"sms","username":"+1","password":"123"}"#),
        "{sms}"
    );
    assert_eq!(
        wire(VerifyPasswordless::email("e@x", "123")).await,
        json_post(
            "/passwordless/verify",
            r#"{"client_id":"CID","grant_type":"password","scope":"openid","connection":"email","username":"e@x","password":"123"}"#
        )
    );
}

#[tokio::test]
async fn a_social_token_is_sent_without_naming_a_client() {
    assert_eq!(
        wire(SocialSignIn::new("st", "facebook")).await,
        json_post(
            "/oauth/access_token",
            r#"{"access_token":"st","connection":"facebook"}"#
        )
    );
    assert_eq!(
        wire(Unlink::new("at", "facebook|1")).await,
        json_post(
            "/login/unlink",
            r#"{"access_token":"at","user_id":"facebook|1"}"#
        )
    );
}

#[tokio::test]
async fn a_new_password_travels_with_the_request_for_it() {
    assert_eq!(
        wire(LegacyChangePassword::new("e@x", "p", "db")).await,
        json_post(
            "/dbconnections/change_password",
            r#"{"client_id":"CID","email":"e@x","password":"p","connection":"db"}"#
        )
    );
}

#[tokio::test]
async fn delegation_takes_exactly_one_token() {
    let id_token = wire(Delegation::of_id_token("it", "target", "app")).await;
    assert_eq!(
        id_token,
        json_post(
            "/delegation",
            r#"{"client_id":"CID","id_token":"it","api_type":"app","target":"target","grant_type":"urn:ietf:params:oauth:grant-type:jwt-bearer"}"#
        )
    );
    let refresh_token = wire(Delegation::of_refresh_token("rt", "target", "app")).await;
    assert!(refresh_token.contains(r#""refresh_token":"rt""#));
    assert!(!refresh_token.contains("id_token"));

    let server = Server::answering([]).await;
    let both = Delegation {
        refresh_token: Some("rt".into()),
        ..Delegation::of_id_token("it", "target", "app")
    };
    let neither = Delegation {
        id_token: None,
        ..Delegation::of_id_token("it", "target", "app")
    };
    for (request, text) in [
        (
            both,
            "id_token and refresh_token fields cannot be specified simulatenously",
        ),
        (neither, "one of id_token or refresh_token is required"),
    ] {
        let refused = server.client().legacy().delegation_token(&request).await;
        let Err(Error::Argument(refused)) = refused else {
            panic!("{refused:?}")
        };
        assert_eq!(refused.to_string(), text);
    }
    assert!(server.recorded().is_empty());
}

#[tokio::test]
async fn the_credentials_of_a_cloud_service_are_kept_and_not_shown() {
    let answer = json!({ "Credentials": { "SecretAccessKey": "hidden" } });
    let server = Server::answering([Answer::json(200, &answer)]).await;
    let request = Delegation::of_id_token("it", "target", "aws");
    let token = server.client().legacy().delegation_token(&request).await;
    let token = token.unwrap().data;
    assert_eq!(serde_json::to_value(&token).unwrap(), answer);
    assert!(!format!("{token:?}").contains("hidden"));
}

#[tokio::test]
async fn a_token_is_asked_about() {
    let answer = json!({ "user_id": "auth0|1", "clientID": "CID", "identities": [] });
    let server = Server::answering([Answer::json(200, &answer)]).await;
    let client = server.client();
    let info = client.legacy().token_info(&TokenInfo::new("it")).await;
    let info = info.unwrap();
    assert_eq!(info.client_id.as_deref(), Some("CID"));
    assert_eq!(serde_json::to_value(&info.data).unwrap(), answer);
    assert_eq!(
        server.last().wire(),
        json_post("/tokeninfo", r#"{"id_token":"it"}"#)
    );
}

#[tokio::test]
async fn impersonation_names_the_user_in_the_path_and_the_token_twice() {
    let link = "https://tenant.test/users/auth0%7C2/impersonate?bewit=x";
    for answer in [Answer::text(200, link), Answer::json(200, json!(link))] {
        let server = Server::answering([answer]).await;
        let request = Impersonate {
            additional_parameters: json!({ "response_type": "code" }).as_object().cloned(),
            ..Impersonate::new("auth0|1/x", "auth0|2", "oauth2", "gt")
        };
        let answer = server.client().legacy().impersonate(&request).await;
        assert_eq!(answer.unwrap().data, link);
        let sent = server.last();
        assert_eq!(sent.header("authorization"), Some("Bearer gt"));
        assert_eq!(
            sent.wire(),
            json_post(
                "/users/auth0%7C1%2Fx/impersonate",
                r#"{"client_id":"CID","impersonator_id":"auth0|2","protocol":"oauth2","token":"gt","additionalParameters":{"response_type":"code"}}"#
            )
        );
    }
}

#[tokio::test]
async fn grants_can_be_sent_as_json() {
    let server = Server::answering([Answer::json(200, json!({ "access_token": "at" }))]).await;
    let old = AuthenticationClient::builder("tenant.test")
        .base_url(&server.url)
        .client_id("CID")
        .client_secret("SEC")
        .json_grants()
        .build()
        .unwrap();
    let realm = PasswordGrant {
        realm: Some("R".into()),
        ..PasswordGrant::new("u", "p")
    };
    old.oauth().password_grant(&realm).await.unwrap();
    assert_eq!(
        body(&server),
        json!({
            "client_id": "CID", "client_secret": "SEC", "username": "u", "password": "p", "realm": "R",
            "grant_type": "http://auth0.com/oauth/grant-type/password-realm",
        })
    );
    let machine = ClientCredentialsGrant::new("aud");
    old.oauth()
        .client_credentials_grant(&machine)
        .await
        .unwrap();
    assert_eq!(
        body(&server),
        json!({
            "client_id": "CID", "client_secret": "SEC", "audience": "aud",
            "grant_type": "client_credentials",
        })
    );
    let code = LoginWithEmail {
        scope: Some("openid".into()),
        ..LoginWithEmail::new("e@x", "123")
    };
    old.passwordless().login_with_email(&code).await.unwrap();
    assert_eq!(
        body(&server),
        json!({
            "client_id": "CID", "client_secret": "SEC", "username": "e@x", "otp": "123",
            "realm": "email", "scope": "openid",
            "grant_type": "http://auth0.com/oauth/grant-type/passwordless/otp",
        })
    );
}

/// The last request's body, which has to say that it is JSON.
fn body(server: &Server) -> Value {
    let last = server.last();
    assert_eq!(last.header("content-type"), Some("application/json"));
    serde_json::from_str(&last.body).unwrap()
}
