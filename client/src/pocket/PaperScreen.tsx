import { useEffect, useRef, useState } from "react";
import type { PocketBallot } from "@palabre/shared/protocol";
import type { Paper } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { announce, Icon, PrivateIcon } from "../ui/index.ts";
import { BallotForm, handingIn, questionOf, startPaper } from "../voting/index.ts";
import { begunPaper, keepBegun } from "./begunPaper.ts";
import type { OpenPocket, PocketState } from "./openPocket.ts";
import { unsentPaper } from "./unsentPaper.ts";
import page from "./Pocket.module.css";
import css from "./PaperScreen.module.css";

export interface PaperScreenProps {
  readonly pocket: OpenPocket;
  readonly state: PocketState;
  readonly ballot: PocketBallot;
  /** this paper is being written, or handed in */
  readonly onTouch: () => void;
}

/** One ballot: the question, the paper, and once it is handed in the receipt. */
export const PaperScreen = ({ pocket, state, ballot, onTouch }: PaperScreenProps) => {
  const text = useText();
  const { t } = text;
  const unsent = unsentPaper(state.waiting, ballot.id);
  const waiting = unsent?.state === "waiting" ? unsent : undefined;
  // it came too late, or was not taken, and the ballot is open
  const undone = unsent && !waiting ? unsent.paper : undefined;
  const kept = state.papers[ballot.id] ?? undefined;
  const given = waiting?.paper ?? kept?.paper;
  const of = { board: pocket.board, person: state.view.me.person, ballot: ballot.id };
  const [begun, setBegun] = useState(() => {
    const kept = begunPaper(of);
    return JSON.stringify(kept) === JSON.stringify(given) ? undefined : kept;
  });
  // until something is begun: the paper that is there, also where it is heard of only now
  const written = begun ?? given ?? undone ?? startPaper(ballot.method);
  const [isChosen, setWriting] = useState(begun ? true : undefined);
  // what was not taken is written still, although it was handed in
  const isWriting = (isChosen ?? given === undefined) || (undone !== undefined && given === undefined);
  const [isTold, setTold] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const isAwaited = useRef(false);
  useEffect(() => {
    if (!isAwaited.current || waiting) return;
    // what was not taken says so itself
    if (kept && !undone) announce(t("pocket.handedIn"), "assertive");
    if (kept || undone) isAwaited.current = false;
  }, [waiting, kept, undone, t]);
  const ready = handingIn(ballot, written, text);
  const write = (paper: Paper): void => {
    onTouch();
    setBegun(paper);
    keepBegun(of, paper);
    setWriting(true);
  };
  const handIn = async (): Promise<void> => {
    onTouch();
    setTold(true);
    if (!("paper" in ready)) return announce(ready.missing, "assertive");
    await pocket.vote(ballot.id, ready.paper);
    // where what waits is not kept by the device, this is, until its page is sure that the server has it
    keepBegun(of, pocket.state().isLasting ? undefined : ready.paper);
    setWriting(false);
    setTold(false);
    heading.current?.focus();
    isAwaited.current = true;
    if (!pocket.state().isLive) announce(t("pocket.paperWaits"), "assertive");
  };
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className={page["title"]}>
        {questionOf(ballot, text)}
      </h1>
      {isWriting ? (
        <>
          <BallotForm ballot={ballot} paper={written} onChange={write} pace="one" />
          <div className={css["handIn"]}>
            {isTold && !("paper" in ready) && <p className={page["isLost"]}>{ready.missing}</p>}
            <button type="button" className={page["primary"]} onClick={() => void handIn()}>
              {t(given === undefined ? "pocket.handIn" : "pocket.handInAgain")}
            </button>
            <p className={page["promise"]}>
              <Icon of={PrivateIcon} size="card" />
              {t("pocket.paperSecret")}
            </p>
          </div>
        </>
      ) : (
        <div className={page["middle"]}>
          <p className={page["prose"]}>{t(waiting ? "pocket.paperWaits" : "pocket.handedIn")}</p>
          {!waiting && kept && (
            <p className={css["receipt"]}>
              <small>{t("pocket.receipt")}</small>
              <b data-receipt>{kept.receipt}</b>
              <small>{t("pocket.receiptText")}</small>
            </p>
          )}
          <button
            type="button"
            className={page["small"]}
            onClick={() => {
              write(undone ?? given ?? written);
              // the button goes away
              heading.current?.focus();
            }}
          >
            {t("pocket.paperChange")}
          </button>
        </div>
      )}
    </>
  );
};
