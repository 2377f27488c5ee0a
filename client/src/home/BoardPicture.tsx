import { useMemo, useSyncExternalStore } from "react";
import type { BoardId } from "@palabre/shared/terms";
import { PICTURE, previewShapes } from "./previewShapes.ts";
import { PreviewShapes } from "./PreviewShapes.tsx";
import { keptPreview, readPreview } from "./readPreview.ts";
import { Silhouette } from "./Silhouette.tsx";
import css from "./BoardPicture.module.css";

/** A board from afar, as this device saw it last; silhouettes of the three kinds while it has seen nothing. */
export const BoardPicture = ({ board }: { readonly board: BoardId }) => {
  const kept = useSyncExternalStore(onOtherTab, () => keptPreview(board));
  const shapes = useMemo(() => {
    const preview = readPreview(kept);
    return preview && previewShapes(preview);
  }, [kept]);
  return (
    <svg
      className={css["picture"]}
      viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      {shapes ? (
        <PreviewShapes shapes={shapes} />
      ) : (
        <g opacity="0.55">
          <Silhouette kind="expectation" x={78} y={58} />
          <Silhouette kind="factor" x={145} y={58} />
          <Silhouette kind="strategy" x={212} y={58} />
        </g>
      )}
    </svg>
  );
};

/** Another tab that has the board open keeps a newer picture when it is left. */
const onOtherTab = (listener: () => void): (() => void) => {
  addEventListener("storage", listener);
  return () => removeEventListener("storage", listener);
};
