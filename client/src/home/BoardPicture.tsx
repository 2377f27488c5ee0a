import { useMemo, useSyncExternalStore } from "react";
import type { BoardId, CardKind } from "@palabre/shared/terms";
import { PICTURE, previewShapes } from "./previewShapes.ts";
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
        <>
          {shapes.cards
            .filter(({ kind }) => kind === "frame")
            .map(({ path }) => (
              <path key={path} d={path} className={css["frame"]} />
            ))}
          {shapes.links.map(({ path, isHelping }) => (
            <path key={path} d={path} className={isHelping ? css["helps"] : css["hinders"]} />
          ))}
          {shapes.cards
            .filter(({ kind }) => kind !== "frame")
            .map(({ path, kind }) => (
              <path key={path} d={path} fill={`var(--${BLOCKS[kind] ?? "note"}-block)`} />
            ))}
        </>
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

/** The kinds that have a block colour of their own; the rest are paper. */
const BLOCKS: Partial<Record<CardKind, string>> = {
  expectation: "expectation",
  factor: "factor",
  strategy: "strategy",
  quote: "quote",
  resource: "quote",
};
