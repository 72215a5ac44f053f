// A transport for examples whose other side is no tenant: it looks at the request and answers `json`.
fn answering(
    json: &'static str,
    look: impl Fn(&doorward::transport::Request) + Send + Sync + 'static,
) -> impl doorward::transport::Transport {
    use doorward::transport::{BoxFuture, Request, Response, Transport, TransportError};
    use http_body_util::BodyExt as _;

    struct Answering<L>(&'static str, L);

    impl<L: Fn(&Request) + Send + Sync + 'static> Transport for Answering<L> {
        fn send(&self, request: Request) -> BoxFuture<'_, Result<Response, TransportError>> {
            (self.1)(&request);
            let body = http_body_util::Full::new(doorward::bytes::Bytes::from_static(self.0.as_bytes()));
            Box::pin(std::future::ready(Ok(Response {
                status: doorward::http::StatusCode::OK,
                headers: doorward::http::HeaderMap::new(),
                body: body.map_err(|never| match never {}).boxed_unsync(),
            })))
        }
    }

    Answering(json, look)
}
