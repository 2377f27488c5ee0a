import { savedSearchesSchema, type SavedSearches } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import { z } from "zod";
import { readAsked } from "../listening/index.ts";
import type { PostStore } from "../stores/index.ts";

/** The searches that a board keeps; none where nothing, or nothing that can be read, was kept. */
export const readSearches = async (store: Pick<PostStore, "fact">, board: BoardId): Promise<SavedSearches> =>
  z.catch(savedSearchesSchema, { searches: [] }).parse((await store.fact(board, "searches")) ?? { searches: [] });

/** @throws AppError `wordless-query` */
export async function setSearches(
  store: Pick<PostStore, "setFact">,
  board: BoardId,
  saved: SavedSearches,
): Promise<void> {
  for (const { filter } of saved.searches) if (filter.query?.trim()) readAsked(filter.query);
  await store.setFact(board, "searches", saved.searches.length === 0 ? undefined : saved);
}
