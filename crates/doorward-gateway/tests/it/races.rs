//! Many at once: one refresh whoever asks for it, and a logout that nothing undoes.

use doorward_gateway::Entropy;
use futures_util::StreamExt;
use serde_json::{Value, json};

use crate::gateway::{Answer, TestGateway, redis_store};
use crate::redis::RedisServer;

/// Two gateways before one tenant, with their sessions in one Redis.
async fn pair() -> (TestGateway, TestGateway) {
    let server = RedisServer::shared();
    let random = Entropy::default().bytes().expect("bytes");
    let scope = format!("{:x}", u128::from_be_bytes(random));
    let one = TestGateway::on_redis(&server, &scope).await;
    let options =
        |options: &mut doorward_gateway::config::Options| options.session_scope = Some(scope);
    let two = TestGateway::over(one.tenant.clone(), redis_store(&server), |_| {}, options).await;
    one.until_ready().await;
    two.until_ready().await;
    (one, two)
}

#[tokio::test(flavor = "multi_thread")]
async fn g_055_ten_thousand_calls_over_two_gateways_refresh_once() {
    let (one, two) = pair().await;
    let cookie = one.cookie().await;
    one.advance(3600);
    two.advance(3600);
    let headers = [("cookie", cookie.as_str())];
    let calls = (0..10_000).map(|n| {
        let gateway = if n % 2 == 0 { &one } else { &two };
        gateway.get("/userinfo", &headers)
    });
    let mut answers = futures_util::stream::iter(calls).buffer_unordered(1000);
    let mut served = 0;
    while let Some(answer) = answers.next().await {
        assert_eq!(
            (answer.status.as_u16(), &answer.json()["serial"]),
            (200, &json!(2)),
            "{answer:?}"
        );
        served += 1;
    }
    assert_eq!(served, 10_000);
    assert_eq!(one.tenant.grants("refresh_token").len(), 1);
}

#[tokio::test]
async fn g_042_046_callers_at_once_get_the_same_new_handle() {
    for client in ["spa", "web"] {
        let gateway = TestGateway::start().await;
        let (name, value) = match client {
            "spa" => ("authorization", gateway.bearer().await),
            _ => ("cookie", gateway.cookie().await),
        };
        let headers = [(name, value.as_str())];
        let body = json!({ "refresh_token": "refresh-1" });
        let calls = (0..50).map(|_| gateway.post("/refreshtoken", &headers, &body));
        let answers = futures_util::future::join_all(calls).await;
        let seen = |answer: &Answer| {
            assert_eq!(answer.status, 200, "{answer:?}");
            (answer.body.clone(), answer.header("set-cookie").to_owned())
        };
        let first = seen(&answers[0]);
        assert!(answers.iter().all(|answer| seen(answer) == first));
        assert_eq!(gateway.tenant.grants("refresh_token").len(), 1);
    }
}

#[tokio::test]
async fn g_042_046_callers_of_two_gateways_get_the_same_new_handle() {
    for client in ["spa", "web"] {
        let (one, two) = pair().await;
        let (name, value) = match client {
            "spa" => ("authorization", one.bearer().await),
            _ => ("cookie", one.cookie().await),
        };
        let headers = [(name, value.as_str())];
        let body = json!({ "refresh_token": "refresh-1" });
        let gate = one.tenant.hold("/oauth/token");
        let (first, second, ()) = tokio::join!(
            one.post("/refreshtoken", &headers, &body),
            async {
                until_asked(&one, 1).await;
                two.post("/refreshtoken", &headers, &body).await
            },
            async {
                until_asked(&one, 1).await;
                // Long enough for the other gateway to find the session and wait for the lock.
                tokio::time::sleep(std::time::Duration::from_millis(300)).await;
                gate.add_permits(2);
            }
        );
        assert_eq!((first.status.as_u16(), &first.body), (200, &second.body));
        assert_eq!(first.header("set-cookie"), second.header("set-cookie"));
        assert_eq!(one.tenant.grants("refresh_token").len(), 1);
        // Who comes later is too late.
        let late = two.post("/refreshtoken", &headers, &body).await;
        assert_eq!(late.error().0, 401, "{client}");
    }
}

