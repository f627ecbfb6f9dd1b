-- What webhooks are told, one row for each webhook and event, written in the transaction of what happened. Of the rows of one subject only
-- the oldest that waits has next_at: the others go after it. Rows that have ended are removed after a time.
CREATE TABLE webhook_delivery (
    id                bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id         text    NOT NULL,
    webhook           text    NOT NULL,
    subject           text    NOT NULL,
    serial            bigint  NOT NULL,
    event             text    NOT NULL,
    event_id          text    NOT NULL,
    at                bigint  NOT NULL,
    until_at          bigint  NOT NULL,
    body              text    NOT NULL,
    state             text    NOT NULL,
    tries             bigint  NOT NULL,
    next_at           bigint,
    tried_at          bigint,
    status            bigint,
    trouble           text,
    ended_at          bigint,
    UNIQUE (tenant_id, webhook, subject, serial, event)
);
CREATE INDEX webhook_delivery_waiting ON webhook_delivery (tenant_id, webhook, subject, id) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_due ON webhook_delivery (tenant_id, webhook, next_at) WHERE next_at IS NOT NULL;
CREATE INDEX webhook_delivery_ended ON webhook_delivery (tenant_id, ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX webhook_delivery_tried ON webhook_delivery (tenant_id, webhook, tried_at) WHERE tried_at IS NOT NULL;
CREATE INDEX webhook_delivery_by_webhook ON webhook_delivery (tenant_id, webhook, id);

-- Keys by which a program says that it asks the same thing again, with the answer it was given; without one while it is being found.
CREATE TABLE idempotency (
    tenant_id         text    NOT NULL,
    source            text    NOT NULL,
    key               text    NOT NULL,
    fingerprint       text    NOT NULL,
    at                bigint  NOT NULL,
    status            bigint,
    body              text,
    PRIMARY KEY (tenant_id, source, key)
);
CREATE INDEX idempotency_by_time ON idempotency (tenant_id, at);
