-- Moments (…_at, since, place) are UTC ticks of 100 ns since 0001-01-01, lengths (…_ticks) are ticks of 100 ns: both hold exactly what the
-- engine compares. Enumerations are the words of the domain (`ring-no-answer`). Texts that are put in order compare as their bytes do,
-- whatever language the database was made with.

CREATE TABLE callback (
    tenant_id         text    NOT NULL,
    id                bigint  NOT NULL,
    revision          bigint  NOT NULL,
    status            text    NOT NULL,
    is_final          boolean NOT NULL,
    queue             text    NOT NULL,
    terms             text    NOT NULL,
    number            text    NOT NULL,
    trunk             text,
    time_zone         text,
    caller_id         text    NOT NULL,
    language          text    NOT NULL,
    customer_name     text,
    inbound_queue     text,
    origin            text    NOT NULL,
    interaction_id    bigint  NOT NULL,
    parent_id         bigint,
    place             bigint  NOT NULL,
    requested_at      bigint  NOT NULL,
    expires_at        bigint  NOT NULL,
    due_at            bigint,
    attempts_used     bigint  NOT NULL,
    attempts_begun    bigint  NOT NULL,
    current_attempt   bigint,
    trunk_failures    bigint  NOT NULL,
    agent             text,
    last_outcome      text,
    ended_at          bigint,
    end_reason        text,
    variables         text    NOT NULL,
    -- What people and programs decided about a request by hand, as JSON. NULL for most.
    handling          text,
    machines_met      bigint  NOT NULL DEFAULT 0,
    told_wait         bigint,
    promise_error     bigint,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX callback_open ON callback (tenant_id, id) WHERE NOT is_final;
CREATE INDEX callback_by_queue ON callback (tenant_id, queue, id);
CREATE INDEX callback_by_status ON callback (tenant_id, status, id);
CREATE INDEX callback_by_interaction ON callback (tenant_id, interaction_id);
CREATE INDEX callback_handled ON callback (tenant_id, id) WHERE NOT is_final AND handling IS NOT NULL;

-- An attempt without its request means nothing; deferred, because the rows of a batch come in any order.
CREATE TABLE attempt (
    tenant_id         text    NOT NULL,
    callback_id       bigint  NOT NULL,
    serial            bigint  NOT NULL,
    number            bigint  NOT NULL,
    agent             text,
    begun_at          bigint  NOT NULL,
    rung_at           bigint,
    answered_at       bigint,
    ended_at          bigint,
    outcome           text,
    uses_attempt      boolean NOT NULL,
    sip_status        bigint,
    PRIMARY KEY (tenant_id, callback_id, serial),
    FOREIGN KEY (tenant_id, callback_id) REFERENCES callback (tenant_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX attempt_open ON attempt (tenant_id, callback_id, serial) WHERE outcome IS NULL;

CREATE TABLE offer (
    tenant_id         text    NOT NULL,
    id                bigint  NOT NULL,
    agent             text    NOT NULL,
    queue             text    NOT NULL,
    kind              text    NOT NULL,
    interaction_id    bigint  NOT NULL,
    callback_id       bigint,
    at                bigint  NOT NULL,
    ended_at          bigint,
    outcome           text,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX offer_open ON offer (tenant_id, id) WHERE outcome IS NULL;
CREATE INDEX offer_by_interaction ON offer (tenant_id, interaction_id, id);

CREATE TABLE interaction (
    tenant_id         text    NOT NULL,
    id                bigint  NOT NULL,
    kind              text    NOT NULL,
    parent_id         bigint,
    channel           text,
    queue             text,
    caller            text,
    dialled           text,
    language          text    NOT NULL,
    started_at        bigint  NOT NULL,
    queued_at         bigint,
    answered_at       bigint,
    ended_at          bigint,
    agent             text,
    outcome           text,
    expected_wait_told bigint,
    expected_wait_error bigint,
    PRIMARY KEY (tenant_id, id)
);
-- What a start must read: a callback's own record follows from its request until somebody answers.
CREATE INDEX interaction_under_way ON interaction (tenant_id, id)
    WHERE ended_at IS NULL AND (kind <> 'callback' OR answered_at IS NOT NULL);
CREATE INDEX interaction_by_parent ON interaction (tenant_id, parent_id, id) WHERE parent_id IS NOT NULL;

CREATE TABLE agent (
    tenant_id         text    NOT NULL,
    agent             text    COLLATE "C" NOT NULL,
    status            text    NOT NULL,
    since             bigint  NOT NULL,
    idle_since        bigint  NOT NULL,
    PRIMARY KEY (tenant_id, agent)
);

CREATE TABLE binding (
    tenant_id         text    NOT NULL,
    user_name         text    COLLATE "C" NOT NULL,
    contact           text    COLLATE "C" NOT NULL,
    transport         text    NOT NULL,
    remote_address    text    NOT NULL,
    remote_port       bigint  NOT NULL,
    expires_at        bigint  NOT NULL,
    user_agent_name   text    NOT NULL,
    call_id           text    NOT NULL,
    cseq              bigint  NOT NULL,
    PRIMARY KEY (tenant_id, user_name, contact)
);

CREATE TABLE voicemail (
    tenant_id         text    NOT NULL,
    id                bigint  NOT NULL,
    parent_id         bigint,
    queue             text    NOT NULL,
    caller            text,
    language          text    NOT NULL,
    at                bigint  NOT NULL,
    length_ticks      bigint  NOT NULL,
    file              text    NOT NULL,
    status            text    NOT NULL,
    agent             text,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX voicemail_open ON voicemail (tenant_id, id) WHERE status IN ('recording', 'new', 'heard');

-- Added to, never changed.
CREATE TABLE journal (
    serial            bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id         text    NOT NULL,
    at                bigint  NOT NULL,
    subject           text    NOT NULL,
    event             text    NOT NULL,
    detail            text,
    who               text
);
CREATE INDEX journal_by_subject ON journal (tenant_id, subject, at, serial);

-- Of the installation, not of a tenant: secrets made up at first start.
CREATE TABLE setting (
    name              text    NOT NULL PRIMARY KEY,
    value             text    NOT NULL
);

-- The files of configurations, texts and recordings alike, each kept once by the SHA-256 of its bytes, however many versions have it.
CREATE TABLE configuration_content (
    tenant_id         text    NOT NULL,
    hash              text    NOT NULL,
    bytes             bytea   NOT NULL,
    PRIMARY KEY (tenant_id, hash)
);
-- Not packed: the first bytes of a recording are read without the rest of it.
ALTER TABLE configuration_content ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- Added to, never changed. `changes` is the number of objects that differ from the version before; NULL where nobody counted.
CREATE TABLE configuration_version (
    tenant_id         text    NOT NULL,
    version           bigint  NOT NULL,
    at                bigint  NOT NULL,
    who               text    NOT NULL,
    note              text    NOT NULL,
    origin            text    NOT NULL,
    changes           bigint,
    PRIMARY KEY (tenant_id, version)
);

CREATE TABLE configuration_file (
    tenant_id         text    NOT NULL,
    version           bigint  NOT NULL,
    path              text    NOT NULL,
    hash              text    NOT NULL,
    PRIMARY KEY (tenant_id, version, path),
    FOREIGN KEY (tenant_id, version) REFERENCES configuration_version (tenant_id, version),
    FOREIGN KEY (tenant_id, hash) REFERENCES configuration_content (tenant_id, hash)
);
CREATE INDEX configuration_file_by_content ON configuration_file (tenant_id, hash);

-- At most one draft: what is being edited, begun from a version.
CREATE TABLE configuration_draft (
    tenant_id         text    NOT NULL PRIMARY KEY,
    base_version      bigint  NOT NULL,
    at                bigint  NOT NULL,
    who               text    NOT NULL
);

CREATE TABLE configuration_draft_file (
    tenant_id         text    NOT NULL,
    path              text    NOT NULL,
    hash              text    NOT NULL,
    PRIMARY KEY (tenant_id, path),
    FOREIGN KEY (tenant_id) REFERENCES configuration_draft (tenant_id),
    FOREIGN KEY (tenant_id, hash) REFERENCES configuration_content (tenant_id, hash)
);
CREATE INDEX configuration_draft_file_by_content ON configuration_draft_file (tenant_id, hash);

-- Who may sign in. Names are in small letters. A new stamp ends all sessions begun under the one before.
CREATE TABLE person (
    tenant_id         text    NOT NULL,
    name              text    COLLATE "C" NOT NULL,
    display_name      text    NOT NULL,
    role              text    NOT NULL,
    agent             text,
    language          text,
    enabled           boolean NOT NULL,
    password_hash     text,
    external_id       text,
    stamp             text    NOT NULL,
    created_at        bigint  NOT NULL,
    last_sign_in_at   bigint,
    PRIMARY KEY (tenant_id, name)
);
CREATE UNIQUE INDEX person_by_external_id ON person (tenant_id, external_id) WHERE external_id IS NOT NULL;

-- What programs send. Of the token itself only its hash is kept, and its first characters for people to know it by.
CREATE TABLE token (
    id                bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id         text    NOT NULL,
    name              text    NOT NULL,
    prefix            text    NOT NULL,
    hash              text    NOT NULL UNIQUE,
    scopes            text    NOT NULL,
    agent             text,
    created_at        bigint  NOT NULL,
    created_by        text    NOT NULL,
    expires_at        bigint,
    last_used_at      bigint
);

-- Added to, never changed; the oldest rows go when they have been kept long enough. before_value and after_value are JSON without secrets.
CREATE TABLE audit (
    id                bigint  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id         text    NOT NULL,
    at                bigint  NOT NULL,
    who               text    NOT NULL,
    address           text,
    action            text    NOT NULL,
    subject           text    COLLATE "C" NOT NULL,
    before_value      text,
    after_value       text
);
CREATE INDEX audit_by_subject ON audit (tenant_id, subject, id);
CREATE INDEX audit_by_who ON audit (tenant_id, who, id);
CREATE INDEX audit_by_time ON audit (tenant_id, at);
