-- The second factors that users came with.
CREATE TABLE authentication_methods (
    tenant_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    secret BYTEA NOT NULL, -- sealed: a key, a number or an address
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, user_id, id)
);
