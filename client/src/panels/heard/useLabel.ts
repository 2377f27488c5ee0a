import { useState } from "react";
import type { PostLabelled } from "@palabre/shared/protocol";
import { heardApi } from "../../api/index.ts";
import { useText } from "../../i18n/index.ts";
import { useBoard } from "../../state/index.ts";
import { showToast } from "../../ui/index.ts";
import { asAppError } from "../pieces/index.ts";

export interface Labelling {
  readonly isPending: boolean;
  /** Says of posts whether they are expectations, and tells what that changed; undefined when it could not be kept. */
  readonly label: (posts: readonly string[], isExpectation: boolean) => Promise<readonly PostLabelled[] | undefined>;
}

/** What a facilitator says of posts: it is kept, and the board's posts are read accordingly from then on. */
export function useLabel(): Labelling {
  const { t, error } = useText();
  const { me } = useBoard();
  const [isPending, setPending] = useState(false);
  const label: Labelling["label"] = async (posts, isExpectation) => {
    setPending(true);
    try {
      const answers: PostLabelled[] = [];
      // one after the other: each is read with what was said before it
      for (const post of posts) {
        answers.push(await heardApi.labelPost(me.id, { post, isExpectation }));
      }
      const changed = answers.reduce((sum, answer) => sum + answer.changed, 0);
      showToast({ text: changed === 0 ? t("heard.labelledNone") : t("heard.labelled", { n: changed }) });
      return answers;
    } catch (cause) {
      showToast({ text: error(asAppError(cause)), tone: "warn" });
      return undefined;
    } finally {
      setPending(false);
    }
  };
  return { isPending, label };
}
