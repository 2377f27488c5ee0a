import type { CardId, LinkId } from "@palabre/shared/terms";
import { ReactFlow, ReactFlowProvider, SelectionMode, useKeyPress } from "@xyflow/react";
import "@xyflow/react/dist/base.css";
import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from "react";
import { useText, withTexts } from "../i18n/index.ts";
import { useBoard, useStatus, useUi, useMayEdit } from "../state/index.ts";
import { classes, ContextMenu, later } from "../ui/index.ts";
import { CanvasContext, type Canvas } from "./canvasContext.ts";
import { CardNode } from "./CardNode.tsx";
import { Cursors } from "./Cursors.tsx";
import type { DragAids } from "./dragAids.ts";
import { EmptyBoard } from "./EmptyBoard.tsx";
import { besideOf, kindAfter, placeNew } from "./fromFlow.ts";
import { usePointed } from "./far/usePointed.ts";
import { GivenSizes } from "./GivenSizes.tsx";
import { FrameNode } from "./FrameNode.tsx";
import { LinkDraftLine } from "./LinkDraftLine.tsx";
import { LinkEdge } from "./LinkEdge.tsx";
import { loadActions } from "./loadActions.ts";
import { menuItems, type MenuTarget } from "./menuItems.ts";
import { throwAway } from "./throwAway.ts";
import { stateOf } from "./tool.ts";
import { ToolHint } from "./ToolHint.tsx";
import { sayReadOnly, useActionContext } from "./useActionContext.ts";
import { useFirstViewport } from "./useFirstViewport.ts";
import { useFlow, type CanvasFlow } from "./useFlow.ts";
import { useFlowEvents } from "./useFlowEvents.ts";
import { useFocusedCard } from "./useFocusedCard.ts";
import { useGoneThings } from "./useGoneThings.ts";
import { useKeys } from "./useKeys.ts";
import { useLaser } from "./useLaser.ts";
import { useLinkDraft } from "./useLinkDraft.ts";
import { useMiddleKept } from "./useMiddleKept.ts";
import { useMoving } from "./useMoving.ts";
import { usePaste } from "./usePaste.ts";
import { useIsFinger } from "./useIsFinger.ts";
import { usePinch } from "./usePinch.ts";
import { useTouch } from "./useTouch.ts";
import { useWrittenInView } from "./useWrittenInView.ts";
import { useView } from "./useView.ts";
import { boxOf } from "./box.ts";
import { detailAt, ZOOM, type Viewport } from "./view.ts";
import { ZoomBar } from "./ZoomBar.tsx";
import css from "./BoardCanvas.module.css";

/** The board as a canvas: everything that lies on it, and every way to act on it. Stands inside a `BoardContext`. */
export const BoardCanvas = () => {
  const root = useRef<HTMLDivElement>(null);
  const isLoading = useStatus().type === "loading";
  const viewport = useFirstViewport(root, isLoading);
  return (
    // places on a board are counted from its left, whatever way its people write
    <div ref={root} dir="ltr" className={css["ground"]} data-lod={detailAt(viewport?.zoom ?? 1)} data-canvas>
      {viewport && (
        <ReactFlowProvider>
          <Surface root={root} viewport={viewport} />
        </ReactFlowProvider>
      )}
    </div>
  );
};

/** The board is seen before these are: they are fetched beside it. */
const Minimap = later(async () => (await import("./Minimap.tsx")).Minimap);
const DrawLayer = later(async () => (await import("./draw/index.ts")).DrawLayer);
const ReadingOrder = later(async () => (await withTexts(["reading"], () => import("./ReadingOrder.tsx"))).ReadingOrder);
/** Few boards are so large that they are painted. */
const FarLayer = later(async () => (await import("./FarLayer.tsx")).FarLayer);
/** A board is seen before it is arranged. */
const Arranging = later(async () => (await loadActions()).Arranging);
/** Nothing is chosen when a board opens. */
const fetchSelectionBar = () => withTexts(["arrange"], () => import("./SelectionBar.tsx"));
const SelectionBar = later(async () => (await fetchSelectionBar()).SelectionBar);
const NODES = { card: CardNode, frame: FrameNode };
const EDGES = { link: LinkEdge };
/** Pixels that a pointer may tremble while it clicks. */
const CLICK_PX = 4;
const ADD_KEYS = ["Shift", "Control", "Meta"];
const DESCRIPTION = "canvas-keys";

