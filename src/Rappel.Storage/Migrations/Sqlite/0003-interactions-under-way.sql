-- What a start must read. A callback's own record follows from its request until somebody answers: with a million pending requests the
-- index before this one named a million records, for each to be looked up and left out.
DROP INDEX interaction_open;
CREATE INDEX interaction_under_way ON interaction (tenant_id, id)
    WHERE ended_at IS NULL AND (kind <> 'callback' OR answered_at IS NOT NULL);
