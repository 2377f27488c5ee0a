import { createGuardedFetch, createListening, type Listening } from "@palabre/server/listening";
import { createLog } from "@palabre/server/start";
import { openPostStore, type PostStore } from "@palabre/server/stores";
import type { SourceRead } from "@palabre/shared/protocol";
import { newBoardId, type Source } from "@palabre/shared/terms";
import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

/** A place out there that says what a test has it say, in the format of one kind of source. */
export interface Origin {
  /** `host:port`, to be fetched although private */
  readonly host: string;
  /** The newest post from now on. */
  say(text: string, at: number): unknown;
  add(listening: Listening, board: ReturnType<typeof newBoardId>): Promise<SourceRead>;
  /** Answers everything with this status, or in this way; undefined = well again. Absent where nobody asks. */
  readonly fail?: (
    how: number | ((asked: unknown, response: ServerResponse) => unknown) | undefined,
    headers?: Readonly<Record<string, string>>,
  ) => void;
  /** What becomes of a post later; absent where the source doesn't tell. */
  readonly edit?: (text: string, change: string, at: number) => void;
  readonly remove?: (text: string) => void;
  readonly like?: (text: string, likes: number) => void;
  /** what was given to prove who asks */
  readonly secret?: string;
  close(): Promise<void>;
}

const START = Date.UTC(2024, 5, 15);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const [FIRST, SECOND] = ["Ouvrir le soir & le samedi, c'est < 3 €", "Un atelier vélo 🚲"];

