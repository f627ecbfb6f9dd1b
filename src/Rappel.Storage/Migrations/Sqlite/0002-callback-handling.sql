-- What people and programs decided about a request by hand, as JSON: window, place moved to, assigned agent, notes, hold. NULL for most.
ALTER TABLE callback ADD COLUMN handling TEXT;

-- Answering machines that used no attempt.
ALTER TABLE callback ADD COLUMN machines_met INTEGER NOT NULL DEFAULT 0;

-- Seconds of waiting the customer was told to expect.
ALTER TABLE callback ADD COLUMN told_wait INTEGER;
