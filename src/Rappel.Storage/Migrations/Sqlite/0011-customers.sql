-- What webhooks are told, one row for each webhook and event, written in the transaction of what happened. Of the rows of one subject only
-- the oldest that waits has next_at: the others go after it. Rows that have ended are removed after a time.
CREATE TABLE webhook_delivery (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant_id         TEXT    NOT NULL,
    webhook           TEXT    NOT NULL,
    subject           TEXT    NOT NULL,
    serial            INTEGER NOT NULL,
    event             TEXT    NOT NULL,
    event_id          TEXT    NOT NULL,
    at                INTEGER NOT NULL,
    until_at          INTEGER NOT NULL,
    body              TEXT    NOT NULL,
    state             TEXT    NOT NULL,
    tries             INTEGER NOT NULL,
    next_at           INTEGER,
    tried_at          INTEGER,
    status            INTEGER,
    trouble           TEXT,
    ended_at          INTEGER,
    UNIQUE (tenant_id, webhook, subject, serial, event)
) STRICT;
CREATE INDEX webhook_delivery_waiting ON webhook_delivery (tenant_id, webhook, subject, id) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_due ON webhook_delivery (tenant_id, webhook, next_at) WHERE next_at IS NOT NULL;
CREATE INDEX webhook_delivery_ended ON webhook_delivery (tenant_id, ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX webhook_delivery_tried ON webhook_delivery (tenant_id, webhook, tried_at) WHERE tried_at IS NOT NULL;
CREATE INDEX webhook_delivery_by_webhook ON webhook_delivery (tenant_id, webhook, id);

-- Keys by which a program says that it asks the same thing again, with the answer it was given; without one while it is being found.
CREATE TABLE idempotency (
    tenant_id         TEXT    NOT NULL,
    source            TEXT    NOT NULL,
    key               TEXT    NOT NULL,
    fingerprint       TEXT    NOT NULL,
    at                INTEGER NOT NULL,
    status            INTEGER,
    body              TEXT,
    PRIMARY KEY (tenant_id, source, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_by_time ON idempotency (tenant_id, at);
