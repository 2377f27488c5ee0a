import type { Choice } from "@palabre/shared/analysis/decision";
import { useEffect, useMemo, useRef, type KeyboardEvent } from "react";
import { useText } from "../../i18n/index.ts";
import { useSnapshot } from "../../state/index.ts";
import { BareButton } from "../../ui/index.ts";
import { amountWords, namesOf } from "./choiceWords.ts";
import { drawFrontier, HEIGHT_PX } from "./drawFrontier.ts";
import { plainOf } from "./titles.ts";
import { useWidth } from "../pieces/index.ts";
import css from "./Choice.module.css";

interface FrontierChartProps {
  readonly choice: Choice;
  readonly budget: number;
  /** the group's budget, when it is in the same unit */
  readonly group: number | undefined;
  readonly onTry: (amount: number) => void;
}

/** Costs and values that nothing beats, and a button on each: one stop of the Tab key, arrows go from point to point. */
export const FrontierChart = ({ choice, budget, group, onTry }: FrontierChartProps) => {
  const text = useText();
  const { t, number } = text;
  const { cards } = useSnapshot();
  const frame = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const { frontier, unit } = choice;
  // a hundredth of a cent is what is left of adding up
  const chosen = frontier.findLastIndex(({ cost }) => cost <= budget + 1e-6);
  const most = Math.max(frontier.at(-1)?.cost ?? 0, budget, group ?? 0);
  const drawn = useMemo(
    () =>
      width === 0
        ? undefined
        : drawFrontier(
            frontier,
            { chosen: chosen < 0 ? undefined : chosen, budget, group, most },
            {
              cost: t("choice.cost"),
              value: t("choice.value"),
              costWords: (cost) => number(cost),
              valueWords: (value) => number(value, { digits: 1 }),
            },
            width,
          ),
    [width, frontier, chosen, budget, group, most, t, number],
  );
  useEffect(() => {
    if (drawn) picture.current?.replaceChildren(drawn.element);
  }, [drawn]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    const next = event.key === "Home" ? 0 : event.key === "End" ? frontier.length - 1 : chosen + (step ?? 0);
    const point = frontier[next];
    if (next === chosen || point === undefined) return;
    event.preventDefault();
    onTry(point.cost);
    frame.current?.querySelectorAll<HTMLElement>("button")[next]?.focus();
  };
  return (
    <div ref={frame} className={css["chart"]} style={{ height: HEIGHT_PX }}>
      <div ref={picture} aria-hidden="true" />
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the buttons inside have the focus, one after the other */}
      <div role="toolbar" aria-label={t("choice.points")} onKeyDown={onKeyDown}>
        {drawn?.places.map(([left, top], i) => {
          const point = frontier[i];
          if (!point) return null;
          const said = { cost: amountWords(point.cost, unit, text), value: number(point.value) };
          return (
            <span key={point.cost} className={css["place"]} style={{ left, top }}>
              <BareButton
                className={css["point"]}
                excludeFromTabOrder={i !== Math.max(0, chosen)}
                aria-pressed={i === chosen}
                aria-label={
                  point.strategies.length === 0
                    ? t("choice.pointNone", said)
                    : t("choice.point", { ...said, names: plainOf(namesOf(point.strategies, cards, text)) })
                }
                onPress={() => onTry(point.cost)}
              >
                {null}
              </BareButton>
            </span>
          );
        })}
      </div>
    </div>
  );
};
