CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
CREATE TABLE registry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    source_id INTEGER NOT NULL DEFAULT 0,
    metadata TEXT NOT NULL DEFAULT '{}',
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
);
CREATE TABLE repository (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    registry_id INTEGER NOT NULL REFERENCES registry(id),
    name TEXT NOT NULL,
    pull_count INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (registry_id, name)
);
CREATE TABLE blob (
    digest TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    synced INTEGER NOT NULL DEFAULT 0,
    deleting INTEGER NOT NULL DEFAULT 0,
    relied_at INTEGER NOT NULL
);
CREATE INDEX blob_unsynced ON blob (digest) WHERE synced = 0;
CREATE TABLE repository_blob (
    repository_id INTEGER NOT NULL REFERENCES repository(id) ON DELETE CASCADE,
    digest TEXT NOT NULL REFERENCES blob(digest),
    PRIMARY KEY (repository_id, digest)
);
CREATE INDEX repository_blob_digest ON repository_blob (digest);
CREATE TABLE manifest_bytes (
    digest TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
);
CREATE TABLE manifest (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    repository_id INTEGER NOT NULL REFERENCES repository(id),
    digest TEXT NOT NULL REFERENCES manifest_bytes(digest),
    media_type TEXT NOT NULL,
    artifact_type TEXT NOT NULL DEFAULT '',
    config_type TEXT NOT NULL DEFAULT '',
    subject TEXT NOT NULL DEFAULT '',
    annotations TEXT NOT NULL DEFAULT '{}',
    size INTEGER NOT NULL,
    total_size INTEGER NOT NULL,
    os TEXT NOT NULL DEFAULT '',
    architecture TEXT NOT NULL DEFAULT '',
    variant TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '',
    built_at TEXT NOT NULL DEFAULT '',
    pushed_at INTEGER NOT NULL,
    pulled_at INTEGER NOT NULL DEFAULT 0,
    pull_count INTEGER NOT NULL DEFAULT 0,
    UNIQUE (repository_id, digest)
);
CREATE INDEX manifest_pushed ON manifest (repository_id, pushed_at, id);
CREATE INDEX manifest_subject ON manifest (repository_id, subject) WHERE subject <> '';
CREATE INDEX manifest_digest ON manifest (digest);
CREATE TABLE manifest_blob (
    manifest_id INTEGER NOT NULL REFERENCES manifest(id) ON DELETE CASCADE,
    digest TEXT NOT NULL REFERENCES blob(digest),
    PRIMARY KEY (manifest_id, digest)
);
CREATE INDEX manifest_blob_digest ON manifest_blob (digest);
CREATE TABLE manifest_child (
    manifest_id INTEGER NOT NULL REFERENCES manifest(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    digest TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    os TEXT NOT NULL DEFAULT '',
    architecture TEXT NOT NULL DEFAULT '',
    variant TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (manifest_id, position)
);
CREATE INDEX manifest_child_digest ON manifest_child (digest);
CREATE TABLE tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    repository_id INTEGER NOT NULL REFERENCES repository(id),
    name TEXT NOT NULL,
    manifest_id INTEGER NOT NULL REFERENCES manifest(id),
    pushed_at INTEGER NOT NULL,
    pulled_at INTEGER NOT NULL DEFAULT 0,
    UNIQUE (repository_id, name)
);
CREATE INDEX tag_manifest ON tag (manifest_id, pushed_at, id);
CREATE TABLE trash_operation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    registry TEXT NOT NULL,
    image TEXT NOT NULL,
    actor TEXT NOT NULL DEFAULT '',
    deleted_at INTEGER NOT NULL
);
CREATE TABLE trash_manifest (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL REFERENCES trash_operation(id) ON DELETE CASCADE,
    digest TEXT NOT NULL REFERENCES manifest_bytes(digest),
    media_type TEXT NOT NULL,
    total_size INTEGER NOT NULL,
    pushed_at INTEGER NOT NULL,
    pulled_at INTEGER NOT NULL,
    pull_count INTEGER NOT NULL
);
CREATE INDEX trash_manifest_digest ON trash_manifest (digest);
CREATE TABLE trash_tag (
    operation_id INTEGER NOT NULL REFERENCES trash_operation(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    pushed_at INTEGER NOT NULL,
    pulled_at INTEGER NOT NULL,
    PRIMARY KEY (operation_id, name)
);
CREATE TABLE trash_blob (
    trash_manifest_id INTEGER NOT NULL REFERENCES trash_manifest(id) ON DELETE CASCADE,
    digest TEXT NOT NULL REFERENCES blob(digest),
    PRIMARY KEY (trash_manifest_id, digest)
);
CREATE INDEX trash_blob_digest ON trash_blob (digest);
CREATE TABLE access_key (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    role TEXT NOT NULL,
    salt BLOB NOT NULL,
    hash BLOB NOT NULL,
    disabled INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
);
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
