import type { Ballot, BallotId } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { announce, Button, CheckIcon, Icon, SecretIcon } from "../../ui/index.ts";
import { BallotForm, handingIn, writtenOn, writtenWords } from "../../voting/index.ts";
import { useOwnPaper } from "./useOwnPaper.ts";
import css from "./Answer.module.css";

/** One's own paper: written, handed in, changed, taken back, until the ballot closes. */
export const Answer = ({ id, ballot }: { readonly id: BallotId; readonly ballot: Ballot }) => {
  const text = useText();
  const { t, error } = text;
  const own = useOwnPaper(id, ballot);
  if (!own) return null;
  const { paper, given, isGiven, isPending, fault } = own;
  const ready = handingIn(ballot, paper, text);
  const handIn = async (): Promise<void> => {
    if ("paper" in ready && (await own.handIn(ready.paper))) announce(t("vote.handedIn"));
  };
  const withdraw = async (): Promise<void> => {
    if (await own.withdraw()) announce(t("vote.withdrawn"));
  };
  return (
    <div className={css["answer"]}>
      <BallotForm ballot={ballot} paper={paper} onChange={own.write} pace="all" />
      <p className={css["secret"]}>
        <Icon of={SecretIcon} />
        <span>{t("vote.nobodySees")}</span>
      </p>
      {given && isGiven ? (
        <div className={css["given"]} role="status">
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
            isPending={isPending}
            disabledReason={"missing" in ready ? ready.missing : undefined}
            onPress={() => void handIn()}
          >
            {given ? t("vote.handInAgain") : t("vote.handIn")}
          </Button>
          <small>
            {"missing" in ready ? ready.missing : writtenWords(ballot, writtenOn(ballot, paper), text)}{" "}
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
