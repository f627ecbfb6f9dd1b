-- What supervisors changed of who serves which queue, in place of what is configured.
CREATE TABLE membership (
    tenant_id TEXT    NOT NULL,
    kind      TEXT    NOT NULL,
    queue     TEXT    NOT NULL,
    agent     TEXT    NOT NULL,
    enabled   INTEGER NOT NULL,
    skill     INTEGER, -- null for the configured one
    who       TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, kind, queue, agent)
) WITHOUT ROWID;

-- Messages that were handled on a screen.
ALTER TABLE voicemail ADD COLUMN closed_at INTEGER;
ALTER TABLE voicemail ADD COLUMN closed_by TEXT;
ALTER TABLE voicemail ADD COLUMN note TEXT;
