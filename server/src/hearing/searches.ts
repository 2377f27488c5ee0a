import { savedSearchesSchema, type SavedSearches } from "@palabre/shared/protocol";
import type { BoardId } from "@palabre/shared/terms";
import { z } from "zod";
import type { PostStore } from "../stores/index.ts";

/** The searches that a board keeps; none where nothing, or nothing that can be read, was kept. */
export const readSearches = async (store: Pick<PostStore, "fact">, board: BoardId): Promise<SavedSearches> =>
  z.catch(savedSearchesSchema, { searches: [] }).parse((await store.fact(board, "searches")) ?? { searches: [] });

export const setSearches = (store: Pick<PostStore, "setFact">, board: BoardId, saved: SavedSearches): Promise<void> =>
  store.setFact(board, "searches", saved.searches.length === 0 ? undefined : saved);
