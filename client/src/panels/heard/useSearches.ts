import type { PostFilter, SavedSearch } from "@palabre/shared/protocol";
import { useEffect, useState } from "react";
import { watchApi } from "../../api/index.ts";
import { useBoard } from "../../state/index.ts";
import { plainFilter } from "./postFilter.ts";

export interface Searches {
  /** undefined before they were read */
  readonly searches: readonly SavedSearch[] | undefined;
  /** Keeps a search for the whole board, in the place of one of the same name. @throws AppError */
  readonly save: (name: string, filter: PostFilter) => Promise<void>;
  /** @throws AppError */
  readonly drop: (name: string) => Promise<void>;
}

/** The searches that this board keeps; read when the panel opens, and again before they are changed, so that another's stay. */
export function useSearches(): Searches {
  const { me } = useBoard();
  const [searches, setSearches] = useState<readonly SavedSearch[]>();
  useEffect(() => {
    let isLate = false;
    // without them posts are searched all the same
    watchApi.searches(me.id).then(
      (found) => isLate || setSearches(found.searches),
      () => undefined,
    );
    return () => {
      isLate = true;
    };
  }, [me.id]);
  const change = async (to: (searches: readonly SavedSearch[]) => readonly SavedSearch[]): Promise<void> => {
    const next = to((await watchApi.searches(me.id)).searches);
    await watchApi.setSearches(me.id, { searches: next });
    setSearches(next);
  };
  return {
    searches,
    save: (name, filter) =>
      change((before) => [...before.filter((one) => one.name !== name), { name, filter: plainFilter(filter) }]),
    drop: (name) => change((before) => before.filter((one) => one.name !== name)),
  };
}
