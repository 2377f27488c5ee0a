import type { Heard } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import css from "./WhyRead.module.css";

/** What the rules of reading say, by the names they have in `shared/listening`; of one that is not known here, its words alone are shown. */
const RULES = {
  annoyed: "heard.whyAnnoyed",
  "asks-to-add": "heard.whyAsksToAdd",
  broken: "heard.whyBroken",
  fault: "heard.whyFault",
  imperative: "heard.whyImperative",
  lacks: "heard.whyLacks",
  needs: "heard.whyNeeds",
  please: "heard.whyPlease",
  praise: "heard.whyPraise",
  "should-have": "heard.whyShouldHave",
  unanswered: "heard.whyUnanswered",
  wish: "heard.whyWish",
  "would-be-good": "heard.whyWouldBeGood",
} as const;
const isKnown = (rule: string): rule is keyof typeof RULES => Object.hasOwn(RULES, rule);

/** No reading is certain. */
const SUREST = 0.99;

export interface WhyReadProps {
  readonly text: string;
  readonly heard: Heard;
  readonly label: boolean | undefined;
}

/** Why a post was read as it is: the words that met a rule, and how likely it is an expectation. */
export const WhyRead = ({ text, heard, label }: WhyReadProps) => {
  const { t, percent } = useText();
  return (
    <div className={css["why"]}>
      {heard.evidence.length === 0 && label === undefined && <p>{t("heard.whyNoRule")}</p>}
      {heard.evidence.length > 0 && (
        <ul>
          {heard.evidence.map(({ from, to, rule }) => (
            <li key={`${from} ${to} ${rule}`}>
              <q>{text.slice(from, to)}</q>
              {isKnown(rule) && <span>{t(RULES[rule])}</span>}
            </li>
          ))}
        </ul>
      )}
      <p>
        {label === undefined
          ? t("heard.whyChance", { share: percent(Math.min(SUREST, Math.max(1 - SUREST, heard.chance))) })
          : t(label ? "heard.whySaid" : "heard.whySaidNone")}
      </p>
    </div>
  );
};
