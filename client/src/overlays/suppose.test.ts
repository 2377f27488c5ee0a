import { newCardId } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { asItCounts, isSameSupposition, isSupposing, suppose, supposedIn, supposeNot } from "./suppose.ts";

const [a, b] = [newCardId(), newCardId()];
const answer = { effects: new Map([[b, 0.4]]), outcome: "settled" } as const;

describe("a hypothesis", () => {
  it("[P52] supposes nothing of what is at 0, which stays to be moved", () => {
    const offered = suppose(undefined, a, 0);
    expect([...offered.levels.keys()]).toEqual([a]);
    expect(isSupposing(offered)).toBe(false);
    expect(supposedIn(suppose(offered, b, -0.5))).toEqual([[b, -0.5]]);
  });

  it("[P52] keeps the last answer in sight while it changes, and drops it with the last supposition", () => {
    const asked = { ...suppose(undefined, a, 1), answer };
    expect(suppose(asked, a, 0.5).answer).toBe(answer);
    expect(suppose(asked, a, 0).answer).toBeUndefined();
    expect(supposeNot({ ...suppose(asked, b, 1), answer }, b)).toEqual(asked);
    expect(supposeNot(asked, a).answer).toBeUndefined();
  });

  it("[P145] supposes nothing of what is in the trash, until it comes back, nor of what it is compared with", () => {
    const [here, trashed] = [{ attributes: {} }, { attributes: { trashedAt: 1 } }];
    const both = {
      ...suppose(suppose(undefined, a, 1), b, 0.5),
      answer,
      kept: { levels: new Map([[a, 0.2]]), answer },
    };
    const all = new Map([a, b].map((id) => [id, here] as const));
    expect(asItCounts(both, all)).toBe(both);
    const one = asItCounts(both, new Map([...all, [a, trashed] as const]));
    expect(one).toEqual({ levels: new Map([[b, 0.5]]), answer, kept: undefined });
    // the reason for what is seen is nothing any more
    const none = asItCounts(both, new Map());
    expect([isSupposing(none), none.answer, none.kept]).toEqual([false, undefined, undefined]);
  });

  it("[P52] is the same as another when it supposes the same, in whatever order it was taken up", () => {
    const one = suppose(suppose(undefined, a, 1), b, 0.5);
    expect(isSameSupposition(one, suppose(suppose(undefined, b, 0.5), a, 1))).toBe(true);
    expect(isSameSupposition(one, suppose(one, b, 0.4))).toBe(false);
    expect(isSameSupposition(suppose(undefined, a, 1), suppose(suppose(undefined, a, 1), b, 0))).toBe(true);
  });
});
