//! `grant_type=password` and `…/password-realm`.

use serde_json::json;

use super::super::{DATABASE, EMAIL, PASSWORD, enable, refused, token};
use crate::support::TestTenant;

const REALM: &str = "http://auth0.com/oauth/grant-type/password-realm";
const CREDENTIALS: [(&str, &str); 2] = [("username", EMAIL), ("password", PASSWORD)];

#[tokio::test]
async fn a_connection_that_is_off_for_the_application_logs_nobody_in() {
    let tenant = TestTenant::start().await;
    let in_realm = [&CREDENTIALS[..], &[("realm", DATABASE)]].concat();
    assert_eq!(token(&tenant, "password", &CREDENTIALS).await.status, 200);
    assert_eq!(token(&tenant, REALM, &in_realm).await.status, 200);

    let client_id = tenant.bootstrap.applications[0].client_id.clone();
    let database = tenant.bootstrap.connections.database.id.clone();
    enable(&tenant, &database, &client_id, false).await;
    assert_eq!(
        refused(&token(&tenant, "password", &CREDENTIALS).await),
        "400 invalid_request the connection was not found"
    );
    assert_eq!(
        refused(&token(&tenant, REALM, &in_realm).await),
        format!("400 invalid_request Unknown realm {DATABASE}")
    );
}

#[tokio::test]
async fn only_a_directory_of_passwords_can_be_the_default() {
    let tenant = TestTenant::start().await;
    tenant
        .set_settings(json!({ "default_directory": "email" }))
        .await;
    assert_eq!(
        refused(&token(&tenant, "password", &CREDENTIALS).await),
        "400 invalid_request the connection was not found"
    );
    tenant
        .set_settings(json!({ "default_directory": "" }))
        .await;
    assert_eq!(
        refused(&token(&tenant, "password", &CREDENTIALS).await),
        "500 server_error Authorization server not configured with default connection."
    );
}
