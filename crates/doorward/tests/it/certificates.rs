//! Clients with a certificate, at a server that asks for one.

use std::sync::Arc;

use doorward::AuthenticationClient;
use doorward::authentication::{ClientAuthentication, ClientCredentialsGrant};
use doorward::transport::ReqwestTransport;
use rcgen::{CertifiedKey, KeyPair, generate_simple_self_signed};
use rustls::server::WebPkiClientVerifier;
use rustls::{RootCertStore, ServerConfig};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio_rustls::TlsAcceptor;

fn made() -> CertifiedKey<KeyPair> {
    generate_simple_self_signed(["localhost".to_owned()]).unwrap()
}

/// A server that takes one request of whoever shows `client`, and tells the certificate and the
/// request.
async fn serve(
    server: &CertifiedKey<KeyPair>,
    client: &CertifiedKey<KeyPair>,
) -> (u16, oneshot::Receiver<(Vec<u8>, String)>) {
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let mut roots = RootCertStore::empty();
    roots.add(client.cert.der().clone()).unwrap();
    let verifier = WebPkiClientVerifier::builder_with_provider(roots.into(), provider.clone());
    let key = server.signing_key.serialize_der().try_into().unwrap();
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_client_cert_verifier(verifier.build().unwrap())
        .with_single_cert(vec![server.cert.der().clone()], key)
        .unwrap();
    let listener = TcpListener::bind("localhost:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let (tell, told) = oneshot::channel();
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let mut stream = TlsAcceptor::from(Arc::new(config))
            .accept(stream)
            .await
            .unwrap();
        let shown = stream.get_ref().1.peer_certificates().unwrap()[0].to_vec();
        let mut request = vec![0; 4096];
        let mut length = 0;
        while !request[..length].ends_with(b"grant_type=client_credentials") {
            length += stream.read(&mut request[length..]).await.unwrap();
        }
        let body = "{\"access_token\":\"at\"}";
        let answer = format!(
            "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(answer.as_bytes()).await.unwrap();
        stream.flush().await.unwrap();
        let request = String::from_utf8_lossy(&request[..length]).into_owned();
        tell.send((shown, request)).unwrap();
    });
    (port, told)
}

#[tokio::test]
async fn the_certificate_is_shown_and_stands_for_the_secret() {
    let (server, client) = (made(), made());
    let (port, told) = serve(&server, &client).await;
    let transport = ReqwestTransport::builder()
        .ca_pem(server.cert.pem().as_bytes())
        .unwrap()
        .identity_pem(
            client.cert.pem().as_bytes(),
            client.signing_key.serialize_pem().as_bytes(),
        )
        .unwrap()
        .no_proxy()
        .build()
        .unwrap();
    let machine = AuthenticationClient::builder("tenant.test")
        .transport(transport)
        .client_id("CID")
        .client_authentication(ClientAuthentication::MutualTls)
        .mtls_host(format!("localhost:{port}"))
        .build()
        .unwrap();
    let grant = ClientCredentialsGrant::new("aud");
    let tokens = machine.oauth().client_credentials_grant(&grant).await;
    assert_eq!(tokens.unwrap().access_token.as_str(), "at");
    let (shown, request) = told.await.unwrap();
    assert_eq!(shown, client.cert.der().to_vec());
    assert!(request.ends_with("client_id=CID&audience=aud&grant_type=client_credentials"));
}
