import { useText } from "../../i18n/index.ts";
import { clockWords, leftWords, stepOf, usePhaseTime, useRun, type Step } from "../../phase/index.ts";
import { wordsIn } from "@palabre/shared/terms";
import { useBoard, useWorkshop } from "../../state/index.ts";
import {
  BackIcon,
  Button,
  classes,
  ArrowRightIcon,
  EndIcon,
  Icon,
  LeadIcon,
  PauseIcon,
  PlayIcon,
  PlusIcon,
  TimerIcon,
} from "../../ui/index.ts";
import css from "./NowSection.module.css";

/** What happens now and what can be done about it: on, back, and the timer. */
export const NowSection = () => {
  const { t } = useText();
  const workshop = useWorkshop();
  const step = stepOf(workshop);
  if (workshop.agenda.phases.length === 0) return null;
  return (
    <section className={css["now"]} aria-label={t("run.now")} data-run="now">
      <p className={css["lead"]}>
        <Icon of={LeadIcon} size="card" />
        {t("run.now")}
      </p>
      {step ? <Under step={step} /> : <NoStep />}
    </section>
  );
};

/** Before the first step and after the last. */
const NoStep = () => {
  const { t, language } = useText();
  const { agenda, endedAt } = useWorkshop();
  const [first] = agenda.phases;
  const run = useRun();
  if (!first) return null;
  if (endedAt !== undefined)
    return (
      <>
        <p className={css["none"]}>{t("phase.over")}</p>
        <Button tone="quiet" onPress={() => run.goTo(first.id)}>
          {t("phase.again")}
        </Button>
      </>
    );
  return (
    <>
      <p className={css["none"]}>{t("run.notBegun")}</p>
      <Button tone="primary" icon={PlayIcon} isWide onPress={run.next}>
        {t("phase.begin", { title: wordsIn(first.title, language) })}
      </Button>
    </>
  );
};

const Under = ({ step }: { readonly step: Step }) => {
  const { t, language } = useText();
  const run = useRun();
  const { mayFacilitate } = useBoard();
  if (!mayFacilitate) return null;
  return (
    <>
      <p className={css["title"]}>{wordsIn(step.phase.title, language)}</p>
      <Timer step={step} />
      <div className={css["moves"]}>
        <Button icon={BackIcon} onPress={run.back}>
          {t("run.back")}
        </Button>
        {step.next ? (
          <Button tone="primary" iconEnd={ArrowRightIcon} onPress={run.next}>
            {t("phase.next")}
          </Button>
        ) : (
          <Button tone="primary" icon={EndIcon} onPress={run.next}>
            {t("run.end")}
          </Button>
        )}
      </div>
      {step.next && <small>{t("phase.nextIs", { title: wordsIn(step.next.title, language) })}</small>}
    </>
  );
};

/** How many minutes a timer begins with where the step has none of its own. */
const TIMER_MINUTES = 5;
const LATE_MS = 60_000;

const Timer = ({ step }: { readonly step: Step }) => {
  const text = useText();
  const { t } = text;
  const run = useRun();
  const time = usePhaseTime(step.now);
  const isCounting = time.type === "running" || time.type === "paused";
  return (
    <div className={css["timer"]}>
      {time.type !== "none" && (
        <span
          className={classes(
            css["clock"],
            (time.type === "up" || time.leftMs <= LATE_MS) && css["late"],
            time.type === "paused" && css["paused"],
          )}
          role="timer"
          aria-label={leftWords(time, text)}
        >
          {time.type === "up" ? t("phase.upShort") : clockWords(time.leftMs)}
        </span>
      )}
      <span className={css["buttons"]} role="group" aria-label={t("run.timer")}>
        {time.type === "running" && (
          <Button size="s" icon={PauseIcon} onPress={run.pause}>
            {t("run.pause")}
          </Button>
        )}
        {time.type === "paused" && (
          <Button size="s" icon={PlayIcon} onPress={run.resume}>
            {t("run.resume")}
          </Button>
        )}
        {time.type === "none" && (
          <Button size="s" icon={TimerIcon} onPress={() => run.start(step.phase.minutes ?? TIMER_MINUTES)}>
            {t("run.start", { n: step.phase.minutes ?? TIMER_MINUTES })}
          </Button>
        )}
        {time.type !== "none" && (
          <Button size="s" icon={PlusIcon} onPress={run.addMinute} aria-label={t("run.addMinute")}>
            {t("run.addMinuteShort")}
          </Button>
        )}
        {isCounting && (
          <Button size="s" tone="quiet" onPress={run.stop}>
            {t("run.stopShort")}
          </Button>
        )}
      </span>
    </div>
  );
};
