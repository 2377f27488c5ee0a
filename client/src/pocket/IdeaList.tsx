import { useText } from "../i18n/index.ts";
import { Icon, UnreachableIcon } from "../ui/index.ts";
import { IdeaWords } from "./IdeaWords.tsx";
import type { PocketState } from "./openPocket.ts";
import type { Waiting } from "./waiting.ts";
import css from "./IdeaList.module.css";

type Unsent = Extract<Waiting, { readonly type: "idea" }>;

/** What one has written: what waits for the network first; then what has arrived, newest first. */
export const IdeaList = ({ state }: { readonly state: PocketState }) => {
  const { t } = useText();
  const arrived = new Set<string>(state.view.ideas.map(({ id }) => id));
  const unsent = state.waiting.filter(
    (each): each is Unsent => each.type === "idea" && each.state === "waiting" && !arrived.has(each.id),
  );
  const n = unsent.length + arrived.size;
  if (n === 0) return null;
  return (
    <section aria-labelledby="mine">
      <h2 className={css["heading"]} id="mine">
        {t("pocket.mine")} <small>{n}</small>
      </h2>
      <ul className={css["mine"]}>
        {unsent.toReversed().map((waiting) => (
          <li key={waiting.id} data-kind={waiting.idea.kind} data-state={waiting.state}>
            <IdeaWords kind={waiting.idea.kind} text={waiting.idea.text} />
            <small className={css["unsent"]}>
              <Icon of={UnreachableIcon} size="meta" />
              {t("pocket.willLeave")}
            </small>
          </li>
        ))}
        {state.view.ideas.toReversed().map(({ id, kind, text }) => (
          <li key={id} data-kind={kind}>
            <IdeaWords kind={kind} text={text} />
          </li>
        ))}
      </ul>
    </section>
  );
};
