//! The load: some connections, each of which asks again as soon as it was answered.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1;
use hyper::{Method, Request, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use super::runtime;
use crate::run::{Doing, Fault};

/// A request that can be sent again and again.
#[derive(Debug, Clone)]
pub(super) struct Template {
    /// Who is asked, over plain HTTP.
    pub(super) address: SocketAddr,
    pub(super) host: String,
    pub(super) method: Method,
    pub(super) path: String,
    /// Content type and body.
    pub(super) body: Option<(&'static str, Bytes)>,
}

/// What came back.
#[derive(Debug, Default)]
pub(super) struct Answers {
    /// Microseconds from request to whole answer, sorted.
    latencies: Vec<u32>,
}

impl Answers {
    pub(super) fn count(&self) -> usize {
        self.latencies.len()
    }

    /// The latency that `share` of the answers (0 to 1) do not exceed.
    pub(super) fn latency(&self, share: f64) -> Duration {
        let last = self.latencies.len().saturating_sub(1);
        let index = (last as f64 * share).round() as usize;
        let micros = self.latencies.get(index).copied().unwrap_or(0);
        Duration::from_micros(micros.into())
    }
}

/// Sends `template` over `connections` for `time`. Every answer has to be a 200.
pub(super) fn run(
    template: &Template,
    connections: usize,
    time: Duration,
) -> Result<Answers, Fault> {
    runtime()?.block_on(async {
        let until = Instant::now() + time;
        let tasks: Vec<_> = (0..connections)
            .map(|_| tokio::task::spawn(keep_asking(template.clone(), until)))
            .collect();
        let mut latencies = Vec::new();
        for task in tasks {
            let one = task
                .await
                .map_err(|error| Fault::Unexpected(error.to_string()))?;
            latencies.append(&mut one?);
        }
        latencies.sort_unstable();
        Ok(Answers { latencies })
    })
}

/// Sends `template` once; the body of its answer, whatever the status.
pub(super) fn once(template: &Template) -> Result<(StatusCode, Bytes), Fault> {
    runtime()?.block_on(async {
        let mut connection = connect(template).await?;
        ask(&mut connection, template).await
    })
}

async fn keep_asking(template: Template, until: Instant) -> Result<Vec<u32>, Fault> {
    let mut connection = connect(&template).await?;
    let mut latencies = Vec::new();
    loop {
        let asked = Instant::now();
        if asked >= until {
            return Ok(latencies);
        }
        let (status, body) = ask(&mut connection, &template).await?;
        if status != StatusCode::OK {
            let (path, body) = (&template.path, String::from_utf8_lossy(&body));
            return Err(Fault::Unexpected(format!(
                "{path} answered {status}: {body}"
            )));
        }
        latencies.push(u32::try_from(asked.elapsed().as_micros()).unwrap_or(u32::MAX));
    }
}

async fn connect(template: &Template) -> Result<http1::SendRequest<Full<Bytes>>, Fault> {
    let stream = TcpStream::connect(template.address)
        .await
        .doing("connect to the server")?;
    stream.set_nodelay(true).doing("connect to the server")?;
    let (sender, connection) = http1::handshake(TokioIo::new(stream))
        .await
        .map_err(broken)?;
    tokio::task::spawn(async {
        // Its end shows at the sender.
        let _ended = connection.await;
    });
    Ok(sender)
}

async fn ask(
    connection: &mut http1::SendRequest<Full<Bytes>>,
    template: &Template,
) -> Result<(StatusCode, Bytes), Fault> {
    let mut request = Request::builder()
        .method(&template.method)
        .uri(&template.path)
        .header("host", &template.host);
    let mut body = Bytes::new();
    if let Some((content_type, content)) = &template.body {
        request = request.header("content-type", *content_type);
        body = content.clone();
    }
    let request = request
        .body(Full::new(body))
        .map_err(|error| Fault::Unexpected(format!("not a request: {error}")))?;
    let answer = connection.send_request(request).await.map_err(broken)?;
    let status = answer.status();
    let body = answer.into_body().collect().await.map_err(broken)?;
    Ok((status, body.to_bytes()))
}

fn broken(error: hyper::Error) -> Fault {
    Fault::Unexpected(format!("the connection broke: {error}"))
}
