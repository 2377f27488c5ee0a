import { newCardId, newLinkId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { spotlitOf } from "./spotlit.ts";

const things = { cards: [newCardId()], links: [newLinkId()], loop: "balancing" } as const;
const shared = { ...things, at: 5 };
const others = { cards: [newCardId()], links: [] };

describe("what is lit on a screen", () => {
  it("[P32] is what facilitators show, until a person leaves it for their own view", () => {
    expect(spotlitOf(undefined, undefined)).toBeUndefined();
    expect(spotlitOf(shared, undefined)).toEqual({ things: shared, isShared: true });
    expect(spotlitOf(shared, { things: undefined, over: 5 })).toBeUndefined();
    expect(spotlitOf(shared, { things: others, over: 5 })).toEqual({ things: others, isShared: false });
    expect(spotlitOf(undefined, { things: others, over: undefined })).toEqual({ things: others, isShared: false });
  });

  it("[P32] is what facilitators show next, whatever was chosen before, and the whole board once they end it", () => {
    expect(spotlitOf({ ...shared, at: 9 }, { things: others, over: 5 })?.isShared).toBe(true);
    expect(spotlitOf(shared, { things: others, over: undefined })?.isShared).toBe(true);
    expect(spotlitOf(undefined, { things: others, over: 5 })).toBeUndefined();
  });
});
