-- The table of open requests is read in the order of the line: by when each was moved to by hand, or else by its place.
CREATE INDEX callback_open_in_line ON callback (tenant_id, coalesce(json_extract(handling, '$.movedToTicks'), place), id) WHERE is_final = 0;
