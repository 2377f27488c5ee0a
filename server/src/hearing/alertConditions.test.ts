import { newBoardId, newSourceId, type AlertRule, type Feeling } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { openPostStore } from "../stores/index.ts";
import { holdsNow, isQuiet, isTimeZone } from "./alertConditions.ts";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 2, 10, 12);

/** A board with posts so many hours old, felt so. */
async function heard(posts: readonly { readonly hours: number; readonly feeling?: Feeling }[]) {
  const store = await openPostStore(undefined);
  const [board, source] = [newBoardId(), newSourceId()];
  await store.addSource({
    board,
    id: source,
    kind: "csv",
    name: "a",
    state: "fresh",
    addedAt: 1,
    posts: 0,
    failures: 0,
  });
  const kept = await store.addPosts(
    board,
    posts.map(({ hours }, at) => {
      return { id: String(at), source, text: "x", at: NOW - hours * HOUR, url: "", author: "", language: "" };
    }),
  );
  await store.setHeard(
    board,
    kept.flatMap(({ id }, at) => {
      const feeling = posts[at]?.feeling;
      const read = { kind: "other", isSure: true, chance: 0, language: "", evidence: [] } as const;
      return feeling === undefined ? [] : [{ id, heard: { ...read, feeling } }];
    }),
  );
  return (when: AlertRule["when"]) => holdsNow(store, board, when, {}, NOW);
}
const many = (count: number, hours: number, feeling?: Feeling) =>
  Array.from({ length: count }, () => ({ hours, ...(feeling ? { feeling } : {}) }));

describe("the condition of an alert", () => {
  it("[L144] of mentions holds from so many posts in so many hours on", async () => {
    const ask = await heard([...many(3, 1), ...many(9, 30)]);
    expect(await ask({ is: "mentions", atLeast: 3, hours: 24 })).toMatchObject({ posts: 3 });
    expect(await ask({ is: "mentions", atLeast: 4, hours: 24 })).toBeUndefined();
  });

  it("[L144] of a feeling holds below a balance, of eight posts that were read at least", async () => {
    const ask = await heard([...many(6, 1, "negative"), ...many(2, 2, "positive"), ...many(5, 3)]);
    expect(await ask({ is: "feeling", below: -0.4, hours: 24 })).toMatchObject({ posts: 8, value: -0.5 });
    expect(await ask({ is: "feeling", below: -0.5, hours: 24 })).toBeUndefined();
    const few = await heard(many(7, 1, "negative"));
    expect(await few({ is: "feeling", below: 1, hours: 24 })).toBeUndefined();
  });

  it("[L144] of a burst holds while it runs, and not long after", async () => {
    const usual = Array.from({ length: 200 }, (_, hours) => ({ hours: hours + 1 }));
    expect(await (await heard(usual))({ is: "burst" })).toBeUndefined();
    expect(await (await heard([...usual, ...many(40, 1)]))({ is: "burst" })).toMatchObject({ posts: 41 });
    expect(await (await heard([...usual, ...many(40, 12)]))({ is: "burst" })).toBeUndefined();
  });
});

describe("what an alert counted", () => {
  it("[L175] is told with the hours it looked back, or with the span of its burst", async () => {
    const usual = Array.from({ length: 200 }, (_, hours) => ({ hours: hours + 1 }));
    const ask = await heard([...usual, ...many(40, 1, "negative")]);
    expect(await ask({ is: "mentions", atLeast: 3, hours: 24 })).toEqual({ posts: 64, hours: 24 });
    expect(await ask({ is: "feeling", below: 0, hours: 6 })).toEqual({ posts: 40, value: -1, hours: 6 });
    expect(await ask({ is: "burst" })).toEqual({ posts: 41, from: NOW - HOUR, to: NOW });
  });
});

describe("quiet hours", () => {
  const at = (hour: number) => Date.UTC(2026, 0, 10, hour, 30);
  it("[L145] are those of the time zone, over midnight too", () => {
    const night = { quiet: { from: "22:00", to: "07:00" }, timeZone: "Europe/Paris" };
    expect([20, 21, 23, 5, 6, 12].map((hour) => isQuiet(night, at(hour)))).toEqual([
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
    const noon = { quiet: { from: "12:00", to: "14:00" }, timeZone: "UTC" };
    expect([11, 12, 13, 14].map((hour) => isQuiet(noon, at(hour)))).toEqual([false, true, true, false]);
    expect(isQuiet({ quiet: { from: "08:00", to: "08:00" }, timeZone: "UTC" }, at(8))).toBe(false);
    expect(isQuiet({ timeZone: "UTC" }, at(3))).toBe(false);
  });

  it("[L145] are of a time zone that there is", () => {
    expect(["Europe/Paris", "UTC", "Mars/Olympus", ""].map(isTimeZone)).toEqual([true, true, false, false]);
  });
});
