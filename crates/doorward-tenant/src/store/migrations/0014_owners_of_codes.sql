-- Whose codes they are, so that they end with what their user had opened, and when tokens were exchanged, so that
-- they are not kept for ever.
ALTER TABLE authorization_codes ADD COLUMN user_id TEXT;
ALTER TABLE device_codes ADD COLUMN user_id TEXT; -- who let the device in
CREATE INDEX authorization_codes_by_user ON authorization_codes (tenant_id, user_id);
CREATE INDEX device_codes_by_user ON device_codes (tenant_id, user_id) WHERE user_id IS NOT NULL;
CREATE INDEX refresh_tokens_by_rotation ON refresh_tokens (rotated_at) WHERE rotated_at IS NOT NULL;
