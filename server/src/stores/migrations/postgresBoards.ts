/**
 * The schema `boards` in Postgres, one step a version: step n leads from version n to n + 1. Steps are only ever added.
 *
 * The same tables and columns as in SQLite (see `boards.ts`, which has the picture), so that the same rows are read from both. Texts are
 * ordered by their bytes, whatever the language of the database: pages and people come in the order of their ids.
 *
 * Here too nothing refers to a draft, a ballot or a paper, and they refer to nothing: their tables are written anew once something is erased.
 */
export const POSTGRES_BOARD_MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE boards (
    id TEXT COLLATE "C" PRIMARY KEY,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "facilitatorCounter" INTEGER NOT NULL,
    "participantCounter" INTEGER NOT NULL,
    "viewerCounter" INTEGER NOT NULL,
    "historyDays" INTEGER NOT NULL
  );

  CREATE TABLE sessions (
    device TEXT COLLATE "C" NOT NULL,
    board TEXT COLLATE "C" NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    person TEXT COLLATE "C" NOT NULL,
    role TEXT NOT NULL,
    counter INTEGER NOT NULL,
    name TEXT NOT NULL,
    colour INTEGER NOT NULL,
    bearer INTEGER NOT NULL,
    "seenAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    standing TEXT,
    PRIMARY KEY (device, board)
  );
  CREATE INDEX "sessionsOfPerson" ON sessions (board, person);

  CREATE TABLE removals (
    board TEXT COLLATE "C" NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    person TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (board, person)
  );

  CREATE TABLE slides (
    board TEXT COLLATE "C" PRIMARY KEY REFERENCES boards (id) ON DELETE CASCADE,
    salt TEXT NOT NULL,
    digest TEXT COLLATE "C" NOT NULL UNIQUE,
    "codeAt" BIGINT NOT NULL,
    "seenAt" BIGINT NOT NULL
  );

  CREATE TABLE ideas (
    board TEXT COLLATE "C" NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    digest BYTEA NOT NULL,
    PRIMARY KEY (board, digest)
  );

  CREATE TABLE clients (
    board TEXT COLLATE "C" NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    client BIGINT NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (board, client)
  );

  CREATE TABLE changes (
    board TEXT COLLATE "C" NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    person TEXT COLLATE "C",
    phase TEXT,
    facts TEXT NOT NULL,
    PRIMARY KEY (board, seq)
  );

  CREATE TABLE versions (
    board TEXT COLLATE "C" NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    id TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    person TEXT,
    seq BIGINT NOT NULL,
    length BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    sha BYTEA NOT NULL,
    PRIMARY KEY (board, id)
  );

  CREATE TABLE documents (
    board TEXT COLLATE "C" NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    document TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    start BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (board, document)
  );
  CREATE TABLE updates (
    board TEXT COLLATE "C" NOT NULL,
    document TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    sha BYTEA NOT NULL,
    PRIMARY KEY (board, document, seq),
    FOREIGN KEY (board, document) REFERENCES documents (board, document) ON DELETE CASCADE
  );
  CREATE TABLE checkpoints (
    board TEXT COLLATE "C" NOT NULL,
    document TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    vector BYTEA,
    sha BYTEA NOT NULL,
    PRIMARY KEY (board, document, seq),
    FOREIGN KEY (board, document) REFERENCES documents (board, document) ON DELETE CASCADE
  );
  CREATE TABLE quarantine (
    key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    board TEXT COLLATE "C" NOT NULL,
    document TEXT COLLATE "C" NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('entry', 'checkpoint')),
    seq BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    vector BYTEA,
    sha BYTEA NOT NULL,
    reason TEXT NOT NULL,
    FOREIGN KEY (board, document) REFERENCES documents (board, document) ON DELETE CASCADE
  );
  CREATE INDEX "quarantineOfDocument" ON quarantine (board, document, kind, seq);

  CREATE TABLE "draftDocuments" (LIKE documents INCLUDING DEFAULTS INCLUDING INDEXES);
  CREATE TABLE "draftUpdates" (LIKE updates INCLUDING INDEXES);
  CREATE TABLE "draftCheckpoints" (LIKE checkpoints INCLUDING INDEXES);
  CREATE TABLE "draftQuarantine" (LIKE quarantine INCLUDING CONSTRAINTS INCLUDING IDENTITY INCLUDING INDEXES);
  CREATE TABLE "draftRounds" (
    board TEXT COLLATE "C" NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
    phase TEXT COLLATE "C" NOT NULL,
    round INTEGER NOT NULL,
    PRIMARY KEY (board, phase)
  );

  CREATE TABLE ballots (
    board TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    salt TEXT NOT NULL,
    "openedAt" BIGINT NOT NULL,
    "closesAt" BIGINT,
    "closedAt" BIGINT,
    PRIMARY KEY (board, id)
  );
  CREATE TABLE papers (
    board TEXT COLLATE "C" NOT NULL,
    ballot TEXT COLLATE "C" NOT NULL,
    person TEXT COLLATE "C" NOT NULL,
    sealed TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (board, ballot, person)
  );

  CREATE TABLE checks (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    count BIGINT NOT NULL
  );
  INSERT INTO checks VALUES (1, 0);
  `,
  // several servers: who is there, and who keeps which board; what all of them need that a data folder holds otherwise
  `
  CREATE TABLE servers (
    id TEXT COLLATE "C" PRIMARY KEY,
    address TEXT NOT NULL,
    "aliveUntil" TIMESTAMPTZ NOT NULL
  );
  CREATE TABLE keepers (
    board TEXT COLLATE "C" PRIMARY KEY,
    server TEXT COLLATE "C" NOT NULL REFERENCES servers ON DELETE CASCADE
  );
  CREATE INDEX "keepersByServer" ON keepers (server);

  CREATE TABLE files (
    board TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (board, name)
  );
  CREATE TABLE "serverKey" (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    bytes BYTEA NOT NULL
  );
  `,
  `
  ALTER TABLE sessions ADD COLUMN "askedBy" TEXT COLLATE "C";
  `,
];
