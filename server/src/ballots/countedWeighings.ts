import type { Weighing } from "@palabre/shared/analysis";
import { weighingOf } from "@palabre/shared/facilitation/ballots";
import { readGroupWeights, type Ballot, type BallotId, type LinkId, type PersonId } from "@palabre/shared/terms";
import type { PaperRecord } from "../stores/index.ts";
import type { Sealing } from "./sealing.ts";

/**
 * The weighings that tallies counted, whatever happened since: less those of somebody who is sent off later, what follows from them would
 * tell theirs. Nobody's is used before its ballot is published, nor any of a ballot that is held back; of a link, those of the ballot whose
 * median is told, which is the latest that has one. No person is told of.
 */
export async function countedWeighings(
  ballots: ReadonlyMap<BallotId, Ballot>,
  papersOf: (id: BallotId) => Promise<readonly PaperRecord[]>,
  sealingOf: (id: BallotId) => Promise<Sealing>,
): Promise<readonly Weighing[]> {
  const told = [...ballots].flatMap(([id, ballot]) =>
    ballot.method === "links" && ballot.tally && ballot.tally.isHeldBack === undefined
      ? [{ id, ballot, tally: ballot.tally }]
      : [],
  );
  const people = new Map<PersonId, Map<LinkId, number>>();
  const latest = new Map<LinkId, BallotId>();
  const inTime = told.toSorted((a, b) => a.tally.publishedAt - b.tally.publishedAt);
  for (const { id, ballot } of inTime) for (const link of readGroupWeights([ballot]).keys()) latest.set(link, id);
  for (const { id, tally } of inTime) {
    const counted = new Set(tally.receipts);
    const records = await papersOf(id);
    // papers that had their time are gone, with what opens them
    const sealing = records.length === 0 ? undefined : await sealingOf(id);
    for (const { person, sealed } of records) {
      const paper = sealing?.open(sealed, person);
      if (!sealing || !paper || !counted.has(sealing.receiptOf(paper, person))) continue;
      const own = people.get(person) ?? new Map<LinkId, number>();
      people.set(person, own);
      for (const [link, weight] of weighingOf(paper)) if (latest.get(link) === id) own.set(link, weight);
    }
  }
  return [...people.values()];
}
