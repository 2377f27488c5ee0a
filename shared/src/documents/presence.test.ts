import { describe, expect, it } from "vitest";
import { newCardId, newPersonId } from "../terms/index.ts";
import { readPresence } from "./presence.ts";

const user = { person: newPersonId(), name: "Amina", role: "participant", colour: 3 };

describe("presence", () => {
  it("[B13] is read as it was shown", () => {
    const card = newCardId();
    const presence = {
      user,
      cursor: [1, 2],
      selection: [card],
      drag: { cards: [card], by: [3, 4] },
      editing: card,
      caret: [0, 4, 7],
    };
    expect(readPresence(presence)).toEqual(presence);
  });

  it("[B13] one that names nobody is not read, a wrong part of it is left out", () => {
    for (const state of [
      null,
      undefined,
      7,
      {},
      { cursor: [0, 0] },
      { user: { ...user, role: "king" } },
      { user: { ...user, name: "  " } },
    ]) {
      expect(readPresence(state)).toBeUndefined();
    }
    expect(readPresence({ user, cursor: [1, Number.NaN], selection: "all", editing: 4, caret: [-1, 2, 7] })).toEqual({
      user,
    });
  });
});
