/** Who of the client may import whom: the rest of `IMPORT_TABLE`, which says how to read it. */
export const CLIENT_IMPORTS: Readonly<Record<string, readonly string[]>> = {
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
  // a field in which others type too, whose keys are told as those of the canvas are
  "client/typing": ["react", "client/state", "client/ui", "client/i18n"],
  // images are handed to the server where they are dropped; whether a finger or a mouse is at work is known before anything answers the
  // press, hence react-dom
  // cards are laid out by a library in its own worker, fetched when somebody tidies up; of messages, how much one may hold
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
    "shared/protocol { MAX_UPDATE_BYTES }",
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
    // when this device last saw a board
    "client/offline { lastSeen, readSeen, rememberSeen, Seen, writeSeen }",
    "client/ui",
    "client/i18n",
    "client/panels/pieces",
    // whom a comment speaks to
    "client/people { speaksTo }",
    // how evenly people contribute; what was done while one was away
    "shared/analysis/statistics",
    "shared/protocol",
  ],
  // the papers of ballots, for the board's panel and for phones: props in, paper out; no board, no document
  "client/voting": ["react", "client/ui", "client/i18n", "shared/facilitation/ballots"],
  // what is said of a card or a link: threads and reactions, fetched with the panel of the card
  "client/panels/comments": [
    "react",
    "client/people { mentionAt, partsOf, peopleNamed, speaksTo }",
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
    "shared/facilitation/ballots { optionsAsked, PAPERS_NEEDED, plannedThere }",
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
  // what is said of a step is drawn before the view is brought beside it, hence react-dom
  "client/phase": [
    "react",
    "react-dom",
    "client/state",
    "client/ui",
    "client/i18n",
    "shared/documents",
    "shared/facilitation",
  ],
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
  "client/matrix": ["react", "client/typing", "client/state", "client/figures", "client/ui", "client/i18n"],
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
  // what waits on the phone goes with its board, which the home page removes
  "client/pocket": [
    "react",
    "react-dom",
    "client/offline",
    "client/api",
    "client/i18n",
    "client/ui",
    "client/voting",
    "shared/protocol",
  ],
  "client/pocketMain": ["client/i18n", "client/noEval", "client/pocket", "client/ui"],
  "client/App": ["react", "react-aria-components", "shared/*", "client/*"],
  // settings that a package reads when it is loaded
  "client/noEval": [],
  "client/main": ["react", "react-dom", "shared/*", "client/*"],
};
