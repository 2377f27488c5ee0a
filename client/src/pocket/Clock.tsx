import { useEffect, useState } from "react";
import type { PocketStep } from "@palabre/shared/protocol";
import { useText } from "../i18n/index.ts";
import { announce, classes } from "../ui/index.ts";
import css from "./TopBar.module.css";

const MINUTE_MS = 60_000;

/** The time that is left, by the server's clock; said once when a minute is left, and when it is over. */
export const Clock = ({ step, aheadMs }: { readonly step: PocketStep; readonly aheadMs: number }) => {
  const { t } = useText();
  const { endsAt, left, isTimeUp = false } = step;
  const [now, setNow] = useState(() => Date.now());
  const isRunning = endsAt !== undefined && !isTimeUp;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isRunning]);
  const ahead = Number.isFinite(aheadMs) ? aheadMs : 0;
  const leftMs = isRunning ? Math.max(0, endsAt - now - ahead) : undefined;
  const isLast = leftMs !== undefined && leftMs <= MINUTE_MS;
  useEffect(() => {
    if (isLast) announce(t("pocket.minuteLeft"), "assertive");
  }, [isLast, t]);
  useEffect(() => {
    if (isTimeUp) announce(t("pocket.timeUp"), "assertive");
  }, [isTimeUp, t]);
  if (left !== undefined) return <span className={css["clock"]}>{t("pocket.paused")}</span>;
  if (isTimeUp) return <span className={classes(css["clock"], css["isLast"])}>00:00</span>;
  if (leftMs === undefined) return null;
  return (
    <span className={classes(css["clock"], isLast && css["isLast"])} role="timer" aria-label={t("pocket.timeLeft")}>
      {clockOf(leftMs)}
    </span>
  );
};

const twoDigits = (n: number): string => String(n).padStart(2, "0");
const clockOf = (ms: number): string => {
  const seconds = Math.ceil(ms / 1_000);
  return `${twoDigits(Math.floor(seconds / 60))}:${twoDigits(seconds % 60)}`;
};
