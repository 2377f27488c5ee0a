import type { PocketIdea, PocketView } from "@palabre/shared/protocol";
import type { CardId } from "@palabre/shared/terms";
import type { Waiting } from "./waiting.ts";

type WaitingIdea = Extract<Waiting, { readonly type: "idea" }>;
/**
 * What the server took and the line has not told of yet: its person sees it meanwhile as it was sent.
 * `isPassed`: one telling did not have it, which may have been on its way already; another one was not.
 */
export type Taken = Exclude<Waiting, { readonly type: "paper" }> & { readonly isPassed?: boolean };

const isTold = (each: Taken, { ideas, reactions }: Pick<PocketView, "ideas" | "reactions">): boolean =>
  each.type === "idea"
    ? ideas.some(({ id }) => id === each.idea.key)
    : (reactions[each.card] ?? null) === each.reaction;

const isOfRound = ({ draft }: WaitingIdea["idea"], { write }: PocketView): boolean =>
  draft?.phase === write.draft?.phase && draft?.round === write.draft?.round;

/**
 * With what was taken just now, in the place of what was under its id; a paper is told by its receipt.
 * @param isKnown it came before, and may be gone by now: the next telling says
 */
export function withTaken(taken: readonly Taken[], now: Waiting, view: PocketView, isKnown: boolean): readonly Taken[] {
  if (now.type === "paper") return taken;
  const others = taken.filter(({ id }) => id !== now.id);
  if (isTold(now, view) || (now.type === "idea" && !isOfRound(now.idea, view))) return others;
  return [...others, isKnown ? { ...now, isPassed: true } : now];
}

/** What is still not told of once one more telling was without it. */
const passed = (each: Taken): readonly Taken[] => (each.isPassed ? [] : [{ ...each, isPassed: true }]);

/** What is still not told of once the line is back: it told all that is otherwise. */
export const afterReturn = (taken: readonly Taken[]): readonly Taken[] => taken.flatMap(passed);

const roundOf = ({ draft }: PocketView["write"]): string => (draft ? `${draft.phase} ${draft.round}` : "");

/** What is still not told of once the line told this change: another step or round begins with what is told. */
export function stillTaken(taken: readonly Taken[], view: PocketView, change: Partial<PocketView>): readonly Taken[] {
  const { step, write, ideas, reactions } = change;
  const isOtherStep = step !== undefined && step?.phase !== view.step?.phase;
  const isOtherRound = write !== undefined && roundOf(write) !== roundOf(view.write);
  if (isOtherStep || isOtherRound) return [];
  return taken.flatMap((each) => {
    if ((each.type === "idea" ? ideas : reactions) === undefined) return [each];
    return isTold(each, { ...view, ...change }) ? [] : passed(each);
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
