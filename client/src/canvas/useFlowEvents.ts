import type { Card, CardId, LinkId, Pair } from "@palabre/shared/terms";
import { useReactFlow, type Edge, type EdgeChange, type Node, type NodeChange, type Viewport } from "@xyflow/react";
import { useMemo, useRef, type MouseEvent, type PointerEvent, type RefObject } from "react";
import { selectedCards, type ActionContext } from "./action.ts";
import { boxOf } from "./box.ts";
import { framedBy, placeNew, selectionAfter } from "./fromFlow.ts";
import type { MenuTarget } from "./menuItems.ts";
import { stateOf } from "./tool.ts";
import { sayLocked } from "./sayLocked.ts";
import { sayReadOnly } from "./useActionContext.ts";
import { findPainted } from "./far/findPainted.ts";
import type { CanvasFlow } from "./useFlow.ts";
import type { Mover } from "./useMoving.ts";
import { detailAt } from "./view.ts";

interface Parts {
  readonly root: RefObject<HTMLElement | null>;
  readonly context: ActionContext;
  readonly mover: Mover;
  /** what is painted, and where it lies */
  readonly far: RefObject<CanvasFlow | undefined>;
  readonly onMenu: (menu: { readonly x: number; readonly y: number; readonly target: MenuTarget }) => void;
  readonly onLabel: (link: LinkId) => void;
}

/** Nodes carry the ids of cards, edges those of links: they were made of them. */
const cardOf = ({ id }: Node) => id as CardId;
const linkOf = ({ id }: Edge) => id as LinkId;

/** What React Flow tells of the pointer, as commands. Handlers stay the same from one draw to the next. */
export function useFlowEvents({ root, context, mover, far, onMenu, onLabel }: Parts) {
  const { screenToFlowPosition, getZoom: zoomOf } = useReactFlow();
  const marquee = useRef<{ readonly from: Pair; readonly kept: ReadonlySet<CardId | LinkId> }>(undefined);
  const pressed = useRef<{
    readonly at: Pair;
    readonly chosen: ReadonlySet<CardId | LinkId>;
    readonly isAdding: boolean;
  }>(undefined);
  const dragFrom = useRef<Pair>(undefined);
  const refused = useRef<{ readonly x: number; readonly y: number; readonly say: () => void }>(undefined);
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
      const framed = new Set([...marquee.current.kept, ...framedBy(board.snapshot(), box)]);
      const before = ui.get().selection;
      if (framed.size !== before.size || [...framed].some((id) => !before.has(id))) commands.select(framed);
    };
    const choose = (changes: Parameters<typeof selectionAfter>[1]) => {
      if (marquee.current) return;
      const before = ui.get().selection;
      const after = selectionAfter(before, changes);
      if (after !== before) commands.select(after);
    };
    const write = (card: CardId) => {
      if (!board.mayEdit) return sayReadOnly(context);
      if (ui.get().tool.type !== "select") return;
      if (board.isLocked(card)) return sayLocked(context, card);
      const shown = board.card(card);
      if (shown) context.view?.comeNear(boxOf(shown));
      commands.edit(card);
    };
    /** The menu of a thing is about the thing: it is chosen, unless it is one of several that are. */
    const openMenu = (event: MouseEvent | globalThis.MouseEvent, target: MenuTarget) => {
      event.preventDefault();
      if (target.type !== "ground" && !ui.get().selection.has(target.id)) commands.select([target.id]);
      onMenu({ x: event.clientX, y: event.clientY, target });
    };
    /** What goes with a card that is dragged: all that is chosen, in the page or not, when the card is. */
    const takenWith = (card: CardId): readonly CardId[] =>
      ui.get().selection.has(card) ? selectedCards(board).filter((id) => id === card || !board.isLocked(id)) : [card];
    /** The card or link that is painted at a point, where it is not in the page. */
    const paintedAt = (point: Pair) =>
      far.current?.isFar === true ? findPainted(far.current, point, zoomOf()) : undefined;
    /** Why a card can't be dragged, in words; undefined when it can. */
    const refusalOf = ({ id }: Card): (() => void) | undefined => {
      if (!board.mayEdit) return () => sayReadOnly(context);
      if (!board.isLocked(id) || !hand().dragsCards) return undefined;
      return () => sayLocked(context, id);
    };
    const handlers = {
      onNodesChange: (changes: NodeChange[]) => choose(changes),
      onEdgesChange: (changes: EdgeChange[]) => choose(changes),
      onSelectionStart: () => {
        const { at, chosen, isAdding } = pressed.current ?? { at: [0, 0], chosen: new Set<CardId>(), isAdding: false };
        marquee.current = { from: at, kept: isAdding ? chosen : new Set() };
      },
      onSelectionEnd: () => void (marquee.current = undefined),

      onNodeDragStart: (_: unknown, node: Node) => {
        mover.settle();
        dragFrom.current = [node.position.x, node.position.y];
      },
      onNodeDrag: (_: unknown, node: Node) => {
        if (!dragFrom.current) return;
        const [x, y] = dragFrom.current;
        mover.show(takenWith(cardOf(node)), [node.position.x - x, node.position.y - y]);
      },
      onNodeDragStop: () => {
        dragFrom.current = undefined;
        mover.drop();
      },

      onNodeClick: (_: MouseEvent, node: Node) => hand().onCard?.(context, cardOf(node)),
      onNodeDoubleClick: (_: MouseEvent, node: Node) => write(cardOf(node)),
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
        if (found && ui.get().tool.type === "select") return commands.select([found.id]);
        if (found?.type === "card" && hand().onCard) return hand().onCard?.(context, found.id);
        hand().onGround?.(context, pointOf(event));
      },
      onPaneContextMenu: (event: MouseEvent | globalThis.MouseEvent) =>
        openMenu(event, paintedAt(pointOf(event)) ?? { type: "ground", at: pointOf(event) }),
      onDoubleClick: (event: MouseEvent) => {
        const isGround = event.target instanceof Element && event.target.classList.contains("react-flow__pane");
        if (!isGround || ui.get().tool.type !== "select") return;
        const found = paintedAt(pointOf(event));
        if (found?.type === "card") return write(found.id);
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
        pressed.current = { at: pointOf(event), chosen: ui.get().selection, isAdding: event.shiftKey };
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
    /** A second finger is another gesture: what the first one carried goes back. */
    const cancelDrag = () => {
      dragFrom.current = undefined;
      mover.cancel();
    };
    return { handlers, cancelDrag };
  }, [context, mover, far, onLabel, onMenu, root, screenToFlowPosition, zoomOf]);
}
/** Who drags a card further than this meant to move it. */
const DRAG_PX = 12;
