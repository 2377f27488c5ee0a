import { LANGUAGES, LIMITS, type Language, type Phase, type Words } from "@palabre/shared/terms";
import { useState } from "react";
import { useText } from "../../i18n/index.ts";
import { SegmentedControl } from "../../ui/index.ts";
import { WrittenField } from "./WrittenField.tsx";
import type { PhaseFieldProps } from "./phaseFieldProps.ts";
import css from "./PhaseEditor.module.css";

const NAMES: Readonly<Record<Language, string>> = { fr: "Français", en: "English" };

/** What a step is called and what it asks, in each language; who reads a language that lacks it is shown the other. */
export const WordsFields = ({ phase, onChange }: PhaseFieldProps) => {
  const { t, language } = useText();
  const [shown, setShown] = useState<Language>(phase.title[language] === undefined ? firstOf(phase) : language);
  const isLast = LANGUAGES.every((other) => other === shown || phase.title[other] === undefined);
  const missing = LANGUAGES.filter((one) => phase.title[one] === undefined);
  return (
    <div className={css["words"]}>
      <SegmentedControl
        isWide
        label={t("run.language")}
        choices={LANGUAGES.map((id) => ({ id, label: NAMES[id] }))}
        value={shown}
        onChange={setShown}
      />
      {missing.length > 0 && (
        <p className={css["hint"]}>{t("run.oneLanguage", { language: missing.map((one) => NAMES[one]).join(", ") })}</p>
      )}
      <WrittenField
        key={`title ${shown}`}
        label={t("run.title")}
        value={phase.title[shown] ?? ""}
        maxLength={LIMITS.titleLength}
        voice="voice"
        error={(written) => (isLast && written.trim() === "" ? t("run.titleMissing") : undefined)}
        onCommit={(written, over) =>
          onChange({ title: withWords(phase.title, shown, written) }, { title: withWords(phase.title, shown, over) })
        }
      />
      <WrittenField
        key={`instruction ${shown}`}
        label={t("run.instruction")}
        hint={t("run.instructionHint")}
        value={phase.instruction[shown] ?? ""}
        maxLength={LIMITS.instructionLength}
        isLong
        onCommit={(written, over) =>
          onChange(
            { instruction: withWords(phase.instruction, shown, written) },
            { instruction: withWords(phase.instruction, shown, over) },
          )
        }
      />
    </div>
  );
};

const firstOf = ({ title }: Phase): Language => LANGUAGES.find((one) => title[one] !== undefined) ?? "fr";

function withWords(words: Words, language: Language, written: string): Words {
  const { [language]: _before, ...others } = words;
  return written === "" ? others : { ...others, [language]: written };
}
