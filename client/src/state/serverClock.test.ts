import { describe, expect, it, onTestFinished } from "vitest";
import { openServerClock } from "./serverClock.ts";

const page = () => Object.assign(new EventTarget(), { visibilityState: "visible" as DocumentVisibilityState });

/** A device whose clock is off, and a server that takes its time. */
function opened(offMs: number, ways: readonly (readonly [there: number, back: number])[]) {
  let real = 1_700_000_000_000;
  let asked = 0;
  const seen = page();
  const clock = openServerClock({
    device: () => real + offMs,
    page: seen,
    ask: () => {
      const [there, back] = ways[asked % ways.length] ?? [0, 0];
      asked += 1;
      real += there;
      const said = real;
      real += back;
      return Promise.resolve(said);
    },
  });
  onTestFinished(clock.close);
  return { clock, seen, real: () => real, pass: (ms: number) => void (real += ms), asked: () => asked };
}

describe("the server's clock", () => {
  it("[F31] is known to half of the fastest way there and back, however wrong the device's own is", async () => {
    const times = [0, 1, 37, 400, 2_000];
    for (const offMs of [-1e9, -61_000, 0, 5, 3_600_000])
      for (const there of times)
        for (const back of times) {
          const ways = [
            [2_000, 1_500],
            [there, back],
            [1_900, 1_900],
          ] as const;
          const { clock, real, pass } = opened(offMs, ways);
          await clock.ready;
          pass(5_000);
          const fastest = Math.min(...ways.map(([out, home]) => out + home));
          expect(Math.abs(clock.now() - real())).toBeLessThanOrEqual(fastest / 2 + 1);
        }
  });

  it("[F31] is asked again when the page is looked at again, and goes by the device's while there is no answer", async () => {
    const { clock, seen, asked } = opened(0, [[1, 1]]);
    await clock.ready;
    expect(asked()).toBe(3);
    seen.visibilityState = "hidden";
    seen.dispatchEvent(new Event("visibilitychange"));
    expect(asked()).toBe(3);
    seen.visibilityState = "visible";
    seen.dispatchEvent(new Event("visibilitychange"));
    expect(asked()).toBe(4);
    const alone = openServerClock({ ask: () => Promise.reject(new Error("offline")), device: () => 42, page: page() });
    onTestFinished(alone.close);
    await alone.ready;
    expect(alone.now()).toBe(42);
  });
});
