import { useState } from "react";
import { evenness } from "@palabre/shared/analysis/statistics";
import { useText } from "../i18n/index.ts";
import { Section } from "../panels/pieces/index.ts";
import { useWorkshop } from "../state/index.ts";
import { SegmentedControl, Switch } from "../ui/index.ts";
import { useVoices, type VoiceOf } from "./useVoices.ts";
import css from "./VoicesSection.module.css";

const SPANS = ["phase", "all"] as const;
type Span = (typeof SPANS)[number];
/** Fewer things say nothing of how a group shares its say. */
const ENOUGH = 5;

/** How evenly participants contribute, and who has said nothing yet; without names, unless they are asked for: a screen may be on the wall. */
export const VoicesSection = () => {
  const { t } = useText();
  const isInPhase = useWorkshop().now !== undefined;
  const [chosen, setChosen] = useState<Span>("phase");
  const [hasNames, setNames] = useState(false);
  const span = isInPhase ? chosen : "all";
  const voices = useVoices(span);
  const spoken = voices.filter(({ n }) => n > 0);
  const silent = voices.filter(({ n }) => n === 0);
  if (voices.length < 2) return null;
  return (
    <Section title={t("together.voices")}>
      <div className={css["voices"]} data-voices>
        {isInPhase && (
          <SegmentedControl
            isWide
            label={t("together.voicesSpan")}
            choices={[
              { id: "phase", label: t("together.voicesPhase") },
              { id: "all", label: t("together.voicesAll") },
            ]}
            value={chosen}
            onChange={setChosen}
          />
        )}
        <Evenness voices={voices} />
        <Bars voices={spoken} hasNames={hasNames} />
        {silent.length > 0 && (
          <p className={css["silent"]}>
            {t("together.voicesSilent", { n: silent.length })}
            {hasNames && <b> {silent.map(({ name }) => name).join(", ")}</b>}
          </p>
        )}
        <Switch label={t("together.voicesNames")} isSelected={hasNames} onChange={setNames} />
      </div>
    </Section>
  );
};

const Evenness = ({ voices }: { readonly voices: readonly VoiceOf[] }) => {
  const { t, number } = useText();
  const total = voices.reduce((sum, { n }) => sum + n, 0);
  const figure = total < ENOUGH ? undefined : evenness(voices.map(({ n }) => n));
  if (figure === undefined) return <p className={css["few"]}>{t("together.voicesFew", { n: total })}</p>;
  const word =
    figure >= EVEN ? "together.voicesEven" : figure >= UNEVEN ? "together.voicesMixed" : "together.voicesUneven";
  return (
    <>
      <p className={css["figure"]}>
        <b>{number(figure, { digits: 2 })}</b> {t(word)}
      </p>
      <small>{t("together.voicesHow", { n: total, people: voices.length })}</small>
    </>
  );
};
const EVEN = 0.7;
const UNEVEN = 0.4;

const Bars = ({ voices, hasNames }: { readonly voices: readonly VoiceOf[]; readonly hasNames: boolean }) => {
  const { t, number } = useText();
  const most = Math.max(1, ...voices.map(({ n }) => n));
  return (
    <ol className={css["bars"]}>
      {voices.map(({ person, name, n }) => (
        <li key={person}>
          {hasNames && <span className={css["name"]}>{name}</span>}
          <span className={css["bar"]} style={{ width: `${(n / most) * 100}%` }} />
          <span className={css["count"]}>
            {number(n)}
            <span className="sr"> {t("together.voicesUnit", { n })}</span>
          </span>
        </li>
      ))}
    </ol>
  );
};
