import {
  titleOf,
  type BoardSnapshot,
  type Card,
  type CardId,
  type Link,
  type LinkId,
  type Pair,
  type PersonColour,
} from "@palabre/shared/terms";
import { Position, type Edge, type Node } from "@xyflow/react";
import { boxOf } from "./box.ts";
import type { Mounted } from "./far/mounted.ts";
import { createLinkRoutes } from "./linkRoutes.ts";
import { createLiving } from "./living.ts";
import { silhouetteOf, type Silhouette } from "./linkPath.ts";
import type { Route } from "./routes.ts";

/** What somebody else does with a card just now. */
export interface Here {
  readonly name: string;
  readonly colour: PersonColour;
  readonly isWriting: boolean;
}
export interface CardData extends Record<string, unknown> {
  readonly card: Card;
  readonly isEditing: boolean;
  /** the first card of a link that waits for its second */
  readonly isLinkStart: boolean;
  readonly here: Here | undefined;
}
export type CardFlowNode = Node<CardData, "card" | "frame">;
export interface LinkData extends Record<string, unknown> {
  readonly link: Link;
  readonly route: Route;
  /** size and outline of the two cards: React Flow tells an edge only where their middles are */
  readonly ends: readonly [LinkedCard, LinkedCard];
  /** out of what is lit */
  readonly isDim: boolean;
}
export interface LinkedCard {
  readonly title: string;
  readonly size: Pair;
  readonly silhouette: Silhouette;
}
export type LinkFlowEdge = Edge<LinkData, "link">;

export interface FlowInput {
  readonly snapshot: BoardSnapshot;
  readonly selection: ReadonlySet<CardId | LinkId>;
  readonly editing: CardId | undefined;
  /** stays mounted wherever the view goes, as does the card being edited */
  readonly focused: CardId | undefined;
  readonly linkStart: CardId | undefined;
  /** locked for this person by a facilitator */
  readonly locks: ReadonlySet<string>;
  /** how far cards are shown from where they lie, while somebody drags them */
  readonly moved: ReadonlyMap<CardId, Pair>;
  /** those of them that are dragged here */
  readonly lifted: ReadonlySet<CardId>;
  /** the same object for a card as long as it says the same */
  readonly here: ReadonlyMap<CardId | LinkId, Here>;
  /** what is lit: all else but frames steps back; undefined: nothing is, or all */
  readonly lit: ReadonlySet<CardId | LinkId> | undefined;
  /** which cards React Flow is given, each link with its ends */
  readonly mounted: Mounted;
  /** the links of what is moved are painted while it is */
  readonly isCarryPainted: boolean;
}
export interface Flow {
  readonly nodes: readonly CardFlowNode[];
  readonly edges: readonly LinkFlowEdge[];
  /** all that lives on the board, mounted or not */
  readonly drawn: Drawn;
}
export interface Drawn {
  readonly cards: ReadonlyMap<CardId, Card>;
  readonly links: readonly Link[];
  readonly routes: Pick<ReadonlyMap<LinkId, Route>, "get">;
}

/**
 * Makes React Flow's nodes and edges of a snapshot. What has not changed is the same object as last time, down to the two lists, which
 * is what React Flow redraws by. Trashed cards, trashed links, and links of trashed cards are left out.
 */
export function createToFlow(): (input: FlowInput) => Flow {
  const nodesOf = createNodes();
  const edgesOf = createEdges();
  const livingOf = createLiving();
  return (input) => {
    const { cards, links, ranks } = livingOf(input.snapshot);
    const { edges, routes } = edgesOf(cards, links, input);
    return { nodes: nodesOf(cards, ranks, input), edges, drawn: { cards, links, routes } };
  };
}

