import { CLOSE } from "@palabre/shared/protocol";
import { expect, it } from "vitest";
import { openBoard, openRaw, openSynced } from "../helpers/client.ts";
import { PIXEL } from "../helpers/images.ts";
import { runServer } from "../helpers/runServer.ts";
import { openFolder } from "../helpers/startServer.ts";

it("[U11] a server takes as many connections and images as its operator lets it", async () => {
  const server = await runServer({ DATA_DIR: await openFolder(), CONNECTIONS_PER_PERSON: "4", FILES_PER_BOARD: "0" });
  const board = await openBoard(server);
  const { session } = await board.join("participant", "Ada");
  for (let count = 0; count < 4; count += 1) await openSynced(server, board.id, "board", session);
  const fifth = await openRaw(server, board.id, "board", { session });
  expect(await fifth.closed).toBe(CLOSE.busy);
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(PIXEL)], { type: "image/png" }), "one.png");
  const sent = await fetch(`${server.url}/api/boards/${board.id}/files`, {
    method: "POST",
    headers: { authorization: `Bearer ${session}` },
    body: form,
  });
  expect(await sent.json()).toMatchObject({ status: 409, code: "files-full" });
});
