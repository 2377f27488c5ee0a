import { readBoard, readWorkshop } from "@palabre/shared/documents";
import { templateContents } from "@palabre/shared/facilitation/library";
import { LANGUAGES, TEMPLATES } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { connect, openBoard, synced } from "../helpers/client.ts";
import { startServer } from "../helpers/startServer.ts";

it.each(TEMPLATES)(
  "[F29] a board made from %s has its cards and its agenda at once, in either language",
  async (template) => {
    const server = await startServer();
    for (const language of LANGUAGES) {
      const { title, cards, links, agenda } = templateContents(template, language, 0);
      const made = await openBoard(server, { title, template, language });
      const { session } = await made.join("viewer", "Ada");
      const [board, workshop] = [
        connect(server, made.id, session, "board"),
        connect(server, made.id, session, "workshop"),
      ];
      await synced(board);
      await synced(workshop);
      const drawn = readBoard(board.doc);
      expect([drawn.skipped, drawn.cards.size, drawn.links.size]).toEqual([0, cards.length, links.length]);
      const run = readWorkshop(workshop.doc);
      expect([run.title, run.now]).toEqual([title, undefined]);
      expect(run.agenda.revision).toBe(1);
      const textOf = (key: string | undefined) => cards.find((card) => card.key === key)?.text;
      expect(
        run.agenda.phases.map(({ id, look, ...phase }) => ({
          ...phase,
          look: look && drawn.cards.get(look)?.text,
          hasId: id.length === 21,
        })),
      ).toEqual(agenda.map((step) => ({ ...step, look: textOf(step.look), hasId: true })));
      expect(new Set(run.agenda.phases.map(({ id }) => id)).size).toBe(agenda.length);
    }
  },
);
