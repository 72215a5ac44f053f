-- Conventions: every row carries its tenant; moments are milliseconds since 1970; documents are JSON
-- text as the Management API shows them, without their secrets; secrets are sealed, tokens hashed.

CREATE TABLE tenants (
    id TEXT NOT NULL PRIMARY KEY,
    settings TEXT NOT NULL,
    demo TEXT, -- ids of what a first start in development made, as JSON
    created_at BIGINT NOT NULL
);

CREATE TABLE signing_keys (
    tenant_id TEXT NOT NULL,
    kid TEXT NOT NULL,
    state TEXT NOT NULL, -- current, next or previous
    private_key BYTEA NOT NULL, -- sealed PKCS #8
    certificate BYTEA NOT NULL, -- DER
    created_at BIGINT NOT NULL,
    current_since BIGINT,
    current_until BIGINT,
    revoked_at BIGINT,
    PRIMARY KEY (tenant_id, kid)
);

CREATE TABLE clients (
    tenant_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    name TEXT NOT NULL,
    is_global BOOLEAN NOT NULL,
    is_first_party BOOLEAN NOT NULL,
    app_type TEXT NOT NULL, -- empty when the client has none
    secret BYTEA NOT NULL, -- sealed
    document TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, client_id)
);
CREATE INDEX clients_by_creation ON clients (tenant_id, created_at, client_id);

CREATE TABLE client_credentials (
    tenant_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    id TEXT NOT NULL,
    kid TEXT NOT NULL,
    public_key TEXT NOT NULL, -- PEM
    document TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    PRIMARY KEY (tenant_id, client_id, id)
);