interface SurfaceProps {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly viewport: Viewport;
}
const Surface = ({ root, viewport }: SurfaceProps) => {
  const { t } = useText();
  const board = useBoard();
  const mayEdit = useMayEdit();
  const context = useActionContext();
  const tool = useUi((ui) => ui.tool);
  const [menu, setMenu] = useState<{ readonly x: number; readonly y: number; readonly target: MenuTarget }>();
  const [labelling, setLabelling] = useState<LinkId>();
  const isLabelled = useUi(
    ({ selection }) => labelling !== undefined && selection.size === 1 && selection.has(labelling),
  );
  // a link that is let go and chosen again, or may be changed again, shows all that it has
  if (labelling !== undefined && !(isLabelled && mayEdit)) setLabelling(undefined);

  const [moving, mover] = useMoving(context);
  const { focused, focusedNow, setFocused, comeBack, ...focus } = useFocusedCard(root, context);
  const view = useView({ root, mover, focused: focusedNow, setFocused, onLabel: setLabelling });
  const far = useRef<CanvasFlow>(undefined);
  const pointed = usePointed(root, far);
  const flow = useFlow(moving, focused, pointed);
  const { nodes, edges } = flow;
  useEffect(() => void (far.current = flow), [flow]);
  const { draft, begin } = useLinkDraft(context, far);
  const aids = useRef<DragAids>(undefined);
  const setAids = useCallback((given: DragAids | undefined) => void (aids.current = given), []);
  const clipboard = useMemo(
    () => ({
      onCut: (cards: readonly CardId[]) => throwAway(context, { cards, links: [] }),
      onReadOnly: () => sayReadOnly(context),
    }),
    [context],
  );
  const events = useFlowEvents({ root, context, mover, aids, far, onMenu: setMenu, onLabel: setLabelling });
  useGoneThings();
  useMiddleKept();
  useWrittenInView(board, view);
  // the connection may be gone when something is chosen; if it can't be fetched now, it is asked for again then
  useEffect(() => void fetchSelectionBar().catch(() => undefined), []);
  useLaser();
  useKeys(root, context);
  const isFinger = useIsFinger();
  usePinch(root, events.cancelDrag);
  useTouch(
    root,
    useCallback(() => stateOf(board.ui.get().tool).onCard === undefined, [board]),
  );
  const pasteNow = usePaste(root, context);

  const canvas = useMemo(
    (): Canvas => ({
      goOn: (from, way) => {
        const card = board.card(from);
        if (!card) return;
        const kind = way === "below" && card.kind === "frame" ? "frame" : kindAfter(card.kind);
        const middle = besideOf(board.snapshot(), card, kind, way);
        const isLinked = way !== "below" && card.kind !== "frame";
        const id = board.commands.addCard({
          ...placeNew(board.snapshot(), kind, middle),
          ...(isLinked && (way === "right" ? { from } : { to: from })),
        });
        const made = id && board.card(id);
        if (made) view.comeNear(boxOf(made));
      },
      focusCard: view.focusCard,
      startLink: begin,
    }),
    [board, view, begin],
  );

  const words = useMemo(() => {
    const keys = mayEdit ? t("canvas.keys") : t("canvas.keysForViewers");
    return { "node.a11yDescription.default": keys, "edge.a11yDescription.default": keys };
  }, [mayEdit, t]);
  const hand = stateOf(tool);
  // it moves the view wherever a drag begins; what is dragged already goes on
  const isSpaceHeld = useKeyPress("Space", OUTSIDE_FIELDS) && !mover.isDragging();
  // who only watches has nothing to frame: a drag moves the view
  // and so does a finger, unless it was asked to choose
  const isHeld = !mayEdit || (isFinger && hand.isPicking !== true);
  const pans = hand.dragsGround === "pans" || (isHeld && hand.dragsGround !== "nothing");
  const isEmpty = flow.drawn.cards.size === 0;
  return (
    <CanvasContext value={canvas}>
      {(flow.isFar || flow.isCarryPainted) && <FarLayer flow={flow} moving={moving} mover={mover} />}
      <GivenSizes />
      <ReactFlow
        className={classes(css["flow"], css[isSpaceHeld ? "grab" : hand.cursor], isEmpty && css["empty"])}
        aria-label={t("canvas.name")}
        aria-describedby={DESCRIPTION}
        data-moves-view={isSpaceHeld || undefined}
        {...focus}
        nodes={nodes as never}
        edges={edges as never}
        nodeTypes={NODES}
        edgeTypes={EDGES}
        defaultViewport={viewport}
        minZoom={ZOOM.least}
        maxZoom={ZOOM.most}
        onlyRenderVisibleElements
        zIndexMode="manual"
        nodesDraggable={mayEdit && hand.dragsCards && !isSpaceHeld}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={mayEdit ? "Shift" : null}
        multiSelectionKeyCode={ADD_KEYS}
        selectionOnDrag={!pans && hand.dragsGround === "chooses"}
        selectionMode={SelectionMode.Partial}
        // a finger has no middle button, and would move the view while it frames
        panOnDrag={isSpaceHeld || (pans ? PAN_ANY : !isFinger && PAN_MIDDLE)}
        // its own watch on Space would keep the key from all others
        panActivationKeyCode={null}
        panOnScroll
        panOnScrollSpeed={1}
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        nodeDragThreshold={CLICK_PX}
        nodeClickDistance={CLICK_PX}
        paneClickDistance={CLICK_PX}
        elementsSelectable
        elevateNodesOnSelect={false}
        proOptions={PLAIN}
        ariaLabelConfig={words}
        {...events.handlers}
      >
        <Cursors />
        <ReadingOrder />
        <Arranging
          root={root}
          context={context}
          mover={mover}
          isMoving={moving !== undefined}
          flow={far}
          onAids={setAids}
          {...clipboard}
        />
        {draft && <LinkDraftLine draft={draft} />}
      </ReactFlow>
      <p id={DESCRIPTION} hidden>
        {words["node.a11yDescription.default"]}
      </p>
      {isEmpty && tool.type === "select" && <EmptyBoard isFinger={isFinger} onPaste={pasteNow} />}
      {moving === undefined && draft === undefined && <SelectionBar labelling={labelling} onLabel={setLabelling} />}
      {mayEdit && (tool.type === "draw" || tool.type === "erase") && (
        <DrawLayer tool={tool.type} context={context} far={far} />
      )}
      <ToolHint />
      {!isEmpty && <Minimap />}
      <ZoomBar />
      <ContextMenu
        label={t("canvas.menu")}
        items={menu ? menuItems(menu.target, context) : []}
        at={menu}
        onClose={() => setMenu(undefined)}
        onGone={comeBack}
      />
    </CanvasContext>
  );
};
const PAN_ANY = [0, 1];
const PAN_MIDDLE = [1];
/** Space chooses the card that has the keyboard, too: watching it keeps it from nobody. */
const OUTSIDE_FIELDS = { actInsideInputWithModifier: false, preventDefault: false };
const PLAIN = { hideAttribution: true };
