-- What a public client must hold to exchange a refresh token: its `cnf`, as JSON.
ALTER TABLE refresh_tokens ADD COLUMN confirmation TEXT;
