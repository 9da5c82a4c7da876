-- Verdicts: what the machine had proposed them on, where they were confirmed.

ALTER TABLE verdicts ADD COLUMN basis TEXT NOT NULL DEFAULT '' CHECK (typeof(basis) = 'text');
