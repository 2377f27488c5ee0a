import { phaseIdSchema, readDraftName, type PersonId, type PhaseId } from "@palabre/shared/terms";
import { z } from "zod";
import type { StoredDrafts } from "./boardStore.ts";

// Rows of any database, as the records that they hold.

const nameRow = z.object({ document: z.string() });
const roundRow = z.object({ phase: phaseIdSchema, round: z.number() });
export const nextRoundRow = roundRow.pick({ round: true });

/** @param rounds of one board, and the `names` of its drafts */
export function readDrafts(rounds: readonly unknown[], names: readonly unknown[]): readonly StoredDrafts[] {
  const found = new Map<PhaseId, { readonly round: number; readonly people: PersonId[] }>();
  for (const row of rounds) {
    const { phase, round } = roundRow.parse(row);
    found.set(phase, { round, people: [] });
  }
  for (const row of names) {
    const name = readDraftName(nameRow.parse(row).document);
    if (!name) continue;
    const { round, people } = found.get(name.phase) ?? { round: 0, people: [] };
    found.set(name.phase, { round, people: [...people, name.person] });
  }
  return [...found].map(([phase, drafts]) => ({ phase, ...drafts }));
}
