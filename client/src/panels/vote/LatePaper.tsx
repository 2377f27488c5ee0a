import type { BallotId } from "@palabre/shared/terms";
import { useEffect, useState } from "react";
import { ballotsApi } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { lateWords } from "./lateWords.ts";
import { keepFound, useHanded, useUnsent } from "./ownPapers.ts";
import css from "./BallotSheet.module.css";

/** That what is written here was not handed in before the vote closed. Nothing until the server was asked what counts. */
export const LatePaper = ({ id }: { readonly id: BallotId }) => {
  const text = useText();
  const { me } = useBoard();
  const isUnsent = useUnsent(id) !== undefined;
  const given = useHanded(id);
  const [isKnown, setKnown] = useState(false);
  useEffect(() => {
    if (!isUnsent) return;
    let isLate = false;
    // another page may have handed one in, or the reply to this one was lost: where that can't be told now, nothing is said
    ballotsApi.paper(me.id, id).then(
      (found) => {
        if (isLate) return;
        keepFound(id, found);
        setKnown(true);
      },
      () => undefined,
    );
    return () => {
      isLate = true;
    };
  }, [me.id, id, isUnsent]);
  return isUnsent && isKnown && <p className={css["note"]}>{lateWords(given, text)}</p>;
};
