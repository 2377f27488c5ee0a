/**
 * The schema of `boards.db`, one step a version: step n leads from version n to n + 1. Steps are only ever added.
 *
 *     boards ─┬─ sessions
 *             ├─ removals                    who may not come back, whatever their devices
 *             ├─ slides                      by which people join with a code
 *             ├─ clients                     whose each Yjs client id is
 *             ├─ changes                     the change log of `board`, an entry's number its key
 *             ├─ versions
 *             ├─ documents ─┬─ updates       the journal
 *             │             ├─ checkpoints   the last two
 *             │             └─ quarantine    what could not be read, as it was found
 *             └─ draftRounds                 how often the drafts of a phase were erased
 *
 * Drafts have the same four tables again, which refer to nothing: only so does SQLite clear a whole table page by page. So do `ballots`,
 * whose salts make `papers` readable.
 *
 * `documents.seq` is that of the newest entry ever acknowledged, so that a journal which lost its end is noticed; `start` is that of
 * the last one before the document's epoch. A `sha` is the SHA-256 of the bytes beside it, of a checkpoint's vector too. A checkpoint
 * without a vector is from before they were packed. Times are epoch milliseconds.
 */
export const BOARD_MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE boards (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    createdAt INTEGER NOT NULL,
    facilitatorCounter INTEGER NOT NULL,
    participantCounter INTEGER NOT NULL,
    viewerCounter INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE sessions (
    device TEXT NOT NULL,
    board TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    person TEXT NOT NULL,
    role TEXT NOT NULL,
    counter INTEGER NOT NULL,
    name TEXT NOT NULL,
    colour INTEGER NOT NULL,
    bearer INTEGER NOT NULL,
    seenAt INTEGER NOT NULL,
    expiresAt INTEGER NOT NULL,
    PRIMARY KEY (device, board)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sessionsOfBoard ON sessions (board);

  CREATE TABLE documents (
    board TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    document TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (board, document)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE updates (
    board TEXT NOT NULL,
    document TEXT NOT NULL,
    seq INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    sha BLOB NOT NULL,
    PRIMARY KEY (board, document, seq),
    FOREIGN KEY (board, document) REFERENCES documents (board, document) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE checkpoints (
    board TEXT NOT NULL,
    document TEXT NOT NULL,
    seq INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    sha BLOB NOT NULL,
    PRIMARY KEY (board, document, seq),
    FOREIGN KEY (board, document) REFERENCES documents (board, document) ON DELETE CASCADE
  ) STRICT;

  CREATE TABLE checks (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    count INTEGER NOT NULL
  ) STRICT;
  INSERT INTO checks VALUES (1, 0);
  `,
  `
  ALTER TABLE boards ADD COLUMN historyDays INTEGER NOT NULL DEFAULT 365;
  ALTER TABLE documents ADD COLUMN start INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE checkpoints ADD COLUMN vector BLOB;

  CREATE TABLE quarantine (
    key INTEGER PRIMARY KEY,
    board TEXT NOT NULL,
    document TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('entry', 'checkpoint')),
    seq INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    vector BLOB,
    sha BLOB NOT NULL,
    reason TEXT NOT NULL,
    FOREIGN KEY (board, document) REFERENCES documents (board, document) ON DELETE CASCADE
  ) STRICT;
  CREATE INDEX quarantineOfDocument ON quarantine (board, document, kind, seq);

  CREATE TABLE clients (
    board TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    client INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (board, client)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE changes (
    board TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    person TEXT,
    phase TEXT,
    facts TEXT NOT NULL,
    PRIMARY KEY (board, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE versions (
    board TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    person TEXT,
    seq INTEGER NOT NULL,
    length INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    sha BLOB NOT NULL,
    PRIMARY KEY (board, id)
  ) STRICT;
  `,
  `
  CREATE TABLE removals (
    board TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    person TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (board, person)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE sessions ADD COLUMN standing TEXT;
  CREATE INDEX sessionsOfPerson ON sessions (board, person);

  CREATE TABLE slides (
    board TEXT NOT NULL PRIMARY KEY REFERENCES boards (id) ON DELETE CASCADE,
    salt TEXT NOT NULL,
    digest TEXT NOT NULL UNIQUE,
    codeAt INTEGER NOT NULL,
    seenAt INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE draftDocuments (
    board TEXT NOT NULL,
    document TEXT NOT NULL,
    seq INTEGER NOT NULL,
    start INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (board, document)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE draftUpdates (
    board TEXT NOT NULL,
    document TEXT NOT NULL,
    seq INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    sha BLOB NOT NULL,
    PRIMARY KEY (board, document, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE draftCheckpoints (
    board TEXT NOT NULL,
    document TEXT NOT NULL,
    seq INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    vector BLOB,
    sha BLOB NOT NULL,
    PRIMARY KEY (board, document, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE draftQuarantine (
    key INTEGER PRIMARY KEY,
    board TEXT NOT NULL,
    document TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('entry', 'checkpoint')),
    seq INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    vector BLOB,
    sha BLOB NOT NULL,
    reason TEXT NOT NULL
  ) STRICT;
  CREATE INDEX draftQuarantineOfDocument ON draftQuarantine (board, document, kind, seq);

  CREATE TABLE draftRounds (
    board TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    phase TEXT NOT NULL,
    round INTEGER NOT NULL,
    PRIMARY KEY (board, phase)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE ideas (
    board TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    digest BLOB NOT NULL,
    PRIMARY KEY (board, digest)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE ballots (
    board TEXT NOT NULL,
    id TEXT NOT NULL,
    salt TEXT NOT NULL,
    openedAt INTEGER NOT NULL,
    closesAt INTEGER,
    closedAt INTEGER,
    PRIMARY KEY (board, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE papers (
    board TEXT NOT NULL,
    ballot TEXT NOT NULL,
    person TEXT NOT NULL,
    sealed TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (board, ballot, person)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE sessions ADD COLUMN askedBy TEXT;
  `,
];
