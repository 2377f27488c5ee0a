import { CLIENT_IMPORTS } from "./clientImports.ts";

/**
 * Who may import whom. Arrows go down only, `import type` counts, and what is not written here is refused.
 *
 * A row is a folder of `src` (or a folder in a folder, or a file that stands alone there) and what it may import besides its own files: another folder
 * by the name of its row, a package by its name, `node:*` for any module of Node. `folder { A, B }` allows just these names of it.
 * Everyone may use `shared/terms` and `shared/errors`; every folder of the server its log and its fail-points.
 */
export const IMPORT_TABLE: Readonly<Record<string, readonly string[]>> = {
  // ids are born in terms, hence nanoid
  "shared/terms": ["zod", "nanoid"],
  "shared/errors": ["zod"],
  // the pure folders: no Yjs, no clock, no randomness
  // figures of single cards are read with the formulas of the methods
  "shared/analysis": ["shared/analysis/decision", "shared/analysis/structure"],
  // the board as a map of signed influences, and what its shape says
  // graphs: centralities and communities are graphology's, inverses ml-matrix'
  "shared/analysis/structure": [
    "shared/analysis/statistics",
    "graphology",
    "graphology-communities-louvain",
    "graphology-metrics",
    "ml-matrix",
  ],
  // what several methods of the analysis count with: seeded chance, quantiles, intervals, tails
  "shared/analysis/statistics": [],
  // which strategies to choose: it asks what each does on the map
  "shared/analysis/decision": ["shared/analysis/scenario", "shared/analysis/statistics", "shared/analysis/structure"],
  // who thinks alike, from votes on statements
  "shared/analysis/groups": ["shared/analysis/statistics"],
  // what follows when something is done: it runs the map that structure reads
  "shared/analysis/scenario": ["shared/analysis/statistics", "shared/analysis/structure"],
  // ballots and comparisons counted, without anything of a board
  "shared/analysis/voting": [],
  // what people think: needs, agreement, rounds
  "shared/analysis/opinion": ["shared/analysis/statistics"],
  "shared/facilitation": [],
  // whether a paper answers its ballot, and what papers come to: counted by the methods of the analysis; whoever only votes fetches no method
  "shared/facilitation/ballots": ["shared/analysis/groups", "shared/analysis/opinion", "shared/analysis/voting"],
  // templates: long texts in both languages, behind a door of their own, since a board that is open never needs them
  "shared/facilitation/library": [],
  // the board as one reads it aloud
  "shared/outline": [],
  "shared/listening": [],
  // what a post says: a folder and a door of its own, since its weights must not come to a page that only searches
  "shared/listening/classify": ["shared/listening"],
  // a detector of 60 languages, 2 MB: read by the server's thread only, so behind a door of its own
  "shared/listening/language": ["eld"],
  // what many posts say together: read by the server's thread only, so behind a door of its own
  "shared/listening/texts": ["shared/listening"],
  "shared/protocol": ["zod"],
  // presence and the state documents are written by strangers, so they are parsed by zod when read
  "shared/documents": ["yjs", "y-protocols", "lib0", "zod"],

  "server/log": ["pino"],
  // where a test may let the process die
  "server/failPoint": [],
  "server/config": ["zod"],
  // images beside the documents: bytes on the disk, told by their own head
  "server/files": ["node:*", "server/stores"],
  // a store sees bytes, rows and ids, never a document; it matches posts by the words that listening folds
  "server/stores": [
    "@photostructure/sqlite",
    "pg",
    "node:*",
    "zod",
    "shared/documents { DocumentName }",
    "shared/listening",
  ],
  // how long a code is good for is told to those who show it, too
  "server/access": ["node:crypto", "node:fs/promises", "node:path", "server/stores", "shared/protocol { SLIDE }"],
  "server/rooms": [
    "shared/documents",
    "shared/protocol",
    "shared/facilitation",
    "server/stores",
    "server/access",
    "lib0",
    "ws",
    // a checkpoint is made and packed in a thread
    "node:worker_threads",
    "node:events",
    // a large update is taken in part by part
    "node:timers/promises",
    "node:zlib",
    // the stream beneath a WebSocket, as a type
    "node:stream",
  ],
  // commands are in the protocol's words, and so is the file of an agenda; who is sent off is told by the code of the close
  "server/facilitation": [
    "shared/documents",
    "shared/facilitation",
    "shared/facilitation/library",
    "shared/protocol",
    "server/rooms",
    "server/stores",
    // what is to be done at a moment
    "server/background",
  ],
  // votes: papers are sealed with what seals secrets, kept by the store, counted by the shared brain; all else goes through facilitation
  "server/ballots": [
    "shared/documents",
    // what was published, as readings
    "shared/analysis",
    "shared/facilitation/ballots",
    "shared/protocol",
    "server/access { createVault }",
    "server/background",
    "server/facilitation",
    "server/rooms",
    "server/stores",
    "node:crypto",
  ],
  // secrets of sources are sealed by access, streams are WebSockets
  "server/listening": [
    "server/access",
    "ws",
    "shared/listening",
    "shared/protocol",
    // a long file is read piece by piece
    "server/background { createPacer }",
    "server/stores",
    "node:*",
    "@rowanmanning/feed-parser",
    "ipaddr.js",
    "papaparse",
    "undici",
    "zod",
  ],
  // work beside the thread that serves people: threads that answer, jobs that are done again and again, and long work in pieces
  "server/background": ["node:worker_threads", "node:timers/promises"],
  // it reads posts in threads of its own, and writes what it finds through facilitation
  "server/hearing": [
    "shared/analysis { chooseQuotes, heardSpan, heardUntil, HeardSpan, isHeardBefore, periodOf }",
    "shared/documents { StateChange }",
    "shared/listening",
    "shared/listening/*",
    "shared/protocol",
    "server/background",
    "server/facilitation",
    "server/listening",
    "server/stores",
    "node:*",
    "zod",
  ],
  // it learns of new posts from listening, reads and writes through facilitation, and says what changed in the documents' words
  "server/annotator": [
    "shared/analysis",
    "shared/documents { BoardChange, ListeningSummary, StateChange }",
    "shared/listening",
    "server/background",
    // published ballots
    "server/ballots",
    "server/facilitation",
    "server/hearing",
    "server/listening",
    "server/stores",
    "node:*",
  ],
  // what takes long on a large board is done in a thread
  "server/history": ["shared/documents", "shared/protocol", "server/rooms", "server/stores", "node:worker_threads"],
  // a workshop as a phone takes part in it: what it shows is read from the documents, what it sends is written as its person
  "server/pocket": [
    "node:crypto",
    "shared/documents",
    "shared/facilitation",
    "shared/protocol",
    "server/access",
    // hundreds of phones are told piece by piece
    "server/background { createPacer }",
    "server/facilitation",
    "server/rooms",
    "server/stores",
  ],
  // several servers over one database: who keeps which board, and the way there
  "server/servers": ["httpxy", "ioredis", "node:*", "undici", "server/servers/trunk", "server/stores"],
  // many clients' lines over one connection between two servers
  "server/servers/trunk": ["node:*", "zod"],
  // what whoever runs the server looks at
  "server/operations": ["node:*", "prom-client", "zod", "server/rooms", "server/stores"],
  // pages are read from the disk, hashed and packed; an upgrade is a matter of the HTTP server
  // upgrades are HTTP until they are answered; pages are files, and what is sent may be gzipped
  "server/http": [
    "node:*",
    "ws",
    "hono",
    "ws",
    "zod",
    "node:*",
    // of an IPv6 address, the network counts
    "ipaddr.js",
    "shared/documents",
    "shared/facilitation",
    "shared/facilitation/library",
    "shared/protocol",
    "server/access",
    "server/annotator",
    "server/ballots",
    "server/facilitation",
    "server/files",
    "server/hearing",
    "server/history",
    "server/listening",
    "server/http/status",
    "server/operations",
    "server/pocket",
    "server/rooms",
    "server/servers",
    "server/stores",
  ],
  // the operator's page, with its texts
  "server/http/status": ["hono", "node:crypto", "server/operations"],
  "server/app": ["hono", "@hono/node-server", "node:*", "shared/*", "server/*"],
  "server/listen": ["node:http"],
  "server/start": ["hono", "@hono/node-server", "ws", "node:*", "shared/*", "server/*"],
  // what is typed at the operator's machine
  "server/print": [],
  "server/command": ["node:path", "server/config", "server/print"],
  "server/backup": ["server/command", "server/operations"],
  "server/restore": ["server/command", "server/operations"],
  // a program of its own: copies boards from one database to another
  "server/move": ["server/access { prepareKey }", "server/files", "server/log", "server/stores"],
  "server/main": ["node:*", "shared/*", "server/*"],
  ...CLIENT_IMPORTS,
};
