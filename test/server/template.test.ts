import { readBoard, readWorkshop } from "@palabre/shared/documents";
import { templateContents } from "@palabre/shared/facilitation/library";
import { describe, expect, it } from "vitest";
import { ask, connect, openBoard, synced } from "../helpers/client.ts";
import { startServer } from "../helpers/startServer.ts";
import { until } from "../helpers/until.ts";

describe("templates", () => {
  it.each(["fr", "en"] as const)(
    "[A19, F29] a board made from a template in %s holds its cards, links and posts",
    async (language) => {
      const now = Date.UTC(2026, 0, 15);
      const server = await startServer({ now: () => now });
      const board = await openBoard(server, { title: "Our workshop", template: "repair-cafe", language });
      const contents = templateContents("repair-cafe", language, now);
      const { session } = await board.join("facilitator", "Ada");
      const peer = connect(server, board.id, session, "board");
      await synced(peer);
      const { cards, links, skipped } = readBoard(peer.doc);
      expect(skipped).toBe(0);
      expect([...cards.values()].map(({ kind, position, text }) => ({ kind, position, text }))).toEqual(
        contents.cards.map(({ kind, position, text }) => ({ kind, position, text })),
      );
      const keyOf = new Map([...cards.keys()].map((id, index) => [id, contents.cards[index]?.key]));
      expect(
        [...links.values()]
          .map(({ from, to, polarity }) => [keyOf.get(from), keyOf.get(to), polarity].join(" "))
          .sort(),
      ).toEqual(contents.links.map(({ from, to, polarity }) => [from, to, polarity].join(" ")).sort());
      expect([...cards.values()].map(({ attributes: { frame } }) => frame && keyOf.get(frame))).toEqual(
        contents.cards.map((card) => card.in),
      );
      // nobody made it, so nobody's name is on it
      expect([...cards.values()].filter(({ by }) => by !== undefined)).toEqual([]);
      const workshop = connect(server, board.id, session, "workshop");
      await until(() => readWorkshop(workshop.doc).listening.posts === contents.posts.length, "the posts");
      expect(readWorkshop(workshop.doc)).toMatchObject({ title: "Our workshop", language });
      const { agenda, now: under } = readWorkshop(workshop.doc);
      expect([agenda.revision, under]).toEqual([1, undefined]);
      const byKey = agenda.phases.map((phase) => ({ ...phase, id: "", look: phase.look && keyOf.get(phase.look) }));
      expect(byKey).toEqual(contents.agenda.map((phase) => ({ ...phase, id: "", look: phase.look })));
      expect((await ask(server, "GET", `/api/boards/${board.id}`, { session })).body).toMatchObject({ language });
    },
  );
});
