import type { Annotation, Reading } from "@palabre/shared/terms";
import { FigureRow, figureOf, loopsWords, ordinalOf, PlaneOf, quadrantWord, shareWords } from "../figures/index.ts";
import { useText } from "../i18n/index.ts";
import { kindsOfLoops } from "./loopKinds.ts";
import { WhyIndirect, WhyInfluence, WhyLoops, WhyQuadrant } from "./MapReasons.tsx";
import css from "./CardReadings.module.css";

interface RowProps {
  readonly reading: Reading;
  readonly annotation: Annotation;
}

/** What a factor moves, or what moves it. */
export const InfluenceRow = ({ reading, annotation }: RowProps) => {
  const text = useText();
  const { t } = text;
  const isInfluence = reading.measure === "influence";
  return (
    <FigureRow
      label={isInfluence ? t("reasons.influence") : t("reasons.dependence")}
      value={shareWords(reading, text)}
      picture={isInfluence && <PlaneOf annotation={annotation} />}
      note={
        <>
          {reading.rank !== undefined &&
            t("reasons.rank", { rank: ordinalOf(reading.rank, text), of: reading.of ?? 0 })}
          <span className={css["line"]}>{t("panel.links", { n: reading.n })}</span>
        </>
      }
      why={<WhyInfluence reading={reading} paths={isInfluence ? (annotation.paths ?? []) : []} />}
      figure={figureOf(reading)}
    />
  );
};

/** What a factor moves when what it moves moves others. */
export const IndirectRow = ({ reading }: Pick<RowProps, "reading">) => {
  const text = useText();
  const { t } = text;
  const { rank, directRank, of = 0 } = reading;
  return (
    <FigureRow
      label={t("reasons.indirect")}
      value={text.percent(reading.value ?? 0)}
      note={
        rank === undefined
          ? ""
          : directRank === undefined || directRank === rank
            ? t("reasons.rank", { rank: ordinalOf(rank, text), of })
            : t("reasons.fromTo", { from: ordinalOf(directRank, text), to: ordinalOf(rank, text) })
      }
      why={<WhyIndirect reading={reading} />}
      figure={figureOf(reading)}
    />
  );
};

/** What influence and dependence make of a factor. */
export const QuadrantRow = ({ reading }: Pick<RowProps, "reading">) => {
  const text = useText();
  return (
    <FigureRow
      label={text.t("reasons.quadrant")}
      value={
        <span className={css["word"]}>
          {reading.quadrant === undefined ? "" : quadrantWord(reading.quadrant, text)}
        </span>
      }
      note={text.t("reasons.margin", { margin: text.percent(reading.value ?? 0) })}
      why={<WhyQuadrant reading={reading} />}
      figure={figureOf(reading)}
    />
  );
};

/** The feedback loops that a card is in. */
export const LoopsRow = ({ reading }: Pick<RowProps, "reading">) => {
  const text = useText();
  return (
    <FigureRow
      label={text.t("reasons.loops")}
      value={<span className={css["word"]}>{loopsWords(reading, text)}</span>}
      note={kindsOfLoops(reading, text)}
      why={<WhyLoops reading={reading} />}
      figure={figureOf(reading)}
    />
  );
};
