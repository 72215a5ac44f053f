//! OpenTelemetry traces, as a collector gets them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::HeaderMap;
use opentelemetry_proto::tonic::collector::trace::v1::ExportTraceServiceRequest;
use opentelemetry_proto::tonic::common::v1::any_value::Value;
use opentelemetry_proto::tonic::trace::v1::Span;
use prost::Message as _;
use tokio::net::TcpListener;

use doorward_tenant::DEMO_PASSWORD;

use super::gateway::Clients;
use super::{Place, Process, answer};

const TRACE: &str = "4bf92f3577b34da6a3ce929d0e0e4736";

/// An OTLP/HTTP receiver.
#[derive(Clone, Default)]
struct Collector {
    got: Arc<Mutex<Vec<(HeaderMap, ExportTraceServiceRequest)>>>,
}

impl Collector {
    /// Starts one; answers its address.
    async fn start(&self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let receive = async |State(collector): State<Self>, headers: HeaderMap, body: Bytes| {
            let export = ExportTraceServiceRequest::decode(body).unwrap();
            collector.got.lock().unwrap().push((headers, export));
        };
        let app = Router::new()
            .route("/v1/traces", axum::routing::post(receive))
            .with_state(self.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        address
    }

    fn spans(&self) -> Vec<Span> {
        let got = self.got.lock().unwrap();
        let scopes = got
            .iter()
            .flat_map(|(_, export)| &export.resource_spans)
            .flat_map(|resource| &resource.scope_spans);
        scopes.flat_map(|scope| scope.spans.clone()).collect()
    }
}

fn attributes(span: &Span) -> HashMap<String, String> {
    let text = |value: &Value| match value {
        Value::StringValue(text) => text.clone(),
        Value::IntValue(number) => number.to_string(),
        other => format!("{other:?}"),
    };
    let pairs = span.attributes.iter().filter_map(|pair| {
        let value = pair.value.as_ref()?.value.as_ref()?;
        Some((pair.key.clone(), text(value)))
    });
    pairs.collect()
}

fn hex(id: &[u8]) -> String {
    id.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn start(place: &Place) -> Process {
    let mut command = place.part("tenant");
    command.args(["--log-level", "warn"]);
    Process::run(place, command)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_collector_gets_a_span_for_each_request_and_each_call_of_the_tenant() {
    let place = Place::sqlite();
    let tenant = start(&place);
    let clients = Clients::of(&tenant, &place);
    let collector = Collector::default();
    let address = collector.start().await;
    let sessions = format!("embedded:{}", place.folder().join("sessions").display());
    let gateway = clients
        .serve(
            &place,
            &[
                ("REDIS_HOSTS", &sessions),
                ("OTEL_EXPORTER_OTLP_ENDPOINT", &address),
                ("OTEL_EXPORTER_OTLP_HEADERS", "x-collector-key=abc"),
                (
                    "OTEL_RESOURCE_ATTRIBUTES",
                    "deployment.environment.name=test",
                ),
            ],
        )
        .await;
    let token = gateway.caller.log_in().await;
    let asked = gateway
        .caller
        .http
        .get(format!("{}/userinfo?secret=1", gateway.caller.url))
        .header("traceparent", format!("00-{TRACE}-00f067aa0ba902b7-01"))
        .header("x-request-id", "r-7")
        .bearer_auth(&token);
    assert_eq!(asked.send().await.unwrap().status(), 200);
    assert_eq!(gateway.process.terminate().await, 0, "{}", place.errors());

    let spans = collector.spans();
    let named = |name: &str| {
        let span = spans.iter().find(|span| span.name == name);
        span.unwrap_or_else(|| panic!("no {name} in {spans:?}"))
    };
    let userinfo = named("GET /userinfo");
    assert_eq!(hex(&userinfo.trace_id), TRACE);
    assert_eq!(hex(&userinfo.parent_span_id), "00f067aa0ba902b7");
    let told = attributes(userinfo);
    assert_eq!(told["http.route"], "/userinfo");
    assert_eq!(told["http.response.status_code"], "200");
    assert_eq!(told["reqId"], "r-7");

    let login = named("POST /oauth/token");
    let calls: Vec<&Span> = spans
        .iter()
        .filter(|span| {
            span.trace_id == login.trace_id && attributes(span).contains_key("server.address")
        })
        .collect();
    let exchange = calls.iter().find(|span| span.name == "POST /oauth/token");
    let exchange = exchange.unwrap_or_else(|| panic!("no call of the tenant in {spans:?}"));
    assert_eq!(attributes(exchange)["http.response.status_code"], "200");

    assert!(
        !spans.iter().any(|span| span.name.contains("/-/")),
        "{spans:?}"
    );
    let everything = format!("{spans:?}");
    for secret in [token.as_str(), DEMO_PASSWORD, "secret=1", "Bearer"] {
        assert!(!everything.contains(secret), "{everything}");
    }
    let got = collector.got.lock().unwrap();
    assert_eq!(got[0].0["x-collector-key"], "abc");
    let resource = format!("{:?}", got[0].1.resource_spans[0].resource);
    assert!(resource.contains("doorward-gateway"), "{resource}");
    assert!(
        resource.contains("deployment.environment.name"),
        "{resource}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_collector_that_is_away_keeps_nobody_from_anything() {
    let place = Place::sqlite();
    let tenant = start(&place);
    let clients = Clients::of(&tenant, &place);
    let sessions = format!("embedded:{}", place.folder().join("sessions").display());
    let gateway = clients
        .serve(
            &place,
            &[
                ("REDIS_HOSTS", &sessions),
                ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9"),
            ],
        )
        .await;
    let token = gateway.caller.log_in().await;
    assert_eq!(gateway.caller.user(&token).await.0, 200);
    assert_eq!(gateway.process.terminate().await, 0, "{}", place.errors());
}

/// A tenant that only notes the traces it is called in, and refuses everything.
async fn listening_tenant() -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let heard = Arc::<Mutex<Vec<String>>>::default();
    let refuse = async |State(notes): State<Arc<Mutex<Vec<String>>>>, request: Request| {
        let trace = request.headers().get("traceparent");
        let trace = trace.map_or("none", |trace| trace.to_str().unwrap());
        notes.lock().unwrap().push(trace.to_owned());
        axum::http::StatusCode::FORBIDDEN
    };
    let app = Router::new().fallback(refuse).with_state(heard.clone());
    tokio::spawn(async move { axum::serve(listener, app).await });
    (address, heard)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tenant_is_called_in_the_trace_of_the_request() {
    let place = Place::sqlite();
    let tenant = start(&place);
    let (address, heard) = listening_tenant().await;
    let clients = Clients::of(&tenant, &place).at(&address);
    let collector = Collector::default();
    let collector_at = collector.start().await;
    let sessions = format!("embedded:{}", place.folder().join("sessions").display());
    let variables = [
        ("REDIS_HOSTS", sessions.as_str()),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", &collector_at),
    ];
    let log_in = async |url: &str, http: &reqwest::Client| {
        let body = r#"{"grant_type":"password","username":"u","password":"p"}"#;
        let asked = http.post(format!("{url}/oauth/token")).body(body);
        let asked = asked.header("traceparent", format!("00-{TRACE}-00f067aa0ba902b7-01"));
        asked.send().await.unwrap().status()
    };
    let gateway = clients.serve(&place, &variables).await;
    assert_eq!(log_in(&gateway.caller.url, &gateway.caller.http).await, 403);
    assert_eq!(gateway.process.terminate().await, 0, "{}", place.errors());
    let [trace] = heard
        .lock()
        .unwrap()
        .drain(..)
        .collect::<Vec<_>>()
        .try_into()
        .unwrap();
    let spans = collector.spans();
    let call = spans
        .iter()
        .find(|span| attributes(span).contains_key("server.address"));
    let call = call.unwrap_or_else(|| panic!("no call in {spans:?}"));
    assert_eq!(trace, format!("00-{TRACE}-{}-01", hex(&call.span_id)));

    // Without a collector the gateway takes no part in traces.
    let gateway = clients.serve(&place, &variables[..1]).await;
    assert_eq!(log_in(&gateway.caller.url, &gateway.caller.http).await, 403);
    assert_eq!(*heard.lock().unwrap(), ["none"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn tenant_and_gateway_in_one_process_are_parts_of_one_trace() {
    let place = Place::sqlite();
    let collector = Collector::default();
    let address = collector.start().await;
    let mut command = place.part("serve");
    // What the log says does not decide what a trace says.
    command
        .args(["--log-level", "error"])
        .env("OTEL_EXPORTER_OTLP_ENDPOINT", &address);
    let process = Process::run(&place, command);
    let url = process.told("/gateway/url");
    let form = "grant_type=password&username=demo%40example.com&password=Open-the-d00r";
    let asked = process.http.post(format!("{url}/oauth/token"));
    let asked = asked
        .header("content-type", "application/x-www-form-urlencoded")
        .header("traceparent", format!("00-{TRACE}-00f067aa0ba902b7-01"))
        .body(form);
    let (status, tokens) = answer(asked.send().await.unwrap()).await.unwrap();
    assert_eq!(status, 200, "{tokens}");
    // The tenant has noted in its log which trace its caller is in.
    let caller = process.caller();
    let token = caller.management_token().await;
    let noted = async || {
        let list = caller.manage(reqwest::Method::GET, "/logs?per_page=20", &token, None);
        list.await.unwrap().1.to_string().contains(TRACE)
    };
    for round in 0.. {
        // It is written behind the answers.
        if noted().await {
            break;
        }
        assert!(
            round < 200,
            "no entry of the tenant's log is part of the trace"
        );
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    assert_eq!(process.terminate().await, 0, "{}", place.errors());

    let spans = collector.spans();
    let spans: Vec<_> = spans
        .iter()
        .filter(|span| hex(&span.trace_id) == TRACE)
        .collect();
    let own = spans
        .iter()
        .find(|span| hex(&span.parent_span_id) == "00f067aa0ba902b7");
    let own = own.unwrap_or_else(|| panic!("no request in {spans:?}"));
    assert_eq!(own.name, "POST /oauth/token");
    let below = |id: &[u8]| {
        let is_below =
            |span: &&&Span| span.parent_span_id == id && span.name == "POST /oauth/token";
        let span = spans.iter().find(is_below);
        span.unwrap_or_else(|| panic!("nothing below {} in {spans:?}", hex(id)))
    };
    let tenants = attributes(below(&below(&own.span_id).span_id));
    assert_eq!(tenants["http.route"], "/oauth/token");
    assert_eq!(tenants["http.response.status_code"], "200");
    let everything = format!("{spans:?}");
    for secret in [DEMO_PASSWORD, tokens["accessToken"].as_str().unwrap()] {
        assert!(!everything.contains(secret), "{everything}");
    }
    let got = collector.got.lock().unwrap();
    let resource = format!("{:?}", got[0].1.resource_spans[0].resource);
    assert!(resource.contains("\"doorward\""), "{resource}");
}