function createNodes() {
  interface Known {
    readonly card: Card;
    readonly state: string;
    readonly here: Here | undefined;
    readonly node: CardFlowNode;
  }
  let known: ReadonlyMap<CardId, Known> = new Map();
  let before: readonly CardFlowNode[] = [];
  return (
    cards: ReadonlyMap<CardId, Card>,
    ranks: ReadonlyMap<CardId, number>,
    input: FlowInput,
  ): readonly CardFlowNode[] => {
    const next = new Map<CardId, Known>();
    const nodes: CardFlowNode[] = [];
    for (const [id, card] of mountedOf(cards, input.mounted)) {
      const last = known.get(id);
      const rank = ranks.get(id) ?? 0;
      const state = `${stateOf(card, input)}${rank || ""}`;
      const here = input.here.get(id);
      const by = input.moved.get(id) ?? STILL;
      const isSame =
        last?.card === card && last.state === state && last.here === here && isShownBy(last.node, card, by);
      // a card that is only somewhere else has nothing new to draw
      const isAlike = last?.card === card && last.state === state && last.here === here;
      const node = isSame ? last.node : toNode(card, by, state, here, rank);
      const entry = isSame ? last : { card, state, here, node: isAlike ? { ...node, data: last.node.data } : node };
      next.set(id, entry);
      nodes.push(entry.node);
    }
    known = next;
    return (before = sameList(before, nodes));
  };
}
const STILL: Pair = [0, 0];

/** The mounted cards, in the order of the board where all are. */
function* mountedOf(cards: ReadonlyMap<CardId, Card>, { cards: mounted }: Mounted): Iterable<readonly [CardId, Card]> {
  if (!mounted) return yield* cards;
  for (const id of mounted) {
    const card = cards.get(id);
    if (card) yield [id, card];
  }
}
const isShownBy = ({ position }: CardFlowNode, card: Card, [dx, dy]: Pair) =>
  position.x === card.position[0] + dx && position.y === card.position[1] + dy;

function createEdges() {
  const routesOf = createLinkRoutes();
  const mountedOnes = createMountedLinks();
  const linkedCardOf = createLinkedCards();
  let known: ReadonlyMap<LinkId, LinkFlowEdge> = new Map();
  let before: readonly LinkFlowEdge[] = [];
  let last: Pick<FlowInput, "snapshot" | "selection" | "moved" | "lit" | "mounted"> | undefined;
  let routes: Drawn["routes"] = new Map();
  return (cards: ReadonlyMap<CardId, Card>, links: readonly Link[], input: FlowInput) => {
    const { snapshot, selection, moved, lit, mounted } = input;
    const isSameBoard =
      last?.snapshot === snapshot && last.selection === selection && last.lit === lit && last.mounted === mounted;
    if (isSameBoard && last?.moved.size === 0 && moved.size === 0) return { edges: before, routes };
    last = input;
    routes = routesOf(cards, links, moved, mounted.isFar);
    const next = new Map<LinkId, LinkFlowEdge>();
    for (const link of mountedOnes(links, input)) {
      if (input.isCarryPainted && (moved.has(link.from) || moved.has(link.to))) continue;
      const [from, to, route] = [
        linkedCardOf(cards.get(link.from)),
        linkedCardOf(cards.get(link.to)),
        routes.get(link.id),
      ];
      if (!from || !to || !route) continue;
      const edge = known.get(link.id);
      const selected = selection.has(link.id);
      const isDim = lit !== undefined && !lit.has(link.id);
      const isSame =
        edge?.data?.link === link &&
        edge.selected === selected &&
        edge.data.isDim === isDim &&
        edge.data.route === route &&
        edge.data.ends[0] === from &&
        edge.data.ends[1] === to;
      next.set(link.id, isSame ? edge : toEdge({ link, route, ends: [from, to], isDim }, selected));
    }
    known = next;
    before = sameList(before, [...next.values()]);
    return { edges: before, routes };
  };
}

/** The links that are in the page, kept while cards are carried. From far only the chosen ones are: all others are painted. */
function createMountedLinks() {
  let last: readonly unknown[] = [];
  let found: readonly Link[] = [];
  return (links: readonly Link[], { mounted, selection }: FlowInput): readonly Link[] => {
    const { cards, isFar } = mounted;
    if (cards === undefined) return links;
    const asked = isFar ? [links, mounted, selection] : [links, mounted];
    if (asked.length === last.length && asked.every((part, at) => part === last[at])) return found;
    last = asked;
    found = links.filter(({ id, from, to }) => (isFar ? selection.has(id) : cards.has(from) && cards.has(to)));
    return found;
  };
}

