-- Whether the user was blocked whom a linked identity made up by itself: who was linked and is unlinked again stays so.
ALTER TABLE identities ADD COLUMN was_blocked BOOLEAN NOT NULL DEFAULT FALSE;
