import type { PocketIdea, PocketView } from "@palabre/shared/protocol";
import type { CardId } from "@palabre/shared/terms";
import type { Waiting } from "./waiting.ts";

type WaitingIdea = Extract<Waiting, { readonly type: "idea" }>;
/**
 * What the server took and the line has not told of yet: its person sees it meanwhile as it was sent.
 * `isPassed`: a reaction that one telling did not have; that one may have been on its way already, another one was not.
 */
export type Taken = Exclude<Waiting, { readonly type: "paper" }> & { readonly isPassed?: boolean };

/** With what was taken just now, in the place of what was under its id. A paper is told by its receipt. */
export const withTaken = (taken: readonly Taken[], now: Waiting): readonly Taken[] =>
  now.type === "paper" ? taken : [...taken.filter(({ id }) => id !== now.id), now];

/** Whether an idea was written for what is being written now. */
export const isOfRound = ({ draft }: WaitingIdea["idea"], write: PocketView["write"]): boolean =>
  draft?.phase === write.draft?.phase && draft?.round === write.draft?.round;

const roundOf = ({ draft }: PocketView["write"]): string => (draft ? `${draft.phase} ${draft.round}` : "");

/** What is still not told of once the line told this change: another step or round begins with what is told. */
export function stillTaken(
  taken: readonly Taken[],
  view: PocketView,
  { step, write, ideas, reactions }: Partial<PocketView>,
): readonly Taken[] {
  const isOtherStep = step !== undefined && step?.phase !== view.step?.phase;
  const isOtherRound = write !== undefined && roundOf(write) !== roundOf(view.write);
  if (isOtherStep || isOtherRound) return [];
  return taken.flatMap((each): readonly Taken[] => {
    if (each.type === "idea") return ideas?.some(({ id }) => id === each.idea.key) ? [] : [each];
    if (reactions === undefined) return [each];
    const isTold = (reactions[each.card] ?? null) === each.reaction;
    return isTold || each.isPassed ? [] : [{ ...each, isPassed: true }];
  });
}

interface Seen {
  readonly view: PocketView;
  readonly waiting: readonly Waiting[];
  readonly taken: readonly Taken[];
}

/** What its person has written, the oldest first: what has arrived, and what still waits for the network. Each is in one of them. */
export function ownIdeas({ view, waiting, taken }: Seen): {
  readonly arrived: readonly PocketIdea[];
  readonly unsent: readonly WaitingIdea[];
} {
  const told = new Set(view.ideas.map(({ id }) => id));
  const untold = taken.flatMap((each) => (each.type === "idea" && !told.has(each.idea.key) ? each.idea : []));
  const arrived = [...view.ideas, ...untold.map(({ key, kind, text }) => ({ id: key, kind, text }))];
  const ids = new Set<string>(arrived.map(({ id }) => id));
  const unsent = waiting.filter(
    (each): each is WaitingIdea => each.type === "idea" && each.state === "waiting" && !ids.has(each.id),
  );
  return { arrived, unsent };
}

/** How its person reacts to a card: what they pressed last. */
export function ownReaction({ view, waiting, taken }: Seen, card: CardId): string | null {
  const pressed = [...waiting, ...taken].find((each) => each.type === "reaction" && each.card === card);
  return pressed?.type === "reaction" ? pressed.reaction : (view.reactions[card] ?? null);
}
