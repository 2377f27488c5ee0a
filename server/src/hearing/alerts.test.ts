import { AppError } from "@palabre/shared/errors";
import { newAlertId, newBoardId, type AlertRule, type BoardId } from "@palabre/shared/terms";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { GuardedFetch } from "../listening/index.ts";
import { createLog } from "../log.ts";
import { openPostStore, type PostStore } from "../stores/index.ts";
import { openAlerts } from "./alerts.ts";

const rule = (name: string, webhook?: string): AlertRule => ({
  id: newAlertId(),
  name,
  on: { query: "soir*" },
  when: { is: "mentions", atLeast: 2, hours: 24 },
  timeZone: "Europe/Paris",
  ...(webhook === undefined ? {} : { webhook }),
});
const answered = { status: 204, url: "", body: new Uint8Array(), header: () => undefined };

/** Boards of which everything holds that alerts ask for; `hang` in an address is answered when its fetch is ended, `down` never well. */
async function openScene(kept?: PostStore) {
  const store = kept ?? (await openPostStore(undefined));
  store.tally = async () => ({ posts: 3, feelings: { positive: 0, neutral: 0, negative: 0 } });
  const shown = new Map<BoardId, Set<string>>();
  const asked: string[] = [];
  const clock = { now: Date.UTC(2026, 2, 10, 12) };
  const fetch: GuardedFetch = async (url, { signal } = {}) => {
    asked.push(new URL(url).pathname.slice(1));
    if (url.includes("down")) throw new Error("down");
    if (url.includes("hang"))
      await new Promise((_, reject) => signal?.addEventListener("abort", () => reject(new Error("ended"))));
    return answered;
  };
  const failures: Error[] = [];
  const changed: BoardId[] = [];
  const never = () => Promise.reject(new Error("not asked for"));
  const alerts = openAlerts({
    store,
    conductor: {
      change: async (board, _, changes) => {
        changed.push(board);
        const failure = failures.pop();
        if (failure) throw failure;
        shown.set(board, new Set(changes.filter(({ value }) => value !== undefined).map(({ key }) => key)));
        return changes.length;
      },
      watch: never,
      workshop: never,
    },
    fetch,
    serverKey: new Uint8Array(32),
    log: createLog("silent"),
    now: () => clock.now,
  });
  onTestFinished(() => alerts.close());
  const soon = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 20 });
  return { store, alerts, shown, asked, clock, failures, changed, soon };
}

/** Longer than any pause, that after a failure included. */
const pass = () => vi.advanceTimersByTimeAsync(40_000);

describe("alerts and their webhooks", () => {
  it("[L183] a webhook that hangs holds back no alert on a screen, of its board or another, no other board’s webhook, and no stop", async () => {
    const { store, alerts, shown, asked, soon } = await openScene();
    const [first, second] = [newBoardId(), newBoardId()];
    const [hangs, waits, other] = [
      rule("Hangs", "https://one.example/hang"),
      rule("Waits", "https://one.example/waits"),
      rule("Other", "https://two.example/other"),
    ];
    await alerts.set(first, [hangs, waits]);
    await alerts.set(second, [other]);
    await soon(() => {
      expect(shown.get(first)).toEqual(new Set([hangs.id, waits.id]));
      expect(shown.get(second)).toEqual(new Set([other.id]));
      expect(asked).toEqual(["hang", "other"]);
    });
    await soon(async () => expect(await store.fact(second, "raised")).toMatchObject({ [other.id]: { isSent: true } }));
    await alerts.close();
    // what the stop ended is no try: the next start tries at once
    expect(await store.fact(first, "raised")).toMatchObject({
      [hangs.id]: { isSent: false, tries: 0 },
      [waits.id]: { isSent: false, tries: 0 },
    });
  });

  it("[L183] a board’s webhooks are told one after the other, each once; one that fails waits, and the others go on", async () => {
    const { store, alerts, asked, clock, soon } = await openScene();
    const board = newBoardId();
    const rules = ["down", "b", "c"].map((name) => rule(name, `https://one.example/${name}`));
    await alerts.set(board, rules);
    await soon(() => expect(asked).toEqual(["down", "b", "c"]));
    const [down, ...told] = rules.map(({ id }) => id);
    await soon(async () =>
      expect(await store.fact(board, "raised")).toMatchObject({
        [down ?? ""]: { isSent: false, tries: 1, triedAt: clock.now },
        ...Object.fromEntries(told.map((id) => [id, { isSent: true, tries: 1 }])),
      }),
    );
    clock.now += 30_000;
    await alerts.set(board, rules);
    await soon(() => expect(asked).toEqual(["down", "b", "c", "down"]));
  });

  it("[L185] after the last alert was removed it goes from the screens, though the first try to say so failed", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { store, alerts, shown, failures } = await openScene();
    const board = newBoardId();
    const only = rule("Only");
    await alerts.set(board, [only]);
    await pass();
    expect(shown.get(board)).toEqual(new Set([only.id]));
    failures.push(new Error("the disk is full"));
    await alerts.set(board, []);
    await pass();
    expect(failures).toEqual([]);
    expect(shown.get(board)).toEqual(new Set());
    expect(await store.boardsWith("raised")).toEqual([]);
  });

  it("[L185] an alert that was removed just before a stop goes from the screens with the next start", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const first = await openScene();
    const board = newBoardId();
    await first.alerts.set(board, [rule("Only")]);
    await pass();
    expect(first.shown.get(board)?.size).toBe(1);
    await first.alerts.set(board, []);
    await first.alerts.close();
    const { shown } = await openScene(first.store);
    await pass();
    expect(shown.get(board)).toEqual(new Set());
  });

  it.each([
    ["is damaged", new AppError("damaged-document", "the workshop is damaged on disk"), 1],
    ["fails for now", new Error("the disk is full"), 2],
  ])("[L185] a board whose workshop %s holds up no other board’s alerts", async (_, failure, tries) => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { alerts, shown, changed, failures } = await openScene();
    const [first, second] = [newBoardId(), newBoardId()];
    failures.push(failure);
    await alerts.set(first, [rule("First")]);
    const other = rule("Other");
    await alerts.set(second, [other]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(changed).toEqual([first, second]);
    expect(shown.get(second)).toEqual(new Set([other.id]));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(changed.filter((board) => board === first).length).toBe(tries);
  });
});
