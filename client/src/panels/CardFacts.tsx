import type { ReactNode } from "react";
import { LIMITS, type Card } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { useBoard, useMayEdit } from "../state/index.ts";
import { TagField } from "../ui/index.ts";
import { ExpectationFacts } from "./ExpectationFacts.tsx";
import { FactorFacts } from "./FactorFacts.tsx";
import type { FactsProps } from "./factsProps.ts";
import { Section } from "./pieces/index.ts";
import { SourceFacts } from "./SourceFacts.tsx";
import { StrategyFacts } from "./StrategyFacts.tsx";
import css from "./CardFacts.module.css";

/** Each kind's own facts; a new kind with facts is one line here and one file beside. */
const FACTS: Readonly<Record<string, ((props: FactsProps) => ReactNode) | undefined>> = {
  expectation: ExpectationFacts,
  factor: FactorFacts,
  strategy: StrategyFacts,
  quote: SourceFacts,
  resource: SourceFacts,
};

/** What is known of a card besides its text: fields for those who may edit, values for the others. */
export const CardFacts = ({ card }: { readonly card: Card }) => {
  const { t } = useText();
  const { commands } = useBoard();
  const mayEdit = useMayEdit(card.id);
  const set: FactsProps["set"] = mayEdit ? (values) => commands.setCard(card.id, values) : undefined;
  const Own = FACTS[card.kind];
  const tags = card.attributes.tags ?? [];
  const hasTags = mayEdit || tags.length > 0;
  if (!Own && !hasTags) return null;
  return (
    <Section title={t("facts.facts")}>
      <div className={css["facts"]}>
        {Own && <Own card={card} set={set} />}
        {hasTags && (
          <TagField
            label={t("facts.tags")}
            tags={tags}
            onChange={(next) => set?.({ tags: next.length === 0 ? undefined : next })}
            addLabel={t("facts.addTag")}
            maxTags={LIMITS.tagsPerCard}
            maxLength={LIMITS.tagLength}
            isReadOnly={!mayEdit}
          />
        )}
      </div>
    </Section>
  );
};
