//! The APIs that users call themselves: My Account and My Organization.

use doorward::dpop::{DpopKey, DpopProof};
use doorward::http::Method;
use doorward::my_account::{AuthenticationMethod, FactorTypeEnum};
use doorward::{MyAccountClient, MyOrganizationClient, RetryPolicy};
use serde_json::json;

use crate::server::{Answer, Recorded, Server};
use crate::signing::now;

fn account(server: &Server) -> MyAccountClient {
    MyAccountClient::builder("tenant.test")
        .base_url(&server.url)
        .token("at")
        .build()
        .unwrap()
}

fn methods() -> Answer {
    Answer::json(
        200,
        json!({ "authentication_methods": [
            { "id": "totp|dev_1", "type": "totp", "confirmed": true, "usage": ["secondary"],
              "created_at": "2026-01-01T00:00:00.000Z", "new": null },
            { "id": "smoke|dev_2", "type": "smoke-signals", "created_at": "2026-01-01T00:00:00.000Z" },
        ]}),
    )
}

#[tokio::test]
async fn a_user_sees_how_to_log_in() {
    let server = Server::answering([methods()]).await;
    let answer = account(&server)
        .authentication_methods()
        .list()
        .with(|list| list.type_ = Some(FactorTypeEnum::Totp))
        .await
        .unwrap();
    let last = server.last();
    assert_eq!(last.wire(), "GET /me/v1/authentication-methods?type=totp");
    assert_eq!(last.header("authorization"), Some("Bearer at"));
    let [known, new] = answer.authentication_methods.as_slice() else {
        panic!("two methods")
    };
    let AuthenticationMethod::MfaTotp(totp) = known else {
        panic!("{known:?}")
    };
    assert_eq!(totp.id, "totp|dev_1");
    assert!(totp.confirmed);
    let kept = serde_json::to_value(new).unwrap();
    assert_eq!(kept["type"], "smoke-signals");
}

#[tokio::test]
async fn a_refusal_names_the_field() {
    let refusal = json!({
        "type": "https://auth0.com/api-errors/A0E-400-0003", "status": 400,
        "title": "Invalid Request", "detail": "The request is invalid.",
        "validation_errors": [{
            "detail": "must be a phone number", "field": "phone_number",
            "pointer": "/phone_number", "source": "body",
        }],
    });
    let server = Server::answering([Answer::json(400, refusal)]).await;
    let error = account(&server).factors().list().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "400 Invalid Request: The request is invalid."
    );
    let problem = error.api().unwrap().problem().unwrap();
    assert_eq!(problem.code(), "A0E-400-0003");
    let [wrong] = problem.validation_errors.as_slice() else {
        panic!("one error")
    };
    assert_eq!(wrong.field.as_deref(), Some("phone_number"));
    assert_eq!(wrong.pointer.as_deref(), Some("/phone_number"));
}

#[tokio::test]
async fn a_bound_token_goes_with_a_fresh_proof_in_every_attempt() {
    let demand = Answer::json(401, json!({ "title": "Unauthorized" }))
        .header(
            "www-authenticate",
            "DPoP error=\"use_dpop_nonce\", error_description=\"nonce\"",
        )
        .header("dpop-nonce", "n1");
    let busy = Answer::json(503, "{}").header("retry-after", "0");
    let server = Server::answering([demand, busy, methods()]).await;
    let key = DpopKey::generate().unwrap();
    let account = MyAccountClient::builder("tenant.test")
        .base_url(&server.url)
        .token("at")
        .clock(now)
        .dpop(key.clone())
        .retry(RetryPolicy::management())
        .build()
        .unwrap();
    account.authentication_methods().list().await.unwrap();
    let proof = |request: &Recorded| {
        assert_eq!(request.header("authorization"), Some("DPoP at"));
        let url = format!("{}{}", server.url, request.target);
        let proof = request.header("dpop").unwrap();
        let url = url.parse().unwrap();
        DpopProof::verify(proof, &Method::GET, &url, Some("at"), now()).unwrap()
    };
    let proofs: Vec<_> = server.recorded().iter().map(proof).collect();
    let nonces: Vec<_> = proofs.iter().map(|proof| proof.nonce.as_deref()).collect();
    assert_eq!(nonces, [None, Some("n1"), Some("n1")]);
    assert_ne!(proofs[1].jti, proofs[2].jti);
    assert!(
        proofs
            .iter()
            .all(|proof| proof.thumbprint == key.thumbprint())
    );
}

#[tokio::test]
async fn an_organization_is_managed_by_its_own_people() {
    let details = json!({ "id": "org_1", "name": "acme", "display_name": "ACME", "new": [1] });
    let server = Server::answering([Answer::json(200, &details)]).await;
    let organization = MyOrganizationClient::builder("tenant.test")
        .base_url(&server.url)
        .token("at")
        .build()
        .unwrap();
    let answer = organization.organization_details().get().await.unwrap();
    assert_eq!(server.last().wire(), "GET /my-org/v1/details");
    assert_eq!(serde_json::to_value(&answer.data).unwrap(), details);

    organization
        .organization()
        .members()
        .roles()
        .list("auth0|1")
        .send()
        .await
        .ok();
    assert_eq!(
        server.last().wire(),
        "GET /my-org/v1/members/auth0%7C1/roles"
    );
}
