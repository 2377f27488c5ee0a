import type { BallotId } from "@palabre/shared/terms";
import { useEffect, useState } from "react";
import { ballotsApi } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { Icon, CheckIcon } from "../../ui/index.ts";
import css from "./Results.module.css";

/** The receipts of all papers that were counted; one's own is found among them. */
export const Receipts = ({ id, receipts }: { readonly id: BallotId; readonly receipts: readonly string[] }) => {
  const { t } = useText();
  const { me } = useBoard();
  const [own, setOwn] = useState<string>();
  useEffect(() => {
    // who only watches gave no paper, and is not asked for one
    if (me.role === "viewer") return;
    let isLate = false;
    // who can't be told now sees the list all the same
    ballotsApi.paper(me.id, id).then(
      (found) => !isLate && setOwn(found?.receipt),
      () => undefined,
    );
    return () => {
      isLate = true;
    };
  }, [me.id, me.role, id]);
  return (
    <details className={css["details"]}>
      <summary>{t("vote.receipts", { n: receipts.length })}</summary>
      {own !== undefined && (
        <p className={css["yours"]}>
          {receipts.includes(own) && <Icon of={CheckIcon} size="card" />}
          {receipts.includes(own) ? t("vote.yoursCounted", { receipt: own }) : t("vote.yoursMissing", { receipt: own })}
        </p>
      )}
      <ul className={css["codes"]}>
        {receipts.map((receipt) => (
          <li key={receipt} data-mine={receipt === own}>
            {receipt}
          </li>
        ))}
      </ul>
    </details>
  );
};
