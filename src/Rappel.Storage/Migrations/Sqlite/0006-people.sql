-- Who may sign in. Names are in small letters. A new stamp ends all sessions begun under the one before.
CREATE TABLE person (
    tenant_id         TEXT    NOT NULL,
    name              TEXT    NOT NULL,
    display_name      TEXT    NOT NULL,
    role              TEXT    NOT NULL,
    agent             TEXT,
    language          TEXT,
    enabled           INTEGER NOT NULL,
    password_hash     TEXT,
    external_id       TEXT,
    stamp             TEXT    NOT NULL,
    created_at        INTEGER NOT NULL,
    last_sign_in_at   INTEGER,
    PRIMARY KEY (tenant_id, name)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX person_by_external_id ON person (tenant_id, external_id) WHERE external_id IS NOT NULL;

-- What programs send. Of the token itself only its hash is kept, and its first characters for people to know it by.
CREATE TABLE token (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant_id         TEXT    NOT NULL,
    name              TEXT    NOT NULL,
    prefix            TEXT    NOT NULL,
    hash              TEXT    NOT NULL UNIQUE,
    scopes            TEXT    NOT NULL,
    agent             TEXT,
    created_at        INTEGER NOT NULL,
    created_by        TEXT    NOT NULL,
    expires_at        INTEGER,
    last_used_at      INTEGER
) STRICT;

-- Added to, never changed; the oldest rows go when they have been kept long enough. before_value and after_value are JSON without secrets.
CREATE TABLE audit (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant_id         TEXT    NOT NULL,
    at                INTEGER NOT NULL,
    who               TEXT    NOT NULL,
    address           TEXT,
    action            TEXT    NOT NULL,
    subject           TEXT    NOT NULL,
    before_value      TEXT,
    after_value       TEXT
) STRICT;
CREATE INDEX audit_by_subject ON audit (tenant_id, subject, id);
CREATE INDEX audit_by_who ON audit (tenant_id, who, id);
CREATE INDEX audit_by_time ON audit (tenant_id, at);
