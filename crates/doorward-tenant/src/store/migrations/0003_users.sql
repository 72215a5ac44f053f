-- What users are searched by: a row for each value of each indexed attribute.
CREATE TABLE user_terms (
    tenant_id TEXT NOT NULL,
    field TEXT NOT NULL, -- the path, dotted
    term TEXT NOT NULL,
    user_id TEXT NOT NULL,
    number DOUBLE PRECISION, -- the value, if it is one
    PRIMARY KEY (tenant_id, field, term, user_id)
);
CREATE INDEX user_terms_by_user ON user_terms (tenant_id, user_id, field);
CREATE INDEX user_terms_by_number ON user_terms (tenant_id, field, number, user_id) WHERE number IS NOT NULL;

-- How many users a tenant has. Changes are rows of their own, so that two users made at once do not
-- wait for one counter; they are added up from time to time.
CREATE TABLE user_counts (
    tenant_id TEXT NOT NULL PRIMARY KEY,
    users BIGINT NOT NULL
);
CREATE TABLE user_count_changes (
    tenant_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    change BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, user_id)
);

-- Passwords that an identity had before, newest last.
CREATE TABLE former_passwords (
    tenant_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    identity_id TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    replaced_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, provider, identity_id, replaced_at, password_hash)
);

CREATE TABLE jobs (
    tenant_id TEXT NOT NULL,
    id TEXT NOT NULL,
    status TEXT NOT NULL,
    document TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX jobs_by_status ON jobs (tenant_id, status);
CREATE INDEX jobs_by_expiry ON jobs (expires_at);

CREATE TABLE job_errors (
    tenant_id TEXT NOT NULL,
    job_id TEXT NOT NULL,
    position BIGINT NOT NULL, -- of the record in its file
    document TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, job_id, position)
);
CREATE INDEX job_errors_by_expiry ON job_errors (expires_at);
