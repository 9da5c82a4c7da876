-- The ledger as it began: events, what they fold to, the frontiers of printed heads.
-- Plain CHECKs, not STRICT: SQLite before 3.37 must be able to read it.

CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL CHECK (typeof(value) = 'text')
) WITHOUT ROWID;

CREATE TABLE events (
    position INTEGER PRIMARY KEY CHECK (position >= 1),
    id TEXT NOT NULL UNIQUE CHECK (typeof(id) = 'text' AND id <> ''),
    campaign TEXT NOT NULL CHECK (typeof(campaign) = 'text' AND campaign <> ''),
    author TEXT NOT NULL CHECK (typeof(author) = 'text' AND author <> ''),
    desk TEXT NOT NULL CHECK (typeof(desk) = 'text' AND desk <> ''),
    seq INTEGER NOT NULL CHECK (typeof(seq) = 'integer' AND seq >= 1),
    at TEXT NOT NULL CHECK (
        typeof(at) = 'text' AND at GLOB
        '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z'
    ),
    kind TEXT NOT NULL CHECK (typeof(kind) = 'text' AND kind GLOB '[a-z]*'),
    submission TEXT CHECK (typeof(submission) = 'null' OR typeof(submission) = 'text' AND submission <> ''),
    round INTEGER CHECK (typeof(round) = 'null' OR typeof(round) = 'integer' AND round >= 1),
    indicator TEXT CHECK (typeof(indicator) = 'null' OR typeof(indicator) = 'text' AND indicator <> ''),
    subject TEXT CHECK (typeof(subject) = 'null' OR typeof(subject) = 'text' AND subject <> ''),
    payload TEXT NOT NULL CHECK (typeof(payload) = 'text' AND payload GLOB '{*}'),
    prev TEXT NOT NULL CHECK (typeof(prev) = 'text' AND length(prev) = 64 AND prev NOT GLOB '*[^0-9a-f]*'),
    hash TEXT NOT NULL UNIQUE CHECK (typeof(hash) = 'text' AND length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    signature TEXT CHECK (typeof(signature) IN ('null', 'text')),
    UNIQUE (author, desk, seq)
);

CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are only ever appended');
END;

CREATE TRIGGER events_are_never_removed BEFORE DELETE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are only ever appended');
END;

-- INSERT OR REPLACE removes rows without firing the trigger above.
CREATE TRIGGER events_are_never_replaced BEFORE INSERT ON events
WHEN NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM events)
    OR EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM events WHERE hash = NEW.hash)
    OR EXISTS (SELECT 1 FROM events WHERE author = NEW.author AND desk = NEW.desk AND seq = NEW.seq)
BEGIN
    SELECT RAISE(ABORT, 'events are only ever appended');
END;

CREATE TABLE heads (
    head TEXT NOT NULL PRIMARY KEY CHECK (typeof(head) = 'text' AND head GLOB '[1-9]*:*'),
    frontier TEXT NOT NULL CHECK (typeof(frontier) = 'text' AND frontier GLOB '[[]*]'),
    at TEXT NOT NULL CHECK (typeof(at) = 'text')
) WITHOUT ROWID;

-- Projections: `place` keeps the order in which rows first came.

CREATE TABLE settings (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES events (id),
    at TEXT NOT NULL CHECK (typeof(at) = 'text'),
    author TEXT NOT NULL CHECK (typeof(author) = 'text'),
    criteria_sha256 TEXT NOT NULL CHECK (typeof(criteria_sha256) = 'text'),
    criteria TEXT NOT NULL CHECK (typeof(criteria) = 'text'),
    campaign_sha256 TEXT NOT NULL CHECK (typeof(campaign_sha256) = 'text'),
    campaign TEXT NOT NULL CHECK (typeof(campaign) = 'text'),
    reason TEXT NOT NULL CHECK (typeof(reason) = 'text')
);

