import type { Ballot, Tally } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { optionName } from "../../voting/index.ts";
import css from "./ImportancePlot.module.css";

const SIZE = 260;
const LEFT = 22;
const TOP = 8;
const x = (satisfaction: number): number => LEFT + (satisfaction / 10) * SIZE;
const y = (importance: number): number => TOP + (1 - importance / 10) * SIZE;

/** What matters and is not served lies at the top left: there the group has most to gain. The list under it says the same in figures. */
export const ImportancePlot = ({ ballot, tally }: { readonly ballot: Ballot; readonly tally: Tally }) => {
  const text = useText();
  const { t } = text;
  const points = ballot.options.flatMap((option, place) => {
    const figures = tally.perOption[option.on];
    if (figures?.importance === undefined || figures.satisfaction === undefined) return [];
    return [
      { option, place, at: [x(figures.satisfaction), y(figures.importance)] as const, rank: figures.rank ?? place + 1 },
    ];
  });
  return (
    <figure className={css["plot"]} aria-label={t("vote.plot")}>
      <svg viewBox={`0 0 ${LEFT + SIZE + 8} ${TOP + SIZE + 22}`} role="img" aria-label={t("vote.plot")}>
        {/* importance + (importance − satisfaction) ≥ 12: much to gain */}
        <path className={css["gain"]} d={`M${x(0)} ${y(10)}H${x(8)}L${x(0)} ${y(6)}Z`} />
        <rect className={css["frame"]} x={LEFT} y={TOP} width={SIZE} height={SIZE} />
        <path className={css["half"]} d={`M${x(5)} ${TOP}v${SIZE}M${LEFT} ${y(5)}h${SIZE}`} />
        <text className={css["axis"]} x={LEFT + SIZE / 2} y={TOP + SIZE + 16} textAnchor="middle">
          {t("vote.axisSatisfaction")}
        </text>
        <text className={css["axis"]} transform={`translate(14 ${TOP + SIZE / 2}) rotate(-90)`} textAnchor="middle">
          {t("vote.axisImportance")}
        </text>
        {points.map(({ option, at, rank }) => (
          <g key={option.on} transform={`translate(${at[0]} ${at[1]})`}>
            <title>{optionName(option, text)}</title>
            <circle r={9} />
            <text className={css["rank"]} textAnchor="middle" y={4}>
              {rank}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
};
