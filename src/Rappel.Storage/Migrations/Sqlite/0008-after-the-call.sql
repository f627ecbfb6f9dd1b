-- What agents say about calls, in a row beside the interaction's: that one belongs to the call, which writes it whole.
CREATE TABLE after_call (
    tenant_id      TEXT    NOT NULL,
    interaction_id INTEGER NOT NULL,
    agent          TEXT    NOT NULL,
    queue          TEXT    NOT NULL,
    at             INTEGER NOT NULL,
    codes          TEXT    NOT NULL, -- JSON list
    note           TEXT,
    PRIMARY KEY (tenant_id, interaction_id)
) WITHOUT ROWID;

-- When agent and customer were connected, of an offer that was accepted.
ALTER TABLE offer ADD COLUMN talked_from INTEGER;
ALTER TABLE offer ADD COLUMN talked_until INTEGER;
CREATE INDEX offer_of_agent ON offer (tenant_id, agent, at);

-- A wrap-up that lacks codes and holds the agent, over a restart too: JSON; null where none does.
ALTER TABLE agent ADD COLUMN held TEXT;
