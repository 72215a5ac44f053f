//! Bodies that are larger than anybody asked for, over a real connection.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

use crate::support::{DOMAIN, TestTenant};

const MEGABYTE: usize = 1 << 20;

/// A tenant behind a socket.
struct Listening {
    tenant: TestTenant,
    address: std::net::SocketAddr,
    _stop: watch::Sender<bool>,
}

impl Listening {
    async fn start() -> Self {
        let tenant = TestTenant::start().await;
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = watch::channel(false);
        tokio::spawn(doorward_tenant::serve(
            listener,
            None,
            tenant.router(),
            stopped,
        ));
        Self {
            tenant,
            address,
            _stop: stop,
        }
    }

    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }
}

/// Writes a whole request, then reads the head of its answer and the body that its length tells.
async fn converse(stream: &mut TcpStream, request: &str, body: usize) -> (String, String) {
    let head = format!("{request} HTTP/1.1\r\nhost: {DOMAIN}\r\ncontent-length: {body}\r\n\r\n");
    stream.write_all(head.as_bytes()).await.unwrap();
    let chunk = vec![b'x'; MEGABYTE];
    for _ in 0..body / MEGABYTE {
        stream.write_all(&chunk).await.unwrap();
    }
    stream.write_all(&chunk[..body % MEGABYTE]).await.unwrap();
    answer(stream).await
}

async fn answer(stream: &mut TcpStream) -> (String, String) {
    let mut heard = Vec::new();
    let end = loop {
        heard.push(stream.read_u8().await.unwrap());
        if heard.ends_with(b"\r\n\r\n") {
            break heard.len();
        }
    };
    let head = String::from_utf8(heard[..end].to_vec()).unwrap();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "))
        .map_or(0, |length| length.parse().unwrap());
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await.unwrap();
    let status = head.lines().next().unwrap_or_default().to_owned();
    (status, String::from_utf8(body).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_writes_too_much_still_reads_the_answer() {
    let server = Listening::start().await;
    let cases = [
        (
            "POST /healthz",
            "405 Method Not Allowed",
            "method_not_allowed",
        ),
        ("GET /readyz", "200 OK", ""),
        (
            "PUT /oauth/token",
            "405 Method Not Allowed",
            "method_not_allowed",
        ),
        ("POST /nowhere", "404 Not Found", "Not Found"),
        ("POST /oauth/token", "413 Payload Too Large", "too large"),
        (
            "POST /dbconnections/signup",
            "413 Payload Too Large",
            "too large",
        ),
        ("POST /u/login", "413 Payload Too Large", "too large"),
        ("POST /api/v2/users", "401 Unauthorized", "Unauthorized"),
        (
            "POST /.well-known/jwks.json",
            "405 Method Not Allowed",
            "method_not_allowed",
        ),
    ];
    for (request, status, told) in cases {
        let mut stream = server.connect().await;
        // More than the buffers of a connection hold.
        let (line, text) = converse(&mut stream, request, 16 * MEGABYTE + 7).await;
        assert_eq!(line, format!("HTTP/1.1 {status}"), "{request}: {text}");
        assert!(text.contains(told), "{request}: {text}");
        // What was too much is out of the way: the connection goes on.
        let (line, _) = converse(&mut stream, "GET /healthz", 0).await;
        assert_eq!(line, "HTTP/1.1 200 OK", "after {request}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_never_ends_holds_nothing_up() {
    let server = Listening::start().await;
    let mut stream = server.connect().await;
    let head = format!("POST /nowhere HTTP/1.1\r\nhost: {DOMAIN}\r\ncontent-length: 99999\r\n\r\n");
    stream.write_all(head.as_bytes()).await.unwrap();
    let (line, _) = answer(&mut stream).await;
    assert_eq!(line, "HTTP/1.1 404 Not Found");
    assert_eq!(server.tenant.get("/healthz").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_head_that_is_too_large_is_refused_in_words() {
    let server = Listening::start().await;
    let header = format!("GET /readyz HTTP/1.1\r\nx: {}", "a".repeat(65 << 10));
    let half = "a".repeat(33 << 10);
    let both = format!("GET /readyz?{half} HTTP/1.1\r\nx: {half}");
    for request in [header, both] {
        let mut stream = server.connect().await;
        let head = format!("{request}\r\nhost: {DOMAIN}\r\n\r\n");
        stream.write_all(head.as_bytes()).await.unwrap();
        let (line, text) = answer(&mut stream).await;
        assert_eq!(line, "HTTP/1.1 431 Request Header Fields Too Large");
        let told: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(told["error"], "invalid_request");
        // The connection goes on.
        let (line, _) = converse(&mut stream, "GET /healthz", 0).await;
        assert_eq!(line, "HTTP/1.1 200 OK");
    }
    let large = format!("GET /readyz HTTP/1.1\r\nx: {}", "a".repeat(60 << 10));
    let mut stream = server.connect().await;
    let head = format!("{large}\r\nhost: {DOMAIN}\r\n\r\n");
    stream.write_all(head.as_bytes()).await.unwrap();
    assert_eq!(answer(&mut stream).await.0, "HTTP/1.1 200 OK");
}