#[tokio::test]
async fn g_047_who_presents_another_refresh_token_gets_nothing_of_the_first() {
    let gateway = TestGateway::start().await;
    let bearer = gateway.bearer().await;
    let headers = [("authorization", bearer.as_str())];
    let gate = gateway.tenant.hold("/oauth/token");
    let (right, wrong) = (
        json!({ "refresh_token": "refresh-1" }),
        json!({ "refresh_token": "guessed" }),
    );
    let (first, second, ()) = tokio::join!(
        gateway.post("/refreshtoken", &headers, &right),
        async {
            until_asked(&gateway, 1).await;
            gateway.post("/refreshtoken", &headers, &wrong).await
        },
        async {
            until_asked(&gateway, 1).await;
            gate.add_permits(2);
        }
    );
    assert_eq!(first.status, 200, "{first:?}");
    assert_eq!(second.error().0, 401);
}

async fn until_asked(gateway: &TestGateway, times: usize) {
    while gateway.tenant.grants("refresh_token").len() < times {
        tokio::task::yield_now().await;
    }
}

/// Logs out while the tenant thinks about a refresh; answers what the caller of that gets.
async fn log_out_during(
    gateway: &TestGateway,
    header: (&str, &str),
    call: impl Future<Output = Answer>,
) -> Answer {
    let gate = gateway.tenant.hold("/oauth/token");
    let (answer, ()) = tokio::join!(call, async {
        until_asked(gateway, 1).await;
        assert_eq!(gateway.get("/logout", &[header]).await.status, 302);
        gate.add_permits(1);
    });
    answer
}

#[tokio::test]
async fn g_059_a_logout_during_a_refresh_wins() {
    for how in ["/userinfo", "/refreshtoken", "bearer"] {
        let gateway = TestGateway::start().await;
        let (cookie, bearer): (String, String);
        let header = if how == "bearer" {
            bearer = gateway.bearer().await;
            ("authorization", bearer.as_str())
        } else {
            cookie = gateway.cookie().await;
            ("cookie", cookie.as_str())
        };
        gateway.advance(3600);
        let (headers, body): (_, Value) = ([header], json!({ "refresh_token": "refresh-1" }));
        let answer = if how == "/userinfo" {
            log_out_during(&gateway, header, gateway.get(how, &headers)).await
        } else {
            let call = gateway.post("/refreshtoken", &headers, &body);
            log_out_during(&gateway, header, call).await
        };
        assert_eq!(answer.error().0, 401, "{how}");
        assert_eq!(gateway.get("/users/active", &[]).await.body, "[]", "{how}");
        for handle in ["access-1", "access-2"] {
            let cookie = format!("sid={handle}");
            let answer = gateway.get("/userinfo", &[("cookie", &cookie)]).await;
            assert_eq!(answer.status, 401, "{how} {handle}");
        }
    }
}

#[tokio::test]
async fn g_056_a_failed_refresh_is_not_tried_again_by_everyone_who_waits() {
    for (status, told) in [(500, 500), (429, 429)] {
        let gateway = TestGateway::start().await;
        let cookie = gateway.cookie().await;
        gateway.advance(3600);
        let headers = [("cookie", cookie.as_str())];
        let gate = gateway.tenant.hold("/oauth/token");
        gateway
            .tenant
            .script("/oauth/token", status, &[("retry-after", "3")], "{}");
        let calls = (0..50).map(|_| gateway.get("/userinfo", &headers));
        let (answers, ()) = tokio::join!(futures_util::future::join_all(calls), async {
            until_asked(&gateway, 1).await;
            gate.add_permits(10);
        });
        for answer in answers {
            assert_eq!(answer.error().0, told);
        }
        assert_eq!(gateway.tenant.grants("refresh_token").len(), 1);
        // The session stays: it is not to blame.
        assert_eq!(gateway.get("/userinfo", &headers).await.status, 200);
    }
}
