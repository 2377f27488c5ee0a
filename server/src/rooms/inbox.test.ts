import { describe, expect, it, vi, onTestFinished } from "vitest";
import { Inbox } from "./inbox.ts";
import { ROOM_LIMITS, type RoomLimits } from "./limits.ts";

/** An inbox whose every frame pays as its first byte says, with a clock that only the test moves. */
function inboxWith(limits: Partial<RoomLimits>) {
  vi.useFakeTimers({ now: 0 });
  onTestFinished(() => void vi.useRealTimers());
  const told: string[] = [];
  const socket = { pause: () => void told.push("pause"), resume: () => void told.push("resume") };
  const pay = { m: () => inbox.payForMessage(1), a: () => inbox.payForAnswer(100), p: () => inbox.payForPresence() };
  const inbox = new Inbox(socket, { ...ROOM_LIMITS, ...limits }, Date.now, {
    frame: (frame) => {
      const name = String.fromCharCode(...frame);
      told.push(name);
      if (name[0] === "m" || name[0] === "a" || name[0] === "p") pay[name[0]]();
    },
    overflow: () => void told.push("overflow"),
  });
  const receive = (...names: readonly string[]) => {
    for (const name of names) inbox.receive(new Uint8Array(Buffer.from(name)));
  };
  return { inbox, told, receive };
}

describe("Inbox", () => {
  it("[R3] keeps what comes before it is opened, in order, up to a limit", () => {
    const { inbox, told, receive } = inboxWith({ waitingBytes: 6 });
    receive("x1", "x2");
    expect(told).toEqual([]);
    inbox.open();
    receive("x3");
    expect(told).toEqual(["x1", "x2", "x3"]);
    const full = inboxWith({ waitingBytes: 3 });
    full.receive("x1", "x2");
    expect(full.told).toEqual(["overflow"]);
  });

  it("[R51] rests after a burst, lets what was read already wait in order, and goes on when it is paid", () => {
    const { inbox, told, receive } = inboxWith({ messages: { perSecond: 10, burst: 2 } });
    inbox.open();
    receive("m1", "m2", "m3", "m4", "barrier");
    expect(told).toEqual(["m1", "m2", "m3", "pause"]);
    vi.advanceTimersByTime(99);
    receive("m5");
    expect(told).toHaveLength(4);
    vi.advanceTimersByTime(1);
    expect(told.slice(4)).toEqual(["m4", "pause"]);
    expect(inbox.isResting).toBe(true);
    vi.advanceTimersByTime(100);
    expect(told.slice(6)).toEqual(["barrier", "m5", "pause"]);
    vi.advanceTimersByTime(100);
    expect(told.slice(9)).toEqual(["resume"]);
  });

  it("[R51] once it is over, what waits is forgotten and the socket's end can be heard", () => {
    const { inbox, told, receive } = inboxWith({ messages: { perSecond: 1, burst: 1 } });
    inbox.open();
    receive("m1", "m2", "m3");
    inbox.stop();
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual(["m1", "m2", "pause", "resume"]);
  });

  it("[R52] answers pay for their number and their bytes, presence from a purse of its own", () => {
    const limits = { answers: { perSecond: 1, burst: 2 }, bytes: { perSecond: 100, burst: 250 } };
    const { inbox, told, receive } = inboxWith({ ...limits, presence: { perSecond: 1, burst: 3 } });
    inbox.open();
    receive("a1", "a2", "a3", "p1");
    expect(told).toEqual(["a1", "a2", "a3", "pause"]);
    vi.advanceTimersByTime(1_000);
    expect(told.slice(4)).toEqual(["p1", "resume"]);
    receive("p2", "p3", "p4", "m1");
    expect(told.slice(6)).toEqual(["p2", "p3", "p4", "pause"]);
  });
});
