import type { Annotation, CardId, Measure, Reading } from "@palabre/shared/terms";

/** A figure of a card that is clearly another than the one that was told last. */
export interface FigureNotice {
  readonly card: CardId;
  readonly now: Reading;
  /** undefined: there were too few to tell any */
  readonly before: Reading | undefined;
}
/** What was told last of each card; kept by who gathers. */
export type ToldFigures = Map<CardId, Told>;
interface Told {
  /** what was said when it was looked at last */
  said: Said;
  /** until it is said anew, all that is in `said` */
  figures: Map<Measure, Reading> | undefined;
}
/** What is said of a card, which may be read only when it is asked for. */
interface Said {
  readonly annotation: Annotation | undefined;
}
export type SaidOfCards = ReadonlyMap<CardId, Said>;

const isApart =
  (least: number) =>
  (before: Reading, now: Reading): boolean =>
    // shares are written in thousandths: so a difference of just as much counts
    Math.abs((now.value ?? 0) - (before.value ?? 0)) > least - 0.000_5;

/** The figures that are told, the weightiest first, and what must lie between two for the second to be news. */
const IS_NEWS: Readonly<Partial<Record<Measure, (before: Reading, now: Reading) => boolean>>> = {
  // one more where few speak, a tenth where many do
  mentions: (before, now) => isApart(Math.max(1, (before.value ?? 0) / 10))(before, now),
  feeling: isApart(0.1),
  quadrant: (before, now) => before.quadrant !== now.quadrant,
  budget: isApart(1),
  best: isApart(0.05),
  roi: isApart(0.05),
};
const TOLD_MEASURES: readonly string[] = Object.keys(IS_NEWS);

/**
 * The figures that have clearly changed since they were told, the weightiest first; what is gathered counts as told. Small steps add up,
 * since they are compared with what was told and not with the step before. A figure that is seen for the first time is no news.
 */
export function gatherFigures(cards: SaidOfCards, told: ToldFigures): readonly FigureNotice[] {
  const notices: FigureNotice[] = [];
  for (const [card, said] of cards) {
    const known = told.get(card);
    // all cards of a board are seen for the first time when it opens: they are read once they change
    if (!known) told.set(card, { said, figures: undefined });
    if (!known || known.said === said) continue;
    known.figures ??= new Map(figuresOf(known.said).map((reading) => [reading.measure, reading]));
    known.said = said;
    for (const now of figuresOf(said)) {
      const before = known.figures.get(now.measure);
      const [isKnown, wasKnown] = [now.state === "known", before?.state === "known"];
      if (before !== undefined && isKnown && wasKnown && IS_NEWS[now.measure]?.(before, now) !== true) continue;
      known.figures.set(now.measure, now);
      if (before !== undefined && isKnown) notices.push({ card, now, before: wasKnown ? before : undefined });
    }
  }
  return notices.toSorted((a, b) => TOLD_MEASURES.indexOf(a.now.measure) - TOLD_MEASURES.indexOf(b.now.measure));
}

/** Those that are told; what is being counted anew is still what it was. */
const figuresOf = ({ annotation }: Said): readonly Reading[] =>
  (annotation?.readings ?? []).filter(({ measure, state }) => IS_NEWS[measure] !== undefined && state !== "pending");
