import { useEffect } from "react";
import type { PocketResult } from "@palabre/shared/protocol";
import { useText } from "../i18n/index.ts";
import { CheckIcon, Icon } from "../ui/index.ts";
import { optionName, questionOf } from "../voting/index.ts";
import { countWords } from "./countWords.ts";
import type { OpenPocket, PocketState } from "./openPocket.ts";
import page from "./Pocket.module.css";
import css from "./ResultScreen.module.css";

interface Props {
  readonly pocket: OpenPocket;
  readonly state: PocketState;
}

/** What the ballots of this step came to, the latest first. */
export const ResultScreen = ({ pocket, state }: Props) =>
  state.view.results.map((result) => <Result key={result.id} {...{ pocket, state, result }} />);

const Result = ({ pocket, state, result }: Props & { readonly result: PocketResult }) => {
  const text = useText();
  const { t } = text;
  const { id, options, receipts } = result;
  const isViewer = state.view.me.role === "viewer";
  useEffect(() => {
    if (!isViewer) void pocket.askPaperAgain(id);
  }, [pocket, id, isViewer]);
  const own = state.papers[id]?.receipt;
  const isCounted = own !== undefined && receipts.includes(own);
  return (
    <section aria-labelledby={`result-${id}`} data-result={id}>
      <h1 id={`result-${id}`} className={page["title"]}>
        {questionOf(result, text)}
      </h1>
      <p className={css["papers"]}>{t("result.papers", { n: result.n, total: result.of })}</p>
      {result.isHeldBack === true && <p className={page["prose"]}>{t("result.heldBack")}</p>}
      <ol className={css["options"]}>
        {options.map((counted) => (
          <li key={counted.option.on}>
            {counted.rank !== undefined && (
              <span className={css["rank"]}>
                {counted.rank}
                {counted.isTied === true && <small>{t("result.tied")}</small>}
              </span>
            )}
            <p>
              {optionName(counted.option, text)}
              <small>{countWords(result, counted, text) ?? t("result.tooFew")}</small>
            </p>
          </li>
        ))}
      </ol>
      {result.left > 0 && <p className={css["papers"]}>{t("result.left", { n: result.left })}</p>}
      {/* a receipt of before the paper was changed elsewhere is not missing */}
      {own !== undefined && (isCounted || !state.unsure.includes(id)) && (
        <p className={css["own"]}>
          {isCounted && <Icon of={CheckIcon} size="card" />}
          {t(isCounted ? "result.yoursCounted" : "result.yoursMissing", { receipt: own })}
        </p>
      )}
      {receipts.length > 0 && (
        <details className={css["receipts"]}>
          <summary>{t("result.receipts", { n: receipts.length })}</summary>
          <ul>
            {receipts.map((receipt) => (
              <li key={receipt} data-mine={receipt === own}>
                {receipt}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};
