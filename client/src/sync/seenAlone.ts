import { applyUpdate, createBoardDoc, seenIn, type Act, type Seen } from "@palabre/shared/documents";
import type { KeptAct } from "./deviceStore.ts";

/**
 * What acts show where the document in which they were made is not at hand: what they made themselves, and of what stood there before
 * only the letters that they put in.
 */
export function seenAlone(acts: readonly KeptAct[]): (act: Act) => readonly Seen[] {
  const doc = createBoardDoc();
  for (const { update } of acts) applyUpdate(doc, update);
  const letters = new Map<string, string>();
  for (const part of acts.flatMap(({ act }) => act)) {
    if (part.type !== "write") continue;
    const typed = part.splices.map(({ inserted }) => inserted).join("");
    letters.set(part.card, (letters.get(part.card) ?? "") + typed);
  }
  return (act) =>
    seenIn(doc, act).map((seen, place) => {
      const part = act[place];
      return seen.text !== "" || part?.type !== "write" ? seen : { ...seen, text: letters.get(part.card) ?? "" };
    });
}
