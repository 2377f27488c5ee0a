import { useMemo } from "react";
import type { TemplateFace } from "@palabre/shared/facilitation/library";
import { classes } from "../ui/index.ts";
import { previewShapes, type Picture } from "./previewShapes.ts";
import { PreviewShapes } from "./PreviewShapes.tsx";
import css from "./TemplatePicture.module.css";

/** Higher than a board's own tile: the frames of a workshop fill more than a screen. */
const PICTURE: Picture = { width: 288, height: 168, margin: 10 };

/** The board that a template makes, from afar. */
export const TemplatePicture = ({
  face,
  className,
}: {
  readonly face: TemplateFace;
  readonly className?: string | undefined;
}) => {
  const shapes = useMemo(() => previewShapes(face.preview, PICTURE), [face]);
  return (
    <svg
      className={classes(css["picture"], className)}
      viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`}
      aria-hidden="true"
    >
      <PreviewShapes shapes={shapes} />
    </svg>
  );
};
