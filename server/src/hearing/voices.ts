import { parseQuery, type Query } from "@palabre/shared/listening";
import { setVoicesSchema, type SetVoices, type Voices } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import { z } from "zod";
import { readAsked } from "../listening/index.ts";
import type { PostStore } from "../stores/index.ts";

const DAY_MS = 86_400_000;

/** How often each name that a board compares is spoken of in the last days, of all posts that speak of any. */
export async function readVoices(
  store: Pick<PostStore, "fact" | "tally">,
  board: BoardId,
  days: number,
  now: number,
): Promise<Voices> {
  const { names } = z.catch(setVoicesSchema, { names: [] }).parse((await store.fact(board, "voices")) ?? { names: [] });
  const [from, to] = [now - days * DAY_MS, now];
  const asked = names.map(({ name, query }) => ({ name, query, parsed: parseQuery(query) }));
  const all: readonly Query[] = asked.flatMap(({ parsed }) => parsed ?? []);
  const count = (query: Query) => store.tally(board, { query, from, to: to + 1 });
  const posts = all.length === 0 ? 0 : (await count({ any: all })).posts;
  const voices = await Promise.all(
    asked.map(async ({ name, query, parsed }) => {
      const tally = parsed ? await count(parsed) : { posts: 0, feelings: { positive: 0, neutral: 0, negative: 0 } };
      const share = posts === 0 ? {} : { share: Math.round((1_000 * tally.posts) / posts) / 1_000 };
      return { name, query, posts: tally.posts, ...share, feelings: tally.feelings };
    }),
  );
  return { from, to, posts, names: voices };
}

/** @throws AppError `wordless-query` */
export async function setVoices(store: Pick<PostStore, "setFact">, board: BoardId, voices: SetVoices): Promise<void> {
  for (const { query } of voices.names) readAsked(query);
  await store.setFact(board, "voices", voices.names.length === 0 ? undefined : voices);
}
