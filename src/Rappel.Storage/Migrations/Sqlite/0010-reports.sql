-- When the caller was no longer in line, and within how many seconds an answer was in service level when the caller entered.
ALTER TABLE interaction ADD COLUMN left_queue_at INTEGER;
ALTER TABLE interaction ADD COLUMN level_threshold INTEGER;

-- The outbound queue an attempt was made in.
ALTER TABLE attempt ADD COLUMN queue TEXT;
UPDATE attempt SET queue = (SELECT c.queue FROM callback c WHERE c.tenant_id = attempt.tenant_id AND c.id = attempt.callback_id);

-- Stays in a queue that a later one followed; the last one is in the interaction.
CREATE TABLE queue_stay (
    tenant_id         TEXT    NOT NULL,
    interaction_id    INTEGER NOT NULL,
    entered_at        INTEGER NOT NULL,
    queue             TEXT    NOT NULL,
    channel           TEXT,
    left_at           INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, interaction_id, entered_at)
) STRICT, WITHOUT ROWID;

CREATE INDEX interaction_by_start ON interaction (tenant_id, started_at, id);
CREATE INDEX interaction_by_agent ON interaction (tenant_id, agent, started_at, id) WHERE agent IS NOT NULL;
CREATE INDEX interaction_by_caller ON interaction (tenant_id, caller, started_at, id) WHERE caller IS NOT NULL;

-- Callbacks that reached their customer: the times that medians are taken of, without a look at the rows themselves.
CREATE INDEX interaction_callback_connected ON interaction (tenant_id, started_at, queue, answered_at, expected_wait_error)
    WHERE kind = 'callback' AND answered_at IS NOT NULL;

-- What has been counted, per 15 minutes. A slot is a moment's UTC ticks divided by 9,000,000,000. Each row is the sum of what the rows of
-- interaction, queue_stay, offer, attempt, callback and of agents' statuses give, kept so in the transactions that write them; '' stands
-- for no queue or channel. Lengths (…_ms) are milliseconds.
CREATE TABLE rollup_queue (
    tenant_id TEXT NOT NULL, slot INTEGER NOT NULL, queue TEXT NOT NULL, channel TEXT NOT NULL,
    entered INTEGER NOT NULL, answered INTEGER NOT NULL, in_level INTEGER NOT NULL, abandoned INTEGER NOT NULL, short_abandoned INTEGER NOT NULL,
    to_callback INTEGER NOT NULL, to_voicemail INTEGER NOT NULL, to_number INTEGER NOT NULL, to_agent INTEGER NOT NULL, left_otherwise INTEGER NOT NULL,
    offers INTEGER NOT NULL, answer_wait_ms INTEGER NOT NULL, abandon_wait_ms INTEGER NOT NULL, talk_ms INTEGER NOT NULL,
    told INTEGER NOT NULL, told_error_ms INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, slot, queue, channel)
) STRICT, WITHOUT ROWID;

CREATE TABLE rollup_channel (
    tenant_id TEXT NOT NULL, slot INTEGER NOT NULL, channel TEXT NOT NULL,
    calls INTEGER NOT NULL, queued INTEGER NOT NULL, answered INTEGER NOT NULL, abandoned INTEGER NOT NULL, short_abandoned INTEGER NOT NULL,
    to_callback INTEGER NOT NULL, to_voicemail INTEGER NOT NULL, to_number INTEGER NOT NULL, to_agent INTEGER NOT NULL, in_script INTEGER NOT NULL,
    refused INTEGER NOT NULL, interrupted INTEGER NOT NULL, call_ms INTEGER NOT NULL, talk_ms INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, slot, channel)
) STRICT, WITHOUT ROWID;

CREATE TABLE rollup_agent (
    tenant_id TEXT NOT NULL, slot INTEGER NOT NULL, agent TEXT NOT NULL, queue TEXT NOT NULL,
    offers INTEGER NOT NULL, accepted INTEGER NOT NULL, rejected INTEGER NOT NULL, timed_out INTEGER NOT NULL, unreachable INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL, calls INTEGER NOT NULL, callbacks INTEGER NOT NULL, voicemails INTEGER NOT NULL, direct INTEGER NOT NULL,
    talk_ms INTEGER NOT NULL, on_break_ms INTEGER NOT NULL, available_ms INTEGER NOT NULL, offered_ms INTEGER NOT NULL, busy_ms INTEGER NOT NULL,
    wrap_up_ms INTEGER NOT NULL, working_offline_ms INTEGER NOT NULL,
    -- By queue first: what is asked of all queues together reads the rows of '' and no others.
    PRIMARY KEY (tenant_id, queue, slot, agent)
) STRICT, WITHOUT ROWID;

CREATE TABLE rollup_callback (
    tenant_id TEXT NOT NULL, slot INTEGER NOT NULL, queue TEXT NOT NULL,
    taken INTEGER NOT NULL, from_script INTEGER NOT NULL, completed INTEGER NOT NULL, exhausted INTEGER NOT NULL, expired INTEGER NOT NULL,
    cancelled INTEGER NOT NULL, served INTEGER NOT NULL, bad_number INTEGER NOT NULL, connected INTEGER NOT NULL, connection_ms INTEGER NOT NULL,
    spared_ms INTEGER NOT NULL, told INTEGER NOT NULL, told_error_ms INTEGER NOT NULL, attempts INTEGER NOT NULL,
    attempts_connected INTEGER NOT NULL, attempts_agent_did_not_answer INTEGER NOT NULL, attempts_busy INTEGER NOT NULL,
    attempts_ring_no_answer INTEGER NOT NULL, attempts_bad_number INTEGER NOT NULL, attempts_refused_by_customer INTEGER NOT NULL,
    attempts_answering_machine INTEGER NOT NULL, attempts_message_left INTEGER NOT NULL, attempts_not_confirmed INTEGER NOT NULL,
    attempts_trunk_failure INTEGER NOT NULL, attempts_interrupted_by_restart INTEGER NOT NULL, attempts_customer_hung_up INTEGER NOT NULL,
    attempts_agent_hung_up INTEGER NOT NULL, attempts_withdrawn INTEGER NOT NULL, attempts_fault INTEGER NOT NULL,
    attempts_call_again INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, slot, queue)
) STRICT, WITHOUT ROWID;

CREATE TABLE rollup_script (
    tenant_id TEXT NOT NULL, slot INTEGER NOT NULL, script TEXT NOT NULL, path TEXT NOT NULL, kind TEXT NOT NULL, word TEXT NOT NULL,
    callers INTEGER NOT NULL, times INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, slot, script, path, kind, word)
) STRICT, WITHOUT ROWID;

-- What is there already is counted by the program, at the end of this upgrade.
INSERT INTO setting (name, value) VALUES ('rollups', 'due');
