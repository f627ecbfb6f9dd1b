-- What agents say about calls, in a row beside the interaction's: that one belongs to the call, which writes it whole.
CREATE TABLE after_call (
    tenant_id         text    NOT NULL,
    interaction_id    bigint  NOT NULL,
    agent             text    NOT NULL,
    queue             text    NOT NULL,
    at                bigint  NOT NULL,
    codes             text    NOT NULL, -- JSON list
    note              text,
    PRIMARY KEY (tenant_id, interaction_id)
);

-- When agent and customer were connected, of an offer that was accepted.
ALTER TABLE offer ADD COLUMN talked_from bigint;
ALTER TABLE offer ADD COLUMN talked_until bigint;
CREATE INDEX offer_of_agent ON offer (tenant_id, agent, at);

-- A wrap-up that lacks codes and holds the agent, over a restart too: JSON; null where none does.
ALTER TABLE agent ADD COLUMN held text;

-- The table of open requests is read in the order of the line: by when each was moved to by hand, or else by its place.
CREATE INDEX callback_open_in_line ON callback (tenant_id, (coalesce((handling::json ->> 'movedToTicks')::bigint, place)), id) WHERE NOT is_final;
