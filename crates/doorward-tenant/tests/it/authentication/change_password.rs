//! `POST /dbconnections/change_password`.

use jiff::SignedDuration;
use serde_json::json;

use super::{DATABASE, EMAIL};
use crate::support::{Answer, TestTenant};

async fn ask(tenant: &TestTenant, email: &str) -> Answer {
    let body = json!({ "connection": DATABASE, "email": email });
    tenant
        .post_json("/dbconnections/change_password", body)
        .await
}

#[tokio::test]
async fn nobody_s_mailbox_is_flooded() {
    let tenant = TestTenant::start().await;
    for email in [EMAIL, "nobody@example.com"] {
        for _ in 0..10 {
            assert_eq!(ask(&tenant, email).await.status, 200);
        }
        let eleventh = ask(&tenant, &email.to_uppercase()).await;
        assert_eq!(eleventh.status, 429, "{}", eleventh.text);
        assert_eq!(eleventh.json()["error"], "too_many_requests");
        assert_eq!(eleventh.headers["retry-after"], "60");
    }
    tenant.clock.advance(SignedDuration::from_secs(60));
    assert_eq!(ask(&tenant, EMAIL).await.status, 200);
}
