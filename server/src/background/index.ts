export { openDeadlines } from "./deadlines.ts";
export { createPacer } from "./pacer.ts";
export { openRuns } from "./runs.ts";
export { serveThread } from "./serveThread.ts";
export { entryBeside, openThread, type Thread } from "./thread.ts";
