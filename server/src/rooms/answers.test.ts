import { applyEdits, createBoardDoc, encodeDoc, stateVectorOf } from "@palabre/shared/documents";
import { newCardId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { Answers } from "./answers.ts";
import { framed, framedAnswer, step2Head } from "./wire.ts";

const note = (doc: ReturnType<typeof createBoardDoc>) =>
  applyEdits(doc, [{ type: "addCard", id: newCardId(), kind: "note", position: [0, 0], at: 1 }]);

describe("Answers", () => {
  it("[R66] gives each question its own answer, the same one again until the document changes", () => {
    const doc = createBoardDoc();
    note(doc);
    const answers = new Answers();
    const empty = Uint8Array.of(0);
    const whole = answers.of(doc, empty, 1);
    expect(whole).toEqual(framedAnswer(encodeDoc(doc)));
    expect(answers.of(doc, Uint8Array.of(0), 1)).toBe(whole);
    const vector = stateVectorOf(doc);
    expect(answers.of(doc, vector, 1)).toEqual(framedAnswer(encodeDoc(doc, vector)));
    note(doc);
    expect(answers.of(doc, empty, 2)).toEqual(framedAnswer(encodeDoc(doc)));
    expect(answers.of(doc, vector, 2)).toEqual(framedAnswer(encodeDoc(doc, vector)));
    const update = encodeDoc(doc);
    expect(Buffer.concat([framedAnswer(update).head, update])).toEqual(framed(step2Head(update.length), update));
    answers.forget();
    expect(answers.of(doc, empty, 2)).toEqual(framedAnswer(encodeDoc(doc)));
  });
});
