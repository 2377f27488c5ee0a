import { useState } from "react";
import { heardApi } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { showToast } from "../../ui/index.ts";
import { asAppError } from "../pieces/index.ts";

export interface Labelling {
  readonly isPending: boolean;
  /** Says of posts whether they are expectations, and tells what that changed; false when it could not be kept. */
  readonly label: (posts: readonly string[], isExpectation: boolean) => Promise<boolean>;
}

/** What a facilitator says of posts: it is kept, and the board's posts are read accordingly from then on. */
export function useLabel(): Labelling {
  const { t, error } = useText();
  const { me } = useBoard();
  const [isPending, setPending] = useState(false);
  const label = async (posts: readonly string[], isExpectation: boolean): Promise<boolean> => {
    setPending(true);
    try {
      let changed = 0;
      // one after the other: each is read with what was said before it
      for (const post of posts) {
        const labelled = await heardApi.labelPost(me.id, { post, isExpectation });
        changed += labelled.changed;
      }
      showToast({ text: changed === 0 ? t("heard.labelledNone") : t("heard.labelled", { n: changed }) });
      return true;
    } catch (cause) {
      showToast({ text: error(asAppError(cause)), tone: "warn" });
      return false;
    } finally {
      setPending(false);
    }
  };
  return { isPending, label };
}
