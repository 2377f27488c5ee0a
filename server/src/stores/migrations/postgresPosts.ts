/**
 * The schema of posts in Postgres, one step a version: step n leads from version n to n + 1. Steps are only ever added. What a column
 * holds is said in `posts.ts`, of which this has the tables; what differs:
 *
 * `folded` keeps `fold(text)` of shared/listening, and in `words` its words, each once, as `toWords` of `postgresQuery.ts` writes
 * them: with the board's key before them, so that the index lists no other board's posts. A change of what `fold` or `toWords` gives
 * needs a step that fills `folded` again.
 *
 * Ids are in the order of code points, whatever the database's own order is. What is deleted takes the rows of other tables with it
 * by statements, many at once, not by triggers, one by one.
 */
export const POSTGRES_POST_MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE boards (
    key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    lastPost BIGINT NOT NULL DEFAULT 0
  );

  CREATE TABLE sources (
    key BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    board BIGINT NOT NULL REFERENCES boards (key),
    id TEXT COLLATE "C" NOT NULL,
    addedAt DOUBLE PRECISION NOT NULL,
    nextAt DOUBLE PRECISION,
    posts INTEGER NOT NULL DEFAULT 0,
    record TEXT NOT NULL,
    UNIQUE (board, id)
  );
  CREATE INDEX dueSources ON sources (nextAt, id) WHERE nextAt IS NOT NULL;

  CREATE TABLE posts (
    key BIGINT PRIMARY KEY,
    board BIGINT NOT NULL REFERENCES boards (key),
    source BIGINT NOT NULL REFERENCES sources (key),
    id TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    text TEXT NOT NULL,
    url TEXT NOT NULL,
    author TEXT NOT NULL,
    language TEXT NOT NULL,
    facts TEXT,
    heard TEXT,
    tongue TEXT NOT NULL DEFAULT '',
    kind TEXT,
    feeling TEXT,
    copyOf BIGINT,
    theme TEXT,
    label INTEGER,
    recountAt BIGINT,
    UNIQUE (board, id)
  );
  CREATE INDEX postsOfBoard ON posts (board, at DESC, id);
  CREATE INDEX postsOfSource ON posts (source, at DESC, id);
  CREATE INDEX unreadPosts ON posts (board, key) WHERE heard IS NULL;
  CREATE INDEX copies ON posts (copyOf) WHERE copyOf IS NOT NULL;
  CREATE INDEX labelledPosts ON posts (board, key) WHERE label IS NOT NULL;
  CREATE INDEX heardOfBoard ON posts (board, kind, feeling, tongue, theme, source, copyOf, at);
  CREATE INDEX dueRecounts ON posts (source, recountAt) WHERE recountAt IS NOT NULL;

  CREATE TABLE folded (
    post BIGINT PRIMARY KEY,
    text TEXT COLLATE "C" NOT NULL,
    words TSVECTOR NOT NULL
  );
  CREATE INDEX foldedWords ON folded USING gin (words);

  CREATE TABLE counts (
    post BIGINT NOT NULL,
    at BIGINT NOT NULL,
    react BIGINT NOT NULL,
    comment BIGINT NOT NULL,
    share BIGINT NOT NULL,
    contribute BIGINT NOT NULL,
    PRIMARY KEY (post, at)
  );

  CREATE TABLE boardFacts (
    board BIGINT NOT NULL REFERENCES boards (key),
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (board, name)
  );
  `,
  // one post that several sources hold has one address, of SHARED_ADDRESS_LENGTH at most: a B-tree takes no long ones
  `
  CREATE INDEX postsByAddress ON posts (board, url, source) WHERE length(url) BETWEEN 1 AND 500;
  `,
];
