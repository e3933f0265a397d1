ALTER TABLE repository_blob ADD COLUMN left_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX repository_blob_left ON repository_blob (repository_id) WHERE left_at > 0;
CREATE TABLE left_blob (
    registry TEXT NOT NULL,
    image TEXT NOT NULL,
    digest TEXT NOT NULL REFERENCES blob(digest) ON DELETE CASCADE,
    PRIMARY KEY (registry, image, digest)
);
CREATE INDEX left_blob_digest ON left_blob (digest);
CREATE INDEX trash_tag_digest ON trash_tag (operation_id, digest);
DROP INDEX manifest_subject;
CREATE INDEX manifest_subject ON manifest (repository_id, subject, digest) WHERE subject <> '';
