import type { Card, CardId, LinkId, Pair } from "@palabre/shared/terms";
import {
  useReactFlow,
  useStoreApi,
  type Edge,
  type EdgeChange,
  type Node,
  type NodeChange,
  type Viewport,
} from "@xyflow/react";
import { useEffect, useMemo, useRef, type MouseEvent, type PointerEvent, type RefObject } from "react";
import type { ActionContext } from "./action.ts";
import { boxOf } from "./box.ts";
import { addOrLetGo, goInto, take, takenWith, takeWhole } from "./choosing.ts";
import { framedBy, placeNew, selectionAfter } from "./fromFlow.ts";
import type { DragAids, HeldKeys } from "./dragAids.ts";
import type { MenuTarget } from "./menuItems.ts";
import { stateOf } from "./tool.ts";
import { onGivenUp } from "./giveUp.ts";
import { onceReleased } from "./onceReleased.ts";
import { sayLocked } from "./sayLocked.ts";
import { afterChoosing, withGroups } from "./taken.ts";
import { sayReadOnly } from "./useActionContext.ts";
import { findPainted } from "./far/findPainted.ts";
import type { CanvasFlow } from "./useFlow.ts";
import type { Mover } from "./useMoving.ts";
import { detailAt } from "./view.ts";
import { wipeMarquee } from "./wipeMarquee.ts";

interface Parts {
  readonly root: RefObject<HTMLElement | null>;
  readonly context: ActionContext;
  readonly mover: Mover;
  /** there once what helps a dragging hand is loaded */
  readonly aids: RefObject<DragAids | undefined>;
  /** what is painted, and where it lies */
  readonly far: RefObject<CanvasFlow | undefined>;
  readonly onMenu: (menu: { readonly x: number; readonly y: number; readonly target: MenuTarget }) => void;
  readonly onLabel: (link: LinkId) => void;
}

/** A drag is told by a mouse's or a finger's event; either says which keys are held. */
type Held = HeldKeys;

/** Nodes carry the ids of cards, edges those of links: they were made of them. */
const cardOf = ({ id }: Node) => id as CardId;
const linkOf = ({ id }: Edge) => id as LinkId;

