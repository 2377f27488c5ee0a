import { useEffect, useRef } from "react";
import { useText } from "../i18n/index.ts";
import { noticeSettings, useBoard } from "../state/index.ts";
import { announce } from "../ui/index.ts";
import { createFigureTeller } from "./figureTeller.ts";
import { figureWords } from "./figureWords.ts";
import { hereOf, isNear } from "./isNear.ts";

const CLOCK = {
  now: () => performance.now(),
  after: (ms: number, act: () => void) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

/** Tells who listens which figures of cards have changed, as many of them as they chose. */
export function useFigureNotices(): void {
  const board = useBoard();
  const text = useText();
  const words = useRef(text);
  useEffect(() => {
    words.current = text;
  }, [text]);
  useEffect(() => {
    const teller = createFigureTeller(
      () => board.unreadAnnotations(),
      (notices) => {
        const { figures } = noticeSettings();
        if (figures === "off") return false;
        const [snapshot, here] = [board.snapshot(), hereOf(board)];
        const chosen = notices.filter(({ card }) => figures === "all" || isNear(card, here, board.me.person, snapshot));
        const sentence = figureWords(chosen, snapshot, words.current);
        if (sentence !== undefined) announce(sentence);
        return sentence !== undefined;
      },
      CLOCK,
    );
    const stop = board.subscribe("annotations", teller.look);
    return () => {
      stop();
      teller.close();
    };
  }, [board]);
}