CREATE TABLE rounds (
    place INTEGER PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE CHECK (typeof(number) = 'integer' AND number >= 1),
    state TEXT NOT NULL CHECK (state IN ('open', 'closed', 'sealed')),
    opened_at TEXT NOT NULL CHECK (typeof(opened_at) = 'text'),
    closed_at TEXT CHECK (typeof(closed_at) IN ('null', 'text')),
    closes TEXT CHECK (typeof(closes) IN ('null', 'text')),
    reopened INTEGER NOT NULL CHECK (reopened IN (0, 1)),
    returned TEXT NOT NULL CHECK (typeof(returned) = 'text'),
    disputes TEXT NOT NULL CHECK (typeof(disputes) = 'text'),
    waived TEXT NOT NULL CHECK (typeof(waived) = 'text'),
    seal TEXT CHECK (typeof(seal) IN ('null', 'text'))
);

CREATE TABLE receipts (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES events (id),
    submission TEXT NOT NULL CHECK (typeof(submission) = 'text'),
    at TEXT NOT NULL CHECK (typeof(at) = 'text'),
    author TEXT NOT NULL CHECK (typeof(author) = 'text'),
    round INTEGER CHECK (typeof(round) IN ('null', 'integer')),
    number INTEGER NOT NULL CHECK (typeof(number) = 'integer' AND number >= 1),
    manifest TEXT NOT NULL CHECK (typeof(manifest) = 'text'),
    files TEXT NOT NULL CHECK (typeof(files) = 'text'),
    versions TEXT NOT NULL CHECK (typeof(versions) = 'text'),
    changed TEXT NOT NULL CHECK (typeof(changed) = 'text')
);

CREATE TABLE observations (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES events (id),
    submission TEXT NOT NULL CHECK (typeof(submission) = 'text'),
    indicator TEXT NOT NULL CHECK (typeof(indicator) = 'text'),
    reviewer TEXT NOT NULL CHECK (typeof(reviewer) = 'text'),
    round INTEGER NOT NULL CHECK (typeof(round) = 'integer' AND round >= 1),
    value TEXT NOT NULL CHECK (typeof(value) = 'text'),
    remark TEXT NOT NULL CHECK (typeof(remark) = 'text'),
    evidence TEXT NOT NULL CHECK (typeof(evidence) = 'text'),
    version TEXT NOT NULL CHECK (typeof(version) = 'text'),
    at TEXT NOT NULL CHECK (typeof(at) = 'text'),
    author TEXT NOT NULL CHECK (typeof(author) = 'text'),
    kept INTEGER NOT NULL CHECK (kept IN (0, 1)),
    step TEXT NOT NULL CHECK (typeof(step) = 'text'),
    undone INTEGER NOT NULL CHECK (undone IN (0, 1))
);

CREATE TABLE verdicts (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES events (id),
    submission TEXT NOT NULL CHECK (typeof(submission) = 'text'),
    indicator TEXT NOT NULL CHECK (typeof(indicator) = 'text'),
    item TEXT NOT NULL CHECK (typeof(item) = 'text'),
    verdict TEXT NOT NULL CHECK (typeof(verdict) = 'text'),
    reviewer TEXT NOT NULL CHECK (typeof(reviewer) = 'text'),
    round INTEGER NOT NULL CHECK (typeof(round) = 'integer' AND round >= 1),
    at TEXT NOT NULL CHECK (typeof(at) = 'text'),
    step TEXT NOT NULL CHECK (typeof(step) = 'text'),
    undone INTEGER NOT NULL CHECK (undone IN (0, 1))
);

CREATE TABLE declarations (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES events (id),
    reviewer TEXT NOT NULL CHECK (typeof(reviewer) = 'text'),
    texts TEXT NOT NULL CHECK (typeof(texts) = 'text'),
    round INTEGER CHECK (typeof(round) IN ('null', 'integer')),
    at TEXT NOT NULL CHECK (typeof(at) = 'text'),
    step TEXT NOT NULL CHECK (typeof(step) = 'text'),
    undone INTEGER NOT NULL CHECK (undone IN (0, 1))
);

