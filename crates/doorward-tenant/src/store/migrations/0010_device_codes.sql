-- Devices that wait for somebody to let them in (RFC 8628).
CREATE TABLE device_codes (
    tenant_id TEXT NOT NULL,
    device_code_hash BYTEA NOT NULL,
    user_code_hash BYTEA NOT NULL, -- keyed: there are few enough to try them all
    client_id TEXT NOT NULL,
    document TEXT NOT NULL, -- what was asked for
    decision TEXT, -- NULL until somebody decides
    polled_at BIGINT,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, device_code_hash)
);
CREATE UNIQUE INDEX device_codes_by_user_code ON device_codes (tenant_id, user_code_hash);
CREATE INDEX device_codes_by_expiry ON device_codes (expires_at);
