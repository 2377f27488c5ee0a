import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useText } from "../../i18n/index.ts";
import { useBoard, useSnapshot, useSpotlit, useUi } from "../../state/index.ts";
import type { DrawnPoint } from "./drawPlane.ts";
import type { PlanePoint, Reach } from "./planePoints.ts";
import { sharesOf } from "./planePoints.ts";
import { quadrantName } from "./planeWords.ts";
import { shortTitle } from "./titles.ts";
import { useGoTo } from "./useGoTo.ts";
import { useDrawPlane } from "./useDrawPlane.ts";
import { useWidth } from "../pieces/index.ts";
import css from "./PlaneChart.module.css";

const LABEL_LENGTH = 22;
const HEIGHT_PX = 226;

interface PlaneChartProps {
  readonly points: readonly PlanePoint[];
  readonly reach: Reach;
}

/** The plane as it is drawn, and a button on each of its points: one stop of the Tab key, arrows go from point to point. */
export const PlaneChart = ({ points, reach }: PlaneChartProps) => {
  const text = useText();
  const { t, percent, number } = text;
  const { ui } = useBoard();
  const { cards } = useSnapshot();
  const selection = useUi((state) => state.selection);
  const lit = useSpotlit()?.things.cards;
  const goTo = useGoTo();
  const frame = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const drawing = useDrawPlane();
  const [current, setCurrent] = useState(0);
  const [pointed, setPointed] = useState<number>();

  const drawn = useMemo(
    (): readonly DrawnPoint[] =>
      points.map(({ id, at, quadrant, facts: { rank, indirectRank } }) => {
        const title = shortTitle(cards.get(id), text, LABEL_LENGTH);
        const hasMoved =
          reach === "indirect" && rank !== undefined && indirectRank !== undefined && rank !== indirectRank;
        return {
          at,
          label: hasMoved
            ? `${title} ${t("analyse.ranks", { rank: number(rank), indirect: number(indirectRank) })}`
            : title,
          isOn: lit ? lit.includes(id) : selection.size > 0 ? selection.has(id) : quadrant === "relay",
          isBetween: quadrant === "between",
        };
      }),
    [points, cards, text, t, number, reach, lit, selection],
  );
  const words = useMemo(
    () => ({
      drivers: t("analyse.drivers"),
      relays: t("analyse.relays"),
      aside: t("analyse.aside"),
      results: t("analyse.results"),
      influence: t("analyse.influenceAxis"),
      dependence: t("analyse.dependenceAxis"),
    }),
    [t],
  );
  const { draw } = drawing;
  const plane = useMemo(
    () => (width > 0 ? draw?.(drawn, words, [width, HEIGHT_PX]) : undefined),
    [draw, drawn, words, width],
  );
  useEffect(() => {
    if (plane) picture.current?.replaceChildren(plane.element);
  }, [plane]);
  useEffect(() => () => ui.set({ pointed: undefined }), [ui]);

  const point = (i: number | undefined): void => {
    setPointed(i);
    ui.set({ pointed: i === undefined ? undefined : points[i]?.id });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (Math.min(current, points.length - 1) + step + points.length) % points.length;
    setCurrent(next);
    frame.current?.querySelectorAll<HTMLElement>("button")[next]?.focus();
  };
  const wordsOf = ({ id, quadrant, facts }: PlanePoint): string => {
    const [dependence, influence] = sharesOf(facts, reach);
    return t("analyse.point", {
      title: shortTitle(cards.get(id), text),
      quadrant: quadrantName(quadrant, text),
      influence: percent(influence),
      dependence: percent(dependence),
    });
  };
  if (drawing.isMissing) return <p className={css["missing"]}>{t("analyse.noChart")}</p>;
  const shown = pointed === undefined ? undefined : points[pointed];
  const shownAt = pointed === undefined ? undefined : plane?.places[pointed];
  return (
    <div ref={frame} className={css["frame"]} style={{ height: HEIGHT_PX }}>
      <div ref={picture} aria-hidden="true" />
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the buttons inside have the focus, one after the other */}
      <div role="toolbar" aria-label={t("analyse.points")} aria-orientation="vertical" onKeyDown={onKeyDown}>
        {plane?.places.map(([x, y], i) => {
          const of = points[i];
          return (
            of && (
              <button
                key={of.id}
                type="button"
                className={css["point"]}
                style={{ left: x, top: y }}
                tabIndex={i === Math.min(current, points.length - 1) ? 0 : -1}
                aria-label={wordsOf(of)}
                onClick={() => goTo(of.id)}
                onPointerEnter={() => point(i)}
                onPointerLeave={() => point(undefined)}
                onFocus={() => {
                  setCurrent(i);
                  point(i);
                }}
                onBlur={() => point(undefined)}
              />
            )
          );
        })}
      </div>
      {shown && shownAt && (
        <p
          className={css["tip"]}
          aria-hidden="true"
          style={{
            [shownAt[1] > HEIGHT_PX / 2 ? "bottom" : "top"]:
              shownAt[1] > HEIGHT_PX / 2 ? HEIGHT_PX - shownAt[1] + 14 : shownAt[1] + 14,
          }}
        >
          {wordsOf(shown)}
        </p>
      )}
    </div>
  );
};
