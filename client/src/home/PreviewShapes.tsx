import type { CardKind } from "@palabre/shared/terms";
import type { Shapes } from "./previewShapes.ts";
import css from "./PreviewShapes.module.css";

/** The shapes of a board from afar, drawn inside an `svg`: frames beneath, links, then cards. */
export const PreviewShapes = ({ shapes: { cards, links } }: { readonly shapes: Shapes }) => (
  <>
    {cards
      .filter(({ kind }) => kind === "frame")
      .map(({ path }) => (
        <path key={path} d={path} className={css["frame"]} />
      ))}
    {links.map(({ path, isHelping }) => (
      <path key={path} d={path} className={isHelping ? css["helps"] : css["hinders"]} />
    ))}
    {cards
      .filter(({ kind }) => kind !== "frame")
      .map(({ path, kind }) => (
        <path key={path} d={path} fill={`var(--${BLOCKS[kind] ?? "note"}-block)`} />
      ))}
  </>
);

/** The kinds that have a block colour of their own; the rest are paper. */
const BLOCKS: Partial<Record<CardKind, string>> = {
  expectation: "expectation",
  factor: "factor",
  strategy: "strategy",
  quote: "quote",
  resource: "quote",
};
