-- How many records an import has, known once its file was read through.
ALTER TABLE jobs ADD COLUMN total BIGINT NOT NULL DEFAULT 0;
-- When a process last worked on the job: another one takes it up when that was long ago.
ALTER TABLE jobs ADD COLUMN touched_at BIGINT NOT NULL DEFAULT 0;
-- Whether somebody is told when it ends.
ALTER TABLE jobs ADD COLUMN sends_completion_email BOOLEAN NOT NULL DEFAULT FALSE;
