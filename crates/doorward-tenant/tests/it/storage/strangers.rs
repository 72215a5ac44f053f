//! No sequence of calls with one tenant's tokens shows a byte of another's.

use axum::body::Body;
use axum::http::{Method, Request, header};
use doorward_api::description::{self, OperationDescription};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use super::{DATABASE, FIRST, Node, PASSWORD, sqlite, text};

const VICTIM: &str = "victim.example";
/// Stands in everything that the victim keeps; no call sends it.
const MARKER: &str = "zq7marker";

/// A call with the stranger's token.
#[derive(Debug, Clone)]
enum Call {
    Management {
        operation: usize,
        /// Picks an id of the victim for each parameter of the path.
        ids: [usize; 4],
        query: Option<String>,
        /// Whether it goes to the victim's host.
        is_astray: bool,
        body: usize,
    },
    Token {
        form: Vec<(&'static str, usize)>,
        is_astray: bool,
    },
}

/// What the stranger knows of the victim: ids, which are no secrets.
struct Known {
    ids: Vec<String>,
    own: String,
}

struct Stage {
    node: Node,
    token: String,
    known: Known,
    secrets: Vec<String>,
}

impl Stage {
    async fn set(location: doorward_tenant::Location) -> Self {
        let node = Node::start(location, &[VICTIM]).await;
        let email = format!("{MARKER}@example.com");
        let body = json!({
            "client_id": node.bootstrap(VICTIM).applications[0].client_id,
            "connection": DATABASE, "email": email, "password": PASSWORD,
            "name": format!("{MARKER} Name"), "user_metadata": { "color": MARKER },
        });
        let made = node.post(VICTIM, "/dbconnections/signup", body).await;
        assert_eq!(made.status, 200, "{}", made.text);
        let user_id = format!("auth0|{}", text(&made.json(), "_id"));
        let tokens = node.log_in(VICTIM, &email).await.json();
        let admin = node.management_token(VICTIM).await;
        let patch = (Method::PATCH, "/tenants/settings");
        let settings = json!({ "friendly_name": MARKER, "support_email": email });
        let changed = node.manage(VICTIM, &admin, patch, Some(settings)).await;
        assert_eq!(changed.status, 200, "{}", changed.text);
        let logs = node
            .manage(VICTIM, &admin, (Method::GET, "/logs"), None)
            .await;
        let log_id = logs.json()[0]["log_id"]
            .as_str()
            .unwrap_or("none")
            .to_owned();
        let bootstrap = node.bootstrap(VICTIM);
        let mut secrets = vec![
            MARKER.to_owned(),
            bootstrap.management.client_secret.clone(),
            text(&tokens, "access_token"),
            text(&tokens, "refresh_token"),
            admin,
        ];
        let apps = &bootstrap.applications;
        secrets.extend(apps.iter().filter_map(|app| app.client_secret.clone()));
        let mut ids = vec![user_id, log_id, bootstrap.connections.database.id.clone()];
        ids.push(bootstrap.management.client_id.clone());
        ids.extend(apps.iter().map(|app| app.client_id.clone()));
        ids.extend([
            DATABASE.to_owned(),
            "email".into(),
            "demo@example.com".into(),
        ]);
        Self {
            token: node.management_token(FIRST).await,
            known: Known {
                ids,
                own: node.bootstrap(FIRST).applications[0].client_id.clone(),
            },
            secrets,
            node,
        }
    }

    /// Everything the victim's administrator sees.
    async fn victims_view(&self) -> Vec<Value> {
        let admin = self.node.management_token(VICTIM).await;
        let mut view = Vec::new();
        for path in ["/users", "/tenants/settings"] {
            let answer = self.node.manage(VICTIM, &admin, (Method::GET, path), None);
            view.push(answer.await.json());
        }
        view
    }

    async fn make(&self, call: &Call) -> crate::support::Answer {
        match call {
            Call::Management {
                operation,
                ids,
                query,
                is_astray,
                body,
            } => {
                let operations = description::management().operations();
                let operation = &operations[operation % operations.len()];
                let path = self.path(operation, *ids, query.as_deref());
                let host = if *is_astray { VICTIM } else { FIRST };
                let body = operation.body.is_some().then(|| self.body(*body));
                let target = (operation.method.clone(), path.as_str());
                self.node.manage(host, &self.token, target, body).await
            }
            Call::Token { form, is_astray } => {
                let fields: Vec<(&str, &str)> = form
                    .iter()
                    .map(|(name, id)| (*name, self.id(*id)))
                    .chain([("grant_type", "refresh_token")])
                    .collect();
                let host = if *is_astray { VICTIM } else { FIRST };
                self.node.token(host, &fields).await
            }
        }
    }

    fn id(&self, number: usize) -> &str {
        &self.known.ids[number % self.known.ids.len()]
    }

