-- When the caller was no longer in line, and within how many seconds an answer was in service level when the caller entered.
ALTER TABLE interaction ADD COLUMN left_queue_at bigint;
ALTER TABLE interaction ADD COLUMN level_threshold bigint;

-- The outbound queue an attempt was made in.
ALTER TABLE attempt ADD COLUMN queue text;
UPDATE attempt SET queue = (SELECT c.queue FROM callback c WHERE c.tenant_id = attempt.tenant_id AND c.id = attempt.callback_id);

-- Stays in a queue that a later one followed; the last one is in the interaction.
CREATE TABLE queue_stay (
    tenant_id         text    NOT NULL,
    interaction_id    bigint NOT NULL,
    entered_at        bigint NOT NULL,
    queue             text    NOT NULL,
    channel           text,
    left_at           bigint NOT NULL,
    PRIMARY KEY (tenant_id, interaction_id, entered_at)
);

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
    tenant_id text COLLATE "C" NOT NULL, slot bigint NOT NULL, queue text COLLATE "C" NOT NULL, channel text COLLATE "C" NOT NULL,
    entered bigint NOT NULL, answered bigint NOT NULL, in_level bigint NOT NULL, abandoned bigint NOT NULL, short_abandoned bigint NOT NULL,
    to_callback bigint NOT NULL, to_voicemail bigint NOT NULL, to_number bigint NOT NULL, to_agent bigint NOT NULL, left_otherwise bigint NOT NULL,
    offers bigint NOT NULL, answer_wait_ms bigint NOT NULL, abandon_wait_ms bigint NOT NULL, talk_ms bigint NOT NULL,
    told bigint NOT NULL, told_error_ms bigint NOT NULL,
    PRIMARY KEY (tenant_id, slot, queue, channel)
);

CREATE TABLE rollup_channel (
    tenant_id text COLLATE "C" NOT NULL, slot bigint NOT NULL, channel text COLLATE "C" NOT NULL,
    calls bigint NOT NULL, queued bigint NOT NULL, answered bigint NOT NULL, abandoned bigint NOT NULL, short_abandoned bigint NOT NULL,
    to_callback bigint NOT NULL, to_voicemail bigint NOT NULL, to_number bigint NOT NULL, to_agent bigint NOT NULL, in_script bigint NOT NULL,
    refused bigint NOT NULL, interrupted bigint NOT NULL, call_ms bigint NOT NULL, talk_ms bigint NOT NULL,
    PRIMARY KEY (tenant_id, slot, channel)
);

CREATE TABLE rollup_agent (
    tenant_id text COLLATE "C" NOT NULL, slot bigint NOT NULL, agent text COLLATE "C" NOT NULL, queue text COLLATE "C" NOT NULL,
    offers bigint NOT NULL, accepted bigint NOT NULL, rejected bigint NOT NULL, timed_out bigint NOT NULL, unreachable bigint NOT NULL,
    withdrawn bigint NOT NULL, calls bigint NOT NULL, callbacks bigint NOT NULL, voicemails bigint NOT NULL, direct bigint NOT NULL,
    talk_ms bigint NOT NULL, on_break_ms bigint NOT NULL, available_ms bigint NOT NULL, offered_ms bigint NOT NULL, busy_ms bigint NOT NULL,
    wrap_up_ms bigint NOT NULL, working_offline_ms bigint NOT NULL,
    -- By queue first: what is asked of all queues together reads the rows of '' and no others.
    PRIMARY KEY (tenant_id, queue, slot, agent)
);

CREATE TABLE rollup_callback (
    tenant_id text COLLATE "C" NOT NULL, slot bigint NOT NULL, queue text COLLATE "C" NOT NULL,
    taken bigint NOT NULL, from_script bigint NOT NULL, completed bigint NOT NULL, exhausted bigint NOT NULL, expired bigint NOT NULL,
    cancelled bigint NOT NULL, served bigint NOT NULL, bad_number bigint NOT NULL, connected bigint NOT NULL, connection_ms bigint NOT NULL,
    spared_ms bigint NOT NULL, told bigint NOT NULL, told_error_ms bigint NOT NULL, attempts bigint NOT NULL,
    attempts_connected bigint NOT NULL, attempts_agent_did_not_answer bigint NOT NULL, attempts_busy bigint NOT NULL,
    attempts_ring_no_answer bigint NOT NULL, attempts_bad_number bigint NOT NULL, attempts_refused_by_customer bigint NOT NULL,
    attempts_answering_machine bigint NOT NULL, attempts_message_left bigint NOT NULL, attempts_not_confirmed bigint NOT NULL,
    attempts_trunk_failure bigint NOT NULL, attempts_interrupted_by_restart bigint NOT NULL, attempts_customer_hung_up bigint NOT NULL,
    attempts_agent_hung_up bigint NOT NULL, attempts_withdrawn bigint NOT NULL, attempts_fault bigint NOT NULL,
    attempts_call_again bigint NOT NULL,
    PRIMARY KEY (tenant_id, slot, queue)
);

CREATE TABLE rollup_script (
    tenant_id text COLLATE "C" NOT NULL, slot bigint NOT NULL, script text COLLATE "C" NOT NULL, path text COLLATE "C" NOT NULL, kind text COLLATE "C" NOT NULL, word text COLLATE "C" NOT NULL,
    callers bigint NOT NULL, times bigint NOT NULL,
    PRIMARY KEY (tenant_id, slot, script, path, kind, word)
);

-- What is there already is counted by the program, at the end of this upgrade.
INSERT INTO setting (name, value) VALUES ('rollups', 'due');
