import { useEffect, useState } from "react";
import type { BoardId } from "@palabre/shared/terms";
import { useText } from "../i18n/index.ts";
import { Icon, UnreachableIcon } from "../ui/index.ts";
import { IdeaWords } from "./IdeaWords.tsx";
import type { Waiting } from "./waiting.ts";
import { openWaitingStore } from "./waitingStore.ts";
import css from "./IdeaList.module.css";

type Idea = Extract<Waiting, { readonly type: "idea" }>;

/** What this phone keeps for a board that can't be reached now: who wrote it sees that it is there. */
export const KeptIdeas = ({ board }: { readonly board: BoardId }) => {
  const { t } = useText();
  const [ideas, setIdeas] = useState<readonly Idea[]>([]);
  useEffect(() => {
    let isOver = false;
    const isIdea = (each: Waiting): each is Idea => each.type === "idea" && each.board === board;
    openWaitingStore()
      .then((store) => store.all())
      .then((all) => {
        if (!isOver) setIdeas(all.filter(isIdea).toSorted((a, b) => b.at - a.at));
      })
      // what can't be read now is there when the board is
      .catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [board]);
  if (ideas.length === 0) return null;
  return (
    <section aria-labelledby="kept">
      <h2 className={css["heading"]} id="kept">
        {t("pocket.mine")} <small>{ideas.length}</small>
      </h2>
      <ul className={css["mine"]}>
        {ideas.map(({ id, state, idea }) => (
          <li key={id} data-kind={idea.kind} data-state={state}>
            <IdeaWords kind={idea.kind} text={idea.text} />
            {state === "waiting" && (
              <small className={css["unsent"]}>
                <Icon of={UnreachableIcon} size="meta" />
                {t("pocket.willLeave")}
              </small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
