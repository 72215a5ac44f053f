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
    /// How many records the file has; 0 until it was read through.
    pub(crate) total: i64,
    pub(crate) progress: Progress,
    /// When a process last worked on it.
    pub(crate) touched_at: Timestamp,
    /// Whether somebody is told when it ends.
    pub(crate) sends_completion_email: bool,
}

/// How many records of an import are done, and what became of them. Of an export, how many are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Progress {
    pub(crate) records: i64,
    pub(crate) inserted: i64,
    pub(crate) updated: i64,
    pub(crate) failed: i64,
}

const COLUMNS: &str = "id, status, document, created_at, total, records, inserted, updated, failed,
    touched_at, sends_completion_email";

fn job(row: &Row<'_>) -> Result<JobRow, StoreError> {
    Ok(JobRow {
        id: row.get("id")?,
        status: row.get("status")?,
        document: super::document(row, "jobs", "document")?,
        created_at: row.time("created_at")?,
        total: row.get("total")?,
        touched_at: row.time("touched_at")?,
        sends_completion_email: row.get("sends_completion_email")?,
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
        INSERT INTO jobs
            (tenant_id, id, status, document, created_at, expires_at, touched_at, sends_completion_email)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let document = super::text(&job.document);
    let values = values![
        tenant,
        &job.id,
        &job.status,
        document,
        job.created_at,
        expiry(job.created_at),
        job.touched_at,
        job.sends_completion_email
    ];
    db.execute(INSERT, values)?;
    Ok(())
}

/// The job with this id, unless it is too old.
pub(crate) fn find(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
    now: Timestamp,
) -> Result<Option<JobRow>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM jobs WHERE tenant_id = $1 AND id = $2 AND expires_at > $3");
    db.first(&sql, values![tenant, id, now], job)
}

/// The jobs of a tenant that are not done, oldest first.
pub(crate) fn unfinished(db: &mut Connection<'_>, tenant: &str) -> Result<Vec<JobRow>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM jobs
         WHERE tenant_id = $1 AND status IN ('pending', 'processing') ORDER BY created_at, id"
    );
    db.all(&sql, values![tenant], job)
}

/// Notes that a job is at work, and how many records it has to do. Answers whether it still has to be done.
pub(crate) fn begin(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
    total: i64,
    now: Timestamp,
) -> Result<bool, StoreError> {
    const BEGIN: &str = "
        UPDATE jobs SET status = 'processing', total = $3, touched_at = $4
        WHERE tenant_id = $1 AND id = $2 AND status IN ('pending', 'processing')";
    Ok(db.execute(BEGIN, values![tenant, id, total, now])? == 1)
}

/// Begins a job from its start, whatever was done of it before. Answers whether it still has to be done.
pub(crate) fn begin_anew(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
    total: i64,
    now: Timestamp,
) -> Result<bool, StoreError> {
    const FORGET: &str = "
        UPDATE jobs SET records = 0, inserted = 0, updated = 0, failed = 0
        WHERE tenant_id = $1 AND id = $2";
    if !begin(db, tenant, id, total, now)? {
        return Ok(false);
    }
    db.execute(FORGET, values![tenant, id])?;
    delete_file(db, tenant, id)?;
    Ok(true)
}

/// Moves a job on from where it stood, in the unit of work that did the records in between. Answers whether
/// it stood there: if not, somebody else works on it, or it has ended.
pub(crate) fn advance(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
    (before, after): (Progress, Progress),
    now: Timestamp,
) -> Result<bool, StoreError> {
    const ADVANCE: &str = "
        UPDATE jobs SET records = $4, inserted = $5, updated = $6, failed = $7, touched_at = $8
        WHERE tenant_id = $1 AND id = $2 AND records = $3 AND status = 'processing'";
    let values = values![
        tenant,
        id,
        before.records,
        after.records,
        after.inserted,
        after.updated,
        after.failed,
        now
    ];
    Ok(db.execute(ADVANCE, values)? == 1)
}

/// Ends a job that did all it had to, and forgets its file. Answers whether it was still to be done.
pub(crate) fn complete(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
) -> Result<bool, StoreError> {
    if !complete_with_file(db, tenant, id)? {
        return Ok(false);
    }
    delete_file(db, tenant, id)?;
    Ok(true)
}

/// Ends a job whose file is what it was for. Answers whether it was still to be done.
pub(crate) fn complete_with_file(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
) -> Result<bool, StoreError> {
    const COMPLETE: &str = "
        UPDATE jobs SET status = 'completed'
        WHERE tenant_id = $1 AND id = $2 AND status IN ('pending', 'processing')";
    Ok(db.execute(COMPLETE, values![tenant, id])? == 1)
}

/// Ends a job that cannot go on, and says why. Answers whether it was still to be done: one that has ended
/// stays as it is.
pub(crate) fn fail(
    db: &mut Connection<'_>,
    tenant: &str,
    job: &JobRow,
    reason: &str,
) -> Result<bool, StoreError> {
    const FAIL: &str = "
        UPDATE jobs SET status = 'failed', document = $3
        WHERE tenant_id = $1 AND id = $2 AND status IN ('pending', 'processing')";
    let mut document = job.document.clone();
    document.insert("status_details".to_owned(), reason.into());
    match db.execute(FAIL, values![tenant, &job.id, super::text(&document)])? {
        0 => Ok(false),
        _ => {
            delete_file(db, tenant, &job.id)?;
            Ok(true)
        }
    }
}

/// What a sealed piece of a file is for.
pub(crate) fn seal_context(id: &str, position: i64) -> String {
    format!("job_files/{id}/{position}")
}

