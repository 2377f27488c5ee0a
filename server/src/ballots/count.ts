import { tallyBallot } from "@palabre/shared/facilitation/ballots";
import type { Ballot, PersonId, Tally } from "@palabre/shared/terms";
import type { PaperRecord } from "../stores/index.ts";
import { createSealing } from "./sealing.ts";

/** A ballot that has ended, with the papers that count, as the store has them. */
export interface CountRequest {
  readonly ballot: Pick<Ballot, "method" | "options" | "settings">;
  readonly records: readonly PaperRecord[];
  readonly serverKey: Uint8Array;
  readonly salt: string;
  /** who could give one */
  readonly of: number;
  readonly at: number;
}

/** What they come to; undefined when one of them can't be read: nothing is told of a part. */
export function countPapers({ ballot, records, serverKey, salt, of, at }: CountRequest): Tally | undefined {
  const sealing = createSealing(serverKey, salt);
  const receiptOf = new Map<PersonId, string>();
  const papers = records.flatMap(({ person, sealed }) => {
    const paper = sealing.open(sealed, person);
    if (!paper) return [];
    receiptOf.set(person, sealing.receiptOf(paper, person));
    return [paper];
  });
  if (papers.length < records.length) return undefined;
  return tallyBallot(ballot, papers, { of, at, receipts: [...receiptOf.values()] });
}
