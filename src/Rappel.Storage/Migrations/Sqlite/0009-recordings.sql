-- Conversations as they were recorded. The sound is in a file; the row stays when the file is deleted.
CREATE TABLE recording (
    tenant_id      TEXT    NOT NULL,
    id             INTEGER NOT NULL,
    interaction_id INTEGER NOT NULL,
    callback_id    INTEGER,
    queue          TEXT,
    agent          TEXT,
    at             INTEGER NOT NULL,
    length_ticks   INTEGER NOT NULL,
    file           TEXT    NOT NULL,
    state          TEXT    NOT NULL,
    expires_at     INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
) WITHOUT ROWID;

CREATE INDEX recording_of_interaction ON recording (tenant_id, interaction_id);

-- What a start looks at: those that a process left behind.
CREATE INDEX recording_open ON recording (tenant_id, id) WHERE state = 'recording';

-- What the sweep looks at.
CREATE INDEX recording_by_expiry ON recording (tenant_id, expires_at, id) WHERE state IN ('kept', 'failed');
