import { applyEdits, createBoardDoc, encodeDoc, readBoard, type BoardDoc, type Edit } from "@palabre/shared/documents";
import { AppError } from "@palabre/shared/errors";
import {
  isTrashed,
  LIMITS,
  newCardId,
  type BoardSnapshot,
  type Card,
  type CardAttributeName,
  type CardAttributes,
  type CardId,
  type CardKind,
  type PersonId,
} from "@palabre/shared/terms";
import { around, boxOf, type Box } from "./box.ts";
import { layIdeas } from "./layIdeas.ts";

/** What of a draft comes onto the board. */
export interface Idea {
  /** the card of the draft */
  readonly id: CardId;
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
  "file",
  "path",
  "shape",
];
/** In board px: beyond it, a few lines drawn from end to end of the board would leave its screens to them. */
const LONGEST_SIDE = 2_000;

/** The ideas of a draft: its cards that are not thrown away and not blank. */
export function ideasOf({ cards }: Pick<BoardSnapshot, "cards">, signedBy: PersonId | undefined): readonly Idea[] {
  const names = signedBy === undefined ? SAID : [...SAID, "colour" as const];
  return [...cards.values()].flatMap((card): readonly Idea[] => {
    if (isTrashed(card) || isBlank(card)) return [];
    const said = names.flatMap((name) => {
      const value = card.attributes[name];
      return value === undefined ? [] : [[name, value] as const];
    });
    const attributes: CardAttributes = { ...Object.fromEntries(said), ...drawnSize(card) };
    // the rules let no other kinds into a draft than the phase names, and a phase names kinds
    const kind = card.kind as CardKind;
    return [{ id: card.id, kind, text: card.text, attributes, ...(signedBy === undefined ? {} : { by: signedBy }) }];
  });
}

/** Nothing to read and nothing to see; a shape of words alone is seen by its words. */
function isBlank({ text, attributes: { path, file, shape } }: Card): boolean {
  const isDrawn = path !== undefined || file !== undefined || (shape !== undefined && shape !== "text");
  return !isDrawn && text.trim() === "";
}

/** A line, an image and a shape are what they are in their size; paper is as large as all other paper. */
function drawnSize({ attributes: { path, file, shape, size } }: Card): Pick<CardAttributes, "size"> {
  if (size === undefined || (path ?? file ?? shape) === undefined) return {};
  const share = Math.min(1, LONGEST_SIDE / Math.max(...size));
  return { size: [size[0] * share, size[1] * share] };
}

/**
 * Puts ideas on the board, in an order that says nothing, all at the same moment and under new ids: what somebody may have seen of a draft
 * (an id in a program's hand) leads to no card.
 *
 * Where the board has no room for all, as many of each person as there is room for, their first ones first: who writes a thousand keeps
 * nobody else's back.
 * @param drafts the ideas of each person
 * @returns the cards of the drafts that are on the board now, and where on it that is
 * @throws AppError `bad-request` when the board is full
 */
export function putIdeas(
  doc: BoardDoc,
  drafts: readonly (readonly Idea[])[],
  how: { readonly look: CardId | undefined; readonly at: number; readonly random: () => number },
): { readonly revealed: ReadonlySet<CardId>; readonly box: Box } {
  const board = readBoard(doc);
  const ideas = takeInTurn(shuffle(drafts, how.random), LIMITS.cardsPerBoard - board.cards.size);
  if (ideas.length === 0)
    throw new AppError("bad-request", `a board holds ${LIMITS.cardsPerBoard} cards at most: empty its trash first`);
  const mixed = shuffle(ideas, how.random);
  const { positions, frame, sizes, moves } = layIdeas(mixed, board, how.look);
  const placed = mixed.map((idea, index) => ({ ...idea, position: positions[index] ?? ([0, 0] as const) }));
  const edits = placed.map(({ kind, text, position, attributes, by }): Edit => ({
    type: "addCard",
    id: newCardId(),
    kind,
    text,
    position,
    attributes: frame === undefined ? attributes : { ...attributes, frame },
    at: how.at,
    ...(by === undefined ? {} : { by }),
  }));
  for (const [on, size] of sizes) edits.push({ type: "setAttributes", on, values: { size } });
  if (moves.size > 0) edits.push({ type: "moveCards", moves: [...moves].map(([card, to]) => ({ card, to })) });
  applyEdits(doc, edits);
  return { revealed: new Set(ideas.map(({ id }) => id)), box: placed.map(boxOf).reduce(around) };
}

/** One of each list after the other, until there are so many or none is left. */
function takeInTurn<T>(lists: readonly (readonly T[])[], atMost: number): readonly T[] {
  const taken: T[] = [];
  let left = lists.filter(({ length }) => length > 0);
  for (let turn = 0; left.length > 0; turn += 1) {
    for (const list of left) {
      if (taken.length >= atMost) return taken;
      taken.push(...list.slice(turn, turn + 1));
    }
    left = left.filter(({ length }) => length > turn + 1);
  }
  return taken;
}

/** A draft as it begins anew without the cards that were revealed, as one update; undefined when no idea is left in it. */
export function leftOf(board: BoardSnapshot, revealed: ReadonlySet<CardId>): Uint8Array | undefined {
  const left = [...board.cards.values()].filter(({ id }) => !revealed.has(id));
  if (ideasOf({ cards: new Map(left.map((card) => [card.id, card])) }, undefined).length === 0) return undefined;
  const doc = createBoardDoc();
  applyEdits(
    doc,
    left.flatMap(({ id, kind, text, position, at, by, attributes, extra }): readonly Edit[] => [
      // a document may hold kinds of later versions
      {
        type: "addCard",
        id,
        kind: kind as CardKind,
        text,
        position,
        at,
        attributes,
        ...(by === undefined ? {} : { by }),
      },
      { type: "setAttributes", on: id, values: extra },
    ]),
  );
  return encodeDoc(doc);
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
