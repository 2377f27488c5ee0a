import { createGuardedFetch, createListening, type Listening } from "@palabre/server/listening";
import { createLog } from "@palabre/server/start";
import { openPostStore, type PostStore } from "@palabre/server/stores";
import type { SourceRead } from "@palabre/shared/protocol";
import { newBoardId, type Source } from "@palabre/shared/terms";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

/** A place out there that says what a test has it say, in the format of one kind of source. */
export interface Origin {
  /** `host:port`, to be fetched although private */
  readonly host: string;
  /** The newest post from now on. */
  say(text: string, at: number): void;
  add(listening: Listening, board: ReturnType<typeof newBoardId>): Promise<SourceRead>;
  /** Answers everything with this status; undefined = well again. Absent where nobody asks. */
  readonly fail?: (status: number | undefined, headers?: Readonly<Record<string, string>>) => void;
  /** how many posts it has sent so far */
  readonly sent?: () => number;
  close(): Promise<void>;
}

const START = Date.UTC(2024, 5, 15);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What every kind of source holds, seen from a board. */
export function sourceContract(name: string, open: () => Promise<Origin>): void {
  describe(name, () => {
    const board = newBoardId();
    let now = START;
    let origin: Origin;
    let store: PostStore;
    let listening: ReturnType<typeof createListening>;
    const start = (): void => {
      listening = createListening({
        store,
        guardedFetch: createGuardedFetch({ allow: [origin.host] }),
        log: createLog("silent"),
        now: () => now,
        random: () => 0.5,
      });
    };
    beforeEach(async () => {
      now = START;
      origin = await open();
      store = await openPostStore(undefined);
      start();
      origin.say("Ouvrir <b>le soir</b> &amp; le samedi", START - 2 * HOUR);
      origin.say("Un atelier vélo 🚲", START - HOUR);
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
      expect(await heard()).toEqual(["Un atelier vélo 🚲", "Ouvrir le soir & le samedi"]);
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
      expect(await heard()).toEqual(["Un troisième", "Un atelier vélo 🚲", "Ouvrir le soir & le samedi"]);
    });

    test("[L102] after a restart it goes on where it was", async () => {
      await origin.add(listening, board);
      await listening.close();
      start();
      const sent = origin.sent?.();
      origin.say("Un troisième", START);
      await nextLook();
      expect(await heard()).toHaveLength(origin.fail ? 3 : 2);
      expect((origin.sent?.() ?? 0) - (sent ?? 0)).toBeLessThanOrEqual(3);
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
  });
}