/// Keeps a piece of a job's file, sealed.
pub(crate) fn insert_piece(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
    position: i64,
    content: &[u8],
    now: Timestamp,
) -> Result<(), StoreError> {
    const INSERT: &str = "
        INSERT INTO job_files (tenant_id, job_id, position, content, is_sealed, expires_at)
        VALUES ($1, $2, $3, $4, TRUE, $5)";
    db.execute(INSERT, values![tenant, id, position, content, expiry(now)])?;
    Ok(())
}

/// A piece of a job's file and whether it is sealed; `None` behind the last one.
pub(crate) fn piece(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
    position: i64,
) -> Result<Option<(Vec<u8>, bool)>, StoreError> {
    const FIND: &str = "
        SELECT content, is_sealed FROM job_files WHERE tenant_id = $1 AND job_id = $2 AND position = $3";
    db.first(FIND, values![tenant, id, position], |row| {
        Ok((row.get("content")?, row.get("is_sealed")?))
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

    fn job() -> JobRow {
        JobRow {
            id: "job_1".into(),
            status: "pending".into(),
            document: Map::new(),
            created_at: at(0),
            total: 0,
            progress: Progress::default(),
            touched_at: at(0),
            sends_completion_email: true,
        }
    }

    #[tokio::test]
    async fn a_job_keeps_its_file_until_it_is_done_and_stays_done() {
        for test in TestStore::each().await {
            test.run(|db| {
                insert(db, "t", &job())?;
                insert_piece(db, "t", "job_1", 0, b"[1,", at(0))?;
                insert_piece(db, "t", "job_1", 1, b"2]", at(0))?;
                assert_eq!(unfinished(db, "t")?.len(), 1);
                assert_eq!(unfinished(db, "other")?.len(), 0);
                assert_eq!(piece(db, "t", "job_1", 1)?, Some((b"2]".to_vec(), true)));
                assert_eq!(piece(db, "t", "job_1", 2)?, None);
                assert!(begin(db, "t", "job_1", 2, at(1))?);
                let progress = Progress {
                    records: 2,
                    inserted: 1,
                    updated: 0,
                    failed: 1,
                };
                let steps = (Progress::default(), progress);
                assert!(advance(db, "t", "job_1", steps, at(2))?);
                assert!(complete(db, "t", "job_1")?);
                assert!(!fail(db, "t", &job(), "too late")?);
                let found = find(db, "t", "job_1", at(3))?.expect("it is there");
                assert_eq!(
                    (found.status.as_str(), found.total, found.progress),
                    ("completed", 2, progress)
                );
                assert_eq!(
                    (found.touched_at, found.sends_completion_email),
                    (at(2), true)
                );
                assert!(unfinished(db, "t")?.is_empty());
                assert_eq!(piece(db, "t", "job_1", 0)?, None);
                Ok(())
            })
            .await;
        }
    }

    #[tokio::test]
    async fn an_export_begins_anew_and_keeps_its_file() {
        for test in TestStore::each().await {
            test.run(|db| {
                insert(db, "t", &job())?;
                assert!(begin_anew(db, "t", "job_1", 2, at(1))?);
                let one = Progress {
                    records: 1,
                    ..Progress::default()
                };
                assert!(advance(
                    db,
                    "t",
                    "job_1",
                    (Progress::default(), one),
                    at(1)
                )?);
                insert_piece(db, "t", "job_1", 0, b"old", at(1))?;
                assert!(begin_anew(db, "t", "job_1", 2, at(2))?);
                assert_eq!(piece(db, "t", "job_1", 0)?, None);
                assert!(!advance(db, "t", "job_1", (one, one), at(2))?);
                insert_piece(db, "t", "job_1", 0, b"new", at(2))?;
                assert!(complete_with_file(db, "t", "job_1")?);
                assert!(!complete_with_file(db, "t", "job_1")?);
                assert!(!begin_anew(db, "t", "job_1", 2, at(3))?);
                assert_eq!(piece(db, "t", "job_1", 0)?, Some((b"new".to_vec(), true)));
                Ok(())
            })
            .await;
        }
    }

    #[tokio::test]
    async fn two_who_work_on_a_job_do_no_record_twice() {
        for test in TestStore::each().await {
            test.run(|db| {
                insert(db, "t", &job())?;
                assert!(begin(db, "t", "job_1", 300, at(1))?);
                let done = |records| Progress {
                    records,
                    ..Progress::default()
                };
                assert!(advance(db, "t", "job_1", (done(0), done(100)), at(1))?);
                assert!(!advance(db, "t", "job_1", (done(0), done(100)), at(1))?);
                assert!(advance(db, "t", "job_1", (done(100), done(200)), at(1))?);
                assert!(complete(db, "t", "job_1")?);
                assert!(!complete(db, "t", "job_1")?);
                assert!(!begin(db, "t", "job_1", 300, at(1))?);
                assert!(!advance(db, "t", "job_1", (done(200), done(300)), at(1))?);
                Ok(())
            })
            .await;
        }
    }

    #[tokio::test]
    async fn a_failed_job_says_why_and_loses_its_file() {
        for test in TestStore::each().await {
            test.run(|db| {
                insert(db, "t", &job())?;
                insert_piece(db, "t", "job_1", 0, b"{}", at(0))?;
                assert!(fail(db, "t", &job(), "no array")?);
                let found = find(db, "t", "job_1", at(3))?.expect("it is there");
                assert_eq!(found.status, "failed");
                assert_eq!(found.document["status_details"], "no array");
                assert!(find(db, "t", "job_1", at(24 * 3600))?.is_none());
                assert_eq!(piece(db, "t", "job_1", 0)?, None);
                Ok(())
            })
            .await;
        }
    }
}
