//! A request to the Management API that was understood: routed, allowed and valid.

use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Body;
use serde_json::{Map, Value};

use super::access::Caller;
use crate::http::Context;

/// What an operation gets. Path, query and body have passed the description.
pub(crate) struct Request {
    pub(crate) cx: Context,
    pub(crate) caller: Arc<Caller>,
    /// Parameters of the path, decoded.
    path: Vec<(&'static str, String)>,
    /// Parameters of the query, typed.
    query: Map<String, Value>,
    /// The body; `null` when there is none.
    pub(crate) body: Value,
    /// The body of an upload, not yet read.
    pub(crate) upload: Option<Upload>,
    /// The id of what is made, where the process itself chose it.
    pub(crate) chosen_id: Option<String>,
}

/// A `multipart/form-data` body.
pub(crate) struct Upload {
    pub(crate) content_type: String,
    /// The lock is never waited for: it makes a body, which may be read from one place only, a value that
    /// handlers may hold a reference to while they wait.
    body: Mutex<Body>,
}

impl Upload {
    pub(super) fn new(content_type: String, body: Body) -> Self {
        Self {
            content_type,
            body: Mutex::new(body),
        }
    }

    /// The bytes, to be read once.
    pub(crate) fn into_body(self) -> Body {
        self.body
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl Request {
    pub(super) fn new(
        cx: Context,
        caller: Arc<Caller>,
        path: Vec<(&'static str, String)>,
        query: Map<String, Value>,
    ) -> Self {
        Self {
            cx,
            caller,
            path,
            query,
            body: Value::Null,
            upload: None,
            chosen_id: None,
        }
    }

    /// A parameter of the path; empty when the operation has none of that name.
    pub(crate) fn path(&self, name: &str) -> &str {
        let found = self.path.iter().find(|(known, _)| *known == name);
        found.map_or("", |(_, value)| value)
    }

    /// A parameter of the query.
    pub(crate) fn query(&self, name: &str) -> Option<&Value> {
        self.query.get(name)
    }

    /// A parameter of the query that is a text.
    pub(crate) fn query_text(&self, name: &str) -> Option<&str> {
        self.query.get(name)?.as_str()
    }

    /// A parameter of the query that is `true` or `false`.
    pub(crate) fn query_flag(&self, name: &str) -> Option<bool> {
        self.query.get(name)?.as_bool()
    }

    /// A parameter of the query that is a whole number.
    pub(crate) fn query_number(&self, name: &str) -> Option<u64> {
        self.query.get(name)?.as_u64()
    }

    /// The members of the body; none when it is no object.
    pub(crate) fn members(&self) -> Map<String, Value> {
        self.body.as_object().cloned().unwrap_or_default()
    }

    /// Whether the caller's token has this scope.
    pub(crate) fn holds(&self, scope: &str) -> bool {
        self.caller.scope.contains(scope)
    }
}
