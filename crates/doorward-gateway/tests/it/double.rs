//! An Auth0 tenant that does what a test tells it, over real HTTP. It keeps every call it gets.
//!
//! Failures, refusals and rotating tokens at a chosen moment are its business; what a tenant does by
//! itself is tested against Doorward's own (`tenant.rs`).

use std::collections::VecDeque;
use std::sync::{Arc, LazyLock, Mutex};

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{KeyPair as _, RsaKeyPair};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use http::{HeaderMap, StatusCode};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

/// One RSA key for all tests: making one takes a while.
static KEY: LazyLock<(EncodingKey, Value)> = LazyLock::new(|| {
    let pair = RsaKeyPair::generate(KeySize::Rsa2048).expect("a key");
    let der: Pkcs8V1Der<'_> = pair.as_der().expect("a written key");
    let pem = format!(
        "-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n",
        STANDARD.encode(der.as_ref())
    );
    let public = pair.public_key();
    let jwk = json!({
        "kty": "RSA", "use": "sig", "alg": "RS256", "kid": "k1",
        "n": URL_SAFE_NO_PAD.encode(public.modulus().big_endian_without_leading_zero()),
        "e": URL_SAFE_NO_PAD.encode(public.exponent().big_endian_without_leading_zero()),
    });
    (
        EncodingKey::from_rsa_pem(pem.as_bytes()).expect("a readable key"),
        jwk,
    )
});

/// A running double. Clones are the same tenant.
#[derive(Clone)]
pub(crate) struct Double {
    pub(crate) url: String,
    inner: Arc<Inner>,
}

struct Inner {
    url: String,
    state: Mutex<Tenant>,
}

/// One request the double got.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    pub(crate) method: String,
    /// Path and query.
    pub(crate) target: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Call {
    /// A form or query field, decoded.
    pub(crate) fn field(&self, name: &str) -> Option<String> {
        let query = self.target.split_once('?').map_or("", |(_, query)| query);
        let form =
            form_urlencoded::parse(&self.body).chain(form_urlencoded::parse(query.as_bytes()));
        form.into_iter()
            .find(|(given, _)| given == name)
            .map(|(_, value)| value.into_owned())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("a JSON body")
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }
}

/// What the double is told and has been asked.
struct Tenant {
    calls: Vec<Call>,
    /// Answers to give instead of its own, to calls of a path.
    scripted: VecDeque<Scripted>,
    is_down: bool,
    now: i64,
    issued: u64,
    /// The only refresh token that is good now.
    refresh_token: String,
    is_rotating: bool,
    gives_refresh_tokens: bool,
    expires_in: u64,
    /// What the next ID tokens say beside the standard claims, or instead of them.
    pub(crate) claims: Value,
    algorithm: Algorithm,
    management_token: String,
    /// A path whose calls wait for a permit before they are answered.
    held: Option<(String, Arc<Semaphore>)>,
}

/// An answer that a test wrote.
struct Scripted {
    path: String,
    status: StatusCode,
    headers: Vec<(&'static str, String)>,
    body: String,
}

impl Double {
    /// Starts a tenant on a free port. `now` is what its tokens take for the present, in seconds.
    pub(crate) async fn start(now: i64) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let state = Mutex::new(Tenant {
            calls: Vec::new(),
            scripted: VecDeque::new(),
            is_down: false,
            now,
            issued: 0,
            refresh_token: String::new(),
            is_rotating: true,
            gives_refresh_tokens: true,
            expires_in: 3600,
            claims: json!({}),
            algorithm: Algorithm::RS256,
            management_token: String::new(),
            held: None,
        });
        let inner = Arc::new(Inner {
            url: url.clone(),
            state,
        });
        let app = Router::new().fallback(answer).with_state(inner.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { url, inner }
    }

    fn tenant<T>(&self, change: impl FnOnce(&mut Tenant) -> T) -> T {
        change(&mut self.inner.state.lock().expect("a lock"))
    }

    /// Every call so far to a path that starts like this.
    pub(crate) fn calls(&self, path: &str) -> Vec<Call> {
        self.tenant(|tenant| {
            tenant
                .calls
                .iter()
                .filter(|call| call.target.starts_with(path))
                .cloned()
                .collect()
        })
    }

