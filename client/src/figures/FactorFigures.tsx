import type { Annotation, Reading } from "@palabre/shared/terms";
import { useText, type Text } from "../i18n/index.ts";
import { Figure } from "./Figure.tsx";
import { MiniPlane } from "./MiniPlane.tsx";
import { axisOf, quadrantOf, readingOf } from "./readings.ts";
import { quadrantWord, rankWords } from "./words.ts";
import css from "./CardFigures.module.css";

/** How much of the map it moves and how much moves it, and its rank among the factors. */
export const FactorFigures = ({ annotation }: { readonly annotation: Annotation }) => {
  const text = useText();
  const influence = readingOf(annotation, "influence");
  const dependence = readingOf(annotation, "dependence");
  if (influence?.state !== "known" || dependence?.state !== "known") return null;
  const rank = rankWords(influence, text);
  return (
    <>
      <span className={css["row"]}>
        <Figure value={shareWords(influence, text)} label={text.t("figures.influence")} />
        <Figure value={shareWords(dependence, text)} label={text.t("figures.dependence")} />
        <PlaneOf influence={influence} dependence={dependence} />
      </span>
      {rank !== undefined && (
        <span className={css["foot"]}>
          <b>{rank}</b>
        </span>
      )}
    </>
  );
};

/** The plane of one factor; nothing while there is nothing to compare it with. */
export const PlaneOf = ({
  influence,
  dependence,
  size,
}: {
  readonly influence: Reading;
  readonly dependence: Reading;
  readonly size?: number;
}) => {
  const text = useText();
  const quadrant = quadrantOf(influence, dependence);
  const x = axisOf(dependence);
  const y = axisOf(influence);
  if (quadrant === undefined || x === undefined || y === undefined) return null;
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
