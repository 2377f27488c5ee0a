import type { PostStore, SourceRecord } from "../stores/index.ts";
import type { Intake } from "./intake.ts";
import { recountAfter } from "./recountAfter.ts";
import type { KindOfSource, World } from "./sources/index.ts";

/**
 * The second pass over a source: how the posts stand now whose time for that has come. Those that were edited say the new text, those
 * that are gone go.
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
  await intake.revise(source, found);
  await store.recountLater(
    board,
    due.map((post) => ({ id: post.id, at: recountAfter(post.at, world.now) })),
  );
}
