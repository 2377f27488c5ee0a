import {
  boardIdSchema,
  CARD_ATTRIBUTES,
  isCardKind,
  LIMITS,
  LINK_ATTRIBUTES,
  positionSchema,
  type BoardId,
  type CardAttributes,
  type CardKind,
  type LinkAttributes,
  type Pair,
} from "@palabre/shared/terms";

/** Cards that are carried from one board to another by the clipboard, with the links among them. */
export interface Clipping {
  /** where they were copied */
  readonly board: BoardId;
  readonly cards: readonly ClippedCard[];
  readonly links: readonly ClippedLink[];
}
/** One card of a clipping; `within` is the place in the list of the frame that it lies in. */
interface ClippedCard {
  readonly kind: CardKind;
  readonly position: Pair;
  readonly text: string;
  readonly attributes: CardAttributes;
  readonly within?: number | undefined;
}
/** One link of a clipping, between two places in its list of cards. */
interface ClippedLink {
  readonly from: number;
  readonly to: number;
  readonly attributes: LinkAttributes;
}

/** Cards that one clipping carries: more is a board to copy, not a thought. */
export const MOST_CLIPPED = 1_000;

export const writeClipping = (clipping: Clipping): string => JSON.stringify({ palabre: 1, ...clipping });

/** A clipping out of what was pasted; undefined when it is something else, or damaged. Facts that make no sense are left out. */
export function readClipping(json: string): Clipping | undefined {
  const read = parse(json);
  if (!isRecord(read) || read["palabre"] !== 1) return undefined;
  const board = boardIdSchema.safeParse(read["board"]);
  const [listed, linked] = [read["cards"], read["links"]];
  if (!board.success || !Array.isArray(listed) || !Array.isArray(linked)) return undefined;
  const cards = listed.flatMap((each: unknown) => readCard(each) ?? []);
  // the places in the list are what frames and links are told by: one that is missing would shift them all
  if (cards.length === 0 || cards.length !== listed.length || cards.length > MOST_CLIPPED) return undefined;
  const links = linked.flatMap((each: unknown) => readLink(each, cards.length) ?? []);
  return { board: board.data, cards, links };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // text that is no clipping is not an error: anything can be pasted
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isPlace = (value: unknown, length: number): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < length;

function readCard(value: unknown): ClippedCard | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, text, within } = value;
  const position = positionSchema.safeParse(value["position"]);
  if (typeof kind !== "string" || !isCardKind(kind) || !position.success) return undefined;
  if (typeof text !== "string" || text.length > LIMITS.textLength) return undefined;
  const attributes = readFacts<CardAttributes>(value["attributes"], CARD_ATTRIBUTES);
  const card = { kind, position: position.data, text, attributes };
  return isPlace(within, MOST_CLIPPED) ? { ...card, within } : card;
}

function readLink(value: unknown, length: number): ClippedLink | undefined {
  if (!isRecord(value)) return undefined;
  const { from, to } = value;
  if (!isPlace(from, length) || !isPlace(to, length) || from === to) return undefined;
  return { from, to, attributes: readFacts<LinkAttributes>(value["attributes"], LINK_ATTRIBUTES) };
}

/** What belongs to a place, a moment or another card stays where it is. */
const LEFT_BEHIND: readonly string[] = ["frame", "locked", "trashedAt", "requires", "excludes", "order"];

interface Reads {
  safeParse(value: unknown): { readonly success: boolean; readonly data?: unknown };
}
function readFacts<T extends object>(facts: unknown, schemas: Readonly<Record<keyof T, Reads>>): T {
  const given = isRecord(facts) ? facts : {};
  const known = Object.entries<Reads>(schemas).flatMap(([name, schema]) => {
    if (!Object.hasOwn(given, name) || LEFT_BEHIND.includes(name)) return [];
    const { success, data } = schema.safeParse(given[name]);
    return success ? [[name, data] as const] : [];
  });
  // each value has passed the schema of its name
  return Object.fromEntries(known) as T;
}
