import { useEffect, useRef, useSyncExternalStore } from "react";
import type { PocketStep } from "@palabre/shared/protocol";
import { useText } from "../i18n/index.ts";
import { announce, classes } from "../ui/index.ts";
import { timeLeft } from "./timeLeft.ts";
import css from "./TopBar.module.css";

const everySecond = (tick: () => void) => {
  const timer = setInterval(tick, 1_000);
  return () => clearInterval(timer);
};
const never = () => () => {};

/** The time that is left, by the server's clock; said once when a minute is left, and when it is over. */
export const Clock = ({ step, aheadMs }: { readonly step: PocketStep; readonly aheadMs: number }) => {
  const { t } = useText();
  const { endsAt, left, isTimeUp = false } = step;
  const isRunning = endsAt !== undefined && !isTimeUp;
  // read whenever it is drawn: when the time goes on, the last tick is as old as the pause
  const seconds = useSyncExternalStore(isRunning ? everySecond : never, () => {
    const leftMs = timeLeft(step, Date.now(), aheadMs);
    return leftMs === undefined ? undefined : Math.ceil(leftMs / 1_000);
  });
  const isLast = seconds !== undefined && seconds <= 60;
  const isSaid = useRef(false);
  useEffect(() => {
    if (!isLast) isSaid.current = false;
    else if (isRunning && !isSaid.current) {
      isSaid.current = true;
      announce(t("pocket.minuteLeft"), "assertive");
    }
  }, [isLast, isRunning, t]);
  useEffect(() => {
    if (isTimeUp) announce(t("pocket.timeUp"), "assertive");
  }, [isTimeUp, t]);
  if (left !== undefined) return <span className={css["clock"]}>{t("pocket.paused")}</span>;
  if (isTimeUp) return <span className={classes(css["clock"], css["isLast"])}>00:00</span>;
  if (seconds === undefined) return null;
  return (
    <span className={classes(css["clock"], isLast && css["isLast"])} role="timer" aria-label={t("pocket.timeLeft")}>
      {clockOf(seconds)}
    </span>
  );
};

const twoDigits = (n: number): string => String(n).padStart(2, "0");
const clockOf = (seconds: number): string => `${twoDigits(Math.floor(seconds / 60))}:${twoDigits(seconds % 60)}`;
