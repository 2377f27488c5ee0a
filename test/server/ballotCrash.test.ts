import { existsSync } from "node:fs";
import type { OwnPaper } from "@palabre/shared/protocol";
import { newCardId, type Paper } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { ask } from "../helpers/client.ts";
import { BUILT_SERVER, runServer } from "../helpers/runServer.ts";
import { openFolder } from "../helpers/startServer.ts";
import { openVote } from "../helpers/voting.ts";

const PEOPLE = 40;

describe.skipIf(!existsSync(BUILT_SERVER))("a vote that is cut short", () => {
  // places, and how many papers are acknowledged by then
  it.each(["during-papers:3", "after-papers:4", 1, 60, 150])(
    "[V15] by kill -9 (%s) loses no paper that was acknowledged, and counts none twice",
    async (when) => {
      const folder = await openFolder();
      const place = typeof when === "string" ? { FAIL_AT: when } : {};
      const first = await runServer({ DATA_DIR: folder, SESSIONS_PER_MINUTE: "100000", ...place });
      const vote = await openVote(first, ["Sleep", "Noise", "Light"]);
      const people = await vote.people(PEOPLE);
      const id = await vote.open({ method: "dots", settings: { budget: 9 } });
      const paperOf = (n: number): Paper => ({
        method: "dots",
        dots: { [vote.cards[n % 3] ?? newCardId()]: 1 + (n % 9) },
      });
      let taken = 0;
      // each gives one paper after the other, until the server is gone
      const running = people.map(async (person, index) => {
        let acknowledged = 0;
        for (let n = 1; ; n += 1) {
          const reply = await vote.give(person, id, paperOf(index + n)).catch(() => undefined);
          if (reply?.status !== 200) return { person, index, acknowledged, sent: n };
          acknowledged = n;
          taken += 1;
          if (taken === when) first.kill("SIGKILL");
        }
      });
      expect(await first.ended).toBe("SIGKILL");
      const told = await Promise.all(running);
      vote.peer.provider.destroy();

      const server = await runServer({ DATA_DIR: folder });
      let given = 0;
      for (const { person, index, acknowledged, sent } of told) {
        const { status, body } = await ask<OwnPaper>(
          server,
          "GET",
          `/api/boards/${vote.board.id}/ballots/${id}/paper`,
          {
            session: person.session,
          },
        );
        if (status === 404) expect(acknowledged).toBe(0);
        else {
          given += 1;
          // what was acknowledged last, or what was on its way when the server died
          expect([paperOf(index + acknowledged), paperOf(index + sent)]).toContainEqual(body.paper);
        }
      }
      expect(told.some(({ acknowledged }) => acknowledged > 0)).toBe(true);
      const path = `/api/boards/${vote.board.id}/ballots/${id}`;
      await ask(server, "POST", `${path}/publish`, { session: vote.awa.session });
      const { body } = await ask<{ receipts: string[] }>(server, "GET", `${path}/receipts`, {
        session: vote.awa.session,
      });
      expect(body.receipts).toHaveLength(given);
      server.kill("SIGKILL");
    },
  );
});
