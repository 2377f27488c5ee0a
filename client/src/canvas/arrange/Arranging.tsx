import { useStoreApi, ViewportPortal } from "@xyflow/react";
import { useEffect, useState, type RefObject } from "react";
import { useMayEdit, useUi } from "../house.ts";
import type { ActionContext } from "../action.ts";
import { PickDialogs } from "../PickDialogs.tsx";
import { PlaceBar } from "../PlaceBar.tsx";
import { useZoom } from "../view.ts";
import type { DragAids } from "../dragAids.ts";
import { seenBox } from "../far/window.ts";
import type { CanvasFlow } from "../useFlow.ts";
import type { Mover } from "../useMoving.ts";
import { createDragAids, NO_AID } from "./createDragAids.ts";
import { GroupLines } from "./GroupLines.tsx";
import { ResizeHandles } from "./ResizeHandles.tsx";
import { useClipboard, type ClipboardAnswers } from "./useClipboard.ts";
import { useLasso } from "./useLasso.ts";
import { useNudgesTold } from "./useNudgesTold.ts";
import css from "./Arranging.module.css";

export interface ArrangingProps extends ClipboardAnswers {
  readonly root: RefObject<HTMLElement | null>;
  readonly context: ActionContext;
  readonly mover: Mover;
  readonly isMoving: boolean;
  readonly flow: RefObject<CanvasFlow | undefined>;
  /** where the canvas finds what helps a dragging hand */
  readonly onAids: (aids: DragAids | undefined) => void;
}

/** What arranges the board by hand: lines that hold a drag, outlines of groups, handles of size, the loop, the clipboard. */
export const Arranging = ({ root, context, mover, isMoving, flow, onAids, onCut, onReadOnly }: ArrangingProps) => {
  const store = useStoreApi();
  const mayEdit = useMayEdit();
  const isLasso = useUi(({ tool }) => tool.type === "lasso");
  const [aid, setAid] = useState(NO_AID);
  useEffect(() => {
    const made = createDragAids({
      context,
      mover,
      places: () => flow.current?.places ?? raise(),
      sight: () => {
        if (flow.current?.isFar !== false) return undefined;
        const { transform, width, height } = store.getState();
        return { seen: seenBox(transform, width, height), zoom: transform[2] };
      },
      onAid: setAid,
    });
    onAids(made);
    return () => {
      made.cancel();
      onAids(undefined);
    };
  }, [context, mover, flow, onAids, store]);
  useNudgesTold(context, mover);
  useClipboard(root, context, { onCut, onReadOnly });
  const loop = useLasso(root, context, isLasso);
  const zoom = useZoom();
  return (
    <>
      <PlaceBar root={root} context={context} mover={mover} />
      <PickDialogs context={context} />
      <ViewportPortal>
        <GroupLines mover={mover} />
        <i data-arranging hidden />
        {aid.left.map(({ x, y, width, height }) => (
          <i
            key={`${x} ${y}`}
            className={css["left"]}
            style={{ left: x, top: y, width, height, borderWidth: 1.5 / zoom }}
          />
        ))}
        {aid.guides.map(({ axis, at, from, to }, i) => (
          <i
            // a line that goes elsewhere is cheaper than another one
            key={i}
            className={css["guide"]}
            data-guide={axis}
            style={{
              transform:
                axis === "x"
                  ? `translate(${at}px, ${from}px) scale(${1 / zoom}, ${to - from})`
                  : `translate(${from}px, ${at}px) scale(${to - from}, ${1 / zoom})`,
            }}
          />
        ))}
        {loop.length > 1 && (
          <svg className={css["loop"]} aria-hidden="true">
            <polygon points={loop.map((point) => point.join(",")).join(" ")} strokeWidth={1.5 / zoom} />
          </svg>
        )}
        {mayEdit && !isMoving && <ResizeHandles />}
      </ViewportPortal>
    </>
  );
};

const raise = (): never => {
  throw new Error("a drag begins on a canvas that shows something");
};
