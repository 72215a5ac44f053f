//! What `/metrics` counts.

use crate::support::TestTenant;

#[tokio::test]
async fn operations_of_the_management_api_are_counted_by_their_templates() {
    let tenant = TestTenant::start().await;
    let unknown = tenant.manage("GET", "/users/auth0%7Cnobody", None).await;
    assert_eq!(unknown.status, 404, "{}", unknown.text);
    let stranger = tenant.get("/api/v2/clients/some-id").await;
    assert_eq!(stranger.status, 401, "{}", stranger.text);
    let no_operation = tenant.manage("GET", "/nothing/of/this", None).await;
    assert_eq!(no_operation.status, 404, "{}", no_operation.text);

    let page = tenant.get("/metrics").await.text;
    for (route, status) in [
        ("/api/v2/users/{id}", 404),
        ("/api/v2/clients/{id}", 401),
        ("/api/v2/{*path}", 404),
    ] {
        let line = format!(
            "doorward_http_requests_total{{method=\"GET\",route=\"{route}\",status=\"{status}\"}} 1\n"
        );
        assert!(page.contains(&line), "{line}{page}");
    }
    assert!(!page.contains("nobody") && !page.contains("some-id"));
}
