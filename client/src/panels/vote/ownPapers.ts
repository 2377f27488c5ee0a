import type { OwnPaper } from "@palabre/shared/protocol";
import { isSamePaper, type BallotId, type Paper } from "@palabre/shared/terms";
import { useSyncExternalStore } from "react";

/** What is being written outlives the panel: who closes it loses nothing. */
const unsent = new Map<BallotId, Paper>();
/** What the server last said of this person's own papers. */
const handed = new Map<BallotId, OwnPaper>();
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const unsentOf = (id: BallotId): Paper | undefined => unsent.get(id);
export const handedOf = (id: BallotId): OwnPaper | undefined => handed.get(id);
export const useUnsent = (id: BallotId): Paper | undefined => useSyncExternalStore(subscribe, () => unsent.get(id));
export const useHanded = (id: BallotId): OwnPaper | undefined => useSyncExternalStore(subscribe, () => handed.get(id));
export const keepUnsent = (id: BallotId, paper: Paper | undefined): void => keep(unsent, id, paper);
export const keepHanded = (id: BallotId, paper: OwnPaper | undefined): void => keep(handed, id, paper);

/** What counts of a vote that is closed; what is written here and says just that is unsent no more. */
export function keepFound(id: BallotId, found: OwnPaper | undefined): void {
  keepHanded(id, found);
  const written = unsentOf(id);
  if (found && written && isSamePaper(written, found.paper)) keepUnsent(id, undefined);
}

function keep<Value>(values: Map<BallotId, Value>, id: BallotId, value: Value | undefined): void {
  if (value === undefined) values.delete(id);
  else values.set(id, value);
  for (const listener of listeners) listener();
}
