import * as Y from "yjs";
import type { ChangedFact, Json } from "../terms/index.ts";
import type { Inspection } from "./admission.ts";
import { valueOf } from "./admissionFacts.ts";
import { lastOf } from "./admissionSlots.ts";
import { changedFact, deltaOf, factKey } from "./changedFacts.ts";
import { hasGap, mapOf, type BoardDoc } from "./doc.ts";

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
  const texts = touched.filter(({ map }) => map === "text");
  const readTexts = (transaction: Y.Transaction) => {
    for (const { key } of texts) {
      const text = mapOf(doc, "text").get(key);
      const delta = text instanceof Y.Text ? deltaOf(text, transaction) : [];
      if (delta.length > 0) facts.push({ key: factKey("text", key), delta });
    }
  };
  if (texts.length > 0) doc.once("afterTransaction", readTexts);
  Y.applyUpdate(doc, update);
  if (hasGap(doc)) return { outcome: "gap", facts: [] };
  for (const { map, key, before } of touched) {
    if (map === "text") continue;
    const fact = changedFact(factKey(map, key), before, valueOf(lastOf(doc, map, key)) as Json | undefined);
    if (fact) facts.push(fact);
  }
  return { outcome: "changed", facts };
}
