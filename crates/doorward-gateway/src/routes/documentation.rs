//! `/documentation/…`: the OpenAPI description of the endpoints.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::header::CONTENT_TYPE;
use serde_json::{Map, Value, json};

use crate::context::{Context, Shared};

/// Where a parameter stands.
const HEADER: &str = "header";
const PATH: &str = "path";
const QUERY: &str = "query";

/// One operation as it is described.
struct Operation {
    method: &'static str,
    path: &'static str,
    summary: &'static str,
    /// Place, name, and whether it must be there.
    parameters: &'static [(&'static str, &'static str, bool)],
    /// Media types of the body, and its properties.
    body: Option<(&'static [&'static str], &'static [&'static str])>,
    /// Status of success and what comes with it.
    answers: &'static [(u16, &'static str)],
}

const JSON: &[&str] = &["application/json"];
const CLIENT: (&str, &str, bool) = (HEADER, "client-type", false);
const ACL: (&str, &str, bool) = (HEADER, "acl_rows", false);
const JOB: (&str, &str, bool) = (PATH, "job_id", true);
const ID: (&str, &str, bool) = (PATH, "user_id", true);

/// Every operation below the prefix, in the order of the router.
const OPERATIONS: &[Operation] = &[
    Operation {
        method: "get",
        path: "/authorize",
        summary: "Start a login: sends the browser to the tenant.",
        parameters: &[
            CLIENT,
            (QUERY, "state", false),
            (QUERY, "redirect", false),
            (QUERY, "connection", false),
        ],
        body: None,
        answers: &[(302, "To the tenant's login page.")],
    },
    Operation {
        method: "post",
        path: "/oauth/token",
        summary: "End a login with its code, or log in with a password.",
        parameters: &[CLIENT],
        body: Some((
            &["application/json", "application/x-www-form-urlencoded"],
            &[
                "grant_type",
                "code",
                "state",
                "username",
                "password",
                "connection",
            ],
        )),
        answers: &[(200, "The tokens, or an empty body with the session cookie.")],
    },
    Operation {
        method: "post",
        path: "/refreshtoken",
        summary: "Renew the tokens of a session.",
        parameters: &[CLIENT],
        body: Some((JSON, &["refresh_token"])),
        answers: &[(200, "The tokens, or an empty body with the session cookie.")],
    },
    Operation {
        method: "get",
        path: "/logout",
        summary: "End the session here and at the tenant.",
        parameters: &[CLIENT, (QUERY, "redirect", false)],
        body: None,
        answers: &[(302, "To the tenant's logout.")],
    },
    Operation {
        method: "get",
        path: "/userinfo",
        summary: "The profile of the session's user.",
        parameters: &[CLIENT],
        body: None,
        answers: &[(200, "The claims of the user.")],
    },
    Operation {
        method: "post",
        path: "/change-password",
        summary: "Mail a link for a new password.",
        parameters: &[CLIENT],
        body: Some((JSON, &["email", "authUserId", "connection"])),
        answers: &[(204, "Accepted, whether the user exists or not.")],
    },
    Operation {
        method: "get",
        path: "/users",
        summary: "Search users.",
        parameters: &[
            ACL,
            (QUERY, "_l", false),
            (QUERY, "_sk", false),
            (QUERY, "_q", false),
            (QUERY, "_s", false),
            (QUERY, "_p", false),
            (QUERY, "email", false),
            (QUERY, "nickname", false),
            (QUERY, "username", false),
            (QUERY, "connection", false),
            (QUERY, "app_metadata.groups", false),
        ],
        body: None,
        answers: &[(200, "The users.")],
    },
    Operation {
        method: "post",
        path: "/users",
        summary: "Create a user.",
        parameters: &[],
        body: Some((
            JSON,
            &[
                "connection",
                "email",
                "password",
                "user_metadata",
                "app_metadata",
            ],
        )),
        answers: &[(201, "The user.")],
    },
    Operation {
        method: "get",
        path: "/users/me",
        summary: "The same as /userinfo.",
        parameters: &[CLIENT],
        body: None,
        answers: &[(200, "The claims of the user.")],
    },
    Operation {
        method: "get",
        path: "/users/active",
        summary: "The users with a live session.",
        parameters: &[],
        body: None,
        answers: &[(200, "Their ids.")],
    },
    Operation {
        method: "post",
        path: "/users/change-password",
        summary: "The same as /change-password.",
        parameters: &[CLIENT],
        body: Some((JSON, &["email", "authUserId", "connection"])),
        answers: &[(204, "Accepted, whether the user exists or not.")],
    },
    Operation {
        method: "post",
        path: "/users/import",
        summary: "Import users in bulk, if the management client has a supportedConnectionsMap.",
        parameters: &[],
        body: Some((
            &["multipart/form-data"],
            &[
                "users",
                "connection",
                "upsert",
                "external_id",
                "send_completion_email",
            ],
        )),
        answers: &[(202, "The job.")],
    },
    Operation {
        method: "get",
        path: "/users/import/status/{job_id}",
        summary: "How far an import is.",
        parameters: &[JOB],
        body: None,
        answers: &[(200, "The job.")],
    },
    Operation {
        method: "get",
        path: "/users/import/status/{job_id}/errors",
        summary: "The records of an import that failed.",
        parameters: &[JOB],
        body: None,
        answers: &[(200, "The records."), (204, "None failed.")],
    },
    Operation {
        method: "get",
        path: "/users/{user_id}",
        summary: "One user.",
        parameters: &[ID, ACL, (QUERY, "_p", false)],
        body: None,
        answers: &[(200, "The user.")],
    },
    Operation {
        method: "patch",
        path: "/users/{user_id}",
        summary: "Change a user.",
        parameters: &[ID],
        body: Some((
            JSON,
            &[
                "blocked",
                "email",
                "password",
                "user_metadata",
                "app_metadata",
            ],
        )),
        answers: &[(200, "The user.")],
    },
    Operation {
        method: "delete",
        path: "/users/{user_id}",
        summary: "Delete a user and end their sessions.",
        parameters: &[ID],
        body: None,
        answers: &[(204, "Gone.")],
    },
];

