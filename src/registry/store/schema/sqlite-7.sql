-- What of a registry is cleaned up, when, and what became of each artifact in each run, which is a job's (job_run).
ALTER TABLE registry ADD COLUMN cleanup_cron TEXT NOT NULL DEFAULT '';
CREATE INDEX registry_cleanup ON registry (id) WHERE cleanup_cron <> '';
CREATE TABLE cleanup_rule (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    registry_id INTEGER NOT NULL REFERENCES registry(id) ON DELETE CASCADE,
    disabled INTEGER NOT NULL,
    images_excluded INTEGER NOT NULL,
    images TEXT NOT NULL,
    tags_excluded INTEGER NOT NULL,
    tags TEXT NOT NULL,
    untagged INTEGER NOT NULL,
    keep TEXT NOT NULL,
    number INTEGER NOT NULL,
    UNIQUE (registry_id, images_excluded, images, tags_excluded, tags, untagged, keep, number)
);
CREATE INDEX cleanup_rule_registry ON cleanup_rule (registry_id, id);
CREATE TABLE cleanup_task (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id INTEGER NOT NULL,
    image TEXT NOT NULL,
    total INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    protected INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL,
    failure TEXT NOT NULL DEFAULT '',
    started_at INTEGER NOT NULL,
    finished_at INTEGER NOT NULL DEFAULT 0,
    entries INTEGER NOT NULL DEFAULT 0,
    log_bytes INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX cleanup_task_run ON cleanup_task (run_id, id);
CREATE INDEX cleanup_task_log ON cleanup_task (id) WHERE log_bytes > 0;
CREATE TABLE cleanup_log (
    task_id INTEGER NOT NULL REFERENCES cleanup_task(id),
    first INTEGER NOT NULL,
    entries TEXT NOT NULL,
    PRIMARY KEY (task_id, first)
);
ALTER TABLE total ADD COLUMN cleanup_log_bytes INTEGER NOT NULL DEFAULT 0;
CREATE TABLE cleanup_left (run_id INTEGER PRIMARY KEY);
CREATE UNIQUE INDEX job_run_cleanup ON job_run (subject) WHERE job = 'cleanup' AND finished_at = 0;
ALTER TABLE trash_operation ADD COLUMN run_id INTEGER NOT NULL DEFAULT 0;
CREATE INDEX trash_operation_run ON trash_operation (run_id, id) WHERE run_id > 0;
