//! Bare axum handlers: what an answer costs that is put together with no care for anything else.

use std::convert::Infallible;
use std::future::Future;
use std::io::Write;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};

use aws_lc_rs::signature::{RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents};
use axum::Json;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use fred::clients::Client as Redis;
use fred::interfaces::{ClientLike, KeysInterface};
use http_body_util::BodyExt;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sqlx::PgPool;
use sqlx::Row as _;

use super::Database;
use super::tenant::Tenant;
use crate::bench::runtime;
use crate::run::{Doing, Fault};

/// What the server answers, and what it does for it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Content {
    /// 200 bytes of JSON, built for each request.
    Small,
    /// This text.
    Text(String),
    /// A row found by its key, after an RS256 token was verified with the key of modulus `n` and exponent `e`.
    UserInfo {
        user: Value,
        within: Database,
        n: String,
        e: String,
    },
    /// The first page of these documents, in the order of their rows, with how many there are.
    Page { of: Vec<Value>, within: Database },
    /// What Redis keeps under a key.
    Redis { url: String, content: String },
    /// What a tenant answers to an upload, once all of it has arrived.
    Job,
    /// What a gateway asks of a tenant for its sessions.
    Tenant,
}

/// Serves until killed.
pub(super) fn serve(content: Content) -> Result<(), Fault> {
    runtime()?.block_on(async {
        match content {
            Content::Small => {
                let text = "x".repeat(180);
                listen(move |_| {
                    let text = text.clone();
                    async move { Json(json!({ "control": text })) }
                })
                .await
            }
            Content::Text(text) => {
                listen(move |_| {
                    let text = text.clone();
                    async move { as_json(text) }
                })
                .await
            }
            Content::UserInfo { user, within, n, e } => {
                let (rows, key) = (Rows::make(&within, &[user]).await?, Key::read(&n, &e)?);
                let key = Arc::new(key);
                listen(move |request: Request| {
                    let (rows, key) = (rows.clone(), Arc::clone(&key));
                    async move {
                        if !key.signed(request.headers()) {
                            return StatusCode::UNAUTHORIZED.into_response();
                        }
                        let user = rows.read(FIND).await.pop();
                        Json(user).into_response()
                    }
                })
                .await
            }
            Content::Page { of, within } => {
                let rows = Rows::make(&within, &of).await?;
                listen(move |_| {
                    let rows = rows.clone();
                    async move {
                        let users = rows.read(PAGE).await;
                        let length = users.len();
                        Json(json!({"start": 0, "limit": 50, "length": length, "users": users}))
                    }
                })
                .await
            }
            Content::Redis { url, content } => {
                let redis = connect(&url, content).await?;
                listen(move |_| {
                    let redis = redis.clone();
                    async move { as_json(redis.get::<String, _>(KEY).await.unwrap_or_default()) }
                })
                .await
            }
            Content::Job => listen(take_in).await,
            Content::Tenant => {
                let tenant = Arc::new(Tenant::make()?);
                listen(move |request| {
                    let tenant = Arc::clone(&tenant);
                    async move { tenant.answer(request).await }
                })
                .await
            }
        }
    })
}

/// Answers every request with what `answer` makes of it.
async fn listen<A, F, R>(answer: A) -> Result<(), Fault>
where
    A: Fn(Request) -> F + Clone + Send + Sync + 'static,
    F: Future<Output = R> + Send,
    R: IntoResponse,
{
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .await
        .doing("listen for the load")?;
    let address = listener.local_addr().doing("listen for the load")?;
    println!("{address}");
    std::io::stdout().flush().doing("say where we listen")?;
    let handler = any(move |request: Request| {
        let answered = answer(request);
        async move { Ok::<_, Infallible>(answered.await) }
    });
    let router = axum::Router::new().route("/", handler.clone());
    axum::serve(listener, router.fallback(handler))
        .await
        .doing("serve the load")
}

/// Reads a body and keeps nothing of it.
async fn take_in(request: Request) -> Response {
    let mut body = request.into_body();
    while let Some(frame) = body.frame().await {
        if frame.is_err() {
            return StatusCode::BAD_REQUEST.into_response();
        }
    }
    let job = json!({
        "status": "pending", "type": "users_import", "created_at": "2026-01-01T00:00:00.000Z",
        "id": "job_0000000000000001", "connection_id": "con_0000000000000001", "upsert": false,
    });
    (StatusCode::ACCEPTED, Json(job)).into_response()
}

pub(super) fn as_json(text: String) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], text).into_response()
}

