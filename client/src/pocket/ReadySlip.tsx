import { useEffect } from "react";
import { useText } from "../i18n/index.ts";
import { announce } from "../ui/index.ts";
import type { OpenPocket } from "./openPocket.ts";
import css from "./Pocket.module.css";

export interface ReadySlipProps {
  readonly pocket: OpenPocket;
  readonly isReady: boolean | null;
}

/** The question whether all are ready, while it is asked. */
export const ReadySlip = ({ pocket, isReady }: ReadySlipProps) => {
  const { t } = useText();
  const isAsked = isReady !== null;
  useEffect(() => {
    if (isAsked) announce(t("pocket.readyAsked"), "assertive");
  }, [isAsked, t]);
  if (!isAsked) return null;
  return (
    <div className={css["slip"]}>
      <p>{t("pocket.readyAsked")}</p>
      <button type="button" className={css["small"]} onClick={() => void pocket.beReady(!isReady)}>
        {t(isReady ? "pocket.notReady" : "pocket.ready")}
      </button>
    </div>
  );
};
