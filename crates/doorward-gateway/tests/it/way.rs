//! The way between a gateway and Doorward's own tenant, where a test looks on and interferes.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use bytes::Bytes;
use doorward::transport::{
    BoxFuture, Request, ReqwestTransport, Response, Transport, TransportError, TransportErrorKind,
};
use doorward_testing::TestTenant;
use http::header::CONTENT_LENGTH;
use http_body_util::BodyExt as _;
use jsonwebtoken::EncodingKey;
use serde_json::Value;

/// What the tenant of a test signs with, which is no secret.
const KEY: &[u8] = include_bytes!("../../../doorward-testing/keys/current.der");

/// Changes what the tenant says to a token request.
type Change = Arc<dyn Fn(&mut Value) + Send + Sync>;

/// What a test sees of the way, and does to it. Clones are the same.
#[derive(Clone, Default)]
pub(crate) struct Watch(Arc<State>);

#[derive(Default)]
struct State {
    calls: Mutex<Vec<String>>,
    change: Mutex<Option<Change>>,
    is_cut: AtomicBool,
}

impl Watch {
    /// Method and path of each call so far whose path starts like this.
    pub(crate) fn calls(&self, path: &str) -> Vec<String> {
        let calls = self.0.calls.lock().expect("a lock");
        let starts_so =
            |call: &&String| call.split(' ').nth(1).is_some_and(|p| p.starts_with(path));
        calls.iter().filter(starts_so).cloned().collect()
    }

    /// From now on what the tenant says to token requests is changed like this.
    pub(crate) fn change(&self, change: impl Fn(&mut Value) + Send + Sync + 'static) {
        *self.0.change.lock().expect("a lock") = Some(Arc::new(change));
    }

    /// From now on ID tokens say something else, signed as the tenant would sign it. So does an Action of Auth0,
    /// which Doorward's tenant has not.
    pub(crate) fn act(&self, change: impl Fn(&mut Value) + Send + Sync + 'static) {
        self.change(move |answer| {
            if let Some(token) = answer["id_token"].as_str() {
                answer["id_token"] = signed(token, &change).into();
            }
        });
    }

    /// From now on no call arrives, or every call again.
    pub(crate) fn cut(&self, is_cut: bool) {
        self.0.is_cut.store(is_cut, Ordering::Relaxed);
    }
}

/// The claims of a token in three parts; `None` for another one.
pub(crate) fn claims(token: &str) -> Option<Value> {
    let parts: Vec<_> = token.split('.').collect();
    let [_, claims, _] = parts.try_into().ok()?;
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).ok()?).ok()
}

fn signed(token: &str, change: &dyn Fn(&mut Value)) -> String {
    let header = jsonwebtoken::decode_header(token).expect("a header");
    let mut claims = claims(token).expect("claims");
    change(&mut claims);
    let pem = format!(
        "-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n",
        STANDARD.encode(KEY)
    );
    let key = EncodingKey::from_rsa_pem(pem.as_bytes()).expect("a readable key");
    jsonwebtoken::encode(&header, &claims, &key).expect("a token")
}

/// The transport.
pub(crate) struct Way {
    to: ReqwestTransport,
    watch: Watch,
}

impl Way {
    pub(crate) fn to(tenant: &TestTenant, watch: Watch) -> Self {
        let to = ReqwestTransport::builder()
            .ca_pem(tenant.ca_pem().as_bytes())
            .and_then(|builder| builder.build());
        Self {
            to: to.expect("a transport"),
            watch,
        }
    }
}

impl Transport for Way {
    fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
        let State {
            calls,
            change,
            is_cut,
        } = &*self.watch.0;
        let path = request.url.path().to_owned();
        let call = format!("{} {path}", request.method);
        calls.lock().expect("a lock").push(call);
        if is_cut.load(Ordering::Relaxed) {
            let kind = TransportErrorKind::Connect;
            return Box::pin(async move { Err(TransportError::new(kind, "the way is cut")) });
        }
        let change = change.lock().expect("a lock").clone();
        let change = change.filter(|_| path == "/oauth/token");
        Box::pin(async move {
            let mut response = self.to.send(request).await?;
            if let Some(change) = change {
                let body = response.body.collect().await?.to_bytes();
                let mut answer: Value = serde_json::from_slice(&body).expect("JSON");
                change(&mut answer);
                response.headers.remove(CONTENT_LENGTH);
                response.body = Bytes::from(answer.to_string()).into();
            }
            Ok(response)
        })
    }
}
