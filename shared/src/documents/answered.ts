import type { PersonId } from "../terms/index.ts";
import { mapOf, type BoardDoc } from "./doc.ts";
import { attributeKey } from "./layout.ts";

/** The comments that somebody else than this person has answered, and the answer is there. */
export function answeredBesides(doc: BoardDoc, person: PersonId | undefined): ReadonlySet<unknown> {
  const answered = new Set<unknown>();
  for (const [id, birth] of mapOf(doc, "comments")) {
    if (typeof birth !== "object" || birth === null) continue;
    const { replyTo, by } = birth as { readonly replyTo?: unknown; readonly by?: unknown };
    if (replyTo !== undefined && by !== person && !mapOf(doc, "attributes").has(attributeKey(id, "trashedAt")))
      answered.add(replyTo);
  }
  return answered;
}
