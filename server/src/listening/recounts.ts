import type { PostStore, SourceRecord } from "../stores/index.ts";
import type { Intake } from "./intake.ts";
import { recountAfter } from "./recountAfter.ts";
import type { KindOfSource, World } from "./sources/index.ts";

/**
 * The second pass over a source: how the posts stand now whose time for that has come. Those that were edited say the new text, those
 * that are gone go, and answers that came to them since are heard.
 * What fails is asked for again after the next look.
 */
export async function recount(
  source: SourceRecord,
  kind: KindOfSource,
  world: World,
  { store, intake }: { readonly store: PostStore; readonly intake: Intake },
): Promise<void> {
  if (!kind.recount) return;
  const { board, id } = source;
  const due = await store.dueRecounts(board, id, world.now, kind.recount.most);
  if (due.length === 0) return;
  const found = await kind.recount.ask(source, due, world);
  const asked = new Set(due.map((post) => post.id));
  const hasAnswers = found.posts.some((post) => !asked.has(post.id));
  if (hasAnswers) await intake.addPosts(source, { ...found, skipped: 0 }, () => ({}));
  else await intake.revise(source, found);
  await store.recountLater(
    board,
    due.map((post) => ({ id: post.id, at: recountAfter(post.at, world.now) })),
  );
}