CREATE TABLE rulings (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES events (id),
    submission TEXT NOT NULL CHECK (typeof(submission) = 'text'),
    indicator TEXT NOT NULL CHECK (typeof(indicator) = 'text'),
    value TEXT NOT NULL CHECK (typeof(value) = 'text'),
    reason TEXT NOT NULL CHECK (typeof(reason) = 'text'),
    version TEXT NOT NULL CHECK (typeof(version) = 'text'),
    round INTEGER NOT NULL CHECK (typeof(round) = 'integer' AND round >= 1),
    author TEXT NOT NULL CHECK (typeof(author) = 'text'),
    at TEXT NOT NULL CHECK (typeof(at) = 'text')
);

CREATE TABLE assignments (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES events (id),
    round INTEGER NOT NULL CHECK (typeof(round) = 'integer' AND round >= 1),
    submission TEXT NOT NULL CHECK (typeof(submission) = 'text'),
    reviewer TEXT NOT NULL CHECK (typeof(reviewer) = 'text'),
    action TEXT NOT NULL CHECK (typeof(action) = 'text'),
    scope TEXT NOT NULL CHECK (typeof(scope) = 'text'),
    author TEXT NOT NULL CHECK (typeof(author) = 'text'),
    at TEXT NOT NULL CHECK (typeof(at) = 'text')
);

CREATE TABLE bars (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (typeof(id) = 'text'),
    kind TEXT NOT NULL CHECK (kind IN ('recusal', 'abstention')),
    submission TEXT NOT NULL CHECK (typeof(submission) = 'text'),
    reviewer TEXT NOT NULL CHECK (typeof(reviewer) = 'text'),
    in_force INTEGER NOT NULL CHECK (in_force IN (0, 1)),
    reason TEXT NOT NULL CHECK (typeof(reason) = 'text'),
    author TEXT NOT NULL CHECK (typeof(author) = 'text'),
    at TEXT NOT NULL CHECK (typeof(at) = 'text')
);

CREATE TABLE recalls (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES events (id),
    round INTEGER NOT NULL CHECK (typeof(round) = 'integer' AND round >= 1),
    submission TEXT NOT NULL CHECK (typeof(submission) = 'text'),
    indicator TEXT NOT NULL CHECK (typeof(indicator) = 'text'),
    reason TEXT NOT NULL CHECK (typeof(reason) = 'text'),
    author TEXT NOT NULL CHECK (typeof(author) = 'text'),
    at TEXT NOT NULL CHECK (typeof(at) = 'text')
);

CREATE TABLE findings (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES events (id),
    number INTEGER NOT NULL CHECK (typeof(number) = 'integer'),
    submission TEXT NOT NULL CHECK (typeof(submission) = 'text'),
    indicator TEXT NOT NULL CHECK (typeof(indicator) = 'text'),
    code TEXT NOT NULL CHECK (typeof(code) = 'text'),
    asked TEXT NOT NULL CHECK (typeof(asked) = 'text'),
    evidence TEXT NOT NULL CHECK (typeof(evidence) = 'text'),
    due TEXT CHECK (typeof(due) IN ('null', 'text')),
    state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'accepted', 'withdrawn')),
    round INTEGER NOT NULL CHECK (typeof(round) = 'integer' AND round >= 1),
    author TEXT NOT NULL CHECK (typeof(author) = 'text'),
    at TEXT NOT NULL CHECK (typeof(at) = 'text')
);

CREATE TABLE finding_moves (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES events (id),
    finding TEXT NOT NULL REFERENCES findings (id),
    move TEXT NOT NULL CHECK (typeof(move) = 'text'),
    nature TEXT NOT NULL CHECK (typeof(nature) = 'text'),
    text TEXT NOT NULL CHECK (typeof(text) = 'text'),
    evidence TEXT NOT NULL CHECK (typeof(evidence) = 'text'),
    author TEXT NOT NULL CHECK (typeof(author) = 'text'),
    round INTEGER CHECK (typeof(round) IN ('null', 'integer')),
    at TEXT NOT NULL CHECK (typeof(at) = 'text')
);
