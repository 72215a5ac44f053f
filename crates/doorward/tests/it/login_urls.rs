//! The addresses that browsers are sent to, and what comes back with them.

use std::collections::BTreeMap;

use doorward::AuthenticationClient;
use doorward::authentication::Pkce;
use doorward::url::Url;
use serde_json::json;

use crate::server::{Answer, Server};

fn client() -> AuthenticationClient {
    AuthenticationClient::builder("tenant.test")
        .client_id("CID")
        .build()
        .unwrap()
}

fn parameters(url: &Url) -> BTreeMap<String, String> {
    url.query_pairs().into_owned().collect()
}

#[test]
fn a_login_carries_what_the_exchange_will_need() {
    let login = client()
        .authorize_url()
        .unwrap()
        .redirect_uri("https://app/callback")
        .scope("openid")
        .organization("org_1")
        .max_age(60)
        .begin()
        .unwrap();
    let sent = parameters(&login.url);
    let answer = format!("https://app/callback?code=c&state={}", sent["state"]);
    let grant = login.pending.finish(&answer).unwrap();
    assert_eq!(grant.nonce.as_deref(), Some(&*sent["nonce"]));
    assert_eq!(grant.max_age, Some(60));
    assert_eq!(
        Pkce::from_verifier(&grant.code_verifier).challenge,
        sent["code_challenge"]
    );
    assert!((43..=128).contains(&grant.code_verifier.len()));
    assert_eq!(sent["code_challenge_method"], "S256");

    let other = client().authorize_url().unwrap().begin().unwrap();
    assert_ne!(parameters(&other.url)["state"], sent["state"]);
    assert!(other.pending.finish(&answer).is_err());
}

#[test]
fn each_parameter_stands_in_the_address_once() {
    let url = client()
        .authorize_url()
        .unwrap()
        .redirect_uri("https://app")
        .scope("openid")
        .scope("openid email")
        .audience("aud")
        .connection("db")
        .invitation("inv")
        .prompt("login")
        .login_hint("e@x")
        .screen_hint("signup")
        .ui_locales("de en")
        .response_mode("form_post")
        .authorization_details(&[json!({ "type": "x" })])
        .session_transfer_token("stt")
        .parameter("ext-mine", "1")
        .into_url();
    assert_eq!(url.query_pairs().count(), 15);
    assert_eq!(
        parameters(&url),
        [
            ("audience", "aud"),
            ("authorization_details", r#"[{"type":"x"}]"#),
            ("client_id", "CID"),
            ("connection", "db"),
            ("ext-mine", "1"),
            ("invitation", "inv"),
            ("login_hint", "e@x"),
            ("prompt", "login"),
            ("redirect_uri", "https://app"),
            ("response_mode", "form_post"),
            ("response_type", "code"),
            ("scope", "openid email"),
            ("screen_hint", "signup"),
            ("session_transfer_token", "stt"),
            ("ui_locales", "de en"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into()
    );
}

#[test]
fn accounts_are_linked_and_separated_by_an_address() {
    let authorize = || client().authorize_url().unwrap();
    let linked = authorize().link_account("github", "it").into_url();
    let linked = parameters(&linked);
    assert_eq!(linked["scope"], "openid link_account offline_access");
    assert_eq!(linked["requested_connection"], "github");
    assert_eq!(linked["id_token_hint"], "it");
    let separated = authorize().unlink_account("github", "it").into_url();
    assert_eq!(parameters(&separated)["scope"], "openid unlink_account");
}

#[tokio::test]
async fn a_pushed_login_hides_its_parameters_from_the_browser() {
    let pushed = json!({ "request_uri": "urn:x:1", "expires_in": 30 });
    let server = Server::answering([Answer::json(201, pushed)]).await;
    let client = server.client();
    let url = client
        .authorize_url()
        .unwrap()
        .redirect_uri("https://app/callback")
        .scope("openid")
        .authorization_details(&[json!({ "type": "x" })]);
    let login = client.push_login(url).await.unwrap();
    assert_eq!(
        parameters(&login.url),
        BTreeMap::from([
            ("client_id".to_owned(), "CID".to_owned()),
            ("request_uri".to_owned(), "urn:x:1".to_owned()),
        ])
    );
    let sent = server.last();
    assert_eq!(sent.target, "/oauth/par");
    let sent: BTreeMap<_, _> = form_urlencoded::parse(sent.body.as_bytes())
        .into_owned()
        .collect();
    assert_eq!(sent["authorization_details"], r#"[{"type":"x"}]"#);
    assert_eq!(sent["client_secret"], "SEC");
    let answer = format!("?code=c&state={}", sent["state"]);
    let grant = login.pending.finish(&answer).unwrap();
    assert_eq!(grant.nonce.as_deref(), Some(&*sent["nonce"]));

    let nowhere = client.push_login(client.authorize_url().unwrap()).await;
    assert!(nowhere.is_err());
    assert_eq!(server.recorded().len(), 1);
}

#[test]
fn there_are_two_ways_out() {
    let oidc = client()
        .logout_url()
        .return_to("https://app/")
        .id_token_hint("it")
        .federated()
        .into_url();
    assert_eq!(
        oidc.as_str(),
        "https://tenant.test/oidc/logout?client_id=CID\
         &post_logout_redirect_uri=https%3A%2F%2Fapp%2F&id_token_hint=it&federated="
    );
    let v2 = client()
        .v2_logout_url()
        .return_to("https://app/")
        .into_url();
    assert_eq!(
        v2.as_str(),
        "https://tenant.test/v2/logout?client_id=CID&returnTo=https%3A%2F%2Fapp%2F"
    );
}
