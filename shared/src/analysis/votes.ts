import {
  readGroupWeights,
  type Ballot,
  type CardId,
  type GroupWeight,
  type LinkId,
  type OptionTally,
  type Reading,
  type Tally,
} from "../terms/index.ts";
import type { Weighing } from "./decision/index.ts";

/** What the published ballots of a board say of what stands on it. */
export interface Votes {
  readonly readings: ReadonlyMap<CardId, readonly Reading[]>;
  readonly links: ReadonlyMap<LinkId, GroupWeight>;
  /** how each person weighs the links that have a published median, without who they are; nobody's while nothing is published */
  readonly people: readonly Weighing[];
}
export const NO_VOTES: Votes = { readings: new Map(), links: new Map(), people: [] };

/** Answers below which Kano's classes are not said. */
const KANO_ANSWERS_NEEDED = 20;

/**
 * Reads published ballots, card by card and link by link; of several that say the same kind of thing the latest counts.
 * @param ballots in any order; what is not published, or held back, says nothing
 * @param people the weighings behind published ballots of links
 */
export function readVotes(ballots: readonly Ballot[], people: readonly Weighing[]): Votes {
  const published = ballots.flatMap(({ tally }) => (tally === undefined || tally.isHeldBack === true ? [] : [tally]));
  const readings = new Map<CardId, Map<string, Reading>>();
  for (const tally of published.toSorted((a, b) => a.publishedAt - b.publishedAt))
    for (const [on, option] of Object.entries(tally.perOption)) {
      if (option === undefined) continue;
      // options of a weighing are links, those of others cards
      if (tally.method === "links") continue;
      const card = on as CardId;
      const own = readings.get(card) ?? new Map<string, Reading>();
      for (const reading of readOption(option, tally)) own.set(reading.measure, reading);
      if (own.size > 0) readings.set(card, own);
    }
  // what is published of a link is what counts of it, everywhere: a weighing that is not told moves nothing either
  const links = readGroupWeights(ballots);
  const told = people.map((weighing) => new Map([...weighing].filter(([link]) => links.has(link))));
  return {
    readings: new Map([...readings].map(([card, own]) => [card, [...own.values()]])),
    links,
    people: told.filter((weighing) => weighing.size > 0),
  };
}

function readOption(option: OptionTally, tally: Tally): readonly Reading[] {
  const about = { state: "known", method: tally.method, origin: [] } as const;
  const found: Reading[] = [];
  const { n = 0, rank, isTied, consensus, opportunity, importance, satisfaction, kano, kanoClass, agree } = option;
  const ranked = Object.values(tally.perOption).filter((each) => each?.rank !== undefined).length;
  const isRanking = tally.method !== "consent" && tally.method !== "agreement";
  if (isRanking && rank !== undefined && ranked > 1)
    found.push({
      ...about,
      measure: "priority",
      value: (ranked - rank) / (ranked - 1),
      n: tally.n,
      rank,
      of: ranked,
      ...(isTied === true ? { isTied } : {}),
    });
  if (consensus !== undefined)
    found.push({
      ...about,
      measure: "agreement",
      value: consensus,
      n,
      ...(agree === undefined ? {} : { share: agree / n }),
      ...(option.groups === undefined ? {} : { series: option.groups.map(supportOf) }),
    });
  if (opportunity !== undefined && importance !== undefined && satisfaction !== undefined)
    found.push({ ...about, measure: "opportunity", value: opportunity, n, importance, satisfaction });
  if (kanoClass !== undefined) found.push({ ...about, measure: "kano", n, value: kano?.[kanoClass] ?? 0, kanoClass });
  else if (kano !== undefined)
    found.push({ ...about, measure: "kano", state: "insufficient", n, needs: KANO_ANSWERS_NEEDED });
  return found;
}

const supportOf = ({
  agree,
  disagree,
  pass,
}: {
  readonly agree: number;
  readonly disagree: number;
  readonly pass: number;
}) => agree / Math.max(1, agree + disagree + pass);
