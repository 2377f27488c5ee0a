import type { Ballot, TallyReason } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { optionName } from "../../voting/index.ts";
import css from "./Results.module.css";

/** What stands against it, in the words of those who said it, without who. */
export const SaidReasons = ({
  ballot,
  reasons,
}: {
  readonly ballot: Ballot;
  readonly reasons: readonly TallyReason[];
}) => {
  const text = useText();
  const { t } = text;
  const nameOf = (reason: TallyReason): string => {
    const option = ballot.options.find(({ on }) => on === reason.on);
    return option ? optionName(option, text) : "";
  };
  return (
    <div>
      <h4 className={css["heading"]}>{t("vote.reasons")}</h4>
      <ul className={css["reasons"]}>
        {reasons.map((reason, place) => (
          <li key={place} data-say={reason.say}>
            <small>
              {reason.say === "objection"
                ? t("vote.objectionTo", { title: nameOf(reason) })
                : t("vote.reserveOn", { title: nameOf(reason) })}
            </small>
            <blockquote>{reason.text}</blockquote>
          </li>
        ))}
      </ul>
    </div>
  );
};
