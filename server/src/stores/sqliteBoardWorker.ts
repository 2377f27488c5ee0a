import { SqliteBoards } from "./sqliteBoards.ts";
import { serveStore } from "./workerBridge.ts";

serveStore((file) => new SqliteBoards(file), {
  // a driver's blob has a buffer of its own, which nothing else holds
  load: ({ checkpoint, updates }) =>
    [...(checkpoint ? [checkpoint] : []), ...updates].flatMap(({ buffer }) =>
      buffer instanceof ArrayBuffer ? [buffer] : [],
    ),
});
