import * as Y from "yjs";
import type { ChangedFact, Json } from "../terms/index.ts";
import type { Inspection } from "./admission.ts";
import { valueOf } from "./admissionFacts.ts";
import { lastOf } from "./admissionSlots.ts";
import { changedFact, factKey, observeTexts } from "./changedFacts.ts";
import { hasGap, type BoardDoc } from "./doc.ts";

/**
 * Applies an update that was inspected, in the same synchronous step, and says which facts came out different.
 *
 * `gap`: it refers to what is missing, although inspection saw none; the document keeps it pending and is to be given up.
 * @throws what Yjs throws; the document is then to be given up
 */
export function applyInspected(
  doc: BoardDoc,
  { update, isNews, touched }: Pick<Inspection, "update" | "isNews" | "touched">,
): { readonly outcome: "changed" | "same" | "gap"; readonly facts: readonly ChangedFact[] } {
  if (!isNews) return { outcome: "same", facts: [] };
  const facts: ChangedFact[] = [];
  const hasText = touched.some(({ map }) => map === "text");
  const close =
    hasText &&
    observeTexts(doc, (card, delta) => {
      if (delta.length > 0) facts.push({ key: factKey("text", card), delta });
    });
  try {
    Y.applyUpdate(doc, update);
  } finally {
    if (close) close();
  }
  if (hasGap(doc)) return { outcome: "gap", facts: [] };
  for (const { map, key, before } of touched) {
    if (map === "text") continue;
    const fact = changedFact(factKey(map, key), before, valueOf(lastOf(doc, map, key)) as Json | undefined);
    if (fact) facts.push(fact);
  }
  return { outcome: "changed", facts };
}
