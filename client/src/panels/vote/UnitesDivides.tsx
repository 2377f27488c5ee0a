import type { Ballot, Tally } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { optionName } from "../../voting/index.ts";
import { uniting } from "./uniting.ts";
import css from "./Results.module.css";

/** What most are one about, and what parts them; where people stand in groups, what each group says. */
export const UnitesDivides = ({ ballot, tally }: { readonly ballot: Ballot; readonly tally: Tally }) => {
  const text = useText();
  const { t, percent } = text;
  const { unites, divides, by, isPartly } = uniting(ballot, tally);
  const groups = tally.groups ?? [];
  const areSides = unites.length + divides.length > 0;
  if (!areSides && groups.length === 0) return null;
  const side = (name: "unites" | "divides", items: typeof unites) =>
    items.length > 0 && (
      <section className={css["side"]} data-side={name}>
        <h4>{t(`vote.${name}`)}</h4>
        <ul>
          {items.map(({ option, value }) => (
            <li key={option.on}>
              <span>{optionName(option, text)}</span>
              <small>{percent(value)}</small>
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <div className={css["sides"]}>
      {side("unites", unites)}
      {side("divides", divides)}
      {areSides && <small>{t(by === "groups" ? "vote.unitesByGroups" : "vote.unitesByAll")}</small>}
      {isPartly && <small>{t("vote.unitesFew")}</small>}
      {groups.length > 0 && (
        <div>
          <h4 className={css["heading"]}>{t("vote.groups", { n: groups.length })}</h4>
          <ol className={css["groups"]}>
            {groups.map(({ size, says }, place) => (
              <li key={place}>
                <b>{t("vote.group", { name: LETTERS[place] ?? "", n: size })}</b>
                <ul>
                  {says.map(({ on, side: said }) => {
                    const option = ballot.options.find((each) => each.on === on);
                    const title = option ? optionName(option, text) : "";
                    return (
                      <li key={on}>
                        {said === "agree" ? t("vote.groupFor", { title }) : t("vote.groupAgainst", { title })}
                      </li>
                    );
                  })}
                </ul>
              </li>
            ))}
          </ol>
        </div>
      )}
    </div>
  );
};

const LETTERS = "ABCDEFGH";
