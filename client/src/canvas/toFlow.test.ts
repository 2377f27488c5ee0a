import {
  newCardId,
  newLinkId,
  type BoardSnapshot,
  type Card,
  type CardAttributes,
  type CardId,
  type Link,
  type Pair,
} from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { ALL_MOUNTED } from "./far/mounted.ts";
import { createToFlow, type FlowInput } from "./toFlow.ts";

const card = (kind: string, position: Pair, attributes: CardAttributes = {}): Card => ({
  id: newCardId(),
  kind,
  at: 0,
  position,
  text: `${kind} at ${position[0]}`,
  attributes,
  extra: {},
});
const link = (from: Card, to: Card): Link => ({
  id: newLinkId(),
  from: from.id,
  to: to.id,
  at: 0,
  polarity: "+",
  strength: 2,
  delay: false,
  label: "",
  attributes: {},
  extra: {},
});
const boardOf = (cards: readonly Card[], links: readonly Link[] = []): BoardSnapshot => ({
  cards: new Map(cards.map((each) => [each.id, each])),
  links: new Map(links.map((each) => [each.id, each])),
  comments: new Map(),
  skipped: 0,
});
const input = (snapshot: BoardSnapshot, part: Partial<FlowInput> = {}): FlowInput => ({
  snapshot,
  selection: new Set(),
  editing: undefined,
  focused: undefined,
  linkStart: undefined,
  locks: new Set(),
  moved: new Map(),
  lifted: new Set(),
  here: new Map(),
  lit: undefined,
  mounted: ALL_MOUNTED,
  isCarryPainted: false,
  ...part,
});

describe("the flow of a snapshot", () => {
  const [a, b, c] = [card("expectation", [0, 0]), card("factor", [500, 0]), card("note", [0, 500])];
  const ab = link(a, b);
  const bc = link(b, c);

  it("is the same, list and objects, when nothing changed", () => {
    const toFlow = createToFlow();
    const first = toFlow(input(boardOf([a, b, c], [ab, bc])));
    const second = toFlow(input(boardOf([a, b, c], [ab, bc])));
    expect([second.nodes === first.nodes, second.edges === first.edges]).toEqual([true, true]);
  });

  it("makes anew just the node of a card whose text changed, and the links that name it", () => {
    const toFlow = createToFlow();
    const first = toFlow(input(boardOf([a, b, c], [ab, bc])));
    const typed = { ...a, text: "more" };
    const second = toFlow(input(boardOf([typed, b, c], [ab, bc])));
    expect(second.nodes.map((node, i) => node === first.nodes[i])).toEqual([false, true, true]);
    expect(second.edges.map((edge, i) => edge === first.edges[i])).toEqual([false, true]);
    expect(second.edges[0]?.data?.ends.map(({ title }) => title)).toEqual(["more", "factor at 500"]);
  });

  it("leaves a link alone when only a card's body changed", () => {
    const toFlow = createToFlow();
    const first = toFlow(input(boardOf([a, b], [ab])));
    const second = toFlow(input(boardOf([{ ...a, text: `${a.text}\nwith a body` }, b], [ab])));
    expect(second.edges === first.edges).toBe(true);
  });

  it("shows a dragged card where it is carried, and no other is made anew", () => {
    const toFlow = createToFlow();
    toFlow(input(boardOf([a, b, c], [ab, bc])));
    const carried = (by: Pair) =>
      toFlow(input(boardOf([a, b, c], [ab, bc]), { moved: new Map([[c.id, by]]), lifted: new Set([c.id]) }));
    const first = carried([10, 0]);
    const second = carried([20, 5]);
    expect(second.nodes[2]).toMatchObject({ position: { x: 20, y: 505 }, className: "lifted", zIndex: 4_000 });
    expect(second.nodes.map((node, i) => node === first.nodes[i])).toEqual([true, true, false]);
    expect(second.edges[0] === first.edges[0]).toBe(true);
  });

  it("lets a dragged card's links choose their sides on the way", () => {
    const toFlow = createToFlow();
    const sides = (moved: ReadonlyMap<CardId, Pair>) => {
      const route = toFlow(input(boardOf([a, b], [ab]), { moved })).edges[0]?.data?.route;
      return [route?.from.side, route?.to.side];
    };
    expect(sides(new Map())).toEqual(["right", "left"]);
    expect(sides(new Map([[a.id, [1_200, 0]]]))).toEqual(["left", "right"]);
  });

  it("leaves out what is in the trash, with its links", () => {
    const gone = { ...b, attributes: { trashedAt: 1 } };
    const flow = createToFlow()(input(boardOf([a, gone, c], [ab, bc])));
    expect([flow.nodes.map(({ id }) => id), flow.edges]).toEqual([[a.id, c.id], []]);
  });

  it("leaves out a trashed link between cards that stay", () => {
    const flow = createToFlow()(input(boardOf([a, b], [{ ...ab, attributes: { trashedAt: 1 } }])));
    expect(flow.edges).toEqual([]);
  });

  it("gives width, height and where links are held, so that nothing has to be measured", () => {
    const [node] = createToFlow()(input(boardOf([b]))).nodes;
    expect(node).toMatchObject({
      width: 220,
      height: 138,
      measured: { width: 220, height: 138 },
      handles: [
        { type: "source", x: 110, y: 69 },
        { type: "target", x: 110, y: 69 },
      ],
    });
  });

  it("draws frames beneath everything, as plain cards without parents", () => {
    const frame = card("frame", [0, 0]);
    const inside = card("note", [20, 20], { frame: frame.id });
    const { nodes } = createToFlow()(input(boardOf([inside, frame]), { selection: new Set([frame.id]) }));
    expect(nodes.map(({ type, zIndex, parentId, position }) => ({ type, zIndex, parentId, position }))).toEqual([
      { type: "card", zIndex: 3_000, parentId: undefined, position: { x: 20, y: 20 } },
      { type: "frame", zIndex: 1_000, parentId: undefined, position: { x: 0, y: 0 } },
    ]);
  });

  it("keeps mounted the card that is edited and the one in focus, and lets neither a locked nor an edited card be dragged", () => {
    const locked = card("note", [0, 0], { locked: true });
    const { nodes } = createToFlow()(input(boardOf([a, b, locked]), { editing: a.id, focused: b.id }));
    expect(nodes.map(({ dragging, draggable }) => ({ dragging, draggable }))).toEqual([
      { dragging: true, draggable: false },
      { dragging: true, draggable: undefined },
      { dragging: false, draggable: false },
    ]);
  });
});
