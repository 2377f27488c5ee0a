import type { AppError } from "@palabre/shared/errors";
import { useText } from "../i18n/index.ts";
import { faultWords } from "./faultWords.ts";
import css from "./Pocket.module.css";

/** What happened, and what to do. */
export const Fault = ({ fault }: { readonly fault: AppError }) => {
  const { t } = useText();
  return (
    <>
      <div role="alert">
        <h1 className={css["prose"]}>{faultWords(fault, t)}</h1>
      </div>
      <button type="button" className={css["primary"]} onClick={() => location.reload()}>
        {t("pocket.retry")}
      </button>
      <a className={css["link"]} href="join">
        {t("pocket.toJoin")}
      </a>
    </>
  );
};
