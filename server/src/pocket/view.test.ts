import { createStateDoc, readWorkshop } from "@palabre/shared/documents";
import { newCardId, newPersonId, type Card } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { readCommon, viewOf } from "./view.ts";

const ada = newPersonId();
const idea = (text: string, at: number): Card => ({
  id: newCardId(),
  kind: "expectation",
  position: [0, 0],
  text,
  at,
  by: ada,
  attributes: {},
  extra: {},
});

it("[K43] what somebody wrote in silence is among their own ideas, last, however many they have on the board", () => {
  const own = Array.from({ length: 250 }, (_, at) => idea(`open ${at}`, at));
  const workshop = readWorkshop(createStateDoc());
  const board = {
    cards: new Map(own.map((card) => [card.id, card])),
    links: new Map(),
    comments: new Map(),
    skipped: 0,
  };
  const common = readCommon({ workshop, rules: workshop.rules, board, ballots: new Map() });
  const draft = [idea("silent 1", 300), idea("silent 2", 301)];
  const { ideas } = viewOf(common, { person: ada, role: "participant", name: "Ada" }, draft);
  expect(ideas.map(({ text }) => text)).toEqual([
    ...own.slice(-198).map(({ text }) => text),
    ...draft.map(({ text }) => text),
  ]);
});