/// The methods of a path below the prefix, as `Allow` lists them.
pub(super) fn methods(path: &str) -> String {
    let described = OPERATIONS.iter().filter(|operation| operation.path == path);
    let methods: Vec<_> = described
        .map(|operation| operation.method.to_ascii_uppercase())
        .collect();
    // The documentation does not describe itself.
    if methods.is_empty() {
        "GET".to_owned()
    } else {
        methods.join(", ")
    }
}

/// `GET /documentation/json`, `GET /documentation/openapi`.
pub(super) async fn json(State(cx): State<Shared>) -> Json<Value> {
    Json(document(&cx))
}

/// `GET /documentation/yaml`.
pub(super) async fn yaml(State(cx): State<Shared>) -> Response {
    // What is JSON is YAML, should it ever not be writable in YAML's own style.
    let document = document(&cx);
    let text = serde_saphyr::to_string(&document).unwrap_or_else(|_| document.to_string());
    ([(CONTENT_TYPE, "application/yaml")], text).into_response()
}

fn document(cx: &Context) -> Value {
    let options = &cx.settings.options;
    let version = options
        .service_version
        .as_deref()
        .unwrap_or(env!("CARGO_PKG_VERSION"));
    let mut paths = Map::new();
    for operation in OPERATIONS {
        let path = format!("{}{}", options.service_prefix, operation.path);
        let item = paths.entry(path).or_insert_with(|| json!({}));
        item[operation.method] = describe(operation);
    }
    json!({
        "openapi": "3.1.0",
        "info": { "title": "auth0-client", "version": version },
        "paths": paths,
        "components": { "schemas": { "Error": {
            "type": "object",
            "required": ["statusCode", "error", "message"],
            "properties": {
                "statusCode": { "type": "integer" }, "error": { "type": "string" }, "message": { "type": "string" },
            },
        } } },
    })
}

fn describe(operation: &Operation) -> Value {
    let parameters: Vec<_> = operation.parameters.iter().map(|(place, name, is_required)| {
        json!({ "in": place, "name": name, "required": is_required, "schema": { "type": "string" } })
    }).collect();
    let mut responses = Map::new();
    for (status, description) in operation.answers {
        responses.insert(status.to_string(), json!({ "description": description }));
    }
    let error = json!({ "schema": { "$ref": "#/components/schemas/Error" } });
    responses.insert(
        "default".to_owned(),
        json!({ "description": "Why not.", "content": { "application/json": error } }),
    );
    let mut described =
        json!({ "summary": operation.summary, "parameters": parameters, "responses": responses });
    if let Some((media_types, names)) = operation.body {
        let properties: Map<_, _> = names
            .iter()
            .map(|&name| (name.to_owned(), json!({})))
            .collect();
        let schema = json!({ "schema": { "type": "object", "properties": properties } });
        let content: Map<_, _> = media_types
            .iter()
            .map(|&kind| (kind.to_owned(), schema.clone()))
            .collect();
        described["requestBody"] = json!({ "content": content });
    }
    described
}
