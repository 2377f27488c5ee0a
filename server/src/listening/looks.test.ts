import { AppError } from "@palabre/shared/errors";
import { newBoardId } from "@palabre/shared/terms";
import type { AddSource } from "@palabre/shared/protocol";
import { expect, it, onTestFinished, vi } from "vitest";
import { createLog } from "../log.ts";
import { openPostStore } from "../stores/index.ts";
import { createListening } from "./createListening.ts";
import type { Fetched, GuardedFetch, GuardedFetchOptions } from "./guardedFetch.ts";

const BOARD = newBoardId();
const MINUTE = 60_000;
const START = Date.UTC(2024, 5, 15);
const LATER = START + 120 * MINUTE;
const STATUS = {
  id: "1",
  created_at: new Date(START).toISOString(),
  content: "<p>Un atelier vélo</p>",
  account: { id: "1", acct: "cafe", display_name: "Le café" },
};
const ASKED: AddSource = {
  kind: "mastodon",
  server: "https://social.example",
  place: "hashtag",
  query: "velo",
  secret: "old",
  isLive: true,
};
const replyOf = (body: unknown): Fetched => ({
  status: 200,
  url: "",
  body: new TextEncoder().encode(JSON.stringify(body)),
  header: () => undefined,
});

/** A hashtag with one status, followed, whose next look asks for all there is; what is asked at `held` waits until it is answered. */
async function openScene() {
  const store = await openPostStore(undefined);
  const clock = { now: START };
  const scene = { held: "" };
  const waiting: { answer(): void; fail(error: unknown): void }[] = [];
  const asked: { path: string; token: string | undefined }[] = [];
  const streams: { token: string | undefined; signal: AbortSignal; say(text: string): void }[] = [];
  const bodyOf = (path: string): unknown => {
    if (path === "/api/v2/instance") return { configuration: { urls: { streaming: "wss://social.example" } } };
    return clock.now === START || path === "/api/v1/statuses" ? [STATUS] : [];
  };
  const guardedFetch: GuardedFetch = async (url, { headers }: GuardedFetchOptions = {}) => {
    const { pathname: path } = new URL(url);
    asked.push({ path, token: headers?.["authorization"] });
    if (path === scene.held) await new Promise<void>((answer, fail) => waiting.push({ answer: () => answer(), fail }));
    return replyOf(bodyOf(path));
  };
  const listening = createListening({
    store,
    guardedFetch,
    guardedSocket: async (_, { headers, signal, onMessage }) => {
      streams.push({ token: headers?.["authorization"], signal, say: onMessage });
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
    },
    log: createLog("silent"),
    now: () => clock.now,
    random: () => 0.5,
  });
  onTestFinished(() => listening.close());
  const { source } = await listening.add(BOARD, ASKED);
  await vi.waitFor(() => expect(streams).toHaveLength(1));
  clock.now = LATER;
  asked.length = 0;
  /** Begins a look and waits until it asks for that. */
  const lookHeldAt = async (path: string) => {
    scene.held = path;
    const round = listening.round();
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    scene.held = "";
    return { answer: () => waiting[0]?.answer(), fail: (error: unknown) => waiting[0]?.fail(error), round };
  };
  return { store, listening, id: source.id, asked, streams, lookHeldAt };
}

it("[L186] a source that is removed while counts are read has no stream afterwards", async () => {
  const { listening, id, asked, streams, lookHeldAt } = await openScene();
  const { answer, round } = await lookHeldAt("/api/v1/statuses");
  await listening.remove(BOARD, id);
  expect(streams[0]?.signal.aborted).toBe(true);
  answer();
  await round;
  // a stream asks for this first, at once
  expect(asked.map(({ path }) => path)).not.toContain("/api/v2/instance");
});

it("[L186] a key that is taken away while counts are read goes with no stream", async () => {
  const { listening, id, streams, lookHeldAt } = await openScene();
  const { answer, round } = await lookHeldAt("/api/v1/statuses");
  await listening.change(BOARD, id, { secret: null });
  answer();
  await round;
  await vi.waitFor(() => expect(streams).toHaveLength(2));
  expect(streams.map(({ token }) => token)).toEqual(["Bearer old", undefined]);
});

it("[L186] a stream ends with the first that it hears of a source that is gone", async () => {
  const { store, id, streams } = await openScene();
  await store.deleteSource(BOARD, id);
  streams[0]?.say(JSON.stringify({ event: "update", payload: JSON.stringify({ ...STATUS, id: "2" }) }));
  await vi.waitFor(() => expect(streams[0]?.signal.aborted).toBe(true), { timeout: 5_000 });
});

const TIMELINE = "/api/v1/timelines/tag/velo";
const refused = () => new AppError("source-status", "", { details: { status: 401 } });

it("[L187] the old key’s failure says nothing of a key that was given meanwhile, which is tried at once", async () => {
  const { listening, id, asked, lookHeldAt } = await openScene();
  const { fail, round } = await lookHeldAt(TIMELINE);
  await listening.change(BOARD, id, { secret: "new" });
  fail(refused());
  await round;
  expect(asked.filter(({ path }) => path === TIMELINE).map(({ token }) => token)).toEqual(["Bearer old", "Bearer new"]);
  expect((await listening.sources(BOARD))[0]).toMatchObject({
    state: "fresh",
    readAt: LATER,
    nextAt: LATER + 15 * MINUTE,
  });
});

it("[L187] an interval that is given while its source is looked at is the one that is kept", async () => {
  const { listening, id, lookHeldAt } = await openScene();
  const { answer, round } = await lookHeldAt(TIMELINE);
  await listening.change(BOARD, id, { intervalMinutes: 60 });
  answer();
  await round;
  expect((await listening.sources(BOARD))[0]).toMatchObject({ intervalMinutes: 60, nextAt: LATER + 60 * MINUTE });
});

it("[L187] who adds a source again with another key is told what comes of that key", async () => {
  const { listening, asked, lookHeldAt } = await openScene();
  const { fail, round } = await lookHeldAt(TIMELINE);
  const added = listening.add(BOARD, { ...ASKED, secret: "new" });
  // the look with the new key begins once the other is over
  await vi.waitFor(async () => expect((await listening.sources(BOARD))[0]?.nextAt).toBe(LATER));
  fail(refused());
  expect((await added).source).toMatchObject({ state: "fresh", readAt: LATER });
  await round;
  expect(asked.filter(({ path }) => path === TIMELINE).map(({ token }) => token)).toContain("Bearer new");
});
