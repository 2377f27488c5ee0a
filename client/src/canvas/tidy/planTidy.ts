import { isTrashed, type BoardSnapshot, type Card, type CardId, type Pair } from "@palabre/shared/terms";
import { boundsOf, boxOf, type Box } from "../box.ts";
import { withContents } from "../remoteDrags.ts";

/** What is laid out as one: a card or a group, as it is within, or a frame, whose contents are laid out too. */
export interface Block {
  readonly id: string;
  readonly box: Box;
  /** with what lies in frames of a group */
  readonly cards: readonly CardId[];
  /** of a frame: the blocks in it */
  readonly inside?: Inside | undefined;
}
/** Blocks side by side, and which leads to which. */
export interface Inside {
  readonly blocks: readonly Block[];
  readonly links: readonly (readonly [from: string, to: string])[];
}
export interface TidyPlan extends Inside {
  /** what stays, and is not laid over */
  readonly still: readonly Box[];
}

/**
 * What is to be laid out, of some cards or of all. What must stay stays, and a frame with all it holds if something in it must.
 * @param scope undefined: the whole board
 */
export function planTidy(
  snapshot: BoardSnapshot,
  scope: ReadonlySet<CardId> | undefined,
  mustStay: (card: CardId) => boolean,
): TidyPlan {
  const living = new Map([...snapshot.cards].filter(([, card]) => !isTrashed(card)));
  const asked = scope && withContents(scope, living);
  const stuckFrames = new Set<CardId>();
  for (const { id, kind, attributes } of living.values()) {
    if (!mustStay(id)) continue;
    if (kind === "frame") stuckFrames.add(id);
    if (attributes.frame !== undefined) stuckFrames.add(attributes.frame);
  }
  const isStill = ({ id, attributes: { frame } }: Card) =>
    mustStay(id) || stuckFrames.has(id) || (frame !== undefined && stuckFrames.has(frame)) || asked?.has(id) === false;
  const moving = [...living.values()].filter((card) => !isStill(card)).toSorted(byReading);
  const movingIds = new Set(moving.map(({ id }) => id));
  const frameOf = ({ attributes: { frame } }: Card) =>
    frame !== undefined && movingIds.has(frame) ? frame : undefined;
  const heads = moving.filter((card) => frameOf(card) === undefined);
  const contents = gather(moving, frameOf);

  const blocks = blocksOf(heads, (frame) => {
    const within = blocksOf(contents.get(frame) ?? [], () => undefined);
    return within.length === 0 ? undefined : { blocks: within, links: linksAmong(snapshot, within) };
  });
  // a frame that holds something of what moves can't be in its way
  const around = new Set(moving.map(({ attributes }) => attributes.frame));
  const still = [...living.values()].filter((card) => isStill(card) && !around.has(card.id)).map((card) => boxOf(card));
  return { blocks, links: linksAmong(snapshot, blocks), still };
}

function blocksOf(cards: readonly Card[], insideOf: (frame: CardId) => Inside | undefined): readonly Block[] {
  const units = gather(cards, ({ id, attributes: { group } }) => (group === undefined ? id : `group ${group}`));
  return [...units].flatMap(([id, members]): readonly Block[] => {
    const box = boundsOf(members.map((card) => boxOf(card)));
    const [first] = members;
    if (!box || !first) return [];
    const isFrame = members.length === 1 && first.kind === "frame";
    return [{ id, box, cards: members.map((card) => card.id), inside: isFrame ? insideOf(first.id) : undefined }];
  });
}

function gather<Key>(cards: readonly Card[], keyOf: (card: Card) => Key): ReadonlyMap<Key, readonly Card[]> {
  const gathered = new Map<Key, Card[]>();
  for (const card of cards) {
    const key = keyOf(card);
    const others = gathered.get(key);
    if (others) others.push(card);
    else gathered.set(key, [card]);
  }
  return gathered;
}

/** All cards of a block, and of what lies in it. */
export const cardsOf = (block: Block): readonly CardId[] => [
  ...block.cards,
  ...(block.inside?.blocks.flatMap((each) => cardsOf(each)) ?? []),
];

function linksAmong({ links }: BoardSnapshot, blocks: readonly Block[]): Inside["links"] {
  const blockOf = new Map(blocks.flatMap((block) => cardsOf(block).map((card) => [card, block.id] as const)));
  const pairs = new Map<string, readonly [string, string]>();
  for (const { from, to, attributes } of links.values()) {
    const [start, end] = [blockOf.get(from), blockOf.get(to)];
    if (attributes.trashedAt !== undefined || start === undefined || end === undefined || start === end) continue;
    pairs.set(`${start} ${end}`, [start, end]);
  }
  return [...pairs.values()];
}

/** From top to bottom and left to right, about: what is laid out keeps this order where the links allow it. */
const byReading = (a: Card, b: Card) => rowOf(a.position) - rowOf(b.position) || a.position[0] - b.position[0];
const rowOf = ([, y]: Pair) => Math.round(y / 80);
