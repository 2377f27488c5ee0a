/** What every folder may use, by package. */
export const EVERYWHERE: Readonly<Record<string, readonly string[]>> = {
  shared: ["shared/terms", "shared/errors"],
  server: ["shared/terms", "shared/errors", "server/log", "server/failPoint"],
  client: ["shared/terms", "shared/errors"],
};

/** Which package may import which, tests included. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  server: ["shared"],
  client: ["shared"],
  test: ["shared", "server"],
};

/** Whoever touches these can write anything into a document: three folders, and tests. */
export const CRDT_PACKAGES: readonly string[] = ["yjs", "y-protocols", "y-websocket", "y-indexeddb", "lib0"];
export const CRDT_FOLDERS: readonly string[] = ["shared/documents", "client/sync", "server/rooms"];
