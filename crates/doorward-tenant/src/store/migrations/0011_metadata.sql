-- What the Management API keeps with sessions and refresh tokens, and how it finds one of the latter.
ALTER TABLE sessions ADD COLUMN metadata TEXT;
ALTER TABLE refresh_tokens ADD COLUMN metadata TEXT;
CREATE INDEX refresh_tokens_by_id ON refresh_tokens (tenant_id, id);
