import {
  isTrashed,
  LIMITS,
  titleOf,
  type BallotMethod,
  type BallotOption,
  type BallotScope,
  type BoardSnapshot,
  type Card,
  type Link,
} from "../../terms/index.ts";

/** Kinds that hold or draw things and say nothing by themselves. */
const MUTE_KINDS: ReadonlySet<string> = new Set(["frame", "image", "drawing"]);

/**
 * What a ballot would ask about, or why it can't be opened: links where cards are asked about, and the reverse; nothing, or too little to
 * compare; more than anybody weighs in one sitting. `n` things are there.
 */
export type OptionsAsked =
  | { readonly ok: true; readonly options: readonly BallotOption[] }
  | { readonly ok: false; readonly reason: "subject" }
  | { readonly ok: false; readonly reason: "few"; readonly n: number; readonly needs: number }
  | { readonly ok: false; readonly reason: "many"; readonly n: number; readonly max: number };

/**
 * What a ballot asks about, as the board is now: without what is in the trash, in the order of birth. The page asks before it sends, the
 * server before it opens.
 */
export function optionsAsked(
  { method, scope }: { readonly method: BallotMethod; readonly scope: BallotScope },
  board: Pick<BoardSnapshot, "cards" | "links">,
): OptionsAsked {
  if ("links" in scope !== (method === "links")) return { ok: false, reason: "subject" };
  const options = "links" in scope ? linkOptions(scope, board) : cardOptions(scope, board);
  const n = options.length;
  const needs = method === "ranked" || method === "pairwise" ? 2 : 1;
  if (n < needs) return { ok: false, reason: "few", n, needs };
  const max = LIMITS.optionsPerBallot;
  return n > max ? { ok: false, reason: "many", n, max } : { ok: true, options };
}

function cardOptions(
  scope: Exclude<BallotScope, { readonly links: unknown }>,
  { cards }: Pick<BoardSnapshot, "cards">,
): readonly BallotOption[] {
  const asked = "cards" in scope ? new Set(scope.cards) : undefined;
  const isAsked = (card: Card): boolean => {
    if (isTrashed(card)) return false;
    if (asked !== undefined) return asked.has(card.id);
    // a card that nobody has written in yet is nothing to vote on
    if (titleOf(card) === "" || MUTE_KINDS.has(card.kind)) return false;
    return "kind" in scope ? card.kind === scope.kind : "frame" in scope && card.attributes.frame === scope.frame;
  };
  return [...cards.values()].filter(isAsked).map((card) => ({ on: card.id, title: titleOf(card) }));
}

function linkOptions(
  { links }: Extract<BallotScope, { readonly links: unknown }>,
  board: Pick<BoardSnapshot, "cards" | "links">,
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