/** What React Flow tells of the pointer, as commands. Handlers stay the same from one draw to the next. */
export function useFlowEvents({ root, context, mover, aids, far, onMenu, onLabel }: Parts) {
  const { screenToFlowPosition, getZoom: zoomOf } = useReactFlow();
  const store = useStoreApi();
  const marquee = useRef<{
    readonly from: Pair;
    readonly kept: ReadonlySet<CardId | LinkId>;
    readonly stopListening: () => void;
  }>(undefined);
  const pressed = useRef<{
    readonly pointer: number;
    readonly at: Pair;
    readonly chosen: ReadonlySet<CardId | LinkId>;
    readonly inGroup: string | undefined;
    readonly isAdding: boolean;
    readonly isOnGround: boolean;
  }>(undefined);
  const dragged = useRef<{ readonly from: Pair; readonly cards: readonly CardId[] }>(undefined);
  const refused = useRef<{ readonly x: number; readonly y: number; readonly say: () => void }>(undefined);
  useEffect(() => () => marquee.current?.stopListening(), []);
  return useMemo(() => {
    const { board } = context;
    const { commands, ui } = board;
    const hand = () => stateOf(ui.get().tool);
    const pointOf = (event: { readonly clientX: number; readonly clientY: number }): Pair => {
      const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
      return [x, y];
    };
    /** React Flow draws the marquee; what it frames is decided here, where frames are known from cards. */
    const frame = (event: PointerEvent) => {
      if (!marquee.current) return;
      const [[fromX, fromY], [toX, toY]] = [marquee.current.from, pointOf(event)];
      const box = {
        x: Math.min(fromX, toX),
        y: Math.min(fromY, toY),
        width: Math.abs(toX - fromX),
        height: Math.abs(toY - fromY),
      };
      const framed = withGroups(
        board.snapshot(),
        [...marquee.current.kept, ...framedBy(board.snapshot(), box)],
        ui.get().inGroup,
      );
      const before = ui.get().selection;
      if (framed.size !== before.size || [...framed].some((id) => !before.has(id))) commands.select(framed);
    };
    const choose = (changes: Parameters<typeof selectionAfter>[1]) => {
      // what is tapped one by one is told apart by the tool
      if (marquee.current || hand().isPicking === true) return;
      // React Flow lets go of everything at a click on the ground, though the hand adds to what is chosen
      if (pressed.current?.isAdding === true && pressed.current.isOnGround) return;
      const { selection: before, inGroup } = ui.get();
      // React Flow lets go what is in the page; what is not goes with it, unless the hand adds to what is chosen
      const isNew = pressed.current?.isAdding !== true && changes.some(({ selected }) => selected === true);
      const chosen = selectionAfter(isNew ? inPage(before) : before, changes);
      const after = afterChoosing(board.snapshot(), before, chosen, inGroup);
      if (after.size !== before.size || [...after].some((id) => !before.has(id))) take(board, after);
    };
    /** What of the chosen React Flow knows of. */
    const inPage = (things: ReadonlySet<CardId | LinkId>): ReadonlySet<CardId | LinkId> => {
      const flow = far.current;
      if (!flow) return things;
      const known = new Set<string>([...flow.nodes, ...flow.edges].map(({ id }) => id));
      return new Set([...things].filter((id) => known.has(id)));
    };
    /** A second click on a card of a group goes into the group; on any other it opens the text. */
    const goIn = (card: CardId) => {
      if (hand().isPicking === true) return;
      if (ui.get().tool.type !== "select" || !goInto(board, card)) write(card);
    };
    const write = (card: CardId) => {
      if (!board.mayEdit) return sayReadOnly(context);
      if (ui.get().tool.type !== "select" || hand().isPicking === true) return;
      if (board.isLocked(card)) return sayLocked(context, card);
      const shown = board.card(card);
      if (shown) context.view?.comeNear(boxOf(shown));
      commands.edit(card);
    };
    /** The menu of a thing is about the thing: it is chosen, unless it is one of several that are. */
    const openMenu = (event: MouseEvent | globalThis.MouseEvent, target: MenuTarget) => {
      event.preventDefault();
      // a finger that presses for long trembles, and may have begun to drag
      cancelDrag();
      if (target.type !== "ground" && !ui.get().selection.has(target.id)) takeWhole(board, target.id);
      onMenu({ x: event.clientX, y: event.clientY, target });
    };
    /** The card or link that is painted at a point, where it is not in the page. */
    const paintedAt = (point: Pair) =>
      far.current?.isFar === true ? findPainted(far.current, point, zoomOf()) : undefined;
    /** Why a card can't be dragged, in words; undefined when it can. */
    const refusalOf = ({ id }: Card): (() => void) | undefined => {
      if (!board.mayEdit) return () => sayReadOnly(context);
      if (!board.isLocked(id) || !hand().dragsCards) return undefined;
      return () => sayLocked(context, id);
    };
    const drop = (event: Held) => {
      dragged.current = undefined;
      if (aids.current) aids.current.drop(event);
      else mover.drop();
    };
    const endMarquee = () => {
      const ended = marquee.current;
      marquee.current = undefined;
      ended?.stopListening();
      return ended;
    };
    /** What was chosen before the marquee is chosen again. */
    const cancelMarquee = () => {
      if (!endMarquee() || !pressed.current) return;
      const { pointer, chosen, inGroup } = pressed.current;
      wipeMarquee(store, pointer);
      commands.select(chosen);
      ui.set({ inGroup });
    };
    const handlers = {
      onNodesChange: (changes: NodeChange[]) => choose(changes),
      onEdgesChange: (changes: EdgeChange[]) => choose(changes),
      onSelectionStart: () => {
        const { at, chosen, isAdding } = pressed.current ?? { at: [0, 0], chosen: new Set<CardId>(), isAdding: false };
        marquee.current = { from: at, kept: isAdding ? chosen : new Set(), stopListening: onGivenUp(cancelMarquee) };
      },
      onSelectionEnd: () => void endMarquee(),

      onNodeDragStart: (_: unknown, node: Node) => {
        mover.settle();
        // who holds Ctrl to drag freely lets nothing go by it
        const chosen = pressed.current?.chosen;
        if (chosen?.has(cardOf(node)) === true && !ui.get().selection.has(cardOf(node))) commands.select(chosen);
        const cards = takenWith(board, cardOf(node));
        const begun = { from: [node.position.x, node.position.y], cards } as const;
        dragged.current = begun;
        aids.current?.begin(cards);
        // of a card that went from under the hand, React Flow tells no end
        onceReleased((event) => {
          if (dragged.current === begun) drop(event);
        });
      },
      onNodeDrag: (event: Held, node: Node) => {
        if (!dragged.current) return;
        const { from, cards } = dragged.current;
        const by: Pair = [node.position.x - from[0], node.position.y - from[1]];
        if (aids.current) aids.current.show(by, event);
        else mover.show(cards, by);
      },
      onNodeDragStop: (event: Held) => drop(event),

      onNodeClick: (_: MouseEvent, node: Node) => hand().onCard?.(context, cardOf(node)),
      onNodeDoubleClick: (_: MouseEvent, node: Node) => goIn(cardOf(node)),
      onNodeContextMenu: (event: MouseEvent, node: Node) => openMenu(event, { type: "card", id: cardOf(node) }),
      onEdgeDoubleClick: (_: MouseEvent, edge: Edge) => {
        if (!board.mayEdit) return sayReadOnly(context);
        if (board.isLocked(linkOf(edge))) return sayLocked(context, linkOf(edge));
        commands.select([linkOf(edge)]);
        onLabel(linkOf(edge));
      },
      onEdgeContextMenu: (event: MouseEvent, edge: Edge) => openMenu(event, { type: "link", id: linkOf(edge) }),
      onPaneClick: (event: MouseEvent) => {
        if (event.detail > 1) return;
        const found = paintedAt(pointOf(event));
        const isChoosing = ui.get().tool.type === "select";
        if (found && isChoosing)
          return pressed.current?.isAdding === true ? addOrLetGo(board, found.id) : takeWhole(board, found.id);
        if (found?.type === "card" && hand().onCard) return hand().onCard?.(context, found.id);
        // what is not in the page is let go here: React Flow knows nothing of it
        if (isChoosing && !pressed.current?.isAdding && ui.get().selection.size > 0) take(board, new Set());
        hand().onGround?.(context, pointOf(event));
      },
      onPaneContextMenu: (event: MouseEvent | globalThis.MouseEvent) =>
        openMenu(event, paintedAt(pointOf(event)) ?? { type: "ground", at: pointOf(event) }),
      onDoubleClick: (event: MouseEvent) => {
        if (!isGround(event.target) || ui.get().tool.type !== "select") return;
        const found = paintedAt(pointOf(event));
        if (found?.type === "card") return goIn(found.id);
        if (!board.mayEdit) return sayReadOnly(context);
        const id = commands.addCard(placeNew(board.snapshot(), board.kindToAdd("expectation"), pointOf(event)));
        const card = id && board.card(id);
        if (card) context.view?.comeNear(boxOf(card));
      },

      onMove: (_: unknown, { zoom }: Viewport) => {
        const detail = detailAt(zoom);
        if (root.current?.getAttribute("data-lod") !== detail) root.current?.setAttribute("data-lod", detail);
      },
      onMoveEnd: (_: unknown, { zoom }: Viewport) => ui.set({ zoom }),

      onPointerDownCapture: (event: PointerEvent) => {
        pressed.current = {
          pointer: event.pointerId,
          at: pointOf(event),
          chosen: ui.get().selection,
          inGroup: ui.get().inGroup,
          isAdding: event.shiftKey || event.ctrlKey || event.metaKey || hand().isPicking === true,
          isOnGround: isGround(event.target),
        };
        const element = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-card]") : null;
        // cards carry their own ids
        const card = element && board.card(element.dataset["card"] as CardId);
        const say = card && refusalOf(card);
        refused.current = say ? { x: event.clientX, y: event.clientY, say } : undefined;
      },
      onPointerMove: (event: PointerEvent) => {
        if (event.pointerType === "mouse" || ui.get().tool.type === "laser") commands.showCursor(pointOf(event));
        frame(event);
        if (!refused.current || event.buttons === 0) return;
        const { x, y, say } = refused.current;
        if (Math.hypot(event.clientX - x, event.clientY - y) < DRAG_PX) return;
        refused.current = undefined;
        say();
      },
      onPointerLeave: () => commands.showCursor(undefined),
    };
    /** A second finger is another gesture, and so is the menu: what the hand carried goes back. */
    const cancelDrag = () => {
      dragged.current = undefined;
      if (aids.current) aids.current.cancel();
      else mover.cancel();
      cancelMarquee();
    };
    return { handlers, cancelDrag };
  }, [context, mover, aids, far, onLabel, onMenu, root, screenToFlowPosition, store, zoomOf]);
}

const isGround = (target: EventTarget | null): boolean =>
  target instanceof Element && target.classList.contains("react-flow__pane");

/** Who drags a card further than this meant to move it. */
const DRAG_PX = 12;
