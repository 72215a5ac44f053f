INSERT INTO schema_versions (version, applied) VALUES (1, TRUE);

-- Rows as the first step knew them: a tenant, a client, a connection, a user who can log in, what was given out.
INSERT INTO tenants (id, settings, demo, created_at)
    VALUES ('first', '{"friendly_name":"Before"}', NULL, 1700000000000);
INSERT INTO clients (tenant_id, client_id, name, is_global, is_first_party, app_type, secret, document, created_at)
    VALUES ('first', 'oldclient', 'Old', FALSE, TRUE, 'spa', X'0001fe', '{"name":"Old"}', 1700000000001);
INSERT INTO connections (tenant_id, id, name, sort_name, strategy, document, created_at)
    VALUES ('first', 'con_old', 'Old-Users', 'old-users', 'auth0', '{}', 1700000000002);
INSERT INTO connection_clients (tenant_id, connection_id, client_id) VALUES ('first', 'con_old', 'oldclient');
INSERT INTO users
    (tenant_id, user_id, email, document, created_at, updated_at, logins_count, is_blocked)
    VALUES ('first', 'auth0|65f0c1d2e3a4b5c6d7e8f901', 'old@example.com',
        '{"email":"old@example.com","email_verified":true}', 1700000000003, 1700000000004, 7, FALSE);
INSERT INTO identities
    (tenant_id, provider, identity_id, user_id, connection_id, position, password_hash, password_set_at)
    VALUES ('first', 'auth0', '65f0c1d2e3a4b5c6d7e8f901', 'auth0|65f0c1d2e3a4b5c6d7e8f901', 'con_old', 0,
        '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$bm90IGEgcmVhbCBoYXNoIGJ1dCBvbmUgb2YgaXRzIHNpemU', 1700000000003);
INSERT INTO login_identifiers (tenant_id, connection_id, kind, identifier, provider, identity_id)
    VALUES ('first', 'con_old', 'email', 'old@example.com', 'auth0', '65f0c1d2e3a4b5c6d7e8f901');
INSERT INTO refresh_tokens
    (tenant_id, token_hash, id, family, client_id, user_id, audience, scope, is_rotating, created_at)
    VALUES ('first', X'00ff', 'rt1', 'f1', 'oldclient', 'auth0|65f0c1d2e3a4b5c6d7e8f901', '', 'openid', TRUE, 1700000000005);
