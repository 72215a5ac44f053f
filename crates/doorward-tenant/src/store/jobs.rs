//! The rows of jobs, their files and their errors.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value};

use super::connection::values;
use super::{Connection, Row, StoreError};

/// How long a job, its errors and its file are kept.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// A job as stored.
#[derive(Debug, Clone)]
pub(crate) struct JobRow {
    pub(crate) id: String,
    /// `pending`, `processing`, `completed` or `failed`.
    pub(crate) status: String,
    /// What the Management API shows, but for status and summary.
    pub(crate) document: Map<String, Value>,
    pub(crate) created_at: Timestamp,
    pub(crate) progress: Progress,
}

/// How many records of an import are done, and what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Progress {
    pub(crate) records: i64,
    pub(crate) inserted: i64,
    pub(crate) updated: i64,
    pub(crate) failed: i64,
}

const COLUMNS: &str = "id, status, document, created_at, records, inserted, updated, failed";

fn job(row: &Row<'_>) -> Result<JobRow, StoreError> {
    Ok(JobRow {
        id: row.get("id")?,
        status: row.get("status")?,
        document: super::document(row, "jobs", "document")?,
        created_at: row.time("created_at")?,
        progress: Progress {
            records: row.get("records")?,
            inserted: row.get("inserted")?,
            updated: row.get("updated")?,
            failed: row.get("failed")?,
        },
    })
}

fn expiry(now: Timestamp) -> Timestamp {
    now.checked_add(KEPT).unwrap_or(Timestamp::MAX)
}

/// Stores a new job.
pub(crate) fn insert(
    db: &mut Connection<'_>,
    tenant: &str,
    job: &JobRow,
) -> Result<(), StoreError> {
    const INSERT: &str = "
        INSERT INTO jobs (tenant_id, id, status, document, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6)";
    let document = super::text(&job.document);
    let values = values![
        tenant,
        &job.id,
        &job.status,
        document,
        job.created_at,
        expiry(job.created_at)
    ];
    db.execute(INSERT, values)?;
    Ok(())
}

/// The job with this id.
pub(crate) fn find(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
) -> Result<Option<JobRow>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM jobs WHERE tenant_id = $1 AND id = $2");
    db.first(&sql, values![tenant, id], job)
}

/// The imports of a tenant that are not done, oldest first.
pub(crate) fn unfinished(db: &mut Connection<'_>, tenant: &str) -> Result<Vec<JobRow>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM jobs
         WHERE tenant_id = $1 AND status IN ('pending', 'processing') ORDER BY created_at, id"
    );
    db.all(&sql, values![tenant], job)
}

/// Notes where a job stands, in the unit of work that did it.
pub(crate) fn set_progress(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
    status: &str,
    progress: Progress,
) -> Result<(), StoreError> {
    const SET: &str = "
        UPDATE jobs SET status = $3, records = $4, inserted = $5, updated = $6, failed = $7
        WHERE tenant_id = $1 AND id = $2";
    let Progress {
        records,
        inserted,
        updated,
        failed,
    } = progress;
    db.execute(
        SET,
        values![tenant, id, status, records, inserted, updated, failed],
    )?;
    Ok(())
}

/// Ends a job that cannot go on, and says why. One that is done stays as it is.
pub(crate) fn fail(
    db: &mut Connection<'_>,
    tenant: &str,
    job: &JobRow,
    reason: &str,
) -> Result<(), StoreError> {
    const FAIL: &str = "
        UPDATE jobs SET status = 'failed', document = $3
        WHERE tenant_id = $1 AND id = $2 AND status IN ('pending', 'processing')";
    let mut document = job.document.clone();
    document.insert("status_details".to_owned(), reason.into());
    match db.execute(FAIL, values![tenant, &job.id, super::text(&document)])? {
        0 => Ok(()),
        _ => delete_file(db, tenant, &job.id),
    }
}

/// Keeps a piece of a job's file.
pub(crate) fn insert_piece(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
    position: i64,
    content: &[u8],
    now: Timestamp,
) -> Result<(), StoreError> {
    const INSERT: &str = "
        INSERT INTO job_files (tenant_id, job_id, position, content, expires_at) VALUES ($1, $2, $3, $4, $5)";
    db.execute(INSERT, values![tenant, id, position, content, expiry(now)])?;
    Ok(())
}

