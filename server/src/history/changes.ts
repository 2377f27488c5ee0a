import type { BoardId, ChangeEntry, PersonId } from "@palabre/shared/terms";
import type { BoardStore } from "../stores/index.ts";

/** One reading of the log; some hundred kilobytes. */
const PAGE = 1_000;

/** The change log of a board, oldest first, read page by page. */
export async function* changePages(
  store: Pick<BoardStore, "changes">,
  board: BoardId,
  filter: { readonly person?: PersonId; readonly since?: number; readonly afterSeq?: number },
): AsyncGenerator<ChangeEntry & { readonly seq: number }> {
  let afterSeq = filter.afterSeq ?? 0;
  for (;;) {
    const page = await store.changes(board, { ...filter, afterSeq, limit: PAGE });
    yield* page;
    if (page.length < PAGE) return;
    afterSeq = page.at(-1)?.seq ?? afterSeq;
  }
}

/**
 * What everybody changed since a person's first act, oldest first, in what the person changed or made: all that undoing that person
 * has to know.
 */
export async function changesAround(
  store: Pick<BoardStore, "changes">,
  board: BoardId,
  { person, since }: { readonly person: PersonId; readonly since: number },
): Promise<readonly ChangeEntry[]> {
  const keys = new Set<string>();
  let first: number | undefined;
  for await (const { seq, facts } of changePages(store, board, { person, since })) {
    first ??= seq;
    for (const { key } of facts) {
      keys.add(key);
      const made = /^(?:card|link|comment)\/(.+)$/.exec(key)?.[1];
      if (made !== undefined) keys.add(`text/${made}`).add(`attribute/${made}/label`);
    }
  }
  const changes: ChangeEntry[] = [];
  if (first === undefined) return changes;
  for await (const entry of changePages(store, board, { afterSeq: first - 1 })) {
    const facts = entry.facts.filter(({ key }) => keys.has(key));
    if (facts.length > 0) changes.push({ ...entry, facts });
  }
  return changes;
}
