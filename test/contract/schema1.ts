/** `boards.db` as the first release made it: its files must open for ever, so this is never changed. */
export const SCHEMA_1 = `
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
    PRAGMA user_version = 1;
`;
