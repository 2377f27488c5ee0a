import { wordsIn } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { useBoard, useWorkshop } from "../state/index.ts";
import { ArrowRightIcon, BareButton, Button, classes, IconButton, PauseIcon, PlayIcon, Popover } from "../ui/index.ts";
import { PhaseFacts } from "./PhaseFacts.tsx";
import { PhaseRings } from "./PhaseRings.tsx";
import { clockWords, portionUsed, type PhaseTime } from "./phaseTime.ts";
import { stepOf, type Step } from "./readPhase.ts";
import { leftWords } from "./stepWords.ts";
import { usePhaseTime } from "./usePhaseTime.ts";

import { useRun } from "./useRun.ts";
import { NEXT_KEYS, TIMER_KEYS, useSteering } from "./useSteering.ts";
import css from "./PhaseBar.module.css";

/** In the top bar: which step it is and what is left of its time, for everybody; for who leads, the timer and the way on. */
export const PhaseBar = () => {
  const { mayFacilitate } = useBoard();
  const step = stepOf(useWorkshop());
  return step ? <StepBar step={step} /> : mayFacilitate ? <Begin /> : null;
};

const StepBar = ({ step }: { readonly step: Step }) => {
  const text = useText();
  const { t, language } = text;
  const { mayFacilitate } = useBoard();
  const time = usePhaseTime(step.now);
  const title = wordsIn(step.phase.title, language);
  const where = t("phase.of", { n: step.place, total: step.total });
  return (
    <div className={css["bar"]} data-phase={step.phase.id}>
      <Popover
        label={title}
        trigger={
          <BareButton className={css["about"]}>
            <PhaseRings
              place={step.place}
              total={step.total}
              used={time.type === "none" ? undefined : portionUsed(time, step.phase.minutes)}
            />
            <span className={css["name"]}>
              <small>{where}</small>
              <b>{title}</b>
            </span>
            <Clock time={time} />
            <span className="sr">{leftWords(time, text)}</span>
          </BareButton>
        }
      >
        <PhaseFacts step={step} />
      </Popover>
      {mayFacilitate && <Steering step={step} time={time} />}
    </div>
  );
};

const LATE_MS = 60_000;
const Clock = ({ time }: { readonly time: PhaseTime }) => {
  const { t } = useText();
  if (time.type === "none") return null;
  if (time.type === "up")
    return (
      <span className={classes(css["clock"], css["late"], css["up"])} aria-hidden="true">
        {t("phase.upShort")}
      </span>
    );
  return (
    <span className={classes(css["clock"], time.leftMs <= LATE_MS && css["late"])} aria-hidden="true">
      {clockWords(time.leftMs)}
      {time.type === "paused" && <small>{t("phase.paused")}</small>}
    </span>
  );
};

const Steering = ({ step, time }: { readonly step: Step; readonly time: PhaseTime }) => {
  const { t } = useText();
  const run = useRun();
  useSteering(run, time.type === "running" ? true : time.type === "paused" ? false : undefined);
  return (
    <span className={css["tools"]}>
      {(time.type === "running" || time.type === "paused") && (
        <IconButton
          label={time.type === "running" ? t("phase.pause") : t("phase.resume")}
          aria-keyshortcuts={TIMER_KEYS}
          icon={time.type === "running" ? PauseIcon : PlayIcon}
          onPress={time.type === "running" ? run.pause : run.resume}
        />
      )}
      {step.next && (
        <span className={css["next"]}>
          <Button
            tone="leaf"
            aria-label={t("phase.next")}
            aria-keyshortcuts={NEXT_KEYS}
            iconEnd={ArrowRightIcon}
            onPress={run.next}
          >
            {t("phase.next")}
          </Button>
        </span>
      )}
    </span>
  );
};

/** Before the first step: what begins, and the press that begins it; after the last, that they are over, and a quiet way to do it all again. */
const Begin = () => {
  const { t, language } = useText();
  const run = useRun();
  const { agenda, endedAt } = useWorkshop();
  const [first] = agenda.phases;
  useSteering(run, undefined);
  if (!first) return null;
  if (endedAt !== undefined)
    return (
      <span className={css["tools"]}>
        {t("phase.over")}
        <Button tone="quiet" onPress={() => run.goTo(first.id)}>
          {t("phase.again")}
        </Button>
      </span>
    );
  return (
    <span className={css["tools"]}>
      <Button tone="leaf" icon={PlayIcon} onPress={run.next}>
        {t("phase.begin", { title: wordsIn(first.title, language) })}
      </Button>
    </span>
  );
};
