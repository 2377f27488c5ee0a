import { createGuardedFetch, createListening } from "@palabre/server/listening";
import { createLog } from "@palabre/server/start";
import { openPostStore } from "@palabre/server/stores";
import { newBoardId } from "@palabre/shared/terms";
import { expect, it } from "vitest";
import { z } from "zod";
import { startAtproto } from "./atproto.ts";
import { ms, say, writeResults } from "./results.ts";

const POSTS = 250;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const posted = z.object({ uri: z.string() });
const done = z.object({});

it("[L111] what people write on a real server of the AT protocol is heard whole, edited and deleted with it, with an app password too", async () => {
  const network = await startAtproto();
  if (!network) return say("skipped: no network to listen to");
  const board = newBoardId();
  const start = Date.now();
  let now = start;
  const store = await openPostStore(undefined);
  const listening = createListening({
    store,
    guardedFetch: createGuardedFetch({ allow: [new URL(network.url).host] }),
    log: createLog("silent"),
    now: () => now,
  });
  try {
    const account = z.object({ did: z.string(), password: z.string() });
    const { did, password } = await network.run({ command: "account", handle: "cafe.test" }, account);
    const uris: string[] = [];
    const post = async (text: string, at: number): Promise<void> => {
      uris.push((await network.run({ command: "post", text, at }, posted)).uri);
    };
    for (let index = 0; index < POSTS; index += 1) await post(`Le post ${index} < 3 🚲`, start - HOUR + index);

    const at = { kind: "bluesky", place: "account", query: "cafe.test", server: network.url } as const;
    const began = performance.now();
    const { source } = await listening.add(board, at);
    const firstMs = performance.now() - began;
    expect(source.posts).toBe(POSTS);
    const listed = await listening.page(board, { limit: 1 });
    expect(listed.posts[0]).toMatchObject({ text: `Le post ${POSTS - 1} < 3 🚲`, url: expect.stringContaining(did) });

    for (let index = 0; index < 130; index += 1) await post(`Plus tard ${index}`, start + index);
    now += 15 * 60_000;
    const again = performance.now();
    await listening.round();
    const againMs = performance.now() - again;
    const count = async () => (await listening.sources(board))[0]?.posts;
    expect(await count()).toBe(POSTS + 130);

    const [edited = "", deleted = ""] = uris.slice(-2);
    await network.run({ command: "edit", uri: edited, text: "Une autre phrase", at: start + 128 }, done);
    await network.run({ command: "remove", uri: deleted }, done);
    // the second pass takes some posts a look
    for (let looks = 0; looks < 30; looks += 1) {
      now += DAY / 24;
      await listening.round();
    }
    const texts = (await store.match(board, {})).map(({ text }) => text);
    expect([
      texts.includes("Une autre phrase"),
      texts.includes("Plus tard 128"),
      texts.includes("Plus tard 129"),
    ]).toEqual([true, false, false]);
    expect(await count()).toBe(POSTS + 129);

    const other = newBoardId();
    const signed = await listening.add(other, { ...at, account: "cafe.test", secret: password });
    expect([signed.source.posts, signed.source.hasSecret]).toEqual([POSTS + 129, true]);
    const wrong = listening.add(newBoardId(), { ...at, account: "cafe.test", secret: "aaaa-bbbb-cccc-dddd" });
    await expect(wrong).rejects.toMatchObject({ code: "source-credentials" });

    writeResults(
      "bluesky",
      "A real server of the AT protocol (`@atproto/dev-env`), without the network's index beside it.",
      [
        ["what", "figure"],
        [`${POSTS} posts heard when it is added`, ms(firstMs)],
        ["130 more, with one look", ms(againMs)],
        ["an edit, a deletion, an app password, a wrong one", "as they are there"],
      ],
    );
  } finally {
    await listening.close();
    await store.close();
    await network.close();
  }
});
