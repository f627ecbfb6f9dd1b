-- Seconds by which the real wait was longer (shorter, where negative) than told; NULL where nothing was told or nobody was reached.
ALTER TABLE interaction ADD COLUMN expected_wait_error INTEGER;

-- The same for a callback: until the customer's phone first rang.
ALTER TABLE callback ADD COLUMN promise_error INTEGER;

-- The few that people have handled, for lists of held and assigned ones.
CREATE INDEX callback_handled ON callback (tenant_id, id) WHERE is_final = 0 AND handling IS NOT NULL;
