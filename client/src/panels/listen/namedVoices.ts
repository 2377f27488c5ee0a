import type { SetVoices } from "@palabre/shared/protocol";
import { LIMITS } from "@palabre/shared/terms";

export interface DraftVoice {
  readonly name: string;
  readonly query: string;
}

/** The names that were written, each once; one without a query is looked for by itself, word for word. */
export function namedVoices(drafts: readonly DraftVoice[]): SetVoices["names"] {
  const named = new Map<string, DraftVoice>();
  for (const { name, query } of drafts) {
    const written = name.trim();
    if (written === "" || named.has(written.toLowerCase())) continue;
    const asked = query.trim() === "" ? `"${written.replaceAll(/["«»“”]/g, " ")}"` : query.trim();
    named.set(written.toLowerCase(), { name: written, query: asked.slice(0, LIMITS.queryLength) });
  }
  return [...named.values()];
}
