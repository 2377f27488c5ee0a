import { wordsIn } from "@palabre/shared/terms";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useText } from "../i18n/index.ts";
import { useBoard, useUi, useWorkshop } from "../state/index.ts";
import { Button, classes } from "../ui/index.ts";
import { BroughtFact, BroughtSlip } from "./BroughtSlip.tsx";
import { stepMayWords, privateWords } from "./mayWords.ts";
import { PhaseFacts } from "./PhaseFacts.tsx";
import { stepOf, type Step } from "./readPhase.ts";
import { isUnderstood, rememberUnderstood } from "./understood.ts";
import { useBrought, type Brought, type ViewOf } from "./useBrought.ts";
import { usePhaseNews, useTimeNews } from "./usePhaseNews.ts";
import { usePhaseTime } from "./usePhaseTime.ts";
import css from "./PhaseSlip.module.css";

/** Over the head of the canvas: what the present step asks for. All of it when it begins or one comes late, then a line that stays. */
export const PhaseSlip = ({ viewOf }: { readonly viewOf: ViewOf }) => {
  const step = stepOf(useWorkshop());
  const brought = useBrought(step, viewOf);
  usePhaseNews(step, brought.card);
  return step ? <StepSlip key={`${step.phase.id} ${step.now.startedAt}`} step={step} brought={brought} /> : null;
};

/** Long enough to be read aloud to a room; the line that stays says the same. */
const READ_MS = 25_000;
const AGAIN_MS = 5_000;

const StepSlip = ({ step, brought }: { readonly step: Step; readonly brought: Brought }) => {
  const { me } = useBoard();
  const { id } = step.phase;
  useTimeNews(step);
  const isWriting = useUi(({ editing }) => editing !== undefined);
  // who leads has read it before and looks at the room; who watches, on a projector too, has nobody at hand to put it away
  const [isWhole, setWhole] = useState(me.role === "participant" && !isUnderstood(me.id, id));
  const read = (): void => {
    rememberUnderstood(me.id, id);
    setWhole(false);
  };
  if (isWhole && !isWriting) return <WholeStep step={step} brought={brought} onRead={read} />;
  return (
    <>
      <Line step={step} />
      {brought.card && <BroughtSlip brought={brought} card={brought.card} />}
    </>
  );
};

const WholeStep = ({
  step,
  brought,
  onRead,
}: {
  readonly step: Step;
  readonly brought: Brought;
  readonly onRead: () => void;
}) => {
  const { t, language } = useText();
  const isCovered = useUi(({ panel }) => panel !== undefined);
  const sheet = useRef<HTMLElement>(null);
  const fold = useEffectEvent(onRead);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const foldIn = (ms: number): void => {
      timer = setTimeout(() => {
        // it is not taken away from under a hand
        if (sheet.current?.matches(":hover, :focus-within") === true) foldIn(AGAIN_MS);
        else fold();
      }, ms);
    };
    foldIn(READ_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <section
      ref={sheet}
      className={classes(css["whole"], isCovered && css["covered"])}
      aria-label={wordsIn(step.phase.title, language)}
      data-step="whole"
    >
      <small className={css["where"]}>{t("phase.of", { n: step.place, total: step.total })}</small>
      <PhaseFacts step={step}>
        {brought.card && <BroughtFact brought={brought} card={brought.card} />}
        <div className={css["actions"]}>
          <Button size="s" tone="primary" onPress={onRead}>
            {t("phase.hide")}
          </Button>
        </div>
      </PhaseFacts>
    </section>
  );
};

const Line = ({ step }: { readonly step: Step }) => {
  const text = useText();
  const { t, language } = text;
  const { me } = useBoard();
  const isCovered = useUi(({ panel }) => panel !== undefined);
  const isUp = usePhaseTime(step.now).type === "up";
  // a frozen board says so, and why
  const { frozen } = useWorkshop().rules;
  const { phase } = step;
  const instruction = wordsIn(phase.instruction, language) || wordsIn(phase.title, language);
  const small = phase.writing === "silent" ? privateWords(phase, text, me.role) : stepMayWords(phase, text, me.role);
  return (
    <div className={classes(css["slip"], isUp && css["late"], isCovered && css["covered"])} data-step="line">
      <p>
        {isUp && !frozen && `${t("phase.up")} `}
        <span lang={language}>{instruction}</span>
      </p>
      <small>{small}</small>
    </div>
  );
};