/// A public RSA key.
struct Key(RsaPublicKeyComponents<Vec<u8>>);

impl Key {
    fn read(n: &str, e: &str) -> Result<Self, Fault> {
        let number = |text: &str| {
            BASE64_URL_SAFE_NO_PAD
                .decode(text)
                .map_err(|_| Fault::Unexpected("not a key".into()))
        };
        let (n, e) = (number(n)?, number(e)?);
        Ok(Self(RsaPublicKeyComponents { n, e }))
    }

    fn signed(&self, headers: &HeaderMap) -> bool {
        let token = headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
        let Some((message, signature)) = token.and_then(|token| token.rsplit_once('.')) else {
            return false;
        };
        let Ok(signature) = BASE64_URL_SAFE_NO_PAD.decode(signature) else {
            return false;
        };
        let verified = self
            .0
            .verify(&RSA_PKCS1_2048_8192_SHA256, message.as_bytes(), &signature);
        verified.is_ok()
    }
}

const FIND: &str = "SELECT document FROM documents WHERE id = 0";
const PAGE: &str = "SELECT document FROM documents ORDER BY id LIMIT 50";

/// Documents in rows.
#[derive(Clone)]
enum Rows {
    Sqlite(Arc<Mutex<rusqlite::Connection>>),
    Postgres(PgPool),
}

impl Rows {
    /// Keeps `documents`, and 10,000 rows of them at least.
    async fn make(within: &Database, documents: &[Value]) -> Result<Self, Fault> {
        const TABLE: &str =
            "CREATE TABLE documents (id BIGINT PRIMARY KEY, document TEXT NOT NULL)";
        const INSERT: &str = "INSERT INTO documents (id, document) VALUES ($1, $2)";
        let numbered = (0_i64..10_000).zip(documents.iter().cycle());
        match within {
            Database::Sqlite(file) => {
                let refused = |error| Fault::Unexpected(format!("SQLite: {error}"));
                let database = rusqlite::Connection::open(file).map_err(refused)?;
                database
                    .execute_batch(&format!("PRAGMA journal_mode = WAL; {TABLE}; BEGIN"))
                    .map_err(refused)?;
                for (id, document) in numbered {
                    database
                        .execute(INSERT, (id, document.to_string()))
                        .map_err(refused)?;
                }
                database.execute_batch("COMMIT").map_err(refused)?;
                Ok(Self::Sqlite(Arc::new(Mutex::new(database))))
            }
            Database::Postgres(url) => {
                let failed = |error| Fault::Unexpected(format!("PostgreSQL: {error}"));
                let pool = PgPool::connect(url).await.map_err(failed)?;
                sqlx::query(TABLE).execute(&pool).await.map_err(failed)?;
                let mut transaction = pool.begin().await.map_err(failed)?;
                for (id, document) in numbered {
                    let insert = sqlx::query(INSERT).bind(id).bind(document.to_string());
                    insert.execute(&mut *transaction).await.map_err(failed)?;
                }
                transaction.commit().await.map_err(failed)?;
                sqlx::query("ANALYZE documents")
                    .execute(&pool)
                    .await
                    .map_err(failed)?;
                Ok(Self::Postgres(pool))
            }
        }
    }

    /// The documents that a statement finds; none when it fails, which the comparison would show.
    async fn read(&self, statement: &'static str) -> Vec<Value> {
        let texts: Vec<String> = match self {
            Self::Sqlite(database) => {
                let database = database.lock().unwrap_or_else(PoisonError::into_inner);
                let read = || -> rusqlite::Result<_> {
                    let mut found = database.prepare_cached(statement)?;
                    found.query_map([], |row| row.get(0))?.collect()
                };
                read().unwrap_or_default()
            }
            Self::Postgres(pool) => {
                let found = sqlx::query(statement).fetch_all(pool).await;
                let rows = found.unwrap_or_default();
                rows.iter().map(|row| row.get(0)).collect()
            }
        };
        let documents = texts.iter().map(|text| serde_json::from_str(text));
        documents.filter_map(Result::ok).collect()
    }
}

const KEY: &str = "bench";

async fn connect(url: &str, content: String) -> Result<Redis, Fault> {
    let failed = |error: fred::error::Error| Fault::Unexpected(format!("Redis: {error}"));
    let config = fred::types::config::Config::from_url(url).map_err(failed)?;
    let redis = Redis::new(config, None, None, None);
    redis.init().await.map_err(failed)?;
    let set = redis.set::<(), _, _>(KEY, content, None, None, false);
    set.await.map_err(failed)?;
    Ok(redis)
}
