//! An HTTP server that answers as told and keeps every request.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::response::Response;
use doorward::http::{HeaderMap, StatusCode};
use doorward::{AuthenticationClient, UserInfoClient};

/// A request as it arrived.
#[derive(Debug, Clone)]
pub(crate) struct Recorded {
    pub(crate) method: String,
    /// Path and query.
    pub(crate) target: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Recorded {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// Method and target in a line; content type and body, if any, in another.
    pub(crate) fn wire(&self) -> String {
        let line = format!("{} {}", self.method, self.target);
        match self.header("content-type") {
            Some(content_type) => format!("{line}\n{content_type} {}", self.body),
            None => line,
        }
    }
}

/// An answer to be given.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: String,
    delay: Duration,
}

impl Answer {
    pub(crate) fn json(status: u16, body: impl ToString) -> Self {
        Self::text(status, body).header("content-type", "application/json")
    }

    pub(crate) fn text(status: u16, body: impl ToString) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: body.to_string(),
            delay: Duration::ZERO,
        }
    }

    pub(crate) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub(crate) fn after(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }
}

#[derive(Default)]
struct Script {
    recorded: Vec<Recorded>,
    /// Given in turn; the last one again and again.
    answers: VecDeque<Answer>,
    /// Given for one path instead of those in turn.
    fixed: Vec<(&'static str, Answer)>,
}

/// A server on a port of its own, gone with the test.
#[derive(Clone)]
pub(crate) struct Server {
    pub(crate) url: String,
    script: Arc<Mutex<Script>>,
}

impl Server {
    /// Gives `answers` in turn, the last one again and again.
    pub(crate) async fn answering(answers: impl IntoIterator<Item = Answer>) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let script = Arc::new(Mutex::new(Script {
            answers: answers.into_iter().collect(),
            ..Script::default()
        }));
        let app = Router::new().fallback(answer).with_state(script.clone());
        tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        Self { url, script }
    }

    /// Gives `answer` whenever `path` is asked for.
    pub(crate) fn fix(&self, path: &'static str, answer: Answer) {
        let mut script = self.script.lock().unwrap();
        script.fixed.retain(|(fixed, _)| *fixed != path);
        script.fixed.push((path, answer));
    }

    /// Every request so far.
    pub(crate) fn recorded(&self) -> Vec<Recorded> {
        self.script.lock().unwrap().recorded.clone()
    }

    /// The last request.
    pub(crate) fn last(&self) -> Recorded {
        self.recorded().pop().unwrap()
    }

    /// How often `path` was asked for.
    pub(crate) fn count(&self, path: &str) -> usize {
        let asked = |recorded: &Recorded| recorded.target.split('?').next() == Some(path);
        self.recorded()
            .iter()
            .filter(|recorded| asked(recorded))
            .count()
    }

    /// A confidential client of `tenant.test`, whose requests come here.
    pub(crate) fn client(&self) -> AuthenticationClient {
        AuthenticationClient::builder("tenant.test")
            .base_url(&self.url)
            .client_id("CID")
            .client_secret("SEC")
            .build()
            .unwrap()
    }

    /// A userinfo client of `tenant.test`, whose requests come here.
    pub(crate) fn user_info(&self) -> UserInfoClient {
        UserInfoClient::builder("tenant.test")
            .base_url(&self.url)
            .build()
            .unwrap()
    }
}

async fn answer(State(script): State<Arc<Mutex<Script>>>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let body: Bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    let answer = {
        let mut script = script.lock().unwrap();
        script.recorded.push(Recorded {
            method: head.method.to_string(),
            target: head.uri.to_string(),
            headers: head.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        });
        let fixed = script
            .fixed
            .iter()
            .find(|(path, _)| *path == head.uri.path());
        match (fixed, script.answers.len()) {
            (Some((_, answer)), _) => answer.clone(),
            (None, 0) => Answer::json(404, "{}"),
            (None, 1) => script.answers[0].clone(),
            (None, _) => script.answers.pop_front().unwrap(),
        }
    };
    tokio::time::sleep(answer.delay).await;
    let mut response = Response::builder().status(StatusCode::from_u16(answer.status).unwrap());
    for (name, value) in answer.headers {
        response = response.header(name, value);
    }
    response.body(Body::from(answer.body)).unwrap()
}
