-- The last id of each tenant's log. Whoever appends holds this table until the commit, so that entries become
-- visible in the order of their ids, whichever process writes them.
CREATE TABLE log_heads (
    tenant_id TEXT NOT NULL PRIMARY KEY,
    moment BIGINT NOT NULL, -- the time in the last id
    number BIGINT NOT NULL -- the count in the last id
);
-- A millisecond after all that is there: every new id is higher.
INSERT INTO log_heads (tenant_id, moment, number)
SELECT tenant_id, MAX(date) + 1, 0 FROM logs GROUP BY tenant_id;
