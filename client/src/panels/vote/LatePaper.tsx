import type { BallotId } from "@palabre/shared/terms";
import { useText } from "../../i18n/index.ts";
import { lateWords } from "./lateWords.ts";
import { useHanded, useUnsent } from "./ownPapers.ts";
import css from "./BallotSheet.module.css";

/** That what is written here was not handed in before the vote closed. */
export const LatePaper = ({ id }: { readonly id: BallotId }) => {
  const text = useText();
  const unsent = useUnsent(id);
  const given = useHanded(id);
  return unsent && <p className={css["note"]}>{lateWords(given, text)}</p>;
};
