-- What lists and sums show is kept where it is shown, by whoever changes it. And what a deletion took stays in an image of its own, that of
-- the deletion, instead of being copied into tables of the trash.
CREATE TABLE repository_4 (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    registry_id INTEGER REFERENCES registry(id),
    operation_id INTEGER REFERENCES trash_operation(id),
    former_registry INTEGER NOT NULL DEFAULT 0,
    name TEXT NOT NULL,
    pull_count INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    artifact_count INTEGER NOT NULL DEFAULT 0,
    manifest_count INTEGER NOT NULL DEFAULT 0,
    manifest_bytes INTEGER NOT NULL DEFAULT 0,
    tag_count INTEGER NOT NULL DEFAULT 0,
    never_pulled INTEGER NOT NULL DEFAULT 0,
    first_push INTEGER NOT NULL DEFAULT 0,
    used_bytes INTEGER NOT NULL DEFAULT 0,
    unique_bytes INTEGER NOT NULL DEFAULT 0,
    unsettled INTEGER NOT NULL DEFAULT 0,
    UNIQUE (registry_id, name),
    CHECK ((registry_id IS NULL) <> (operation_id IS NULL))
);
INSERT INTO repository_4 (id, registry_id, former_registry, name, pull_count, created_at, updated_at) SELECT id, registry_id, registry_id, name, pull_count, created_at, updated_at FROM repository;
DROP TABLE repository;
ALTER TABLE repository_4 RENAME TO repository;
CREATE UNIQUE INDEX repository_operation ON repository (operation_id) WHERE operation_id IS NOT NULL;
CREATE INDEX repository_former ON repository (former_registry, name) WHERE operation_id IS NOT NULL;
CREATE INDEX repository_unsettled ON repository (id) WHERE unsettled > 0;
CREATE INDEX repository_used ON repository (used_bytes) WHERE registry_id IS NOT NULL;
CREATE INDEX repository_first_push ON repository (registry_id, first_push) WHERE first_push > 0;
ALTER TABLE registry ADD COLUMN image_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE registry ADD COLUMN artifact_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE registry ADD COLUMN manifest_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE registry ADD COLUMN manifest_bytes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE registry ADD COLUMN tag_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE registry ADD COLUMN never_pulled INTEGER NOT NULL DEFAULT 0;
ALTER TABLE registry ADD COLUMN used_bytes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE registry ADD COLUMN unique_bytes INTEGER NOT NULL DEFAULT 0;
CREATE INDEX registry_used ON registry (used_bytes);
CREATE TABLE registry_blob (
    registry_id INTEGER NOT NULL,
    digest TEXT NOT NULL REFERENCES blob(digest),
    links INTEGER NOT NULL,
    PRIMARY KEY (registry_id, digest)
);
CREATE INDEX registry_blob_digest ON registry_blob (digest);
ALTER TABLE blob ADD COLUMN links INTEGER NOT NULL DEFAULT 0;
ALTER TABLE blob ADD COLUMN registries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE blob ADD COLUMN holders INTEGER NOT NULL DEFAULT 0;
ALTER TABLE blob ADD COLUMN trashed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX blob_unused ON blob (relied_at, size) WHERE holders = 0 AND trashed = 0;
CREATE INDEX blob_shared ON blob (size, digest) WHERE links > 1;
ALTER TABLE repository_blob ADD COLUMN registry_id INTEGER;
ALTER TABLE repository_blob ADD COLUMN refs INTEGER NOT NULL DEFAULT 0;
DROP INDEX repository_blob_left;
CREATE INDEX repository_blob_linked ON repository_blob (digest, repository_id) WHERE registry_id IS NOT NULL AND left_at = 0;
CREATE INDEX repository_blob_trashed ON repository_blob (digest, repository_id) WHERE registry_id IS NULL AND refs > 0;
CREATE INDEX repository_blob_idle ON repository_blob (repository_id, digest) WHERE refs = 0;
ALTER TABLE manifest ADD COLUMN parents INTEGER NOT NULL DEFAULT 0;
ALTER TABLE manifest ADD COLUMN tag_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE manifest ADD COLUMN listed INTEGER NOT NULL DEFAULT 1;
CREATE INDEX manifest_listed ON manifest (repository_id, pushed_at, id) WHERE listed = 1;
ALTER TABLE manifest_child ADD COLUMN repository_id INTEGER NOT NULL DEFAULT 0;
DROP INDEX manifest_child_digest;
CREATE INDEX manifest_child_digest ON manifest_child (repository_id, digest);
ALTER TABLE trash_operation ADD COLUMN state TEXT NOT NULL DEFAULT '';
CREATE INDEX trash_operation_state ON trash_operation (id) WHERE state <> '';
CREATE INDEX trash_operation_registry ON trash_operation (registry, kind, id);
CREATE TABLE total (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    blobs INTEGER NOT NULL DEFAULT 0,
    blob_bytes INTEGER NOT NULL DEFAULT 0,
    unique_bytes INTEGER NOT NULL DEFAULT 0,
    shared_bytes INTEGER NOT NULL DEFAULT 0,
    saved_bytes INTEGER NOT NULL DEFAULT 0,
    trash_bytes INTEGER NOT NULL DEFAULT 0,
    unused_blobs INTEGER NOT NULL DEFAULT 0,
    unused_bytes INTEGER NOT NULL DEFAULT 0,
    manifest_bytes INTEGER NOT NULL DEFAULT 0,
    deletions INTEGER NOT NULL DEFAULT 0,
    event_bytes INTEGER NOT NULL DEFAULT 0
);
INSERT INTO total (id) VALUES (1);
CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    source TEXT NOT NULL,
    registry TEXT NOT NULL,
    image TEXT NOT NULL,
    tag TEXT NOT NULL,
    digest TEXT NOT NULL,
    former_digest TEXT NOT NULL,
    amount INTEGER NOT NULL,
    bytes INTEGER NOT NULL
);
CREATE TABLE tag_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    registry TEXT NOT NULL,
    image TEXT NOT NULL,
    tag TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    source TEXT NOT NULL,
    digest TEXT NOT NULL,
    former_digest TEXT NOT NULL
);
CREATE INDEX tag_change_tag ON tag_change (registry, image, tag, id);
CREATE INDEX tag_change_at ON tag_change (at);
DROP TABLE left_blob;
