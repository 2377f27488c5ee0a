import type { CardId, LinkId } from "@palabre/shared/terms";
import { useEffect, useRef } from "react";
import { useText } from "../i18n/index.ts";
import { noticeSettings, useBoard, type BoardState } from "../state/index.ts";
import { announce } from "../ui/index.ts";
import { DEEDS, gatherNotices, type Notice } from "./gatherNotices.ts";
import { hereOf, isNear } from "./isNear.ts";
import { noticeWords } from "./noticeWords.ts";

/** What somebody does in one go is told in one go. */
const GATHER_MS = 2_500;

/** Tells who listens what others change, as much of it as they chose. */
export function useNotices(): void {
  const board = useBoard();
  const text = useText();
  const words = useRef(text);
  useEffect(() => {
    words.current = text;
  }, [text]);
  useEffect(() => {
    const gathered = new Map<CardId | LinkId, Notice>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    // what goes while one stands on it is chosen no more by the time it is heard of
    let [before, now] = [hereOf(board), hereOf(board)];
    const stopLooking = board.ui.subscribe(() => ([before, now] = [now, hereOf(board)]));
    const tell = (): void => {
      timer = undefined;
      const notices = [...gathered.values()];
      gathered.clear();
      const { others } = board;
      const nameOf = (client: number) => others().find((other) => other.client === client)?.presence.user.name;
      const sentence = noticeWords(notices, board.snapshot(), nameOf, words.current);
      if (sentence !== undefined) announce(sentence);
    };
    const stop = board.onChange((change) => {
      const { changes } = noticeSettings();
      const { heard } = board.ui.get();
      if (change.mine || (changes === "off" && heard === undefined)) return;
      const isHeard = ({ writers }: Notice) =>
        heard !== undefined &&
        board.others().some(({ client, presence }) => presence.user.person === heard && writers.includes(client));
      const here = new Set([...before, ...now, ...hereOf(board)]);
      for (const notice of gatherNotices(change, board.snapshot)) {
        if (isHeard(notice)) noteWhere(board, notice.thing);
        else if (changes === "off") continue;
        else if (changes === "near" && !isNear(notice.thing, here, board.me.person, board.snapshot())) continue;
        const known = gathered.get(notice.thing);
        gathered.delete(notice.thing);
        gathered.set(notice.thing, known && DEEDS.indexOf(known.did) < DEEDS.indexOf(notice.did) ? known : notice);
      }
      if (gathered.size > 0) timer ??= setTimeout(tell, GATHER_MS);
    });
    return () => {
      stop();
      stopLooking();
      clearTimeout(timer);
    };
  }, [board]);
}

/** Keeps where who is followed by ear changed something last: the card itself, or the one that a link leaves. */
function noteWhere(board: BoardState, thing: CardId | LinkId): void {
  const card = board.card(thing as CardId)?.id ?? board.link(thing as LinkId)?.from;
  if (card !== undefined) board.ui.set({ heardAt: card });
}
