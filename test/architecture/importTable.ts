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
    "server/stores",
    "node:*",
    "@rowanmanning/feed-parser",
    "ipaddr.js",
    "papaparse",
    "undici",
    "zod",
  ],
  // work beside the thread that serves people: threads that answer, and jobs that are done again and again
  "server/background": ["node:worker_threads"],
  // it reads posts in threads of its own, and writes what it finds through facilitation
  "server/hearing": [
    "shared/analysis { chooseQuotes, periodOf }",
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
  "server/start": ["hono", "@hono/node-server", "ws", "node:*", "shared/*", "server/*"],
  // what is typed at the operator's machine
  "server/print": [],
  "server/command": ["node:path", "server/config", "server/print"],
  "server/backup": ["server/command", "server/operations"],
  "server/restore": ["server/command", "server/operations"],
  // a program of its own: copies boards from one database to another
  "server/move": ["server/files", "server/log", "server/stores"],
  "server/main": ["node:*", "shared/*", "server/*"],

  // the stock provider is the client; its messages are read by lib0, as it reads them itself
  // and the copy of the board on this device is y-indexeddb's
  // how a part of the page is fetched that is not there yet
  "client/parts": [],
  "client/sync": ["client/parts", "shared/documents", "shared/protocol", "y-websocket", "y-indexeddb", "lib0"],
  "client/api": ["shared/protocol"],
  "client/state": ["client/sync", "client/api", "shared/documents", "shared/facilitation", "shared/protocol", "react"],
  "client/i18n": ["react"],
  "client/ui": ["client/parts", "react", "react-aria", "react-aria-components", "react-stately", "lucide-react"],
  // the drawings of readings, shared by cards and panels
  "client/figures": ["react", "client/ui", "client/i18n"],
  // a field in which others type too
  "client/typing": ["react", "client/state"],
  // images are handed to the server where they are dropped; whether a finger or a mouse is at work is known before anything answers the
  // press, hence react-dom
  // cards are laid out by a library in its own worker, fetched when somebody tidies up
  "client/canvas": [
    "react",
    "react-dom",
    "client/api",
    "@xyflow/react",
    "elkjs",
    "client/typing",
    "client/state",
    "client/figures",
    "client/ui",
    "client/i18n",
    "shared/outline { bringInto, inReadingOrder, Placed, readOutline, OutlineEntry, OutlineSection }",
  ],
  // the browser's worker and who asks it: it computes off the page's own thread
  "client/analysis": ["react", "client/state", "client/noEval", "shared/analysis { drawPeople }", "shared/analysis/*"],
  // the head and the parts that every panel is made of
  "client/panels/pieces": ["react", "client/state", "client/i18n", "client/ui"],
  // who is here, by name and colour: drawn by the page, its panels and what lies over the board
  "client/people": ["react", "client/api", "client/state", "client/ui", "client/i18n"],
  // what those who are together ask of each other, over the board and in its panels; fetched after it
  "client/together": [
    "react",
    "client/api",
    "client/state",
    "client/ui",
    "client/i18n",
    "client/panels/pieces",
    // how evenly people contribute; what was done while one was away
    "shared/analysis/statistics",
    "shared/protocol",
  ],
  // the papers of ballots, for the board's panel and for phones: props in, paper out; no board, no document
  "client/voting": ["react", "client/ui", "client/i18n", "shared/facilitation/ballots"],
  // what is said of a card or a link: threads and reactions, fetched with the panel of the card
  "client/panels/comments": [
    "react",
    "client/state",
    "client/figures",
    "client/ui",
    "client/i18n",
    "client/panels/pieces",
  ],
  // the panel of the people, fetched when it is opened
  "client/panels/people": [
    "react",
    "client/api",
    "client/state",
    "client/people",
    "client/ui",
    "client/i18n",
    "client/panels/pieces",
  ],
  // what was decided of a card, as a part of its panel
  "client/panels/decision": [
    "react",
    "client/api",
    "client/state",
    "client/ui",
    "client/i18n",
    "client/panels/pieces",
    "client/panels/vote",
    "shared/documents { readDecisions }",
  ],
  // the panel of the votes, fetched when it is opened; ballots are read apart from the rest of the workshop
  "client/panels/vote": [
    "react",
    "client/api",
    "client/state",
    "client/figures",
    "client/ui",
    "client/i18n",
    "client/panels/pieces",
    "client/voting",
    "shared/documents { readBallotDesk, readBallots, readDecisions }",
    "shared/protocol",
  ],
  // the panel of the analysis, fetched with its charts when it is opened
  "client/panels/analyse": [
    "react",
    "@observablehq/plot",
    "client/analysis",
    "client/state",
    "client/figures",
    "client/ui",
    "client/i18n",
    "client/overlays",
    "client/panels/pieces",
    "shared/analysis/*",
    "shared/facilitation",
    // people are apart on what they voted, too
    "shared/documents { readBallots }",
  ],
  // what was heard: posts, their themes, the cards they suggest; fetched with the panel that shows them
  "client/panels/heard": [
    "react",
    // lays the themes out as tiles
    "d3-hierarchy",
    "client/api",
    "client/state",
    "client/figures",
    "client/ui",
    "client/i18n",
    "client/panels/pieces",
    "shared/protocol",
  ],
  // silent writing: what is said of it over the board, and its end; fetched once people write so
  "client/panels/drafts": [
    "react",
    "client/state",
    "client/api",
    "client/ui",
    "client/i18n",
    "client/panels/pieces",
    "shared/facilitation",
  ],
  // the facilitator's panel, a section a file; fetched when it is opened
  "client/panels/run": [
    // what waits in drafts is ended from there too
    "client/panels/drafts",
    // and the vote that was planned for a step is opened
    "client/panels/vote",
    "react",
    "react-aria-components",
    "client/phase",
    "client/together",
    "client/state",
    "client/figures",
    "client/ui",
    "client/i18n",
    "client/panels/joining",
    "client/panels/pieces",
    "shared/facilitation",
    "shared/facilitation/library",
    "shared/protocol",
  ],
  // the step that is under way, for everybody: its time, what may be done, where to look; fetched by boards that have an agenda
  "client/phase": ["react", "client/state", "client/ui", "client/i18n", "shared/documents", "shared/facilitation"],
  // a hypothesis and readings, laid over the board and steered from its panels; fetched when they are used
  "client/overlays": ["react", "client/analysis", "client/state", "client/figures", "client/ui", "client/i18n"],
  // the slide and the door: fetched with the panels that lead to them
  "client/panels/joining": [
    "react",
    "uqr",
    "client/api",
    "client/state",
    "client/ui",
    "client/i18n",
    "shared/protocol",
  ],
  // a query as it is understood, drawn by the panels of the card and of what is heard
  "client/panels/query": ["react", "client/i18n", "shared/listening"],
  // the panel that listens, a section a file; fetched when it is opened
  "client/panels/listen": [
    "client/panels/heard",
    "client/panels/query",
    "react",
    "client/state",
    "client/api",
    "client/ui",
    "client/i18n",
    "client/panels/pieces",
    "shared/facilitation",
    // what a card listens for until somebody says it
    "shared/listening",
    "shared/protocol",
  ],
  "client/panels": [
    "client/panels/comments",
    "client/panels/joining",
    "client/panels/listen",
    "client/panels/query",
    "client/panels/people",
    "client/panels/analyse",
    "client/panels/decision",
    "client/panels/drafts",
    "client/panels/pieces",
    "client/panels/run",
    "client/panels/vote",
    "react",
    "client/state",
    "client/api",
    "client/figures",
    "client/ui",
    "client/i18n",
    "shared/analysis",
    // why a strategy moves an expectation is looked up when somebody asks
    "shared/analysis/scenario",
    "shared/analysis/structure",
    "shared/facilitation",
    "shared/listening",
    "shared/protocol",
  ],
  // the links of a board as a table: a page of its own over the board, fetched when it is opened
  "client/matrix": ["react", "client/state", "client/figures", "client/ui", "client/i18n"],
  // what belongs together by a reading of the map is put together on the canvas; fetched when it is asked for
  "client/clusters": ["react", "client/overlays", "client/state", "client/ui", "client/i18n"],
  // the board in sentences: the same, and the texts of cards are typed as on the canvas
  "client/twin": [
    "react",
    "client/typing",
    "client/state",
    "client/figures",
    "client/ui",
    "client/i18n",
    "shared/outline",
  ],
  // what is told to who listens, figures by the words of their drawings: fetched after the board
  "client/notices": ["react", "client/state", "client/figures", "client/ui", "client/i18n"],
  // what of Palabre and of boards is on this device when the network is gone
  "client/offline": ["client/parts", "shared/protocol"],
  // what finds a text, a command or a key of the board that is open: fetched when it is asked for; texts are folded as in listening
  "client/finding": [
    "react",
    "client/state",
    "client/figures",
    "client/ui",
    "client/i18n",
    "shared/listening",
    "shared/outline",
  ],
  "client/home": [
    "client/offline",
    "react",
    "client/state",
    "client/api",
    "client/ui",
    "client/i18n",
    // what the gallery shows, fetched after the page
    "shared/facilitation/library",
    "shared/protocol",
    // the name that this device goes by
    "client/people",
  ],
  // the page of a board: it puts canvas and panels together
  "client/board": [
    "react",
    "client/offline",
    "client/parts",
    "client/state",
    "client/api",
    "client/canvas",
    "client/finding",
    "client/clusters",
    "client/matrix",
    "client/notices",
    "client/overlays",
    "client/panels",
    "client/people",
    "client/phase",
    "client/together",
    "client/twin",
    "client/figures",
    "client/ui",
    "client/i18n",
    "shared/facilitation",
    "shared/protocol",
  ],
  // the phone's own page: light, so nothing of canvas, state, sync
  "client/pocket": ["react", "react-dom", "client/api", "client/i18n", "client/ui", "client/voting", "shared/protocol"],
  "client/pocketMain": ["client/i18n", "client/noEval", "client/pocket", "client/ui"],
  "client/App": ["react", "react-aria-components", "shared/*", "client/*"],
  // settings that a package reads when it is loaded
  "client/noEval": [],
  "client/main": ["react", "react-dom", "shared/*", "client/*"],
};
