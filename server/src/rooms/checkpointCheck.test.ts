import { applyEdits, createBoardDoc, encodeDoc, stateVectorOf, type Edit } from "@palabre/shared/documents";
import { newCardId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { checkpointCheck } from "./checkpointCheck.ts";

const docWith = (cards: number) => {
  const doc = createBoardDoc();
  const text = "as long as a card that says something ".repeat(4);
  const add = (at: number): Edit => ({ type: "addCard", id: newCardId(), kind: "note", position: [at, 0], text, at });
  applyEdits(
    doc,
    Array.from({ length: cards }, (_, at) => add(at)),
  );
  return doc;
};

describe("checkpointCheck", () => {
  // the larger one is tried in a thread
  it.each([3, 1_500])(
    "[R18] a checkpoint of %i cards counts only if it loads as the document it was made of",
    async (cards) => {
      const doc = docWith(cards);
      const bytes = encodeDoc(doc);
      expect(bytes.length > 256 * 1024).toBe(cards > 1_000);
      expect(await checkpointCheck.loads(bytes, stateVectorOf(doc))).toBe(true);
      expect(await checkpointCheck.loads(bytes.slice(0, -9), stateVectorOf(doc))).toBe(false);
      expect(await checkpointCheck.loads(bytes, stateVectorOf(docWith(1)))).toBe(false);
    },
  );
});
