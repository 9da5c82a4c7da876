-- Who entered a verdict or declarations, beside whose they are; what findings are taken back with.

ALTER TABLE verdicts ADD COLUMN author TEXT NOT NULL DEFAULT '' CHECK (typeof(author) = 'text');
UPDATE verdicts SET author = reviewer;
ALTER TABLE declarations ADD COLUMN author TEXT NOT NULL DEFAULT '' CHECK (typeof(author) = 'text');
UPDATE declarations SET author = reviewer;
ALTER TABLE findings ADD COLUMN step TEXT NOT NULL DEFAULT '' CHECK (typeof(step) = 'text');
