/**
 * The schema of `posts.db`, one step a version: step n leads from version n to n + 1. Steps are only ever added.
 *
 *     boards ── sources ── posts ── folded
 *
 * A post's key is its board's key × 2^32 + its number on the board, so that the posts of one board are one range of keys: a
 * search looks at no other board's. Keys stay below 2^53, which is what a JavaScript number holds, for two million boards.
 *
 * `folded` is the full-text index over `fold(text)` of shared/listening; it keeps no text. Words of a folded text are letters
 * and digits between spaces, which the tokenizer `ascii` parts exactly there; so a phrase of the index is a term of a query,
 * neither more nor less. A change of what `fold` gives needs a step that fills `folded` again.
 *
 * `facts` and `heard` are JSON as terms/post.ts has them; `tongue`, `kind` and `feeling` are the parts of `heard` that are searched for. `copyOf` is the
 * key of the post that this one nearly repeats, `theme` the id of what it speaks of, `label` what a facilitator said of it
 * (1 = it is an expectation). `boardFacts` holds JSON by name.
 *
 * `record` is what of a source is never searched for, as JSON; `sources.posts` counts. Times are epoch milliseconds.
 */
export const POST_MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE boards (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    lastPost INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE sources (
    key INTEGER PRIMARY KEY,
    board INTEGER NOT NULL REFERENCES boards (key),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    addedAt REAL NOT NULL,
    nextAt REAL,
    posts INTEGER NOT NULL DEFAULT 0,
    record TEXT NOT NULL,
    UNIQUE (board, id)
  ) STRICT;
  CREATE INDEX dueSources ON sources (nextAt, id) WHERE kind = 'feed' AND nextAt IS NOT NULL;

  CREATE TABLE posts (
    key INTEGER PRIMARY KEY,
    board INTEGER NOT NULL REFERENCES boards (key),
    source INTEGER NOT NULL REFERENCES sources (key),
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    text TEXT NOT NULL,
    url TEXT NOT NULL,
    author TEXT NOT NULL,
    language TEXT NOT NULL,
    UNIQUE (board, id)
  ) STRICT;
  CREATE INDEX postsOfBoard ON posts (board, at DESC, id);
  CREATE INDEX postsOfSource ON posts (source, at DESC, id);

  CREATE VIRTUAL TABLE folded USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');
  `,
  // what only some sources know of a post (PostFacts), and what was found by reading it (Heard)
  `
  ALTER TABLE posts ADD COLUMN facts TEXT;
  ALTER TABLE posts ADD COLUMN heard TEXT;
  ALTER TABLE posts ADD COLUMN tongue TEXT NOT NULL DEFAULT '';
  ALTER TABLE posts ADD COLUMN kind TEXT;
  ALTER TABLE posts ADD COLUMN feeling TEXT;
  ALTER TABLE posts ADD COLUMN copyOf INTEGER;
  ALTER TABLE posts ADD COLUMN theme TEXT;
  CREATE INDEX unreadPosts ON posts (board, key) WHERE heard IS NULL;
  CREATE INDEX copies ON posts (copyOf) WHERE copyOf IS NOT NULL;
  `,
  // what is looked at again has a next time, whatever its kind
  `
  DROP INDEX dueSources;
  CREATE INDEX dueSources ON sources (nextAt, id) WHERE nextAt IS NOT NULL;
  `,
  // what people said of posts, what boards keep of their listening besides posts, and counts by what was read
  `
  ALTER TABLE posts ADD COLUMN label INTEGER;
  CREATE INDEX labelledPosts ON posts (board, key) WHERE label IS NOT NULL;
  CREATE INDEX heardOfBoard ON posts (board, kind, feeling, tongue, theme, source, copyOf, at);
  CREATE TABLE boardFacts (
    board INTEGER NOT NULL REFERENCES boards (key),
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (board, name)
  ) STRICT, WITHOUT ROWID;
  `,
  // what people did with a post, over time, and when to ask again
  `
  ALTER TABLE posts ADD COLUMN recountAt INTEGER;
  CREATE INDEX dueRecounts ON posts (source, recountAt) WHERE recountAt IS NOT NULL;

  CREATE TABLE counts (
    post INTEGER NOT NULL REFERENCES posts (key) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    react INTEGER NOT NULL,
    comment INTEGER NOT NULL,
    share INTEGER NOT NULL,
    contribute INTEGER NOT NULL,
    PRIMARY KEY (post, at)
  ) STRICT, WITHOUT ROWID;
  `,
  // one post that several sources hold has one address, of SHARED_ADDRESS_LENGTH at most
  `
  CREATE INDEX postsByAddress ON posts (board, url, source) WHERE length(url) BETWEEN 1 AND 500;
  `,
];
