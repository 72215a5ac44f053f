//! OpenTelemetry traces, as a collector gets them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use opentelemetry_proto::tonic::collector::trace::v1::ExportTraceServiceRequest;
use opentelemetry_proto::tonic::common::v1::any_value::Value;
use opentelemetry_proto::tonic::trace::v1::Span;
use prost::Message as _;
use tokio::net::TcpListener;

use doorward_tenant::DEMO_PASSWORD;

use super::gateway::Clients;
use super::{Place, Process};

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
