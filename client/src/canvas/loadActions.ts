import { addActions } from "./actions/index.ts";
import { loadArranging } from "./loadArranging.ts";

/** The actions that come once the board is seen, with their words, and what they work with. */
export async function loadActions(): ReturnType<typeof loadArranging> {
  const fetched = await loadArranging();
  addActions(fetched.arrangingActions);
  return fetched;
}
