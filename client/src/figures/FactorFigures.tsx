import type { Annotation, Reading } from "@palabre/shared/terms";
import { useText, type Text } from "../i18n/index.ts";
import { Figure } from "./Figure.tsx";
import { MiniPlane } from "./MiniPlane.tsx";
import { axisOf, readingOf } from "./readings.ts";
import { loopsWords, quadrantWord, rankWords } from "./words.ts";
import css from "./CardFigures.module.css";

/** How much of the map it moves and how much moves it, what that makes of it, and the loops it is in. */
export const FactorFigures = ({ annotation }: { readonly annotation: Annotation }) => {
  const text = useText();
  const influence = readingOf(annotation, "influence");
  const dependence = readingOf(annotation, "dependence");
  if (influence?.state !== "known" || dependence?.state !== "known") return null;
  const quadrant = readingOf(annotation, "quadrant")?.quadrant;
  const word = quadrant === undefined ? rankWords(influence, text) : quadrantWord(quadrant, text);
  const loops = loopsWords(readingOf(annotation, "loops"), text);
  return (
    <>
      <span className={css["row"]}>
        <Figure value={shareWords(influence, text)} label={text.t("figures.influence")} />
        <Figure value={shareWords(dependence, text)} label={text.t("figures.dependence")} />
        <PlaneOf annotation={annotation} />
      </span>
      {(word !== undefined || loops !== undefined) && (
        <span className={css["foot"]}>
          <b>{word}</b>
          <small>{loops}</small>
        </span>
      )}
    </>
  );
};

/** The plane of one factor; nothing while there is nothing to compare it with. */
export const PlaneOf = ({ annotation, size }: { readonly annotation: Annotation; readonly size?: number }) => {
  const text = useText();
  const influence = readingOf(annotation, "influence");
  const dependence = readingOf(annotation, "dependence");
  const quadrant = readingOf(annotation, "quadrant")?.quadrant;
  const x = axisOf(dependence);
  const y = axisOf(influence);
  if (quadrant === undefined || !influence || !dependence || x === undefined || y === undefined) return null;
  const label = text.t("figures.plane", {
    influence: shareWords(influence, text),
    dependence: shareWords(dependence, text),
    quadrant: quadrantWord(quadrant, text),
  });
  return <MiniPlane x={x} y={y} label={label} {...(size === undefined ? {} : { size })} />;
};

/** A sum of strengths as a part of the whole; the bare sum while there is no whole to compare with. */
export const shareWords = (
  { share, value }: Pick<Reading, "share" | "value">,
  { percent, number }: Pick<Text, "percent" | "number">,
): string => (share === undefined ? number(value ?? 0) : percent(share));
