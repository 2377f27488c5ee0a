import { applyEdits, type BoardDoc, type Edit, readBoard } from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import {
  isTrashed,
  LIMITS,
  newCardId,
  type BoardSnapshot,
  type CardAttributeName,
  type CardAttributes,
  type CardId,
  type CardKind,
  type PersonId,
} from "@palabre/shared/terms";
import { layIdeas } from "./layIdeas.ts";

/** What of a draft comes onto the board. */
export interface Idea {
  readonly kind: CardKind;
  readonly text: string;
  readonly attributes: CardAttributes;
  /** only where names were announced */
  readonly by?: PersonId;
}

/**
 * What a card says of its subject. Where it lies, how large it is and what hangs on it is the writer's own order; a colour could be a
 * signature, and comes along only where names do.
 */
const SAID: readonly CardAttributeName[] = [
  "tags",
  "level",
  "cost",
  "gain",
  "unit",
  "horizon",
  "effort",
  "engagementLevel",
  "owner",
  "query",
  "url",
  "source",
  "saidAt",
  "theme",
  "path",
];

/** The ideas of a draft: its cards that are not thrown away and not blank. */
export function ideasOf({ cards }: Pick<BoardSnapshot, "cards">, signedBy: PersonId | undefined): readonly Idea[] {
  const names = signedBy === undefined ? SAID : [...SAID, "colour" as const];
  return [...cards.values()].flatMap((card): readonly Idea[] => {
    if (isTrashed(card) || card.text.trim() === "") return [];
    const said = names.flatMap((name) => {
      const value = card.attributes[name];
      return value === undefined ? [] : [[name, value] as const];
    });
    const attributes: CardAttributes = Object.fromEntries(said);
    // the rules let no other kinds into a draft than the phase names, and a phase names kinds
    const kind = card.kind as CardKind;
    return [{ kind, text: card.text, attributes, ...(signedBy === undefined ? {} : { by: signedBy }) }];
  });
}

/**
 * Puts ideas on the board, in an order that says nothing, all at the same moment and under new ids: what somebody may have seen of a draft
 * (an id in a program's hand) leads to no card.
 * @throws AppError `bad-request` when the board has no room for so many
 */
export function putIdeas(
  doc: BoardDoc,
  ideas: readonly Idea[],
  how: { readonly look: CardId | undefined; readonly at: number; readonly random: () => number },
): void {
  const board = readBoard(doc);
  if (board.cards.size + ideas.length > LIMITS.cardsPerBoard)
    throw new AppError("bad-request", `a board holds ${LIMITS.cardsPerBoard} cards at most: empty its trash first`);
  const mixed = shuffle(ideas, how.random);
  const { positions, frame } = layIdeas(mixed, board, how.look);
  const edits = mixed.map(({ attributes, ...idea }, index): Edit => ({
    ...idea,
    type: "addCard",
    id: newCardId(),
    position: positions[index] ?? [0, 0],
    attributes: frame ? { ...attributes, frame: frame.id } : attributes,
    at: how.at,
  }));
  if (frame) edits.push({ type: "setAttributes", on: frame.id, values: { size: frame.size } });
  applyEdits(doc, edits);
}

/** Fisher and Yates: every order is as likely as any other. */
function shuffle<T>(list: readonly T[], random: () => number): readonly T[] {
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [mixed[last], mixed[other]];
    if (a !== undefined && b !== undefined) [mixed[last], mixed[other]] = [b, a];
  }
  return mixed;
}
