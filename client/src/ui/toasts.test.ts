import { describe, expect, it, onTestFinished, vi } from "vitest";
import { announce, announcements, createAnnouncements } from "./announcements.ts";
import { createToasts, showToast } from "./toasts.ts";

describe("a toast", () => {
  it("takes its action or lapses, never both", () => {
    const toasts = createToasts();
    const told: string[] = [];
    const id = toasts.show({
      text: "Removed",
      action: { label: "Undo", onAction: () => told.push("undone") },
      onLapse: () => told.push("lapsed"),
    });
    toasts.act(id);
    toasts.lapse(id);
    toasts.act(id);
    expect(told).toEqual(["undone"]);
    expect(toasts.get()).toEqual([]);
  });

  it("makes way when there are more than three: the oldest lapses", () => {
    const toasts = createToasts();
    const lapsed: number[] = [];
    for (const n of [1, 2, 3, 4]) toasts.show({ text: String(n), onLapse: () => lapsed.push(n) });
    expect(toasts.get().map(({ text }) => text)).toEqual(["2", "3", "4"]);
    expect(lapsed).toEqual([1]);
  });

  it("takes the place of one that says the same; what each has to take back stays", () => {
    const toasts = createToasts();
    const undone: number[] = [];
    const locked = () => toasts.show({ text: "This card is locked." });
    const deleted = (n: number) =>
      toasts.show({ text: "One card deleted.", action: { label: "Undo", onAction: () => undone.push(n) } });
    const [first] = [locked(), toasts.show({ text: "Saved" })];
    const last = locked();
    expect(toasts.get().map(({ id, text }) => [id === last, text])).toEqual([
      [true, "This card is locked."],
      [false, "Saved"],
    ]);
    expect(last).not.toBe(first);
    toasts.lapseAll();
    const ids = [deleted(1), deleted(2)];
    for (const id of ids) toasts.act(id);
    expect(undone).toEqual([1, 2]);
  });
});

describe("an announcement", () => {
  /** A clock that stands still until it is moved. */
  const stoppedClock = () => {
    let time = 0;
    const due: { at: number; act: () => void }[] = [];
    return {
      now: () => time,
      after: (ms: number, act: () => void) => void due.push({ at: time + ms, act }),
      move: (ms: number) => {
        time += ms;
        for (const { act } of due.splice(0)) act();
      },
    };
  };

  it("that is polite waits for a pause, and the latest of those that wait is said", () => {
    const clock = stoppedClock();
    const { announce, subscribe } = createAnnouncements(clock);
    const heard: string[] = [];
    subscribe("polite", (text) => heard.push(text));
    for (const text of ["one", "two", "three"]) announce(text);
    expect(heard).toEqual(["one"]);
    clock.move(3_000);
    expect(heard).toEqual(["one", "three"]);
  });

  it("[E16] that is kept gives way to none: those that wait are said in order, the latest of the others after them", () => {
    const clock = stoppedClock();
    const { announce, subscribe } = createAnnouncements(clock);
    const heard: string[] = [];
    subscribe("polite", (text) => heard.push(text));
    announce("Bo is here");
    announce("Awa raises a hand", "kept");
    announce("Two cards added");
    announce("Ty raises a hand", "kept");
    announce("Three cards added");
    expect(heard).toEqual(["Bo is here"]);
    for (const _ of [1, 2, 3, 4]) clock.move(3_000);
    expect(heard).toEqual(["Bo is here", "Awa raises a hand", "Ty raises a hand", "Three cards added"]);
  });

  it("[E16] of a toast waits its turn: others' changes take no fault's place, and the same words wait once", () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const heard: string[] = [];
    onTestFinished(announcements.subscribe("polite", (text) => heard.push(text)));
    announce("Bo is here");
    const fault = { text: "Not saved", tone: "warn" } as const;
    for (const toast of [fault, fault, { text: "Seen only", isSilent: true }]) showToast(toast);
    announce("Ben changed Trust");
    vi.advanceTimersByTime(12_000);
    expect(heard).toEqual(["Bo is here", "Not saved", "Ben changed Trust"]);
  });

  it("that is assertive is said at once", () => {
    const { announce, subscribe } = createAnnouncements(stoppedClock());
    const heard: string[] = [];
    subscribe("assertive", (text) => heard.push(text));
    announce("one", "polite");
    announce("two", "assertive");
    announce("three", "assertive");
    expect(heard).toEqual(["two", "three"]);
  });
});
