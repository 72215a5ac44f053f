//! Sessions of visitors, and addresses of other protocols.

use doorward::AuthenticationClient;
use doorward::authentication::anonymous::{AnonymousAccessToken, CreateAnonymousSession};
use serde_json::json;

use crate::server::{Answer, Server};

#[tokio::test]
async fn a_visitor_has_a_session_that_goes_along_into_a_login() {
    let tokens = json!({
        "access_token": "at", "expires_in": 60, "session_token": "hidden", "session_expires_in": 600,
    });
    let server = Server::answering([
        Answer::json(200, tokens),
        Answer::json(200, json!({ "access_token": "at-2" })),
        Answer::json(200, json!({ "anon_transfer_token": "t" })),
        Answer::text(200, ""),
    ])
    .await;
    let client = server.client();
    let visitor = CreateAnonymousSession {
        scope: Some("read:things".into()),
        ..Default::default()
    };
    let session = client.anonymous().create_session(&visitor).await.unwrap();
    assert_eq!(session.session_expires_in, Some(600));
    assert!(!format!("{session:?}").contains("hidden"));
    let session_token = session.session_token.clone().unwrap();
    assert_eq!(
        server.last().wire(),
        "POST /anonymous/token\napplication/json \
         {\"client_id\":\"CID\",\"scope\":\"read:things\",\"client_secret\":\"SEC\"}"
    );

    let another = AnonymousAccessToken::new(session_token.clone());
    let another = client.anonymous().get_access_token(&another).await;
    assert_eq!(another.unwrap().access_token.as_str(), "at-2");
    let transfer = client.anonymous().mint_transfer_token(session_token).await;
    assert_eq!(transfer.unwrap().anon_transfer_token.as_str(), "t");
    assert_eq!(
        server.last().wire(),
        "POST /anonymous/token\napplication/json {\"client_id\":\"CID\",\"session_token\":\"hidden\",\
         \"client_secret\":\"SEC\",\"audience\":\"urn:auth0:anon_transfer\"}"
    );
    client.anonymous().logout().await.unwrap();
    assert_eq!(
        server.last().wire(),
        "POST /anonymous/logout\napplication/json {\"client_id\":\"CID\"}"
    );
}

#[test]
fn saml_and_ws_federation_begin_at_addresses() {
    let builder = || AuthenticationClient::builder("tenant.test");
    let client = builder().client_id("C/1").build().unwrap();
    let saml = client.saml_login_url(Some("my idp")).unwrap();
    assert_eq!(
        saml.as_str(),
        "https://tenant.test/samlp/C%2F1?connection=my+idp"
    );
    let plain = client.saml_login_url(None).unwrap();
    assert_eq!(plain.as_str(), "https://tenant.test/samlp/C%2F1");
    let logout = client.saml_logout_url().unwrap();
    assert_eq!(logout.as_str(), "https://tenant.test/samlp/C%2F1/logout");
    let federation = client.ws_federation_url([]).unwrap();
    assert_eq!(federation.as_str(), "https://tenant.test/wsfed/C%2F1");
    assert!(builder().build().unwrap().saml_login_url(None).is_err());
}
