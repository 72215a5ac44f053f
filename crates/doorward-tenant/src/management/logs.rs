//! `logs`: what happened in the tenant.

use axum::http::header;
use serde_json::{Value, json};

use super::listing::{Fields, Paging};
use super::{Answer, Outcome, Request, serves};
use crate::domain::search::logs::LogTest;
use crate::domain::search::{self, Condition};
use crate::http::management_error::ManagementError;
use crate::store::log_search::{self, LogSort};
use crate::store::{StoreError, logs};

serves! {
    "logs.get" => get,
    "logs.list" => list,
}

/// How many entries after a checkpoint are shown unless it is said.
const TAKEN: u64 = 50;
/// The most entries after a checkpoint.
const MOST_TAKEN: u64 = 100;

/// `GET /logs/{id}`.
async fn get(request: Request) -> Outcome {
    let (cx, tenant) = (&request.cx, request.cx.tenant_id());
    cx.server.recorder.flush().await;
    let id = request.path("id").to_owned();
    let found = cx
        .store()
        .read(move |db| logs::find(db, &tenant, &id))
        .await?;
    found
        .map(Answer::ok)
        .ok_or_else(|| ManagementError::inexistent("log_not_found", "The log does not exist."))
}

/// `GET /logs`: a page, newest first, or with `from` and `take` what came after an entry.
async fn list(request: Request) -> Outcome {
    match Paging::read(&request) {
        Paging::Checkpoint { from, take } => {
            return after(&request, from.unwrap_or_default(), take).await;
        }
        // From the beginning, which elsewhere is what nobody has to ask for.
        Paging::Page { .. } if request.query_text("from").is_some() => {
            return after(&request, String::new(), TAKEN).await;
        }
        Paging::Page { .. } => {}
    }
    let q = request.query_text("q").or(request.query_text("search"));
    let query = search::parse(q.unwrap_or_default()).map_err(|fault| {
        ManagementError::invalid_query(format!("Query validation error: '{fault}' on property q."))
    })?;
    page_of(&request, search::logs::plan(&query)).await
}

/// A page of the entries that meet a condition.
pub(super) async fn page_of(request: &Request, condition: Condition<LogTest>) -> Outcome {
    let paging = Paging::read(request);
    let (start, limit) = paging.window();
    paging.within_a_thousand(request.cx.server.settings.limits)?;
    let sort = sort(request.query_text("sort"))?;
    let tenant = request.cx.tenant_id();
    request.cx.server.recorder.flush().await;
    let scan = request
        .cx
        .store()
        .scan(move |db| log_search::page(db, &tenant, &condition, sort, start, limit));
    let found: Result<Vec<_>, StoreError> = scan.await;
    let fields = Fields::read(request);
    let items: Vec<Value> = found?
        .into_iter()
        .map(|entry| fields.of(entry).into())
        .collect();
    // The total is that of the page: nobody counts a log.
    let length = items.len();
    Ok(Answer::ok(match paging {
        Paging::Page {
            include_totals: true,
            ..
        } => json!({
            "length": length, "limit": limit, "logs": items, "start": start, "total": length,
        }),
        _ => items.into(),
    }))
}

fn sort(text: Option<&str>) -> Result<LogSort, ManagementError> {
    let Some(text) = text.filter(|text| !text.is_empty()) else {
        return Ok(LogSort::default());
    };
    LogSort::parse(text).ok_or_else(|| {
        let shown: String = text.chars().take(100).collect();
        ManagementError::invalid_query(format!(
            "Query validation error: 'String does not match pattern ^[a-z_]+:(1|-1)$: {shown}' on property sort."
        ))
    })
}

/// The entries after a checkpoint, with a link to those that follow. At the end the link stays the
/// same: who follows it again later gets what came meanwhile.
async fn after(request: &Request, from: String, take: u64) -> Outcome {
    let take = take.clamp(1, MOST_TAKEN);
    let (tenant, checkpoint) = (request.cx.tenant_id(), from.clone());
    request.cx.server.recorder.flush().await;
    let scan = request
        .cx
        .store()
        .scan(move |db| log_search::after(db, &tenant, &checkpoint, take as i64));
    let found: Result<Vec<_>, StoreError> = scan.await;
    let found = found?;
    let last = found
        .last()
        .and_then(|entry| entry.get("log_id")?.as_str())
        .unwrap_or(&from);
    let query: String = form_urlencoded::Serializer::new(String::new())
        .append_pair("from", last)
        .append_pair("take", &take.to_string())
        .finish();
    let link = format!(
        "<{}?{query}>; rel=\"next\"",
        request.cx.tenant.names.url("api/v2/logs")
    );
    let fields = Fields::read(request);
    let items: Vec<Value> = found
        .into_iter()
        .map(|entry| fields.of(entry).into())
        .collect();
    Ok(Answer::ok(items).header(header::LINK, link))
}
