-- Which tags of a registry are protected.
CREATE TABLE protection_rule (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    registry_id INTEGER NOT NULL REFERENCES registry(id) ON DELETE CASCADE,
    disabled INTEGER NOT NULL,
    images_excluded INTEGER NOT NULL,
    images TEXT NOT NULL,
    tags_excluded INTEGER NOT NULL,
    tags TEXT NOT NULL,
    UNIQUE (registry_id, images_excluded, images, tags_excluded, tags)
);
CREATE INDEX protection_rule_registry ON protection_rule (registry_id, id);
