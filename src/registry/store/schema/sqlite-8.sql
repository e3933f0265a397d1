-- Whom to tell what happens in a registry, and what was told to whom. Addresses and headers are sealed (server_secret).
CREATE TABLE webhook_policy (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    registry_id INTEGER NOT NULL REFERENCES registry(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    events TEXT NOT NULL,
    since INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (registry_id, name)
);
CREATE INDEX webhook_policy_registry ON webhook_policy (registry_id, id);
CREATE TABLE webhook_delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    policy_id INTEGER NOT NULL,
    target INTEGER NOT NULL,
    event TEXT NOT NULL,
    recipient TEXT NOT NULL,
    content_type TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL,
    kind TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    next_at INTEGER NOT NULL DEFAULT 0,
    finished_at INTEGER NOT NULL DEFAULT 0,
    tries INTEGER NOT NULL DEFAULT 0,
    status INTEGER NOT NULL DEFAULT 0,
    failure TEXT NOT NULL DEFAULT '',
    attempts TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX webhook_delivery_policy ON webhook_delivery (policy_id, id);
CREATE INDEX webhook_delivery_waiting ON webhook_delivery (policy_id, target, id) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_created ON webhook_delivery (created_at);
ALTER TABLE event ADD COLUMN operation INTEGER NOT NULL DEFAULT 0;
