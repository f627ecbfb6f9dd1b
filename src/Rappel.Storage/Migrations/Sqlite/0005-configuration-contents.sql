-- The files of configurations, texts and recordings alike, each kept once by the SHA-256 of its bytes, however many versions have it.
CREATE TABLE configuration_content (
    tenant_id         TEXT    NOT NULL,
    hash              TEXT    NOT NULL,
    bytes             BLOB    NOT NULL,
    PRIMARY KEY (tenant_id, hash)
) STRICT;

-- Added to, never changed. `changes` is the number of objects that differ from the version before; NULL where nobody counted.
CREATE TABLE configuration_version (
    tenant_id         TEXT    NOT NULL,
    version           INTEGER NOT NULL,
    at                INTEGER NOT NULL,
    who               TEXT    NOT NULL,
    note              TEXT    NOT NULL,
    origin            TEXT    NOT NULL,
    changes           INTEGER,
    PRIMARY KEY (tenant_id, version)
) STRICT;

CREATE TABLE configuration_file (
    tenant_id         TEXT    NOT NULL,
    version           INTEGER NOT NULL,
    path              TEXT    NOT NULL,
    hash              TEXT    NOT NULL,
    PRIMARY KEY (tenant_id, version, path),
    FOREIGN KEY (tenant_id, version) REFERENCES configuration_version (tenant_id, version),
    FOREIGN KEY (tenant_id, hash) REFERENCES configuration_content (tenant_id, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX configuration_file_by_content ON configuration_file (tenant_id, hash);

-- At most one draft: what is being edited, begun from a version.
CREATE TABLE configuration_draft (
    tenant_id         TEXT    NOT NULL PRIMARY KEY,
    base_version      INTEGER NOT NULL,
    at                INTEGER NOT NULL,
    who               TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE configuration_draft_file (
    tenant_id         TEXT    NOT NULL,
    path              TEXT    NOT NULL,
    hash              TEXT    NOT NULL,
    PRIMARY KEY (tenant_id, path),
    FOREIGN KEY (tenant_id) REFERENCES configuration_draft (tenant_id),
    FOREIGN KEY (tenant_id, hash) REFERENCES configuration_content (tenant_id, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX configuration_draft_file_by_content ON configuration_draft_file (tenant_id, hash);

-- Versions up to now were imported from a folder, and had their texts in one JSON column. content_hash() is the program's.
INSERT OR IGNORE INTO configuration_content (tenant_id, hash, bytes)
    SELECT c.tenant_id, content_hash(f.value), CAST(f.value AS BLOB) FROM configuration c, json_each(c.files) f;
INSERT INTO configuration_version (tenant_id, version, at, who, note, origin)
    SELECT tenant_id, version, at, who, '', 'folder' FROM configuration;
INSERT INTO configuration_file (tenant_id, version, path, hash)
    SELECT c.tenant_id, c.version, f.key, content_hash(f.value) FROM configuration c, json_each(c.files) f;
DROP TABLE configuration;
