import { savedSearchesSchema, type SavedSearches } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import { z } from "zod";
import { readAsked } from "../listening/index.ts";
import type { PostStore } from "../stores/index.ts";

/** The searches that a board keeps; none where nothing, or nothing that can be read, was kept. */
export const readSearches = async (store: Pick<PostStore, "fact">, board: BoardId): Promise<SavedSearches> =>
  z.catch(savedSearchesSchema, { searches: [] }).parse((await store.fact(board, "searches")) ?? { searches: [] });

/** @throws AppError `wordless-query` for a search that is not there yet: one that is there stops no other */
export async function setSearches(
  store: Pick<PostStore, "fact" | "setFact">,
  board: BoardId,
  saved: SavedSearches,
): Promise<void> {
  const kept = new Set((await readSearches(store, board)).searches.map(({ filter }) => filter.query));
  for (const { query } of saved.searches.map(({ filter }) => filter))
    if (query?.trim() && !kept.has(query)) readAsked(query);
  await store.setFact(board, "searches", saved.searches.length === 0 ? undefined : saved);
}
