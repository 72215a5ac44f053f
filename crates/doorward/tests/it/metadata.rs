//! What a tenant tells everyone, and clients that make themselves.

use doorward::authentication::registration::RegisterClient;
use serde_json::json;

use crate::server::{Answer, Server};
use crate::tenants::Destination;

#[tokio::test]
async fn a_real_tenant_tells_where_its_endpoints_are() {
    for to in Destination::each().await {
        let app = to.application("Default App");
        let metadata = app.server_metadata().await.unwrap();
        assert_eq!(metadata.issuer, to.tenant.issuer());
        assert!(metadata.token_endpoint.ends_with("/oauth/token"));
        assert!(metadata.extra.contains_key("scopes_supported"));
    }
}

#[tokio::test]
async fn saml_and_ws_federation_metadata_are_text() {
    let server = Server::answering([Answer::text(200, "<EntityDescriptor/>")]).await;
    let client = server.client();
    let saml = client.saml_metadata("C/1").await.unwrap();
    assert_eq!(saml.data, "<EntityDescriptor/>");
    assert_eq!(server.last().wire(), "GET /samlp/metadata/C%2F1");
    client.ws_federation_metadata().await.unwrap();
    assert_eq!(
        server.last().wire(),
        "GET /wsfed/FederationMetadata/2007-06/FederationMetadata.xml"
    );
}

#[tokio::test]
async fn a_domain_is_federated_or_not() {
    for (answer, expected) in [
        (Answer::json(200, json!({ "subject": "x" })), true),
        (Answer::text(404, "Not Found"), false),
    ] {
        let server = Server::answering([answer]).await;
        let is_federated = server.client().is_federated_domain("x.com").await;
        assert_eq!(is_federated.unwrap(), expected);
        assert_eq!(
            server.last().wire(),
            "GET /.well-known/webfinger?resource=urn%3Aauth0%3Adiscovery%3Adomain%3Ax.com\
             &rel=http%3A%2F%2Fopenid.net%2Fspecs%2Fconnect%2F1.0%2Fissuer"
        );
    }
    let server = Server::answering([Answer::text(503, "")]).await;
    assert!(server.client().is_federated_domain("x.com").await.is_err());
}

#[tokio::test]
async fn a_program_makes_itself_a_client() {
    let answer = json!({ "client_id": "tpc_1", "client_secret": "hidden", "redirect_uris": [] });
    let server = Server::answering([Answer::json(201, answer)]).await;
    let request = RegisterClient::new("Mine", ["https://r"]);
    let made = server.client().register_client(&request).await.unwrap();
    assert_eq!(made.client_id, "tpc_1");
    assert!(!format!("{made:?}").contains("hidden"));
    assert_eq!(
        server.last().wire(),
        "POST /oidc/register\napplication/json \
         {\"client_name\":\"Mine\",\"redirect_uris\":[\"https://r\"]}"
    );
}
