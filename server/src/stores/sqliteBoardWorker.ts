import { SqliteBoards } from "./sqliteBoards.ts";
import { serveStore } from "./workerBridge.ts";

serveStore((file) => new SqliteBoards(file), {
  // a driver's blob has a buffer of its own, which nothing else holds, and all updates have one
  load: ({ checkpoint, updates: [first] }) =>
    [checkpoint, first].flatMap((bytes) => (bytes?.buffer instanceof ArrayBuffer ? [bytes.buffer] : [])),
});
