import { useText } from "../i18n/index.ts";
import type { OpenPocket, PocketState } from "./openPocket.ts";
import css from "./Pocket.module.css";

/** A paper that came too late, or was not taken: its person is told, and it goes when they have read it. */
export const LatePapers = ({ pocket, state }: { readonly pocket: OpenPocket; readonly state: PocketState }) => {
  const { t } = useText();
  const late = state.waiting.filter((each) => each.type === "paper" && each.state !== "waiting");
  return late.map((waiting) => (
    <div key={waiting.id} className={css["slip"]} role="alert">
      <p>{t(waiting.state === "late" ? "pocket.paperLate" : "pocket.paperRefused")}</p>
      <button type="button" className={css["small"]} onClick={() => void pocket.drop(waiting)}>
        {t("pocket.understood")}
      </button>
    </div>
  ));
};
