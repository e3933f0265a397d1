ALTER TABLE registry ADD COLUMN quota_bytes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE registry ADD COLUMN accepts_missing INTEGER NOT NULL DEFAULT 0;
ALTER TABLE blob ADD COLUMN damaged_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX blob_deleting ON blob (digest) WHERE deleting = 1;
CREATE INDEX blob_damaged ON blob (digest) WHERE damaged_at > 0;
CREATE TABLE manifest_missing (
    manifest_id INTEGER NOT NULL REFERENCES manifest(id) ON DELETE CASCADE,
    digest TEXT NOT NULL,
    PRIMARY KEY (manifest_id, digest)
);
CREATE INDEX manifest_missing_digest ON manifest_missing (digest);
ALTER TABLE trash_operation ADD COLUMN detail TEXT NOT NULL DEFAULT '{}';
CREATE INDEX trash_operation_deleted ON trash_operation (deleted_at, id);
ALTER TABLE trash_manifest ADD COLUMN os TEXT NOT NULL DEFAULT '';
ALTER TABLE trash_manifest ADD COLUMN architecture TEXT NOT NULL DEFAULT '';
ALTER TABLE trash_manifest ADD COLUMN variant TEXT NOT NULL DEFAULT '';
ALTER TABLE trash_manifest ADD COLUMN author TEXT NOT NULL DEFAULT '';
ALTER TABLE trash_manifest ADD COLUMN built_at TEXT NOT NULL DEFAULT '';
CREATE INDEX trash_manifest_operation ON trash_manifest (operation_id);
CREATE TABLE person (
    name TEXT PRIMARY KEY,
    role TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE person_registry (
    person TEXT NOT NULL REFERENCES person(name) ON DELETE CASCADE,
    registry TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (person, registry)
);
ALTER TABLE access_key ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE access_key ADD COLUMN role_limit TEXT NOT NULL DEFAULT '';
ALTER TABLE access_key ADD COLUMN registries TEXT NOT NULL DEFAULT '';
ALTER TABLE access_key ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE access_key ADD COLUMN secret_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE access_key ADD COLUMN used_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX access_key_owner ON access_key (owner);
INSERT INTO person (name, role, created_at) SELECT owner, min(role), min(created_at) FROM access_key GROUP BY owner;
UPDATE access_key SET secret_at = created_at;
CREATE TABLE server_secret (
    name TEXT PRIMARY KEY,
    sealed BLOB NOT NULL
);
