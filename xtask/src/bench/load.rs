//! The load: some connections, each of which asks again as soon as it was answered.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1;
use hyper::{Method, Request, Response, StatusCode};
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
    /// The access token sent with it.
    pub(super) bearer: Option<String>,
    /// The cookies sent with it.
    pub(super) cookie: Option<String>,
    /// Content type and body.
    pub(super) body: Option<(String, Bytes)>,
}

/// One connection of a load: what it asks next, and what it learns from the answers.
pub(super) trait Asker: Send {
    /// The next request.
    fn next(&mut self) -> &Template;

    /// Not before this moment is it to be sent; at once unless said.
    fn due(&self) -> Option<Instant> {
        None
    }

    /// Hears the answer to it.
    fn hear(&mut self, _answer: &Bytes) -> Result<(), Fault> {
        Ok(())
    }
}

/// Asks the same each time.
impl Asker for Template {
    fn next(&mut self) -> &Template {
        self
    }
}

/// What came back.
#[derive(Debug, Default)]
pub(super) struct Answers {
    /// Microseconds from request to whole answer, sorted.
    latencies: Vec<u32>,
}

impl Answers {
    pub(super) fn count(&self) -> u64 {
        self.latencies.len() as u64
    }

    /// The latency that `share` of the answers (0 to 1) do not exceed.
    pub(super) fn latency(&self, share: f64) -> Duration {
        let last = self.latencies.len().saturating_sub(1);
        let index = (last as f64 * share).round() as usize;
        let micros = self.latencies.get(index).copied().unwrap_or(0);
        Duration::from_micros(micros.into())
    }
}

/// Lets every asker ask over a connection of its own for `time`. Every answer has to be a success.
pub(super) fn run<A: Asker>(askers: &mut [A], time: Duration) -> Result<Answers, Fault> {
    runtime()?.block_on(ask_for(askers, time))
}

/// Two loads side by side; the answers of the first.
pub(super) fn run_both<A: Asker, B: Asker>(
    watched: &mut [A],
    beside: &mut [B],
    time: Duration,
) -> Result<Answers, Fault> {
    runtime()?.block_on(async {
        let (watched, beside) =
            futures_util::future::join(ask_for(watched, time), ask_for(beside, time)).await;
        beside?;
        watched
    })
}

async fn ask_for<A: Asker>(askers: &mut [A], time: Duration) -> Result<Answers, Fault> {
    let until = Instant::now() + time;
    let all = askers.iter_mut().map(|asker| keep_asking(asker, until));
    let mut latencies = futures_util::future::try_join_all(all).await?.concat();
    latencies.sort_unstable();
    Ok(Answers { latencies })
}

/// Sends `template` once; the body of its answer, which has to be a success.
pub(super) fn once(template: &Template) -> Result<Bytes, Fault> {
    send(template).map(Response::into_body)
}

/// Sends `template` once; name and value of the cookie that its answer sets.
pub(super) fn cookie(template: &Template) -> Result<String, Fault> {
    let answer = send(template)?;
    let cookie = answer.headers().get("set-cookie");
    let pair = cookie.and_then(|cookie| cookie.to_str().ok()?.split(';').next());
    pair.map(str::to_owned)
        .ok_or_else(|| Fault::Unexpected(format!("{} set no cookie", template.path)))
}

fn send(template: &Template) -> Result<Response<Bytes>, Fault> {
    runtime()?.block_on(async {
        let mut connection = connect(template.address).await?;
        ask(&mut connection, template).await
    })
}

async fn keep_asking(asker: &mut impl Asker, until: Instant) -> Result<Vec<u32>, Fault> {
    let mut connection = connect(asker.next().address).await?;
    let mut latencies = Vec::new();
    loop {
        if let Some(due) = asker.due() {
            tokio::time::sleep_until(due.min(until).into()).await;
        }
        let asked = Instant::now();
        if asked >= until {
            return Ok(latencies);
        }
        let answer = ask(&mut connection, asker.next()).await?;
        latencies.push(u32::try_from(asked.elapsed().as_micros()).unwrap_or(u32::MAX));
        asker.hear(answer.body())?;
    }
}

async fn connect(address: SocketAddr) -> Result<http1::SendRequest<Full<Bytes>>, Fault> {
    let stream = TcpStream::connect(address)
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
) -> Result<Response<Bytes>, Fault> {
    let mut request = Request::builder()
        .method(&template.method)
        .uri(&template.path)
        .header("host", &template.host);
    if let Some(token) = &template.bearer {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    if let Some(cookie) = &template.cookie {
        request = request.header("cookie", cookie);
    }
    let mut body = Bytes::new();
    if let Some((content_type, content)) = &template.body {
        request = request.header("content-type", content_type);
        body = content.clone();
    }
    let request = request
        .body(Full::new(body))
        .map_err(|error| Fault::Unexpected(format!("not a request: {error}")))?;
    let answer = connection.send_request(request).await.map_err(broken)?;
    let (head, body) = answer.into_parts();
    let body = body.collect().await.map_err(broken)?;
    let body = body.to_bytes();
    refuse(template, head.status, &body)?;
    Ok(Response::from_parts(head, body))
}

fn refuse(template: &Template, status: StatusCode, body: &Bytes) -> Result<(), Fault> {
    if status.is_success() {
        return Ok(());
    }
    let (path, body) = (&template.path, String::from_utf8_lossy(body));
    Err(Fault::Unexpected(format!(
        "{path} answered {status}: {body}"
    )))
}

fn broken(error: hyper::Error) -> Fault {
    Fault::Unexpected(format!("the connection broke: {error}"))
}
