import { writeState } from "@palabre/shared/documents";
import { newCardId, type Annotation } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { connectAlone, someoneOn } from "./alone.ts";
import { boardStateOver, type Topic } from "./boardState.ts";

const heard = (value: number): Annotation => ({
  readings: [{ measure: "mentions", state: "known", value, n: value, unit: undefined, origin: [] }],
  quotes: [],
});

it("[B96] figures are told to who shows them, and the rest of the workshop stays the same object", () => {
  const connection = connectAlone();
  const board = boardStateOver(connection, someoneOn());
  const [card, other] = [newCardId(), newCardId()];
  const told: Topic[] = [];
  for (const topic of ["workshop", "annotations", `annotation:${card}`, `annotation:${other}`] as const)
    board.subscribe(topic, () => void told.push(topic));
  const { workshop } = connection;
  const before = board.workshop();
  writeState(workshop, [{ map: "annotations", key: card, value: heard(3) }]);
  expect(told.splice(0)).toEqual(["annotations", `annotation:${card}`]);
  expect(board.workshop()).toBe(before);
  const said = board.annotations();
  expect(board.annotation(card)?.readings[0]?.value).toBe(3);
  expect(said.cards.get(card)).toBe(board.annotation(card));
  const unread = board.unreadAnnotations().get(card);
  expect(unread?.annotation).toBe(board.annotation(card));
  expect(board.annotation(other)).toBeUndefined();

  writeState(workshop, [{ map: "about", key: "title", value: "Repair" }]);
  expect(told.splice(0)).toEqual(["workshop"]);
  expect(board.annotations()).toBe(said);
  expect(board.unreadAnnotations().get(card)).toBe(unread);
  expect(board.workshop().title).toBe("Repair");

  writeState(workshop, [
    { map: "about", key: "title", value: "Share" },
    { map: "annotations", key: card, value: heard(4) },
  ]);
  expect(told.splice(0)).toEqual(["annotations", `annotation:${card}`, "workshop"]);
  expect(board.annotations().cards.get(card)?.readings[0]?.value).toBe(4);
  // what it was can still be read
  expect(unread?.annotation?.readings[0]?.value).toBe(3);
  expect(board.unreadAnnotations().get(card)?.annotation?.readings[0]?.value).toBe(4);
  board.close();
});