/** What every kind of source holds, seen from a board, whatever keeps its posts. */
export function sourceContract(
  name: string,
  open: () => Promise<Origin>,
  { openStore = () => openPostStore(undefined) }: { readonly openStore?: () => Promise<PostStore> } = {},
): void {
  describe(name, () => {
    const board = newBoardId();
    let now = START;
    let origin: Origin;
    let store: PostStore;
    let listening: ReturnType<typeof createListening>;
    const start = (): void => {
      listening = createListening({
        store,
        guardedFetch: createGuardedFetch({ allow: [origin.host], timeoutMs: 500 }),
        log: createLog("silent"),
        vault: { seal: (secret) => `sealed ${secret.length}`, open: () => origin.secret },
        now: () => now,
        random: () => 0.5,
      });
    };
    beforeEach(async () => {
      now = START;
      origin = await open();
      store = await openStore();
      start();
      origin.say(FIRST, START - 2 * HOUR);
      origin.say(SECOND, START - HOUR);
    });
    afterEach(async () => {
      await listening.close();
      await store.close();
      await origin.close();
    });
    const heard = async (): Promise<string[]> =>
      (await listening.page(board, { limit: 100 })).posts.map(({ text }) => text.split("\n").at(-1) ?? "");
    const only = async (): Promise<Source> => {
      const [source] = await listening.sources(board);
      if (!source) throw new Error("expected a source");
      return source;
    };
    /** Until the next look, and that look. */
    const nextLook = async (): Promise<void> => {
      now = Math.max(now + MINUTE, (await only()).nextAt ?? 0);
      await listening.round();
    };

    test("[L101] what it says is heard as plain text, with its time and address", async () => {
      const { added, source } = await origin.add(listening, board);
      expect([added, source.state, source.posts]).toEqual([2, "fresh", 2]);
      expect(await heard()).toEqual([SECOND, FIRST]);
      const { posts } = await listening.page(board, { limit: 10 });
      expect(posts.map(({ at }) => at)).toEqual([START - HOUR, START - 2 * HOUR]);
      expect(posts.every(({ id, url }) => id.startsWith(`${source.id}:`) && /^https?:\/\//.test(url))).toBe(true);
    });

    test("[L101] looking again adds only what is new", async () => {
      await origin.add(listening, board);
      await nextLook();
      await nextLook();
      expect(await heard()).toHaveLength(2);
      if (!origin.fail) return;
      origin.say("Un troisième", START);
      await nextLook();
      expect(await heard()).toEqual(["Un troisième", SECOND, FIRST]);
    });

    test("[L102] however much is said between two looks, all of it is heard, through a restart in the middle", async () => {
      await origin.add(listening, board);
      if (!origin.fail) return;
      const many = 450;
      for (let index = 0; index < many; index += 1) origin.say(`Le post ${index}`, START + index * 1_000);
      for (let looks = 0; looks < 9 && (await only()).posts < many + 2; looks += 1) {
        await nextLook();
        await listening.close();
        start();
      }
      expect((await only()).posts).toBe(many + 2);
    });

    test("[L103] when it fails its posts stay, the reason is told, and it is left alone as long as it asks", async () => {
      await origin.add(listening, board);
      if (!origin.fail) return;
      origin.fail(500);
      await nextLook();
      expect(await only()).toMatchObject({ state: "late", posts: 2, details: { status: 500 } });
      origin.fail(429, { "retry-after": "7200" });
      await nextLook();
      const { nextAt, problem } = await only();
      expect([problem !== undefined, nextAt]).toEqual([true, now + 2 * HOUR]);
      origin.fail(undefined);
      origin.say("Un troisième", START);
      await nextLook();
      expect([(await only()).state, (await only()).problem]).toEqual(["fresh", undefined]);
      expect(await heard()).toHaveLength(3);
    });

    test("[L104] what answers in no form that it knows, never, or too much, is told by its reason and hurts nothing", async () => {
      await origin.add(listening, board);
      if (!origin.fail) return;
      const cases: [(asked: unknown, response: ServerResponse) => unknown, readonly string[]][] = [
        [
          (_, response) => void response.end("<!doctype html><script>alert(1)</script>"),
          ["source-answer", "not-a-feed"],
        ],
        [() => ({ unexpected: [[[]]] }), ["source-answer", "not-a-feed"]],
        [() => [{ id: 1 }, null, "x"], ["source-answer", "not-a-feed"]],
        [(_, response) => void response.end(), ["source-answer", "not-a-feed"]],
        [(_, response) => void response.writeHead(200).write("["), ["source-timeout"]],
        [(_, response) => void response.end(Buffer.alloc(3 * 1024 * 1024, "[")), ["source-too-large"]],
        [(_, response) => void response.writeHead(302, { location: "http://127.0.0.1:1/" }).end(), ["private-address"]],
        [(_, response) => void response.writeHead(302, { location: "http://[::1]/" }).end(), ["private-address"]],
        [(_, response) => void response.destroy(), ["unreachable"]],
      ];
      for (const [answer, codes] of cases) {
        origin.fail(answer);
        await nextLook();
        const { problem = "", posts, state } = await only();
        expect(codes).toContain(problem);
        expect([posts, ["late", "refused"].includes(state)]).toEqual([2, true]);
      }
      expect(await heard()).toEqual([SECOND, FIRST]);
    });

    test("[L115, L116, L117] what was edited, deleted and liked at the source is so here, after an hour or six", async () => {
      await origin.add(listening, board);
      if (!origin.edit) return;
      origin.edit(SECOND, "Un atelier le samedi", START + HOUR);
      origin.remove?.(FIRST);
      if (!origin.remove) origin.like?.("Un atelier le samedi", 5);
      now = START + 7 * HOUR;
      await listening.round();
      expect(await heard()).toEqual(["Un atelier le samedi", ...(origin.remove ? [] : [FIRST])]);
      expect((await only()).posts).toBe(origin.remove ? 1 : 2);
      if (!origin.like) return;
      origin.like("Un atelier le samedi", 9);
      now = START + 3 * 24 * HOUR;
      await listening.round();
      const [post] = await store.match(board, {});
      expect([post?.text.includes("samedi"), post?.engagement?.react]).toEqual([true, 9]);
      expect((await store.countsOf(board, post?.id ?? "")).map(({ react }) => react)).toEqual([0, 9]);
    });

    test("[L105] a secret stands in no reply, and where it is refused that is told", async () => {
      await origin.add(listening, board);
      const { secret } = origin;
      if (secret === undefined) return;
      const source = await only();
      expect(source.hasSecret).toBe(true);
      expect(JSON.stringify([source, await store.sources(board)])).not.toContain(secret);
      if (!origin.fail) return;
      origin.fail(401);
      await nextLook();
      expect(await only()).toMatchObject({ state: "refused", problem: "source-credentials" });
      origin.fail(undefined);
      await listening.change(board, source.id, { secret });
      await listening.round();
      expect(await only()).toMatchObject({ state: "fresh", hasSecret: true });
      expect((await listening.change(board, source.id, { secret: null })).hasSecret).toBeUndefined();
      expect((await store.sources(board))[0]?.sealed).toBeUndefined();
    });
  });
}
