-- Logins of one user from one address, right or wrong, as far as they still count.
CREATE TABLE login_attempts (
    tenant_id TEXT NOT NULL,
    identifier TEXT NOT NULL, -- as typed, normalized
    ip TEXT NOT NULL,
    connection_id TEXT NOT NULL,
    free_at BIGINT NOT NULL, -- when none of them counts any more
    PRIMARY KEY (tenant_id, identifier, ip, connection_id)
);
CREATE INDEX login_attempts_by_end ON login_attempts (free_at);
