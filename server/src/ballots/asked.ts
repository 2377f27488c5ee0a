import { AppError } from "@palabre/shared/errors";
import type { BallotScope, OpenBallot } from "@palabre/shared/protocol";
import {
  isTrashed,
  LIMITS,
  titleOf,
  type BallotOption,
  type BallotSettings,
  type BoardSnapshot,
  type Card,
  type Link,
} from "@palabre/shared/terms";

/** Kinds that hold or draw things and say nothing by themselves. */
const MUTE_KINDS: ReadonlySet<string> = new Set(["frame", "image", "drawing"]);
/** Grades of judgment where nobody says how many. */
const USUAL_GRADES = 6;
/** Dots for each person where nobody says how many: a third of the options, within these. */
const DOTS = { least: 3, most: 10 } as const;

/**
 * What a ballot asks about, as the board is now: without what is in the trash, in the order of birth.
 * @throws AppError `bad-request` for links where cards are asked about, and the reverse; for nothing, too little to compare, or too much
 */
export function optionsOf({ method, scope }: OpenBallot, board: BoardSnapshot): readonly BallotOption[] {
  if ("links" in scope !== (method === "links"))
    throw new AppError("bad-request", "links are weighed with the method `links`, and nothing else is");
  const options = "links" in scope ? linkOptions(scope, board) : cardOptions(scope, board);
  const least = method === "ranked" || method === "pairwise" ? 2 : 1;
  if (options.length < least)
    throw new AppError("bad-request", `there are ${options.length} things to ask about: it takes ${least} at least`, {
      details: { n: options.length, needs: least },
    });
  if (options.length > LIMITS.optionsPerBallot)
    throw new AppError("bad-request", `a ballot asks about ${LIMITS.optionsPerBallot} things at most: choose some`, {
      details: { n: options.length, max: LIMITS.optionsPerBallot },
    });
  return options;
}

function cardOptions(
  scope: Exclude<BallotScope, { readonly links: unknown }>,
  board: BoardSnapshot,
): readonly BallotOption[] {
  const asked = "cards" in scope ? new Set(scope.cards) : undefined;
  const isAsked = (card: Card): boolean => {
    if (isTrashed(card)) return false;
    if (asked !== undefined) return asked.has(card.id);
    // a card that nobody has written in yet is nothing to vote on
    if (titleOf(card) === "" || MUTE_KINDS.has(card.kind)) return false;
    return "kind" in scope ? card.kind === scope.kind : "frame" in scope && card.attributes.frame === scope.frame;
  };
  return [...board.cards.values()].filter(isAsked).map((card) => ({ on: card.id, title: titleOf(card) }));
}

function linkOptions(
  { links }: Extract<BallotScope, { readonly links: unknown }>,
  board: BoardSnapshot,
): readonly BallotOption[] {
  const asked = links === "all" ? undefined : new Set(links);
  return [...board.links.values()].flatMap((link: Link): readonly BallotOption[] => {
    const [from, to] = [board.cards.get(link.from), board.cards.get(link.to)];
    if (!from || !to || isTrashed(from) || isTrashed(to) || link.attributes.trashedAt !== undefined) return [];
    if (asked?.has(link.id) === false) return [];
    const [fromTitle, toTitle] = [titleOf(from), titleOf(to)];
    return [
      {
        on: link.id,
        title: `${fromTitle} → ${toTitle}`,
        link: { from: link.from, to: link.to, fromTitle, toTitle },
      },
    ];
  });
}

/** The settings that the method uses, with what is usual where nobody says it. */
export function settingsOf({ method, settings = {} }: OpenBallot, options: number): BallotSettings {
  const { budget, cap, grades, rating, mayAbstain } = settings;
  const usualDots = Math.min(DOTS.most, Math.max(DOTS.least, Math.round(options / 3)));
  return {
    ...(method === "dots" ? { budget: budget ?? usualDots, ...(cap === undefined ? {} : { cap }) } : {}),
    ...(method === "judgment" ? { grades: grades ?? USUAL_GRADES } : {}),
    ...(method === "rating" ? { rating: rating ?? "importance" } : {}),
    ...(mayAbstain === false && method !== "dots" && method !== "pairwise" ? { mayAbstain } : {}),
  };
}
