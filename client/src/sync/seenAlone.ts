import { applyUpdate, createBoardDoc } from "@palabre/shared/documents";
import type { KeptAct } from "./deviceStore.ts";
import { shownBy, type Shown } from "./shown.ts";

/**
 * What acts show where the document in which they were made is not at hand: what they made themselves, and of what stood there before
 * only the letters that they put in.
 */
export function seenAlone(acts: readonly KeptAct[]): Shown {
  const doc = createBoardDoc();
  for (const { update } of acts) applyUpdate(doc, update);
  const letters = new Map<string, string>();
  for (const part of acts.flatMap(({ act }) => act)) {
    if (part.type !== "write") continue;
    const typed = part.splices.map(({ inserted }) => inserted).join("");
    letters.set(part.card, (letters.get(part.card) ?? "") + typed);
  }
  const { seen, holds } = shownBy(doc);
  return {
    seen: (act) =>
      seen(act).map((each, place) => {
        const part = act[place];
        return each.text !== "" || part?.type !== "write" ? each : { ...each, text: letters.get(part.card) ?? "" };
      }),
    holds,
  };
}