/** What links have to know of a card; the same object while that is the same. */
function createLinkedCards() {
  const known = new Map<CardId, { readonly card: Card; readonly linked: LinkedCard }>();
  return (card: Card | undefined): LinkedCard | undefined => {
    if (!card) return undefined;
    const last = known.get(card.id);
    if (last?.card === card) return last.linked;
    const made = toLinkedCard(card);
    const isSame =
      last &&
      last.linked.title === made.title &&
      last.linked.silhouette === made.silhouette &&
      sameList(last.linked.size, made.size) === last.linked.size;
    const linked = isSame ? last.linked : made;
    known.set(card.id, { card, linked });
    return linked;
  };
}

/** What the screen makes of a card, as letters. */
const stateOf = (
  { id, kind }: Card,
  { selection, editing, focused, linkStart, locks, moved, lifted, lit }: FlowInput,
): string =>
  (selection.has(id) ? "s" : "") +
  (editing === id ? "e" : "") +
  (focused === id ? "f" : "") +
  (linkStart === id ? "l" : "") +
  (locks.has(id) ? "k" : "") +
  (lit !== undefined && !lit.has(id) && kind !== "frame" ? "d" : "") +
  (lifted.has(id) ? "u" : moved.has(id) ? "m" : "");

/** Layers of the board; a card that is carried lies above all others, and a chosen one above those that nobody brought to the front. */
const Z = { frame: 1_000, link: 2_000, card: 3_000, selected: 3_001, lifted: 4_000 } as const;
/** Steps to the front or the back that one layer has room for. */
const MOST_RANK = 900;

function toNode(card: Card, by: Pair, state: string, here: Here | undefined, rank: number): CardFlowNode {
  const { x, y, width, height } = boxOf(card, by);
  const isFrame = card.kind === "frame";
  const [selected, isEditing, isLifted] = [state.includes("s"), state.includes("e"), state.includes("u")];
  const isCarried = isLifted || state.includes("m");
  const step = Math.max(-MOST_RANK, Math.min(MOST_RANK, rank));
  const resting = step === 0 ? (selected ? Z.selected : Z.card) : Z.card + step + (step > 0 ? 1 : 0);
  const onTop = isCarried || isEditing ? Z.lifted : resting;
  return {
    id: card.id,
    type: isFrame ? "frame" : "card",
    data: { card, isEditing, isLinkStart: state.includes("l"), here },
    position: { x, y },
    width,
    height,
    measured: { width, height },
    handles: [
      { ...MIDDLE_OF, type: "source", x: width / 2, y: height / 2 },
      { ...MIDDLE_OF, type: "target", x: width / 2, y: height / 2 },
    ],
    zIndex: isFrame ? Z.frame + step : onTop,
    selected,
    // React Flow keeps mounted what it believes to be dragged
    dragging: isLifted || isEditing || state.includes("f"),
    className: `${isLifted ? "lifted" : isCarried ? "carried" : "resting"}${state.includes("d") ? " dim" : ""}`,
    // the ground of a frame is the board's: only its tab and its line are taken hold of
    // a drawing is taken hold of by its line
    ...(isFrame || (card.kind === "drawing" && !selected) ? { style: { pointerEvents: "none" } } : {}),
    ...(card.attributes.locked === true || isEditing || state.includes("k") ? { draggable: false } : {}),
    domAttributes: UNDESCRIBED,
  };
}
/** Links are drawn along routes of our own; React Flow only asks that every card can be linked somewhere. */
const MIDDLE_OF = { position: Position.Top, width: 0, height: 0 };
/** The card inside is what is named and focused. */
const UNDESCRIBED = { "aria-roledescription": undefined, "aria-describedby": undefined };

function toLinkedCard(card: Card): LinkedCard {
  const { width, height } = boxOf(card);
  return { title: titleOf(card), size: [width, height], silhouette: silhouetteOf(card) };
}

const toEdge = (data: LinkData, selected: boolean): LinkFlowEdge => ({
  id: data.link.id,
  type: "link",
  source: data.link.from,
  target: data.link.to,
  data,
  zIndex: Z.link,
  selected,
  // named inside, where the language is known; only null, which the type forgets, keeps React Flow's own English out
  ariaRole: "presentation",
  ariaLabel: null as unknown as string,
  domAttributes: { "aria-roledescription": undefined },
});

/** The list of before when the next one holds the same. */
const sameList = <T>(before: readonly T[], next: readonly T[]): readonly T[] =>
  before.length === next.length && next.every((each, i) => Object.is(each, before[i])) ? before : next;
