//! The tenant's client for the gateway's demo page: made at the first start, its addresses brought up to date at
//! every other, because the port may be another one.

use std::net::SocketAddr;

use axum::Router;
use axum::body::Body;
use axum::http::header::HOST;
use axum::http::{HeaderValue, Request as HttpRequest};
use doorward::ManagementClient;
use doorward::management::{
    Client, CreateClient, CreateClientRequestContent, ListClients, UpdateClient,
    UpdateClientRequestContent, UpdateConnectionClients, UpdateConnectionClientsBodyItem,
};
use doorward::transport::{
    BoxFuture, Request, Response, ResponseBody, Transport, TransportError, TransportErrorKind,
};
use doorward_gateway::Gateway;
use doorward_tenant::{Bootstrap, Clock, Doorward};
use futures_util::TryStreamExt as _;
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

/// Its name, by which it is found again.
const NAME: &str = "Gateway Demo Page";

/// What the gateway has to know of it.
pub(crate) struct DemoClient {
    pub(crate) client_id: String,
    pub(crate) client_secret: String,
}

/// Finds or makes the client, for a gateway at `address`.
///
/// # Errors
///
/// When the tenant refuses something, for example because its management client may do less by now.
pub(crate) async fn provide(
    doorward: &Doorward,
    bootstrap: &Bootstrap,
    clock: &Clock,
    address: SocketAddr,
) -> Result<DemoClient, doorward::Error> {
    let credentials = &bootstrap.management;
    let now = clock.clone();
    let management = ManagementClient::builder(&bootstrap.domain)
        .client_credentials(&credentials.client_id, credentials.client_secret.as_str())
        .transport(InProcess(doorward.router()))
        .clock(move || now.now())
        .build()?;
    let pages = pages(address);
    let found = ListClients {
        fields: Some("name,client_id,client_secret,callbacks".to_owned()),
        ..ListClients::default()
    };
    let found: Vec<_> = management.items(found).try_collect().await?;
    let known = found
        .into_iter()
        .find(|client| client.name.as_deref() == Some(NAME));
    let client = match known {
        Some(client) if client.callbacks.as_ref() == Some(&pages) => client,
        Some(client) => {
            let body = UpdateClientRequestContent {
                callbacks: Some(pages.clone()),
                allowed_logout_urls: Some(pages),
                ..UpdateClientRequestContent::default()
            };
            let id = id_of(&client);
            management.send(&UpdateClient::new(id, body)).await?.data
        }
        None => {
            let mut body = CreateClientRequestContent::new(NAME);
            body.app_type = Some("regular_web".into());
            body.oidc_conformant = Some(true);
            body.grant_types = Some(vec!["authorization_code".into(), "refresh_token".into()]);
            body.callbacks = Some(pages.clone());
            body.allowed_logout_urls = Some(pages);
            let client = management.send(&CreateClient::new(body)).await?.data;
            let id = id_of(&client);
            let enabled = vec![UpdateConnectionClientsBodyItem::new(id, true)];
            let database = bootstrap.connections.database.id.as_str();
            management
                .send(&UpdateConnectionClients::new(database, enabled))
                .await?;
            client
        }
    };
    Ok(DemoClient {
        client_id: id_of(&client),
        client_secret: client.client_secret.unwrap_or_default(),
    })
}

fn id_of(client: &Client) -> String {
    let id = client.client_id.as_ref();
    id.map(ToString::to_string).unwrap_or_default()
}

/// The page under every name that a browser on this machine has for the gateway.
fn pages(address: SocketAddr) -> Vec<String> {
    let mut hosts = vec![address.to_string(), format!("localhost:{}", address.port())];
    if address.ip().is_unspecified() {
        hosts[0] = format!("127.0.0.1:{}", address.port());
    }
    let page = |host: String| format!("http://{host}{}", Gateway::DEMO_PAGE);
    hosts.into_iter().map(page).collect()
}

/// The SDK's way to the tenant before anybody listens.
#[derive(Clone)]
struct InProcess(Router);

impl Transport for InProcess {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        let router = self.0.clone();
        Box::pin(async move {
            let failed = |error| TransportError::new(TransportErrorKind::Other, error);
            let mut http = HttpRequest::builder()
                .method(request.method)
                .uri(request.url.as_str())
                .body(Body::new(request.body.into_http_body()))
                .map_err(failed)?;
            *http.headers_mut() = request.headers;
            if let Ok(host) = HeaderValue::from_str(request.url.authority()) {
                http.headers_mut().insert(HOST, host);
            }
            let answer = match router.oneshot(http).await {
                Ok(answer) => answer,
                Err(never) => match never {},
            };
            let (head, body) = answer.into_parts();
            let lost = |error| TransportError::new(TransportErrorKind::Disconnected, error);
            let body = ResponseBody::new(body.map_err(lost));
            Ok(Response::new(head.status, head.headers, body))
        })
    }
}
