-- The secrets among a connection's options, sealed; empty when there are none, NULL until somebody looked.
ALTER TABLE connections ADD COLUMN secrets BYTEA;
-- Whether a piece of an import's file is sealed: those of earlier releases are not, and end within a day.
ALTER TABLE job_files ADD COLUMN is_sealed BOOLEAN NOT NULL DEFAULT FALSE;
