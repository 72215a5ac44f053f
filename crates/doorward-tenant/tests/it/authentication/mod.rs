//! The Authentication API.

mod attack_protection;
mod change_password;
mod delegation;
mod discovery;
mod dpop;
mod id_token;
mod impersonation;
mod legacy;
mod login_rate;
mod mtls;
mod signup;
mod token;
mod userinfo;

use serde_json::{Value, json};

use crate::support::{Answer, TestTenant};

const EMAIL: &str = doorward_tenant::DEMO_EMAIL;
const PASSWORD: &str = doorward_tenant::DEMO_PASSWORD;
/// The database connection of the demo data.
const DATABASE: &str = "Username-Password-Authentication";

/// The demo web application asks for tokens; `more` adds parameters.
async fn token(tenant: &TestTenant, grant_type: &str, more: &[(&str, &str)]) -> Answer {
    let app = &tenant.bootstrap.applications[0];
    let mut form = vec![
        ("grant_type", grant_type),
        ("client_id", app.client_id.as_str()),
        (
            "client_secret",
            app.client_secret.as_deref().unwrap_or_default(),
        ),
    ];
    form.extend(more);
    tenant.post_form("/oauth/token", &form).await
}

/// An error of this API in one line: status, code, sentence.
#[track_caller]
fn refused(answer: &Answer) -> String {
    let body: Value = answer.json();
    format!(
        "{} {} {}",
        answer.status.as_u16(),
        body["error"].as_str().unwrap_or("-"),
        body["error_description"].as_str().unwrap_or("-")
    )
}

/// Switches a connection off or on for one application.
async fn enable(tenant: &TestTenant, connection_id: &str, client_id: &str, is_on: bool) {
    let path = format!("/connections/{connection_id}/clients");
    let change = json!([{ "client_id": client_id, "status": is_on }]);
    let answer = tenant.manage("PATCH", &path, Some(change)).await;
    assert_eq!(answer.status, 204, "{}", answer.text);
}
