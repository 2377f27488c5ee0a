import { titleOf, wordsIn, type CardId, type Role } from "@palabre/shared/terms";
import { useEffect, useEffectEvent, useRef } from "react";
import { useText, type Text } from "../i18n/index.ts";
import { useBoard } from "../state/index.ts";
import { announce } from "../ui/index.ts";
import { privateWords, stepMayWords } from "./mayWords.ts";
import { newsOf, type TimeNews, type TimeReading } from "./phaseTime.ts";
import type { Step } from "./readPhase.ts";
import { begunWords, lastsWords } from "./stepWords.ts";
import { usePhaseTime } from "./usePhaseTime.ts";

/** Tells who listens that a step begins, in one sentence that interrupts, and how its time passes. */
export function usePhaseNews(step: Step | undefined, brought: CardId | undefined): void {
  const text = useText();
  const board = useBoard();
  const key = step && `${step.phase.id} ${step.now.startedAt}`;
  const before = useRef<string>(undefined);
  const say = useEffectEvent(() => {
    const card = brought === undefined ? undefined : board.card(brought);
    const moved = card && text.t("phase.brought", { title: titleOf(card) || text.t("card.untitled") });
    if (step) announce(stepWords(step, text, board.me.role, moved), "assertive");
    else if (before.current !== undefined) announce(text.t("phase.ended"), "assertive");
    before.current = key;
  });
  useEffect(() => {
    // once it is known where the person is brought
    const frame = requestAnimationFrame(() => say());
    return () => cancelAnimationFrame(frame);
  }, [key]);
}

/** All that a step says of itself, for who can't see the slip. */
function stepWords(step: Step, text: Text, role: Role, moved: string | undefined): string {
  const { phase } = step;
  return [
    begunWords(step, text),
    sentence(wordsIn(phase.instruction, text.language), text.locale),
    stepMayWords(phase, text, role),
    privateWords(phase, text, role),
    sentence(lastsWords(step, text), text.locale),
    moved,
  ]
    .filter((words) => words !== undefined && words !== "")
    .join(" ");
}

/** Words that stand alone on the screen, as a sentence among others: else who listens hears them run into the next one. */
const sentence = (words: string, locale: string): string =>
  words === "" ? "" : words.charAt(0).toLocaleUpperCase(locale) + words.slice(1) + (/[.!?…]$/.test(words) ? "" : ".");

/** Says the time of a step at half, at one minute, at ten seconds, and when it is up. */
export function useTimeNews({ phase, now }: Step): void {
  const { t } = useText();
  const time = usePhaseTime(now);
  const leftMs = time.type === "running" ? time.leftMs : time.type === "up" ? 0 : undefined;
  const { endsAt } = now;
  const known = useRef<TimeReading>(undefined);
  useEffect(() => {
    const before = known.current;
    known.current = leftMs === undefined ? undefined : { leftMs, endsAt };
    const news = newsOf(before, known.current, phase.minutes);
    if (news) announce(wordsOf(news, leftMs ?? 0, t), news === "up" ? "assertive" : "kept");
  }, [leftMs, endsAt, phase.minutes, t]);
}

function wordsOf(news: TimeNews, leftMs: number, t: Text["t"]): string {
  switch (news) {
    case "half":
      return t("phase.half", { n: Math.round(leftMs / 60_000) });
    case "minute":
      return t("phase.minute");
    case "seconds":
      return t("phase.tenSeconds");
    case "up":
      return t("phase.up");
  }
}