/// A piece of a job's file; `None` behind the last one.
pub(crate) fn piece(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
    position: i64,
) -> Result<Option<Vec<u8>>, StoreError> {
    const FIND: &str = "
        SELECT content FROM job_files WHERE tenant_id = $1 AND job_id = $2 AND position = $3";
    db.first(FIND, values![tenant, id, position], |row| {
        row.get("content")
    })
}

/// Forgets a job's file.
pub(crate) fn delete_file(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
) -> Result<(), StoreError> {
    const DELETE: &str = "DELETE FROM job_files WHERE tenant_id = $1 AND job_id = $2";
    db.execute(DELETE, values![tenant, id])?;
    Ok(())
}

/// Notes what is wrong with the record at a position.
pub(crate) fn insert_error(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
    position: i64,
    error: &Map<String, Value>,
    now: Timestamp,
) -> Result<(), StoreError> {
    const INSERT: &str = "
        INSERT INTO job_errors (tenant_id, job_id, position, document, expires_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT DO NOTHING";
    db.execute(
        INSERT,
        values![tenant, id, position, super::text(error), expiry(now)],
    )?;
    Ok(())
}

/// What was wrong with records, in their order, at most `limit`.
pub(crate) fn errors(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
    limit: i64,
) -> Result<Vec<Map<String, Value>>, StoreError> {
    const LIST: &str = "
        SELECT document FROM job_errors WHERE tenant_id = $1 AND job_id = $2 ORDER BY position LIMIT $3";
    db.all(LIST, values![tenant, id, limit], |row| {
        super::document(row, "job_errors", "document")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::testing::TestStore;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[tokio::test]
    async fn a_job_keeps_its_file_until_it_is_done_and_stays_done() {
        for test in TestStore::each().await {
            test.run(|db| {
                let job = JobRow {
                    id: "job_1".into(),
                    status: "pending".into(),
                    document: Map::new(),
                    created_at: at(0),
                    progress: Progress::default(),
                };
                insert(db, "t", &job)?;
                insert_piece(db, "t", "job_1", 0, b"[1,", at(0))?;
                insert_piece(db, "t", "job_1", 1, b"2]", at(0))?;
                assert_eq!(unfinished(db, "t")?.len(), 1);
                assert_eq!(unfinished(db, "other")?.len(), 0);
                assert_eq!(piece(db, "t", "job_1", 1)?.as_deref(), Some(&b"2]"[..]));
                assert_eq!(piece(db, "t", "job_1", 2)?, None);
                let progress = Progress {
                    records: 2,
                    inserted: 1,
                    updated: 0,
                    failed: 1,
                };
                set_progress(db, "t", "job_1", "completed", progress)?;
                fail(db, "t", &job, "too late")?;
                let found = find(db, "t", "job_1")?.expect("it is there");
                assert_eq!(
                    (found.status.as_str(), found.progress),
                    ("completed", progress)
                );
                assert!(unfinished(db, "t")?.is_empty());
                delete_file(db, "t", "job_1")?;
                assert_eq!(piece(db, "t", "job_1", 0)?, None);
                Ok(())
            })
            .await;
        }
    }

    #[tokio::test]
    async fn a_failed_job_says_why_and_loses_its_file() {
        for test in TestStore::each().await {
            test.run(|db| {
                let job = JobRow {
                    id: "job_1".into(),
                    status: "pending".into(),
                    document: Map::new(),
                    created_at: at(0),
                    progress: Progress::default(),
                };
                insert(db, "t", &job)?;
                insert_piece(db, "t", "job_1", 0, b"{}", at(0))?;
                fail(db, "t", &job, "no array")?;
                let found = find(db, "t", "job_1")?.expect("it is there");
                assert_eq!(found.status, "failed");
                assert_eq!(found.document["status_details"], "no array");
                assert_eq!(piece(db, "t", "job_1", 0)?, None);
                Ok(())
            })
            .await;
        }
    }
}
