import { existsSync } from "node:fs";
import { readBoard } from "@palabre/shared/documents";
import { describe, expect, it } from "vitest";
import { addNote } from "../helpers/cards.ts";
import { ask, connect, saved, synced } from "../helpers/client.ts";
import { beginDrafting, textsOf } from "../helpers/drafting.ts";
import { BUILT_SERVER, runServer } from "../helpers/runServer.ts";
import { openFolder } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

describe.skipIf(!existsSync(BUILT_SERVER))("a reveal that is cut short", () => {
  // places, and milliseconds after the request
  it.each(["during-reveal", "after-reveal", 0, 2, 5, 9, 15])(
    "[F44] by kill -9 (%s) left all drafts, or all ideas on the board, and ends the same when it is asked again",
    async (when) => {
      const folder = await openFolder();
      const place = typeof when === "string" ? { FAIL_AT: when } : {};
      const first = await runServer({ DATA_DIR: folder, ...place });
      const { writer, board, phase, awa } = await beginDrafting(first);
      const people = await Promise.all(["Ada", "Ben", "Cleo"].map(writer));
      const ideas: string[] = [];
      for (const { draft, person } of people) {
        for (let n = 0; n < 5; n += 1) ideas.push(`${person} ${n}`);
        for (const text of ideas.slice(-5)) addNote(draft.doc, text);
        await saved(draft, 1);
        draft.provider.destroy();
      }
      const body = { phase: phase.id, round: 0 };
      const reveal = (server: typeof first) =>
        ask<{ ideas: number }>(server, "POST", `/api/boards/${board.id}/reveal`, { session: awa.session, body });
      const asked = reveal(first).catch(() => undefined);
      if (typeof when === "number") {
        await new Promise((resolve) => setTimeout(resolve, when));
        first.kill("SIGKILL");
      }
      expect(await first.ended).toBe("SIGKILL");
      await asked;

      const server = await runServer({ DATA_DIR: folder });
      const seen = connect(server, board.id, awa.session, "board");
      await synced(seen);
      const before = [...readBoard(seen.doc).cards.keys()].length;
      expect([0, ideas.length]).toContain(before);
      if (when === "during-reveal") expect(before).toBe(0);
      if (when === "after-reveal") expect(before).toBe(ideas.length);
      const { body: revealed } = await reveal(server);
      expect(revealed.ideas).toBe(ideas.length - before);
      await until(() => readBoard(seen.doc).cards.size === ideas.length, "all ideas");
      expect(textsOf(seen)).toEqual(ideas.toSorted());
      expect((await reveal(server)).body.ideas).toBe(0);
      seen.provider.destroy();
      server.kill("SIGKILL");
    },
  );
});