    /// The path with ids of the victim in it.
    fn path(
        &self,
        operation: &OperationDescription,
        ids: [usize; 4],
        query: Option<&str>,
    ) -> String {
        let mut numbers = ids.into_iter().cycle();
        let mut path = String::new();
        for part in operation.path.split_inclusive('/') {
            match part.strip_prefix('{') {
                Some(rest) => {
                    let id = self.id(numbers.next().unwrap_or_default());
                    path.extend(form_urlencoded::byte_serialize(id.as_bytes()));
                    path.extend(rest.ends_with('/').then_some('/'));
                }
                None => path.push_str(part),
            }
        }
        if let Some(query) = query {
            let value: String =
                form_urlencoded::byte_serialize(self.id(ids[0]).as_bytes()).collect();
            path = format!("{path}?{}", query.replace("ID", &value));
        }
        path
    }

    fn body(&self, number: usize) -> Value {
        let id = self.id(number);
        let bodies = [
            json!({}),
            json!({ "name": id }),
            json!({ "client_id": id, "user_id": id, "audience": "https://api.example.com/", "scope": [] }),
            json!({ "users": [id] }),
            json!({ "roles": [id] }),
            json!({ "email": "demo@example.com", "connection": DATABASE, "password": PASSWORD }),
            json!({ "provider": "auth0", "user_id": id.trim_start_matches("auth0|") }),
            json!({ "provider": "auth0", "user_id": id, "connection_id": id }),
            json!({ "enabled_clients": [id, self.known.own] }),
            json!({ "user_metadata": { "a": 1 } }),
        ];
        bodies[number % bodies.len()].clone()
    }
}

fn calls() -> impl Strategy<Value = Vec<Call>> {
    let queries = proptest::option::of(proptest::sample::select(vec![
        "q=user_id:%22ID%22",
        "q=*",
        "email=ID",
        "from=ID&take=5",
        "include_totals=true&per_page=100",
        "client_id=ID",
        "user_id=ID",
        "audience=ID",
        "connection=ID",
        "name=ID",
        "fields=email&sort=email:1",
    ]));
    let management = (
        any::<usize>(),
        any::<[usize; 4]>(),
        queries,
        any::<bool>(),
        any::<usize>(),
    );
    let management =
        management.prop_map(
            |(operation, ids, query, is_astray, body)| Call::Management {
                operation,
                ids,
                query: query.map(str::to_owned),
                // Most calls go to the stranger's own tenant: a token that counts there reaches more code.
                is_astray: is_astray && operation % 4 == 0,
                body,
            },
        );
    let fields = proptest::sample::select(vec![
        "client_id",
        "refresh_token",
        "client_secret",
        "audience",
    ]);
    let token = (
        proptest::collection::vec((fields, any::<usize>()), 1..4),
        any::<bool>(),
    );
    let token = token.prop_map(|(form, is_astray)| Call::Token { form, is_astray });
    proptest::collection::vec(prop_oneof![9 => management, 1 => token], 1..16)
}

#[test]
fn no_sequence_of_calls_shows_or_changes_anything_of_another_tenant() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (_folder, location) = sqlite();
    let stage = runtime.block_on(Stage::set(location));
    let before = runtime.block_on(stage.victims_view());
    let config = Config {
        cases: 48,
        failure_persistence: None,
        ..Config::default()
    };
    let outcome = TestRunner::new(config).run(&calls(), |calls| {
        for call in calls {
            let answer = runtime.block_on(stage.make(&call));
            prop_assert!(
                !answer.status.is_server_error() || answer.status == 503,
                "{call:?}: {}",
                answer.text
            );
            let headers = format!("{:?}", answer.headers);
            for secret in &stage.secrets {
                prop_assert!(
                    !answer.text.contains(secret.as_str()),
                    "{call:?} shows {secret}"
                );
                prop_assert!(
                    !headers.contains(secret.as_str()),
                    "{call:?} shows {secret}"
                );
            }
        }
        Ok(())
    });
    outcome.unwrap();
    assert_eq!(runtime.block_on(stage.victims_view()), before);
    // The marker would be seen: the victim's own administrator sees it.
    assert!(json!(before).to_string().contains(MARKER));
}

#[tokio::test]
async fn a_token_says_nothing_at_another_host_whatever_it_says_about_itself() {
    let (_folder, location) = sqlite();
    let stage = Stage::set(location).await;
    for path in ["/api/v2/users", "/api/v2/tenants/settings", "/userinfo"] {
        let request = Request::get(path)
            .header(header::HOST, VICTIM)
            .header(header::AUTHORIZATION, format!("Bearer {}", stage.token));
        let answer = stage.node.send(request, Body::empty()).await;
        assert_eq!(answer.status, 401, "{path}: {}", answer.text);
    }
}
