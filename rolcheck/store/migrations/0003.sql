-- Assignments that wait to be published; conflicts: of which kind, and those ruled to be none.

ALTER TABLE assignments ADD COLUMN draft INTEGER NOT NULL DEFAULT 0 CHECK (draft IN (0, 1));
ALTER TABLE bars ADD COLUMN conflict TEXT NOT NULL DEFAULT '' CHECK (typeof(conflict) = 'text');

CREATE TABLE publications (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES events (id),
    round INTEGER NOT NULL CHECK (typeof(round) = 'integer' AND round >= 1),
    author TEXT NOT NULL CHECK (typeof(author) = 'text'),
    at TEXT NOT NULL CHECK (typeof(at) = 'text')
);

CREATE TABLE dismissals (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (typeof(id) = 'text'),
    submission TEXT NOT NULL CHECK (typeof(submission) = 'text'),
    reviewer TEXT NOT NULL CHECK (typeof(reviewer) = 'text'),
    in_force INTEGER NOT NULL CHECK (in_force IN (0, 1)),
    reason TEXT NOT NULL CHECK (typeof(reason) = 'text'),
    author TEXT NOT NULL CHECK (typeof(author) = 'text'),
    at TEXT NOT NULL CHECK (typeof(at) = 'text')
);

-- Imported components, objections, sealed editions.

CREATE TABLE components (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES events (id),
    submission TEXT NOT NULL CHECK (typeof(submission) = 'text'),
    component TEXT NOT NULL CHECK (typeof(component) = 'text'),
    score TEXT NOT NULL CHECK (typeof(score) = 'text'),
    remark TEXT NOT NULL CHECK (typeof(remark) = 'text'),
    reason TEXT NOT NULL CHECK (typeof(reason) = 'text'),
    file TEXT NOT NULL CHECK (typeof(file) = 'text'),
    author TEXT NOT NULL CHECK (typeof(author) = 'text'),
    at TEXT NOT NULL CHECK (typeof(at) = 'text')
);

CREATE TABLE objections (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES events (id),
    number INTEGER NOT NULL CHECK (typeof(number) = 'integer'),
    submission TEXT NOT NULL CHECK (typeof(submission) = 'text'),
    indicator TEXT NOT NULL CHECK (typeof(indicator) = 'text'),
    objector TEXT NOT NULL CHECK (typeof(objector) = 'text'),
    text TEXT NOT NULL CHECK (typeof(text) = 'text'),
    made_on TEXT NOT NULL CHECK (typeof(made_on) = 'text'),
    state TEXT NOT NULL CHECK (state IN ('open', 'upheld', 'dismissed')),
    reason TEXT NOT NULL CHECK (typeof(reason) = 'text'),
    value TEXT NOT NULL CHECK (typeof(value) = 'text'),
    decided_by TEXT NOT NULL CHECK (typeof(decided_by) = 'text'),
    decided_at TEXT CHECK (typeof(decided_at) IN ('null', 'text')),
    author TEXT NOT NULL CHECK (typeof(author) = 'text'),
    at TEXT NOT NULL CHECK (typeof(at) = 'text')
);

CREATE TABLE editions (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES events (id),
    number INTEGER NOT NULL CHECK (typeof(number) = 'integer' AND number >= 1),
    seal TEXT NOT NULL CHECK (typeof(seal) = 'text'),
    reason TEXT NOT NULL CHECK (typeof(reason) = 'text'),
    author TEXT NOT NULL CHECK (typeof(author) = 'text'),
    at TEXT NOT NULL CHECK (typeof(at) = 'text')
);
INSERT INTO editions (id, number, seal, reason, author, at)
    SELECT events.id, 1, rounds.seal, '', events.author, events.at
    FROM events JOIN rounds ON rounds.number = events.round
    WHERE events.kind = 'round-sealed' AND rounds.seal IS NOT NULL;

-- Findings: what was seen, the expected items meant, later days; correction notices.

ALTER TABLE findings ADD COLUMN seen TEXT NOT NULL DEFAULT '' CHECK (typeof(seen) = 'text');
ALTER TABLE findings ADD COLUMN items TEXT NOT NULL DEFAULT '[]' CHECK (typeof(items) = 'text');
ALTER TABLE finding_moves ADD COLUMN due TEXT CHECK (typeof(due) IN ('null', 'text'));

CREATE TABLE notices (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES events (id),
    year INTEGER NOT NULL CHECK (typeof(year) = 'integer' AND year >= 1),
    number INTEGER NOT NULL CHECK (typeof(number) = 'integer' AND number >= 1),
    submission TEXT NOT NULL CHECK (typeof(submission) = 'text'),
    unit TEXT NOT NULL CHECK (typeof(unit) = 'text'),
    day TEXT NOT NULL CHECK (typeof(day) = 'text'),
    contact TEXT NOT NULL CHECK (typeof(contact) = 'text'),
    findings TEXT NOT NULL CHECK (typeof(findings) = 'text'),
    author TEXT NOT NULL CHECK (typeof(author) = 'text'),
    round INTEGER NOT NULL CHECK (typeof(round) = 'integer' AND round >= 1),
    at TEXT NOT NULL CHECK (typeof(at) = 'text')
);
