-- Moments (…_at, since, place) are UTC ticks of 100 ns since 0001-01-01, lengths (…_ticks) are ticks of 100 ns: both
-- hold exactly what the engine compares. Enumerations are the words of the domain (`ring-no-answer`).

CREATE TABLE callback (
    tenant_id         TEXT    NOT NULL,
    id                INTEGER NOT NULL,
    revision          INTEGER NOT NULL,
    status            TEXT    NOT NULL,
    is_final          INTEGER NOT NULL,
    queue             TEXT    NOT NULL,
    terms             TEXT    NOT NULL,
    number            TEXT    NOT NULL,
    trunk             TEXT,
    time_zone         TEXT,
    caller_id         TEXT    NOT NULL,
    language          TEXT    NOT NULL,
    customer_name     TEXT,
    inbound_queue     TEXT,
    origin            TEXT    NOT NULL,
    interaction_id    INTEGER NOT NULL,
    parent_id         INTEGER,
    place             INTEGER NOT NULL,
    requested_at      INTEGER NOT NULL,
    expires_at        INTEGER NOT NULL,
    due_at            INTEGER,
    attempts_used     INTEGER NOT NULL,
    attempts_begun    INTEGER NOT NULL,
    current_attempt   INTEGER,
    trunk_failures    INTEGER NOT NULL,
    agent             TEXT,
    last_outcome      TEXT,
    ended_at          INTEGER,
    end_reason        TEXT,
    variables         TEXT    NOT NULL,
    PRIMARY KEY (tenant_id, id)
) STRICT;
CREATE INDEX callback_open ON callback (tenant_id, id) WHERE is_final = 0;
CREATE INDEX callback_by_queue ON callback (tenant_id, queue, id);
CREATE INDEX callback_by_status ON callback (tenant_id, status, id);
CREATE INDEX callback_by_interaction ON callback (tenant_id, interaction_id);

-- An attempt without its request means nothing; deferred, because the rows of a batch come in any order.
CREATE TABLE attempt (
    tenant_id         TEXT    NOT NULL,
    callback_id       INTEGER NOT NULL,
    serial            INTEGER NOT NULL,
    number            INTEGER NOT NULL,
    agent             TEXT,
    begun_at          INTEGER NOT NULL,
    rung_at           INTEGER,
    answered_at       INTEGER,
    ended_at          INTEGER,
    outcome           TEXT,
    uses_attempt      INTEGER NOT NULL,
    sip_status        INTEGER,
    PRIMARY KEY (tenant_id, callback_id, serial),
    FOREIGN KEY (tenant_id, callback_id) REFERENCES callback (tenant_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX attempt_open ON attempt (tenant_id, callback_id, serial) WHERE outcome IS NULL;

CREATE TABLE offer (
    tenant_id         TEXT    NOT NULL,
    id                INTEGER NOT NULL,
    agent             TEXT    NOT NULL,
    queue             TEXT    NOT NULL,
    kind              TEXT    NOT NULL,
    interaction_id    INTEGER NOT NULL,
    callback_id       INTEGER,
    at                INTEGER NOT NULL,
    ended_at          INTEGER,
    outcome           TEXT,
    PRIMARY KEY (tenant_id, id)
) STRICT;
CREATE INDEX offer_open ON offer (tenant_id, id) WHERE outcome IS NULL;
CREATE INDEX offer_by_interaction ON offer (tenant_id, interaction_id, id);

CREATE TABLE interaction (
    tenant_id         TEXT    NOT NULL,
    id                INTEGER NOT NULL,
    kind              TEXT    NOT NULL,
    parent_id         INTEGER,
    channel           TEXT,
    queue             TEXT,
    caller            TEXT,
    dialled           TEXT,
    language          TEXT    NOT NULL,
    started_at        INTEGER NOT NULL,
    queued_at         INTEGER,
    answered_at       INTEGER,
    ended_at          INTEGER,
    agent             TEXT,
    outcome           TEXT,
    expected_wait_told INTEGER,
    PRIMARY KEY (tenant_id, id)
) STRICT;
CREATE INDEX interaction_open ON interaction (tenant_id, id) WHERE ended_at IS NULL;
CREATE INDEX interaction_by_parent ON interaction (tenant_id, parent_id, id) WHERE parent_id IS NOT NULL;

CREATE TABLE agent (
    tenant_id         TEXT    NOT NULL,
    agent             TEXT    NOT NULL,
    status            TEXT    NOT NULL,
    since             INTEGER NOT NULL,
    idle_since        INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, agent)
) STRICT, WITHOUT ROWID;

CREATE TABLE binding (
    tenant_id         TEXT    NOT NULL,
    user_name         TEXT    NOT NULL,
    contact           TEXT    NOT NULL,
    transport         TEXT    NOT NULL,
    remote_address    TEXT    NOT NULL,
    remote_port       INTEGER NOT NULL,
    expires_at        INTEGER NOT NULL,
    user_agent_name   TEXT    NOT NULL,
    call_id           TEXT    NOT NULL,
    cseq              INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, user_name, contact)
) STRICT, WITHOUT ROWID;

CREATE TABLE voicemail (
    tenant_id         TEXT    NOT NULL,
    id                INTEGER NOT NULL,
    parent_id         INTEGER,
    queue             TEXT    NOT NULL,
    caller            TEXT,
    language          TEXT    NOT NULL,
    at                INTEGER NOT NULL,
    length_ticks      INTEGER NOT NULL,
    file              TEXT    NOT NULL,
    status            TEXT    NOT NULL,
    agent             TEXT,
    PRIMARY KEY (tenant_id, id)
) STRICT;
CREATE INDEX voicemail_open ON voicemail (tenant_id, id) WHERE status IN ('recording', 'new', 'heard');

-- Added to, never changed.
CREATE TABLE journal (
    serial            INTEGER PRIMARY KEY AUTOINCREMENT,
    tenant_id         TEXT    NOT NULL,
    at                INTEGER NOT NULL,
    subject           TEXT    NOT NULL,
    event             TEXT    NOT NULL,
    detail            TEXT,
    who               TEXT
) STRICT;
CREATE INDEX journal_by_subject ON journal (tenant_id, subject, at, serial);

CREATE TABLE configuration (
    tenant_id         TEXT    NOT NULL,
    version           INTEGER NOT NULL,
    at                INTEGER NOT NULL,
    who               TEXT    NOT NULL,
    files             TEXT    NOT NULL,
    PRIMARY KEY (tenant_id, version)
) STRICT;

-- Of the installation, not of a tenant: secrets made up at first start.
CREATE TABLE setting (
    name              TEXT    NOT NULL PRIMARY KEY,
    value             TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
