import { wordsIn } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { useWorkshop } from "../../state/index.ts";
import { Section } from "../pieces/index.ts";
import { EndDrafts } from "./EndDrafts.tsx";
import css from "./drafts.module.css";

/** What waits in drafts, a phase each: where a facilitator finds what was left unrevealed. */
export const DraftsSection = () => {
  const { t, language } = useText();
  const { agenda, drafts } = useWorkshop();
  const waiting = drafts.filter(({ ideas }) => ideas > 0);
  if (waiting.length === 0) return null;
  return (
    <Section title={t("drafts.section")}>
      <ul className={css["list"]}>
        {waiting.map((each) => {
          const phase = agenda.phases.find(({ id }) => id === each.phase);
          return (
            <li key={each.phase}>
              <p>
                {phase && <b>{wordsIn(phase.title, language)}</b>}
                <span>
                  {t("drafts.waiting", { n: each.ideas })}, {t("drafts.people", { n: each.people })}
                </span>
              </p>
              <EndDrafts drafts={each} />
            </li>
          );
        })}
      </ul>
    </Section>
  );
};
