import * as Y from "yjs";
import { joinRoom } from "../crowd.ts";
import { countCards, prepareAdds } from "../edits.ts";
import type { Row } from "../row.ts";
import { startTarget } from "../targets.ts";

const EDITS = 200;
/** a quick hand, not a burst */
const PAUSE_MS = 5;

/**
 * Two hundred cards, one by one; once the last is acknowledged the server is killed. Acknowledged is what each server says: our barrier,
 * Hocuspocus' "applied"; y-websocket says nothing, so it is what somebody else was shown.
 */
export const kill: Row = {
  name: "kill",
  targets: ["palabre", "ywss", "hocuspocus"],
  run: async (name) => {
    const target = await startTarget(name);
    try {
      const room = await target.room(2);
      const [writer, watcher] = room.seats;
      if (!writer || !watcher) throw new Error("no seats");
      const { updates } = prepareAdds(writer.person, EDITS);
      const sending = await joinRoom(target, writer);
      const watching = await joinRoom(target, watcher);
      const seen = new Y.Doc();
      let acknowledged = 0;
      const done = new Promise<void>((resolve, reject) => {
        sending.onClose = (code) => reject(new Error(`closed with ${code}`));
        sending.onFrame = (payload) => {
          const heard = writer.dialect.read(payload);
          if (heard.type !== "acknowledged") return;
          acknowledged = name === "palabre" ? heard.n : acknowledged + 1;
          if (acknowledged >= EDITS) resolve();
        };
        watching.onFrame = (payload) => {
          const heard = watcher.dialect.read(payload);
          if (heard.type === "update") Y.applyUpdate(seen, heard.update);
          if (name === "ywss" && countCards(seen) >= EDITS) resolve();
        };
      });
      for (const update of updates) {
        sending.send(writer.dialect.update(update));
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
      if (name === "palabre") sending.send(writer.dialect.barrier(EDITS));
      await done;
      await target.kill();
      sending.close();
      watching.close();
      await target.again();
      const fresh = new Y.Doc();
      const reading = await joinRoom(target, watcher, undefined, (update) => Y.applyUpdate(fresh, update));
      reading.onFrame = (payload) => {
        const heard = watcher.dialect.read(payload);
        if (heard.type === "update" || heard.type === "step2") Y.applyUpdate(fresh, heard.update);
      };
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      reading.close();
      return { lost: EDITS - countCards(fresh) };
    } finally {
      await target.end();
    }
  },
};
