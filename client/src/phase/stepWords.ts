import { wordsIn } from "@palabre/shared/terms";
import type { Text } from "../i18n/index.ts";
import type { PhaseTime } from "./phaseTime.ts";
import type { Step } from "./readPhase.ts";

/** How long a step takes, and until when. */
export function lastsWords({ phase, now }: Step, { t, date }: Pick<Text, "t" | "date">): string {
  if (phase.minutes === undefined && now.endsAt === undefined && now.left === undefined) return t("phase.noTimer");
  const lasts = phase.minutes === undefined ? undefined : t("phase.lasts", { n: phase.minutes });
  const until = now.endsAt === undefined ? undefined : t("phase.until", { time: date(now.endsAt, "time") });
  return [lasts, until].filter((words) => words !== undefined).join(", ");
}

/** What is left of the time, as it is said: by the minute, and by the second at the end. */
export function leftWords(time: PhaseTime, { t }: Pick<Text, "t">): string {
  switch (time.type) {
    case "none":
      return t("phase.noTimer");
    case "up":
      return t("phase.upShort");
    case "running":
    case "paused": {
      const left =
        time.leftMs <= 60_000
          ? t("phase.secondsLeft", { n: Math.ceil(time.leftMs / 1_000) })
          : t("phase.minutesLeft", { n: Math.ceil(time.leftMs / 60_000) });
      return time.type === "paused" ? `${left}, ${t("phase.paused")}` : left;
    }
  }
}

/** The place and the name of a step: "Step 3 of 6: Link the factors." */
export const begunWords = ({ phase, place, total }: Step, { t, language }: Pick<Text, "t" | "language">): string =>
  t("phase.begun", { where: t("phase.of", { n: place, total }), title: wordsIn(phase.title, language) });
