import type { Ballot, BallotId } from "@palabre/shared/terms";
import { useEffect, useRef, useState } from "react";
import { useText } from "../../i18n/index.ts";
import { announce, Button, CheckIcon, Icon, SecretIcon, showToast } from "../../ui/index.ts";
import { BallotForm, handingIn, writtenOn, writtenWords } from "../../voting/index.ts";
import { lateWords } from "./lateWords.ts";
import { handedOf } from "./ownPapers.ts";
import { useOwnPaper } from "./useOwnPaper.ts";
import css from "./Answer.module.css";

/** One's own paper: written, handed in, changed, taken back, until the ballot closes. */
export const Answer = ({ id, ballot }: { readonly id: BallotId; readonly ballot: Ballot }) => {
  const text = useText();
  const { t, error } = text;
  const own = useOwnPaper(id, ballot);
  const whole = useRef<HTMLDivElement>(null);
  const done = useRef<HTMLDivElement>(null);
  /** what had the keyboard is gone: it goes to what came of it */
  const [goes, setGoes] = useState<{ readonly to: "done" | "whole" }>();
  useEffect(() => {
    if (goes) (goes.to === "done" ? done : whole).current?.focus();
  }, [goes]);
  if (!own) return null;
  const { paper, given, isGiven, isPending, fault } = own;
  const ready = handingIn(ballot, paper, text);
  const handIn = async (): Promise<void> => {
    if (isPending || !("paper" in ready)) return;
    const came = await own.handIn(ready.paper);
    if (came === "late") showToast({ text: lateWords(handedOf(id), text), tone: "warn" });
    if (came === "changed") announce(t("vote.notYet"), "kept");
    if (came !== "given") return;
    announce(t("vote.handedIn"), "kept");
    setGoes({ to: "done" });
  };
  const withdraw = async (): Promise<void> => {
    if (isPending) return;
    const came = await own.withdraw();
    if (!came) return;
    if (came !== "withdrawn") {
      showToast({ text: t("vote.lateWithdrawal", { receipt: came.receipt }), tone: "warn" });
      return;
    }
    announce(t("vote.withdrawn"), "kept");
    setGoes({ to: "whole" });
  };
  return (
    <div ref={whole} className={css["answer"]} tabIndex={-1}>
      <BallotForm ballot={ballot} paper={paper} onChange={own.write} pace="all" />
      <p className={css["secret"]}>
        <Icon of={SecretIcon} />
        <span>{t("vote.nobodySees")}</span>
      </p>
      {given && isGiven ? (
        <div ref={done} className={css["given"]} tabIndex={-1}>
          <Icon of={CheckIcon} />
          <div>
            <p>
              <b>{t("vote.handedIn")}</b>
            </p>
            <p>
              {t("vote.receipt")} <code className={css["receipt"]}>{given.receipt}</code>
            </p>
            <small>{t("vote.receiptHint")}</small>
          </div>
        </div>
      ) : (
        <>
          <Button
            tone="primary"
            size="l"
            isWide
            disabledReason={"missing" in ready ? ready.missing : undefined}
            onPress={() => void handIn()}
          >
            {given ? t("vote.handInAgain") : t("vote.handIn")}
          </Button>
          <small>
            {"missing" in ready ? ready.missing : `${writtenWords(ballot, writtenOn(ballot, paper), text)}.`}{" "}
            {given ? t("vote.notYet") : t("vote.canChange")}
          </small>
        </>
      )}
      {fault && (
        <p className={css["fault"]} role="alert">
          {error(fault)}
        </p>
      )}
      {given && (
        <Button size="s" tone="quiet" onPress={() => void withdraw()}>
          {t("vote.withdraw")}
        </Button>
      )}
    </div>
  );
};
