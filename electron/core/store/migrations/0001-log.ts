/** Version 1: events and bodies that nothing can change, the heads of the chains, receipts, checkpoints, the search index. */

export const log = `
-- The header is the truth; every other column is a copy of a part of it that verification compares.
CREATE TABLE events (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  stream TEXT NOT NULL,
  origin TEXT NOT NULL,
  seq INTEGER NOT NULL,
  type TEXT NOT NULL,
  command TEXT,
  hash TEXT NOT NULL,
  -- 1: it came after another event that holds its id or its place in the chain.
  fork INTEGER NOT NULL CHECK (fork IN (0, 1)),
  header BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX events_by_id ON events (id, hash);
CREATE UNIQUE INDEX events_by_seq ON events (stream, origin, seq) WHERE fork = 0;
CREATE INDEX forks_by_seq ON events (stream, origin, seq) WHERE fork = 1;
CREATE INDEX events_by_stream ON events (stream);
CREATE INDEX events_by_command ON events (command) WHERE command IS NOT NULL;

CREATE TABLE bodies (
  position INTEGER PRIMARY KEY REFERENCES events (position),
  salt BLOB,
  body BLOB,
  CHECK ((salt IS NULL) = (body IS NULL))
) STRICT;

CREATE TRIGGER events_are_not_replaced BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE position = NEW.position)
  OR EXISTS (SELECT 1 FROM events WHERE id = NEW.id AND hash = NEW.hash)
  OR (NEW.fork = 0 AND EXISTS (SELECT 1 FROM events WHERE stream = NEW.stream AND origin = NEW.origin AND seq = NEW.seq AND fork = 0))
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER events_are_not_updated BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER bodies_are_not_replaced BEFORE INSERT ON bodies
WHEN EXISTS (SELECT 1 FROM bodies WHERE position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER bodies_are_only_erased BEFORE UPDATE ON bodies
WHEN NEW.position <> OLD.position OR NEW.body IS NOT NULL OR NEW.salt IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a body can only be erased'); END;
CREATE TRIGGER bodies_are_not_deleted BEFORE DELETE ON bodies
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

-- Where each chain ends: spares a search on each append, and shows when the end of a chain went missing.
CREATE TABLE heads (
  stream TEXT NOT NULL,
  origin TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  hlc TEXT NOT NULL,
  position INTEGER NOT NULL REFERENCES events (position),
  PRIMARY KEY (stream, origin)
) STRICT, WITHOUT ROWID;

CREATE TABLE command_receipts (
  command TEXT PRIMARY KEY,
  request_hash TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE checkpoints (
  stream TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  version INTEGER NOT NULL,
  json TEXT NOT NULL
) STRICT;

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Erasures that a crash may have cut short between the transaction and the last rewritten file.
CREATE TABLE unfinished_erasures (
  id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Contentless: the texts are in bodies. The stream is a word of its own column, so that one incident is searched as fast as all.
CREATE VIRTUAL TABLE search USING fts5(text, stream, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
`;
