import type { Ballot, Tally } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { optionName } from "../../voting/index.ts";
import css from "./Results.module.css";

export interface DuelsProps {
  readonly ballot: Ballot;
  readonly pairs: NonNullable<Tally["pairs"]>;
}

/** Each against each: how many put the row's option before the column's. */
export const Duels = ({ ballot, pairs }: DuelsProps) => {
  const text = useText();
  const { t } = text;
  return (
    <details className={css["details"]}>
      <summary>{t("vote.duels")}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is scrolled by the keyboard too */}
      <div className={css["scroll"]} role="region" tabIndex={0} aria-label={t("vote.duels")}>
        <table className={css["duels"]}>
          <thead>
            <tr>
              <th scope="col">{t("vote.choice")}</th>
              {ballot.options.map(({ on }, place) => (
                <th key={on} scope="col" aria-label={optionName(ballot.options[place] ?? { title: "" }, text)}>
                  {place + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ballot.options.map((option, row) => (
              <tr key={option.on}>
                <th scope="row">
                  {row + 1}. {optionName(option, text)}
                </th>
                {ballot.options.map(({ on }, column) => {
                  // a few people's order is not told
                  const [n, against] = [pairs[row]?.[column], pairs[column]?.[row] ?? 0];
                  return (
                    <td key={on} data-won={row !== column && (n ?? 0) > against}>
                      {row === column ? "–" : (n ?? "·")}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pairs.some((row) => row.includes(null)) && <small>{t("vote.duelsFew")}</small>}
    </details>
  );
};
