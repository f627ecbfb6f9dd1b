-- Conversations as they were recorded. The sound is in a file; the row stays when the file is deleted.
CREATE TABLE recording (
    tenant_id      text    NOT NULL,
    id             bigint NOT NULL,
    interaction_id bigint NOT NULL,
    callback_id    bigint,
    queue          text,
    agent          text,
    at             bigint NOT NULL,
    length_ticks   bigint NOT NULL,
    file           text    NOT NULL,
    state          text    NOT NULL,
    expires_at     bigint NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

CREATE INDEX recording_of_interaction ON recording (tenant_id, interaction_id);

-- What a start looks at: those that a process left behind.
CREATE INDEX recording_open ON recording (tenant_id, id) WHERE state = 'recording';

-- What the sweep looks at.
CREATE INDEX recording_by_expiry ON recording (tenant_id, expires_at, id) WHERE state IN ('kept', 'failed');
