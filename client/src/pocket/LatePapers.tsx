import { isSamePaper } from "@palabre/shared/terms";
import { useEffect } from "react";
import { useText } from "../i18n/index.ts";
import type { OpenPocket, PocketState } from "./openPocket.ts";
import { isPaper, type UnsentPaper } from "./unsentPaper.ts";
import css from "./Pocket.module.css";

interface Props {
  readonly pocket: OpenPocket;
  readonly state: PocketState;
}

/** A paper that came too late, or was not taken: its person is told, and it goes when they have read it. */
export const LatePapers = ({ pocket, state }: Props) =>
  state.waiting
    .filter(isPaper)
    .filter((each) => each.state !== "waiting")
    .map((waiting) => <LatePaper key={waiting.id} {...{ pocket, state, waiting }} />);

const LatePaper = ({ pocket, state, waiting }: Props & { readonly waiting: UnsentPaper }) => {
  const { t } = useText();
  const { ballot } = waiting;
  const isLate = waiting.state === "late";
  const own = state.papers[ballot];
  // after a reload it is not known which one counts, and nothing is said until it is
  const isUnknown = isLate && own === undefined;
  useEffect(() => {
    if (isUnknown) void pocket.askPaper(ballot);
  }, [pocket, ballot, isUnknown]);
  const isIn = isLate && own !== undefined && own !== null && isSamePaper(own.paper, waiting.paper);
  useEffect(() => {
    if (isIn) void pocket.drop(waiting);
  }, [pocket, waiting, isIn]);
  if (isIn || isUnknown) return null;
  const counts = own?.receipt;
  const late = counts === undefined ? t("pocket.paperLate") : t("pocket.paperLateChange", { receipt: counts });
  return (
    <div className={css["slip"]} role="alert">
      <p>{isLate ? late : t("pocket.paperRefused")}</p>
      <button type="button" className={css["small"]} onClick={() => void pocket.drop(waiting)}>
        {t("pocket.understood")}
      </button>
    </div>
  );
};
