-- Runs of background jobs outlive the program.
CREATE TABLE job_run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    job TEXT NOT NULL,
    subject TEXT NOT NULL,
    actor TEXT NOT NULL,
    state TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER NOT NULL,
    facts TEXT NOT NULL,
    failure TEXT NOT NULL
);
CREATE INDEX job_run_subject ON job_run (job, subject, id);
CREATE INDEX job_run_job ON job_run (job, id);
CREATE INDEX job_run_open ON job_run (id) WHERE finished_at = 0;