CREATE TABLE connections (
    tenant_id TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    sort_name TEXT NOT NULL, -- lower case
    strategy TEXT NOT NULL,
    document TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX connections_by_name ON connections (tenant_id, name);
CREATE INDEX connections_in_order ON connections (tenant_id, sort_name, id);

CREATE TABLE connection_clients (
    tenant_id TEXT NOT NULL,
    connection_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    PRIMARY KEY (tenant_id, connection_id, client_id)
);
CREATE INDEX connection_clients_by_client ON connection_clients (tenant_id, client_id, connection_id);

CREATE TABLE resource_servers (
    tenant_id TEXT NOT NULL,
    id TEXT NOT NULL,
    identifier TEXT NOT NULL,
    is_system BOOLEAN NOT NULL,
    signing_secret BYTEA, -- sealed
    document TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX resource_servers_by_identifier ON resource_servers (tenant_id, identifier);

CREATE TABLE client_grants (
    tenant_id TEXT NOT NULL,
    id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    audience TEXT NOT NULL,
    subject_type TEXT NOT NULL, -- client or user
    document TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX client_grants_by_pair ON client_grants (tenant_id, client_id, audience, subject_type);
CREATE INDEX client_grants_by_audience ON client_grants (tenant_id, audience);

CREATE TABLE roles (
    tenant_id TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX roles_by_name ON roles (tenant_id, name);

CREATE TABLE role_permissions (
    tenant_id TEXT NOT NULL,
    role_id TEXT NOT NULL,
    audience TEXT NOT NULL,
    permission TEXT NOT NULL,
    PRIMARY KEY (tenant_id, role_id, audience, permission)
);
CREATE INDEX role_permissions_by_audience ON role_permissions (tenant_id, audience);

CREATE TABLE users (
    tenant_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    email TEXT,
    document TEXT NOT NULL, -- root attributes and metadata as they were given; computed defaults are not stored
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    last_login BIGINT,
    last_ip TEXT,
    logins_count BIGINT NOT NULL,
    last_password_reset BIGINT,
    is_blocked BOOLEAN NOT NULL,
    PRIMARY KEY (tenant_id, user_id)
);
CREATE INDEX users_by_creation ON users (tenant_id, created_at, user_id);
CREATE INDEX users_by_email ON users (tenant_id, email, created_at);

-- What a user signs in with. The first identity (position 0) is the primary one.
CREATE TABLE identities (
    tenant_id TEXT NOT NULL,
    provider TEXT NOT NULL,
    identity_id TEXT NOT NULL, -- the part of user_id after the provider
    user_id TEXT NOT NULL, -- whom it belongs to
    connection_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    profile TEXT, -- of a linked identity: its former root attributes
    password_hash TEXT,
    password_set_at BIGINT,
    PRIMARY KEY (tenant_id, provider, identity_id)
);
CREATE INDEX identities_by_user ON identities (tenant_id, user_id, position);
CREATE INDEX identities_by_connection ON identities (tenant_id, connection_id, user_id);

-- The names under which an identity is found at a login: unique within a connection.
CREATE TABLE login_identifiers (
    tenant_id TEXT NOT NULL,
    connection_id TEXT NOT NULL,
    kind TEXT NOT NULL, -- email, username or phone_number
    identifier TEXT NOT NULL,
    provider TEXT NOT NULL,
    identity_id TEXT NOT NULL,
    PRIMARY KEY (tenant_id, connection_id, kind, identifier)
);
CREATE INDEX login_identifiers_by_identity ON login_identifiers (tenant_id, provider, identity_id);

CREATE TABLE user_roles (
    tenant_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    role_id TEXT NOT NULL,
    PRIMARY KEY (tenant_id, user_id, role_id)
);
CREATE INDEX user_roles_by_role ON user_roles (tenant_id, role_id, user_id);

CREATE TABLE user_permissions (
    tenant_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    audience TEXT NOT NULL,
    permission TEXT NOT NULL,
    PRIMARY KEY (tenant_id, user_id, audience, permission)
);
CREATE INDEX user_permissions_by_audience ON user_permissions (tenant_id, audience);

CREATE TABLE refresh_tokens (
    tenant_id TEXT NOT NULL,
    token_hash BYTEA NOT NULL,
    id TEXT NOT NULL,
    family TEXT NOT NULL,
    client_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    session_id TEXT,
    audience TEXT NOT NULL, -- empty: only for /userinfo
    scope TEXT NOT NULL,
    is_rotating BOOLEAN NOT NULL,
    authenticated_at BIGINT,
    created_at BIGINT NOT NULL,
    last_exchanged_at BIGINT,
    expires_at BIGINT, -- absolute
    idle_expires_at BIGINT,
    rotated_at BIGINT,
    predecessor BYTEA, -- hash of the token that this one replaced
    PRIMARY KEY (tenant_id, token_hash)
);
CREATE INDEX refresh_tokens_by_family ON refresh_tokens (tenant_id, family);
CREATE INDEX refresh_tokens_by_user ON refresh_tokens (tenant_id, user_id, client_id, created_at);
CREATE INDEX refresh_tokens_by_client ON refresh_tokens (tenant_id, client_id);
CREATE INDEX refresh_tokens_by_expiry ON refresh_tokens (expires_at);
CREATE INDEX refresh_tokens_by_idle_expiry ON refresh_tokens (idle_expires_at);

CREATE TABLE logs (
    tenant_id TEXT NOT NULL,
    log_id TEXT NOT NULL,
    date BIGINT NOT NULL,
    type TEXT NOT NULL,
    client_id TEXT,
    user_id TEXT,
    document TEXT NOT NULL,
    PRIMARY KEY (tenant_id, log_id)
);
CREATE INDEX logs_by_user ON logs (tenant_id, user_id, log_id);
CREATE INDEX logs_by_type ON logs (tenant_id, type, log_id);
CREATE INDEX logs_by_client ON logs (tenant_id, client_id, log_id);
CREATE INDEX logs_by_date ON logs (date);

-- Values that may be used once: the jti of client assertions.
CREATE TABLE replays (
    tenant_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    value_hash BYTEA NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, kind, value_hash)
);
CREATE INDEX replays_by_expiry ON replays (expires_at);

-- Failed logins since the last success, for an identifier (and the address they came from).
CREATE TABLE login_failures (
    tenant_id TEXT NOT NULL,
    identifier TEXT NOT NULL, -- as typed, normalized
    ip TEXT NOT NULL, -- empty when all addresses count together
    connection_id TEXT NOT NULL,
    failures BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, identifier, ip, connection_id)
);
CREATE INDEX login_failures_by_age ON login_failures (last_at);
