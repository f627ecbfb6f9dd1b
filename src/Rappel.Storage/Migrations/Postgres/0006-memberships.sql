-- What supervisors changed of who serves which queue, in place of what is configured.
CREATE TABLE membership (
    tenant_id text    NOT NULL,
    kind      text    NOT NULL,
    queue     text    NOT NULL,
    agent     text    NOT NULL,
    enabled   boolean NOT NULL,
    skill     bigint, -- null for the configured one
    who       text    NOT NULL,
    at        bigint  NOT NULL,
    PRIMARY KEY (tenant_id, kind, queue, agent)
);

-- Messages that were handled on a screen.
ALTER TABLE voicemail ADD COLUMN closed_at bigint;
ALTER TABLE voicemail ADD COLUMN closed_by text;
ALTER TABLE voicemail ADD COLUMN note text;