    /// How often an access token was asked for with a grant type.
    pub(crate) fn grants(&self, grant_type: &str) -> Vec<Call> {
        self.calls("/oauth/token")
            .into_iter()
            .filter(|call| call.field("grant_type").as_deref() == Some(grant_type))
            .collect()
    }

    /// The next call of `path` is answered like this.
    pub(crate) fn script(
        &self,
        path: &str,
        status: u16,
        headers: &[(&'static str, &str)],
        body: &str,
    ) {
        let status = StatusCode::from_u16(status).expect("a status");
        let headers = headers
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .collect();
        let scripted = Scripted {
            path: path.to_owned(),
            status,
            headers,
            body: body.to_owned(),
        };
        self.tenant(|tenant| tenant.scripted.push_back(scripted));
    }

    /// Whether every answer is 500 from now on.
    pub(crate) fn set_down(&self, is_down: bool) {
        self.tenant(|tenant| tenant.is_down = is_down);
    }

    /// What the tenant's tokens take for the present.
    pub(crate) fn set_now(&self, now: i64) {
        self.tenant(|tenant| tenant.now = now);
    }

    /// What the next ID tokens say beside the standard claims, or instead of them.
    pub(crate) fn set_claims(&self, claims: Value) {
        self.tenant(|tenant| tenant.claims = claims);
    }

    pub(crate) fn set_algorithm(&self, algorithm: Algorithm) {
        self.tenant(|tenant| tenant.algorithm = algorithm);
    }

    pub(crate) fn set_rotating(&self, is_rotating: bool) {
        self.tenant(|tenant| tenant.is_rotating = is_rotating);
    }

    pub(crate) fn set_gives_refresh_tokens(&self, gives: bool) {
        self.tenant(|tenant| tenant.gives_refresh_tokens = gives);
    }

    /// The next tokens are those that were given last: what a tenant gives to two logins within a second.
    pub(crate) fn give_the_same_again(&self) {
        self.tenant(|tenant| tenant.issued -= 1);
    }

    /// Calls of `path` wait, each for one permit of the answer.
    pub(crate) fn hold(&self, path: &str) -> Arc<Semaphore> {
        let gate = Arc::new(Semaphore::new(0));
        self.tenant(|tenant| tenant.held = Some((path.to_owned(), gate.clone())));
        gate
    }

    /// The Management API takes no token given so far.
    pub(crate) fn revoke_management_token(&self) {
        self.tenant(|tenant| tenant.management_token = "revoked".to_owned());
    }
}

async fn answer(State(inner): State<Arc<Inner>>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let call = Call {
        method: head.method.to_string(),
        target: head.uri.to_string(),
        headers: head.headers,
        body: to_bytes(body, usize::MAX).await.expect("a body").to_vec(),
    };
    let held = {
        let mut tenant = inner.state.lock().expect("a lock");
        tenant.calls.push(call.clone());
        let held = tenant.held.as_ref().filter(|(path, _)| path == call.path());
        held.map(|(_, gate)| gate.clone())
    };
    if let Some(gate) = held {
        gate.acquire().await.expect("an open gate").forget();
    }
    let mut tenant = inner.state.lock().expect("a lock");
    if tenant.is_down {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }
    if let Some(at) = tenant
        .scripted
        .iter()
        .position(|scripted| scripted.path == call.path())
    {
        let Scripted {
            status,
            headers,
            body,
            ..
        } = tenant.scripted.remove(at).expect("an answer");
        let mut response = (status, body).into_response();
        response
            .headers_mut()
            .insert("content-type", "application/json".parse().expect("a value"));
        for (name, value) in headers {
            response
                .headers_mut()
                .insert(name, value.parse().expect("a value"));
        }
        return response;
    }
    match call.path() {
        "/.well-known/openid-configuration" => {
            ok(&json!({ "jwks_uri": format!("{}/keys", inner.url) }))
        }
        "/keys" => ok(&json!({ "keys": [{ "kty": "odd" }, KEY.1] })),
        "/oauth/token" => tenant.token(&inner.url, &call),
        "/dbconnections/change_password" => {
            (StatusCode::OK, "We've just sent you an email").into_response()
        }
        path if path.starts_with("/api/v2/") => tenant.management(&call),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

fn ok(body: &Value) -> Response {
    axum::Json(body).into_response()
}

fn refuse(error: &str, description: &str) -> Response {
    let body = json!({ "error": error, "error_description": description });
    (StatusCode::FORBIDDEN, axum::Json(body)).into_response()
}

impl Tenant {
    fn token(&mut self, url: &str, call: &Call) -> Response {
        let field = |name| call.field(name).unwrap_or_default();
        let user = match field("grant_type").as_str() {
            "client_credentials" => {
                self.issued += 1;
                self.management_token = format!("management-{}", self.issued);
                return ok(
                    &json!({ "access_token": self.management_token, "token_type": "Bearer", "expires_in": 86_400 }),
                );
            }
            "authorization_code" if field("code") == "good" => "auth0|code".to_owned(),
            "password" | "http://auth0.com/oauth/grant-type/password-realm"
                if field("password") == "right" =>
            {
                format!("auth0|{}", field("username"))
            }
            "refresh_token"
                if !self.refresh_token.is_empty()
                    && field("refresh_token") == self.refresh_token =>
            {
                "auth0|code".to_owned()
            }
            "refresh_token" => return refuse("invalid_grant", "Unknown or invalid refresh token."),
            _ => return refuse("invalid_grant", "Wrong email or password."),
        };
        let is_refresh = field("grant_type") == "refresh_token";
        self.issued += 1;
        let mut answer = json!({
            "access_token": format!("access-{}", self.issued), "token_type": "Bearer", "expires_in": self.expires_in,
            "id_token": self.id_token(url, &field("client_id"), &user),
        });
        if self.gives_refresh_tokens && (!is_refresh || self.is_rotating) {
            self.refresh_token = format!("refresh-{}", self.issued);
            answer["refresh_token"] = json!(self.refresh_token);
        }
        ok(&answer)
    }

    fn id_token(&self, url: &str, client_id: &str, user: &str) -> String {
        let mut claims = json!({
            "iss": format!("{url}/"), "sub": user, "aud": client_id, "iat": self.now, "exp": self.now + 36_000,
            "email": "a@b.c", "serial": self.issued,
        });
        for (name, value) in self.claims.as_object().expect("an object") {
            claims[name] = value.clone();
        }
        let mut header = Header::new(self.algorithm);
        header.kid = Some("k1".to_owned());
        let secret = EncodingKey::from_secret(b"guessed");
        let key = if self.algorithm == Algorithm::RS256 {
            &KEY.0
        } else {
            &secret
        };
        jsonwebtoken::encode(&header, &claims, key).expect("a token")
    }

    fn management(&self, call: &Call) -> Response {
        if call.header("authorization") != Some(&format!("Bearer {}", self.management_token)) {
            let body =
                json!({ "statusCode": 401, "error": "Unauthorized", "message": "Invalid token" });
            return (StatusCode::UNAUTHORIZED, axum::Json(body)).into_response();
        }
        let body = match (call.method.as_str(), call.path()) {
            ("GET", "/api/v2/users") => r#"[{"user_id":"auth0|1","n":1.0,"z":1,"a":2}]"#.to_owned(),
            ("DELETE", _) => return StatusCode::NO_CONTENT.into_response(),
            ("GET", _) => {
                r#"{"user_id":"auth0|1","email":"a@b.c","identities":[{"provider":"google-oauth2","connection":"g"},{"provider":"auth0","connection":"B"}]}"#.to_owned()
            }
            _ => String::from_utf8(call.body.clone()).expect("UTF-8"),
        };
        let status = if call.method == "POST" {
            StatusCode::CREATED
        } else {
            StatusCode::OK
        };
        Response::builder()
            .status(status)
            .header("content-type", "application/json; charset=utf-8")
            .body(Body::from(body))
            .expect("a response")
    }
}
