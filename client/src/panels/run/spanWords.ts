import type { Text } from "../../i18n/index.ts";

/** How long something takes: "50 min", "1 h 30". */
export function spanWords(minutes: number, { t, number }: Pick<Text, "t" | "number">): string {
  const whole = Math.round(minutes);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (hours === 0) return t("run.minutes", { m: number(minutes < 1 ? minutes : whole) });
  return rest === 0
    ? t("run.hours", { h: number(hours) })
    : t("run.hoursMinutes", { h: number(hours), m: String(rest).padStart(2, "0") });
}
