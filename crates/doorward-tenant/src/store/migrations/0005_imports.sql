-- The file of an import, in pieces, until the job is done: an accepted job survives the process.
CREATE TABLE job_files (
    tenant_id TEXT NOT NULL,
    job_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    content BYTEA NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, job_id, position)
);
CREATE INDEX job_files_by_expiry ON job_files (expires_at);

-- How far a job has come: records that are done, and what became of them.
ALTER TABLE jobs ADD COLUMN records BIGINT NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN inserted BIGINT NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN updated BIGINT NOT NULL DEFAULT 0;
ALTER TABLE jobs ADD COLUMN failed BIGINT NOT NULL DEFAULT 0;
