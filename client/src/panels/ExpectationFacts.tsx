import { proposeQuery, readQuery } from "@palabre/shared/listening";
import { LIMITS, titleOf } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { useWorkshop } from "../state/index.ts";
import type { FactsProps } from "./factsProps.ts";
import { DraftField } from "./DraftField.tsx";
import { Fact } from "./Labelled.tsx";
import { QueryWords } from "./query/index.ts";
import { queryOf } from "./queryOf.ts";

/** What an expectation listens for; until somebody writes it, Palabre proposes it from the title. */
export const ExpectationFacts = ({ card, set }: FactsProps) => {
  const { t, error } = useText();
  const { language } = useWorkshop();
  const terms = <QueryWords query={queryOf(card, language)} label={t("facts.terms")} />;
  if (!set) {
    return (
      <dl>
        <Fact label={t("facts.query")}>{terms}</Fact>
      </dl>
    );
  }
  return (
    <div>
      <DraftField
        label={t("facts.query")}
        value={card.attributes.query ?? ""}
        placeholder={proposeQuery(titleOf(card), language)}
        hint={card.attributes.query === undefined ? t("facts.queryProposed") : t("facts.queryHint")}
        error={isWordless(card.attributes.query) ? error({ code: "wordless-query", details: {} }) : undefined}
        maxLength={LIMITS.queryLength}
        onCommit={(query) => set({ query: query === "" ? undefined : query })}
      />
      {terms}
    </div>
  );
};

const isWordless = (query: string = ""): boolean => query.trim() !== "" && readQuery(query) === undefined;
