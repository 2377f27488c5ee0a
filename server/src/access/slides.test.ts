import { SLIDE } from "@palabre/shared/protocol";
import {
  JOIN_CODE_LENGTH,
  JOIN_LETTERS,
  joinCodeSchema,
  newBoardId,
  type BoardId,
  type JoinCode,
} from "@palabre/shared/terms";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openBoardStore } from "../stores/index.ts";
import { createSlides } from "./slides.ts";

const key = new Uint8Array(32).fill(7);
const shortOf = (code: JoinCode) => joinCodeSchema.parse(code.slice(0, JOIN_CODE_LENGTH));

/** Two boards, and a clock that is the test's. */
async function openSlides() {
  const store = await openBoardStore(undefined);
  const boards = [newBoardId(), newBoardId()] as const;
  const counters = { facilitator: 1, participant: 1, viewer: 1 };
  for (const id of boards)
    await store.createBoard({ id, title: "t", language: "en", createdAt: 0, counters, historyDays: 365 }, []);
  const clock = { at: 0 };
  return { boards, clock, store, slides: createSlides({ store, key, now: () => clock.at }) };
}

describe("slides", () => {
  it("[A31] whatever is shown, renewed and waited for, a code opens its own board while its slide is shown, and no other", async () => {
    const step = fc.record({
      board: fc.nat(1),
      waitMs: fc.constantFrom(0, 1, SLIDE.keepAliveMs, SLIDE.graceMs - 1, SLIDE.graceMs, SLIDE.codeMs / 2),
      act: fc.constantFrom("look", "show", "renew"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { boards, clock, slides } = await openSlides();
        const now = new Map<BoardId, { code: JoinCode; codeAt: number; seenAt: number }>();
        const given = new Set<JoinCode>();
        for (const { board, waitMs, act } of steps) {
          clock.at += waitMs;
          const id = boards[board === 0 ? 0 : 1];
          const before = now.get(id);
          const isGood = (slide: { codeAt: number; seenAt: number }) =>
            clock.at - slide.seenAt < SLIDE.graceMs && clock.at - slide.codeAt < SLIDE.codeMs;
          if (act !== "look") {
            const isKept = before !== undefined && isGood(before) && act === "show";
            const { code, endsAt } = await slides.show(id, act === "renew");
            expect(code === before?.code).toBe(isKept);
            if (!isKept) expect(given.has(code)).toBe(false);
            given.add(code);
            now.set(id, { code, codeAt: isKept ? before.codeAt : clock.at, seenAt: clock.at });
            expect(endsAt).toBe((now.get(id)?.codeAt ?? 0) + SLIDE.codeMs);
          }
          for (const code of given) {
            const [owner, slide] = [...now].find(([, held]) => held.code === code) ?? [];
            const expected = owner && slide ? { board: owner, isShown: isGood(slide) } : undefined;
            expect(await slides.find(code)).toEqual(expected);
            expect(await slides.find(shortOf(code))).toEqual(expected);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("[A31] a code is found under its server's key only, is kept nowhere, and another one's tail does not open it", async () => {
    const { boards, store, slides } = await openSlides();
    const { code } = await slides.show(boards[0], false);
    expect(JSON.stringify(await store.slide(boards[0]))).not.toContain(code.slice(0, JOIN_CODE_LENGTH));
    expect(await createSlides({ store, key: new Uint8Array(32) }).find(code)).toBeUndefined();
    const last = code.endsWith("B") ? "C" : "B";
    expect(await slides.find(joinCodeSchema.parse(code.slice(0, -1) + last))).toBeUndefined();
  });

  it("[A30] each letter comes at each place", async () => {
    const { boards, slides } = await openSlides();
    const seen = Array.from({ length: JOIN_CODE_LENGTH }, () => new Set<string>());
    for (let turn = 0; turn < 600; turn += 1) {
      const { code } = await slides.show(boards[0], true);
      for (const [place, letters] of seen.entries()) letters.add(code.charAt(place));
    }
    // a letter is missing at a place in one run of 10 million
    expect(seen.map(({ size }) => size)).toEqual(seen.map(() => JOIN_LETTERS.length));
  });
});
