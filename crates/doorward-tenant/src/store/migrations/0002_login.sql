-- What happens between a browser and the tenant. Handles, codes, tickets and the like are hashed:
-- what stands here logs nobody in.

CREATE TABLE sessions (
    tenant_id TEXT NOT NULL,
    id TEXT NOT NULL, -- the sid of ID tokens
    handle_hash BYTEA NOT NULL, -- of the cookie
    user_id TEXT NOT NULL,
    connection_id TEXT NOT NULL,
    document TEXT NOT NULL, -- device and methods of authentication
    is_persistent BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    authenticated_at BIGINT NOT NULL,
    last_interacted_at BIGINT NOT NULL,
    idle_expires_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX sessions_by_handle ON sessions (tenant_id, handle_hash);
CREATE INDEX sessions_by_user ON sessions (tenant_id, user_id, created_at);
CREATE INDEX sessions_by_idle_expiry ON sessions (idle_expires_at);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- The applications that took part in a session.
CREATE TABLE session_clients (
    tenant_id TEXT NOT NULL,
    session_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    expires_at BIGINT NOT NULL, -- the absolute end of the session
    PRIMARY KEY (tenant_id, session_id, client_id)
);
CREATE INDEX session_clients_by_expiry ON session_clients (expires_at);

CREATE TABLE login_transactions (
    tenant_id TEXT NOT NULL,
    state_hash BYTEA NOT NULL,
    browser_hash BYTEA NOT NULL, -- of the device cookie it is bound to
    document TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, state_hash)
);
CREATE INDEX login_transactions_by_expiry ON login_transactions (expires_at);

CREATE TABLE authorization_codes (
    tenant_id TEXT NOT NULL,
    code_hash BYTEA NOT NULL,
    client_id TEXT NOT NULL,
    document TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    family TEXT NOT NULL, -- of the refresh tokens it bought, ended when the code returns
    PRIMARY KEY (tenant_id, code_hash)
);
CREATE INDEX authorization_codes_by_expiry ON authorization_codes (expires_at);

-- The links of messages: password change, e-mail verification, unblocking.
CREATE TABLE tickets (
    tenant_id TEXT NOT NULL,
    ticket_hash BYTEA NOT NULL,
    kind TEXT NOT NULL,
    user_id TEXT NOT NULL,
    document TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (tenant_id, ticket_hash)
);
CREATE INDEX tickets_by_user ON tickets (tenant_id, user_id, kind);
CREATE INDEX tickets_by_expiry ON tickets (expires_at);

-- The one code that counts for an address; a new one replaces it.
CREATE TABLE passwordless_codes (
    tenant_id TEXT NOT NULL,
    connection_id TEXT NOT NULL,
    recipient TEXT NOT NULL,
    code BYTEA NOT NULL, -- sealed: a hash of six digits would hide nothing
    document TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, connection_id, recipient)
);
CREATE INDEX passwordless_codes_by_expiry ON passwordless_codes (expires_at);

-- What users allowed applications to do.
CREATE TABLE grants (
    tenant_id TEXT NOT NULL,
    id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    audience TEXT NOT NULL, -- empty: no API
    scope TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX grants_by_pair ON grants (tenant_id, user_id, client_id, audience);
CREATE INDEX grants_by_client ON grants (tenant_id, client_id);

CREATE TABLE pushed_requests (
    tenant_id TEXT NOT NULL,
    uri_hash BYTEA NOT NULL,
    client_id TEXT NOT NULL,
    document TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, uri_hash)
);
CREATE INDEX pushed_requests_by_expiry ON pushed_requests (expires_at);

-- Messages that wait to be delivered and, in development, those that were.
CREATE TABLE outbox (
    tenant_id TEXT NOT NULL,
    id TEXT NOT NULL,
    recipient TEXT NOT NULL, -- lower case
    message BYTEA NOT NULL, -- sealed
    created_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    next_attempt_at BIGINT, -- empty: nothing left to do
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX outbox_by_recipient ON outbox (tenant_id, recipient, created_at);
CREATE INDEX outbox_by_attempt ON outbox (next_attempt_at);
CREATE INDEX outbox_by_expiry ON outbox (expires_at);
